"""English."""

from goodword.finding.listening.lexicon.shape import Quantities, Words

WORDS = Words(
    language="en",
    good={
        4.0: """amaz(ing|ingly|ed), awesom(e|eness), outstanding, phenomenal(|ly), exceptional(|ly), superb(|ly)
            splendid(|ly), incredible, fantastic(|ally), world class, second to none, stellar, spectacular
            mind blowing, game changer, game changing, life saver, lifesaver, best in class, flawless(|ly), top notch
            unbeatable, magnificent, could not be happier, can not be happier, could not be more pleased
            could not ask for more, blown away, blew us away, blew me away, knocked it out of the park, five stars
            5 stars, 10 out of 10, ten out of ten, could not live without, can not live without
            can not imagine working without, would be lost without, exceeded our expectations
            exceeded my expectations, exceeded expectations, exceeded all expectations, beyond our expectations
            above and beyond, raving fan, huge fan, big fan, absolute joy, godsend, delighted with, delighted by
            delighted, thrilled with, thrilled by, thrilled about, ador(e|es|ed), best thing, best tool, best product
            best decision, never been happier, better than anything, better than everything, head and shoulders above
            blows the competition""",
        3.2: """excellent(|ly), brilliant(|ly), wonderful(|ly), marvel(ous|lous), love, loves, loved, loving, lovely
            perfect(|ly), terrific, remarkable, beautiful(|ly), gorgeous, fabulous, very impressed, so impressed
            highly recommend, strongly recommend, would recommend, definitely recommend, would highly recommend
            would definitely recommend, can not recommend enough, can only recommend, wholeheartedly recommend
            recommend it to everyone, the best, works like a charm, work like a charm, worked like a charm
            works like a dream, run(s|ning) like clockwork, like clockwork, a pleasure to work with, joy to use
            a pleasure to use, pleasure to use, pleasure working with, never going back, never go back, rock solid
            impressive(|ly), invaluable, indispensable, genius, masterpiece, elegant(|ly), sleek, super helpful
            night and day, a breath of fresh air, breath of fresh air, ahead of the competition, best support
            ahead of the game, one of the best, saved my life, saved the day, saved our day, made our day, made my day
            made my week, amazed, recommend you, swear by, favo(rite|urite|rites|urites), kudos, hats off, bravo""",
        2.4: """great, helpful(|ly), impressed, pleased, enjoy, enjoy(s|ed|ing|able), delight(s|ful), recommend(|ed)
            intuitive(|ly), effortless(|ly), seamless(|ly), painless(|ly), reliable, reliably, dependable, trustworthy
            user friendly, easy to use, easy to learn, easy to set up, easy to work with, easy to navigate
            simple to use, straightforward, powerful, robust, rich, efficient(|ly), effective(|ly), responsive
            knowledgeable, professional, attentive, proactive, courteous, caring, supportive, thoughtful, patient
            works well, work well, worked well, working well, works great, work great, worked great, working great
            works perfectly, works beautifully, works flawlessly, works very well, works really well, runs smoothly
            smooth(|ly), super, well designed, well made, well built, well written, well documented, well thought out
            happy with, happy about, very happy, so happy, really happy, extremely happy, satisfied, fun, nailed it
            exactly what we needed, exactly what i needed, exactly what i was looking for, exactly what we were after
            just what i was looking for, does exactly what, worth every penny, worth every cent, worth the money
            worth it, money well spent, good job, great job, well done, nice work, good work, great work, nice job
            look forward to using, rely on it, depend on it, big help, huge help, great help, real help, life easier
            lives easier, job easier, work easier, so much easier, much easier, far easier, way easier, much better
            way better, far better, so much better, big improvement, huge improvement, massive improvement
            great improvement, huge difference, big difference, real difference, massive difference, hooked
            on top of things, went the extra mile, goes the extra mile, extra mile, always there, never let us down
            never lets us down, never fail(s|ed) to, always deliver(s|ed), stands out, stand out, superior, premium
            high quality, top quality, solid, gem, champion, hero, star, rocks, rock star, rockstar, awesome sauce
            a joy, is a dream, been a dream, worth every minute, relief to work with, glad we chose, glad we went with
            glad we picked, glad we switched, would sign again, would choose you again, would buy again
            choose you again, count me as a fan, deserve(s) a raise, deserve(s) credit, deserve(s) praise
            deserve(s) a medal, without a hitch, without a hiccup, just works, simply works, has been a rock
            respect to, no manual needed, five stars from, wants it too, a relief, no brainer, would hate to lose
            would hate to go back, would not want to go back, would not go back, not want to be without
            would not want to be without, would not be without, not want to work without, best hour, wants more of it
            can not praise enough, hat off, top marks, full marks, credit where, good call, right decision
            right choice, can not complain, no complaints, nothing but praise, nothing to complain, sold on it
            raves about""",
        1.7: """good, nice, nicely, cool, neat, neatly, easy, easily, clean, clever, smart, handy, useful, sweet
            happy, glad, excited, exciting, fast, faster, quick, quickly, better, improved, improvement, improvements
            accurate, accurate(ly), valuable, friendly, polite, kind, convenient, comfortable, confident, confidence
            stable, secure, simple, clear, precise, like it, like this, like them, like the way, like how, like that
            i like, we like, like(s|d) it, really like, really likes, appreciated by, thumbs up, strength
            well organi(sed|zed), advantage, benefit, benefits, beneficial, productive, trust, trusted, win, winner
            success, successful, successfully, elegant, polished, modern, affordable, flexible, versatile
            comprehensive, thorough, insightful, promising, refreshing, crisp, sharp, sturdy, durable, quality, bonus
            gift, wow, yay, hooray, woohoo, woot, helped a lot, helps a lot, helpfulness, pleasant(|ly)
            pleasantly surprised, pleasure, proud, fond of""",
        1.0: """works, work, worked, working, help, helps, helped, fine, ok, okay, decent, interesting, interested
            correct, worth, fair, reasonable, reasonably, adequate, acceptable, safe, right, welcome, fixed, solved
            resolved, improve(s|d), improving, fit(s|ted), useable, usable, relaxed, plus, agree, agreed, congrats
            congratulations, haha, lol, hope this helps""",
    },
    bad={
        3.6: """terrible, terribly, horribl(e|y), horrendous, atrocious, awful(|ly), abysmal, appalling, unacceptable
            disgrac(e|eful), disgusting, useless, worthless, garbage, trash, rubbish, crap, crappy, shit, shitty
            bullshit, worst, nightmare, disaster, disastrous, pathetic, joke, laughable, hate, hates, hated, hatred
            despise, furious, outraged, livid, fed up, sick of, sick and tired, had enough, last straw
            beyond frustrated, waste of time, waste of money, total waste, complete waste, rip off, ripoff, scam
            never again, fiasco, stay away, unusable, not usable, fuck(|ing|ed), wtf, sucks, suck, sucked
            piece of junk, junk, idiotic, want a refund, want our money back, money back, regret buying
            biggest mistake, losing patience, lost patience, at our wits end, driving us crazy, driving me crazy
            driving me nuts, drives me nuts""",
        2.6: """bad, badly, poor, poorly, disappoint(ed|ing|s|ment), frustrat(ed|ing|ion|es)
            annoy(ed|ing|s|ance|ingly), angry, upset, unhappy, dissatisfied, unsatisfied, ridiculous(|ly), stupid
            dumb, silly, lame, mess, messy, messed up, ugly, painful(|ly), a pain, pain in the, pain to, ruin(ed|s)
            disappointed with, let down, lets us down, letting us down, unreliable, unstable, incompetent, rude
            unprofessional, unhelpful, unresponsive, careless, sloppy, clunky, clumsy, buggy, flaky, laggy, cumbersome
            convoluted, tedious, confus(ing|ed|es), misleading, unclear, counterintuitive, unintuitive, overpriced
            overcomplicated, inaccurate, inconsistent, insane(|ly), crazy, nasty, evil, cancel our, cancelling our
            canceling our, looking at alternatives, looking for alternatives, evaluating alternatives, look elsewhere
            switching to, considering leaving, not renew, not be renewing, struggl(e|es|ing|ed), suffer(s|ing|ed)
            hopeless, inferior, inadequate, insufficient, unfortunate, dread, sad, sadly, ashamed, shame
            embarrass(ed|ing), too slow, too expensive, too complicated, too hard, too difficult, painfully slow
            so slow, very slow, really slow, takes forever, took forever, takes ages, took ages, taking forever
            keeps crashing, keeps failing, keeps breaking, keep crashing, keep failing, keeps timing out
            keeps freezing, nobody answers, no answer, no response, no reply, nobody replied, still waiting
            been waiting, got worse, getting worse, gets worse, gone downhill, going downhill, went downhill
            dropped the ball, wasted, wasting, waste, ignor(ed|ing), blam(e|ed|ing), fail to, refus(e|es|ed), mislead
            lost trust, losing trust, lost confidence, losing confidence, lost data, lost our data, broke our
            broke everything, misery, hassle, headache(|s), nuisance, ridiculously""",
        1.7: """cost us, costing us, can not log in, can not open, can not access, can not use, can not save
            can not see, can not find, can not export, can not print, can not load, can not edit, stands still
            just spins, spinning, crawling, crawls, unusably, for the second time, for the third time
            for the fourth time, for the fifth time, nobody came, nobody came back, the same standard answer
            no progress, no update, not good enough, not amused, promised, slow, slower, sluggish, hard to use
            hard to find, hard to understand, hard to follow, difficult, complicated, complex, expensive, pricey
            limited, limiting, wrong, wrongly, worse, weird, unfortunately, worried, worry, worrying
            concern(ed|ing|s), lack(|s|ing|ed), missing, sorry to say, afraid, scary, scared, outdated, obsolete
            dated, boring, bloated, awkward, fragile, noisy, unable, impossible, weak, cheap, dirty, ugh, argh, hell
            damn, damned, dammit, meh, negative, mistake, mistakes, misunderstood, hurt(|s), sigh, sucky, hack, hacky
            tired of, tiring, bother, bothers, complain(|t|ts|ed|ing), dislike(|s|d), doubt, unnecessary
            unnecessarily, pointless, harder, nowhere near, not enough, left us, stuck, forced to, overwhelm(ed|ing)
            unexpected(|ly), lousy, mediocre, unfriendly, arrogant, harsh, lie, lies, lying, cheat(ed|ing), trouble
            short of, at best, oh no""",
    },
    problems={
        1.3: """outage(|s), downtime, crash, crash(es|ed|ing), broken, breaks, broke, breaking, data loss
            fail(s|ed|ing), failure(|s), freez(e|es|ing), froze, hang(s|ing), time(s|d) out, timeout(|s)
            corrupt(|ed|s), regression(|s), lag(|s|ging), glitch(|es|y), escalat(e|ed|ion), unavailable
            defect(|s|ive), meltdown, incident(|s)""",
        0.8: """bug(|s), error(|s), issue(|s), problem(|s), delay(|s|ed), late, down, warning(|s), duplicate(|s)
            invalid, blocked, blocker, blocking, lost, loses, stopped, stops, disconnect(s|ed), ticket(|s)
            conflict(|s), denied, rejected, reject(|s), exception(|s), leak(|s), vulnerability, spam, churn
            errors out, maintenance""",
    },
    gains={
        3.0: """halved, cut in half, paid for itself, pays for itself, for the first time, first time ever
            used to take, used to spend, used to need, saved us, saves us, saved me, saves me, saved our team
            saves our team, saved my team, saves my team, saving us, saving me, has saved, have saved
            no longer have to, no longer need to, no longer need, no longer has to, no longer needs to
            no longer spend, no longer chase, no longer worry, not have to worry, got rid of, record time
            in record time, a fraction of the time, fraction of the time, half the time, doubled our, tripled our
            twice as fast, twice as many, twice as much, three times as, ahead of schedule, under budget
            ahead of plan, won the deal, closed the deal, won the contract, zero downtime, not a single outage
            eliminated, eliminating, do in minutes, now takes minutes, in minutes instead, instead of days
            instead of weeks, instead of hours, instead of months, return on investment, best quarter ever""",
        2.0: """finally able, finally can, can finally, could finally, finally have, finally had, finally managed
            finally got, are finally, is finally, at last we, at last i, now able to, are now able, now we can
            can now, we now, enabled us, enables us, enabling us, allowed us to, allows us to, allowing us to
            helped us cut, helped us reduce, helped us save, helped us win, helped us close, helped us ship
            helped us launch, helped us grow, helped us increase, helped us hit, helped us get, helped us pass
            helped us move, helped us avoid, helped us find, helped us catch, helped us go live, helped us meet
            helped us deliver, helped us finish, helped us land, helped us retain, helped us keep, helped us scale
            sav(ed|es|ing) time, sav(ed|es|ing) money, sav(ed|es|ing) a lot of, sav(ed|es|ing) so much
            sav(ed|es|ing) hours, sav(ed|es|ing) days, sav(ed|es|ing) weeks, sav(ed|es|ing) a ton of
            sav(ed|es|ing) tons of, cut our, cutting our, reduced our, reduces our, reducing our, slashed, shaved
            increased our, grew our, boosted our, improved our, doubled, tripled, quadrupled, shortened our
            sped up our, speeds up our, hit our target, hit our targets, hit our goal, beat our target, met our target
            met every deadline, reached our goal, exceeded our target, exceeded our goal, passed the audit
            passed our audit, went through the audit, went live, gone live, live on time, on time and, on schedule
            without a single, zero errors, zero tickets, zero incidents, no more, gone from, went from, down from
            up from, dropped from, dropped to, fell from, fell to, brought down, freed up, frees up, won back
            made it possible, not have to chase, could not have done, adoption is up, rolled it out to, closed more
            our fastest, our best, quickest ever, fastest ever, smoothest, on the first try, first try""",
        1.0: """saved, saves, saving, finally, at last, helped us, helps us, thanks to, success, successfully
            rolled out, adopted, automated, automates, automating, improvement, faster, quicker, easier, productivity
            managed to, achieve(|d), deliver(ed|s), launch(ed), shipped, cut, cuts, reduce(d|s), increase(d|s)
            drop(ped|s), grew, fewer, less time, instead of, within a, in under, already""",
    },
    marks={
        "nothing": """so much for, great majority, vast majority, good majority, odd one, hard to please, hard close
            as well, kind of, kinds of, sort of, would like to, i would like, we would like, would you like
            looks like, look like, looked like, feels like, felt like, sounds like, seems like, something like, likely
            things like, anything like, if you like, like to, like so, just like, much like, like a, like an
            like other, best practice(|s), best way, best approach, good question, good idea, good thing, good luck
            for good, good point, good reason, good practice, good chance, good example, good news, as good as
            so good so far, right now, right away, all right, alright, right click, the right, right side, right hand
            right after, right before, not only, not just, not to mention, no doubt, no worries, no problem, no matter
            not sure, no rush, no hurry, great deal of, a great deal, a good deal, good amount, good bit, at least
            free trial, hard drive, hard disk, hard coded, hardcoded, hard copy, error message(|s), error code(|s)
            error log(|s), error handling, bug report(|s), issue tracker, github issue, fast forward, quick question
            quickly check, please fix, bug fix, love to, would love to, happy to, glad to, pleased to, afraid not
            fun fact, super user, super users, super class, pretty much, fine grained, glad that, great that
            good that, happy that it, fair enough, clear the, clear cache, kindly, clean up, fixed width, fixed price
            cool down, sharp increase, working day(|s), working hours, working on, work on, working with, work with
            work out, work around, workaround, at work, works for, work for, team work, the work, our work, my work
            your work, worked on, worked with, worked for, new work, work in progress, interested in, better to
            better off, had better, the better, better understand, better idea, nice to have, quick call, quick chat
            quick update, quick look, quick win, kind regards, rich text, sweet spot, worst case, best case, win rate
            winner takes, safe to, plus the, plus we, in case of error, trusted source, trust center, star rating
            how well, how good, how helpful, how fast, how quickly, how easy, let us know if, let me know if, if so
            if any, if possible, if needed, if necessary, as if, what if, even if not, if at all, help me, help us
            help with, help you, help me out, help out, to help, can help, need help, asked for help, looking for help
            help center, help desk, helpdesk, help page, help article, help file, help menu, problem solving
            support ticket, our tickets, incident response, incident management, quality control, quality assurance
            benefits team, bonus payment, gift card, proud to announce, clear about, negative number, complex query
            simple question, cheap shot, hard to say, success team, success manager, customer success, in short
            short term, down below, slow down, drop down, dropdown, break down, breakdown, log down, write down
            lunch break, late night, later, warning light, down to the, sit down, download, let us down for""",
        "courtesy": """hope you are well, hope you are doing well, hope you are good, hope all is well
            hope this finds you well, hope this email finds you well, hope you had a great weekend
            hope you had a good weekend, hope you had a nice weekend, hope you had a lovely weekend
            hope you are having a great day, hope you are having a good week, hope you are having a great week
            hope your week is going well, have a great day, have a good day, have a nice day, have a lovely day
            have a wonderful day, have a good one, have a great weekend, have a good weekend, have a nice weekend
            have a lovely weekend, have a great week, have a good week, have a great evening, have a nice evening
            have a good evening, happy new year, happy friday, happy monday, happy holidays, happy easter
            happy birthday, happy anniversary, merry christmas, enjoy your, enjoy the weekend, enjoy the rest
            enjoy the holidays, good morning, good afternoon, good evening, good day, sounds good, sounds great
            sounds perfect, sounds fine, sounds lovely, looks good, looks good to me, all good, great to hear
            good to hear, nice to hear, glad to hear, happy to hear, pleased to hear, lovely to hear, great to meet
            nice to meet, good to meet, pleasure to meet, pleasure meeting, nice meeting, great meeting
            great to see you, nice to see you, good to see you, great speaking, nice speaking, good speaking
            great talking, nice talking, great chatting, nice chatting, good talking, lovely speaking, lovely to meet
            lovely meeting, great catching up, good catching up, nice catching up, good to know, great to know
            nice to know, works for me, work for me, works for us, that works, this works for me, that would be great
            that would be perfect, that would be good, that would be helpful, that would be lovely
            that would be awesome, that would be fine, that would be nice, that would be wonderful, that is fine
            that is great, that is perfect, that is good, that is ok, is fine, is fine with me, is perfect for me
            is great for me, would be great for me, would be perfect for me, happy to help, happy to join
            happy to chat, happy to discuss, happy to share, happy to jump, happy to connect, looking forward
            look forward, you are welcome, you are very welcome, my pleasure, best regards, warm regards, best wishes
            all the best, take care, cheers, much love, good night, nice one, no problem at all, great idea
            great question, great point, at your convenience, at your earliest convenience, when you have a moment
            much obliged, very kind of you, so kind of you, kind of you, great that works, speak soon, talk soon
            will do, you are a star, you are the best, you are a legend, you are a hero, you are a lifesaver
            you are a gem, you rock, you are amazing, you are awesome, you are too kind, you are great
            that is awesome, merry, got it, understood, noted, congratulations on, congrats on, welcome back
            welcome to, any help, any help appreciated, would be appreciated, be appreciated
            would be much appreciated, be greatly appreciated, would be very helpful, your help, your time
            your patience, your understanding, quick reply, quick response, fast reply, fast response, prompt reply
            prompt response, speedy reply, speedy response, quick turnaround, swift reply, swift response
            quick answer, prompt answer, quick help, quick follow up, your quick, your prompt, your swift, your fast""",
        "thanks": """thank, thank you, thank u, thanks, thx, thankyou, thnx, ty, tks, many thanks, thankful, grateful
            gratitude, much appreciated, greatly appreciated, appreciated, appreciate, appreciates, really appreciate
            appreciate it, appreciate that, appreciate the, appreciate your, cheers for""",
        "thanksto": "thanks to, thanks in part to",
        "relapse": """back at, back to square one, back to excel, it is back to, is back to, are back to, is back up
            not been the same, never been the same, is not the same, used to be a reason""",
        "another": "another, yet another, one more, again, once again",
        "no": """not, no, never, none, nobody, nothing, neither, nor, hardly, barely, scarcely, without, cannot, isnt
            dont, doesnt, didnt, cant, wont, wasnt, arent, aint, far from, anything but, not a single, zero
            stopped being, rarely, seldom, not yet, nowhere, not exactly, not very, not so, not that, not really
            not particularly""",
        "gone": "no longer, not any more, not anymore, any longer",
        "fewer": """fewer, less, no more, reduc(e|ed|es|ing), eliminat(e|ed|es|ing), fix, fixes, fixing
            solv(e|es|ed|ing), resolv(e|es|ed|ing), fixed, prevent(|s|ed|ing), avoid(|s|ed|ing), get rid of
            got rid of, rid of, goodbye to, handl(e|es|ed|ing), catch(|es|ing), caught, save(|s|d) us from, free of
            despite, even during, even when, spot(|s|ted), detect(|s|ed), before they, before it, lower, diagnose(|d)
            tracked down""",
        "more": """very, really, so, extremely, incredibly, absolutely, totally, truly, highly, hugely, completely
            especially, particularly, genuinely, remarkably, exceptionally, insanely, ridiculously good, too, such
            such a, always, by far, quite, utterly, deeply, seriously, definitely, amazingly, surprisingly
            unbelievably""",
        "less": """slightly, somewhat, a bit, a little, a little bit, bit, fairly, mostly, partly, relatively, rather
            kinda, sorta, more or less, almost, pretty, could have been, sometimes""",
        "but": "but, however, yet, nevertheless, still though, on the other hand, unfortunately",
        "except": """except, except for, except that, apart from, aside from, other than, if only, shame that
            shame about, pity that, pity about, save for, only downside, only complaint, only issue, only problem""",
        "although": "although, though, even though, despite, while, whilst, albeit, in spite of, whereas, even if",
        "until": """until, till, up until, before the update, before the upgrade, before the migration
            before the change, before the latest, before the last, before the new, before the redesign
            before the price, before you changed, before you broke, before version""",
        "now": """but now, not anymore, not any more, these days, nowadays, lately, recently, since the, ever since
            but since, since then, after that, and then, then it, then they, now""",
        "usedto": "used to, at first, initially, in the beginning, back then, back when",
        "past": """was, were, had, had been, have been, has been, did, used, loved, worked, liked, enjoyed, ran, went
            seemed, looked, felt, been""",
        "if": """if, unless, provided, provided that, in case, suppose, assuming, whether, as long as, only if
            imagine if""",
        "would": """would, could, should, might, may, ought to, hopefully, supposed to, meant to, expected to
            should have been""",
        "goal": """our goal, the goal, my goal, our target, the target is, we expected, was expected, were promised
            you promised, promised us, we aim, the plan is, would have laughed, is that realistic, at a competitor""",
        "future": """will, going to, gonna, hope to, hoping to, plan to, planning to, want to, wants to, wanted to
            need to, needs to, trying to, try to, tried to, aim to, aiming to, goal is, expect to, expects to, hope
            hopes, hoping, must, have to, has to, how to, in order to, so that we can, looking to, wish to
            able to help us, please, to be able to, let us, make sure, would like to, would love to, intend to
            can you""",
        "wish": """we lack, i lack, we miss, i miss, we would need, would need, my wish list, wish list, wish would be
            would be great if, would be nice if, would be good if, would be awesome if, would be helpful if
            would be amazing if, would be perfect if, would be fantastic if, would be wonderful if, would be lovely if
            would be cool if, would be useful if, would be even better if, be great if, be nice if, be good if
            would be great to, would be nice to, would be good to, would be useful to, would be helpful to
            would be cool to, would be great to have, would be nice to have, would be awesome to, would love it if
            would love to see, would love to have, would love to be able, would love an, would love a, would love if
            would like to see, would like to have, would love more, would like more, would like the ability, i wish
            we wish, wish it, wish there was, wish there were, wish you, wish we could, wish i could, feature request
            please add, please consider, could you add, can you add, could you please add, any plans to, any plans for
            are there plans, is there a plan, is there any way to, on the roadmap, on your roadmap, hope you add
            hope you will add, hope to see, hoping to see, hoping for, hope you can add, missing feature
            it would help if, would help if, would help us if, would help to have, would make it easier if
            need the ability, we need a way, we need an option, should be able to, should be possible to
            ought to be able, ought to be possible, room for improvement, could be better, could be improved
            could be easier, could be faster, could be more, should be easier, should be faster, should be better
            could use some, could use a, could use an, could do with, suggestion would be, one suggestion
            my suggestion, would suggest, only wish, would appreciate a, would be a great addition
            would be a nice addition, would be a welcome addition, nice to have would, would be better if
            would be easier if, would be even more, if only""",
        "again": """again, still, always, keeps, keep, constantly, every time, everytime, yet another, another
            once more, repeatedly, the third time, third time, second time, the fourth time, over and over, for weeks
            for months, for days, all day, all week, every day, every single, every week, twice this, since monday
            yet again, nonstop""",
        "sarcasm": """just what we needed, just what i needed, exactly what we needed today, oh great, oh wonderful
            oh joy, oh good, oh lovely, oh perfect, how nice of you, how lovely, how wonderful that, thanks a bunch
            just great, just wonderful, just fantastic, just perfect, just brilliant, just lovely, what a surprise
            surprise surprise, great job breaking, nice job breaking, way to go, well done breaking, real nice
            as if that, as usual, as always, who needs, who would have thought, love waiting, love being ignored
            love it when, love how, love the way it, love that it, enjoy watching, nothing says
            congratulations on breaking, bravo for, always a pleasure to, always fun to, always a joy to
            always nice to, my favourite part is when, my favorite part is when, nothing better than, nothing like
            how convenient""",
        "sarcastic": "thanks for nothing, yeah right, gee thanks, what a joke, slow clap, lucky us, lucky me",
        "rival": """is better than yours, are better than yours, better than your, better than you
            is better than this, works better than this, works better than yours, does it better, do it better
            do this better, does this better, ahead of you, ahead of yours, cheaper than you, cheaper than yours
            faster than yours, easier than yours, leave for, leaving for, moving to a competitor, moving to another
            switching to a competitor, going with a competitor, gone with a competitor, your competitor(|s) offer(|s)
            your competitors have, your competitors do, competitors do this, competitor does, went with a competitor
            unlike yours, beats yours, prefer their, preferred their, should have stayed with, should have gone with
            migrating away, moving away from, migrate away, switch away""",
        "bested": """better than anything, better than any, better than the competition, better than our old
            better than our previous, better than our last, better than the old, better than the previous
            better than what we had, better than all, better than every, easier than our old, faster than our old
            easier than any, faster than any, switched from, moved from, came from, migrated from, moved over from
            coming from, beats anything, beats any, better than other, easier than other, faster than other
            replaced our old, much better than""",
        "self": """we, us, our, ours, i, my, me, mine, team, ourselves, company, business, department, customers
            colleagues""",
        "about": """you, your, yours, it, this, that, product, tool, support, team, service, app, platform, software
            feature""",
    },
    contractions={
        "can't": "can not",
        "cannot": "can not",
        "won't": "will not",
        "shan't": "shall not",
        "n't": "not",
        "let's": "let us",
        "ain't": "is not",
        "dont": "do not",
        "doesnt": "does not",
        "didnt": "did not",
        "cant": "can not",
        "wont": "will not",
        "isnt": "is not",
        "wasnt": "was not",
        "arent": "are not",
        "couldnt": "could not",
        "wouldnt": "would not",
        "shouldnt": "should not",
        "havent": "have not",
        "hasnt": "has not",
        "im": "i am",
        "ive": "i have",
        "thats": "that is",
        "its": "its",
        "gonna": "going to",
        "wanna": "want to",
        "thanku": "thank you",
        "u": "you",
        "ur": "your",
        "pls": "please",
    },
)

