"""French."""

from goodword.finding.listening.lexicon import fr_idioms as idioms
from goodword.finding.listening.lexicon.joining import joined
from goodword.finding.listening.lexicon.shape import Quantities, Words

WORDS = Words(
    language="fr",
    splits_apostrophe=True,
    good=joined(
        {
            4.0: """exceptionnel(|le|s|les), extraordinaire(|s), formidable(|s), fantastique(|s), incroyable(|s)
            génial(|e|es), géniaux, remarquable(|s), impeccable(|s), hors pair, ravi(|e|s|es), enchanté(|e|s|es) de
            bluffé(|e|s|es), bluffant(|e|s), irréprochable(|s), au delà de nos attentes, dépassé nos attentes
            dépasse nos attentes, dépassé toutes nos attentes, plus heureux, coup de coeur, j adore, on adore
            nous adorons, adore, adorons, adorent, ne pourrions plus nous en passer, ne pouvons plus nous en passer
            ne peut plus s en passer, indispensable(|s), rien à redire, que du bonheur""",
            3.2: """excellent(|e|s|es), parfait(|e|s|es), parfaitement, merveilleux, merveilleuse, magnifique(|s)
            superbe(|s), épatant(|e), très satisfait(|e|s|es), entièrement satisfait(|e|s)
            pleinement satisfait(|e|s), très content(|e|s|es), très heureux, je recommande, nous recommandons
            recommande vivement, recommandons vivement, à recommander, le meilleur, la meilleure, les meilleurs
            impressionnant(|e|s|es), impressionné(|e|s|es), précieux, précieuse, marche à merveille, à merveille
            fonctionne à merveille, un vrai plaisir, un régal, un bonheur, chapeau, bravo à, félicitations à toute
            remarquablement, révolutionné, changé la vie, change la vie, une aide précieuse, d une grande aide
            grande aide, vraie valeur""",
            2.4: """super, génialissime, utile(|s), satisfait(|e|s|es), content(|e|s|es), efficace(|s), efficacement
            intuitif(|s), intuitive(|s), fiable(|s), réactif(|s), réactive(|s), professionnel(|le|s|les)
            compétent(|e|s|es), sympathique(|s), facile à utiliser, simple à utiliser, simple d utilisation
            facile d utilisation, très bien, très bon(|ne|s|nes), très utile(|s), vraiment bien, fonctionne bien
            fonctionne très bien, fonctionne parfaitement, marche bien, marche très bien, marche parfaitement
            fluide(|s), pratique(|s), beaucoup mieux, bien mieux, bien plus simple, bien plus rapide
            beaucoup plus simple, beaucoup plus rapide, gagné en, exactement ce qu il nous fallait
            exactement ce dont nous avions besoin, exactement ce que nous cherchions, bon travail, beau travail
            excellent travail, un plaisir, apprécions beaucoup, apprécie beaucoup, apprécient, à l écoute
            disponible(|s) et, au top, top, toujours là, compter sur vous, compter sur eux, puissant(|e|s|es)
            robuste(|s), bien pensé(|e|s), bien conçu(|e|s), nous a beaucoup aidé(|s), m a beaucoup aidé, aidés
            aime beaucoup, aimons beaucoup, recommande, recommandons""",
            1.7: """bon(|ne|s|nes), bien, beau, belle, agréable(|s), rapide(|s), rapidement, facile(|s), facilement
            simple(|s), aime, aimons, aiment, heureux, heureuse(|s), mieux, meilleur(|e|s|es), clair(|e|s)
            stable(|s), amélioré(|e|s|es), amélioration(|s), avantage(|s), réussite, réussi(|e|s), confiance, gain
            plaisir, chouette, souple(|s), complet(|s), rassurant(|e), sérieux, joli(|e|s), gentil(|le|s)
            patient(|e|s), apprécié(|e|s|es)""",
            1.0: """fonctionne, fonctionnent, marche, marchent, aide, aident, ok, correct(|e|s), intéressant(|e|s|es)
            résolu(|e|s), convient""",
        },
        idioms.GOOD,
    ),
    bad=joined(
        {
            3.6: """inacceptable(|s), catastrophe, catastrophique(|s), horrible(|s), affreux, affreuse, nul(|le|s|les)
            lamentable(|s), scandaleux, honteux, honte, inutilisable(|s), cauchemar, désastre, désastreux
            désastreuse, pire, ridicule(|s), ras le bol, marre, perte de temps, perte d argent, déteste, détestons
            furieux, furieuse, plus jamais, merde, inadmissible(|s), se moque de nous, vous moquez de nous
            une blague, exécrable(|s), à bout de patience, minable(|s)""",
            2.6: """mauvais(|e|es), déçu(|e|s|es), décevant(|e|s|es), déception, frustré(|e|s|es), frustrant(|e|s|es)
            frustration, énervant(|e|s), agaçant(|e|s), agacé(|e|s), insatisfait(|e|s|es), mécontent(|e|s|es)
            pénible(|s), peu fiable(|s), pas fiable, instable(|s), trop lent(|e|s|es), trop cher, trop chère
            trop compliqué(|e|s), trop complexe, compliqué(|e|s|es), fastidieux, fastidieuse, médiocre(|s)
            laborieux, aucune réponse, sans réponse, pas de réponse, toujours pas, résilier, résiliation, quitter
            concurrent, alternatives, laissé tomber, nous laisse tomber, gâché, dommage, inefficace(|s)
            incompétent(|e|s), impoli(|e|s), confus(|e|es), perdons du temps, perdre du temps, perdu confiance
            n en peut plus, dégradé(|e|s|es), empiré, s est dégradé""",
            1.7: """lent(|e|s|es), lenteur(|s), difficile(|s), complexe(|s), cher, chère(|s), malheureusement, manque
            manquent, problématique(|s), faux, fausse, faible(|s), limité(|e|s|es), obsolète(|s), inutile(|s)
            plainte(|s), plaindre, inquiet, inquiète, inquiets, triste, bizarre(|s), regrettable, regrette
            insuffisant(|e|s), vieillot(|te), lourd(|e|s), pénalisant(|e), peu pratique, peine à""",
        },
        idioms.BAD,
    ),
    problems=joined(
        {
            1.3: """panne(|s), en panne, plante(|nt), planté, plantage(|s), cassé(|e|s|es), perte de données
            échoue(|nt), échec(|s), bloqué(|e|s|es), figé(|e|s), indisponible(|s), interruption(|s), hors service
            incident(|s), tombe, tombé""",
            0.8: """erreur(|s), problème(|s), bug(|s), bogue(|s), retard(|s), souci(|s), perdu(|e|s|es), refusé
            maintenance, anomalie(|s)""",
        },
        idioms.PROBLEMS,
    ),
    gains=joined(
        {
            3.0: """divisé par, réduit de moitié, de moitié, pour la première fois, première fois, n avons plus à
            n avons plus besoin, n a plus besoin, n ai plus besoin, n ai plus à, plus besoin de, ne devons plus
            ne dois plus, fini les, finies les, nous fait gagner, nous a fait gagner, m a fait gagner, fait gagner
            nous a permis de gagner, nous a fait économiser, nous fait économiser, deux fois plus vite
            deux fois plus rapide, trois fois plus, temps record, rentabilisé, au lieu de jours, au lieu de semaines
            au lieu d heures, auparavant il fallait, avant il fallait""",
            2.0: """enfin pouvoir, pouvons enfin, peut enfin, peux enfin, avons enfin, a enfin pu, avons enfin pu
            pouvons maintenant, pouvons désormais, peut désormais, désormais nous, nous permet de, nous a permis de
            nous a permis d, m a permis de, gagné du temps, gagner du temps, gain de temps, gagnons, économisé
            économisons, économies, réduit nos, réduit notre, réduit le temps, réduit les, diminué, baissé de
            augmenté nos, augmenté notre, accéléré, gagné le contrat, remporté, réussi l audit, passé l audit
            atteint nos objectifs, atteint notre objectif, objectif atteint, dans les délais, en production
            mis en service, grâce à vous""",
            1.0: """enfin, grâce à, grâce, réussi à, économisé, réduit, automatisé, plus rapide, moins, au lieu de
            gagné, améliore""",
        },
        idioms.GAINS,
    ),
    tones=idioms.TONES,
    marks=joined(
        {
            "nothing": """merci de, merci d, bien sûr, bien que, eh bien, ou bien, si bien, bien reçu, bien noté
            bien entendu, bien à vous, bon appétit, bon courage, bonne chance, bonne question, bon à savoir
            bonne idée, bonne continuation, pas de problème, aucun problème, pas de souci, aucun souci
            sans problème, simple question, question rapide, dès que possible, le plus rapidement possible
            le plus vite possible, aussi bien que, combien, message d erreur, marche à suivre, mise en marche
            clair que, bien cordialement, très bien reçu, tout à fait, j aimerais, nous aimerions, aimerais
            aimerions, un bon de, bon de commande, pas mal de""",
            "courtesy": """espère que vous allez bien, espère que tu vas bien, j espère que tout va bien
            espérons que vous allez bien, bonne journée, bonne soirée, bonne semaine, bon week end, bon weekend
            belle journée, bonne année, bonnes fêtes, joyeux noël, bonnes vacances, bonne fin de journée
            bonne réception, excellente journée, très bonne journée, ça me va, cela me va, ça me convient
            parfait pour moi, c est parfait, c est noté, c est bon, c est bon pour moi, ok pour moi, très bien merci
            ravi de vous rencontrer, ravi de faire votre connaissance, enchanté, au plaisir, avec plaisir
            plaisir de vous, heureux de vous, ravi de vous, bien cordialement, cordialement, d accord, entendu
            bonne nouvelle, votre réponse rapide, réponse rapide, retour rapide, votre retour, votre aide, ton aide
            votre patience, votre réactivité, rapidité de votre réponse, serait parfait, serait super, serait génial
            serait top, super nouvelle""",
            "thanks": """merci de votre, merci de ton, merci de ta, merci de vos, merci pour, merci, merci beaucoup
            mille mercis, un grand merci, grand merci, remercie, remercions, remerciements, merci encore, merci bien
            merci d avance, reconnaissant(|e|s)""",
            "relapse": "de nouveau à, revenu à, revenus à, revenue à, plus la même chose, plus pareil, ",
            "another": "encore un, encore une, une autre, un autre, encore",
            "no": """ne, n, pas, jamais, aucun, aucune, rien, ni, sans, guère, pas vraiment, pas très, pas du tout
            pas encore, pas si, pas assez, loin d être, peu""",
            "gone": "ne plus, plus du tout",
            "fewer": """moins de, moins d, résolu, résoudre, corrigé, corriger, évite, éviter, évité, malgré, réduit
            réduire, supprimé""",
            "more": """très, vraiment, extrêmement, tellement, absolument, particulièrement, incroyablement, trop
            tout, totalement, complètement, hyper, fort, beaucoup, franchement""",
            "less": "un peu, assez, plutôt, relativement, quelque peu, parfois, légèrement, presque, moyennement",
            "but": "mais, cependant, toutefois, pourtant, néanmoins, par contre, en revanche, hélas",
            "except": """sauf, sauf que, hormis, à part, mis à part, excepté, seul bémol, seul point négatif
            dommage que""",
            "although": "bien que, quoique, malgré, même si, alors que, tandis que",
            "until": """jusqu à, jusqu au, jusqu aux, jusque, avant la mise à jour, avant la dernière, avant la nouvelle
            avant le changement, avant la migration, jusqu à ce que""",
            "now": """mais maintenant, mais depuis, depuis la, depuis le, dernièrement, ces derniers temps
            désormais plus""",
            "usedto": "avant, autrefois, au début, auparavant, à l origine, jadis",
            "past": """était, étaient, avait, avaient, a été, ont été, fonctionnait, marchait, aimait, aimions, adorait
            adorions, étions, avions""",
            "if": "si, s, à condition que, au cas où, lorsque, pourvu que",
            "would": """serait, seraient, pourrait, pourraient, devrait, devraient, aurait, auraient, ferait, pourriez
            pourrions""",
            "future": """va, allons, vont, sera, seront, voulons, veux, souhaitons, souhaite, espérons, espère, essayons
            afin de, pour, veuillez""",
            "wish": """serait bien si, serait bien de, serait bien que, serait super si, serait super de
            serait génial si, serait génial de, serait utile de, serait utile si, serait top si, serait parfait si
            serait idéal, serait pratique, serait appréciable, serait souhaitable, serait intéressant de
            aimerions pouvoir, aimerais pouvoir, aimerions avoir, aimerais avoir, nous aimerions, j aimerais
            souhaiterions, souhaiterais, pourriez vous ajouter, pouvez vous ajouter, merci d ajouter, il manque
            il nous manque, est il prévu, est ce prévu, suggestion, pourrait être amélioré, pourrait être plus
            devrait être plus, il faudrait, ce serait bien, ce serait mieux, ce serait encore mieux
            serait encore mieux, vivement""",
            "again": """encore, toujours, sans cesse, constamment, à nouveau, de nouveau, chaque fois, tous les jours
            depuis des semaines, depuis des jours, depuis des mois, encore une fois, pour la troisième fois
            pour la deuxième fois, sans arrêt, régulièrement""",
            "sarcastic": "merci pour rien, bravo les, ah bravo, encore bravo, quelle blague, tu parles, bah bravo",
            "sarcasm": """exactement ce qu il nous manquait, il ne manquait plus que, manquait plus que ça
            juste ce qu il nous fallait, quelle bonne surprise, quelle surprise, comme d habitude, comme toujours
            super encore, génial encore, bravo pour, félicitations pour, j adore quand, on adore quand
            j adore attendre, toujours un plaisir de""",
            "rival": """mieux que vous, mieux que le vôtre, meilleur que le vôtre, meilleur que vous
            meilleure que la vôtre, moins cher que vous, passer à la concurrence, chez la concurrence
            chez un concurrent, votre concurrent, vos concurrents, le fait mieux""",
            "bested": """mieux que tout, mieux que tous, meilleur que tout, meilleur que notre ancien
            mieux que notre ancien, mieux que l ancien, meilleur que l ancien, meilleur que la concurrence
            mieux que la concurrence, mieux que ce que nous avions, venant de, bien mieux qu avant, mieux qu avant
            meilleure que l ancienne""",
            "self": "nous, notre, nos, on, je, j, mon, ma, mes, équipe, société, entreprise",
            "about": "vous, votre, vos, outil, produit, logiciel, support, équipe, c, il, elle, ce, cela, ça",
        },
        idioms.MARKS,
    ),
)

