"""The page that asks by letter: drafted from their words, edited, sent once, taken back while it waits."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import read_server
from goodword.programme.advocates.models import Generation
from goodword.programme.asks.actions.thank_person import thank_person
from goodword.programme.asks.models import Ask, AskLetter, AskWithdrawal, Reservation, Thank
from goodword.programme.outbox.models import Letter, Waiting
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.team.models import AuditEntry
from goodword.runs.workspace import create_workspace
from tests.permissions import CONSOLE, TODAY, forbids, person

pytestmark = pytest.mark.django_db

PAGE = "/people/hemi/ask/quote/"


@pytest.fixture(autouse=True)
def surroundings(published: Generation, settings: Settings, tmp_path: Path) -> None:
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:9")  # nothing is sent here
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    settings.SITE_URL = "https://goodword.northwind.example"
    settings.DEFAULT_FROM_EMAIL = "Goodword <goodword@northwind.example>"
    thank_person("hemi", "call", day=TODAY, by=CONSOLE)


@pytest.fixture
def leila(reader: Client) -> Client:
    return reader


def form(client: Client) -> dict[str, str]:
    """What the page would send if its reader pressed the button."""
    shown = client.get(PAGE).context["form"]
    return {name: shown[name].value() for name in ("subject", "text", "token")}


def test_the_letter_is_shown_with_their_words_before_anything_is_sent(leila: Client) -> None:
    page = leila.get(PAGE)
    told = page.content.decode()
    assert page.status_code == 200
    for words in ("Dear Hemi", "closed the books", "Leila Haddad", "{answer_link}", "Send it to Hemi"):
        assert words in told
    assert (Letter.objects.count(), Reservation.objects.count()) == (0, 0)


def test_it_is_sent_as_it_was_edited_and_once_however_often_it_is_pressed(leila: Client) -> None:
    sent = form(leila)
    sent["text"] = sent["text"].replace("Dear Hemi", "Kia ora Hemi")
    pages = [leila.post(PAGE, sent) for _ in range(2)]
    assert [page.status_code for page in pages] == [302, 302]
    [letter] = Letter.objects.all()
    assert letter.text.startswith("Kia ora Hemi")
    assert letter.sender.startswith("Leila Haddad")
    assert Reservation.objects.count() == Ask.objects.count() == 1
    entry = AuditEntry.objects.filter(verb="ask", noun="person").get()
    assert entry.actor_kind == "user"


def test_it_can_be_taken_back_while_it_waits(leila: Client) -> None:
    leila.post(PAGE, form(leila))
    page = leila.get("/people/hemi/").content.decode()
    ask = Ask.objects.get()
    undo = f"/asks/{ask.ledger_id}/take-back/"
    assert undo in page
    leila.post(undo)
    assert not Waiting.objects.exists()
    assert AskWithdrawal.objects.get().ask == ask
    assert "Send it to Hemi" in leila.get(PAGE).content.decode()


def test_who_was_asked_rests_and_the_page_says_until_when(leila: Client) -> None:
    leila.post(PAGE, form(leila))
    page = leila.get("/people/hemi/ask/talk/")
    told = page.content.decode()
    assert "They rest until" in told
    assert "Send it to Hemi" not in told


@pytest.mark.parametrize("said", ["opted out", "denied", "another address"])
def test_a_no_in_between_sends_nothing_and_keeps_what_was_written(leila: Client, said: str) -> None:
    sent = form(leila) | {"subject": "My own subject"}
    if said == "denied":
        forbids(person("hemi"), "quote")
    elif said == "opted out":
        opt_out_person("hemi", by=CONSOLE)
    else:
        merge_people("selin", "hemi", by=CONSOLE)
    page = leila.post(PAGE, sent)
    assert page.status_code == 422
    assert "My own subject" in page.content.decode()
    assert (Letter.objects.count(), Reservation.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("field", "words", "told"),
    [
        ("text", "No link to answer by.", "{answer_link}"),
        ("text", "", "This field is required."),
        ("subject", "", "This field is required."),
        ("subject", "Hello\nBcc: all@northwind.example", "one line"),
        ("text", "{{ person.email }} {answer_link}", "{"),
    ],
)
def test_what_makes_no_letter_is_said_and_nothing_is_sent(leila: Client, field: str, words: str, told: str) -> None:
    page = leila.post(PAGE, form(leila) | {field: words})
    if page.status_code == 302:  # braces the sender writes stay braces
        assert words.partition(" {answer")[0] in Letter.objects.get().text
        return
    assert page.status_code == 422
    assert told in page.content.decode()
    assert (Letter.objects.count(), Reservation.objects.count()) == (0, 0)


def test_nobody_is_chosen_for_a_review(leila: Client) -> None:
    told = leila.get("/people/hemi/ask/review/").content.decode()
    assert "by lot" in told
    assert "<textarea" not in told
    assert leila.get("/people/hemi/ask/parade/").status_code == 404


def test_without_a_mail_server_the_page_says_what_to_do(leila: Client, settings: Settings) -> None:
    settings.SMTP_SERVER = None
    told = leila.get(PAGE).content.decode()
    assert "No mail server is set" in told
    assert "Send it to Hemi" not in told


def test_the_ways_to_it_stand_on_today_and_on_the_persons_page(leila: Client) -> None:
    assert "/people/hemi/ask/" in leila.get("/today/").content.decode()
    assert PAGE in leila.get("/people/hemi/").content.decode()


def test_a_letter_that_has_left_is_not_taken_back(leila: Client) -> None:
    leila.post(PAGE, form(leila))
    Waiting.objects.all().delete()
    ask = Ask.objects.get()
    leila.post(f"/asks/{ask.ledger_id}/take-back/")
    assert not AskWithdrawal.objects.exists()
    assert leila.post("/asks/ledger:999999/take-back/").status_code == 404


def test_whom_nobody_thanked_is_thanked_first_or_it_is_said_why_not(leila: Client) -> None:
    Thank.objects.all().delete()
    page = leila.get(PAGE).content.decode()
    assert "Thank Hemi first" in page
    refused = leila.post(PAGE, form(leila))
    assert (refused.status_code, "Nobody has thanked them yet" in refused.content.decode()) == (422, True)
    assert not Letter.objects.exists()
    leila.post(f"{PAGE}thanked/", {"how": "call"})
    assert Thank.objects.get().how == "call"
    page = leila.get(PAGE).content.decode()
    assert "Thank Hemi first" not in page
    assert leila.post(PAGE, form(leila)).status_code == 302
    assert AskLetter.objects.get().unthanked_because == ""


def test_a_reason_not_to_thank_first_goes_with_the_letter(leila: Client) -> None:
    Thank.objects.all().delete()
    leila.post(PAGE, form(leila) | {"unthanked_because": "They asked us to."})
    assert AskLetter.objects.get().unthanked_because == "They asked us to."


def test_a_way_of_thanking_that_is_none_is_refused(leila: Client) -> None:
    Thank.objects.all().delete()
    page = leila.post(f"{PAGE}thanked/", {"how": "flowers"}, follow=True).content.decode()
    assert "is no way of thanking" in page
    assert not Thank.objects.exists()
