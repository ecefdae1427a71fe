"""English."""

from goodword.finding.listening.lexicon.en_bad import BAD
from goodword.finding.listening.lexicon.en_good import GOOD
from goodword.finding.listening.lexicon.en_steering import CONTRACTIONS, MARKS
from goodword.finding.listening.lexicon.en_tones import TONES
from goodword.finding.listening.lexicon.shape import Quantities, Words

WORDS = Words(
    language="en",
    good=GOOD,
    bad=BAD,
    problems={
        1.3: """outage(|s), downtime, crash, crash(es|ed|ing), broken, breaks, broke, breaking, data loss
            fail(s|ed|ing), failure(|s), freez(e|es|ing), froze, hang(s|ing), time(s|d) out, timeout(|s)
            corrupt(|ed|s), regression(|s), lag(|s|ging), glitch(|es|y), escalat(e|ed|ion), unavailable
            defect(|s|ive), meltdown, incident(|s), delet(es|ed|ing) our, delet(es|ed|ing) my, delet(es|ed|ing) all""",
        0.8: """bug(|s), error(|s), issue(|s), problem(|s), delay(|s|ed), late, is down, are down, was down
            were down, went down, goes down, going down, been down, down again, down since, down all, keeps going down
            warning(|s), duplicate(|s), invalid, blocked, blocker, blocking, lost, loses, stopped, stops
            disconnect(s|ed), ticket(|s), conflict(|s), denied, rejected, reject(|s), exception(|s), leak(|s)
            vulnerability, spam, churn, errors out, maintenance""",
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
            instead of weeks, instead of hours, instead of months, return on investment, best quarter ever
            thing of the past, recouped, paid itself back, paid back in, pays back in, return on our investment
            clean audit, audit without, without findings, without a finding, zero findings, paid off""",
        2.0: """finally able, finally can, can finally, could finally, finally have, finally had
            finally managed, finally trust, finally trusts, paid for the renewal, pays for the renewal, first month in
            first quarter in, first year in, first week in, first close in, first month end in, first audit in
            nobody had to, nobody has to, finally got, are finally, is finally, at last we, at last i, now able to
            are now able, now we can, can now, we now, enabled us, enables us, enabling us, allowed us to
            allows us to, allowing us to, helped us cut, helped us reduce, helped us save, helped us win
            helped us close, helped us ship, helped us launch, helped us grow, helped us increase, helped us hit
            helped us get, helped us pass, helped us move, helped us avoid, helped us find, helped us catch
            helped us go live, helped us meet, helped us deliver, helped us finish, helped us land, helped us retain
            helped us keep, helped us scale, sav(ed|es|ing) time, sav(ed|es|ing) money, sav(ed|es|ing) a lot of
            sav(ed|es|ing) so much, sav(ed|es|ing) hours, sav(ed|es|ing) days, sav(ed|es|ing) weeks
            sav(ed|es|ing) a ton of, sav(ed|es|ing) tons of, cut our, cutting our, reduced our, reduces our
            reducing our, slashed, shaved, increased our, grew our, boosted our, improved our, doubled, tripled
            quadrupled, shortened our, sped up our, speeds up our, hit our target, hit our targets, hit our goal
            beat our target, met our target, met every deadline, reached our goal, exceeded our target
            exceeded our goal, passed the audit, passed our audit, went through the audit, went live, gone live
            live on time, on time and, on schedule, without a single, zero errors, zero tickets, zero incidents
            no more, gone from, went from, down from, up from, dropped from, dropped to, fell from, fell to
            brought down, freed up, frees up, won back, made it possible, not have to chase, could not have done
            adoption is up, rolled it out to, closed more, our fastest, our best, quickest ever, fastest ever
            smoothest, on the first try, first try, without hiring, without adding headcount, without extra headcount
            without additional headcount, without adding staff, without extra staff, without additional staff
            with the same team, with the same headcount, with half the team, without overtime, no overtime
            hit our sla, met our sla, made our deadline, passed the inspection, first time right, closed two deals
            closed three deals, won two deals, won a deal, deals because of, renewed because, no more late nights
            no more manual, no more spreadsheet(|s), no more copy, no more chasing, no more guessing
            no more guesswork, no more weekend(|s), no more surprises, no more overtime, no more fire drills
            no more firefighting, ahead of time, ahead of the deadline, weeks early, days early, on time for the first
            beat the deadline, made the deadline, met the deadline, met our deadline, in under a, won the renewal
            won the customer, landed the customer, landed the contract, do not have to hire, did not have to hire
            did not need to hire, without new hires, one person job, one click now, with one click, now one click""",
        1.0: """saved, saves, saving, finally, at last, helped us, helps us, thanks to, success, successfully
            rolled out, adopted, automated, automates, automating, improvement, faster, quicker, easier
            productivity, managed to, achieve(|d), deliver(ed|s), launch(ed), shipped, cut, cuts, reduce(d|s)
            increase(d|s), drop(ped|s), grew, fewer, less time, instead of, within a, in under, already""",
    },
    tones=TONES,
    marks=MARKS,
    contractions=CONTRACTIONS,
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
            contracts, meetings, times, heads, outages, defects, engineers, developers, downloads, sessions
            visits""",
    source="from",
    target="to, down to, up to, into",
    by="by",
    instead="""where it was, where we had, against, up from, down from, instead of, rather than, as opposed to, vs
            would have taken, would previously have taken, would have previously taken, what used to take
            what took, versus, compared to, compared with, where it used to be, not""",
    formerly="used to take, used to spend, used to need, used to cost, used to be, took, previously, was taking",
    then="""before, last year, last quarter, previously, back then, then, when we began, when we started
            when we signed, at the start, at kick off, a year ago, in the first quarter, it was, earlier
            the year before, we used to have, formerly, was""",
    per="""a month, a week, a day, a year, a quarter, per month, per week, per day, per year, per quarter
            each month, each week, each day, every month, every week, every day, every year, monthly, weekly
            annually, an hour, per user, per person, per head, a person, per ticket, per case""",
    down="""cut, cuts, cutting, reduce, decrease, lower, lowers, decreases, decreasing, shorten, shortens, reduced
            reduces, reducing, lowered, decreased, dropped, drop, fell, fallen, shrank, shrunk, shortened, slashed
            down, shaved, trimmed, brought down, declined, went down, gone down""",
    up="""increase, improve, grow, raise, boost, boosts, grows, increased, increases, increasing, grew, grown, rose
            risen, raised, improved, improves, boosted, up
            gained, climbed, lifted, went up, gone up, jumped, more""",
    moved="went, gone, moved, go, took, brought, changed, turned, got, takes, goes, now",
    spared="saved, saves, saving, save, freed up, frees up, freed, won back, regained, spared",
    halves="halved, by half, in half, cut in half, half the time, half as long, halving",
    doubles="""doubled, tripled, quadrupled, twice as fast, twice as many, twice as much, three times as fast
            twice the, order of magnitude, orders of magnitude, twice as productive, twice as quickly""",
    faster="""faster, quicker, less, fewer, cheaper, shorter, lower, sooner, more accurate, more efficient, earlier than
            ahead of schedule, ahead of plan""",
    slower="slower, longer, costlier, later, more expensive",
    smaller="less, fewer, lower",
    wants_less="""time, times, cost, costs, errors, error, tickets, ticket, churn, effort, latency, price, incidents
            bugs, complaints, downtime, delays, backlog, spend, hours, work, workload, manual, cycle, lead
            onboarding, days, response, duration, turnover, attrition, calls, emails, mistakes, overhead, bill
            bounce, returns, waiting, failure(|s), failed, outage(|s), crash(es), defect(|s), rework, escalation(|s)
            fraud, waste, scrap, refund(|s), rejection(|s), accident(|s), injuries, absences, alerts, wait, queue(|s)
            interruptions, disputes, penalties, fines, breaches, duplicates, risk, risks, noise, spending, expenses
            expense, toil""",
    wants_more="""adoption, revenue, conversion, conversions, productivity, throughput, efficiency, speed, quality
            accuracy, satisfaction, nps, csat, score, scores, retention, sales, coverage, visibility, capacity
            uptime, availability, engagement, seats, licences, licenses, users, headcount, subscribers, members
            bookings, usage, pipeline, margin, renewals, leads, output, reliability, win""",
    now="now, today, these days, nowadays, currently, since then",
    ranges="to, or, and",
    fractions="""half, a half, one half, a third, one third, two thirds, a quarter, three quarters, four fifths
            a fifth, a tenth, one tenth, a sixth, an eighth""",
    lessening="reduction(|s), decrease(|s), drop, decline, cut, fall, shortening",
    savings="saving(|s)",
    growing="""increase(|s), improvement(|s), gain(|s), growth, rise, boost, uplift, jump, speedup, speed up, lift
            surge""",
    of="of, by",
    about="in, on, of, for, across",
    times="x, times, fold",
    than="""faster, quicker, more, less, fewer, better, greater, higher, cheaper, lower, shorter, larger, bigger
            as fast
            as many, as much, as quick, as quickly, as productive, as high, as efficient, improvement, increase
            reduction, growth, speedup, speed, throughput, return, the speed, the throughput, the number, the volume""",
    folds="twofold, threefold, fourfold, fivefold, sixfold, eightfold, tenfold, twentyfold, hundredfold",
    factor="by a factor of, a factor of",
    planned="""will, would, could, should, shall, expect(|s|ed|ing), hope(|s|d), hoping, plan(|s|ned|ning)
            aim(|s|ed|ing)
            goal, target, want(|s|ed), wanting, if, might, may, promise(|s|d), intend(|s), try to
            trying to
            not""",
    roughly="""about, around, nearly, almost, over, roughly, some, another, more than, well over, as much as
            at least, close to, an impressive""",
    amounting="""is, are, was, were, is about, has been, is around, was about, was around, came to, comes to
            amounts to, amounted to, reached""",
    percent="%, percent, per cent, pct",
)
