"""French turns of phrase: praise and blame without a word for it, and what shows a feeling."""

GOOD = {
    4.0: """ne reviendrais pas en arrière, ne reviendrions pas en arrière, ne reviendrions en arrière pour rien
        pour rien au monde, ne changerais pour rien, ne changerions pour rien, ne saurions plus nous en passer
        ne saurais plus m en passer, ne peux plus m en passer, ne pourrais plus m en passer
        ne peut plus s en passer, comment avons nous fait sans, comment faisions nous avant
        comment on faisait avant, meilleure décision, meilleur investissement, dix sur dix, 10 sur 10, cinq étoiles
        5 étoiles, vingt sur vingt, 20 sur 20, mille fois merci pour ce, au delà de mes attentes
        dépassé mes attentes, dépasse mes attentes, dépasse toutes nos attentes, surpassé nos attentes
        à la hauteur de nos attentes et plus, emballé(|e|s|es), conquis(|e|es), époustouflant(|e)
        sensationnel(|le|s), exemplaire(|s), une perle, une merveille, une pépite, coup de cœur, sans égal
        inégalé(|e), on ne peut rêver mieux, on ne peut pas rêver mieux, que demander de plus, que du positif
        le jour et la nuit, c est le jour et la nuit""",
    3.2: """chapeau bas, tire mon chapeau, tirons notre chapeau, les yeux fermés, vivement recommandé(|e)
        recommande sans hésiter, recommandons sans hésiter, recommande sans hésitation, recommande fortement
        recommande à tous, conseille vivement, conseille sans hésiter, conseillons vivement, je conseille à tous
        un sans faute, sans faute du début, comme sur des roulettes, roule tout seul, comme une horloge
        un bonheur à utiliser, un plaisir à utiliser, plaisir d utiliser, plaisir de travailler
        un plaisir de travailler, nous a sauvé(|s), m a sauvé(|e), sauve la vie, sauvé la mise, nous sauve
        change tout, a tout changé, révolutionne, vraie révolution, vrai bonheur, vraie réussite, belle réussite
        franche réussite, grande qualité, très grande qualité, de qualité, haut de gamme, numéro un, d exception
        au top du top, rien à dire, rien à reprocher, rien à envier, aucun reproche, pas un seul reproche, au poil
        nickel, extra, canon, sublime(|s), somptueux, divin, splendide(|s), imbattable(|s), incomparable(|s)
        irremplaçable(|s), incontournable(|s), un must, félicitations à l équipe, félicitations à votre
        bravo à l équipe, bravo à toute, toutes mes félicitations, extrêmement satisfait(|e|s), comblé(|e|s|es)
        enthousiaste(|s), enthousiasmé(|e|s)""",
    2.4: """je ne peux pas me plaindre, pas à se plaindre, rien à redire, jamais déçu(|e|s|es)
        jamais été déçu(|e|s), ne déçoit pas, ne déçoit jamais, ne nous a jamais déçu(|s)
        ne nous a jamais laissé(|s) tomber, ne nous laisse jamais tomber, pas déçu(|e|s|es), aucun regret
        sans regret, ne regrette pas, ne regrettons pas, ne regrette rien, ne regrettons rien, regrette pas du tout
        bon choix, le bon choix, bonne décision, la bonne décision, excellent choix, si c était à refaire
        referais le même choix, referions le même choix, reprendrais sans hésiter, vaut le coup, vaut son prix
        vaut chaque euro, vaut l investissement, bien investi, bon rapport qualité prix
        excellent rapport qualité prix, facilite la vie, facilite le travail, nous facilite, me facilite
        simplifie la vie, simplifie le travail, nous simplifie, me simplifie, change notre quotidien, nous soulage
        un vrai soulagement, quel soulagement, soulagement, tient ses promesses, tiennent leurs promesses
        fait ce qu on lui demande, fait exactement ce qu, fait bien son travail, répond à nos attentes
        répond parfaitement, répond à tous nos besoins, répond à nos besoins, à nos besoins parfaitement
        à la hauteur, au rendez vous, toujours au rendez vous, toujours disponible(|s), toujours à l écoute
        toujours présent(|s|e|es), aux petits soins, aux petits oignons, grande réactivité, très grande réactivité
        réactivité exemplaire, une équipe en or, équipe en or, en or, prise en main facile, prise en main rapide
        se prend en main, un jeu d enfant, jeu d enfant, en deux clics, en quelques clics, en un clin d œil
        en un clin d oeil, limpide(|s), épuré(|e), agréablement surpris(|e|es), bonne surprise, belle surprise
        très apprécié(|e), très appréciable, un atout, un vrai atout, un gros plus, un vrai plus, un plus indéniable
        gros point fort, point fort, points forts, convaincu(|e|s|es), convaincant(|e|s), performant(|e|s|es)
        complet et, soigné(|e|s), rigoureux, bienveillant(|e|s), chaleureux, chaleureuse, pédagogue(|s), à l aise
        rodé(|e), bien rodé(|e), bien ficelé(|e), bien fait(|e|s), bien fichu(|e), pro, très pro, super équipe
        super outil, super produit, super boulot, beau boulot, bon boulot, excellent boulot""",
    1.7: """élégant(|e|s), ergonomique(|s), moderne(|s), lisible(|s), précis(|e|es), solide(|s), sûr(|e|s)
        serein(|e|s), sereinement, sérénité, en toute sérénité, en confiance, satisfaction, pertinent(|e|s|es)
        appréciable(|s), accessible(|s), accueillant(|e|s), attentif(|s), attentive(|s), aimable(|s), courtois(|e)
        serviable(|s), dévoué(|e|s), impliqué(|e|s), astucieux, astucieuse, malin, maline, ingénieux, ingénieuse
        évolutif, évolutive, sans accroc, sans encombre, sans souci depuis, en douceur, plaît, plaisent
        plaît beaucoup, bénéfique(|s), on s y retrouve, gagne à être connu""",
}

