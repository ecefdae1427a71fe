"""A crowd that asks the same few people at the same moment, from several processes, past every check of ours.

`python -m tests.programme.asks.crowd people|ask|tell ...` works on the database it is pointed at. Most attempts insert
straight into the table, as a door nobody has would do it; one in fifty goes through the action.
"""

import json
import sys
import threading
from collections import Counter
from datetime import date, timedelta
from random import Random

import django

django.setup()

from django.db import DatabaseError, connection  # noqa: E402  # models need Django set up

from goodword.kit import clock  # noqa: E402  # as above
from goodword.kit.errors import GoodwordError  # noqa: E402  # as above
from goodword.programme.asks.actions.reserve_place import reserve_place  # noqa: E402  # as above
from goodword.programme.asks.bounds import Bounds  # noqa: E402  # as above
from goodword.programme.asks.models import Reservation  # noqa: E402  # as above
from goodword.programme.people.models import Person  # noqa: E402  # as above
from goodword.programme.team.actor import Actor  # noqa: E402  # as above

PEOPLE = 40
FIRST, DAYS, REST, CAP = date(2026, 1, 1), 700, 20, 2
THROUGH_THE_ACTION = 50  # one attempt in so many
STRAIGHT_IN = """
    INSERT INTO asks_reservation (person_id, nth, act_kind_id, reserved_on, quiet_after, rests_until, cap, at, by)
    SELECT %s, COALESCE(MAX(nth), 0) + 1, 'quote', %s, %s, %s, %s, %s, '' FROM asks_reservation WHERE person_id = %s
"""


def people() -> None:
    """Whom the crowd will ask."""
    Person.objects.bulk_create(Person(person_id=f"p{number}") for number in range(PEOPLE))


def ask(seed: int, requesters: int, attempts: int) -> Counter[str]:
    """So many requesters, each with a connection of its own; return what they got."""
    got: Counter[str] = Counter()
    start, lock = threading.Barrier(requesters), threading.Lock()

    def one(number: int) -> None:
        chance, mine = Random(seed * 1_000 + number), Counter[str]()  # noqa: S311 - no secret
        start.wait()
        for turn in range(attempts):
            day = FIRST + timedelta(days=turn * DAYS // attempts + chance.randrange(REST))
            mine[_attempt(f"p{chance.randrange(PEOPLE)}", day, through_action=turn % THROUGH_THE_ACTION == 0)] += 1
        connection.close()
        with lock:
            got.update(mine)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(requesters)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


def _attempt(person: str, day: date, *, through_action: bool) -> str:
    try:
        if through_action:
            reserve_place(person, "quote", day=day, bounds=Bounds(CAP, REST), by=Actor.console())
        else:
            values = (person, day, day, day + timedelta(days=REST), CAP, clock.now(), person)
            with connection.cursor() as cursor:
                cursor.execute(STRAIGHT_IN, values)
    except GoodwordError as error:
        return error.code
    except DatabaseError as error:
        told = str(error).partition("load: ")[2].split()
        return told[0] if told else "slot" if "slot" in str(error) or "nth" in str(error) else repr(error)
    return "reserved"


def tell() -> dict[str, list[str]]:
    """The days on which each person is to be asked, sorted."""
    found: dict[str, list[str]] = {}
    for person, day in Reservation.objects.order_by("reserved_on").values_list("person_id", "reserved_on"):
        found.setdefault(person, []).append(day.isoformat())
    return found


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["people"]:
            people()
        case ["ask", seed, requesters, attempts]:
            sys.stdout.write(json.dumps(ask(int(seed), int(requesters), int(attempts))))
        case ["tell"]:
            sys.stdout.write(json.dumps(tell()))
