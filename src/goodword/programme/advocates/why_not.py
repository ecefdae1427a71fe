"""Why not now: what holds somebody and until when, as one sentence in the language of the reader.

Findings carry an English sentence, made for the console and its JSON, and beside it the code, the days and the numbers.
Here the sentence is said anew from these. A code nobody wrote words for, and a hold that lacks a fact its sentence
needs, are told by the sentence the findings came with.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goodword.programme.advocates.days import spoken_day
from goodword.programme.advocates.models import Generation, Hold, ListedPerson
from goodword.programme.advocates.why_now import spoken_number
from goodword.programme.advocates.wording import ACTS

type Words = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a sentence may need. `where` is the account's name where a sentence begins, `at` within one."""

    code: str
    who: str
    account: str
    as_of: date
    until: date | None = None
    day: date | None = None
    record: str = ""
    act_kind: str = ""
    number: float | None = None
    before: float | None = None

    def words(self) -> Words:
        """What is known, as it is said."""
        days = {"until": self.until, "day": self.day}
        numbers = {"number": self.number, "before": self.before}
        known = {name: spoken_day(day, self.as_of) for name, day in days.items() if day}
        known |= {name: spoken_number(number) for name, number in numbers.items() if number is not None}
        known |= {"record": self.record} if self.record else {}
        known |= {"act": str(ACTS[self.act_kind].label)} if self.act_kind in ACTS else {}
        return known | {
            "who": self.who or _("This person"),
            "where": self.account or _("Their company"),
            "at": self.account or _("their company"),
        }


def why_not(hold: Hold, person: ListedPerson, as_of: date) -> str:
    """Say what holds somebody, to a reader who sees it.

    Args:
        hold: what `Sight` showed of it.
        person: whom it holds, as `Sight` showed them: a name or address that is not in there is not said.
        as_of: the day of the findings; days of other years are told with the year.
    """
    first = hold.evidence[0] if hold.evidence else {}
    numbers = _numbers(first)
    facts = _Facts(
        code=hold.code,
        who=person.name or person.email,
        account=person.account or hold.account_id,
        as_of=as_of,
        until=hold.until,
        day=hold.day,
        record=first.get("id") or "",
        act_kind=hold.act_kind,
        number=numbers.get("number"),
        before=numbers.get("number_before"),
    )
    return _said(facts, hold.sentence)


def first_holds(generation: Generation, ids: Iterable[str]) -> dict[str, Hold]:
    """What holds each of these people from everything, where something does: what lists tell first. One query."""
    rows = Hold.objects.within(generation).filter(person_id__in=list(ids), act_kind="").order_by("-id")
    return {row.person_id: row for row in rows}


def why_fire(fire: dict[str, Any], as_of: date) -> str:
    """Say what burns at an account; `fire` is one of `Generation.counts`."""
    facts = _Facts(
        code=fire["code"],
        who="",
        account=fire["account"],
        as_of=as_of,
        until=_day(fire.get("until")),
        day=_day(fire.get("day")),
        record=fire.get("record") or "",
        number=fire.get("number"),
        before=fire.get("number_before"),
    )
    return _said(facts, fire["sentence"])


def _said(facts: _Facts, otherwise: str) -> str:
    say = _SAY.get(facts.code)
    text = say(facts) if say else ""
    try:
        return text % facts.words() or otherwise
    except KeyError:
        return otherwise


def _numbers(piece: dict[str, Any]) -> dict[str, Any]:
    """The numbers of a piece of evidence; before they were kept as an object, they were kept as its text."""
    told = piece.get("numbers") or {}
    return dict(json.loads(told) if isinstance(told, str) else told)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _urgent_ticket(facts: _Facts) -> str:
    if facts.until is None:
        return _open_urgent_ticket(facts)
    if facts.record:
        return _(
            "%(where)s had an urgent ticket, number %(record)s, resolved on %(day)s; asks open again on %(until)s."
        )
    return _("%(where)s had an urgent ticket, resolved on %(day)s; asks open again on %(until)s.")


def _open_urgent_ticket(facts: _Facts) -> str:
    if facts.number:
        opens = ngettext(
            "asks open again one working day after it is resolved.",
            "asks open again %(number)s working days after it is resolved.",
            int(facts.number),
        )
    else:
        opens = _("asks open again once it is resolved.")
    if facts.record:
        return _("%(where)s has an open urgent ticket, number %(record)s;") + " " + opens
    return _("%(where)s has an open urgent ticket;") + " " + opens


def _high_ticket(facts: _Facts) -> str:
    if facts.record:
        return _("%(who)s has an open ticket of high priority, number %(record)s; asks open again once it is resolved.")
    return _("%(who)s has an open ticket of high priority; asks open again once it is resolved.")


def _low_nps(_facts: _Facts) -> str:
    return _("%(who)s gave us %(number)s out of 10 on %(day)s; asks open again with a better answer, or on %(until)s.")


def _low_csat(_facts: _Facts) -> str:
    return _("%(who)s gave our help %(number)s out of 5 on %(day)s; asks open again on %(until)s.")


def _complaint(_facts: _Facts) -> str:
    return _(
        "%(who)s complained on %(day)s and has not praised us since; asks open again with new praise, or on %(until)s."
    )


def _fewer_active(_facts: _Facts) -> str:
    return _(
        "Only %(number)s people at %(at)s are active now, down from %(before)s; asks open again once they are back."
    )


def _churn_notice(facts: _Facts) -> str:
    # The number says whether they leave or shrink; without it nobody knows.
    if facts.number is None:
        return ""
    if facts.number:
        return _("%(where)s gave notice on %(day)s; asks open again once it renews.")
    return _("%(where)s cut its contract down on %(day)s; asks open again once it renews.")


def _contract_ending(facts: _Facts) -> str:
    if facts.day is not None and facts.day < facts.as_of:
        return _("A contract of %(at)s ended on %(day)s and is not renewed; asks open again once it is.")
    return _("A contract of %(at)s ends on %(day)s and is not renewed; asks open again once it is.")


def _resting(_facts: _Facts) -> str:
    return _("%(who)s rests after the last ask or act of %(day)s; asks open again on %(until)s.")


def _not_now(_facts: _Facts) -> str:
    return _("%(who)s said not now on %(day)s; asks open again on %(until)s.")


def _never(_facts: _Facts) -> str:
    return _("%(who)s said never, on %(day)s, to this kind of act: %(act)s; nobody asks for it again.")


def _capped(_facts: _Facts) -> str:
    return _("%(who)s was asked %(number)s times this quarter, which is the most; asks open again on %(until)s.")


def _opted_out(_facts: _Facts) -> str:
    return _("%(who)s opted out on %(day)s; nobody asks until they say themselves that we may.")


_SAY: dict[str, Callable[[_Facts], str]] = {
    "urgent_ticket": _urgent_ticket,
    "high_ticket": _high_ticket,
    "low_nps": _low_nps,
    "low_csat": _low_csat,
    "complaint": _complaint,
    "fewer_active": _fewer_active,
    "churn_notice": _churn_notice,
    "contract_ending": _contract_ending,
    "resting": _resting,
    "not_now": _not_now,
    "never": _never,
    "capped": _capped,
    "opted_out": _opted_out,
}
CODES = frozenset(_SAY)
"""The codes that are said in the reader's language."""
