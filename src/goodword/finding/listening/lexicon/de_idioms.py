"""German turns of phrase: praise and blame without a word for it, and what shows a feeling."""

GOOD = {
    4.0: """möchte(|n) (ich|wir) nicht mehr missen, nicht mehr missen, nie mehr hergeben, nicht mehr hergeben
        um nichts in der welt, würde(|n) euch jederzeit wieder nehmen, jederzeit wieder, immer wieder gern(|e)
        beste entscheidung, besser kann man es nicht machen, besser könnte es nicht laufen
        könnte nicht besser laufen, könnten nicht glücklicher sein, könnte nicht glücklicher sein, eine offenbarung
        wie für uns gemacht, suchen seinesgleichen, sucht seinesgleichen, zehn von zehn, 10 von 10, fünf sterne
        5 sterne, volle punktzahl, nicht genug loben, nicht hoch genug schätzen, nicht genug empfehlen
        restlos begeistert, voll begeistert, vom hocker gehauen, haut mich um, haut uns um, ganz großes kino
        ein traum, überglücklich, hin und weg""",
    3.2: """das a und o, mein favorit, unser favorit, lieblings(tool|funktion|feature), zieht den hut, ziehe den hut
        ziehen den hut, daumen hoch, ein volltreffer, volltreffer, glücksgriff, ein glücksgriff, ein segen für
        läuft wie am schnürchen, läuft wie ein uhrwerk, wie ein uhrwerk, wie aus einem guss, ohne wenn und aber
        ein meilenstein, quantensprung, welten besser, um welten besser, um längen besser, kein vergleich zu früher
        wie tag und nacht, lässt keine wünsche offen, lassen keine wünsche offen, bleiben keine wünsche offen
        nur zu empfehlen, sehr zu empfehlen, wirklich zu empfehlen, nur gutes sagen, nur positives, volles lob
        großes kompliment, riesenlob, ein riesiges lob, rettet uns den tag, den tag gerettet, die rettung
        uns gerettet, goldrichtig, retter in der not, mega, hammer, der hammer, bombe, nummer eins, erste klasse
        spitzenklasse, spitzenteam, spitzenprodukt, auf ganzer linie, voll und ganz überzeugt, absolut überzeugt
        rundum gelungen, eine wucht, vollste zufriedenheit, vollsten zufriedenheit""",
    2.4: """kann nicht klagen, können nicht klagen, kann mich nicht beklagen, können uns nicht beklagen
        gibt nichts zu meckern, nichts zu meckern, nichts zu beanstanden, nie im stich gelassen
        noch nie im stich gelassen, lässt uns nie im stich, lassen uns nie im stich, immer zur stelle
        immer erreichbar, stets erreichbar, immer für uns da, auf zack, mit herz, mit herzblut
        geht leicht von der hand, leicht von der hand, selbsterklärend(|e), kinderleicht, spielend leicht
        auf einen blick, nimmt uns viel arbeit ab, nimmt uns die arbeit ab, nimmt mir viel arbeit ab
        erleichtert uns die arbeit, erleichtert mir die arbeit, erleichtert uns den alltag, erleichtert den alltag
        macht uns das leben leichter, macht mir das leben leichter, macht das leben leichter, jeden cent wert
        jeden euro wert, sein geld wert, ihr geld wert, das geld wert, goldene nase, hält was es verspricht
        hält was er verspricht, hält was sie verspricht, tut was es soll, macht was es soll, macht genau was es soll
        tut genau was es soll, wieder so entscheiden, wieder für euch entscheiden, wieder kaufen
        richtige entscheidung, richtige wahl, gute wahl, gute entscheidung, angetan, sehr angetan
        positiv überrascht, angenehm überrascht, sehr dankbar für das tool, gut aufgehoben, bestens aufgehoben
        gut betreut, bestens betreut, hervorragend betreut, super betreut, gut beraten, bestens beraten
        auf augenhöhe, hand und fuß, gut durchdacht, ausgereift(|e|er|es), vorzüglich(|e|er|es), makellos(|e|er|es)
        tadellos(|e|er|es), grandios(|e|er|es), famos(|e|er|es), brillant(|e|er|es), stark verbessert
        unkompliziert(|e|er|es), blitzschnell(|e|er|es), rasend schnell, pfeilschnell, ruckzuck, im handumdrehen
        im nu, mit links""",
    1.7: """große stärke, pluspunkt(|e), lohnenswert(|e), gerne genutzt, gern genutzt, sehr gern damit
        arbeite(|n) gern damit, arbeite(|n) gerne damit, komme(|n) gut zurecht, kommen gut damit zurecht
        verständlich(|e|er|es), nachvollziehbar(|e), transparent(|e|er|es), sympathisch(|e|er|es)
        sorgfältig(|e|er|es), gründlich(|e|er|es), pünktlich(|e|er|es), lobenswert(|e|er|es)
        bemerkenswert(|e|er|es), erfreulich(|e|er|es), erfreut, wohltuend(|e), vielseitig(|e|er|es)
        mächtig(|e|er|es), ausgezeichnet gelöst, elegant(|e|er|es), modern(|e|er|es), handlich(|e), gewissenhaft(|e)
        aufmerksam(|e|er|es), zuvorkommend(|e|er|es), unterstützt uns, stimmig(|e), wertvolle hilfe""",
}

