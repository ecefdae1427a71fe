"""English words of feeling: they show how somebody feels, and judge nothing."""

TONES = {
    1.5: """haha, hahaha, hehe, heh, lol, lmao, rofl, xd, yay, woohoo, hooray, hurrah, yippee, woot
        congrats, congratulations, bravo, kudos, cheers, wow, good luck, best of luck, hope this helps
        hope that helps, hope it helps, nice catch, good catch, great catch, good point, fair point, nice find
        good find, good spot, well spotted, lgtm, looks good to me, sounds great, sounds good, happy to help
        glad to help, you are welcome, no worries, looking forward, pleased to, glad to hear, good to hear
        well deserved, keep up, keep it up, welcome aboard, happy birthday, merry christmas, happy new year, have fun
        heartwarming, bless(|ed|ing|ings), blissful, bliss, euphori(a|c), ecsta(sy|tic), elated, overjoyed
        jubila(nt|tion), rejoic(e|ed|es|ing), thrill(|s|ed|ing), exhilarat(ed|ing), delicious, yummy, heavenly, divine
        sublime, glorious, triumph(|s|ant), victory, victorious, majestic, radiant, exquisite, stunning(|ly)
        dazzl(ed|ing), breathtaking, enchant(ed|ing), captivat(ed|ing), mesmeri(sing|zing), engrossing, gripping
        riveting, enthralling, poignant, unforgettable, masterly, lovable, sumptuous, ftw, dope, groovy, spiffy, nifty
        bulletproof, jewel, dignified, eloquent""",
    0.8: """epic, yeah, yep, finally, definitely, i agree, agree with you, totally agree, hopefully, curious
        thumbs up, great idea, good idea, nice idea, great point, great question, good question, looks good
        looks great, sounds reasonable, smil(e|es|ed|ing), grin(|s|ned|ning), laugh(|s|ed|ing|ter), giggl(e|es|ing)
        chuckl(e|ed|ing), funny, hilarious, amus(ed|ing), humor(|ous), humour, witty, joy(|s|ful|ous), cheer(ful|ing)
        optimis(m|tic), hero(|es|ic), legend(|ary), magic(|al), miracle(|s), miraculous, dream(|s|y), paradise, heaven
        cute, charm(|s|ed|ing), adorable, warm(|th|ly), cozy, cosy, peace(|ful), grace(|ful), gracious, generous(|ly)
        generosity, honest, brave(|ry), courage(|ous), eager(|ly), keen, passion(|ate), enthusias(m|tic)
        inspir(e|ed|es|ing|ation), fascinat(ed|ing), intriguing, surprising, priceless, precious, treasure(|d)
        celebrat(e|ed|es|ing|ion), admir(e|ed|es|ing|able|ation), adoration, affection(|ate), amity, appeal(ing)
        applau(d|se), aspir(e|ing), astonish(ed|ing), attractive, beaming, beloved, blossom(|ing), breeze, breezy
        buddy, calm(|ing|ly), cherish(|ed), classy, comfort(|ed|ing|s), compassion(|ate), compliment(|ed|s|ary)
        considerate, cordial, creative, crystal clear, dashing, decen(cy|tly), dedicat(ed|ion), devot(ed|ion), dignity
        diligent(|ly), dreamy, earnest, effervescent, encourag(e|ed|es|ing|ement), endearing, energetic
        enlighten(ed|ing), entertain(ed|ing|ment), esteem(|ed), excel(|s|led), excite(|s|ment), exempl(ary|ify)
        faith(|ful|fully), fantastical, feel good, festive, fervent, flourish(|ed|ing), fortunate(|ly)
        friend(|s|ship), gala, genial, gentle, gently, genuine, gifted, gleam(|ing), glow(|ing), good natured
        good fun, gusto, handsome, happier, happiest, happi(ly|ness), harmon(y|ious), healthy, heartfelt, hearty
        helped me, honor(|ed|able), honour(|ed|able), hospitable, hug(|s), ideal(|ly), imaginative, immaculate
        ingenious, ingenuity, innocent, inventive, inviting, jolly, kind(ly|ness), liberat(ed|ing), likable, likeable
        lively, loyal(|ty), lucki(ly|er|est), lucky, lush, luxur(y|ious), marvel(|ed|led), masterful, meaningful
        memorable, merci(ful), merrily, mirth, motivat(ed|ing), nifty, noble, nourish(|ing), nurtur(e|ing), openly
        optimal, passionately, perk(|s|y), phew, playful, plentiful, pleas(e|es|ing|ant), praise(|d|s|worthy), pride
        privilege(|d), prosper(|ity|ous), prowess, reassur(e|ed|ing), rejuvenat(ed|ing), reliev(ed|ing), relief
        resourceful, respect(|ed|ful|s), reward(|ed|ing|s), romantic, satisf(y|ying|ies|action), savor(y|ing)
        scrumptious, serene, sincere(|ly), skilled, skil(ful|lful), smart(|er|est), smarts, soothing, sparkl(e|es|ing)
        spirited, splendor, stylish, succeed(|s|ed|ing), sunny, supreme, sweet(|est|er|ly), sympath(y|etic)
        talent(|ed|s), tasty, terrifically, thankfully, thriv(e|ed|es|ing), tranquil, tribute, trustful, truthful
        upbeat, uplift(ed|ing), vibrant, vigor(|ous), vivid, warmest, warm hearted, wealth, well behaved, whimsical
        wholesome, wisdom, wish you, wonder(|s|fully), wondrous, yum, zeal, zest, zing, compelling, touching
        absorbing, hypnotic, profound, resonant, accomplished, deft, nimble, luminous, roomy, spacious, spotless, tidy
        welcoming, authentic, intelligent, bold, daring, wise, prudent, sensible, credible, persuasive, convincing
        quirky, worthwhile, commendable, laudable, respectable, tireless, iconic, timeless, breakthrough, shine(, s)
        shone, soar(, recommendable, swell, peachy, slick, snappy, zippy, lightweight, comfy, foolproof, carefree
        commend, refreshingly, romance, wit, wits, beauty""",
    -0.8: """weird(|ly|er), strange(|ly|r), odd(|ly), bizarre(|ly), absurd(|ly|ity), suspicious(|ly), dubious
        questionable, sketchy, dodgy, shady, fishy, creep(|y|s), hideous(|ly), wasteful, abus(e|es|ed|ing|ive)
        immature, childish, skeptical, sceptical, drawback(|s), downside(|s), flaw(|s|ed), brittle, kludg(e|y|es)
        hackish, ad hoc, cruft(|y), clutter(|ed), spaghetti, serious problem(|s), serious issue(|s), big problem
        huge problem, major problem, real problem, not obvious, does not make sense, do not make sense, makes no sense
        make no sense, no sense, not make any sense, no idea why, no clue, clueless, puzzl(ed|ing), baffl(ed|es|ing)
        bewilder(ed|ing), perplex(ed|ing), tricky, dangerous(|ly), danger, risky, hazard(|ous), harm(|s|ed|ful|ing)
        toxic, poison(|ous), curse(|d|s), doom(|ed), evil(|s), sin(|s|ful), wrong with, what is wrong
        what is the point, screw(|ed|s) up, screwed, mess(|es|ing) up, forgot, forgotten, stop it, please stop
        disagree(|d|s|ment), object to, objection(|s), annoyance(|s), grr, uh oh, uhoh, oof, jeez, jesus, bloody
        freaking, frickin, bastard(|s), bitch, ass, asshole, jerk, moron(|s), fool(|s|ed|ish), coward, liar(|s), thief
        steal(|s|ing), stole(|n), fraud(|ulent), threat(|s|en|ened|ening), hostil(e|ity), violen(t|ce), brutal(|ly)
        cruel(|ty), nazi, lonely, tragic(|ally), tragedy, grief, sorrow, miserabl(e|y), gloom(|y), bleak
        exhaust(ed|ing), bored(|om), laz(y|iness), nervous(|ly), anxious, anxiety, stress(|ed|ful|ing)
        distress(|ed|ing), disturb(|ed|ing|s), shock(|ed|ing|s), jealous(|y), envy, greed(|y), selfish, unfair(|ly)
        injustice, unjust, victim(|s), stupidity, stupidly, dumbest, copy paste, unreadable, illegible
        incomprehensible, nonsens(e|ical), gibberish, illogical, hypocri(sy|te|tical), abhor(|s|red|rent)
        abomina(ble|tion), abrasive, aching, ache(|s), acrimon(y|ious), afflict(ed|ion), aggravat(e|ed|es|ing|ion)
        aghast, agon(y|izing|ising), alarm(|ed|ing), alienat(e|ed|ing), aloof, anger(|ed), anguish, animosity
        annihilat(e|ed), antagoni(sm|stic|ze), apath(y|etic), appal(|led), arduous, astray, atrocity, audacity
        backlash, banal, barbaric, barf, bemoan, betray(|ed|al), bewilderment, bicker(|ing), bigot(|ed|ry)
        bitter(|ly|ness), blah, bland, blasphemy, blatant(|ly), bleed(|ing), blow(|s) up, blunder(|s), blur(|ry|red)
        bogus, boggles, botch(|ed), brainless, brash, breakdown, brood, bully(|ing), bummer, bum, burden(|s|some)
        calamity, callous, catastroph(e|ic), caustic, chaos, chaotic, chore(|s), cliche, coerce, complicat(e|es|ing)
        concoct, condemn(|ed), condescend(ing|ingly), contempt(|uous), contradict(|s|ory|ion), corny, corrosive
        craz(iness|ily), cringe(|s|worthy), crippl(e|ed|ing), critici(sm|ze|se|zing|sing), crook(|ed), crude, crummy
        crumbl(e|ing), crush(|ed|ing), culprit, cumber, cynic(|al|ism), damag(e|ed|es|ing), darn, deceiv(e|ed|ing)
        decept(ion|ive), decay, defam(e|ation), defeat(|ed), deficien(t|cy), degrad(e|ed|es|ing|ation)
        dehumaniz(e|ing), dejected, delusion(|al), demean(|ing), demolish(|ed), demoraliz(e|ed|ing), demotivat(ed|ing)
        denounce, deplor(e|able), depress(|ed|es|ing|ion), depriv(e|ed), derail(|ed), deris(ion|ive), despair(|ing)
        despicable, despis(e|ed), destruct(ion|ive), detest(|ed|s), detriment(|al), devastat(e|ed|ing), deviant
        dimwit, dire, disadvantage(|s), disapprov(e|al|ing), disarray, disbelief, discomfort, discontent
        discourag(e|ed|es|ing), discredit(|ed), disdain, disheartening, dishonest(|y), disillusion(|ed|ment)
        disingenuous, disjointed, dismal, dismay(|ed), dismiss(ive|ed), disorder(|ly), disorgani(sed|zed)
        disparag(e|ing), displeas(ed|ure), disrespect(|ful), disrupt(|ed|ive|s|ion), dissatisf(action|y)
        distort(|ed|ion), distract(|ed|ing|ion), distraught, distrust(|ful), dogmatic, drab, drama, drastic(|ally)
        dreary, dull, dysfunction(|al), eerie, egregious, embitter(ed), enrag(e|ed|es|ing), entangl(ed|ement)
        erroneous(|ly), exacerbat(e|ed|es), exaggerat(e|ed|es|ion), exasperat(e|ed|ing), excessive(|ly)
        excruciating(|ly), exhaustion, extort, fail miserably, fallacy, false hope, farc(e|ical), fatal(|ly), fatigue
        faulty, fearful, fearsome, feeble, feud, fiddly, filth(|y), flabbergasted, flame(|s) war, flimsy, foul, frail
        frantic(|ally), freak(|s|ed|ing) out, fright(|en|ened|ening|ful), frown(|ed|s), frustrat(e|es), fuss(|y)
        futil(e|ity), ghastly, gloat, glum, gnarly, goddamn, gore, gotcha(|s), grim, grip(e|es|ing), groan(|s)
        grotesque, grudge, gruesome, grumbl(e|es|ing), grumpy, gulp, guilt, gullible, haggl(e|ing), haphazard(|ly)
        harass(|ed|ment), hardship, harshly, hatefu(l), havoc, headache(|s), heartbreak(|ing), heartless, heavy handed
        heinous, hesitant, hideous, hijack(|ed), hinder(|s|ed|ing), hindrance, hoax, homesick, horrify(|ing)
        horror(|s), humiliat(ed|ing|ion), hurdle(|s), hurtful, hyster(ia|ical), idiocy, ill advised, ill conceived
        impair(|ed), impass(e|able), impatien(t|ce), imperfect, impolite, imprecise, improper(|ly), inaction, inane
        inappropriate, incapable, incoherent, inconvenien(t|ce|ces), incorrect(|ly), indecisive, indifferen(t|ce)
        ineffective, inefficien(t|cy|tly), inept, inexcusable, inexperienced, infam(y|ous), infernal, infest(ed)
        inflame, infuriat(e|ed|es|ing), inhuman(e), insecure, insensitive, insidious, insignifican(t|ce), insincere
        insolent, instability, insult(|s|ed|ing), intimidat(e|ed|ing), intoler(ant|able|ance), intrus(ion|ive)
        inva(de|sive), irate, ironic(ally), irony, irrational(|ly), irrelevant, irresponsible
        irritat(e|ed|es|ing|ion), jaded, jeopard(y|ize), jinx, junky, kaput, kludge, lackluster, laggard
        lament(|able), lifeless, loath(e|ed|ing|some), lonel(iness), loser(|s), lousy, ludicrous(|ly), lunatic
        lurking, mad, madness, malicious, mangl(e|ed|es|ing), maniac, mediocrity, melodrama, menac(e|ing)
        mercil(ess|essly), mindless(|ly), misbehav(e|es|ing|ior), mischief, misconception(|s), misfortune, misguided
        mishap, misinform(|ed), misinterpret(|ed), mislea(d|ds|dingly), misplaced, misread, miss the point
        misspell(ed|ing), mistrust, misus(e|ed|ing), moan(|s|ing), mock(ery), monoton(y|ous), monstro(us|sity), morbid
        mourn, muddl(e|ed), murky, naive(|ly), nausea(|ting), needless(|ly), negat(ivity), neglect(|ed)
        nerve(-|wracking), neuro(tic), nightmar(es|ish), nitpick(|ing|s|y), noisy, nonfunctional, notorious(|ly)
        oblivious, obnoxious(|ly), obscene, obsess(ed|ive), obstacle(|s), obstruct(s), obtuse, obtrusive
        offens(e|ive), ominous, onerous, oppress(ed|ive), ordeal, outcry, outrage(|ous|ously), overblown
        overcomplicat(e|ing), overdue, overkill, oversight, overzealous, painstaking, paltry, panic(|ked|ky|s)
        paranoi(a|d), passive aggressive, patroni(sing|zing), peculiar, perish, pest, pester(ed|ing), petty, phobia
        picky, pissed, pitiful, pity, plagu(e|ed|es), plight, pollut(e|ed|es|ing|ion), pompous, preposterous
        pretentious, problematic, prone to, provok(e|ed|ing), puk(e|ing), punish(|ed|ment), puny, quarrel, quibble(|s)
        rage(|s), raging, ramshackle, rant(|s|ing), recalcitrant, reckless(|ly), refut(e|ed), rejection
        relentless(ly), reluctan(t|ce|tly), remorse, repel(led), repetitive, reprehensible, repugnant, repuls(ed|ive)
        resent(|ed|ful|ment), restless, restrict(ive), retard(ed), revenge, revert(ed) because, revolt(ing), rigid
        rival(ry), rob(bed), rubbish, rude(ness), ruined, ruin(ing), ruthless, sabotag(e|ed), sadder, saddest
        sadden(|ed|ing), sarcas(m|tic), savage, scandal(|ous), scapegoat, scare(|s), scariest, scorn
        scream(|s|ing|ed), shabby, shallow, shatter(ed), shoddy, shortcoming(|s), short sighted, shortsighted, shudder
        sick, sickening, silliness, sinister, skeptic(ism), slander, sleazy, sloppy, slug(gish), smash(ed)
        smell(|s|y), snag(|s), snark(|y), sneaky, snob, sore, sour, spite(|ful), stale, starv(e|ed|ing), stink(|s|y)
        strugg(le), stubborn(|ly), stumble(|d|s), stupid(est), subpar, substandard, suck(ing), suffer(ing)
        suffocat(e|ing), sulk, superficial, superfluous, swindle, tacky, taint(ed), tangle(|d), tantrum, tarnish(ed)
        tasteless, taunt, tear my hair, tease, temper, tempest, tens(e|ion), terribl(e), terrif(ied|ying|ies), terror
        tiresome, torment(ed), tortur(e|ed|ing|ous), trash(ed|y), trauma(|tic), travesty, treacher(y|ous)
        trick(ed|ery), troll(|s|ing), troubl(ed|es|ing|esome), turmoil, tyran(ny|t), ugliness, ugliest, ulcer
        unacceptabl(y), unappealing, unattractive, unavoidable, unaware, unbearable, uncomfortable, unconvinc(ed|ing)
        uncool, undermine(|s|d), undesirable, undesired, undue, uneasy, unethical, unfaithful, unfit, unforgivable
        unfounded, ungrateful, unhealthy, unimpressed, uninformed, uninspir(ed|ing), unintended, uninteresting
        unjustified, unkind, unlucky, unmaintainable, unneeded, unpleasant(|ly), unpopular, unprepared, unproductive
        unpredictable, unreasonabl(e|y), unrest, unsafe, unsettl(ed|ing), unsuccessful(|ly), unsure, unsuitable
        untidy, unwanted, unwelcome, unwieldy, unwilling, unwise, uproar, upsetting, urgh, vague(|ly), vain, vandal(s)
        vanish(|ed|es), venom, verbose, vicious, vile, villain, vomit, vulgar, wary, weak(er|est|ness|nesses)
        weep(ing), weirdness, whin(e|es|er|y), wicked, wimp, woe(|ful|fully), worr(ies|isome), worsen(|ed|ing|s)
        wrath, wreck(|ed|s|age), wretched, yawn, yell(ed|ing), yikes, yucky, predictable, contrived, hollow
        derivative, formulaic, cheesy, sappy, manipulative, meaningless, costly, letdown, letdowns, downgrade(, d)
        deteriorat(e, ed, es, ing), decline(, d, s), plummet(, ed), biased, shameful, illegal, accuse(, criticized
        criticised, denounced, oppose(, regrettable, threatens, negligent, crisis, spoil(ed, drag(s, ged) on, bore(
        cried, corruption, deceit, uninstall(, overcharged, spammy, surly, noisily, cracked, scratched, loudly""",
    -1.5: """sorry, so sorry, my apologies, apologies, apologize, apologise, apologizing, apologising
        apology, oops, whoops, ouch, ugh, argh, aargh, gah, damn, damned, dammit, damnit, hell, heck, crap, meh, sigh
        oh no, aaargh, alas, dear god, omg, my bad, my fault, my mistake, guilty, mea culpa, forgive me
        beg your pardon, fear, fears, scared, cry, crying, tears, weep, mad, yikes, eww, yuck, why the hell
        what the hell, how the hell, bugged, shame on, regret, regrets, regretted, helpless, desperate(|ly), nightmare
        haunt(|s|ed|ing), dreaded, dreadful, horrid, ignorant, disgust, offended, who cares, shut up, gtfo, stfu
        go away, for god, hates, facepalm, ffs, smh, tepid, clichéd, cliched, plodding, ponderous, forgettable
        unfunny, insipid, vapid, trite, lacklustre, overwrought, overlong, witless, amateurish, implausible, maudlin
        melodramatic, gratuitous, senseless, moronic, maddening, insufferable, unwatchable, unlistenable, unplayable
        misfire(, s), flop(, dud, trainwreck, snoozefest, ew, ruinous, ripped off, moldy, mouldy, rotten, hating
        racist, sexist, immoral, misguided""",
}
