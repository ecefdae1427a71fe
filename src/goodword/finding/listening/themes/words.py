"""The small words of five languages, for telling where a phrase may begin and end; see `theme_phrases.py`.

Contractions are written out before anybody looks here, and French words are parted at the apostrophe.
"""

LEADING: dict[str, str] = {
    "en": """the, a, an, our, your, my, their, his, her, its, this, that, these, those, each, every, any, some, all
        both, which, whose, no, another, new, of""",
    "de": """der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines, unser(|e|en|em|er|es), euer
        eure(|n|m|r|s), ihr(|e|en|em|er|es), mein(|e|en|em|er|es), dein(|e|en|em|er|es), sein(|e|en|em|er|es)
        diese(|r|s|n|m), jede(|r|s|n|m), kein(|e|en|em|er|es), alle(|n|r), im, am, vom, zum, zur, beim, ins, welche""",
    "fr": """le, la, les, l, un, une, des, du, d, de, au, aux, mon, ma, mes, notre, nos, votre, vos, leur, leurs
        son, sa, ses, ton, ta, tes, ce, cet, cette, ces, chaque, quelques, tout, toute, tous, toutes, aucun, aucune
        quel, quelle""",
    "es": """el, la, los, las, un, una, unos, unas, del, al, de, mi, mis, nuestr(o|a|os|as), vuestr(o|a|os|as), su
        sus, tu, tus, este, esta, estos, estas, ese, esa, esos, esas, cada, todo, toda, todos, todas, ningún
        ninguna, otro, otra""",
    "pt": """o, a, os, as, um, uma, uns, umas, do, da, dos, das, de, no, na, nos, nas, ao, à, aos, às, pelo, pela
        pelos, pelas, num, numa, meu, minha, meus, minhas, nosso, nossa, nossos, nossas, seu, sua, seus, suas
        vosso, vossa, este, esta, esse, essa, esses, essas, aquele, aquela, cada, todo, toda, todos, todas, nenhum
        nenhuma""",
}
"""Words that stand before nouns: articles, possessives, demonstratives."""

BEFORE: dict[str, str] = {
    "en": "with, in, on, for, from, by, about, into, without, through, via, around",
    "de": "mit, in, an, auf, aus, bei, für, von, durch, ohne, über",
    "fr": "avec, en, dans, sur, sans, par, pour",
    "es": "con, en, sin, por, para, sobre",
    "pt": "com, em, sem, por, para, sobre",
}
"""Prepositions: nouns without an article stand after them, and verbs too."""

LINKING: dict[str, str] = {
    "en": "of",
    "de": "",
    "fr": "de, d, des, du, à, en",
    "es": "de, del",
    "pt": "de, do, da, dos, das",
}
"""Words that may stand inside a phrase."""

