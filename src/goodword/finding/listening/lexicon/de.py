"""German."""

from goodword.finding.listening.lexicon import de_idioms as idioms
from goodword.finding.listening.lexicon.joining import joined
from goodword.finding.listening.lexicon.shape import Quantities, Words

WORDS = Words(
    language="de",
    good=joined(
        {
            4.0: """hervorragend(|e|en|er|es|em), ausgezeichnet(|e|en|er|es|em), großartig(|e|en|er|es|em)
            grossartig(|e|en|er|es), fantastisch(|e|en|er|es|em), phantastisch(|e|en|er|es)
            sensationell(|e|en|er|es), genial(|e|en|er|es|em), überragend(|e|en|er|es), exzellent(|e|en|er|es|em)
            begeistert(|e|en), begeistern, weltklasse, erstklassig(|e|en|er|es|em), spitzenmäßig(|e|en)
            traumhaft(|e|en|er|es), unschlagbar(|e|en), nicht mehr wegzudenken, alle erwartungen übertroffen
            unsere erwartungen übertroffen, meine erwartungen übertroffen, übertrifft unsere erwartungen
            erwartungen übertroffen, absolute spitze, besser geht es nicht, könnte nicht besser sein
            könnten nicht zufriedener sein, könnte nicht zufriedener sein, rundum zufrieden, vollauf zufrieden
            nie wieder ohne, nicht mehr darauf verzichten, nicht mehr ohne, wollen nicht mehr ohne, wahnsinn""",
            3.2: """liebe es, lieben es, lieben das, lieben die, lieben eure, lieben ihr, liebt es, lieben den
            liebe das, liebe die, perfekt(|e|en|er|es|em), wunderbar(|e|en|er|es|em), herausragend(|e|en|er|es|em)
            beeindruckt, beeindruckend(|e|en|er|es), klare empfehlung, absolut empfehlenswert, sehr empfehlenswert
            nur empfehlen, kann ich nur empfehlen, können wir nur empfehlen, wärmstens empfehlen
            uneingeschränkt empfehlen, jederzeit weiterempfehlen, gerne weiterempfehlen, weiterempfehlen
            empfehlen euch, empfehlen sie, empfehle euch, sehr zufrieden, äußerst zufrieden, mehr als zufrieden
            absolut zufrieden, wirklich zufrieden, total zufrieden, vorbildlich(|e|en|er|es), unverzichtbar(|e|en)
            unersetzlich(|e|en), ein segen, echter gewinn, ein gewinn, großer gewinn, läuft wie geschmiert
            wie am schnürchen, super zufrieden, bin begeistert, sind begeistert, riesige hilfe, große hilfe
            grosse hilfe, enorme hilfe, riesige erleichterung, enorme erleichterung, einfach klasse, einfach spitze
            beste tool, beste lösung, die beste, das beste, der beste, mit abstand, hut ab, lob, großes lob
            kompliment, chapeau, goldwert, gold wert""",
            2.4: """toll(|e|en|er|es|em), super, klasse, spitze, prima, zufrieden, zufriedener
            hilfreich(|e|en|er|es|em), top, sehr gut(|e|en|er|es|em), richtig gut(|e|en|er|es)
            wirklich gut(|e|en|er|es), echt gut(|e|en|er|es), sehr hilfreich, zuverlässig(|e|en|er|es)
            intuitiv(|e|en|er|es), übersichtlich(|e|en|er|es), benutzerfreundlich(|e|en|er|es), einfach zu bedienen
            leicht zu bedienen, kompetent(|e|en|er|es), freundlich(|e|en|er|es), empfehlenswert(|e|en)
            professionell(|e|en|er|es), reibungslos(|e|en|er|es), einwandfrei(|e|en), funktioniert gut
            funktioniert bestens, funktioniert super, funktioniert hervorragend, funktioniert einwandfrei
            funktioniert reibungslos, läuft super, läuft rund, läuft stabil, läuft einwandfrei, läuft bestens
            läuft prima, bestens, macht spaß, macht freude, freude, spaß, erleichtert, erleichterung
            deutlich besser, viel besser, deutlich einfacher, viel einfacher, wesentlich einfacher, enorm geholfen
            sehr geholfen, weitergeholfen, super geholfen, hat uns geholfen, gut gemacht, gute arbeit, tolle arbeit
            starke leistung, stark(|e|en|er|es), genau das was wir brauchten, genau was wir brauchten
            genau das richtige, cool(|e|en|er|es), effizient(|e|en|er|es), durchdacht(|e|en|er|es), empfehlen
            empfehle, auf euch verlassen, auf sie verlassen, verlass, keine beschwerden, nichts auszusetzen, enorm
            überzeugt(|e|en), überzeugend(|e|en|er|es), mag ich sehr, gefällt uns sehr, gefällt mir sehr""",
            1.7: """gut(|e|en|er|es|em), schön(|e|en|er|es|em), nett(|e|en|er|es), schnell(|e|en|er|es)
            schneller(|e|en), leicht, einfacher, besser, praktisch(|e|en|er|es), nützlich(|e|en|er|es), gefällt
            gefallen, mag, mögen, glücklich, froh, stabil(|e|en|er|es), sicher, sauber(|e|en|er|es), flexibel
            flexible, fair, angenehm(|e|en|er|es), verbessert, verbesserung(|en), vorteil(|e|en), erfolg(|e|en)
            erfolgreich(|e|en|er|es), wertvoll(|e|en|er|es), lohnt sich, gelohnt, vertrauen, engagiert(|e|en|er|es)
            geduldig(|e|en|er|es), hilfsbereit(|e|en|er|es), gelungen(|e|en|er|es), zeit gespart, reaktionsschnell""",
            1.0: """funktioniert, funktionieren, läuft, hilft, helfen, geholfen, ok, okay, passt, in ordnung
            interessant(|e|en|es), einfach(|e|en|er|es), ordentlich, solide, gelöst, behoben, klappt, geklappt
            korrekt, richtig""",
        },
        idioms.GOOD,
    ),
    bad=joined(
        {
            3.6: """furchtbar(|e|en|er|es), schrecklich(|e|en|er|es), katastrophe, katastrophal(|e|en|er|es)
            inakzeptabel(|e|en), unzumutbar(|e|en), unbrauchbar(|e|en), nutzlos(|e|en), wertlos(|e|en)
            zeitverschwendung, geldverschwendung, frechheit, unverschämt(|heit), albtraum, alptraum, schlimmste
            schlechteste, müll, mist, scheiße, scheiss, lachhaft, lächerlich(|e|en), hasse, hassen, nie wieder
            die nase voll, die schnauze voll, reicht uns, geduld ist am ende, geduld am ende, eine zumutung
            zumutung, witz, bodenlos, unter aller sau, wütend, grottig, grottenschlecht""",
            2.6: """schlecht(|e|en|er|es|em), enttäuscht, enttäuschend(|e|en|er|es), enttäuschung
            ärgerlich(|e|en|er|es), ärger(|t|n), verärgert, frustriert, frustrierend(|e|en|er|es), frust, nervt
            nervig(|e|en|er|es), unzufrieden, umständlich(|e|en|er|es), unzuverlässig(|e|en|er|es), instabil(|e|en)
            fehlerhaft(|e|en|er|es), unübersichtlich(|e|en|er|es), chaotisch(|e|en), chaos, mangelhaft(|e|en|er|es)
            unprofessionell(|e|en), unfreundlich(|e|en), inkompetent(|e|en), mühsam(|e|en), viel zu langsam
            zu langsam, zu teuer, viel zu teuer, zu kompliziert, viel zu kompliziert, dauert ewig, ewig
            stürzt ständig ab, stürzt dauernd ab, keine antwort, keine rückmeldung, niemand antwortet, warten seit
            immer noch nicht, noch immer nicht, schon wieder nicht, kündigen, kündigung, wechseln zu, alternativen
            im stich gelassen, lassen uns im stich, alleine gelassen, allein gelassen, verschwendet, peinlich
            traurig, unverständlich(|e|en), verwirrend(|e|en|er|es), unbefriedigend, lästig(|e|en)
            schlimm(|e|en|er), schlimmer, vertrauen verloren, daten verloren""",
            1.7: """langsam(|e|en|er|es), langsamer, kompliziert(|e|en|er|es), schwierig(|e|en|er|es), teuer
            teure(|n|r), leider, fehlt, fehlen, schlechter, falsch(|e|en|er|es), schwach(|e|en|er|es)
            veraltet(|e|en|er|es), unnötig(|e|en), beschwerde(|n), beschweren, sorge(|n), hakt, hakelig, ruckelt
            träge, mangel, blöd(|e|en), doof, schade, komisch(|e), aufwändig, aufwendig, unklar, bedauerlich
            nachteil(|e|en), verschlechtert, unpraktisch""",
        },
        idioms.BAD,
    ),
    problems=joined(
        {
            1.3: """ausfall, ausfälle(|n), ausgefallen, absturz, abstürze, abgestürzt, stürzt ab, stürzt, kaputt, defekt
            datenverlust, gescheitert, scheitert, schlägt fehl, fehlgeschlagen, störung(|en), eingefroren, hängt
            bricht ab, abgebrochen, eskalation, eskaliert""",
            0.8: """fehler(|n), problem(|e|en), bug(|s), verspätet, verspätung, verzögerung(|en), verzögert, blockiert
            verloren, fehlermeldung(|en), funktionsstörung, wartung, langsamkeit""",
        },
        idioms.PROBLEMS,
    ),
    gains=joined(
        {
            3.0: """halbiert, um die hälfte, zum ersten mal, erstmals, das erste mal, nicht mehr müssen
            müssen nicht mehr, müssen wir nicht mehr, muss nicht mehr, muss ich nicht mehr, brauchen nicht mehr
            brauchen wir nicht mehr, müssen wir nicht länger, nicht länger müssen, uns erspart, erspart uns
            spart uns, sparen uns, hat uns gespart, haben uns gespart, spart mir, doppelt so schnell
            doppelt so viele, dreimal so schnell, hat sich bezahlt gemacht, hat sich amortisiert, rekordzeit
            in rekordzeit, statt tagen, statt wochen, statt stunden, statt monaten, früher haben wir
            früher brauchten wir, früher dauerte, früher hat, kein einziger ausfall, ohne einen einzigen, auf anhieb
            bruchteil der zeit, im bruchteil""",
            2.0: """endlich können, können wir endlich, kann ich endlich, endlich haben wir, haben wir endlich
            konnten wir endlich, endlich konnten, können wir jetzt, können wir nun, jetzt können wir, nun können wir
            ermöglicht uns, hat uns ermöglicht, ermöglicht es uns, hat es uns ermöglicht, eingespart
            einsparen konnten, sparen wir, wir sparen, spart zeit, zeit gespart, viel zeit gespart, geld gespart
            zeitersparnis, deutlich reduziert, reduziert werden, konnten wir reduzieren, konnten unsere
            konnten wir unsere, gesenkt, verkürzt, beschleunigt, gesteigert, auftrag gewonnen, kunden gewonnen
            audit bestanden, prüfung bestanden, ziel erreicht, ziele erreicht, ziel übertroffen, pünktlich live
            produktiv gegangen, live gegangen, rechtzeitig fertig, termingerecht, gehören der vergangenheit an
            gehört der vergangenheit an, entfällt, entfallen, fallen weg""",
            1.0: """endlich, dank, geschafft, gespart, reduziert, eingeführt, automatisiert, schneller, weniger, statt
            gelungen, erhöht, gelang""",
        },
        idioms.GAINS,
    ),
    tones=idioms.TONES,
    marks=joined(
        {
            "nothing": """gut möglich, guten tag, so gut wie, ganz gut, gute frage, gute besserung, schönen tag
            am besten, am schnellsten, so schnell wie möglich, so schnell wie, schnellstmöglich, bestenfalls
            sicher dass, sicher ob, mag sein, bitte einfach, einfach nur, richtig verstanden, gut zu wissen
            gut dass, kein problem, kein thema, keine ursache, keine sorge, fehlermeldung, einfach mal
            ein schneller, kurze frage, schnelle frage, recht herzlich, sicherheit, das heißt
            erfolgreich angemeldet, erfolgreich gespeichert, jederzeit gerne, guter letzt, im guten, gut ein
            gute idee, probleme gelöst, problem gelöst, fehler behoben, zum glück, laufend, ticket, sehr geehrte
            sehr geehrter, liebe, lieber""",
            "courtesy": """hoffe es geht ihnen gut, hoffe es geht dir gut, hoffe es geht euch gut, ich hoffe es geht
            einen schönen tag, schönen tag noch, schöne woche, schönes wochenende, einen schönen abend
            schönen abend, schönen feierabend, guten morgen, guten tag, guten abend, frohe weihnachten, frohe ostern
            gutes neues jahr, frohes neues, guten rutsch, klingt gut, hört sich gut an, passt gut, passt mir gut
            passt für mich, passt perfekt, das passt, freut mich, freut uns, freue mich, freuen uns, freue mich auf
            freuen uns auf, gerne, sehr gerne, gern geschehen, viele grüße, liebe grüße, beste grüße, schöne grüße
            mit freundlichen grüßen, alles klar, alles gute, bis bald, bis dann, bis morgen, verstanden
            schnelle antwort, schnelle rückmeldung, rasche antwort, rasche rückmeldung, prompte antwort
            schnelle hilfe, zügige rückmeldung, prompte rückmeldung, schnelle reaktion, schnelle bearbeitung
            ihre hilfe, eure hilfe, deine hilfe, wäre super, wäre toll, wäre prima, wäre nett, wäre klasse
            wäre perfekt, schön von ihnen zu hören, schön dass es klappt, gut angekommen""",
            "thanks": """danke, dankeschön, danke schön, vielen dank, besten dank, herzlichen dank, tausend dank
            dank euch, dank dir, dank ihnen, dankbar, bedanke, bedanken, dank im voraus, dank vorab, lieben dank
            danken""",
            "relapse": "wieder bei, wieder auf, wieder wie früher, nicht mehr dasselbe",
            "another": "noch ein, noch eine, noch einen, schon wieder, wieder ein, wieder eine, mal wieder",
            "no": """nicht, kein, keine, keinen, keiner, keinem, keines, nie, niemals, niemand, nichts, weder, kaum
            ohne, nirgends, nicht besonders, nicht wirklich, nicht sehr, nicht gerade, alles andere als, noch nicht
            überhaupt nicht, gar nicht""",
            "gone": "nicht mehr, nicht länger, keine mehr",
            "fewer": """weniger, keine mehr, behoben, beheben, gelöst, lösen, löst, vermeid(en|et), vermieden
            verhinder(n|t), reduzier(t|en), beseitigt, trotz, selbst bei, verringert""",
            "more": """sehr, wirklich, richtig, echt, total, absolut, extrem, unglaublich, besonders, ganz, so, überaus
            äußerst, enorm, wahnsinnig, mega, viel, deutlich, komplett, völlig, zu, durchweg, rundum""",
            "less": """etwas, ein bisschen, ein wenig, bisschen, ziemlich, relativ, recht, eher, halbwegs, teilweise
            manchmal""",
            "but": "aber, jedoch, allerdings, doch, dennoch, nur leider, leider",
            "except": "außer, ausser, bis auf, abgesehen von, einzig, einziger kritikpunkt, einziges manko, nur schade",
            "although": "obwohl, obgleich, wenngleich, trotz, während, auch wenn",
            "until": """bis zum, bis zu, bis das, bis die, bis der, bis ihr, bis sie, bis vor kurzem, bis vor
            bis letzte, bis letzten, vor dem update, vor dem letzten update, vor der umstellung, vor dem neuen
            vor der migration""",
            "now": """aber jetzt, aber nun, inzwischen, mittlerweile, seit dem, seit der, seit dem update, neuerdings
            in letzter zeit, doch jetzt, doch seit, aber seit""",
            "usedto": "früher, anfangs, am anfang, zu beginn, einst, ursprünglich",
            "past": """war, waren, hatte, hatten, lief, liefen, funktionierte, mochte, liebten, liebte, gefiel, hat
            haben, fand, fanden""",
            "if": "wenn, falls, sofern, ob, sobald, vorausgesetzt",
            "would": """würde, würden, wäre, wären, könnte, könnten, sollte, sollten, hätte, hätten, dürfte, müsste
            müssten""",
            "future": """wird, werden, soll, sollen, wollen, möchten, möchte, planen, hoffen, hoffe, versuchen, um zu
            damit, bitte""",
            "wish": """wäre schön (|_) wenn, wäre toll (|_) wenn, wäre super (|_) wenn, wäre gut (|_) wenn
            wäre hilfreich (|_) wenn, wäre klasse (|_) wenn, wäre prima (|_) wenn, wäre perfekt (|_) wenn
            wäre großartig (|_) wenn, wäre schön, wäre hilfreich, wäre noch besser, wäre sehr hilfreich
            wäre praktisch, wünschen uns, wünsche mir, wünschen würden, würden uns wünschen, würde mir wünschen
            würde mich freuen (|_) wenn, würden uns freuen (|_) wenn, hätten gerne, hätte gerne, hätten gern
            hätte gern, wünschenswert, könntet ihr, könnten sie bitte, bitte ergänzen, ist geplant, gibt es pläne
            verbesserungsvorschlag, vorschlag, feature wunsch, funktionswunsch, wir bräuchten, könnte besser sein
            könnte schneller sein, könnte einfacher sein, sollte einfacher sein, sollte schneller sein
            sollte möglich sein, was fehlt, uns fehlt noch, schön wäre, toll wäre, super wäre, gut wäre
            hilfreich wäre, besser wäre, wunsch""",
            "again": """wieder, schon wieder, ständig, dauernd, immer noch, noch immer, immer wieder, erneut, jedes mal
            jeden tag, seit wochen, seit tagen, seit monaten, zum dritten mal, zum zweiten mal, andauernd
            mal wieder, nach wie vor""",
            "sarcastic": """danke für nichts, vielen dank für nichts, na toll, na super, na klasse, so viel zum thema
            ja klar""",
            "sarcasm": """genau das was wir gebraucht haben, das hat uns gerade noch gefehlt, hat gerade noch gefehlt
            ganz toll, echt toll, wie schön (|_) dass, toll gemacht, super gemacht, wirklich großartig, wie immer
            bravo, glückwunsch, herzlichen glückwunsch, wer braucht schon, genau das hat uns noch gefehlt
            hat uns noch gefehlt, immer wieder schön, immer wieder eine freude""",
            "rival": """besser als bei euch, besser als bei ihnen, besser als eure, besser als ihr, besser als eures
            günstiger als ihr, kann das besser, können das besser, macht das besser, wechseln zur konkurrenz
            zur konkurrenz, zum wettbewerber, bei der konkurrenz, die konkurrenz kann, umsteigen auf""",
            "bested": """besser als alles, besser als jedes, besser als unser altes, besser als unsere alte
            besser als das alte, besser als die alte, besser als vorher, besser als die konkurrenz
            besser als der wettbewerb, besser als jeder andere, besser als jede andere, umgestiegen von
            gewechselt von, einfacher als alles, schneller als alles, besser als früher""",
            "self": "wir, uns, unser, unsere, unseren, unserem, unserer, ich, mein, meine, mir, team, firma, kollegen",
            "about": "ihr, sie, euer, eure, ihnen, ihre, es, das, tool, produkt, lösung, support, team, software",
        },
        idioms.MARKS,
    ),
    contractions={
        "geht's": "geht es",
        "gibt's": "gibt es",
        "war's": "war es",
        "ist's": "ist es",
        "wär": "wäre",
        "hab": "habe",
    },
)

