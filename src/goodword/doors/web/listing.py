"""Who is on the list, and in which order: by the indexes of the database, whatever the filter."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from goodword.programme.advocates.models import KIND_BITS, Generation, Likelihood, ListedPerson
from goodword.programme.advocates.querysets import LikelihoodQuerySet, ListedPersonQuerySet

MOST_FOUND = 1_000
"""How many matches a search for words looks at, the likeliest first."""

ORDERS = {"likely": "rank", "name": "name_rank", "fresh": "fresh_rank"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the list is narrowed to; empty means everything.

    Attributes:
        q: words of a name, an account or what was said.
        act: a kind of act; the list then shows and sorts by its likelihood, and a state means the state for it.
        kind: a kind of signal.
        state: where people stand.
        sort: a key of ORDERS; empty means by likelihood.
    """

    q: str = ""
    act: str = ""
    kind: str = ""
    state: str = ""
    sort: str = ""

    @property
    def order(self) -> str:
        """The column to sort by."""
        return ORDERS[self.sort or "likely"]


@dataclass(frozen=True, slots=True)
class Listing:
    """Ids of people in their order, and how many they are; `cut` where there may be more matches."""

    ids: QuerySet[ListedPerson, str] | QuerySet[Likelihood, str] | Sequence[str]
    count: int
    cut: bool = False


def list_people(generation: Generation, chosen: Chosen) -> Listing:
    """Return who fits, sorted; nothing but counts is asked of the database until the ids are sliced."""
    if chosen.q:
        return _searched(generation, chosen)
    if not chosen.act:
        listed = _narrowed(generation, chosen)
        return Listing(listed.order_by(chosen.order).values_list("person_id", flat=True), _counted(generation, chosen))
    likely = _likely(generation, chosen)
    if chosen.order == "rank":
        return Listing(likely.order_by("rank").values_list("person_id", flat=True), likely.count())
    has_one = Exists(likely.filter(person_id=OuterRef("person_id")))
    listed = ListedPerson.objects.within(generation).filter(has_one).order_by(chosen.order)
    return Listing(listed.values_list("person_id", flat=True), likely.count())


def _searched(generation: Generation, chosen: Chosen) -> Listing:
    """Look through everybody once, likeliest first, then sort the matches."""
    listed = _narrowed(generation, chosen).matching(chosen.q)
    rows = list(listed.order_by("rank").values_list("pk", flat=True)[:MOST_FOUND])
    found = ListedPerson.objects.filter(pk__in=rows).order_by(chosen.order)
    ids: list[str] = list(found.values_list("person_id", flat=True))
    if chosen.act:
        # Unsorted, so that the database looks people up one by one instead of walking all ranks of that act.
        places = dict(_likely(generation, chosen).filter(person_id__in=ids).values_list("person_id", "rank"))
        ids = [person for person in ids if person in places]
        if chosen.order == "rank":
            ids.sort(key=places.__getitem__)
    return Listing(ids, len(ids), cut=len(rows) == MOST_FOUND)


def _narrowed(generation: Generation, chosen: Chosen) -> ListedPersonQuerySet[ListedPerson]:
    listed = ListedPerson.objects.within(generation)
    if chosen.kind:
        listed = listed.showing(KIND_BITS[chosen.kind])
    if chosen.act:
        return listed  # the state is then that for the act
    return listed.standing(chosen.state) if chosen.state else listed.speaking()


def _likely(generation: Generation, chosen: Chosen) -> LikelihoodQuerySet[Likelihood]:
    likely = Likelihood.objects.within(generation).of_kind(chosen.act)
    if chosen.kind:
        likely = likely.showing(KIND_BITS[chosen.kind])
    return likely.standing(chosen.state) if chosen.state else likely


def _counted(generation: Generation, chosen: Chosen) -> int:
    """How many fit; what was counted at publication is not counted again."""
    told = generation.counts
    if chosen.kind and chosen.state:
        return _narrowed(generation, chosen).count()
    if chosen.kind:
        return int(told["kinds"][chosen.kind])
    return int(told["states"][chosen.state] if chosen.state else told["people"] - told["states"]["silent"])
