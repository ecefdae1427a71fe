"""Who of each account's people is likeliest to speak."""

from collections.abc import Sequence

from goodword.programme.advocates.models import Generation, ListedPerson
from goodword.programme.advocates.relisted import relisted_in
from goodword.programme.advocates.roster import Places, of_account
from goodword.programme.advocates.sight import Sight


def likeliest_of(sight: Sight, generation: Generation, ranks: Sequence[int]) -> dict[int, ListedPerson]:
    """Return by account the likeliest of its people, of those who may be asked; one query."""
    gone = {one.place for one in relisted_in(generation) if one.state != "ready"}
    first = {rank: _first(of_account(generation, "members", rank), gone) for rank in ranks}
    wanted = {place: rank for rank, place in first.items() if place is not None}
    people = sight.people(generation).filter(rank__in=list(wanted), state="ready").defer("employments", "words")
    return {wanted[row.rank]: row for row in people}


def _first(places: Places, gone: set[int]) -> int | None:
    """The first place whose person did not move away since; None where there is none."""
    return next((int(place) for place in places[: len(gone) + 1] if int(place) not in gone), None)
