"""English words of praise by weight, from delight to what is said in passing."""

GOOD = {
    4.0: """amaz(ing|ingly|ed), awesom(e|eness), outstanding, phenomenal(|ly), exceptional(|ly), superb(|ly)
        splendid(|ly), incredible, fantastic(|ally), world class, second to none, stellar, spectacular, mind blowing
        game changer, game changing, life saver, lifesaver, best in class, flawless(|ly), top notch, unbeatable
        magnificent, could not be happier, can not be happier, could not be more pleased, could not ask for more
        blown away, blew us away, blew me away, knocked it out of the park, five stars, 5 stars, 10 out of 10
        ten out of ten, could not live without, can not live without, can not imagine working without
        would be lost without, exceeded our expectations, exceeded my expectations, exceeded expectations
        exceeded all expectations, beyond our expectations, above and beyond, raving fan, huge fan, big fan
        absolute joy, godsend, delighted with, delighted by, delighted, thrilled with, thrilled by, thrilled about
        ador(e|es|ed), best thing, best tool, best product, best decision, never been happier, better than anything
        better than everything, head and shoulders above, blows the competition, ten stars, 10 stars
        can not recommend it enough, can not recommend them enough, can not recommend this enough
        can not recommend you enough, can not recommend highly enough, can not recommend it highly enough
        can not praise it enough, can not praise it highly enough, can not praise them enough
        can not praise highly enough, can not speak highly enough, can not say enough good, never cease(|s|d) to amaze
        never cease(|s|d) to impress, best thing since, best in its class, best of its kind, best on the market
        the best out there, best there is, surpass(es|ed) our expectations, surpass(es|ed) my expectations
        surpass(es|ed) all expectations, exceed(s|ed) all our expectations, wildest dreams, could not have hoped for
        never looked back, not looked back, biggest fan(|s), customer for life, life changing, gold standard
        light years ahead, miles ahead, streets ahead, a class of its own, class of their own, home run
        hit it out of the park, hits it out of the park, ticks every box, checks every box, ticks all the boxes
        checks all the boxes, fell in love, fallen in love, in love with, obsessed with, best money we
        best investment, best vendor, best partner, best supplier, best team, best experience""",
    3.2: """excellent(|ly), brilliant(|ly), wonderful(|ly), marvel(ous|lous), love, loves, loved, loving
        lovely, perfect(|ly), terrific, remarkable, beautiful(|ly), gorgeous, fabulous, very impressed, so impressed
        highly recommend, strongly recommend, would recommend, definitely recommend, would highly recommend
        would definitely recommend, can not recommend enough, can only recommend, wholeheartedly recommend
        recommend it to everyone, the best, works like a charm, work like a charm, worked like a charm
        works like a dream, run(s|ning) like clockwork, like clockwork, a pleasure to work with, joy to use
        a pleasure to use, pleasure to use, pleasure working with, never going back, never go back, rock solid
        impressive(|ly), invaluable, indispensable, genius, masterpiece, elegant(|ly), sleek, super helpful
        night and day, a breath of fresh air, breath of fresh air, ahead of the competition, best support
        ahead of the game, one of the best, saved my life, saved the day, saved our day, made our day, made my day
        made my week, amazed, recommend you, swear by, favo(rite|urite|rites|urites), kudos, hands down
        by far the best, nicest, finest, greatest, can not say enough about, does not get any better
        do not get any better, does not get better, could not be better, could not be easier, could not be simpler
        could not be any easier, could not be any better, could not be any simpler, could not ask for a better
        would not trade it, would not give it up, would not part with, how did we ever, how did we manage without
        how did we live without, how did i ever, how did i live without, how we managed without
        continue(s) to impress, flying colo(rs|urs), won us over, won me over, marvel, dream come true, work of art
        hats off, bravo, was a breeze, is a breeze, been a breeze, a cut above, first class, first rate, top class
        industry leading, raised the bar, raises the bar, sets the bar, sets the standard, sing your praises
        singing your praises, sings your praises, sing their praises, sung your praises, raving about
        pleasure doing business, pleasure to do business, class act, worth every minute, worth every second
        worth every cent, worth every dollar, worth every euro, worth every pound, addicted to, can not get enough of
        a joy to work with, joy to work with, dream to work with, a delight to, transformed, changed the way we
        changed how we work, changed how we, changed our, went out of his way, went out of her way
        went out of their way, went out of your way, goes out of his way, goes out of her way, goes out of their way
        leaps and bounds, slam dunk, two thumbs up, without hesitation, no hesitation, like magic, magical
        big believer(|s), believer in, nothing is too much trouble, no request is too, a real asset, an asset to
        credit to your, a credit to""",
    2.4: """great, helpful(|ly), impressed, pleased, enjoy, enjoy(s|ed|ing|able), delight(s|ful)
        recommend(|ed), intuitive(|ly), effortless(|ly), seamless(|ly), painless(|ly), reliable, reliably, dependable
        trustworthy, user friendly, easy to use, easy to learn, easy to set up, easy to work with, easy to navigate
        simple to use, straightforward, powerful, robust, rich, efficient(|ly), effective(|ly), responsive
        knowledgeable, professional, attentive, proactive, courteous, caring, supportive, thoughtful, patient
        works well, work well, worked well, working well, works great, work great, worked great, working great
        works perfectly, works beautifully, works flawlessly, works very well, works really well, runs smoothly
        smooth(|ly), super, well designed, well made, well built, well written, well documented, well thought out
        happy with, happy about, very happy, so happy, really happy, extremely happy, satisfied, fun, nailed it
        exactly what i was looking for, exactly what we were after, just what i was looking for, does exactly what
        worth every penny, worth every cent, worth the money, worth it, money well spent, good job, great job
        well done, nice work, good work, great work, nice job, look forward to using, rely on it, depend on it
        big help, huge help, great help, real help, life easier, lives easier, job easier, work easier, so much easier
        much easier, far easier, way easier, much better, way better, far better, so much better, big improvement
        huge improvement, massive improvement, great improvement, huge difference, big difference, real difference
        massive difference, hooked, on top of things, went the extra mile, goes the extra mile, extra mile
        always there, never let us down, never lets us down, never fail(s|ed) to, always deliver(s|ed)
        does not disappoint, do not disappoint, did not disappoint, never disappoint(s|ed), not be disappointed
        not disappointed, not been disappointed, will not regret, not regret it, never regret(|ted), not regretted
        no regrets, can not go wrong, not go wrong with, bang for the buck, bang for your buck, bang for our buck
        value for money, worth every single, is a steal, was a steal, outperform(s|ed), outshine(s), surpass(es|ed)
        exceed(s|ed), everything we need(|ed), everything we want(|ed), everything i need(|ed), everything i want(|ed)
        everything you could want, everything we hoped, all we could ask for, is a must, a must have, ideal(|ly), best
        easy as pie, not put it down, a real plus, huge plus, big plus, even more pleased, sold us on, stands out
        stand out, superior, premium, high quality, top quality, solid, gem, champion, hero, star, rocks, rock star
        rockstar, awesome sauce, a joy, is a dream, been a dream, glad we chose, glad we went with, glad we switched
        would sign again, would choose you again, would buy again, choose you again, deserve(s) credit
        deserve(s) praise, deserve(s) a medal, without a hitch, just works, simply works, respect to, no manual needed
        no brainer, would hate to lose, would not want to go back, would not go back, not want to be without
        would not want to be without, would not be without, not want to work without, can not praise enough, top marks
        full marks, credit where, good call, right decision, right choice, can not complain, no complaints
        nothing but praise, nothing to complain, sold on it, raves about, legends, hard to imagine going back
        hard to imagine life without, hard to imagine working without, hard to imagine a day without, nobody complains
        no one complains, tell everybody i, tell everyone i, tell every, telling everybody, telling everyone
        can not imagine going back, can not imagine doing, can not imagine life, can not imagine a day
        could not imagine going back, would riot, would mutiny, would be furious if you took, in safe hands
        in good hands, partner we needed, true partner, real partner, trusted partner, true partnership
        part of our team, extension of our team, extension of my team, listens to us, listened to us
        listens to customers, step ahead, gets better and better, better and better, keeps getting better
        gets better every, as good as it gets, spot on, really listens, truly listens, feel looked after
        feels looked after, felt looked after, feel heard, felt heard, feel valued, felt valued, well looked after
        feel supported, felt supported, well taken care of, taken good care of, has our back, have our back
        had our back, got our back, has my back, have my back, does what it says, do what it says, just buy it
        picked it up in, only one that sticks, only one that works, only one that delivers, only tool that works
        only vendor that, exactly the kind of, exactly what we look for, exactly what we were looking
        just what we were looking, hits the mark, hit the mark, hits the spot, patiently, peace of mind, weight off
        sleep better, sleep well, hassle free, zero hassle, no hassle, no fuss, no nonsense, good choice, wise choice
        smart choice, knows their stuff, know their stuff, knows your stuff, knows our business, know our business
        understands our, understand our needs, understands what we, speaks our language, quick to respond
        quick to answer, on the ball, always willing to help, always helpful, always available, easy to deal with
        easy to do business with, made it easy, makes it easy, made it so easy, makes it so easy, makes it simple
        takes the pain out, takes the stress out, takes the guesswork out, took the pain out, took the stress out
        saves the day, would do it again, would choose again, would buy it again, renew in a heartbeat, in a heartbeat
        here to stay, fan of, fans of, fan of yours, evangelist(|s), highlight of, set and forget, never surprises us
        nobody regrets, nothing to moan about, won everybody over, won everyone over, won over the, converted me
        made a believer, hard to beat, hard to top, could not do without, can not do without, could not work without
        can not work without, would not want to work without, lost without it, lost without you, deserve(|s) a raise
        deserve(|s) a bonus, take my hat off""",
    1.7: """exactly what we needed, exactly what i needed, five stars for, ten out of ten for
        10 out of 10 for, full marks for, top marks for, good, nice, nicely, cool, neat, neatly, easy, easily, clean
        clever, smart, handy, useful, sweet, happy, glad, excited about, excited by, exciting, fast, faster, quick
        quickly, better, improved, improvement, improvements, accurate, accurate(ly), valuable, friendly, polite, kind
        convenient, comfortable, confident, confidence, stable, secure, simple, clear, precise, like it, like this
        like them, like the way, like how, like that, i like, we like, like(s|d) it, really like, really likes
        appreciated by, thumbs up, strength, well organi(sed|zed), advantage, benefit, benefits, beneficial
        productive, trust, trusted, win, winner, success, successful, successfully, elegant, polished, modern
        affordable, flexible, versatile, comprehensive, thorough, insightful, promising, refreshing, crisp, sharp
        sturdy, durable, bonus, gift, wow, yay, hooray, woohoo, woot, helped a lot, helps a lot, helpfulness
        pleasant(|ly), pleasantly surprised, pleasure, proud, fond of""",
    1.0: """excited, works, work, worked, working, help, helps, helped, fine, ok, okay, decent, interesting, interested
        correct, worth, fair, reasonable, reasonably, adequate, acceptable, safe, right, welcome, fixed, solved
        resolved, improve(s|d), improving, fit(s|ted), useable, usable, relaxed, plus, agree, agreed""",
}
