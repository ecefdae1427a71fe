"""The template of a letter: edited on a page, tried on somebody of the list, brought back; what was sent names it."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import read_server
from goodword.programme.advocates.models import Generation
from goodword.programme.asks.models import AskLetter, LetterVersion
from goodword.programme.outbox.models import Letter
from goodword.programme.permissions.models import ActKind
from goodword.runs.workspace import create_workspace
from tests.doors.web.settings.test_settings_pages import text

pytestmark = pytest.mark.django_db

PAGE = "/settings/kinds/quote/letters/en/"
OURS = "Dear {person},\n\nyou said: {quote}\n\nOf {theme}.\n\nIn return: {return}\n\n{answer_link}\n"


@pytest.fixture(autouse=True)
def surroundings(published: Generation, settings: Settings, tmp_path: Path) -> None:
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:9")  # nothing is sent here
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    settings.SITE_URL = "https://goodword.northwind.example"
    settings.DEFAULT_FROM_EMAIL = "Goodword <goodword@northwind.example>"


def sent(reader: Client, do: str, **other: str) -> str:
    form = {"subject": "May we, {person}?", "text": OURS, "seen": "0", "do": do} | other
    return text(reader.post(f"{PAGE}change/", form, follow=True))


def test_a_template_is_tried_on_somebody_with_what_is_known_of_them_and_nothing_is_kept(reader: Client) -> None:
    for who in ("hemi", "Hemi Ngata"):
        page = sent(reader, "preview", person=who)
        assert "May we, Hemi?" in page
        assert "We closed the books four days earlier than last year" in page
        assert "Of month-end close." in page
        assert "In return: your words stand with your name" in page
    assert not LetterVersion.objects.exists()
    assert not Letter.objects.exists()
    assert "Nobody of your list of people is called “zz”." in sent(reader, "preview", person="zz")


def test_what_somebody_says_in_return_for_a_kind_stands_in_the_letter(reader: Client) -> None:
    ActKind.objects.filter(pk="quote").update(gives_en="tea with {person}.")
    assert "In return: tea with {person}." in sent(reader, "preview", person="hemi")


def test_a_saved_template_is_what_the_letter_begins_with_and_what_was_sent_names_it(reader: Client) -> None:
    assert "Version 1 is in use." in sent(reader, "save")
    shown = reader.get("/people/hemi/ask/quote/").context["form"]
    assert shown["subject"].value() == "May we, Hemi?"
    form = {name: shown[name].value() or "" for name in shown.fields} | {"unthanked_because": "They wrote to us."}
    reader.post("/people/hemi/ask/quote/", form)
    kept = AskLetter.objects.get()
    assert (kept.language, kept.version) == ("en", 1)
    assert kept.unthanked_because == "They wrote to us."
    assert "Version 2 is in use." in text(reader.post(f"{PAGE}back/", {"number": "0"}, follow=True))
    page = text(reader.get(PAGE))
    assert "Version 2, the words of version 0 in use : May we quote you?" in page
    assert 'value="May we, {person}?"' in reader.get(f"{PAGE}?version=1").content.decode()


def test_what_cannot_be_filled_is_refused_with_its_line_and_the_words_stay(reader: Client) -> None:
    for do in ("preview", "save"):
        page = sent(reader, do, text="Dear {person},\n{salary}\n{answer_link}", person="hemi")
        assert "Line 2 names {salary}, which is no field." in page
    assert not LetterVersion.objects.exists()


def test_nobody_writes_letters_for_public_reviews_here(reader: Client) -> None:
    assert reader.get("/settings/kinds/review/letters/en/").status_code == 404
    assert reader.get("/settings/kinds/quote/letters/EN/").status_code == 404
