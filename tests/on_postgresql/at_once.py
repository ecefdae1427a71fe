"""Many who want the same thing at the same moment, each with a connection of their own.

`python -m tests.on_postgresql.at_once` does it on the database it is pointed at, and prints what came of it as JSON.
"""

import json
import sys
import threading
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import django

django.setup()

from django.conf import settings as of_django  # noqa: E402  # models need Django set up
from django.db import connection  # noqa: E402  # as above
from django.test import Client  # noqa: E402  # as above

from goodword.doors.api.rates import Allowances  # noqa: E402  # as above
from goodword.kit import clock  # noqa: E402  # as above
from goodword.kit.errors import GoodwordError  # noqa: E402  # as above
from goodword.programme.calls.actions.claim_key import Claim, claim_key  # noqa: E402  # as above
from goodword.programme.calls.actions.keep_answer import keep_answer  # noqa: E402  # as above
from goodword.programme.people.actions.keep_apart import keep_apart  # noqa: E402  # as above
from goodword.programme.people.actions.merge_people import merge_people  # noqa: E402  # as above
from goodword.programme.people.actions.opt_out_person import opt_out_person  # noqa: E402  # as above
from goodword.programme.people.actions.settle_opt_outs import settle_opt_outs  # noqa: E402  # as above
from goodword.programme.people.actions.unmerge_people import unmerge_people  # noqa: E402  # as above
from goodword.programme.people.models import Apart, Merge, Person, Unmerge  # noqa: E402  # as above
from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant  # noqa: E402  # as above
from goodword.programme.permissions.models import Grant  # noqa: E402  # as above
from goodword.programme.team.actions.add_factor import add_app  # noqa: E402  # as above
from goodword.programme.team.actions.make_token import make_token  # noqa: E402  # as above
from goodword.programme.team.actor import Actor  # noqa: E402  # as above
from goodword.programme.team.models import AuditEntry, FailedSignIn  # noqa: E402  # as above
from goodword.programme.team.trail import record  # noqa: E402  # as above
from goodword.programme.tuning.actions.change_setting import change_setting  # noqa: E402  # as above
from goodword.runs.jobs import queue, running  # noqa: E402  # as above
from goodword.runs.jobs.actions.ask_job import ask_job  # noqa: E402  # as above
from tests.permissions import allows  # noqa: E402  # as above
from tests.programme.team.codes import code_of  # noqa: E402  # as above
from tests.team import LEILA, PASSWORD, let_in  # noqa: E402  # as above

of_django.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # slow ones protect people, not tests
MANY = 8
CONSOLE = Actor.console()
KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def window() -> Client:
    """A browser."""
    return Client(headers={"host": "localhost"})


