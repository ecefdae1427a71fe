"""What of a person somebody sees: one rule for pages, exports, search, API and mails.

Every door asks here and shows what comes back. What may not be seen is not in what comes back: it is left out here, not
hidden there.
"""

from copy import copy, deepcopy
from dataclasses import dataclass, replace
from typing import Any, Self

from django.utils.translation import gettext as _

from goodword.programme.advocates.directory import ListedAccountQuerySet
from goodword.programme.advocates.employments import Employment, End, employments_of
from goodword.programme.advocates.models import (
    KIND_BITS,
    Generation,
    Hold,
    Likelihood,
    ListedAccount,
    ListedPerson,
    Moment,
    Portfolio,
    Remark,
    Signal,
)
from goodword.programme.advocates.querysets import ListedPersonQuerySet, MomentQuerySet
from goodword.programme.advocates.roster import counts_for
from goodword.programme.permissions.models import Grant, Proof
from goodword.programme.team.principal import Principal
from goodword.programme.team.roles import Right
from goodword.programme.themes.shaping import shape_now

type Piece = dict[str, Any]

PUBLIC_CHANNELS = frozenset({"review", "community"})
"""Where people speak in public: what was said there, everybody may read."""

NOTED_CHANNELS = frozenset({"call", "meeting", "ebr", "training"})
"""Where the words around a quote were written down by our own people."""

TRACES = frozenset({"interactions", "responses", "usage"})
"""Where stands what people did with us and told us, as opposed to lists, histories and deals."""

SCORED_KINDS = frozenset({"promoter"})
"""Kinds of signals that are a score under another name."""


OWNERS = 200
"""How many colleagues who care for accounts are offered to choose from."""


