"""Who is meant by what somebody typed on a console: exactly one person, or nobody."""

import numpy as np

from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Generation, ListedPerson
from goodword.programme.advocates.search.engine import people_matching
from goodword.programme.people.models import Person
from goodword.programme.people.names import fold

MOST_LOOKED_AT = 500
"""How many whom a search finds are compared; more people of one name are told apart by nobody."""

_CHOICES = 5


def person_named(generation: Generation, wanted: str) -> ListedPerson:
    """Return the one person with this id (of today or of before), key of a source, e-mail address or full name.

    A key comes before a name.

    Raises:
        GoodwordError: nobody or more than one is meant.
    """
    text = wanted.strip()
    for found in _by_each(generation, text):
        if len(found) == 1:
            return found[0]
        if found:
            raise GoodwordError(
                "several-people", f"“{text}” means more than one person.", f"Use an id: {_choices(found)}."
            )
    raise GoodwordError(
        "unknown-person",
        f"Nobody is known by “{text}”.",
        "Use a person_id, a key of your own data, an e-mail address or a full name.",
    )


def _by_each(generation: Generation, text: str) -> list[list[ListedPerson]]:
    """Those whom the text names as an id or key, as the address shown, as a further one, and as a name."""
    people = ListedPerson.objects.within(generation)
    by_id = list(people.about(text)) or list(people.about(Person.today_of(text)))
    if by_id:
        return [by_id]
    places = np.flatnonzero(people_matching(generation, text, words=False))[:MOST_LOOKED_AT]
    near = list(people.filter(rank__in=[int(place) for place in places]).order_by("rank"))
    return [
        [one for one in near if text in one.person_keys],
        [one for one in near if one.email.lower() == text.lower()],
        _with_further_address(near, text.lower()),
        [one for one in near if fold(one.name) == fold(text)],
    ]


def _with_further_address(near: list[ListedPerson], mail: str) -> list[ListedPerson]:
    rows = Person.objects.filter(person_id__in=[one.person_id for one in near]).values_list("person_id", "emails")
    held = {person for person, emails in rows if mail in emails}
    return [one for one in near if one.person_id in held]


def _choices(found: list[ListedPerson]) -> str:
    told = [f"{one.person_id} ({one.email or one.account or 'no e-mail'})" for one in found[:_CHOICES]]
    return ", ".join(told) + (", …" if len(found) > _CHOICES else "")