def at_once(do: Callable[[int], object]) -> list[str]:
    """Let many do it at the same moment; return what each got, in words: a refusal is its code."""
    got, start = [""] * MANY, threading.Barrier(MANY)

    def one(number: int) -> None:
        try:
            start.wait()
            got[number] = str(do(number))
        except GoodwordError as error:
            got[number] = error.code
        except Exception as error:  # noqa: BLE001  # whatever went wrong is what the test wants to see
            got[number] = repr(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(MANY)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


def jobs() -> dict[str, object]:
    """More workers than one take jobs until there are none; and many ask for the same one."""
    asked = at_once(lambda _: ask_job(running.RUN, by=CONSOLE, key="the same wish").pk)
    for _ in range(3 * MANY):
        ask_job(running.RUN, by=CONSOLE)

    def worker(number: int) -> list[int]:
        taken = []
        while (job := queue.claim(f"worker {number}", clock.now())) is not None:
            taken.append(job.pk)
            queue.finish(job, {}, clock.now())
        return taken

    taken = [job for one in at_once(worker) for job in json.loads(one)]
    return {"wishes": len(set(asked)), "taken": sorted(Counter(taken).values()), "jobs": 3 * MANY + 1}


def settings() -> list[str]:
    """All looked at the same value, and each wants another."""
    return sorted(
        at_once(
            lambda number: (
                change_setting(
                    "holds.resting.days", 50 + number, check=lambda value: value, otherwise=45, by=CONSOLE, seen=0
                ).__class__.__name__
            )
        )
    )


def trail() -> list[str]:
    """Each writes ten entries."""

    def write(number: int) -> int:
        return len([record(CONSOLE, "change", "thing", f"{number}/{turn}") for turn in range(10)])

    return at_once(write)


def calls() -> dict[str, object]:
    """The same call under one key, from many; and more calls than a minute allows, from many processes' allowances."""
    token, _secret = make_token(let_in("bot@northwind.example"), "sheet", scope="write", lasts=timedelta(9), by=CONSOLE)

    def call(_number: int) -> str:
        claim = claim_key(token, "POST /x", "k-1", fingerprint="f")
        if not isinstance(claim, Claim):
            return f"answered before: {claim.body}"
        keep_answer(claim, status=200, content_type="text/plain", body="once")
        return "done"

    def spend(_number: int) -> int:
        mine = Allowances()  # of a process
        return sum(mine.take("token 1", "read", 100, now).allowed for _ in range(51))

    now = clock.now()
    return {"answers": Counter(at_once(call)), "granted": sum(map(int, at_once(spend)))}


def doors() -> dict[str, object]:
    """One code of an app shown by many; then wrong passwords by many."""
    add_app(let_in(), KEY, code_of(KEY), by=CONSOLE)
    windows = [window() for _ in range(MANY)]
    for one in windows:
        one.post("/sign-in/", {"username": LEILA, "password": PASSWORD})
    code = code_of(KEY)
    opened = at_once(lambda number: windows[number].post("/sign-in/second-factor/", {"code": code}).status_code)
    inside = [one for one in windows if one.get("/me/").status_code == 200]
    FailedSignIn.objects.all().delete()
    FailedSignIn.LIMIT = MANY // 2
    wrong = {"username": "nobody@northwind.example", "password": "not this one"}
    tried = at_once(lambda _: window().post("/sign-in/", wrong).status_code)
    counted = FailedSignIn.objects.count()
    for _ in range(MANY):
        window().post("/sign-in/", wrong)
    return {
        "opened": Counter(opened),
        "inside": len(inside),
        "tried": Counter(tried),
        "counted": counted,
        "then": window().post("/sign-in/", wrong).status_code,
    }


def people() -> dict[str, object]:
    """One pair merged by many; a ring of people merged pair by pair; many say that one opts out while others merge."""
    names = [f"p{number}" for number in range(2 * MANY + 2)]
    Person.objects.bulk_create(Person(person_id=name, name=name) for name in names)
    pair = names[-2:]
    merged = at_once(lambda _: merge_people(*pair, by=CONSOLE).__class__.__name__)
    (merge,) = Merge.objects.standing().filter(one_id=pair[0])
    unmerged = at_once(lambda _: unmerge_people(merge, by=CONSOLE).pk)
    chain = at_once(lambda number: merge_people(names[number], names[number + 1], by=CONSOLE).__class__.__name__)
    roots = {Person.today_of(name) for name in names[: MANY + 1]}

    def out_or_merge(number: int) -> str:
        if number % 2:
            return opt_out_person(names[0], by=CONSOLE).__class__.__name__
        return merge_people(names[0], names[MANY + 1 + number // 2], by=CONSOLE).__class__.__name__

    mixed = at_once(out_or_merge)
    settle_opt_outs()
    everybody = Person.objects.same_as(names[0])
    return {
        "merged": Counter(merged),
        "unmerged": len(set(unmerged)),
        "rows": [Merge.objects.filter(one_id=pair[0]).count(), Unmerge.objects.count()],
        "chain": Counter(chain),
        "roots": len(roots),
        "mixed": Counter(mixed),
        "one person": everybody.count(),
        "opted out": everybody.exclude(opted_out_on=None).count(),
    }


def pairs() -> dict[str, object]:
    """Of one pair some say that it is one person, and others that it is two."""
    Person.objects.bulk_create(Person(person_id=name, name=name) for name in ("left", "right"))

    def decide(number: int) -> str:
        decided = keep_apart if number % 2 else merge_people
        return decided("left", "right", by=CONSOLE).__class__.__name__

    decided = at_once(decide)
    stand = [kind.objects.standing().filter(one_id="left").count() for kind in (Merge, Apart)]
    return {"decided": Counter(decided), "stand": sorted(stand)}


def words() -> dict[str, object]:
    """One word of permission given by many, and taken back by many."""
    key = Person.objects.create(person_id="hemi", name="Hemi")
    granted = at_once(lambda _: allows(key, "quote").pk)
    grant = Grant.objects.get(pk=granted[0])
    withdrawn = at_once(lambda _: withdraw_grant(grant, by=CONSOLE).pk)
    told = AuditEntry.objects.filter(noun="permission").values_list("verb", flat=True)
    return {"granted": len(set(granted)), "withdrawn": len(set(withdrawn)), "told": Counter(told)}


if __name__ == "__main__":
    asked = (jobs, settings, trail, calls, doors, people, pairs, words)
    told = {one.__name__: one() for one in asked}
    sys.stdout.write(json.dumps(told))
