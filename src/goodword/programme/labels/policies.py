"""May a sentence be labelled, and if not why."""

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.labels.models import KINDS


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
