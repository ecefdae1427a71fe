"""What asks and acts cost people, handed over after each publication; and what settings let a person bear."""

from collections.abc import Iterator
from datetime import date, timedelta

import pyarrow as pa

from goodword.evidence.records.ledger import LEDGER_ACTS, LEDGER_ASKS
from goodword.programme.asks.actions.post_load import Cost, post_load
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.models import Ask, PastLoad
from goodword.programme.permissions.facts import policies_of_kinds
from goodword.programme.permissions.kinds import Policy
from goodword.runs.settings.file import Tables
from goodword.runs.settings.resolving import held


def bounds_now(settings: Tables) -> Bounds:
    """What settings let a person bear."""
    return Bounds(
        asks_a_quarter=int(str(held(settings, "holds.capped.asks").value)),
        rest_days=int(str(held(settings, "holds.resting.days").value)),
        not_now_days=int(str(held(settings, "holds.not_now.days").value)),
        points_a_quarter=int(str(held(settings, "load.points").value)),
    )


def post_past_load(ledger: dict[str, pa.Table], *, day: date, rest_days: int) -> None:
    """Post what the ledger's asks and acts up to a day cost people; asks made here have a place of their own.

    Args:
        ledger: the tables of contract LEDGER, by name.
        day: the last that counts.
        rest_days: how long a person rests.
    """
    post_load(cost for cost in _costs(ledger, rest_days) if cost.happened_on <= day)


def _costs(ledger: dict[str, pa.Table], rest_days: int) -> Iterator[Cost]:
    kinds = policies_of_kinds()
    unknown, rest = Policy(""), timedelta(days=rest_days)
    reserved = {ask.ledger_id for ask in Ask.objects.exclude(reservation=None)}
    for ask in ledger[LEDGER_ASKS.name].to_pylist():
        if ask["person_id"] and ask["ask_id"] not in reserved:
            kind, asked_on = kinds.get(ask["kind"] or "", unknown), ask["asked_on"]
            yield Cost(PastLoad.ASK, ask["ask_id"], ask["person_id"], asked_on, asked_on + rest, kind.load)
    for act in ledger[LEDGER_ACTS.name].to_pylist():
        if act["person_id"]:
            kind, done_on = kinds.get(act["kind"] or "", unknown), act["done_on"]
            until = max(done_on + rest, act["rests_until"] or done_on)
            yield Cost(PastLoad.ACT, act["act_id"], act["person_id"], done_on, until, kind.load)
