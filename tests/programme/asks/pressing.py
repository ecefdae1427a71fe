"""Two colleagues who press the same buttons at the same moment, in processes that are killed while they do.

`python -m tests.programme.asks.pressing KILLS` fills the database it is pointed at with people, has letters that ask
them sent from the same forms by two processes at once, kills both with SIGKILL again and again, lets two go on to the
end, and prints what stands in every table.
"""

import json
import os
import random
import sys
import time
from functools import partial

import django

django.setup()

from django.core.management import call_command  # noqa: E402  # models need Django set up

from goodword.kit import clock  # noqa: E402  # as above
from goodword.programme.asks.actions.send_ask import Post, send_ask  # noqa: E402  # as above
from goodword.programme.asks.bounds import Bounds  # noqa: E402  # as above
from goodword.programme.asks.filling import Wording  # noqa: E402  # as above
from goodword.programme.asks.models import Ask, AskLetter, Reservation  # noqa: E402  # as above
from goodword.programme.links.models import Link  # noqa: E402  # as above
from goodword.programme.outbox.models import Letter, Waiting  # noqa: E402  # as above
from goodword.programme.people.models import Person  # noqa: E402  # as above
from goodword.programme.team.actor import Actor  # noqa: E402  # as above
from goodword.programme.team.models import AuditEntry  # noqa: E402  # as above
from tests.own_process import fork, kill, lives  # noqa: E402  # as above

PRESSERS, PEOPLE_A_KILL = 2, 3
_A_LIFE, _A_LOOK = 0.06, 0.005
"""Seconds that a process lives at most, of every second pair after one of it sent a letter."""
_ROUNDS_A_KILL = 5

WORDS = Wording("A few words", "Dear {person}, may we quote you?\n\n{answer_link}\n\n{stop_link}\n")


def main(kills: int) -> dict[str, object]:
    """Press and kill; return what stands in the end."""
    call_command("migrate", verbosity=0)
    people = [f"p{number:05}" for number in range(kills * PEOPLE_A_KILL)]
    Person.objects.bulk_create(Person(person_id=one, person_keys=[f"crm:{one}"]) for one in people)
    press(people[0])  # what a process loads once, it has loaded now
    chance, killed = random.Random(7), 0  # noqa: S311  # the same instants every time
    for _ in range(kills * _ROUNDS_A_KILL):
        if killed >= kills:
            break
        before = AskLetter.objects.count()
        children = [fork(partial(_press_all, people[before:] or people[-1:])) for _ in range(PRESSERS)]
        if chance.random() < 1 / 2:
            _let_press(before, children)
        time.sleep(chance.uniform(0, _A_LIFE))
        killed += sum([kill(child) for child in children])
    between = AskLetter.objects.count()
    for child in [fork(partial(_press_all, people)) for _ in range(PRESSERS)]:
        assert os.waitpid(child, 0)[1] == 0
    return {"killed": killed, "people": len(people), "between kills": between, "rows": _rows(), "odd": _odd()}


def _press_all(people: list[str]) -> None:
    for one in people:
        press(one)


def _let_press(before: int, children: list[int]) -> None:
    """Wait until one of them sent a letter, or all have ended: how long that takes a load decides."""
    while AskLetter.objects.count() == before and any(lives(child) for child in children):
        time.sleep(_A_LOOK)


def press(person: str) -> AskLetter:
    """Send the letter of the one form there is about somebody."""
    post = Post(
        to=f"{person}@oriel.example",
        sender="us@northwind.example",
        url_of=lambda secret: f"https://here.example/a/{secret}/",
    )
    by = Actor.console()
    return send_ask(person, "quote", WORDS, post, token="form", day=clock.today(), bounds=Bounds(), by=by)


def _rows() -> dict[str, int]:
    found = {model.__name__: model._default_manager.count() for model in (Ask, Reservation, AskLetter, Letter, Waiting)}
    return found | {
        "links to answer": Link.objects.filter(purpose="answer").count(),
        "links to stop": Link.objects.filter(purpose="unsubscribe").count(),
        "asks in the trail": AuditEntry.objects.filter(verb="ask", noun="person").count(),
    }


def _odd() -> list[str]:
    """Letters that do not hold the link of their own ask, and people who were not asked exactly once."""
    asked = Ask.objects.values_list("reservation__person", flat=True)
    once = sorted(asked) == sorted(Person.objects.values_list("pk", flat=True))
    letters = AskLetter.objects.select_related("letter", "ask__reservation")
    strange = [row.token for row in letters if row.letter.to != f"{row.ask.reservation.person_id}@oriel.example"]  # type: ignore[union-attr]  # all have one
    return strange if once else [*strange, "not everybody was asked exactly once"]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(int(sys.argv[1]))))