BAD = {
    3.6: """unterirdisch(|e|er|es), unverschämtheit, eine katastrophe, absolut inakzeptabel, unfassbar schlecht
        dilettantisch(|e|er|es), für die tonne, für die katz, ein armutszeugnis, armutszeugnis, ein witz
        schlechter witz, ein schlechter scherz, das letzte, finger weg, hände weg, nie mehr wieder
        rausgeschmissenes geld, rausgeworfenes geld, geld zurück, zum kotzen, zum haare raufen, haare raufen
        zum verzweifeln, verzweifeln, mit den nerven am ende, nerven am ende, reißt der geduldsfaden, geduldsfaden
        platzt der kragen, kragen geplatzt, untragbar(|e|er), indiskutabel, miserabel(|e), miserable(|r|s)
        grauenhaft(|e), grausam(|e), grässlich(|e), schrott, murks, pfusch, saftladen, abzocke, betrug, wucher""",
    2.6: """lässt zu wünschen übrig, lassen zu wünschen übrig, zu wünschen übrig, treibt uns in den wahnsinn
        treibt mich in den wahnsinn, in den wahnsinn, macht mich wahnsinnig, macht uns wahnsinnig, geht gar nicht
        das geht so nicht, so geht das nicht, so kann es nicht weitergehen, kann so nicht weitergehen
        kommen nicht weiter, komme nicht weiter, treten auf der stelle, tappen im dunkeln, hängen in der luft
        stehen im regen, im regen stehen, auf dem trockenen, werden vertröstet, wurden vertröstet, vertröstet
        hingehalten, abgewimmelt, im kreis geschickt, von pontius zu pilatus, keiner zuständig, niemand zuständig
        niemand meldet sich, keiner meldet sich, meldet sich niemand, meldet sich keiner, keiner antwortet
        niemand erreichbar, nicht erreichbar, schwer erreichbar, keine reaktion, bis heute nicht, bis heute nichts
        seit wochen nichts, warten immer noch, warte immer noch, warten noch immer, warten vergeblich, vergeblich
        ein rückschritt, rückschritt, verschlimmbessert, unausgereift(|e), unfertig(|e), halbgar(|e), lieblos(|e)
        zeitraubend(|e), zeitfresser, nervenaufreibend(|e), nervtötend(|e), kostet uns nerven, kostet nur zeit
        kostet unnötig zeit, mehr ärger als nutzen, macht mehr arbeit, mehr arbeit als vorher, unnötig kompliziert
        viel zu umständlich, zu umständlich, viel zu lange, dauert viel zu lange, dauert zu lange, überteuert(|e)
        überzogen(|e), maßlos, hält nicht was, halten nicht was, gefällt mir nicht, gefällt uns nicht
        gefällt mir gar nicht, gefällt uns gar nicht, mag ich nicht, mögen wir nicht, überzeugt nicht
        überzeugt mich nicht, überzeugt uns nicht, hilft nicht, hilft uns nicht, hilft mir nicht
        hilft uns nicht weiter, hilft mir nicht weiter, bringt uns nichts, bringt mir nichts, bringt nichts
        nichts gebracht, reicht nicht, reicht uns nicht, reicht nicht aus, unbefriedigend(|e), ernüchtert
        ernüchternd(|e), genervt, verärgert(|e), sauer, stinksauer, empört, fassungslos, sprachlos, überfordert
        ratlos""",
    1.7: """umgewöhnung, gewöhnungsbedürftig(|e), verbesserungswürdig(|e), ausbaufähig(|e), luft nach oben
        noch luft nach oben, schwachstelle(|n), schwäche(|n), minuspunkt(|e), wermutstropfen, haken, nicht optimal
        suboptimal, nicht ideal, nicht ganz rund, läuft unrund, unrund, holprig(|e), sperrig(|e), altbacken(|e)
        angestaubt(|e), bedenklich(|e), fragwürdig(|e), zäh(|e), mühselig(|e), fummelig(|e), frickelig(|e)
        undurchsichtig(|e), unlogisch(|e), missverständlich(|e), lückenhaft(|e), unvollständig(|e), ungenau(|e)
        ungenügend(|e), dürftig(|e), mager(|e), enttäuschte, beschwerlich""",
}

