"""May a sentence be labelled, and if not why."""

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.labels.models import KINDS, ModelChoice

LEAST_LABELS = 20
"""From so many labels on, of two kinds, a listener learns from them and figures are told."""


def refuse_labelling(kind: str, words: str) -> GoodwordError | None:
    """Refuse a kind that there is not, and a sentence without words."""
    if kind not in KINDS:
        return GoodwordError(
            "unknown-remark-kind",
            _("A sentence cannot be “%(kind)s”.") % {"kind": kind},
            _("One of: %(kinds)s.") % {"kinds": ", ".join(KINDS)},
        )
    if not words.strip():
        return GoodwordError(
            "no-words", _("There are no words at this place."), _("Choose a sentence on the page of its record.")
        )
    return None


def refuse_learning(labels: int, kinds: int) -> GoodwordError | None:
    """Refuse to learn from less than tells anything."""
    if labels >= LEAST_LABELS and kinds > 1:
        return None
    return GoodwordError(
        "too-few-labels",
        _("Don’t know yet: %(least)s labels of two kinds are needed, and there are %(count)s.")
        % {"least": LEAST_LABELS, "count": labels},
        _("Label further sentences first."),
    )


def refuse_going_back() -> GoodwordError | None:
    """Refuse to go back where nobody chose a listener."""
    if ModelChoice.now() is not None:
        return None
    return GoodwordError(
        "nothing-before",
        _("The listener that came with Goodword hears; none was before it."),
        _("There is nothing to do."),
    )
