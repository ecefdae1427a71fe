"""The form that changes a setting; which values make sense is asked of the setting itself."""

from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from goodword.kit.errors import GoodwordError
from goodword.programme.tuning.policies import LONGEST_REASON
from goodword.runs.settings.resolving import Held
from goodword.runs.settings.setting import LONGEST_TEXT, Setting, Value


class SettingForm(forms.Form):
    """A value, and why."""

    value = forms.CharField(label=_("Value"), max_length=LONGEST_TEXT, required=False)
    reason = forms.CharField(
        label=_("Why"),
        max_length=LONGEST_REASON,
        required=False,
        help_text=_("Whoever wonders about it next year will read this."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, setting: Setting, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's own
        """Dress the field of the value for its setting."""
        super().__init__(*args, **kwargs)
        self.setting = setting
        self.fields["value"] = _field(setting)

    @classmethod
    def of(cls, held: Held, value: Value | None = None, *, reason: str = "") -> Self:
        """The form with the value that holds now, or with another one to start from and why it is wanted."""
        text = _text(held.value if value is None else value)
        return cls(held.setting, initial={"value": text, "reason": reason, "seen": held.seen})

    def clean_value(self) -> Value:
        """What the setting makes of what was typed."""
        try:
            return self.setting.read(self.cleaned_data.get("value") or "")
        except GoodwordError as error:
            raise forms.ValidationError(str(error), code=error.code) from error


def _text(value: Value) -> str:
    """A value as a form holds it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _field(setting: Setting) -> forms.Field:
    """The field for a value: typed, or chosen."""
    if setting.kind in {"choice", "yes_no"}:
        choices = list(setting.choices.items()) or [("true", _("yes")), ("false", _("no"))]
        return forms.ChoiceField(label=str(setting.label), choices=choices, widget=forms.RadioSelect)
    numbers = {"inputmode": "decimal"} if setting.is_number else {}
    hint = f"{setting.bounds} {setting.unit}".strip() if setting.is_number else ""
    field = forms.CharField(
        label=str(setting.label),
        max_length=LONGEST_TEXT,
        required=setting.kind not in {"text", "address"},
        help_text=hint,
        widget=forms.TextInput(attrs={"autocomplete": "off", **numbers}),
    )
    field.widget.attrs["class"] = "input value"
    return field