PROBLEMS = {
    1.3: """funktioniert nicht, funktioniert nicht mehr, funktioniert gar nicht, funktioniert immer noch nicht
        funktionieren nicht, funktioniert wieder nicht, geht nicht, geht nicht mehr, geht wieder nicht, gehen nicht
        läuft nicht, läuft nicht mehr, laufen nicht, klappt nicht, klappt nicht mehr, klappt einfach nicht
        lädt nicht, lädt nicht mehr, laden nicht, öffnet nicht, öffnet sich nicht, lässt sich nicht öffnen
        lässt sich nicht, lassen sich nicht, startet nicht, startet nicht mehr, reagiert nicht, reagiert nicht mehr
        druckt nicht, speichert nicht, speichert nichts, synchronisiert nicht, verbindet nicht, verbindet sich nicht
        erscheint nicht, erscheinen nicht, kommt nicht an, kommen nicht an, wird nicht angezeigt
        werden nicht angezeigt, wird nicht geladen, werden nicht übernommen, wird nicht übernommen
        wird nicht erkannt, kann mich nicht anmelden, können uns nicht anmelden, kann nicht zugreifen
        können nicht zugreifen, friert ein, eingefroren, lahmgelegt, steht still, stillstand, nicht erreichbar seit
        offline""",
    0.8: """aussetzer, macken, bockt, zickt, spinnt, spinnt wieder, hakelt, klemmt, streikt, doppelte buchungen
        verschwunden, gelöscht""",
}

GAINS = {
    3.0: """müssen uns nicht mehr, muss mich nicht mehr, muss niemand mehr, braucht niemand mehr, macht niemand mehr
        muss keiner mehr, braucht keiner mehr, keiner muss mehr, niemand muss mehr, nie wieder von hand
        nicht mehr von hand, nicht mehr händisch, nicht mehr manuell, kein excel mehr, keine listen mehr
        keine überstunden mehr, ohne überstunden, ein für alle mal, bestes quartal, bester monat
        schnellster abschluss, schneller als je zuvor, besser als je zuvor, so früh wie nie, so schnell wie nie
        so wenig wie nie, vor dem zeitplan, unter budget, hat sich gerechnet, hat sich längst gerechnet
        rechnet sich, zahlt sich aus, hat sich ausgezahlt, in minuten statt, in stunden statt, an einem tag statt
        nur noch minuten, nur noch stunden""",
    2.0: """zum glück endlich, endlich klappt, endlich läuft, endlich funktioniert, ist endlich, sind endlich
        seitdem können, seither können, haben es geschafft, hat uns geholfen die, half uns dabei, entlastet uns
        entlastet unser, hat uns entlastet, haben wir im griff, endlich im griff, gewinnen zeit, zeit gewonnen
        mehr zeit für, feierabend machen, pünktlich feierabend, früher fertig, einen tag früher, zwei tage früher
        ohne rückfragen, ohne einen fehler, fehlerfrei, ohne beanstandung, ohne beanstandungen, audit ohne
        auf anhieb bestanden, deal gewonnen, automatisch statt, selbst erledigen, rollen es aus, weltweit ausgerollt
        ausgerollt""",
}

