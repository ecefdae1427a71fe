"""Who of each account's people is likeliest to speak."""

from collections.abc import Sequence

from goodword.programme.advocates.models import Generation, ListedPerson
from goodword.programme.advocates.roster import of_account
from goodword.programme.advocates.sight import Sight


def likeliest_of(sight: Sight, generation: Generation, ranks: Sequence[int]) -> dict[int, ListedPerson]:
    """Return by account the likeliest of its people, of those who may be asked; one query."""
    places = {rank: of_account(generation, "members", rank)[:1] for rank in ranks}
    wanted = {int(place[0]): rank for rank, place in places.items() if len(place)}
    people = sight.people(generation).filter(rank__in=list(wanted), state="ready").defer("employments", "words")
    return {wanted[row.rank]: row for row in people}
