"""What somebody writes down of a permission."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from goodword.kit import clock
from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.models import ProofKind
from goodword.programme.permissions.proofs import ProofFile
from goodword.programme.permissions.saying import LONGEST_NAME, LONGEST_WORDING, Evidence, Saying
from goodword.programme.permissions.scope import Scope
from goodword.programme.permissions.wording import AUDIENCE_LABELS, PROOF_LABELS, kinds_asked_for

EVERYTHING = "everything"
"""What stands for every kind of act: somebody has to choose it, as it is the widest word there is."""

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _line(label: Any, hint: Any = "") -> forms.CharField:  # noqa: ANN401  # text in any language
    return forms.CharField(label=label, help_text=hint, required=False, max_length=LONGEST_NAME)


class WordForm(forms.Form):
    """A grant or a denial with its proof. Nothing is chosen beforehand: nobody may record more than was said."""

    key = forms.ChoiceField(label=_("Whose word"), widget=forms.RadioSelect)
    state = forms.ChoiceField(
        label=_("They said"),
        choices=[("granted", _("Yes, you may")), ("denied", _("No"))],
        widget=forms.RadioSelect,
    )
    act_kind = forms.ChoiceField(
        label=_("To what"),
        choices=lambda: [("", _("Choose")), *kinds_asked_for(), (EVERYTHING, _("Everything"))],
    )
    audience = forms.ChoiceField(
        label=_("Who may see it"),
        required=False,
        choices=[("", _("Choose, but for a no")), *AUDIENCE_LABELS.items()],
        help_text=_("A yes to fewer is no yes to more."),
    )
    given_on = forms.DateField(label=_("Said on"), widget=_DAY)
    expires_on = forms.DateField(
        label=_("Ends on"), widget=_DAY, required=False, help_text=_("The first day without it; empty for no end.")
    )
    proof = forms.ChoiceField(label=_("How do we know"), choices=list(PROOF_LABELS.items()))
    said_to = _line(_("Whom of us they told"))
    reference = _line(_("Where it is"), _("The address or id of the e-mail or form."))
    wording = forms.CharField(
        label=_("The words"),
        required=False,
        max_length=LONGEST_WORDING,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What they were shown, or what they wrote."),
    )
    file = forms.FileField(
        label=_("The file"), required=False, help_text=_("At most 10 MB. Kept in the workspace with its SHA-256.")
    )
    asset = _line(_("Only for"), _("The id of one story, quote or logo."))
    prospect = _line(_("Only for this prospect"), _("Where it is for prospects, one by one."))
    channel = _line(_("Only on"), _("Such as website, social, slides, event."))
    territory = _line(_("Only in"), _("A country or region, such as DE."))
    reason = _line(_("Why it is recorded"), _("Stands on the audit trail, for good. No names."))

    NARROWER = ("asset", "prospect", "channel", "territory", "reason")

    def __init__(self, keys: dict[str, tuple[str, Person | Account]], *args: Any, **named: Any) -> None:  # noqa: ANN401  # as Django's forms take them
        """Offer the keys that there are.

        Args:
            keys: by `person` and `company`, what to call them and whose key it is.
            args: as for any form.
            named: as for any form.
        """
        super().__init__(*args, **named)
        self.keys = keys
        field = cast("forms.ChoiceField", self.fields["key"])
        field.choices = [(name, called) for name, (called, _key) in keys.items()]
        field.initial = next(iter(keys))
        self.fields["given_on"].initial = clock.today()

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """The fields that every word needs."""
        return [self[name] for name in self.fields if name not in self.NARROWER]

    @property
    def narrower_fields(self) -> list[forms.BoundField]:
        """The fields that make a word narrower."""
        return [self[name] for name in self.NARROWER]

    def saying(self) -> Saying:
        """What was written, once it is valid."""
        told = self.cleaned_data
        upload = told.get("file")
        file = ProofFile(upload.name[:LONGEST_NAME], upload.read()) if upload else None
        kind = "" if told["act_kind"] == EVERYTHING else told["act_kind"]
        return Saying(
            key=self.keys[told["key"]][1],
            scope=Scope(**{name: told[name] for name in (*_SIDES, "audience")}, act_kind=kind),
            given_on=told["given_on"],
            expires_on=told["expires_on"],
            evidence=Evidence(
                kind=cast("ProofKind", told["proof"]),
                said_to=told["said_to"],
                wording=told["wording"],
                reference=told["reference"],
                file=file,
            ),
            reason=told["reason"],
        )


_SIDES = ("asset", "prospect", "channel", "territory")


class WithdrawalForm(forms.Form):
    """Why a word counts no more."""

    why = forms.ChoiceField(
        label=_("What happened"),
        choices=[("withdrawn", _("They took it back")), ("mistake", _("It was recorded by mistake"))],
        widget=forms.RadioSelect,
        initial="withdrawn",
        help_text=_("What was recorded by mistake was never said: the word before it counts again."),
    )
    on = forms.DateField(label=_("Since when"), widget=_DAY, required=False, help_text=_("Today if empty."))
    reason = forms.CharField(label=_("Why"), required=False, max_length=300, help_text=_("For your own people only."))
