"""A person's employment line: each job with its days, and for each day how it is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import dateformat
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext

from goodword.doors.web.wording import month, spell
from goodword.programme.advocates.employments import PROBLEMS, Employment, End, evidence_words

REVERSED = "reversed_dates"
_WITHOUT_DAYS = {"people": "listed", "employments": "crm_history"}
"""What the record of a job without a single day is evidence of, by its table."""


@dataclass(frozen=True, slots=True)
class Proof:
    """How a day is known: the day in words (empty where there is none), the evidence, the record if it may be seen."""

    when: str
    how: str | Promise
    piece: dict[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A job as the page of a person tells it.

    Attributes:
        company: what the company is called; empty where no record names it.
        url: its page, where it is an account that the reader sees.
        title: what they are or were there.
        when: from when to when, with what is not certain of it.
        goes_on: whether they are still there, as far as is known.
        proofs: how that is known, day by day.
        problems: what is wrong with its record, in words.
    """

    company: str
    url: str
    title: str
    when: str
    goes_on: bool
    proofs: list[Proof]
    problems: list[str | Promise]


def line_of(job: Employment) -> Line:
    """Tell a job that `Sight` let through."""
    return Line(
        company=job.company,
        url=reverse("account", args=[job.account_id]) if job.account_id else "",
        title=job.title,
        when=_when(job),
        goes_on=job.goes_on,
        proofs=_proofs(job),
        problems=[PROBLEMS.get(one, one) for one in job.problems],
    )


def left_of(jobs: Iterable[Employment], account_id: str) -> str:
    """Say when somebody left the account they are listed at; empty where nothing says that they did."""
    there = [job for job in jobs if job.account_id and job.account_id == account_id]
    if not there or any(job.goes_on for job in there):
        return ""
    return _end(there[0].ended)


def day_between(on: date | None, not_before: date | None, not_after: date | None) -> str:
    """Say a day, or the days between which it lies: "3 May 2025", "between 3 May and 10 Jun 2025", "by 3 May 2025"."""
    early, late = on or not_before, on or not_after
    if early and late and early != late:
        first = _short_day(early) if early.year == late.year else _day(early)
        return gettext("between %(first)s and %(last)s") % {"first": first, "last": _day(late)}
    if early and late:
        return gettext("on %(day)s") % {"day": _day(late)}
    if late:
        return gettext("by %(day)s") % {"day": _day(late)}
    return gettext("on %(day)s or later") % {"day": _day(early)} if early else gettext("day not known")


def _when(job: Employment) -> str:
    """From when to when: in months where both are certain or open, else as near as is known."""
    if REVERSED in job.problems:
        return gettext("days not certain")
    started, ended = job.started, job.ended
    if not started.known and not ended.known:
        return gettext("since when is not known") if job.goes_on else gettext("when is not known")
    if (started.on or not started.known) and (ended.on or job.goes_on):
        return spell(*(one.on.isoformat() if one.on else None for one in (started, ended)))
    return (
        gettext("%(start)s, %(end)s") % {"start": _start(started), "end": _end(ended)}
        if ended.known
        else _start(started)
    )


def _start(end: End) -> str:
    if end.on:
        return gettext("since %(month)s") % {"month": month(end.on)}
    if end.not_before and end.not_after:
        return gettext("began %(days)s") % {"days": day_between(None, end.not_before, end.not_after)}
    if end.not_after:
        return gettext("since %(month)s at the latest") % {"month": month(end.not_after)}
    if end.not_before:
        return gettext("since %(month)s at the earliest") % {"month": month(end.not_before)}
    return gettext("first day not known")


def _end(end: End) -> str:
    return gettext("left %(days)s") % {"days": day_between(end.on, end.not_before, end.not_after)}


def _proofs(job: Employment) -> list[Proof]:
    """A line for each end that is known; one for both where one record says both, and for a job without a day."""
    started, ended = job.started, job.ended
    if started.by and (started.by, started.table, started.id) == (ended.by, ended.table, ended.id):
        return [_proof(started, _from_to(started.on, ended.on))]
    known = [_proof(end, _day(end.on or end.not_after)) for end in (started, ended) if end.by]
    if known or started.known or ended.known or not job.table:
        return known
    kind = _WITHOUT_DAYS.get(job.table)
    return [_proof(End(by=kind, table=job.table, id=job.id), "")] if kind else []


def _proof(end: End, when: str) -> Proof:
    return Proof(when, evidence_words(end.by, end.table), {"table": end.table, "id": end.id})


def _from_to(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    return gettext("%(start)s to %(end)s") % {"start": _day(first), "end": _day(last)}


def _day(on: date | None) -> str:
    return "" if on is None else dateformat.format(on, pgettext("a day", "j M Y"))


def _short_day(on: date) -> str:
    return dateformat.format(on, pgettext("a day", "j M"))