MARKS = {
    "nothing": """gut zehn, gut zwei, gut drei, gut die hälfte, gut eine, gut einen, guter ding, gute frage
        gute reise, gutes gelingen, ein gutes stück, guter rat, gutschrift, einen schönen gruß, wäre gut zu wissen
        so weit so gut, soweit so gut, geht nicht um, geht nicht darum, passt nicht zusammen mit, spitze des
        in der spitze, ganz einfach, lässt sich nicht sagen, lässt sich nicht vermeiden, wenn es passt, ob es passt
        wie besprochen, leicht verspätet, vorgehen, klasse a, klasse b, erste klasse ticket, enorm viele
        enorm wichtig, schnell mal, schnell noch, mal schnell, schnell eine frage, so schnell geht, wie schnell
        wie gut, wie einfach, besser gesagt, besser nicht, besser wenn, umso besser, lieber früher, stark abhängig
        stark schwankend, stark verzögert""",
    "courtesy": """ich hoffe sie hatten, ich hoffe du hattest, hoffe ihr hattet, gut ins neue jahr, gut in die woche
        gute fahrt, guten start, einen guten start, guten start in die woche, frohes fest, schönen urlaub
        schönen feiertag, schöne feiertage, schönen sonntag, gute nacht, gerne doch, sehr gern, gern, immer gern
        das freut mich, das freut uns, freut mich sehr, freut uns sehr, danke der nachfrage, alles bestens
        alles gut, passt so, passt alles, das klingt super, das klingt prima
           wäre ich ihnen dankbar, wäre ich dankbar, wären wir dankbar
        für ihre mühe, für deine mühe, für eure mühe, ihre unterstützung, eure unterstützung, deine unterstützung
        ihre geduld, eure geduld, ihr verständnis, euer verständnis, nettes gespräch, angenehmes gespräch""",
    "thanks": "merci, thx, thanks, dankend, danke euch, danke dir, danke ihnen, ganz lieben dank, allerbesten dank",
    "relapse": """wieder so schlecht wie, wieder genauso, wieder am anfang, wieder von vorne, wieder von vorn
        wieder beim alten, alles beim alten, zurück zu excel, zurück auf null, wieder händisch, wieder von hand""",
    "serves": """lädt, laden, öffnet, öffnen, startet, starten, druckt, drucken, speichert, speichern
        synchronisiert, anmelden, einloggen, abrufen, exportieren, importieren, hochladen, herunterladen, antwortet
        reagiert, erscheint, erscheinen, angezeigt, übernommen, erkannt, verbindet, hält""",
    "goal": """unser ziel ist, ziel ist es, das ziel ist, ziel wäre, versprochen wurde, wurde uns versprochen
        habt uns versprochen, haben uns versprochen, sollte eigentlich, sollten eigentlich, eigentlich sollte
        erwartet hatten wir, geplant war""",
    "usedto": "damals, seinerzeit, in den ersten monaten, ganz am anfang, die ersten wochen",
    "now": """jetzt aber, heute dagegen, heute leider, seit eurem update, seit ihrem update, seit der umstellung
        seit dem wechsel, seit dem release, seit dem neuen release, seit der neuen version, seit letzter woche
        seit letztem monat, aber mittlerweile, aber inzwischen, aber neuerdings""",
    "until": """bis zur, bis wir, bis man, bis es, bis plötzlich, bis dann, bis euer, bis eure, bis ihre
        bis auf einmal""",
    "although": "wiewohl, obschon, trotz allem",
    "but": "nur dass, bloß, trotzdem, andererseits, wobei, hingegen, dagegen, zum anderen",
    "except": "mit ausnahme, ausgenommen, einziger wermutstropfen, einziges problem, einziger haken, bloß schade",
    "sarcastic": """schönen dank auch, danke auch, na danke, na herzlichen glückwunsch, na bravo, na prima
        wer hätte das gedacht, ein schelm wer, für wie blöd, selten so gelacht, ich lach mich, dass ich nicht lache
        da kommt freude auf, was für eine freude, was für ein service""",
    "sarcasm": """immer ein vergnügen, immer wieder ein vergnügen, ein echtes vergnügen, ganz großes kino
        herzlichen dank dass, danke dass, vielen dank dass, gut gemacht, super leistung, tolle leistung
        reife leistung, großartige leistung, spitzenleistung, genau mein humor, was will man mehr, läuft bei euch
        läuft ja, hauptsache, es lebe, hoch lebe, ein hoch auf, wie gewohnt, wie üblich, wie erwartet""",
    "rival": """besser als ihres, besser als euer, besser als bei dir, schneller als bei euch, schneller als eures
        einfacher als bei euch, günstiger als bei euch, billiger als ihr, günstiger als eures, bei anderen anbietern
        bei anderen geht das besser, andere können das, beim mitbewerber, zum mitbewerber, mitbewerber bietet
        die konkurrenz bietet, konkurrenz ist weiter, konkurrenz ist da weiter, wechseln wir zu
        wechseln den anbieter, anbieter wechseln, schauen uns nach, sehen uns nach alternativen um
        nach alternativen""",
    "bested": """besser als alle, besser als jeder, besser als das vorherige, besser als der vorherige
        besser als unser, besser als bei jedem anderen, besser als bei allen anderen, besser als andere
        besser als bei der konkurrenz, schneller als jedes, schneller als unser, einfacher als unser
        einfacher als das alte, kein vergleich zu, kein vergleich zum, schlägt jedes, schlägt alles, schlagen jeden""",
    "wish": """wäre es möglich, wäre möglich dass, könnte man nicht, kann man nicht irgendwie, kann man das nicht
        wäre ein traum wenn, wäre cool wenn, wäre fein wenn, wäre nett wenn, wäre praktisch wenn, wäre sinnvoll
        wäre ideal wenn, wäre ideal, cool wäre, fein wäre, ideal wäre, praktisch wäre, sinnvoll wäre, nett wäre
        noch schöner wäre, noch besser wäre, am besten wäre, unser wunsch, mein wunsch, wunschliste, einziger wunsch
        auf der wunschliste, würde uns helfen wenn, würde mir helfen wenn, würde helfen wenn, würde uns sehr helfen
        würde vieles erleichtern, würde einiges erleichtern, was uns fehlt, mir fehlt, uns fehlt, was mir fehlt
        vermissen, vermisse, vermissen wir, wir vermissen, fehlt uns noch, bräuchten wir, bräuchte ich, ich bräuchte
        plant ihr, planen sie, habt ihr vor, ist das geplant, wann kommt, wann kommt endlich, anregung
        eine anregung, idee fürs, könntet ihr bitte, könntet ihr nicht, könnt ihr bitte, könnten sie nicht
        bitte baut, bitte bauen sie, wenn man doch, wenn es doch, würden gerne, würde gerne, würden gern, würde gern
        bitte um""",
}

