"""How themes are shown: what was heard, under the name and in the place that colleagues gave it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from goodword.programme.themes.models import ThemeChange, key_of


@dataclass(frozen=True, slots=True)
class Shape:
    """What stands of all that colleagues said of themes.

    Attributes:
        names: what themes are called, by key.
        into: the themes that others are counted with, as they were heard, by key of those others; without circles.
        hidden: keys of those that are shown nowhere.
    """

    names: dict[str, str] = field(default_factory=dict)
    into: dict[str, str] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.names or self.into or self.hidden)

    def knows(self, theme: str) -> bool:
        """Whether anything was said of it, or of one that is counted with it."""
        roots = {key_of(one) for one in self.into.values()}
        return key_of(theme) in {*self.names, *self.into, *self.hidden, *roots}

    def root(self, theme: str) -> str:
        """The theme that it is counted with, as that was heard; itself where nobody merged it."""
        found = theme
        while (further := self.into.get(key_of(found))) is not None:
            found = further
        return found

    def called(self, theme: str) -> str:
        """What the theme is called that it is counted with, also where that is hidden."""
        root = self.root(theme)
        return self.names.get(key_of(root), root)

    def shown(self, theme: str) -> str | None:
        """What it is shown as; None where it is not shown."""
        return None if key_of(self.root(theme)) in self.hidden else self.called(theme)

    def of(self, themes: Iterable[str]) -> list[str]:
        """What these are shown as, sorted, each once."""
        found: dict[str, str] = {}
        for theme in themes:
            name = self.shown(theme)
            if name is not None:
                found.setdefault(key_of(name), name)
        return sorted(found.values())


def spelled(theme: str, known: Iterable[str]) -> str:
    """A theme as it was heard, whatever the case it is asked for in; itself where it was not."""
    return next((one for one in known if key_of(one) == key_of(theme)), theme)


def shape_now() -> Shape:
    """How themes are shown now; one query."""
    return shape_of(ThemeChange.objects.standing())


def shape_of(changes: Iterable[ThemeChange]) -> Shape:
    """What stands of changes, the first first: of each theme and deed the last one counts."""
    last = {(one.key, one.deed): one for one in changes}
    merges = sorted((one for one in last.values() if one.deed == "merge"), key=lambda one: one.pk)
    into: dict[str, str] = {}
    for one in merges:
        # Where a change is taken back, an earlier one may close a circle with a later one: the earlier counts.
        if key_of(Shape(into=into).root(one.to)) != one.key:
            into[one.key] = one.to
    return Shape(
        names={one.key: one.to for one in last.values() if one.deed == "rename"},
        into=into,
        hidden=frozenset(one.key for one in last.values() if one.deed == "hide"),
    )