SMALL: dict[str, str] = {
    "en": """i, me, we, us, you, he, she, it, they, them, myself, ourselves, yourself, itself, themselves, one
        ones, who, whom, what, where, when, why, how, whoever, whatever, and, or, nor, but, if, because, as, than
        then, so, since, while, until, although, though, whether, to, in, on, at, for, from, by, about, into, onto
        over, under, after, before, between, among, during, through, across, against, within, without, towards
        toward, upon, per, via, off, out, up, down, around, behind, beyond, along, near, is, am, are, was, were, be
        been, being, do, does, did, done, doing, have, has, had, having, will, would, can, could, shall, should
        may, might, must, ought, get, gets, got, getting, gotten, make, makes, made, making, take, takes, took
        taken, taking, go, goes, went, gone, going, come, comes, came, coming, see, sees, saw, seen, seeing, know
        knows, knew, known, think, thinks, thought, say, says, said, saying, tell, tells, told, ask, asks, asked
        asking, give, gives, gave, given, giving, put, puts, keep, keeps, kept, let, lets, need, needs, needed
        want, wants, wanted, use, uses, used, using, try, tries, tried, find, finds, found, look, looks, looked
        seem, seems, seemed, feel, feels, felt, show, shows, showed, shown, run, runs, ran, send, sends, sent, turn
        turns, turned, start, starts, started, stop, stops, stopped, move, moved, add, added, call, called, bring
        brings, brought, happen, happens, happened, mean, means, meant, spend, spends, spent, wait, waits, waited
        waiting, understand, expect, expected, allow, allows, allowed, create, created, change, changed, become
        becomes, became, leave, leaves, left, hope, hopes, guess, wonder, share, please, hi, hello, hey, dear, yes
        ok, okay, not, never, ever, also, just, only, even, still, yet, again, already, always, often, sometimes
        usually, once, twice, now, soon, later, ago, today, tomorrow, yesterday, tonight, here, there, everywhere
        anywhere, everything, everybody, everyone, anything, anybody, anyone, something, somebody, someone, nothing
        nobody, else, instead, rather, quite, too, very, much, many, more, most, less, least, few, fewer, several
        such, same, own, other, others, enough, almost, nearly, perhaps, maybe, actually, basically, honestly
        really, simply, finally, exactly, especially, currently, recently, however, therefore, anyway, last, next
        first, second, third, previous, whole, entire, full, half, able, unable, sure, little, big, small, large
        long, short, high, low, old, latest, current, recent, different, certain, main, like, monday, tuesday
        wednesday, thursday, friday, saturday, sunday, january, february, march, april, june, july, august
        september, october, november, december, spring, summer, autumn, winter, morning, evening, night, eg, ie
        etc, re, fwd, cc, ps""",
    "de": """ich, mich, mir, du, dich, dir, er, ihn, ihm, sie, es, wir, uns, euch, ihnen, man, wer, wen, wem, was
        wo, wie, wann, warum, wieso, weshalb, wohin, woher, und, oder, aber, denn, sondern, doch, weil, dass, daß
        ob, wenn, als, während, bis, seit, nachdem, bevor, damit, obwohl, sodass, in, an, auf, aus, bei, für, gegen
        ohne, um, von, vor, zu, nach, über, unter, zwischen, hinter, neben, durch, trotz, wegen, ab, pro, je, ist
        bin, bist, sind, seid, war, waren, wäre, wären, sein, gewesen, hat, habe, haben, hast, habt, hatte, hatten
        hätte, hätten, gehabt, wird, werde, werden, wurde, wurden, worden, würde, würden, kann, können, konnte
        konnten, könnte, könnten, gekonnt, muss, müssen, musste, mussten, soll, sollen, sollte, sollten, will
        wollen, wollte, wollten, darf, dürfen, mag, möchte, möchten, macht, machen, machte, gemacht, geht, gehen
        ging, gegangen, kommt, kommen, kam, gekommen, gibt, geben, gab, gegeben, nimmt, nehmen, lässt, lassen
        bleibt, bleiben, blieb, steht, stehen, stand, liegt, liegen, lag, sagt, sagen, sagte, gesagt, sehen, sieht
        sah, gesehen, weiß, wissen, finden, findet, fand, gefunden, braucht, brauchen, brauchte, gebraucht, nutzen
        nutzt, verwenden, arbeiten, arbeitet, tun, getan, denken, glaube, bitte, hallo, ja, nein, nicht, nie, auch
        nur, noch, schon, immer, oft, manchmal, mal, einmal, jetzt, nun, heute, morgen, gestern, bald, dann, danach
        vorher, hier, dort, da, dabei, dafür, daran, darauf, darüber, davon, dazu, überall, alles, etwas, nichts
        jemand, niemand, jeder, sehr, viel, viele, vielen, mehr, meist, wenig, weniger, ganz, gar, so, solche
        selbst, sich, eigentlich, wirklich, einfach, endlich, genau, besonders, gerade, ungefähr, etwa, fast, rund
        vielleicht, sonst, zwar, also, daher, deshalb, trotzdem, letzte(|n|r|s), nächste(|n|r|s), erste(|n|r|s)
        zweite(|n), neue(|n|r|s|m), alte(|n|r|s|m), ganze(|n|r|s), große(|n|r|s), kleine(|n|r|s), andere(|n|r|s)
        gleiche(|n|r), eigene(|n|r|s), montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, januar
        februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember, frühjahr, sommer
        herbst, winter, früh, abend, seitdem, mittlerweile, inzwischen, zb, bzw, usw, herr, frau, hinaus, zurück""",
    "fr": """je, j, me, m, moi, tu, te, t, toi, il, elle, on, nous, vous, ils, elles, lui, eux, se, s, y, en, qui
        que, qu, quoi, dont, où, quand, comment, pourquoi, combien, et, ou, mais, donc, or, ni, car, parce, puisque
        comme, si, lorsque, alors, dès, afin, à, dans, sur, sous, par, pour, sans, vers, chez, entre, avant, après
        depuis, pendant, contre, selon, malgré, jusqu, jusque, lors, est, es, suis, sommes, êtes, sont, était
        étaient, étais, étions, être, été, sera, seront, serait, seraient, a, ai, as, avons, avez, ont, avait
        avaient, avions, avoir, eu, aura, aurait, fait, fais, font, faire, faisait, faut, va, vais, vas, vont
        allons, aller, allait, peut, peux, peuvent, pouvons, pouvez, pouvoir, pu, pourrait, doit, dois, devons
        doivent, devoir, dû, veut, veux, voulons, vouloir, voit, voir, vu, voyons, sait, sais, savoir, prend
        prendre, pris, prenait, met, mettre, mis, mettait, dit, dire, disent, vient, venir, venu, passe, passer
        passé, donne, donner, trouve, trouver, demande, demander, utilise, utiliser, utilisons, utilisé, reste
        rester, arrive, arriver, permet, permis, bonjour, oui, non, ne, n, pas, plus, jamais, rien, aussi, encore
        toujours, souvent, parfois, déjà, bientôt, maintenant, aujourd, hui, hier, demain, ici, là, partout, très
        trop, peu, beaucoup, moins, autant, tant, assez, presque, environ, vraiment, simplement, enfin, surtout
        juste, seulement, même, mêmes, ainsi, ensuite, puis, ceci, cela, ça, c, celui, celle, ceux, celles, quelque
        chacun, personne, autre, autres, tel, telle, dernier, dernière, derniers, dernières, prochain, prochaine
        premier, première, nouveau, nouvelle, nouveaux, nouvelles, ancien, ancienne, petit, petite, grand, grande
        gros, seul, seule, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, janvier, février, mars, avril
        mai, juin, juillet, août, septembre, octobre, novembre, décembre, printemps, automne, hiver, soir, matin
        svp, madame, monsieur""",
    "es": """yo, me, mí, tú, te, ti, él, ella, ello, nosotros, nos, vosotros, os, ustedes, usted, ellos, ellas, le
        les, lo, se, sí, que, qué, quien, quién, quienes, cual, cuál, cuales, donde, dónde, cuando, cuándo, como
        cómo, porque, y, e, o, u, ni, pero, sino, si, aunque, pues, mientras, en, a, ante, bajo, contra, desde
        durante, entre, hacia, hasta, para, por, según, sin, sobre, tras, es, soy, eres, somos, son, era, eran, fue
        fueron, ser, sido, sea, sean, será, serán, sería, está, estoy, estás, estamos, están, estaba, estaban
        estar, estado, ha, he, has, hemos, han, había, habían, haber, hay, hubo, habría, tiene, tengo, tienes
        tenemos, tienen, tenía, teníamos, tener, tenido, hace, hacer, hacen, hacemos, hacía, hecho, va, voy, vamos
        van, ir, iba, puede, puedo, podemos, pueden, poder, pudo, podía, podría, debe, debo, debemos, deben, deber
        quiere, quiero, queremos, querer, dice, decir, dijo, ver, veo, vemos, visto, sabe, saber, sé, sabemos, da
        dan, dar, dio, dado, pone, poner, puesto, lleva, llevar, llevaba, viene, venir, sigue, seguir, queda
        quedar, usa, usar, usamos, uso, encuentra, parece, pasa, pasar, pasó, deja, dejar, llega, llegar, necesita
        necesitamos, hola, no, nunca, también, tampoco, ya, aún, todavía, siempre, veces, vez, ahora, hoy, ayer
        mañana, luego, después, antes, pronto, aquí, ahí, allí, muy, mucho, mucha, muchos, muchas, más, menos, poco
        poca, pocos, tan, tanto, casi, algo, nada, alguien, nadie, alguno, alguna, algunos, algunas, solo, sólo
        así, además, incluso, mismo, misma, mismos, propio, propia, otros, otras, último, última, últimos, últimas
        próximo, próxima, primer, primera, primero, nuevo, nueva, nuevos, nuevas, gran, grande, pequeño, lunes
        martes, miércoles, jueves, viernes, sábado, domingo, enero, febrero, marzo, abril, mayo, junio, julio
        agosto, septiembre, octubre, noviembre, diciembre, primavera, verano, otoño, invierno, noche, tarde, señor
        señora""",
    "pt": """eu, me, mim, tu, te, ti, você, vocês, ele, ela, eles, elas, nós, lhe, lhes, se, si, que, quem, qual
        quais, onde, quando, como, porque, porquê, e, ou, nem, mas, porém, pois, então, embora, enquanto, em, para
        pra, por, sem, sob, sobre, entre, até, desde, após, ante, contra, durante, segundo, é, sou, és, somos, são
        era, eram, foi, foram, ser, sido, seja, será, seria, está, estou, estamos, estão, estava, estavam, estar
        há, havia, houve, haver, tem, tenho, temos, têm, tinha, tínhamos, ter, tido, faz, fazer, fazem, fazemos
        fazia, feito, fez, vai, vou, vamos, vão, ir, ia, pode, posso, podemos, podem, poder, podia, poderia, deve
        devo, devemos, dever, quer, quero, queremos, querer, diz, dizer, disse, ver, vejo, vemos, visto, sabe
        saber, sei, dá, dão, dar, deu, dado, põe, pôr, leva, levar, levava, vem, vir, veio, fica, ficar, ficou
        ficaram, usa, usar, usamos, usando, encontra, parece, passa, passar, passou, deixa, deixar, deixou, chega
        chegar, chegou, precisa, precisamos, consegue, consegui, conseguir, olá, oi, não, nunca, também, já, ainda
        sempre, vezes, vez, agora, hoje, ontem, amanhã, logo, depois, antes, breve, aqui, aí, ali, lá, muito, muita
        muitos, muitas, mais, menos, pouco, pouca, poucos, tão, tanto, quase, algo, nada, alguém, ninguém, algum
        alguma, alguns, algumas, só, apenas, assim, além, mesmo, mesma, mesmos, próprio, própria, outro, outra
        outros, outras, último, última, últimos, últimas, próximo, próxima, primeiro, primeira, novo, nova, novos
        novas, grande, pequeno, isso, isto, aquilo, segunda, terça, quarta, quinta, sexta, feira, sábado, domingo
        janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro
        primavera, verão, outono, inverno, noite, tarde, manhã, senhor, senhora""",
}
"""Words that stand in no phrase: pronouns, prepositions, conjunctions, auxiliaries, adverbs, days and months."""

