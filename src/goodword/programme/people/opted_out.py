"""Whether somebody opted out, since when, and how we know: asked by pages, by the console and by the portal.

It is read from `Person.opted_out_on` under every id of theirs: `settle_opt_outs` writes it whenever somebody says so,
and each run writes it anew from the list of those who may not be asked. The gate reads the same of many people at once
(`permissions.facts`).
"""

from dataclasses import dataclass
from datetime import date, datetime

from goodword.programme.people.models import OptOut, Person


@dataclass(frozen=True, slots=True)
class OptedOut:
    """Nobody may ask somebody.

    Attributes:
        since: the first day on which they said so under any id of theirs, since they last consented.
        how: how they said so, the newest first; empty where only the list of suppressions knows them.
    """

    since: date
    how: tuple[OptOut, ...]


def opted_out(person_id: str) -> OptedOut | None:
    """Say whether whoever an id of today or of before means opted out; None where they may be asked."""
    rows = dict(Person.objects.same_as(person_id).values_list("person_id", "opted_out_on"))
    days = [day for day in rows.values() if day is not None]
    if not days:
        return None
    return OptedOut(min(days), tuple(OptOut.objects.filter(person_id__in=list(rows)).order_by("-said_on", "-pk")))


def outlasts(said_on: date, noted_at: datetime, consent: datetime | None) -> bool:
    """Whether somebody's word that nobody may ask them counts although they consented: they said it after that.

    Args:
        said_on: the day they said it.
        noted_at: when that was noted; decides where both are of one day.
        consent: when they last consented; None where they never did.
    """
    return consent is None or (said_on, noted_at) > (consent.date(), consent)
