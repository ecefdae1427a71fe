"""Where a published person worked: jobs with both their ends, how each is known, and the words for it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodword.programme.advocates.models import ListedPerson

type Words = str | Promise

MOVED_ON = "moved_on"
"""The kind of evidence of an end that is the start of the next job."""

_FROM_THERE = _("answered us from an address there")
_EVIDENCE: dict[tuple[str, str], Words] = {
    ("crm_history", ""): _("employment history"),
    ("left_on", ""): _("listed as gone"),
    ("listed", ""): _("listed there, without a day"),
    ("sign_up", ""): _("listed with an address there"),
    ("wrote_from", ""): _("wrote to us from an address there"),
    ("wrote_from", "responses"): _FROM_THERE,
    ("posted_from", ""): _("posted from an address there"),
    ("seen_at", ""): _("was in touch with us there"),
    ("seen_at", "usage"): _("used the product there"),
    ("seen_at", "responses"): _("answered us there"),
    ("bounced", ""): _("our mail to them came back for good"),
    ("deal_role", ""): _("named in a deal there"),
    (MOVED_ON, ""): _("was at another company by then"),
}
"""By kind of evidence and record table; what holds for every other table has none."""

PROBLEMS: dict[str, Words] = {
    "reversed_dates": _("The record has the last day before the first, so neither is certain."),
    "overlaps": _("It began before a job at another company ended; both may be right."),
    "no_company": _("That is the name of no company, so it counts as no move."),
    "unknown_account": _("The record names an account that no list of accounts has."),
}
"""What is wrong with the record of a job, by the words of the ledger."""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a job.

    Attributes:
        on: the day, where a record states it.
        not_before, not_after: the days between which it must lie, where they are known.
        by: the kind of evidence; empty where there is none, or where it may not be told.
        table, id: its record; empty where there is no single one, or where it may not be told.
    """

    on: date | None = None
    not_before: date | None = None
    not_after: date | None = None
    by: str = ""
    table: str = ""
    id: str = ""

    @classmethod
    def of(cls, on: str | None, told: dict[str, Any] | None) -> Self:
        """Read what was published."""
        told = told or {}
        early, late = (_day(told.get(name)) for name in ("not_before", "not_after"))
        return cls(_day(on), early, late, *(told.get(name) or "" for name in ("by", "table", "id")))

    @property
    def known(self) -> bool:
        """Whether anything is known of when it was."""
        return bool(self.on or self.not_before or self.not_after)

    @property
    def how(self) -> Words:
        """How it is known, in words; empty where that is not told."""
        return evidence_words(self.by, self.table) if self.by else ""


@dataclass(frozen=True, slots=True)
class Employment:
    """A job somebody has or had.

    Attributes:
        company: what the company is called; empty where no record names it, or where that may not be told.
        account_id: the account it is, where it is one.
        title: what they are or were there.
        started, ended: both ends.
        table, id: the record that tells of it.
        problems: what is wrong with that record.
        host: the domain the company is known by, where it has no other name.
    """

    company: str
    account_id: str
    title: str
    started: End
    ended: End
    table: str = ""
    id: str = ""
    problems: tuple[str, ...] = ()
    host: str = ""

    @classmethod
    def of(cls, told: dict[str, Any]) -> Self:
        """Read what was published; before the ledger was, days were all that was told."""
        texts = ("company", "account_id", "title", "table", "id", "host")
        return cls(
            **{name: told.get(name) or "" for name in texts},
            started=End.of(told.get("started_on"), told.get("started")),
            ended=End.of(told.get("ended_on"), told.get("ended")),
            problems=tuple(told.get("problems", ())),
        )

    @property
    def records(self) -> set[tuple[str, str]]:
        """The records that tell of it, table and id; where the next job tells of its end, that one is the next's."""
        ends = (self.started,) if self.ended.by == MOVED_ON else (self.started, self.ended)
        return {(one.table, one.id) for one in (self, *ends) if one.id}

    @property
    def goes_on(self) -> bool:
        """Whether nothing tells that they left."""
        return not (self.ended.known or self.ended.by)


def employments_of(row: ListedPerson) -> list[Employment]:
    """Return where somebody worked, what goes on first, then what ended last."""
    return [Employment.of(told) for told in row.employments]


def evidence_words(kind: str, table: str) -> Words:
    """Say how an end of a job is known; a kind that nobody wrote words for is called by its name."""
    return _EVIDENCE.get((kind, table)) or _EVIDENCE.get((kind, "")) or kind.replace("_", " ")


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None