BAD = {
    3.6: """du grand n importe quoi, n importe quoi, une honte, c est une honte, une catastrophe, une arnaque
        arnaque, une vraie galère, une galère, à fuir, fuyez, plus jamais ça, argent jeté, argent par les fenêtres
        une vaste blague, une plaisanterie, se moque du monde, se moquer du monde, se fout de nous, foutez de nous
        foutage de gueule, à vomir, inqualifiable(|s), intolérable(|s), insupportable(|s), odieux, calamiteux
        calamiteuse, pitoyable(|s), grotesque(|s), de la merde, pourri(|e|s), pourrie, une horreur, l horreur
        à s arracher les cheveux, m arrache les cheveux, nous rend fous, rend fou, me rend folle, à bout
        à bout de nerfs, la goutte d eau, le pire, la pire, remboursez, remboursement exigé""",
    2.6: """laisse à désirer, laissent à désirer, laisse vraiment à désirer, ne répond pas à nos attentes
        pas à la hauteur, n est pas à la hauteur, loin des promesses, ne tient pas ses promesses, rien ne marche
        rien ne fonctionne, plus rien ne marche, plus rien ne fonctionne, ça ne marche pas, ça ne fonctionne pas
        cela ne fonctionne pas, cela ne marche pas, ne sert à rien, sert à rien, ne nous aide pas
        ne nous aide en rien, n apporte rien, aucune nouvelle, sans nouvelles, toujours sans nouvelles
        personne ne répond, personne ne nous répond, personne ne rappelle, on nous balade, on nous a baladés
        on tourne en rond, tournons en rond, on attend toujours, attendons toujours, j attends toujours
        attends encore, attendons encore, depuis des semaines sans, une usine à gaz, usine à gaz, casse tête
        un casse tête, prise de tête, retour en arrière, un recul, régression, une régression, de pire en pire
        pire qu avant, moins bien qu avant, s aggrave, se dégrade, ne cesse de se dégrader, hors de prix
        beaucoup trop cher, beaucoup trop long, beaucoup trop lent(|e), bien trop cher, bien trop long, trop long
        trop longue, prend un temps fou, un temps fou, prend des heures, prend une éternité, une éternité
        interminable(|s), chronophage(|s), nous fait perdre, fait perdre du temps, me fait perdre, perd un temps
        perdons un temps, usant(|e), épuisant(|e), exaspérant(|e), exaspéré(|e|s), excédé(|e|s), irrité(|e|s)
        irritant(|e), en colère, remonté(|e|s) contre, dépité(|e|s), démuni(|e|s), abandonné(|e|s)
        livré(|e|s) à nous mêmes, pas content(|e|s), inadapté(|e|s), imbuvable(|s), archaïque(|s), bancal(|e)
        bâclé(|e|s), mal conçu(|e|s), mal fait(|e|s), mal pensé(|e), mal fichu(|e), mal traduit(|e)
        mal documenté(|e), mal, malmené(|s), mauvaise surprise, mauvaise expérience, grosse déception
        énorme déception, je suis déçu(|e), aller voir ailleurs, voir ailleurs, envisageons de partir
        pensons à partir, changer de prestataire, ne renouvellerons pas, ne renouvellerai pas, ne pas renouveler
        ne recommande pas, ne recommandons pas, déconseille, déconseillons""",
    1.7: """peut mieux faire, peu clair(|e|s), peu intuitif, peu intuitive, peu réactif(|s), peu ergonomique
        peu lisible, pas top, pas terrible, bof, sans plus, mitigé(|e|s), perfectible(|s), à améliorer, à revoir
        dommage, bémol, gros bémol, point noir, points noirs, point faible, points faibles, défaut(|s), gênant(|e|s)
        contraignant(|e), contraignante, fouillis, brouillon, opaque(|s), incomplet(|s), incomplète(|s)
        imprécis(|e), approximatif, illisible(|s), daté(|e), dépassé(|e) par, capricieux, capricieuse, rame, saccade
        traîne, s éternise, galère, galérons, on galère, rebutant(|e), déroutant(|e|s), perturbant(|e), compliquer
        complique, alourdit, oblige à, obligés de, obligé de, contraints de, nous coûte""",
}