COMMON: dict[str, str] = {
    "en": """thing(|s), way(|s), lot(|s), bit(|s), kind(|s), sort(|s), part(|s), side(|s), end, fact(|s), case(|s)
        point(|s), place(|s), moment, example(|s), question(|s), answer(|s), reason(|s), idea(|s), problem(|s)
        time(|s), year(|s), month(|s), week(|s), day(|s), hour(|s), minute(|s), quarter(|s), weekend(|s), people
        person, man, guy(|s), folks, user(|s), customer(|s), client(|s), colleague(|s), company, companies
        business, team(|s), staff, boss, manager(|s), department(|s), office(|s), job(|s), work, life, world, money
        product(|s), tool(|s), system(|s), software, platform(|s), solution(|s), service(|s), app, application(|s)
        feature(|s), function(|s), option(|s), version(|s), update(|s), change(|s), number(|s), figure(|s), half
        rest, start, beginning, back, front, top, bottom, word(|s), name(|s), note(|s), email(|s), mail(|s)
        message(|s), call(|s), meeting(|s), project(|s), process(|es), task(|s), result(|s), difference, experience
        use, need(|s), line(|s), list(|s), page(|s), button(|s), everyday, review(|s), feedback, comment(|s)
        survey(|s), guys, nobody, course, order, stuff, matter, sense, hand(|s), eye(|s), head, regards, thanks""",
    "de": """sache(|n), ding(|e), weise, teil(|e), seite(|n), ende, fall, fälle, punkt(|e), stelle(|n), moment
        beispiel(|e), frage(|n), antwort(|en), grund, gründe, idee(|n), zeit(|en), jahr(|e|en), monat(|e|en)
        woche(|n), tag(|e|en), stunde(|n), minute(|n), quartal(|e), wochenende, leute(|n), mensch(|en), person(|en)
        nutzer, kunde(|n), kollege(|n), kollegin(|nen), firma, unternehmen, team(|s), chef(|in), abteilung(|en)
        büro, arbeit, leben, welt, geld, produkt(|e), tool(|s), system(|e), software, plattform, lösung(|en)
        dienst, app, anwendung(|en), funktion(|en), version(|en), update(|s), änderung(|en), zahl(|en), hälfte
        rest, anfang, wort, worte, name(|n), mail(|s), nachricht(|en), anruf(|e), termin(|e), projekt(|e)
        prozess(|e), aufgabe(|n), ergebnis(|se), unterschied, erfahrung(|en), liste(|n), hand, mal, rückmeldung
        umfrage""",
    "fr": """chose(|s), façon, manière, partie(|s), côté(|s), fin, cas, point(|s), endroit, moment(|s), exemple(|s)
        question(|s), réponse(|s), raison(|s), idée(|s), problème(|s), temps, an(|s), année(|s), mois, semaine(|s)
        jour(|s), journée(|s), heure(|s), minute(|s), trimestre(|s), week, gens, personne(|s), utilisateur(|s)
        client(|s), collègue(|s), société, entreprise(|s), équipe(|s), chef, service(|s), bureau, travail, vie
        monde, argent, produit(|s), outil(|s), système(|s), logiciel(|s), plateforme(|s), solution(|s)
        application(|s), fonction(|s), fonctionnalité(|s), version(|s), mise, changement(|s), chiffre(|s), nombre
        moitié, reste, début, mot(|s), nom(|s), mail(|s), message(|s), appel(|s), réunion(|s), projet(|s)
        processus, tâche(|s), résultat(|s), différence, expérience, liste(|s), fois, main, avis, retour(|s)""",
    "es": """cosa(|s), forma(|s), manera(|s), parte(|s), lado(|s), fin, caso(|s), punto(|s), lugar, momento(|s)
        ejemplo(|s), pregunta(|s), respuesta(|s), razón, idea(|s), problema(|s), tiempo, año(|s), mes, meses
        semana(|s), día(|s), hora(|s), minuto(|s), trimestre(|s), gente, persona(|s), usuario(|s), cliente(|s)
        compañero(|s), empresa(|s), equipo(|s), jefe, jefa, departamento(|s), oficina, trabajo, vida, mundo, dinero
        producto(|s), herramienta(|s), sistema(|s), software, plataforma(|s), solución, soluciones, servicio(|s)
        aplicación, función, funciones, versión, cambio(|s), número(|s), mitad, resto, principio, palabra(|s)
        nombre(|s), correo(|s), mensaje(|s), llamada(|s), reunión, proyecto(|s), proceso(|s), tarea(|s)
        resultado(|s), diferencia, experiencia, lista(|s), mano, encuesta, opinión""",
    "pt": """coisa(|s), forma(|s), maneira(|s), parte(|s), lado(|s), fim, caso(|s), ponto(|s), lugar, momento(|s)
        exemplo(|s), pergunta(|s), resposta(|s), razão, ideia(|s), problema(|s), tempo, ano(|s), mês, meses
        semana(|s), dia(|s), hora(|s), minuto(|s), trimestre(|s), gente, pessoa(|s), pessoal, usuário(|s)
        utilizador(|es), cliente(|s), colega(|s), empresa(|s), equipe(|s), equipa(|s), time, chefe
        departamento(|s), escritório, trabalho, vida, mundo, dinheiro, produto(|s), ferramenta(|s), sistema(|s)
        software, plataforma(|s), solução, soluções, serviço(|s), aplicativo(|s), aplicação, função, funções
        versão, mudança(|s), número(|s), metade, resto, início, começo, palavra(|s), nome(|s), email(|s), mensagem
        mensagens, ligação, reunião, projeto(|s), processo(|s), tarefa(|s), resultado(|s), diferença, experiência
        lista(|s), mão, pesquisa, opinião""",
}
"""Words that alone name nothing in particular."""
