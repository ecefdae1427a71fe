"""People as a sheet, each with what its reader may see of them."""

from collections.abc import Iterable, Iterator
from itertools import batched

from django.db.models import QuerySet

from goodword.doors.exports.lists.published import PEOPLE_AT_ONCE, list_changed, published_facts
from goodword.doors.exports.sheets import ROWS_AT_ONCE, Cells, Sheet, Type
from goodword.programme.advocates.models import KIND_BITS, Generation, Hold, Likelihood, ListedPerson
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.why_not import first_holds, why_not

_WITHOUT_NUMBER = frozenset({"resting", "silent"})

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


def people_sheet(generation: Generation, sight: Sight, ids: Iterable[str], *, act: str = "") -> Sheet:
    """People in the order of their ids.

    Args:
        generation: what is published.
        sight: whose export it is.
        ids: who is on the list.
        act: the kind of act whose likelihood to write; the best of each if empty.
    """
    columns = _PERSON | (_CONTACTS if sight.contacts else {}) | (_SCORES if sight.scores else {})
    return Sheet.of("people", columns, _people(generation, sight, ids, act), facts=published_facts(generation))


def _people(generation: Generation, sight: Sight, ids: Iterable[str], act: str) -> Iterator[Cells]:
    one_by_one = ids.iterator(chunk_size=ROWS_AT_ONCE) if isinstance(ids, QuerySet) else ids
    for some in batched(one_by_one, PEOPLE_AT_ONCE):
        found = sight.people(generation).filter(person_id__in=some).defer("employments")
        listed = {row.person_id: row for row in found}
        likely = _likely(generation, some, act) if act and sight.scores else {}
        holds = first_holds(generation, [row.person_id for row in listed.values() if row.hold_code])
        for one in some:
            if one not in listed:
                raise list_changed()
            seen = sight.person(listed[one])
            best = (seen.best_low, seen.best_likelihood, seen.best_high)
            number = likely.get(one, (None, None, None)) if act else best
            reason = {"hold_reason": _reason(seen, holds.get(one), sight, generation)}
            yield _person(seen, sight) | reason | _numbers(seen, act or seen.best_act, number)


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
        "hold_until": seen.hold_until,
        "words": words.get("quote"),
        "words_from": words.get("channel"),
        "email": seen.email,
        "keys": " ".join(seen.person_keys),
        "owner_email": seen.owner_email,
    }


def _reason(seen: ListedPerson, hold: Hold | None, sight: Sight, generation: Generation) -> str:
    """What holds them, in the language of whoever takes the list along."""
    if hold is None or hold.code != seen.hold_code:
        return seen.hold_sentence
    return why_not(sight.hold(hold), seen, generation.as_of)


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
