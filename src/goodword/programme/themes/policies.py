"""May a theme be called otherwise, merged or hidden, and if not why."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.themes.models import key_of
from goodword.programme.themes.shaping import Shape

LONGEST = 80
"""So many characters a name may have."""


def refuse_renaming(shape: Shape, theme: str, name: str, known: Collection[str]) -> GoodwordError | None:
    """Refuse a name that is none or another theme's, and a theme that has no name of its own.

    Args:
        shape: how themes are shown now.
        theme: as it was heard.
        name: what it should be called.
        known: all themes that were heard.
    """
    refusal = _refuse_unknown(theme, known) or _refuse_part(shape, theme)
    if refusal is not None:
        return refusal
    if not name or len(name) > LONGEST:
        return GoodwordError(
            "theme-needs-a-name",
            _("A theme’s name has between 1 and %(most)s characters.") % {"most": LONGEST},
            _("Write a shorter one.") if name else _("Write what it should be called."),
        )
    # Also what another one was heard as: it goes by that again where somebody takes its name back.
    others = [one for one in known if key_of(shape.root(one)) != key_of(theme)]
    if key_of(name) in {key_of(called) for one in others for called in (one, shape.called(one))}:
        return GoodwordError(
            "theme-name-taken",
            _("Another theme is called “%(name)s” already.") % {"name": name},
            _("Merge this one into it, or choose another name."),
        )
    return None


def refuse_merging(shape: Shape, theme: str, into: str, known: Collection[str]) -> GoodwordError | None:
    """Refuse to merge what is one already, and into what nobody sees."""
    refusal = _refuse_unknown(theme, known) or _refuse_unknown(into, known)
    if refusal is not None:
        return refusal
    if key_of(shape.root(into)) in {key_of(theme), key_of(shape.root(theme))}:
        return GoodwordError(
            "same-theme",
            _("“%(theme)s” and “%(other)s” are one theme already.") % {"theme": theme, "other": into},
            _("Choose another theme, or take the merge back first."),
        )
    if shape.shown(into) is None:
        return GoodwordError(
            "theme-is-hidden",
            _("“%(theme)s” is hidden: what is merged into it would be shown nowhere.") % {"theme": shape.called(into)},
            _("Show it again first, or hide this theme instead."),
        )
    return None


def refuse_hiding(shape: Shape, theme: str, known: Collection[str]) -> GoodwordError | None:
    """Refuse to hide what there is not, and a part of another theme."""
    return _refuse_unknown(theme, known) or _refuse_part(shape, theme)


def refuse_showing(shape: Shape, theme: str) -> GoodwordError | None:
    """Refuse to show again what nobody hid."""
    if key_of(theme) in shape.hidden:
        return None
    return GoodwordError(
        "theme-not-hidden", _("“%(theme)s” is not hidden.") % {"theme": theme}, _("There is nothing to do.")
    )


def _refuse_unknown(theme: str, known: Collection[str]) -> GoodwordError | None:
    if key_of(theme) and key_of(theme) in {key_of(one) for one in known}:
        return None
    return GoodwordError(
        "no-such-theme",
        _("There is no theme “%(theme)s” in what customers said.") % {"theme": theme},
        _("Choose one of the list of themes."),
    )


def _refuse_part(shape: Shape, theme: str) -> GoodwordError | None:
    if key_of(theme) not in shape.into:
        return None
    return GoodwordError(
        "theme-is-part",
        _("“%(theme)s” is counted with “%(other)s”.") % {"theme": theme, "other": shape.called(theme)},
        _("Change that one, or take the merge back first."),
    )
