"""The words for permissions, in one place."""

from datetime import date

from django.utils import dateformat
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from goodword.programme.permissions.models import ActKind

type Words = str | Promise

KIND_LABELS: dict[str, Words] = {
    "quote": _("Written quote"),
    "reference_call": _("Reference call"),
    "case_study": _("Case study"),
    "talk": _("Talk"),
    "logo": _("Logo"),
    "referral": _("Referral"),
    "introduction": _("Introduction"),
    "beta": _("Beta"),
    "advisory_board": _("Advisory board"),
    "review": _("Public review"),
    "community_answer": _("Answer in the community"),
}
"""By kind of act."""

AUDIENCE_LABELS: dict[str, Words] = {
    "named": _("Prospects, one by one"),
    "private": _("Whoever we hand it to"),
    "public": _("Everybody"),
}
"""Who sees it."""

STATE_LABELS: dict[str, Words] = {
    "granted": _("Yes"),
    "denied": _("No"),
    "expired": _("Ended"),
    "unknown": _("Not known"),
}
"""What one key says."""

PROOF_LABELS: dict[str, Words] = {
    "said": _("They told one of us"),
    "email": _("An e-mail"),
    "form": _("A form"),
    "file": _("A file"),
}
"""How we know."""


def kind_label(code: str) -> str:
    """What a kind of act is called; empty stands for every kind."""
    if not code:
        return gettext("Everything")
    return str(KIND_LABELS.get(code) or _own_label(code) or code.replace("_", " ").capitalize())


def kinds_asked_for() -> list[tuple[str, str]]:
    """Every kind that somebody may be asked for, with what it is called, in the order of lists."""
    return [(code, kind_label(code)) for code in ActKind.objects.filter(asked_for=True).values_list("code", flat=True)]


def _own_label(code: str) -> str:
    """What somebody called a kind that they added; empty where nobody did."""
    return ActKind.objects.filter(pk=code).values_list("label", flat=True).first() or ""


def day_told(day: date) -> str:
    """A day with its year: permissions last longer than one."""
    return dateformat.format(day, pgettext("a day", "D j M Y"))