QUANTITIES = Quantities(
    numbers={
        "un": 1,
        "une": 1,
        "deux": 2,
        "trois": 3,
        "quatre": 4,
        "cinq": 5,
        "six": 6,
        "sept": 7,
        "huit": 8,
        "neuf": 9,
        "dix": 10,
        "onze": 11,
        "douze": 12,
        "quinze": 15,
        "vingt": 20,
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
        "cent": 100,
        "mille": 1000,
        "une dizaine de": 10,
        "quelques": 3,
        "plusieurs": 4,
        "une demi": 0.5,
    },
    minutes={
        "seconde": 1 / 60,
        "secondes": 1 / 60,
        "s": 1 / 60,
        "sec": 1 / 60,
        "ms": 1 / 60000,
        "minute": 1,
        "minutes": 1,
        "min": 1,
        "mn": 1,
        "heure": 60,
        "heures": 60,
        "h": 60,
        "jour": 480,
        "jours": 480,
        "journée": 480,
        "semaine": 2400,
        "semaines": 2400,
        "mois": 10400,
        "trimestre": 31200,
        "an": 124800,
        "ans": 124800,
        "année": 124800,
        "années": 124800,
    },
    units="""%, pour cent, points, x, k, m, million, millions, euros, eur, dollars, tickets, utilisateurs, clients
            erreurs, appels, clics, étapes, personnes, demandes, factures, rapports, incidents, dossiers, fois""",
    source="de, d'",
    target="à, jusqu'à, à seulement, à moins de",
    by="de, par",
    instead="contre, au lieu de, au lieu d', contre, plutôt que, à la place de, par rapport à",
    formerly="avant, auparavant, il fallait, prenait, mettions, nécessitait, demandait",
    then="""avant, auparavant, l'an dernier, l'année dernière, au début, il y a un an, au départ, c'était
            précédemment""",
    per="""par mois, par semaine, par jour, par an, par trimestre, par heure, chaque mois, chaque semaine
            chaque jour, chaque année, mensuels, par utilisateur, par personne""",
    down="""réduit, réduits, réduite, en baisse, reculé, diminué, baissé, chuté, passé, passés, passée, réduire, abaissé
            raccourci, tombé, tombée, ramené""",
    up="augmenté, progressé, amélioré, accru, gagné, augmentation, hausse, grimpé, bondi, plus",
    moved="""passé, passés, passée, passées, passe, sommes passés, maintenant, désormais, aujourd'hui, prend, allés
            met""",
    spared="économisé, économisons, économise, gagné, gagner, gagnons, gagne, épargné, économiser",
    halves="réduit de moitié, divisé par deux, de moitié, moitié moins, divisée par deux, divisés par deux",
    doubles="""doublé, triplé, quadruplé, deux fois plus vite, deux fois plus rapide, deux fois plus
            trois fois plus, multiplié""",
    faster="plus rapide, plus vite, de moins, moins cher, plus court, en moins, plus rapidement, plus tôt que",
    slower="plus lent, plus long, plus cher, de plus",
    smaller="de moins, en moins",
    wants_less="""temps, coût, coûts, erreurs, erreur, tickets, effort, délai, délais, prix, pannes, plaintes
            heures, travail, retard, attente, durée, latence, churn, appels, traitement, réponse, intégration
            incidents, panne, défauts, rebuts, retards, réclamations, litiges, annulations, plantages, rejets
            dépenses, risques, alertes, fraudes, accidents, attrition, échecs""",
    wants_more="""adoption, revenu, revenus, ventes, productivité, qualité, satisfaction, disponibilité, conversion
            efficacité, marge, nps, chiffre, rétention, visibilité, précision, utilisation""",
    now="maintenant, désormais, aujourd'hui, à présent, depuis, actuellement",
    ranges="à, ou, et",
    fractions="moitié, la moitié, un tiers, deux tiers, un quart, trois quarts, un cinquième",
    lessening="réduction(|s), baisse(|s), diminution(|s), recul, chute, raccourcissement",
    savings="économie(|s), gain de temps",
    growing="hausse(|s), augmentation(|s), amélioration(|s), gain(|s), croissance, progression, bond",
    of="de, d', de près de, de plus de",
    about="des, du, de la, de l', de, sur, dans, en",
    times="fois, x",
    than="""plus vite, plus rapide, plus rapides, plus rapidement, plus, moins, de plus, de moins, plus élevé
            plus efficace
            moins cher""",
    folds="double, triple, quadruple, décuplé, quintuplé, décuplée",
    factor="""divisé(|e|s|es) par, multiplié(|e|s|es) par, par un facteur, par un facteur de, divise par, multiplie par
            divisons par""",
    planned="""va, vont, allons, ferait, pourrait, pourrions, pourraient, devrait, devrions, espérons, espère
            prévoit, prévoyons
            objectif, voulons, veut, si, voudrions, attendons, visons, vise, pas""",
    roughly="environ, près de, presque, plus de, au moins, quelque",
    amounting="est de, était de, a été de, atteint, a atteint, est d'environ",
    percent="%, pour cent",
)
