"""The form that changes a kind of act, or adds one; what makes sense is asked of the kind itself."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from goodword.programme.permissions.changing import (
    ASKING_ROLES,
    LONGEST_GIVES,
    LONGEST_LABEL,
    LONGEST_REASON,
    MOST_MINUTES,
)
from goodword.programme.permissions.kinds import LONGEST_REST, MOST_LOAD, Policy
from goodword.programme.permissions.wording import AUDIENCE_LABELS
from goodword.programme.team.roles import LABELS, Role


def _tick(label: Any, hint: Any = "") -> forms.BooleanField:  # noqa: ANN401  # text in any language
    return forms.BooleanField(label=label, help_text=hint, required=False)


def _whole(label: Any, low: int, high: int, hint: Any) -> forms.IntegerField:  # noqa: ANN401  # as above
    return forms.IntegerField(label=label, min_value=low, max_value=high, help_text=hint)


class KindForm(forms.Form):
    """What a kind of act takes and needs, and why somebody changes it."""

    minutes = _whole(_("Effort"), 1, MOST_MINUTES, _("Minutes of their time, all in all."))
    load = _whole(_("Load"), 0, MOST_LOAD, _("Points of what a person bears in a quarter; a logo is 1."))
    rest_days = _whole(
        _("Rest afterwards"), 0, LONGEST_REST, _("Days after they were asked or did it, unless they say no to it.")
    )
    audience = forms.ChoiceField(label=_("Who sees it"), choices=list(AUDIENCE_LABELS.items()))
    needs_person = _tick(_("Needs the person’s permission before it is done or published"))
    needs_company = _tick(_("Needs their company’s permission before it is done or published"))
    company_first = _tick(_("The company says yes before the person is asked"))
    needs_qualified = _tick(_("Nobody is asked who is known to have neither budget nor say"))
    at_a_time = _tick(_("It is a meeting, for which both sides agree on a time"))
    needs_story = _tick(_("Their company has an approved story before they are asked"))
    asked_for = _tick(_("People are asked for it"))
    public_review = _tick(_("It is a public review on a site of others"), _("People are never chosen for one."))
    by_choice = _tick(_("People may be chosen for it by what we know of them"), _("Otherwise they are drawn by lot."))
    asked_by = forms.MultipleChoiceField(
        label=_("Who may ask"),
        required=False,
        choices=[(role, LABELS[Role(role)]) for role in ASKING_ROLES],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None chosen: everybody who may ask at all."),
    )
    gives_en = forms.CharField(
        label=_("What they get in return, in an English letter"),
        max_length=LONGEST_GIVES,
        required=False,
        help_text=_("Fills {return}; empty for the words that are shipped. Never money for praise."),
    )
    gives_de = forms.CharField(
        label=_("What they get in return, in a German letter"), max_length=LONGEST_GIVES, required=False
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=LONGEST_REASON,
        required=False,
        help_text=_("Whoever wonders about it next year will read this."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    @classmethod
    def of(cls, kind: Policy, seen: int) -> Self:
        """The form with what holds now."""
        return cls(initial=asdict(kind) | {"asked_by": list(kind.asked_by), "seen": seen})

    def wanted(self, kind: Policy) -> Policy:
        """The kind as it was written here, once that is valid."""
        told = {name: value for name, value in self.cleaned_data.items() if name not in {"reason", "seen", "code"}}
        return replace(kind, **told | {"asked_by": tuple(told["asked_by"])})


class OwnKindForm(KindForm):
    """The same for a kind that somebody added, which they may call otherwise."""

    label = forms.CharField(label=_("Name"), max_length=LONGEST_LABEL, help_text=_("What people call it."))

    field_order: Sequence[str] = ("label",)


class NewKindForm(OwnKindForm):
    """The same for one that is not there yet."""

    code = forms.SlugField(
        label=_("Name in data"), max_length=40, help_text=_("Small letters, figures and _; it never changes.")
    )

    field_order = ("label", "code")