QUANTITIES = Quantities(
    numbers={
        "ein": 1,
        "eine": 1,
        "einen": 1,
        "einem": 1,
        "einer": 1,
        "zwei": 2,
        "drei": 3,
        "vier": 4,
        "fünf": 5,
        "sechs": 6,
        "sieben": 7,
        "acht": 8,
        "neun": 9,
        "zehn": 10,
        "elf": 11,
        "zwölf": 12,
        "fünfzehn": 15,
        "zwanzig": 20,
        "dreißig": 30,
        "vierzig": 40,
        "fünfzig": 50,
        "sechzig": 60,
        "hundert": 100,
        "tausend": 1000,
        "wenige": 3,
        "wenigen": 3,
        "mehrere": 4,
        "mehreren": 4,
        "ein paar": 3,
        "einer halben": 0.5,
        "eine halbe": 0.5,
        "einem halben": 0.5,
        "einen halben": 0.5,
    },
    minutes={
        "sekunde": 1 / 60,
        "sekunden": 1 / 60,
        "sek": 1 / 60,
        "s": 1 / 60,
        "ms": 1 / 60000,
        "minute": 1,
        "minuten": 1,
        "min": 1,
        "stunde": 60,
        "stunden": 60,
        "std": 60,
        "h": 60,
        "tag": 480,
        "tage": 480,
        "tagen": 480,
        "arbeitstage": 480,
        "arbeitstagen": 480,
        "woche": 2400,
        "wochen": 2400,
        "monat": 10400,
        "monate": 10400,
        "monaten": 10400,
        "quartal": 31200,
        "jahr": 124800,
        "jahre": 124800,
        "jahren": 124800,
    },
    units="""%, prozent, punkte, punkten, x, k, mio, tsd, million, millionen, euro, eur, dollar, franken, chf
            tickets, nutzer, anwender, kunden, fehler, fehlern, anrufe, anrufen, klicks, schritte, schritten
            mitarbeiter, mitarbeitern, anfragen, rechnungen, berichte, fälle, fällen, aufträge, mal""",
    source="von, vom",
    target="auf, zu, bis auf, auf nur, auf nur noch",
    by="um",
    instead="""gegenüber vorher, statt, anstatt, anstelle von, gegenüber, im vergleich zu, statt wie bisher
            statt bisher, statt zuvor""",
    formerly="früher, vorher, bisher, dauerte, brauchten wir, haben wir gebraucht, zuvor",
    then="""vorher, früher, zuvor, letztes jahr, im letzten jahr, vor einem jahr, am anfang, zu beginn, bisher
            davor, es waren, es war""",
    per="""im monat, pro monat, in der woche, pro woche, am tag, pro tag, im jahr, pro jahr, pro quartal, monatlich
            wöchentlich, täglich, jährlich, jede woche, jeden monat, jeden tag, jedes jahr, die woche, pro nutzer
            pro fall""",
    down="""gesenkt, reduziert, verkürzt, verringert, gefallen, gesunken, zurückgegangen, senken, senkte, reduzieren
            sank, fiel, verkürzte, reduzierte, kürzer, gekürzt, runter, schrumpfte
            zurück, niedriger, geringer, sanken, fielen, abgenommen, rückläufig""",
    up="""erhöht, gesteigert, gestiegen, verbessert, gewachsen, stieg, wuchs, steigern, steigerte, erhöhte
            angestiegen, mehr""",
    moved="gegangen, geworden, gebracht, kommen, jetzt, nun, heute, dauert, brauchen, gekommen",
    spared="gespart, spart, sparen, eingespart, erspart, einsparen, gewonnen, sparten",
    halves="halbiert, halbierte, um die hälfte, die hälfte der zeit, halb so lange, halb so viel",
    doubles="""verdoppelt, verdreifacht, vervierfacht, doppelt so schnell, doppelt so viele, doppelt so viel
            dreimal so schnell""",
    faster="schneller, weniger, günstiger, kürzer, früher, effizienter",
    slower="langsamer, länger, teurer, später",
    smaller="weniger",
    wants_less="""zeit, kosten, fehler, tickets, aufwand, dauer, preis, ausfälle, beschwerden, stunden, arbeit
            rückstand, latenz, antwortzeit, bearbeitungszeit, durchlaufzeit, ladezeit, einarbeitungszeit
            fehlerquote, abwanderung, kündigungen, anrufe, einarbeitung, reaktionszeit, lieferzeit, wartezeit
            abschluss, ausfall, ausfallzeit(|en), störung(|en), fehlerrate(|n), fehlerquoten, ausschuss, retouren
            reklamation(|en), mängel, rückfragen, stornierungen, wartezeiten, ausgaben, risiko, risiken, verspätungen
            fehlalarme, nacharbeit, unfälle, absprungrate, abstürze, überstunden""",
    wants_more="""umsatz, produktivität, qualität, nutzung, zufriedenheit, verfügbarkeit, abschlussquote, effizienz
            marge, nps, durchsatz, geschwindigkeit, auslastung, genauigkeit, transparenz, konversion""",
    now="jetzt, nun, heute, inzwischen, mittlerweile, seitdem, nunmehr, aktuell, seither",
    ranges="bis, oder, und",
    fractions="die hälfte, ein drittel, zwei drittel, ein viertel, drei viertel, ein fünftel",
    lessening="reduzierung, reduktion, senkung, rückgang, verringerung, verkürzung, minderung, abnahme",
    savings="""einsparung(|en), ersparnis, zeitersparnis, kostenersparnis, kosteneinsparung(|en), zeiteinsparung(|en)
            arbeitsersparnis""",
    growing="""steigerung(|en), anstieg, zuwachs, verbesserung(|en), zunahme, erhöhung, wachstum
            produktivitätssteigerung
            effizienzsteigerung, umsatzsteigerung, leistungssteigerung""",
    of="von, um",
    about="bei, beim, der, des, im, in, an",
    times="mal, fach, x",
    than="""schneller, mehr, weniger, besser, höher, günstiger, kürzer, so schnell, so viel, so viele, so hoch, so oft
            so effizient, höhere, höherer, niedriger, niedrigere, bessere""",
    folds="""doppelte, dreifache, vierfache, fünffache, sechsfache, zehnfache, zwanzigfache, hundertfache, verzehnfacht
            verfünffacht, versechsfacht""",
    factor="um den faktor, um einen faktor von, faktor",
    planned="""wird, werden, würde(|n), könnte(|n), sollte(|n), soll, sollen, wollen, will, möchte(|n), planen, geplant
            erwarte(|n|t), hoffe(|n), ziel, falls, wenn, dürfte(|n), nicht""",
    roughly="etwa, rund, fast, knapp, gut, über, mehr als, circa, ca, ungefähr, mindestens",
    amounting="ist, war, beträgt, betrug, liegt bei, lag bei, sind, waren, erreichte",
    percent="%, prozent",
)