PROBLEMS = {
    1.3: """ne fonctionne pas, ne fonctionne plus, ne fonctionnent pas, ne fonctionnent plus, ne marche pas
        ne marche plus, ne marchent pas, ne marchent plus, ne répond pas, ne répond plus, ne s ouvre pas
        ne s ouvre plus, ne charge pas, ne charge plus, ne démarre pas, ne démarre plus, ne s affiche pas
        ne s affiche plus, ne s affichent pas, n arrive pas à ouvrir, n arrive pas à me connecter
        n arrivons pas à nous connecter, impossible de se connecter, impossible de me connecter, impossible d ouvrir
        impossible d accéder, impossible de, n imprime pas, ne se synchronise pas, ne synchronise plus
        ne s enregistre pas, n enregistre pas, hs, à l arrêt, écran blanc, en rade, en carafe, coupure(|s)
        dysfonctionnement(|s), dysfonctionne, freeze, freezes, crash, crashe(|nt)""",
    0.8: """ lag(|s), latence, ralentissement(|s), bogué(|e|s), bugué(|e|s), bugge, bugs, buggé(|e)
        disparu(|e|s|es)""",
}

GAINS = {
    3.0: """n avons plus jamais à, plus aucun besoin, plus besoin d, n avons plus à nous soucier, ne perdons plus
        ne passons plus, ne passe plus mes, ne ressaisissons plus, ne courons plus après, fini le temps
        finies les ressaisies, finis les, fini la, finie la, adieu les, terminé les, terminés les, c en est fini
        pour la toute première fois, jamais été aussi rapide, jamais été aussi vite, jamais été aussi
        plus vite que jamais, mieux que jamais, meilleur trimestre, meilleur mois, deux fois moins, trois fois moins
        moitié moins, en quelques minutes au lieu, en quelques heures au lieu, en minutes au lieu
        au lieu de plusieurs, amorti en, s est amorti, rentabilisé en, s est rentabilisé, déjà remboursé
        s est remboursé, en avance sur, sans heures supplémentaires, plus d heures supplémentaires
        sans une seule erreur, sans un seul incident, aucune panne depuis""",
    2.0: """arrivons enfin, réussissons enfin, y voyons enfin clair, voyons enfin, enfin une, savons enfin
        dispose enfin, disposons enfin, on peut enfin, on a enfin, depuis nous pouvons, nous pouvons désormais
        on peut désormais, nous a aidés à réduire, nous a aidé à réduire, nous a aidés à gagner
        nous a aidé à gagner, nous aide à gagner, nous a libéré, nous libère, libère du temps, libéré du temps
        dégagé du temps, dégage du temps, gain de productivité, gagné en productivité, gagné en efficacité
        gagné en visibilité, gagné en qualité, gagnons du temps, gagne du temps, gagne un temps, gagnons un temps
        gagné un temps, gain de temps considérable, fluidifié, simplifié nos, simplifié notre, évité de recruter
        sans recruter, sans embaucher, clôturé plus tôt, bouclé en, terminé à temps, livré à temps, à temps
        dès la première fois, du premier coup, audit réussi, certification obtenue, obtenu la certification
        signé le contrat, gagné l appel d offres, déployé dans tous, déployé partout, adopté par tous
        tout le monde l utilise, toute l équipe l utilise""",
}

