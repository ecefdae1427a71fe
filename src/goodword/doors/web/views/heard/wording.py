"""What each kind of remark is called, and the key that says it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class KindWords:
    """How a kind of remark is spoken of.

    Attributes:
        kind: the word of the contract.
        label: what people call it.
        key: the key that says so.
        counts: whether its words are good ones, which the marker stands for.
    """

    kind: str
    label: str | Promise
    key: str
    counts: bool = False


KINDS: dict[str, KindWords] = {
    one.kind: one
    for one in (
        KindWords("praise", _("Praise"), "p", counts=True),
        KindWords("win", _("Win"), "w", counts=True),
        KindWords("thanks", _("Thanks"), "t", counts=True),
        KindWords("complaint", _("Complaint"), "c"),
        KindWords("wish", _("Wish"), "i"),
        KindWords("neutral", _("Nothing"), "n"),
    )
}
"""By the kind, in the order in which they are offered."""


def kind_label(kind: str) -> str:
    """What people call a kind; nothing heard is nothing."""
    return str(KINDS[kind or "neutral"].label)
