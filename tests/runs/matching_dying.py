"""A matching that is killed before each statement by which it changes anything, one after the other.

`python -m tests.runs.matching_dying` publishes the cast into the database it is pointed at, files needs and matches
them; then matches them for the next day in processes that kill themselves before their first change, their second and
so on, until one ends by itself. After each it looks at what readers see, and prints how often that was another set.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import count
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402  # models need Django set up
from django.db import connection  # noqa: E402  # as above

from goodword.programme.advocates.actions.publish_findings import publish_findings  # noqa: E402  # as above
from goodword.programme.asks.bounds import Bounds  # noqa: E402  # as above
from goodword.programme.needs.models import Matching, Obstacle, Proposal  # noqa: E402  # as above
from goodword.programme.team.actor import Actor  # noqa: E402  # as above
from goodword.runs.matching import match_needs  # noqa: E402  # as above
from tests.own_process import fork  # noqa: E402  # as above
from tests.programme.needs.wanted import filed  # noqa: E402  # as above
from tests.world import TODAY, the_cast  # noqa: E402  # as above

TOMORROW = TODAY + timedelta(days=1)
_CHANGES = ("INSERT", "UPDATE", "DELETE")


def main() -> dict[str, object]:
    """Match and die; return what readers saw."""
    call_command("migrate", verbosity=0)
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
    for number in range(6):
        filed(industry="", use_case="month-end close" if number % 2 else "payments", prospect=f"Prospect {number}")
    match(TODAY)
    before, odd = seen(), 0
    for statement in count(1):
        child = fork(partial(_dying_at, statement))
        if os.waitpid(child, 0)[1] == 0:
            return {"killed": statement - 1, "odd": odd, "before": before, "after": seen()}
        odd += seen() != before
    raise AssertionError("it never ends")


def match(day: date) -> None:
    """Match for a day."""
    match_needs(day=day, bounds=Bounds(), by=Actor.console())


def seen() -> list[object]:
    """What readers see: of how many days there are proposals, of which one, and what they and their reasons are."""
    points = [list(model.objects.order_by("pk").values_list("pk", "need_id")) for model in (Proposal, Obstacle)]
    days = Matching.objects.values_list("as_of", flat=True)
    return [[day.isoformat() for day in days], json.loads(json.dumps(points))]


def _dying_at(statement: int) -> None:
    left = count(1)

    def dies(execute: Callable[..., Any], sql: str, params: object, many: bool, context: object) -> Any:  # noqa: ANN401, FBT001  # Django's protocol
        if sql.startswith(_CHANGES) and next(left) == statement:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(dies):
        match(TOMORROW)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main()))