MARKS = {
    "nothing": """bien à toi, bien le, bien de, bien les, bien la, bien un, bien une, est bien le cas, c est bien ça
        bien évidemment, aussi bien, ou bien encore, tant bien que mal, bon alors, bon je, bon voilà, bon nombre
        de bonne heure, à bon escient, bonne foi, bon marché, bon an mal an, au plus simple, simple confirmation
        en bonne et due forme, mieux vaut, il vaut mieux, au mieux, faire de mon mieux, le mieux serait
        meilleurs délais, dans les meilleurs délais, au plus vite, plus vite possible, assez rapidement
        rapidement si possible, peut aimer, à l aide de, aide en ligne, besoin d aide, demande d aide, centre d aide
        page d aide, avec l aide, aide mémoire, clair pour moi, point de vue, mise à jour, fin de mois
        juste pour savoir, juste une question, petite question, pas mal d autres, pas de quoi, de rien, sans doute
        sous peine de, vaut la peine de vérifier, à peine, en panne de, super utilisateur, super admin, supérieur
        mal de""",
    "courtesy": """j espère que vous allez bien, espère que vous vous portez bien, espérant que vous allez bien
        bonne fin de semaine, bon après midi, bon dimanche, bon lundi, bonne rentrée, bonnes fêtes de fin d année
        meilleurs vœux, meilleurs voeux, tous mes vœux, très bonne année, belle soirée, belle fin de journée
        bon retour, excellent week end, excellente semaine, bien amicalement, amicalement, à bientôt, à très vite
        à très bientôt, ravi de l apprendre, heureux de l apprendre, heureuse de l apprendre, content de l apprendre
        ravie de l apprendre, au plaisir de, avec grand plaisir, ce sera avec plaisir, volontiers, ça marche
        ça marche pour moi, ça roule, c est gentil, très gentil, gentil de votre part, c est sympa
        sympa de votre part
          votre temps, votre soutien, votre compréhension
        votre disponibilité, ta réactivité, ton retour, ta réponse, votre réponse, votre prompte réponse
        votre retour rapide, votre réponse si rapide, parfait merci, super merci, génial merci, top merci
        impeccable merci, nickel merci, excellent merci""",
    "thanks": """thanks, thx, mille merci, un immense merci, immense merci, encore merci, merci infiniment
        merci mille fois""",
    "relapse": """retour à la case départ, revenu en arrière, revenus en arrière, de retour à, retombé dans
        retombés dans, comme avant le, repartis à zéro, retour aux tableurs, retour à excel, retour sur excel
        de nouveau à la main""",
    "serves": """charge(|nt), ouvre(|nt), s ouvre, démarre(|nt), affiche(|nt), s affiche, s affichent, imprime(|nt)
        enregistre(|nt), synchronise(|nt), connecte(|nt), exporte(|nt), importe(|nt), répond(|ent), arrive(|nt)
        apparaît, apparaissent, télécharge(|nt), envoie(|nt), reconnaît, prend en compte, tient""",
    "future": "serons, serai, serez",
    "goal": """notre objectif, l objectif, l objectif est, notre but, le but est, on nous avait promis
        nous avait promis, nous aviez promis, aviez promis, nous a promis, était censé, était censée, étaient censés
        censé(|e|s) être, était prévu""",
    "usedto": "à l époque, dans le temps, les premiers mois, les premières semaines, tout au début, aux débuts",
    "now": """mais aujourd hui, mais désormais, depuis votre, depuis quelque temps, depuis quelques semaines
        depuis quelques jours, depuis peu, depuis votre mise à jour, depuis la mise à jour, depuis la dernière
        depuis la nouvelle, depuis le changement, depuis le passage, plus maintenant, ce n est plus le cas
        à présent""",
    "until": """jusqu au jour où, jusqu à la, jusqu à hier, jusqu au mois, jusqu à récemment, avant que vous
        avant votre, avant l arrivée""",
    "but": "or, malheureusement, toujours est il que, cela dit, ceci dit, en même temps, d un autre côté",
    "except": """seul regret, seul défaut, seul hic, seul problème, unique bémol, petit bémol, un bémol, si ce n est
        à l exception""",
    "although": "même quand, malgré tout, en dépit de, quand bien même",
    "would": "voudrions, voudrais, vaudrait, faudrait, permettrait, permettraient, aimerait, souhaiterait, gagnerait",
    "if": "si jamais, à supposer que, dans le cas où, en cas de, du moment que, tant que",
    "sarcastic": """merci bien pour, merci du cadeau, sympa le, sympa la, c est du joli, bel exploit, quel exploit
        on croit rêver, on rêve, non mais sérieusement, chapeau les artistes, ben voyons, mais bien sûr, à d autres
        c est le pompon, le pompon, la cerise sur le gâteau, pour ne pas changer, ça promet, ça commence bien""",
    "sarcasm": """merci de nous avoir, bravo d avoir, bravo les gars, quel bonheur de, quel plaisir de
        quelle joie de, quelle joie, un vrai bonheur de, rien de tel que, rien de mieux que, tellement pratique
        tellement agréable, toujours un bonheur, félicitations à ceux, félicitations d avoir, j adore devoir
        j adore passer, on adore attendre, on adore passer, nous adorons attendre, vive les, vive le, vive la
        un grand bravo, évidemment, bien entendu, comme prévu, comme par hasard, encore une réussite""",
    "rival": """mieux que chez vous, mieux que le votre, meilleur que chez vous, plus rapide que le vôtre
        plus simple que chez vous, moins cher que chez vous, moins cher que le vôtre, moins cher ailleurs
        mieux ailleurs, ailleurs c est, vos concurrents proposent mieux, vos concurrents font mieux,
        votre concurrent propose mieux
        la concurrence propose mieux, la concurrence fait mieux, la concurrence est, partir à la concurrence,
        partir chez
        passer chez, aller chez un, regrette notre ancien, regrettons notre ancien, regrettons l ancien
        regrette l ancien, aurions dû rester""",
    "bested": """bien mieux que, beaucoup mieux que, nettement mieux que,
        mieux que chez, mieux que les autres, mieux que tous les autres, mieux que n importe quel
        meilleur que tous, meilleur que n importe, meilleur que les autres, meilleure que les autres
        bien meilleur que, plus simple que notre ancien, plus rapide que notre ancien, plus simple que l ancien
        plus rapide que l ancien, rien à voir avec, aucune comparaison, sans comparaison, loin devant
        bien supérieur à, venons de chez""",
    "wish": """serait bien d avoir, serait bien d, serait chouette, serait sympa de, serait sympa si, serait cool
        serait formidable, serait bienvenu(|e|es), seraient les bienvenu(|s|es), seraient appréciées, serait un plus
        serait un vrai plus, serait encore plus, serait plus simple si, serait plus pratique, serait mieux si
        ce serait super si, ce serait génial si, ce serait parfait si, ce serait top si, ce serait top de,
        ce serait super de
        l idéal serait, le rêve serait, on aimerait, on souhaiterait, on voudrait, nous voudrions
        je voudrais pouvoir, nous souhaiterions, j apprécierais, nous apprécierions, aurions besoin, aurais besoin
        on aurait besoin, auriez vous prévu, prévoyez vous, avez vous prévu, comptez vous, y a t il un moyen
        existe t il un moyen, est il possible d ajouter, possible d ajouter, serait il possible, pourrait on
        pourrait on avoir, ne pourrait on pas, pouvez vous prévoir, pourriez vous prévoir, à quand, ne manque que
        ne manque plus que, il ne manque que, manque juste, il manque juste, manque encore, une suggestion
        petite suggestion, une idée d amélioration, piste d amélioration, axe d amélioration, à ajouter
        devrait pouvoir, devrait permettre, devrait être possible, gagnerait à, rêve d, rêve de, rêvons de
        espérons voir, j espère voir, ça nous aiderait, cela nous aiderait, nous aiderait, m aiderait""",
}

