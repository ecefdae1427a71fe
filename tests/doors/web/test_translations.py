"""Every sentence of the pages can be said in another language, and is said in German."""

import gettext
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation

from goodword.doors.web import wording
from goodword.programme.advocates.models import Generation
from goodword.programme.team.actor import Actor
from goodword.runs.settings.changing import change
from scripts import messages
from scripts.catalogue import compiled, merged, read_catalogue

TEMPLATES = sorted((messages.SOURCE / "doors/web/templates").rglob("*.html"))
CATALOGUE = messages.LOCALE / "de/LC_MESSAGES/django.po"
TODAY = date(2026, 11, 19)

SAME = re.compile(r"goodword\.toml|\b(?:Goodword|CSV|SVG|PNG|XLSX|Parquet|JSON|UTC)\b")
"""What is the same in every language."""
SAID_TO_READERS = ("aria-label", "placeholder", "title", "alt", "data-label")


class Bare(HTMLParser):
    """Collects the words of a template that no translate tag holds."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in {"kbd", "code", "pre", "script", "style"}
        self.words += [value for name, value in attrs if name in SAID_TO_READERS and value and _letters(value)]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"kbd", "code", "pre", "script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.silent and _letters(data):
            self.words.append(data.strip())


def _letters(text: str) -> bool:
    return bool(re.search(r"[A-Za-z]{2,}", SAME.sub("", text)))


def bare_words(text: str) -> list[str]:
    """The visible words of a template outside of its tags."""
    text = re.sub(r"\{#.*?#\}|\{% comment.*?endcomment %\}", "", text, flags=re.DOTALL)
    text = re.sub(r"\{% blocktrans(?:late)?\b.*?\{% endblocktrans(?:late)? %\}", "", text, flags=re.DOTALL)
    text = re.sub(r"\{% block kind %\}.*?\{% endblock %\}", "", text)
    text = re.sub(r"\{% block title %\}(.*?)\{% endblock %\}", r"<p>\1</p>", text, flags=re.DOTALL)
    text = re.sub(r"\{[%{].*?[%}]\}", "", text, flags=re.DOTALL)
    finder = Bare()
    finder.feed(text)
    return finder.words


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_speaks_outside_of_its_tags(path: Path) -> None:
    if any(f"templates/{name}" in path.as_posix() for name in messages.NOT_TRANSLATED):
        return
    assert bare_words(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>Hello</p>", ["Hello"]),
        ('<p>{% translate "Hello" %}</p>', []),
        ("<p>{% blocktranslate trimmed %}Hello {{ name }}{% endblocktranslate %} there</p>", ["there"]),
        ('<a aria-label="Close">x</a>', ["Close"]),
        ("<a aria-label=\"{% translate 'Close' %}\">{{ x }}</a>", []),
        ("{% block title %}Today{% endblock %}", ["Today"]),
        ("<p>Goodword <kbd>Enter</kbd></p>", []),
    ],
)
def test_words_outside_of_tags_are_noticed(text: str, found: list[str]) -> None:
    assert bare_words(text) == found


def test_every_sentence_is_said_in_german() -> None:
    without = [one.text for one in merged(messages.marked(), read_catalogue(CATALOGUE)) if not one.done]
    assert without == [], "python -m scripts.messages lists them"


def test_what_is_compiled_is_what_is_written() -> None:
    known = read_catalogue(CATALOGUE)
    entries = [one for key, one in known.items() if key != ("", "")]
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled(messages.header("de"), entries)
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        german = gettext.GNUTranslations(file)
    assert german.gettext("Today") == "Heute"
    assert german.pgettext("count", "one") == "1"
    assert german.ngettext("%(count)s person", "%(count)s people", 2) == "%(count)s Personen"


def test_a_translation_names_nothing_that_the_sentence_does_not() -> None:
    strange = {}
    for one in read_catalogue(CATALOGUE).values():
        named = set(re.findall(r"%\((\w+)\)|\{(\w+)\}", one.text + one.plural))
        if any(set(re.findall(r"%\((\w+)\)|\{(\w+)\}", said)) - named for said in one.said if one.text):
            strange[one.text] = one.said
    assert strange == {}


def test_numbers_days_and_money_follow_the_language() -> None:
    with translation.override("de"):
        assert wording.day(date(2026, 11, 18), TODAY) == "Mi, 18. Nov"
        assert wording.money(2_840_000, "EUR") == "2,84 Mio. €"
        assert wording.money(9_400, "CHF") == "9.400 CHF"
        assert wording.number(1_300) == "1.300"
        assert wording.signed(-0.5) == "−0,50"
        assert wording.counted("%(count)s person", "%(count)s people", 2) == "2 Personen"


@pytest.mark.django_db
def test_pages_speak_the_language_the_browser_asks_for(reader: Client, published: Generation) -> None:
    german = reader.get("/today/", headers={"accept-language": "de-AT,de;q=0.9,en;q=0.5"})
    assert '<html lang="de"' in german.text
    assert "Donnerstag, 19. November" in german.text
    assert "Zuerst 1 Brand. 6 Personen sagten oder taten etwas Gutes." in german.text
    assert german["Content-Language"] == "de"
    assert "Thursday 19 November" in reader.get("/today/", headers={"accept-language": "fr,en;q=0.5"}).text


@pytest.mark.django_db
def test_who_asks_for_no_language_of_ours_reads_that_of_the_workspace(reader: Client, published: Generation) -> None:
    assert reader.get("/today/", headers={"accept-language": "fr"})["Content-Language"] == "en-gb"
    change({}, "workspace.language", "de", by=Actor.console())
    assert reader.get("/today/", headers={"accept-language": "fr"})["Content-Language"] == "de"
    assert Client().get("/sign-in/")["Content-Language"] == "en-gb", "a program asks for none"
    assert reader.get("/today/", headers={"accept-language": "fr,en;q=0.5"})["Content-Language"] == "en-gb"


@pytest.mark.django_db
def test_customers_words_stay_as_they_said_them(reader: Client, published: Generation) -> None:
    page = reader.get("/people/rhiannon/", headers={"accept-language": "de"}).text
    assert "<mark>this is the first month-end in six years" in page
