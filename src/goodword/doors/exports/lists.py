"""The lists that can be exported, each as a sheet: what of a person somebody may not see has no column."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import batched

from django.db.models import QuerySet

from goodword.doors.exports.sheets import ROWS_AT_ONCE, Column, Row, Sheet, Type
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import KIND_BITS, Generation, Likelihood, ListedPerson, Moment
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.wording import SIGNALS
from goodword.programme.team.models import AuditEntry, User

PEOPLE_AT_ONCE = 1_000
_WITHOUT_NUMBER = frozenset({"resting", "silent"})
_CHANGED = GoodwordError(
    "list-changed", "The findings were published anew while this list was written.", "Export it again.", retry=True
)

type Cells = dict[str, object]
type Number = tuple[float | None, float | None, float | None]

_PERSON: dict[str, Type] = {
    "person_id": "text",
    "name": "text",
    "title": "text",
    "account_id": "text",
    "account": "text",
    "state": "text",
    "signals": "text",
    "newest_signal_at": "instant",
    "pays": "yes_no",
    "influence": "text",
    "language": "text",
    "left_on": "day",
    "approximate": "yes_no",
    "hold": "text",
    "hold_reason": "text",
    "hold_until": "day",
    "words": "text",
    "words_from": "text",
}
_CONTACTS: dict[str, Type] = {"email": "text", "keys": "text", "owner_email": "text"}
_SCORES: dict[str, Type] = {
    "act": "text",
    "likelihood": "number",
    "low": "number",
    "high": "number",
    "account_arr": "number",
    "account_currency": "text",
}
_MOMENT: dict[str, Type] = {
    "person_id": "text",
    "name": "text",
    "account": "text",
    "raised_at": "instant",
    "kind": "text",
    "next_act": "text",
    "resting": "yes_no",
    "words": "text",
    "words_from": "text",
}
_AUDIT: dict[str, Type] = {
    "number": "whole",
    "at": "instant",
    "actor_kind": "text",
    "actor_id": "text",
    "door": "text",
    "verb": "text",
    "noun": "text",
    "object_id": "text",
    "before": "text",
    "after": "text",
    "reason": "text",
    "previous": "text",
    "digest": "text",
}
_TEAM: dict[str, Type] = {
    "user_id": "whole",
    "name": "text",
    "email": "text",
    "role": "text",
    "reach": "text",
    "active": "yes_no",
    "joined_at": "instant",
}


def people_sheet(
    generation: Generation, sight: Sight, ids: Iterable[str], *, act: str = "", synthetic: bool = False
) -> Sheet:
    """People in the order of their ids.

    Args:
        generation: what is published.
        sight: whose export it is.
        ids: who is on the list.
        act: the kind of act whose likelihood to write; the best of each if empty.
        synthetic: whether the data is made up.
    """
    columns = _PERSON | (_CONTACTS if sight.contacts else {}) | (_SCORES if sight.scores else {})
    rows = _in_order(columns, _people(generation, sight, ids, act))
    return Sheet("people", _columns(columns), rows, _facts(generation), synthetic)


def _people(generation: Generation, sight: Sight, ids: Iterable[str], act: str) -> Iterator[Cells]:
    one_by_one = ids.iterator(chunk_size=ROWS_AT_ONCE) if isinstance(ids, QuerySet) else ids
    for some in batched(one_by_one, PEOPLE_AT_ONCE):
        found = sight.people(generation).filter(person_id__in=some).defer("employments")
        listed = {row.person_id: row for row in found}
        likely = _likely(generation, some, act) if act and sight.scores else {}
        for one in some:
            if one not in listed:
                raise _CHANGED
            seen = sight.person(listed[one])
            best = (seen.best_low, seen.best_likelihood, seen.best_high)
            number = likely.get(one, (None, None, None)) if act else best
            yield _person(seen, sight) | _numbers(seen, act or seen.best_act, number)


def _person(seen: ListedPerson, sight: Sight) -> Cells:
    words = seen.words or {}
    return {
        "person_id": seen.person_id,
        "name": seen.name,
        "title": seen.title,
        "account_id": seen.account_id,
        "account": seen.account,
        "state": seen.state if sight.scores or seen.state in _WITHOUT_NUMBER else "",
        "signals": " ".join(kind for kind, bit in KIND_BITS.items() if seen.kinds & bit),
        "newest_signal_at": seen.fresh_at,
        "pays": seen.pays,
        "influence": seen.influence,
        "language": seen.language,
        "left_on": seen.left_on,
        "approximate": seen.approximate,
        "hold": seen.hold_code,
        "hold_reason": seen.hold_sentence,
        "hold_until": seen.hold_until,
        "words": words.get("quote"),
        "words_from": words.get("channel"),
        "email": seen.email,
        "keys": " ".join(seen.person_keys),
        "owner_email": seen.owner_email,
    }


def _numbers(seen: ListedPerson, act: str, number: Number) -> Cells:
    low, likelihood, high = number
    return {
        "act": act,
        "likelihood": likelihood,
        "low": low,
        "high": high,
        "account_arr": seen.account_arr,
        "account_currency": seen.account_currency,
    }


def _likely(generation: Generation, ids: Iterable[str], act: str) -> dict[str, Number]:
    rows = Likelihood.objects.within(generation).of_kind(act).filter(person_id__in=list(ids))
    return {row.person_id: (row.low, row.likelihood, row.high) for row in rows}


def moments_sheet(generation: Generation, sight: Sight, moments: QuerySet[Moment], *, synthetic: bool = False) -> Sheet:
    """Moments in their order, each with its person."""
    columns: dict[str, Type] = {
        **_MOMENT,
        **({"why": "text"} if sight.scores else {}),
        **({"email": "text"} if sight.contacts else {}),
    }
    rows = _in_order(columns, _moments(generation, sight, moments))
    return Sheet("today", _columns(columns), rows, _facts(generation), synthetic)


def _moments(generation: Generation, sight: Sight, moments: QuerySet[Moment]) -> Iterator[Cells]:
    for some in batched(moments.iterator(chunk_size=ROWS_AT_ONCE), PEOPLE_AT_ONCE):
        ids = [moment.person_id for moment in some]
        people = {row.person_id: sight.person(row) for row in sight.people(generation).filter(person_id__in=ids)}
        for moment in some:
            if moment.person_id not in people:
                raise _CHANGED
            yield _moment(sight.moment(moment), people[moment.person_id], sight)


def _moment(seen: Moment, person: ListedPerson, sight: Sight) -> Cells:
    kind = seen.kind if sight.kinds(KIND_BITS[seen.kind]) else ""
    words = seen.words or {}
    return {
        "person_id": seen.person_id,
        "name": person.name,
        "account": person.account,
        "raised_at": seen.raised_at,
        "kind": kind,
        "next_act": SIGNALS[kind].act if kind else "",
        "resting": seen.resting,
        "words": words.get("quote"),
        "words_from": words.get("channel"),
        "why": "; ".join(f"{fact.get('bold', '')} {fact.get('text', '')}".strip() for fact in seen.why),
        "email": person.email,
    }


def audit_sheet(entries: QuerySet[AuditEntry], *, synthetic: bool = False) -> Sheet:
    """The audit trail, with the digests that prove it."""
    told = ({name: getattr(entry, name) for name in _AUDIT} for entry in entries.iterator(chunk_size=ROWS_AT_ONCE))
    return Sheet("audit", _columns(_AUDIT), _in_order(_AUDIT, told), {}, synthetic)


def team_sheet(users: Iterable[tuple[User, str, str]], *, synthetic: bool = False) -> Sheet:
    """Colleagues, each with their role and reach."""
    told = (
        {
            "user_id": user.pk,
            "name": user.name,
            "email": user.email,
            "role": role,
            "reach": reach,
            "active": user.is_active,
            "joined_at": user.joined_at,
        }
        for user, role, reach in users
    )
    return Sheet("team", _columns(_TEAM), _in_order(_TEAM, told), {}, synthetic)


def _columns(types: Mapping[str, Type]) -> tuple[Column, ...]:
    return tuple(Column(name, kind) for name, kind in types.items())


def _in_order(types: Mapping[str, Type], told: Iterable[Cells]) -> Iterator[Row]:
    names = tuple(types)
    return (tuple(cells[name] for name in names) for cells in told)


def _facts(generation: Generation) -> dict[str, str]:
    return {"generation": str(generation.number), "as_of": generation.as_of.isoformat()}