QUANTITIES = Quantities(
    numbers={
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "fifteen": 15,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "ninety": 90,
        "a hundred": 100,
        "hundred": 100,
        "a thousand": 1000,
        "thousand": 1000,
        "a dozen": 12,
        "half a": 0.5,
        "half an": 0.5,
        "a couple of": 2,
        "several": 4,
        "a few": 3,
        "an": 1,
        "a": 1,
        "a single": 1,
        "a quarter of an": 0.25,
    },
    minutes={
        "second": 1 / 60,
        "seconds": 1 / 60,
        "sec": 1 / 60,
        "secs": 1 / 60,
        "s": 1 / 60,
        "ms": 1 / 60000,
        "milliseconds": 1 / 60000,
        "minute": 1,
        "minutes": 1,
        "min": 1,
        "mins": 1,
        "hour": 60,
        "hours": 60,
        "h": 60,
        "hr": 60,
        "hrs": 60,
        "day": 480,
        "days": 480,
        "week": 2400,
        "weeks": 2400,
        "month": 10400,
        "months": 10400,
        "quarter": 31200,
        "quarters": 31200,
        "year": 124800,
        "years": 124800,
        "workdays": 480,
        "working days": 480,
        "business days": 480,
        "afternoon": 240,
        "morning": 240,
    },
    units="""%, percent, per cent, pct, points, x, k, m, bn, million, dollars, euros, pounds, usd, eur, gbp, tickets
            users, people, customers, errors, calls, clicks, steps, fte, ftes, employees, seats, deals, leads
            incidents, requests, orders, emails, pages, reports, invoices, cases, bugs, releases, deployments
            contracts, meetings""",
    source="from",
    target="to, down to, up to, into",
    by="by",
    instead="""where it was, where we had, where it had been, against, up from, down from, instead of, rather than
            as opposed to, vs, versus, compared to, compared with, where it used to be, not""",
    formerly="used to take, used to spend, used to need, used to cost, used to be, took, previously, was taking",
    then="""before, last year, last quarter, previously, back then, then, when we began, when we started
            when we signed, at the start, at kick off, a year ago, in the first quarter, it was, earlier
            the year before, we used to get, we used to have, formerly, was""",
    per="""a month, a week, a day, a year, a quarter, per month, per week, per day, per year, per quarter, each month
            each week, each day, every month, every week, every day, every year, monthly, weekly, annually, an hour
            per user, per person, per head, a person, per ticket, per case""",
    down="""cut, cuts, cutting, reduced, reduces, reducing, lowered, decreased, dropped, drop, fell, fallen, shrank
            shrunk, shortened, slashed, down, shaved, trimmed, brought down, declined, went down, gone down""",
    up="""increased, increases, increasing, grew, grown, rose, risen, raised, improved, improves, boosted, up, gained
            climbed, lifted, went up, gone up, jumped, more""",
    moved="went, gone, moved, go, took, brought, changed, turned, got, takes, goes, now",
    spared="saved, saves, saving, save, freed up, frees up, freed, won back, regained, spared",
    halves="halved, cut in half, half the time, half as long, halving",
    doubles="""doubled, tripled, quadrupled, twice as fast, twice as many, twice as much, three times as fast
            twice the""",
    faster="faster, quicker, less, fewer, cheaper, shorter, lower, sooner, more accurate, more efficient",
    slower="slower, longer, costlier, later, more expensive",
    wants_less="""time, times, cost, costs, errors, error, tickets, ticket, churn, effort, latency, price, incidents
            bugs, complaints, downtime, delays, backlog, spend, hours, work, workload, manual, cycle, lead, onboarding
            days, response, duration, turnover, attrition, calls, emails, mistakes, overhead, bill, bounce, returns
            waiting""",
    wants_more="""adoption, revenue, conversion, conversions, productivity, throughput, efficiency, speed, quality
            accuracy, satisfaction, nps, csat, score, scores, retention, sales, coverage, visibility, capacity, uptime
            availability, engagement, seats, licences, licenses, users, headcount, subscribers, members, bookings
            usage, pipeline, margin, renewals, leads, output, reliability, win""",
)