TONES = {
    1.5: """haha, hihi, lol, mdr, ptdr, youpi, hourra, bravo, félicitations, génial, bonne chance, bon courage
        joyeux anniversaire, bon anniversaire, joyeux noël, bonne année, bien vu, bien joué, bonne remarque
        bonne question, bonne idée, très bonne idée, excellente idée, belle idée, hâte de, j ai hâte
        nous avons hâte, au plaisir, bienvenue, waouh, wahou, wow, ouah, cool, tant mieux, ouf""",
    0.8: """drôle(|s), rigolo, rire, sourire, souriant(|e), curieux, curieuse, espoir, optimiste(|s), fier(|s)
        fière(|s), fierté, joie, joyeux, joyeuse, amusant(|e), passionnant(|e|s), passionné(|e|s), motivé(|e|s)
        inspirant(|e|s), surprenant(|e), fascinant(|e), tendresse, chaleur, rassuré(|e|s), soulagé(|e|s)
        détendu(|e), paisible, courage, courageux, généreux, généreuse, honnête(|s), respect, admire, admirable(|s)
        magique(|s), rêve, délicieux, délicieuse, volontiers, heureusement, ravissant(|e), charmant(|e)""",
    -0.8: """étrange(|s), bizarrement, suspect(|e|s), douteux, douteuse, sceptique(|s), risqué(|e|s), dangereux
        dangereuse, stress, stressant(|e), stressé(|e|s), fatigué(|e|s), fatigant(|e), nerveux, nerveuse, peur
        crains, craignons, crainte, absurde(|s), insensé(|e), stupide(|s), idiot(|e), bête, moche(|s), laid(|e)
        ennuyeux, ennuyeuse, ennuie, perplexe(|s), gêné(|e|s), désagréable(|s), injuste(|s), amer, amère, grave(|s)
        pénalise, reproche(|s), critique(|s), colère, tension, tendu(|e), doute, doutes, incohérent(|e|s)
        incompréhensible(|s), comprends pas pourquoi, aucune idée, n importe comment, impuissant(|e|s), las
        lassé(|e|s), lassant(|e)""",
    -1.5: """désolé(|e|s|es), pardon, excusez moi, excuse moi, mes excuses, nos excuses, toutes mes excuses
        navré(|e|s), oups, aïe, zut, flûte, mince, hélas, oh non, mon dieu, bon sang, punaise, purée, beurk, pff
        pfff, bah, snif, ma faute, mon erreur, notre erreur, pleurer, larmes, honteux de, regret, regrets
        au secours""",
}
