"""English words that steer, and what is written short."""

MARKS = {
    "nothing": """so much for, great majority, vast majority, odd one, as well, kind of, kinds of, sort of
            would like to, i would like, we would like, would you like, looks like, look like, looked like, feels like
            felt like, sounds like, seems like, something like, likely, things like, anything like, if you like
            like to, like so, just like, much like, like a, like an, like other, best practice(|s), best way
            best approach, good question, good idea, good thing, for good, good point, good reason, good practice
            good chance, good example, good news, as good as, so good so far, right now, right away, all right
            alright, right click, the right, right side, right hand, right after, right before, not only, not just
            not to mention, no doubt, no worries, no problem, no matter, not sure, no rush, no hurry, great deal of
            a great deal of, a great deal more, a good deal of, a good deal more, good amount, good bit, at least
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
            let us know if, let me know if, if so, if any, if possible, if needed, if necessary, as if, what if
            even if not, if at all, help me, help us, help with, help you, help me out, help out, to help, can help
            need help, asked for help, looking for help, help center, help desk, helpdesk, help page, help article
            help file, help menu, problem solving, support ticket, our tickets, incident response, incident management
            quality control, quality assurance, benefits team, bonus payment, gift card, proud to announce
            clear about, negative number, complex query, simple question, cheap shot, hard to say, at best
            at its best, at their best, best to, best bet, best effort(|s), best guess, best of luck, do our best
            our best to, do my best, my best to, try our best, try my best, tried my best, recommend a, recommend an
            recommend that, recommend getting, recommend using, recommend doing, recommend checking, recommend buying
            recommend upgrading, recommend making, recommend trying, recommend not, would recommend a
            would recommend an, would recommend that, would recommend getting, would recommend using
            would recommend doing, would recommend checking, would recommend buying, would recommend upgrading
            would recommend making, would recommend trying, would recommend not, highly recommend getting
            success team, success manager, customer success, in short, short term, down below, slow down, drop down
            dropdown, break down, breakdown, log down, write down, lunch break, late night, later, warning light
            down to the, sit down, download, let us down for, we promised, i promised, as promised, is down by
            are down by, is down from, are down from, was down to, went down by, went down from, went down to""",
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
            gratitude, much appreciated, greatly appreciated, appreciated, appreciate, appreciates
            really appreciate, appreciate it, appreciate that, appreciate the, appreciate your, cheers for""",
    "conceded": """as good as it was, as great as it was, as nice as it was, as good as they were, fond as
            much as we like
            much as we love, much as i like, much as i love, much as we liked, much as we loved""",
    "thanksto": "thanks to, thanks in part to",
    "relapse": """back at, back to square one, it is back to, is back to, are back to, is back up, not been the same
            never been the same, is not the same""",
    "another": "another, yet another, one more",
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
            before the move, before the switch, before the change, before the latest, before the last, before the new
            before the redesign, before the price, before you changed, before you broke, before version""",
    "now": """but now, not anymore, not any more, these days, nowadays, lately, recently, since the
            but since, since then, after that, and then, then it, then they, now""",
    "usedto": "used to, at first, initially, in the beginning, back then, back when",
    "past": """was, were, had, had been, have been, has been, did, used, loved, worked, liked, enjoyed, ran, went
            seemed, looked, felt, been""",
    "if": """if, unless, provided, provided that, in case, suppose, assuming, whether, as long as, only if
            imagine if""",
    "would": """would, could, should, might, may, ought to, hopefully, supposed to, meant to, expected to
            should have been""",
    "goal": """our goal, the goal, my goal, our target, the target is, we expected, was expected, were promised
            you promised, promised us, we aim, the plan is""",
    "future": """will, going to, gonna, hope to, hoping to, plan to, planning to, want to, wants to, wanted to
            need to, needs to, trying to, try to, tried to, aim to, aiming to, goal is, expect to, expects to, hope
            hopes, hoping, must, have to, has to, how to, in order to, so that we can, looking to, wish to
            able to help us, please, to be able to, let us, make sure, would like to, would love to, intend to
            can you""",
    "wish": """we lack, we miss, i miss, we would need, would need, wish list, wish would be, would be great if
            would be nice if, would be good if, would be awesome if, would be helpful if, would be amazing if
            would be perfect if, would be fantastic if, would be wonderful if, would be lovely if, would be cool if
            would be useful if, would be even better if, be great if, be nice if, be good if, would be great to
            would be nice to, would be good to, would be useful to, would be helpful to, would be cool to
            would be great to have, would be nice to have, would be awesome to, would love it if, would love to see
            would love to have, would love to be able, would love an, would love a, would love if, would like to see
            would like to have, would love more, would like more, would like the ability, i wish, we wish, wish it
            wish there was, wish there were, wish you, wish we could, wish i could, feature request, please add
            please consider, could you add, can you add, could you please add, any plans to, any plans for
            are there plans, is there a plan, is there any way to, on the roadmap, on your roadmap, hope you add
            hope you will add, hope to see, hoping to see, hoping for, hope you can add, missing feature
            it would help if, would help if, would help us if, would help to have, would make it easier if
            need the ability, we need a way, we need an option, should be able to, should be possible to
            ought to be able, ought to be possible, room for improvement, could be better, could be improved
            could be easier, could be faster, could be more, should be easier, should be faster, should be better
            could use some, could use a, could use an, could do with, suggestion would be, one suggestion
            my suggestion, would suggest, only wish, would appreciate a, would be a great addition
            would be a nice addition, would be a welcome addition, nice to have would, would be better if
            would be easier if, would be even more, if only, would be welcome, would be very welcome, would be handy
            would help a lot to, can you make, could you make, what we are missing, what is missing, would help to
            something we need is, on our wish list, top of our wish list, we are waiting for, any chance of
            any chance you, any chance we, any chance that, could really use, we would welcome, would welcome a
            would welcome an, would love to get, it would be lovely to, would be a big help if, is there any chance""",
    "again": """again, still, always, keeps, keep, constantly, every time, everytime, yet another, another
            once more, repeatedly, the third time, third time, second time, the fourth time, over and over
            for weeks, for months, for days, all day, all week, every day, every single, every week, twice this
            since monday, yet again, nonstop
            whenever, each time, all the time, day after day, week after week, month after month, time and again
            second week in a row, third week in a row, second month in a row, third month in a row""",
    "sarcasm": """just what we needed, just what i needed, exactly what we needed today, oh great, oh wonderful
            oh joy, oh good, oh lovely, oh perfect, how nice of you, how lovely, how wonderful that, thanks a bunch
            just great, just wonderful, just fantastic, just perfect, just brilliant, just lovely, what a surprise
            surprise surprise, great job breaking, nice job breaking, way to go, well done breaking, real nice
            as if that, as usual, as always, who needs, who would have thought, love waiting, love being ignored
            love it when, love the way it, love that it, enjoy watching, nothing says, congratulations on breaking
            bravo for, always a pleasure to, always fun to, always a joy to, always nice to, my favourite part is when
            my favorite part is when, nothing better than, nothing like, how convenient""",
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
    "serves": """load(|s|ed|ing), open(|s|ed|ing), play(|s|ed), read(|s), fit(|s|ted)
            recogni(ze|zes|zed|se|ses|sed), connect(|s|ed|ing), print(|s|ed), charge(|s|d), boot(|s|ed), sync(|s|ed)
            display(|s|ed), show(|s) up, respond(|s|ed), answer(|s|ed), reply, replies, last(|s|ed), hold(|s) up, run
            runs, install(|s|ed), accept(|s|ed), let(|s) us, let(|s) me, allow(|s|ed), get through, log in, sign in
            export(|s|ed), render(|s|ed), close, closes, turn on, start, starts, finish, finishes, arrive(|s|d)
            appear(|s|ed), buy, bother with, repair(|s|ed), refund, deliver, delivers, keep up, match, matches, align
            scale(|s), live up""",
    "self": """we, us, our, ours, i, my, me, mine, team, ourselves, company, business, department, customers
            colleagues""",
    "about": """you, your, yours, it, this, that, product, tool, support, team, service, app, platform, software
            feature""",
}

CONTRACTIONS = {
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
}
