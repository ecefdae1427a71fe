"""Rows as answers tell them, with what the caller sees of them: `Sight` decides."""

from typing import Any

from django.utils.translation import override

from goodword.doors.api.shapes import (
    Account,
    Best,
    EmploymentEnd,
    EmploymentOut,
    HoldLine,
    HoldOut,
    LikelihoodOut,
    MomentOut,
    PersonDetail,
    PersonOut,
    Piece,
    RemarkOut,
    SignalOut,
)
from goodword.programme.advocates.employments import Employment, End
from goodword.programme.advocates.models import (
    KIND_BITS,
    Generation,
    Hold,
    Likelihood,
    ListedPerson,
    Moment,
    Remark,
    Signal,
)
from goodword.programme.advocates.next_steps import act_after
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.why_now import in_one_line

_WITHOUT_NUMBER = frozenset({"resting", "silent"})


def piece_told(piece: dict[str, Any] | None) -> Piece | None:
    """A piece that `Sight` let through."""
    return None if piece is None else Piece(**{**piece, "numbers": piece.get("numbers") or {}})


def person_told(row: ListedPerson, sight: Sight, likely: Likelihood | None = None, act: str = "") -> PersonOut:
    """A person of a list, with the number for the act that the list is about, else their best."""
    return PersonOut(**_person(row, sight, likely, act))


def person_in_full(row: ListedPerson, sight: Sight) -> PersonDetail:
    """A person with where they worked."""
    jobs = [employment_told(job) for job in sight.employments(row)]
    return PersonDetail(**_person(row, sight, None, ""), employments=jobs)


def employment_told(job: Employment) -> EmploymentOut:
    """A job that `Sight` let through."""
    return EmploymentOut(
        company=job.company,
        account_id=job.account_id,
        title=job.title,
        started_on=job.started.on,
        ended_on=job.ended.on,
        started=_end(job.started),
        ended=_end(job.ended),
        problems=list(job.problems),
    )


def _end(end: End) -> EmploymentEnd | None:
    if not end.known and not end.by:
        return None
    return EmploymentEnd(
        not_before=end.not_before, not_after=end.not_after, by=end.by, table=end.table, id=end.id or None
    )


def _person(row: ListedPerson, sight: Sight, likely: Likelihood | None, act: str) -> dict[str, Any]:
    seen = sight.person(row)
    told: dict[str, Any] = {
        "person_id": seen.person_id,
        "name": seen.name,
        "title": seen.title,
        "account": account_told(seen),
        "state": state_told(seen, sight),
        "kinds": kinds_told(seen.kinds),
        "pays": seen.pays,
        "influence": seen.influence,
        "language": seen.language,
        "left_on": seen.left_on,
        "approximate": seen.approximate,
        "fresh_at": seen.fresh_at,
        "hold": _hold_line(seen),
        "words": piece_told(seen.words),
    }
    if sight.contacts:
        told |= {"email": seen.email, "owner_email": seen.owner_email, "keys": seen.person_keys}
    if sight.scores:
        told |= {"account_arr": seen.account_arr, "account_currency": seen.account_currency}
        told["best"] = _number(act, likely) if act else _best(seen)
    return told


def account_told(row: ListedPerson) -> Account | None:
    """The account of a person, where they have one."""
    return Account(account_id=row.account_id, name=row.account) if row.account_id or row.account else None


def state_told(row: ListedPerson, sight: Sight) -> str:
    """Where somebody stands; between ready and unknown stands a number, which not everybody may know."""
    return row.state if sight.scores or row.state in _WITHOUT_NUMBER else ""


def kinds_told(bits: int) -> list[str]:
    """The kinds that bits stand for."""
    return [kind for kind, bit in KIND_BITS.items() if bits & bit]


def _hold_line(row: ListedPerson) -> HoldLine | None:
    if not row.hold_code:
        return None
    return HoldLine(code=row.hold_code, sentence=row.hold_sentence, until=row.hold_until)


def _best(row: ListedPerson) -> Best | None:
    if row.best_likelihood is None or row.best_low is None or row.best_high is None:
        return None
    return Best(act=row.best_act, low=row.best_low, likelihood=row.best_likelihood, high=row.best_high)


def _number(act: str, row: Likelihood | None) -> Best | None:
    if row is None or row.likelihood is None or row.low is None or row.high is None:
        return None
    return Best(act=act, low=row.low, likelihood=row.likelihood, high=row.high)


def signal_told(row: Signal) -> SignalOut:
    """A signal that `Sight` let through."""
    return SignalOut(
        signal_id=row.signal_id,
        kind=row.kind,
        rule=row.rule,
        rule_version=row.rule_version,
        observed_at=row.observed_at,
        strength=row.strength,
        approximate=row.approximate,
        evidence=_pieces(row.evidence),
    )


def hold_told(row: Hold, sight: Sight) -> HoldOut:
    """A hold. Its id is made of its reason, so that without the one there is not the other."""
    seen = sight.hold(row)
    return HoldOut(
        hold_id=seen.hold_id if seen.code == row.code else None,
        code=seen.code,
        act_kind=seen.act_kind,
        observed_at=seen.observed_at,
        until=seen.until,
        sentence=seen.sentence,
        evidence=_pieces([piece for piece in map(sight.piece, seen.evidence) if piece is not None]),
    )


def likelihood_told(row: Likelihood) -> LikelihoodOut:
    """A likelihood that `Sight` let through."""
    return LikelihoodOut(
        act=row.act_kind,
        state=row.state,
        known=row.known,
        low=row.low,
        likelihood=row.likelihood,
        high=row.high,
        reasons=row.reasons if row.known else [],
    )


def remark_told(row: Remark) -> RemarkOut:
    """A remark that `Sight` let through."""
    return RemarkOut(
        remark_id=row.remark_id,
        kind=row.kind,
        language=row.language,
        themes=row.themes,
        at=row.at,
        piece=piece_told(row.piece) or Piece(),
    )


def moment_told(row: Moment, person: ListedPerson, generation: Generation, sight: Sight) -> MomentOut:
    """A moment, beside its person."""
    seen, whose = sight.moment(row), sight.person(person)
    kind = seen.kind if sight.kinds(KIND_BITS[seen.kind]) else ""
    return MomentOut(
        person_id=seen.person_id,
        name=whose.name,
        account=account_told(whose),
        kind=kind,
        act=act_after(kind, whose, generation.as_of) if kind else "",
        raised_at=seen.raised_at,
        resting=seen.resting,
        further=seen.further,
        words=piece_told(seen.words),
        why=_why_now(seen),
    )


def _why_now(moment: Moment) -> list[str]:
    """The facts behind a moment. Programs are told in one language, whoever's browser asks."""
    with override("en"):
        return [in_one_line(fact) for fact in moment.why_now]


def _pieces(pieces: list[dict[str, Any]]) -> list[Piece]:
    return [told for told in map(piece_told, pieces) if told is not None]