TONES = {
    1.5: """haha, hihi, hehe, lol, juhu, hurra, jippie, yeah, wow, bravo, prost, glückwunsch, gratuliere
        gratulation, herzlichen glückwunsch, viel erfolg, viel glück, alles gute, alles liebe, frohe weihnachten
        toi toi toi, guter punkt, gute frage, gute idee, schöne idee, tolle idee, klingt super, klingt toll
        klingt spannend, sieht gut aus, sieht super aus, bin gespannt, sind gespannt, freue mich drauf
        freuen uns drauf, gern geschehen, willkommen an bord, herzlich willkommen""",
    0.8: """lächeln, lache(|n), lustig(|e|er|es), witzig(|e|er|es), spannend(|e|er|es), neugierig, hoffentlich
        gespannt, endlich, mut, mutig(|e), stolz, hoffnung, hoffnungsvoll, optimistisch, zuversichtlich, entspannt
        erleichtert, motiviert, inspirier(t|end|ende), faszinier(t|end|ende), überrascht, herzlich(|e|en|er)
        liebevoll(|e), humor, lieblings, vorfreude, feiern, gefeiert, dankbarkeit, ehrlich(|e), wunder
        wundervoll(|e|er|es), magisch(|e), harmonisch(|e), gemütlich(|e), fleißig(|e), großzügig(|e), respekt
        bewundernswert(|e), charmant(|e), fröhlich(|e)""",
    -0.8: """seltsam(|e|er|es), merkwürdig(|e|er|es), eigenartig(|e|er|es), verdächtig(|e), zweifelhaft(|e)
        skeptisch, gefährlich(|e), riskant(|e), anstrengend(|e), stressig(|e), stress, gestresst, müde, erschöpft
        nervös, ängstlich, angst, bedenken, befürchte, befürchten, fürchte, unsinn, quatsch, blödsinn, sinnlos(|e)
        wirr(|e), absurd(|e), hässlich(|e), langweilig(|e), öde, überflüssig(|e), verwirrt, irritiert
        irritierend(|e), unangenehm(|e), unglücklich(|e), unsicher(|e), ungeduldig(|e), ungern, dumm(|e)
        dämlich(|e), unfair(|e), ungerecht(|e), bitter(|e), hart, krass, drama, desaster, schwerfällig(|e), streit
        vorwurf, vorwürfe, kritik, kritisch(|e), mühe, last, belastend(|e), belastung, bereue, bereuen
        verstehe nicht warum, keine ahnung, unmöglich(|e)""",
    -1.5: """sorry, entschuldigung, entschuldige, entschuldigen sie, verzeihung, tut mir leid, tut uns leid
        bitte um entschuldigung, bedaure, bedauern, oje, ohje, oh je, oh nein, o nein, autsch, mist, verdammt
        verflixt, zum teufel, herrgott, um himmels willen, um gottes willen, meine güte, pfui, igitt, buh, seufz
        heul, mein fehler, meine schuld, unsere schuld, peinlich berührt, traurig, schämen, schäme mich, weinen
        heulen""",
}
