"""How many speak of each theme, counted once for all who look: to count what a million people said takes long."""

from dataclasses import dataclass
from functools import lru_cache

from goodword.programme.advocates.models import Generation
from goodword.programme.advocates.roster import edition
from goodword.programme.advocates.themes import Narrowed, Theme, said_in, themes_told
from goodword.programme.themes.shaping import Shape

KEPT = 64
"""How many counts a process keeps: of each colleague who narrows them to their own accounts one, and some periods."""

type _Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Themes as they are shown, with how many speak of them.

    Attributes:
        themes: those of most people first, then of most good words.
        people: how many different people said anything at all.
    """

    themes: tuple[Theme, ...]
    people: int


def theme_counts(generation: Generation, shape: Shape, narrowed: Narrowed) -> Counts:
    """Count what was said, as it is shown now.

    Args:
        generation: which is published.
        shape: how themes are shown.
        narrowed: whose words count, and of when.
    """
    names, into = tuple(sorted(shape.names.items())), tuple(sorted(shape.into.items()))
    return _counts(generation.number, edition(generation), names, into, shape.hidden, narrowed)


@lru_cache(maxsize=KEPT)
def _counts(
    number: int, _edition: str, names: _Pairs, into: _Pairs, hidden: frozenset[str], narrowed: Narrowed
) -> Counts:
    generation = Generation.objects.get(number=number)
    said = said_in(generation, Shape(dict(names), dict(into), hidden), narrowed)
    return Counts(tuple(themes_told(generation, said)), said.people)
