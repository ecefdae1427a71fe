"""Everything that hangs on a permission, from all who keep something: what to look at when it is taken back."""

from goodword.programme.acts.dependants import acts_that_hang
from goodword.programme.asks.dependants import asks_that_hang
from goodword.programme.permissions.dependants import Concerned, Dependant, Lister
from goodword.programme.stories.dependants import stories_that_hang

LISTERS: tuple[Lister, ...] = (stories_that_hang, asks_that_hang, acts_that_hang)
"""Who knows of things that hang on permissions. An app that keeps such things adds its lister here."""


def dependants(concerned: Concerned) -> list[Dependant]:
    """All that hangs on a word, or on a person, at once."""
    return [one for lister in LISTERS for one in lister(concerned)]
