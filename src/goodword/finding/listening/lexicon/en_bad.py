"""English words of blame by weight, from fury to what merely irks."""

BAD = {
    3.6: """terrible, terribly, horribl(e|y), horrendous, atrocious, awful(|ly), abysmal, appalling
        unacceptable, disgrac(e|eful), disgusting, useless, worthless, garbage, trash, rubbish, crap, crappy, shit
        shitty, bullshit, worst, nightmare, disaster, disastrous, pathetic, joke, laughable, hate, hates, hated
        hatred, despise, furious, outraged, livid, fed up, sick of, sick and tired, had enough, last straw
        beyond frustrated, waste of time, waste of money, total waste, complete waste, rip off, ripoff, scam
        never again, fiasco, stay away, unusable, not usable, fuck(|ing|ed), wtf, sucks, suck, sucked, piece of junk
        junk, idiotic, want a refund, want our money back, money back, regret buying, biggest mistake, losing patience
        lost patience, at our wits end, driving us crazy, driving me crazy, driving me nuts, drives me nuts
        bottom of the barrel, bottom of my list, bottom of our list, biggest disappointment, huge disappointment
        a total let down, could not be worse, does not get any worse, does not get worse, worst experience
        worst support, worst decision, worst vendor, last time we buy, never buy again, never buying again
        beyond a joke, absolute shambles, shambles, an insult, slap in the face, held hostage, daylight robbery""",
    2.6: """bad, badly, poor, poorly, disappoint(ed|ing|s|ment), frustrat(ed|ing|ion|es)
        annoy(ed|ing|s|ance|ingly), angry, upset, unhappy, dissatisfied, unsatisfied, ridiculous(|ly), stupid, dumb
        silly, lame, mess, messy, messed up, ugly, painful(|ly), a pain, pain in the, pain to, ruin(ed|s)
        disappointed with, let down, lets us down, letting us down, unreliable, unstable, incompetent, rude
        unprofessional, unhelpful, unresponsive, careless, sloppy, clunky, clumsy, buggy, flaky, laggy, cumbersome
        convoluted, tedious, confus(ing|ed|es), misleading, unclear, counterintuitive, unintuitive, overpriced
        overcomplicated, inaccurate, inconsistent, insane(|ly), crazy, nasty, evil, cancel our, cancelling our
        canceling our, looking at alternatives, looking for alternatives, evaluating alternatives, look elsewhere
        switching to, considering leaving, not renew, not be renewing, struggl(e|es|ing|ed), suffer(s|ing|ed)
        hopeless, inferior, inadequate, insufficient, unfortunate, dread, sad, sadly, ashamed, shame
        embarrass(ed|ing), too slow, too expensive, too complicated, too hard, too difficult, painfully slow, so slow
        very slow, really slow, takes forever, took forever, takes ages, took ages, taking forever, keeps crashing
        keeps failing, keeps breaking, keep crashing, keep failing, keeps timing out, keeps freezing, nobody answers
        no answer, no response, no reply, nobody replied, still waiting, been waiting, got worse, getting worse
        gets worse, gone downhill, going downhill, went downhill, dropped the ball, wasted, wasting, waste
        ignor(ed|ing), blam(e|ed|ing), fail to, refus(e|es|ed), mislead, lost trust, losing trust, lost confidence
        losing confidence, lost data, lost our data, broke our, broke everything, misery, hassle, headache(|s)
        nuisance, ridiculously, leave(s) a lot to be desired, leave(s) much to be desired, left a lot to be desired
        left much to be desired, save your money, do not waste, do not bother, nothing special
        nothing to write home about, pale(s) in comparison, way off, below average, below par, below standard
        not up to par, not up to standard, not up to scratch, a let down, big let down, gave up on, had to give up
        second rate, third rate, half baked, paying more and getting less, pay more for less, more money for less
        looking at other vendors, looking at other options, looking at other tools, looking at competitors
        looking at your competitors, looking into alternatives, talking to other vendors, talking to your competitors
        shopping around, evaluating other, exploring alternatives, exploring other options, fallen short, falls short
        fell short, wits end, nobody has called, nobody has replied, nobody has answered, nobody called back
        nobody calls back, never called back, never got back, no one got back, nobody got back, no one replied
        no one answers, going in circles, run in circles, passed from one, sent from pillar, feel forgotten
        feels forgotten, felt forgotten, feel abandoned, felt abandoned, feel neglected, feel cheated, felt cheated
        feel misled, felt misled, feel left alone, left alone with, left in the dark, kept in the dark, left hanging
        regret, regrets, regretted, regretting, still no fix, still no answer, still no reply, still no response
        still no solution, still no update, still no progress, still not fixed, still not solved, still not resolved
        still not working, still broken, never fixed, nobody told us, no one told us, nobody informed us
        nobody warned us, no one warned us, without any warning, without any notice, not what we signed up for
        not what we paid for, not what we pay for, not what we were sold, not what was promised, not what we expected
        in circles, if this continues, if nothing changes, if this does not improve, if this goes on, not acceptable
        unacceptably, not worth the, not worth it, no longer worth, hit and miss, hit or miss, more trouble than
        more hassle than, less than useless, makes no sense, zero answers, zero help, no help at all, of no help
        no use to us, of no use, wild goose chase, pulling teeth, pulling our hair out, pulling my hair out
        tearing my hair out, bane of, lost faith, losing faith, out of patience, running out of patience
        patience is wearing""",
    1.7: """cost us, costing us, can not log in, can not open, can not access, can not use, can not save
        can not see, can not find, can not export, can not print, can not load, can not edit, spinning, unusably
        for the second time, for the third time, for the fourth time, for the fifth time, no progress, no update
        not good enough, promised, slow, slower, sluggish, hard to use, hard to find, hard to understand
        hard to follow, difficult, complicated, complex, expensive, pricey, limited, limiting, wrong, wrongly, worse
        weird, unfortunately, worried, worry, worrying, concern(ed|ing|s), lack(|s|ing|ed), missing, sorry to say
        afraid, scary, scared, outdated, obsolete, dated, boring, bloated, awkward, fragile, noisy, unable, impossible
        weak, cheap, dirty, negative, mistake, mistakes, misunderstood, hurt(|s), sucky, hack, hacky, tired of, tiring
        bother, bothers, complain(|t|ts|ed|ing), dislike(|s|d), doubt, unnecessary, unnecessarily, pointless, harder
        nowhere near, not enough, left us, stuck, forced to, overwhelm(ed|ing), unexpected(|ly), lousy, mediocre
        unfriendly, arrogant, harsh, lie, lies, lying, cheat(ed|ing), trouble, short of, at best, recommend against
        would recommend against, advise against, warn against, too small, too few, too far, too long, too low
        too high, too many, too much, too big, too busy, too short, too tight, too loud, too often, too little
        too basic, too limited, too early, too late, too heavy, too thin, too old, past its best, past their best
        room for improvement in, worn out, run down, crowded, cramped, average at best, so average, no better than
        nothing but trouble, could not be bothered, no improvement, disappear(|s|ed|ing), canned repl(y|ies)
        canned response(|s), canned answer(|s), copy paste repl(y|ies), removed the one, removed a feature
        removed the feature, took away, taken away, no longer supports, no longer supported, slower by the
        slower and slower, worse and worse, more expensive, behind schedule, way behind, over budget
        workaround for everything, step backwards, step back from, goes in circles, time consuming, were promised
        was promised, been promised, redo everything, redo it all, had to redo, start from scratch
        starting from scratch, had to start over, by hand again, extra work, double the work, more work than before
        not as advertised, not as described, not as promised, overdue, unanswered, unresolved""",
}
