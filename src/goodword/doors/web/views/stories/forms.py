"""A story as a form: what it says, whose words stand in it, its figures, and for whom it fits."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goodword.programme.people.languages import language_told
from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.models import ActKind
from goodword.programme.permissions.wording import AUDIENCE_LABELS, kind_label
from goodword.programme.stories.models import Version
from goodword.programme.stories.telling import LONGEST_TEXT, LONGEST_TITLE, MOST, Figure, Fit, Said, Telling

OFFERED = 3
"""How many quotes and figures a page offers at least; a story that has as many is offered one more."""

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da")
_QUOTE, _FIGURE = ("person", "words"), ("what", "before", "after")
_MOST_EMPLOYEES = 2**31 - 1


type _Place = tuple[forms.BoundField, ...]


def _line(label: Any, hint: Any = "") -> forms.CharField:  # noqa: ANN401  # words in the reader's language
    return forms.CharField(label=label, max_length=LONGEST_TITLE, required=False, help_text=hint)


class StoryForm(forms.Form):
    """What a story says."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    text = forms.CharField(
        label=_("The story"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=_("The problem, what was done, what came of it. Their words stand in it to the letter."),
    )
    act_kind = forms.ChoiceField(label=_("What it needs their permission for"))
    audience = forms.ChoiceField(label=_("Who is meant to see it"))
    language = forms.ChoiceField(label=_("Language"), required=False)
    industry = _line(_("Industry"))
    employees = forms.IntegerField(
        label=_("How many people the company has"), min_value=0, max_value=_MOST_EMPLOYEES, required=False
    )
    region = _line(_("Region"))
    role = _line(_("Whom it speaks to"), _("Such as CFO."))
    products = _line(_("What they use of ours"), _("With commas between them."))
    use_cases = _line(_("What for"), _("With commas between them."))
    replaced = _line(_("What they used before"))
    version = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *given: Any,  # noqa: ANN401  # what forms take
        people: Sequence[tuple[str, str]],
        newest: Version | None = None,
        **named: Any,  # noqa: ANN401  # what forms take
    ) -> None:
        """Offer the people whose words may stand in it, and room for as many words and figures as it has.

        Args:
            given: what forms take.
            people: id and name of each.
            newest: the version that it stands on; None for a new story.
            named: what forms take.
        """
        super().__init__(*given, **named)
        self._quotes = _rooms(newest.quotes.count() if newest else 0, self.data, "words")
        self._figures = _rooms(newest.outcomes.count() if newest else 0, self.data, "what")
        self._offer("act_kind", [(code, kind_label(code)) for code in _kinds()])
        self._offer("audience", list(AUDIENCE_LABELS.items()))
        self._offer("language", [("", _("Not said")), *((code, language_told(code)) for code in LANGUAGES)])
        for n in self._quotes:
            self.fields[f"person_{n}"] = forms.ChoiceField(
                label=_("Whose words"), required=False, choices=[("", _("Nobody")), *people]
            )
            self.fields[f"words_{n}"] = forms.CharField(
                label=_("Their words, to the letter"),
                max_length=LONGEST_TEXT,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
            )
        for n in self._figures:
            self.fields[f"what_{n}"] = _line(_("What changed"), _("Such as: days to close the books."))
            self.fields[f"before_{n}"] = _line(_("Before"))
            self.fields[f"after_{n}"] = _line(_("After"))

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # they are declared above
        field.choices = choices

    @property
    def quotes(self) -> list[_Place]:
        """The fields of each quote: whose words, and the words."""
        return [tuple(self[f"{name}_{n}"] for name in _QUOTE) for n in self._quotes]

    @property
    def figures(self) -> list[_Place]:
        """The fields of each figure: what changed, before and after."""
        return [tuple(self[f"{name}_{n}"] for name in _FIGURE) for n in self._figures]

    @property
    def fit(self) -> Iterator[forms.BoundField]:
        """The fields that say for whom it fits."""
        return (self[name] for name in ("industry", "employees", "region", "role", "products", "use_cases", "replaced"))

    def clean(self) -> dict[str, Any]:
        """Say at its field what a quote or a figure lacks; a story quotes somebody."""
        told = super().clean() or {}
        for n in self._quotes:
            who, words = told.get(f"person_{n}"), (told.get(f"words_{n}") or "").strip()
            if words and not who and f"person_{n}" not in self.errors:
                self.add_error(f"person_{n}", _("Say whose words these are."))
            if who and not words and f"words_{n}" not in self.errors:
                self.add_error(f"words_{n}", _("Copy their words from the story, to the letter."))
        for n in self._figures:
            for name, missing in (("what", _("Say what changed.")), ("after", _("Say what it is now."))):
                figure = [told.get(f"{part}_{n}") for part in _FIGURE]
                if any(figure) and not told.get(f"{name}_{n}") and f"{name}_{n}" not in self.errors:
                    self.add_error(f"{name}_{n}", missing)
        return told

    def telling(self, account: Account) -> Telling:
        """What was handed in."""
        told = self.cleaned_data
        quotes = [(told[f"person_{n}"], told[f"words_{n}"]) for n in self._quotes]
        figures = [(told[f"what_{n}"], told[f"before_{n}"], told[f"after_{n}"]) for n in self._figures]
        people = Person.objects.in_bulk([person for person, _words in quotes if person])
        return Telling(
            account=account,
            title=told["title"],
            text=told["text"].replace("\r\n", "\n"),
            quotes=tuple(Said(people[who], words.replace("\r\n", "\n")) for who, words in quotes if who in people),
            outcomes=tuple(Figure(what, after, before) for what, before, after in figures if what or before or after),
            fit=Fit(
                industry=told["industry"],
                employees=told["employees"],
                region=told["region"],
                role=told["role"],
                products=_listed(told["products"]),
                use_cases=_listed(told["use_cases"]),
                replaced=told["replaced"],
            ),
            act_kind=told["act_kind"],
            audience=told["audience"],
            language=told["language"],
        )


def first_of(version: Version) -> dict[str, Any]:
    """What the form of a story says before somebody changes it."""
    plain = ("title", "text", "audience", "language", "industry", "employees", "region", "role", "replaced")
    told: dict[str, Any] = {name: getattr(version, name) for name in plain}
    told |= {name: ", ".join(getattr(version, name)) for name in ("products", "use_cases")}
    told |= {"act_kind": version.story.act_kind_id, "version": version.number}
    for n, quote in enumerate(version.quotes.select_related("person"), 1):
        told |= {f"person_{n}": quote.person.root_id or quote.person_id, f"words_{n}": quote.words}
    for n, one in enumerate(version.outcomes.all(), 1):
        told |= {f"what_{n}": one.what, f"before_{n}": one.before, f"after_{n}": one.after}
    return told


def _rooms(held: int, data: Mapping[str, Any], name: str) -> range:
    """The numbers of the places for what a story has, with one more; and for what was handed in."""
    handed_in = (n for n in range(1, MOST + 1) if f"{name}_{n}" in data)
    return range(1, min(MOST, max(OFFERED, held + 1, *handed_in)) + 1)


def _listed(line: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in line.split(",") if one.strip())


def _kinds() -> list[str]:
    """Act kinds that may be shown, case studies first."""
    codes = list(ActKind.objects.values_list("code", flat=True))
    return sorted(codes, key=lambda code: code != "case_study")
