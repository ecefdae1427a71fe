"""Why somebody is held, in one sentence for people."""

from dataclasses import dataclass
from datetime import date

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Reason:
    """What a sentence is made of.

    Attributes:
        code: which hold it is.
        who: the person's name.
        where: the account's name.
        as_of: the day it is told on.
        until: the first day without it, if known.
        day: the day the sentence needs, if any.
        record: the id of the record behind it, if any.
        act_kind: the only act kind held, if only one.
        number: the figure, if any.
        before: the figure to compare with, if any.
    """

    code: str
    who: str
    where: str
    as_of: date
    until: date | None = None
    day: date | None = None
    record: str | None = None
    act_kind: str | None = None
    number: float | None = None
    before: float | None = None


def sentence(reason: Reason) -> str:
    """Return what holds somebody and until when, as one sentence."""
    what = _WHAT[reason.code](reason)
    first = what.split(" ", 1)[0]
    # An address or a key begins as it is written.
    return f"{what}." if "@" in first or not first.isalpha() else f"{what[0].upper()}{what[1:]}."


def spoken_day(day: date | None, as_of: date) -> str:
    """Return a day as people say it: `Wed 18 Nov`, with the year where it is not that of `as_of`."""
    if day is None:
        return "a day not known"
    year = "" if day.year == as_of.year else f" {day.year}"
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}{year}"


def _day(reason: Reason) -> str:
    return spoken_day(reason.day, reason.as_of)


def _opens(reason: Reason) -> str:
    return f"asks open again on {spoken_day(reason.until, reason.as_of)}"


def _plain(number: float | None) -> str:
    return "not known" if number is None else f"{number:g}"


def _ticket(reason: Reason) -> str:
    return f", number {reason.record}" if reason.record else ""


def _working_days(number: float) -> str:
    return "one working day" if number == 1 else f"{number:g} working days"


def _urgent_ticket(reason: Reason) -> str:
    if reason.until is None:
        waits = f"{_working_days(reason.number)} after" if reason.number else "once"
        return f"{reason.where} has an open urgent ticket{_ticket(reason)}; asks open again {waits} it is resolved"
    return f"{reason.where} had an urgent ticket{_ticket(reason)}, resolved on {_day(reason)}; {_opens(reason)}"


def _high_ticket(reason: Reason) -> str:
    return f"{reason.who} has an open ticket of high priority{_ticket(reason)}; asks open again once it is resolved"


def _low_nps(reason: Reason) -> str:
    return (
        f"{reason.who} gave us {_plain(reason.number)} out of 10 on {_day(reason)}; "
        f"asks open again with a better answer, or on {spoken_day(reason.until, reason.as_of)}"
    )


def _low_csat(reason: Reason) -> str:
    return f"{reason.who} gave our help {_plain(reason.number)} out of 5 on {_day(reason)}; {_opens(reason)}"


def _complaint(reason: Reason) -> str:
    return (
        f"{reason.who} complained on {_day(reason)} and has not praised us since; "
        f"asks open again with new praise, or on {spoken_day(reason.until, reason.as_of)}"
    )


def _fewer_active(reason: Reason) -> str:
    return (
        f"only {_plain(reason.number)} people at {reason.where} are active now, down from {_plain(reason.before)}; "
        "asks open again once they are back"
    )


def _churn_notice(reason: Reason) -> str:
    what = "gave notice" if reason.number else "cut its contract down"
    return f"{reason.where} {what} on {_day(reason)}; asks open again once it renews"


def _contract_ending(reason: Reason) -> str:
    over = reason.day is not None and reason.day < reason.as_of
    verb = "ended" if over else "ends"
    return f"a contract of {reason.where} {verb} on {_day(reason)} and is not renewed; asks open again once it is"


def _resting(reason: Reason) -> str:
    return f"{reason.who} rests after the last ask or act of {_day(reason)}; {_opens(reason)}"


def _not_now(reason: Reason) -> str:
    return f"{reason.who} said not now on {_day(reason)}; {_opens(reason)}"


def _never(reason: Reason) -> str:
    kind = (reason.act_kind or "not known").replace("_", " ")
    return f"{reason.who} said never, on {_day(reason)}, to this kind of act: {kind}; nobody asks for it again"


def _capped(reason: Reason) -> str:
    return f"{reason.who} was asked {_plain(reason.number)} times this quarter, which is the most; {_opens(reason)}"


def _opted_out(reason: Reason) -> str:
    return f"{reason.who} opted out on {_day(reason)}; nobody asks until they say themselves that we may"


_WHAT = {
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
CODES = frozenset(_WHAT)
"""The codes that have a sentence."""
