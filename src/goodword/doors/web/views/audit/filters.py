"""What the audit trail is narrowed to, from the address of the page; anything unknown narrows nothing."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from goodword.doors.web.views.audit.sentences import DOORS, NOUNS, VERBS, Words, label
from goodword.programme.team.browsing import Wanted, Word, words

_CALLED: dict[Word, dict[str, Words]] = {"verb": VERBS, "noun": NOUNS, "door": DOORS}
_DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class Filter(forms.Form):
    """Who did what to what, through which door, when."""

    who = forms.CharField(label=_("Who"), required=False, max_length=200)
    verb = forms.ChoiceField(label=_("Did"), required=False)
    noun = forms.ChoiceField(label=_("To what"), required=False)
    object_id = forms.CharField(label=_("Which one"), required=False, max_length=200)
    door = forms.ChoiceField(label=_("Door"), required=False)
    since = forms.DateField(label=_("From"), required=False, widget=_DAY)
    until = forms.DateField(label=_("To"), required=False, widget=_DAY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # Django's own
        """Offer the words that stand in the trail."""
        super().__init__(*args, **kwargs)
        for name, called in _CALLED.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", _("any")), *((word, label(called, word)) for word in words(name))]

    def wanted(self) -> Wanted:
        """What is valid; the rest is empty."""
        self.is_valid()
        told = {name: self.cleaned_data.get(name) or "" for name in ("who", "verb", "noun", "door")}
        last = self.cleaned_data.get("until")
        return Wanted(
            **told,
            object_id=self.cleaned_data.get("object_id") or "",
            since=_midnight(self.cleaned_data.get("since")),
            until=_midnight(last + timedelta(days=1) if last else None),
        )


def _midnight(day: date | None) -> datetime | None:
    """When a day begins for the reader."""
    return timezone.make_aware(datetime.combine(day, time())) if day else None
