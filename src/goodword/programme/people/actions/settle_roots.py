"""Keep up to date whom each id means: by what was published, and by the merges that stand."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import batched

from django.db import transaction
from django.db.models import Q

from goodword.programme.people.deciding import one_at_a_time
from goodword.programme.people.models import Merge, Person

_AT_ONCE = 500


def settle_roots() -> None:
    """Let merges count at once: every id of a merged person points to one of them.

    Taking a merge back counts with the next run, which publishes the two apart: until then whoever was one person is
    asked as one person.
    """
    with transaction.atomic():
        pairs = list(Merge.objects.standing().order_by("pk").values_list("one_id", "other_id"))
        roots = _roots_of({person for pair in pairs for person in pair})
        found = _Roots()
        for one, other in pairs:
            if one in roots and other in roots:
                found.join(roots[one], roots[other])
        for root, absorbed in found.groups().items():
            for some in batched(sorted(absorbed), _AT_ONCE):
                Person.objects.filter(Q(person_id__in=some) | Q(root_id__in=some)).update(root_id=root)


def publish_roots(today: Collection[str], former: Mapping[str, str]) -> None:
    """Follow a publication: who was published stands for themselves, and ids of before point to them.

    Args:
        today: every id that was just published.
        former: the id of today by id of before; an id that leads to nobody is left out, and stands for itself.
    """
    with transaction.atomic():
        one_at_a_time()
        pointing = set(Person.objects.exclude(root=None).values_list("person_id", flat=True))
        free = sorted(person for person in pointing if person in today or person not in former)
        for some in batched(free, _AT_ONCE):
            Person.objects.filter(person_id__in=some).update(root=None)
        by_root: dict[str, list[str]] = defaultdict(list)
        for person, root in former.items():
            by_root[root].append(person)
        for root, people in sorted(by_root.items()):
            for some in batched(sorted(people), _AT_ONCE):
                Person.objects.filter(person_id__in=some).update(root_id=root)
        settle_roots()


class _Roots:
    """Which ids stand for one person: a forest, each tree named after the id that came first."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def top(self, person: str) -> str:
        while person in self._above:
            person = self._above[person]
        return person

    def join(self, one: str, other: str) -> None:
        first, second = self.top(one), self.top(other)
        if first != second:
            self._above[second] = first

    def groups(self) -> dict[str, set[str]]:
        """Those who stand for themselves no more, by whom they are."""
        found: dict[str, set[str]] = defaultdict(set)
        for person in self._above:
            found[self.top(person)].add(person)
        return found


def _roots_of(people: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for some in batched(sorted(people), _AT_ONCE):
        rows = Person.objects.filter(person_id__in=some).values_list("person_id", "root_id")
        found.update((person, root or person) for person, root in rows)
    return found
