"""The letter that invites a customer's person: what it says, in which language, and that it leaves once."""

import pytest
from pytest_django.fixtures import Settings

from goodword.doors.mail.inviting import LASTS, write_invitation, writer_for
from goodword.doors.mail.sending import send_due
from goodword.kit import clock
from goodword.programme.advocates.actions.invite_person import invite_person
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import ListedPerson
from goodword.programme.outbox.models import Letter
from goodword.programme.team.actor import Actor
from goodword.runs.settings.changing import change
from tests.mailserver import MailServer
from tests.team import let_in
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def hemi(db: None) -> ListedPerson:
    return speaking("")


def speaking(language: str) -> ListedPerson:
    """Hemi, who prefers a language."""
    cast = the_cast()
    for row in cast.rows["persons"]:
        row["language"] = language or None
    generation = publish_findings(cast.findings(), as_of=TODAY, fingerprint=f"speaking {language}")
    return ListedPerson.objects.within(generation).about("hemi").get()


def test_it_says_who_invites_to_what_and_how_to_come_in(hemi: ListedPerson, settings: Settings) -> None:
    settings.WORKSPACE_SETTINGS = {"workspace": {"name": "Northwind"}}
    settings.SITE_URL = "https://goodword.northwind.example"
    letter = write_invitation(hemi, hemi.email, inviter=let_in())
    assert letter.subject == "Your own page with Northwind"
    assert letter.text == (
        "Good day Hemi Ngata,\n\n"
        "Leila Haddad invites you to a page of your own with Northwind. It shows the good words of yours that we keep, "
        "and what we know of you. Nobody outside sees it, and nothing of it is published without your yes.\n\n"
        "Open this page, write hemi@teawa.example, and a code is sent to you:\n\n"
        "https://goodword.northwind.example/sign-in/code/\n\n"
        "The link opens nothing by itself, and lasts. If you want no such page, do nothing. "
        "Answers to this letter reach Leila Haddad.\n"
    )


def test_from_the_console_nobody_is_named_and_made_up_data_says_so(hemi: ListedPerson, settings: Settings) -> None:
    settings.WORKSPACE_SETTINGS = {"workspace": {"synthetic": True}}
    letter = write_invitation(hemi, hemi.email, inviter=None)
    assert letter.text.startswith("Sample company: synthetic data. Nobody here exists.\n\nGood day Hemi Ngata,")
    assert "You are invited to a page of your own." in letter.text
    assert "reach" not in letter.text
    assert (letter.subject, letter.reply_to) == ("Your own page", "")


@pytest.mark.parametrize(
    ("language", "spoken"),
    [("de", "de"), ("de-AT", "de"), ("DE_ch", "de"), ("en", "en-gb"), ("fr", "en-gb"), ("", "en-gb")],
)
def test_it_speaks_the_language_of_whom_it_is_for_where_we_do(language: str, spoken: str) -> None:
    letter = write_invitation(speaking(language), "hemi@teawa.example", inviter=None)
    assert letter.language == spoken
    assert letter.text.startswith("Guten Tag Hemi Ngata,\n" if spoken == "de" else "Good day Hemi Ngata,\n")


def test_where_we_do_not_it_speaks_that_of_the_workspace() -> None:
    french = speaking("fr")
    change({}, "workspace.language", "de", by=Actor.console())
    assert write_invitation(french, french.email, inviter=None).language == "de"


def test_a_name_with_markup_or_line_breaks_stays_a_name(hemi: ListedPerson) -> None:
    hemi.name = "Hemi\r\nBcc: x@y.example <b>"
    assert "Good day Hemi Bcc: x@y.example <b>,\n" in write_invitation(hemi, hemi.email, inviter=None).text


def test_it_reaches_them_once_and_answers_reach_whoever_invited(hemi: ListedPerson, mail_server: MailServer) -> None:
    leila = let_in()
    invite_person(hemi, by=Actor.console(), write=writer_for(hemi, leila))
    assert (send_due(), send_due()) == (1, 0)
    [message] = mail_server.messages
    assert (message["To"], message["Reply-To"]) == ("hemi@teawa.example", "leila@northwind.example")
    assert message["Content-Language"] == "en-gb"


def test_it_waits_three_days_for_a_mail_server_and_then_is_not_sent(
    hemi: ListedPerson, mail_server: MailServer
) -> None:
    invite_person(hemi, by=Actor.console(), write=writer_for(hemi, None))
    letter = Letter.objects.get()
    assert abs(letter.expires_at - letter.queued_at - LASTS).total_seconds() < 60
    Letter.objects.update(queued_at=clock.now() - LASTS, not_before=clock.now() - LASTS, expires_at=clock.now())
    assert send_due() == 0
    assert mail_server.messages == []