@dataclass(frozen=True, slots=True)
class Sight:
    """How much somebody sees.

    Attributes:
        rights: what they may see and do.
        owner: whose accounts they see; empty for all.
    """

    rights: frozenset[Right]
    owner: str = ""

    @classmethod
    def of(cls, principal: Principal) -> Self:
        """The sight of somebody who came in."""
        return cls(principal.rights, principal.owner)

    @property
    def contacts(self) -> bool:
        """Whether they see how to reach people."""
        return Right.SEE_CONTACTS in self.rights

    @property
    def scores(self) -> bool:
        """Whether they see numbers about people."""
        return Right.SEE_SCORES in self.rights

    @property
    def words(self) -> bool:
        """Whether they see what people said in private."""
        return Right.SEE_WORDS in self.rights

    @property
    def notes(self) -> bool:
        """Whether they see what our own people wrote."""
        return Right.SEE_NOTES in self.rights

    @property
    def records(self) -> bool:
        """Whether they see whole records."""
        return Right.SEE_RECORDS in self.rights

    @property
    def proofs(self) -> bool:
        """Whether they see how we know what somebody allowed: it holds what they wrote, and to whom."""
        return self.records

    def people(self, generation: Generation) -> ListedPersonQuerySet[ListedPerson]:
        """The people they see at all."""
        return ListedPerson.objects.within(generation).cared_for_by(self.owner)

    def accounts(self, generation: Generation) -> ListedAccountQuerySet:
        """The accounts they see at all."""
        return ListedAccount.objects.of(generation.number).cared_for_by(self.owner)

    def owners(self, generation: Generation) -> list[str]:
        """The addresses of those who care for accounts they see, where they see how to reach people."""
        if not self.contacts:
            return []
        owners = Portfolio.objects.of(generation.number)
        if self.owner:
            owners = owners.filter(owner_email=self.owner.strip().lower())
        return list(owners.order_by("number").values_list("owner_email", flat=True)[:OWNERS])

    def moments(self, generation: Generation) -> MomentQuerySet[Moment]:
        """The moments of people they see."""
        return Moment.objects.within(generation).cared_for_by(self.owner)

    def counts(self, generation: Generation) -> dict[str, Any]:
        """How many people, moments and fires there are among those they see; a copy of their own."""
        return deepcopy(counts_for(generation, self.owner))

    def moment(self, row: Moment) -> Moment:
        """A moment with what they see of it."""
        seen = copy(row)
        seen.words = self.piece(row.words)
        if not self.scores:
            seen.why = []
        return seen

    def kinds(self, bits: int) -> int:
        """Which kinds of signals of somebody they see."""
        hidden = 0 if self.scores else sum(KIND_BITS[kind] for kind in SCORED_KINDS)
        return bits & ~hidden

    def piece(self, piece: Piece | None) -> Piece | None:
        """A piece of evidence with what they see of it; None where they see nothing of it."""
        if piece is None or not self._reads(piece):
            return None
        seen = dict(piece)
        if not self.scores:
            seen["numbers"] = {}
        if not self.notes and seen.get("channel") in NOTED_CHANNELS:
            seen |= {"before": "", "after": "", "title": None}
        if not self.records:
            # Without the id there is no link to the record, and nothing to look it up by.
            seen["id"] = None
        return seen

    def person(self, row: ListedPerson) -> ListedPerson:
        """A listed person with what they see of them."""
        seen = copy(row)
        seen.kinds, seen.words = self.kinds(row.kinds), self.piece(row.words)
        if not self.contacts:
            seen.email, seen.person_keys, seen.owner_email = "", [], ""
        if not self.scores:
            seen.best_act, seen.best_likelihood, seen.best_low, seen.best_high = "", None, None, None
            seen.account_arr = None
            # Ready differs from unknown by a likelihood.
            seen.state = "unknown" if row.state == "ready" else row.state
        seen.risks = self.risks(row.risks)
        if row.hold_code and not self.words:
            seen.hold_code, seen.hold_sentence = "resting", self._rests(row.called if self.contacts else row.name)
        return seen

    def employments(self, row: ListedPerson) -> list[Employment]:
        """Where somebody worked, with what they see of how that is known.

        An account they do not see has neither its id nor its records, wherever these tell of a job.
        """
        jobs = employments_of(row)
        ids = {job.account_id for job in jobs} - {""}
        theirs = ListedAccount.objects.of(row.generation_id).cared_for_by(self.owner).filter(account_id__in=ids)
        foreign = ids - set(theirs.values_list("account_id", flat=True)) if ids else ids
        behind = {one for job in jobs if job.account_id in foreign for one in job.records}
        return [self._employment(job, foreign, behind) for job in jobs]

    def proves_employment(self, row: ListedPerson, table: str, record_id: str) -> bool:
        """Whether a record tells, to them, where somebody worked."""
        return any((table, record_id) in job.records for job in self.employments(row))

    def account(self, row: ListedAccount) -> ListedAccount:
        """A listed account with what they see of it."""
        seen = copy(row)
        seen.risks = self.risks(row.risks)
        if not self.contacts:
            seen.owner_email, seen.domains = "", []
            seen.company = {name: value for name, value in row.company.items() if name != "domains"}
        if not self.words or not self.scores:
            # Which holds there are tells what was said and scored; that somebody rests, everybody may know.
            seen.holds = []
        if not self.words:
            # How much somebody said, and about what, is known from what they said in private.
            seen.said, seen.themes = {}, []
        if not self.scores:
            seen.arr = None
            seen.kinds = {kind: count for kind, count in row.kinds.items() if kind not in SCORED_KINDS}
            # Ready differs from unknown by a likelihood.
            told = dict(row.states)
            told["unknown"] = told.get("unknown", 0) + told.pop("ready", 0)
            seen.states = told
        return seen

    def risks(self, rows: list[Piece]) -> list[Piece]:
        """The risks they see: that somebody paid or had a high say is for those who see numbers about people."""
        seen = rows if self.scores else [row for row in rows if row["role"] == "advocate"]
        return seen if self.records else [row | {"id": None} for row in seen]

    def hold(self, row: Hold) -> Hold:
        """A hold with what they see of it: never a reason that tells what was said or scored in private."""
        if self.words and self.scores:
            return row
        seen = copy(row)
        seen.code, seen.sentence, seen.evidence, seen.day = "resting", self._rests(""), [], None
        return seen

    def signals(self, rows: list[Signal]) -> list[Signal]:
        """The signals they see; none without numbers, for a signal is made of them."""
        return [self._signal(row) for row in rows] if self.scores and self.words else []

    def remarks(self, rows: list[Remark]) -> list[Remark]:
        """The remarks they see, each with its themes as colleagues want them shown."""
        shape = shape_now()
        found = []
        for row in rows:
            piece = self.piece(row.piece)
            if piece is not None:
                seen = copy(row)
                seen.piece, seen.themes = piece, shape.of(row.themes)
                found.append(seen)
        return found

    def grant(self, row: Grant) -> Grant:
        """What somebody allowed or forbade, with what they see of it: whether, for what and until when, all do.

        How we know is for those who see whole records, and why it was taken back for those who see notes.
        """
        seen = copy(row)
        if not self.proofs and hasattr(row, "proof"):
            seen.proof = Proof(kind=row.proof.kind)
        if not self.notes and hasattr(row, "withdrawal"):
            seen.withdrawal = copy(row.withdrawal)
            seen.withdrawal.reason = ""
        return seen

    def likelihoods(self, rows: list[Likelihood]) -> list[Likelihood]:
        """The likelihoods they see."""
        return rows if self.scores else []

    def _signal(self, row: Signal) -> Signal:
        seen = copy(row)
        seen.evidence = [piece for piece in (self.piece(one) for one in row.evidence) if piece is not None]
        return seen

    def _employment(self, job: Employment, foreign: set[str], behind: set[tuple[str, str]]) -> Employment:
        return replace(
            job,
            # A domain is half of an address.
            company=job.company or (job.host if self.contacts else ""),
            host="",
            account_id="" if job.account_id in foreign else job.account_id,
            started=self._end(job.started, behind),
            ended=self._end(job.ended, behind),
            id=job.id if self.records and (job.table, job.id) not in behind else "",
        )

    def _end(self, end: End, behind: set[tuple[str, str]]) -> End:
        """When somebody came or left, everybody may know; what they did or we noticed, those who see such things."""
        if end.table in TRACES and not self._reads({"table": end.table}):
            return replace(end, by="", table="", id="")
        return end if self.records and (end.table, end.id) not in behind else replace(end, id="")

    def _reads(self, piece: Piece) -> bool:
        if piece.get("table") == "posts" or piece.get("channel") in PUBLIC_CHANNELS:
            return True
        if piece.get("table") == "responses":
            return Right.SEE_COMMENTS in self.rights
        # What was counted is a number about somebody; what was said to us is theirs and ours.
        return self.words if piece.get("quote") else self.scores

    @staticmethod
    def _rests(name: str) -> str:
        return _("%(name)s cannot be asked now.") % {"name": name} if name else _("They cannot be asked now.")


def stands_behind(generation: Generation, person_id: str, table: str, record_id: str) -> bool:
    """Whether a record is evidence of something that was found about a person."""
    signals = Signal.objects.within(generation).about(person_id).values_list("evidence", flat=True)
    holds = Hold.objects.within(generation).about(person_id).values_list("evidence", flat=True)
    pieces = [piece for some in (*signals, *holds) for piece in some]
    pieces += Remark.objects.within(generation).about(person_id).values_list("piece", flat=True)
    risks = ListedPerson.objects.within(generation).about(person_id).values_list("risks", flat=True)
    pieces += [risk for some in risks for risk in some]
    return any(piece.get("table") == table and piece.get("id") == record_id for piece in pieces)
