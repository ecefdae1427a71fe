"""The forms of public reviews: a site with its rules, and the legal basis on which the lot is switched off."""

from dataclasses import asdict
from typing import Self

from django import forms
from django.forms.models import model_to_dict
from django.utils.translation import gettext_lazy as _

from goodword.programme.choosing.policies import LONGEST_BASIS
from goodword.programme.lots.letters import EXAMPLE_DISCLOSURE
from goodword.programme.lots.models import MOST_DRAWN, Site
from goodword.programme.lots.policies import SiteRules, kinds_by_lot
from goodword.programme.permissions.wording import kind_label


class SiteForm(forms.Form):
    """A site, and the rules of the lot for it."""

    name = forms.CharField(label=_("Name"), max_length=80, help_text=_("As your customers know it."))
    url = forms.CharField(
        label=_("Address"), max_length=500, help_text=_("Where one writes the review, beginning with https://.")
    )
    disclosure = forms.CharField(
        label=_("Disclosure"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Stands in every invitation. What is here at first is an example: make it your own."),
    )
    size = forms.IntegerField(
        label=_("How many a draw draws"),
        min_value=1,
        max_value=MOST_DRAWN,
        help_text=_("All, where fewer may be drawn."),
    )
    days_between = forms.IntegerField(
        label=_("Days between"),
        min_value=1,
        max_value=3_660,
        help_text=_("From one draw of a person for this site to the next."),
    )
    act_kind = forms.ChoiceField(
        label=_("Kind of act"),
        help_text=_("What they are asked for. It stays once somebody was drawn."),
        choices=lambda: [(code, kind_label(code)) for code in kinds_by_lot()],
    )
    active = forms.BooleanField(label=_("People are drawn for it"), required=False)

    @classmethod
    def new(cls) -> Self:
        """A site that nobody named yet, with the example of a disclosure."""
        return cls(initial=asdict(SiteRules(name="", url="", disclosure=EXAMPLE_DISCLOSURE)))

    @classmethod
    def of(cls, site: Site) -> Self:
        """The rules that hold."""
        return cls(initial=model_to_dict(site))

    def rules(self) -> SiteRules:
        """What somebody wants."""
        return SiteRules(**self.cleaned_data)


class BasisForm(forms.Form):
    """On what legal basis people may be chosen."""

    legal_basis = forms.CharField(
        label=_("Legal basis"),
        max_length=LONGEST_BASIS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The law or the advice you rely on. It stands in the audit trail, with your name."),
    )
