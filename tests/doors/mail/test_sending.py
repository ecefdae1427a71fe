"""Letters meet a real mail server: what it takes, what it puts off, what it refuses, and what nobody can know."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django.fixtures import Settings

from goodword.doors.mail.sending import refuse_sending, send_due
from goodword.doors.mail.server import Server
from goodword.kit import clock
from goodword.programme.outbox.actions.queue_letter import queue_letter
from goodword.programme.outbox.actions.send_again import send_again
from goodword.programme.outbox.models import Attempt, Letter, Outcome, Waiting
from goodword.programme.outbox.standing import counts, standing_of
from goodword.programme.team.actor import Actor
from tests.letters import a_draft, queued
from tests.mailserver import MailServer

pytestmark = pytest.mark.django_db


def stands(letter: Letter) -> tuple[str, str]:
    return standing_of(Letter.objects.get(pk=letter.pk), now=clock.now())


def test_what_is_due_is_sent_once_and_arrives_whole(mail_server: MailServer) -> None:
    words = ".A line that begins with a dot\n" + "Élan und Straße, “exactly so”. " * 20 + "\n..\n"
    letter = queued(text=words, html="<p>Élan</p>", subject="Grüße aus dem Süden", language="de")
    assert (send_due(), send_due()) == (1, 0)
    [message] = mail_server.messages
    plain, marked = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert marked is not None
    assert plain.get_content().replace("\r\n", "\n") == words
    assert marked.get_content().strip() == "<p>Élan</p>"
    assert (message["Subject"], message["To"]) == ("Grüße aus dem Süden", "hemi@teawa.example")
    assert message["From"] == "Goodword <goodword@northwind.example>"
    assert message["Message-ID"] == letter.message_id
    assert message["Content-Language"] == "de"
    assert message["Auto-Submitted"] == "auto-generated"
    assert stands(letter) == ("sent", "250 2.0.0 kept")


def test_the_most_urgent_goes_first(mail_server: MailServer) -> None:
    for purpose in ("digest", "notification", "sign_in_code"):
        queued(f"{purpose.replace('_', '-')}@teawa.example", purpose=purpose)
    assert send_due(limit=2) == 2
    assert mail_server.recipients == ["sign-in-code@teawa.example", "notification@teawa.example"]


def test_a_long_way_to_stop_it_still_is_one_address(mail_server: MailServer) -> None:
    url = f"https://goodword.{'customer-advocacy.' * 4}northwind.example/a/{'b' * 32}/"
    queued(unsubscribe_url=url)
    send_due()
    assert f"\nList-Unsubscribe: <{url}>\r\n" in mail_server.kept[0]["raw"]


def test_the_way_to_stop_it_stands_in_the_headers(mail_server: MailServer) -> None:
    queued(unsubscribe_url="https://goodword.northwind.example/unsubscribe/abc/")
    send_due()
    [message] = mail_server.messages
    assert message["List-Unsubscribe"] == "<https://goodword.northwind.example/unsubscribe/abc/>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize("place", ["rcpt", "data", "end"])
def test_a_passing_trouble_is_tried_again_and_later_and_later(mail_server: MailServer, place: str) -> None:
    letter = queued(f"later-{place}@teawa.example")
    send_due()
    standing, answer = stands(letter)
    assert (standing, answer) == ("waiting", "451 4.3.0 come back later")
    assert send_due() == 0
    first = Waiting.objects.get().due_at
    Waiting.objects.update(due_at=clock.now())
    assert send_due() == 1
    assert Waiting.objects.get().due_at > first + timedelta(seconds=30)
    assert mail_server.kept == []


@pytest.mark.parametrize("place", ["rcpt", "data", "end"])
def test_a_refusal_stands_with_its_reason_until_a_person_tries_again(mail_server: MailServer, place: str) -> None:
    letter = queued(f"never-{place}@teawa.example")
    send_due()
    assert stands(letter) == ("refused", "554 5.7.1 never")
    assert send_due() == 0
    send_again(Attempt.objects.get(), by=Actor.console())
    assert (send_due(), counts(clock.now())["refused"]) == (1, 1)


@pytest.mark.parametrize("place", ["close-rcpt", "later-mail"])
def test_a_line_that_breaks_before_the_words_is_no_doubt(mail_server: MailServer, place: str) -> None:
    sender = "later-mail@northwind.example" if place == "later-mail" else "goodword@northwind.example"
    letter = queued(f"{place}@teawa.example", sender=sender)
    send_due()
    assert stands(letter)[0] == "waiting"
    assert mail_server.kept == []


@pytest.mark.parametrize("place", ["close-data", "close-end", "drop-before", "nonsense"])
def test_what_nobody_can_know_is_held_and_never_sent_again_by_itself(mail_server: MailServer, place: str) -> None:
    letter = queued(f"{place}@teawa.example")
    send_due()
    assert stands(letter)[0] == "held"
    assert [attempt.letter for attempt in Attempt.objects.held(clock.now())] == [letter]
    assert [send_due() for _ in range(3)] == [0, 0, 0]
    assert len(mail_server.kept) <= 1


def test_one_that_fails_does_not_keep_the_others(mail_server: MailServer) -> None:
    for name in ("never-rcpt", "close-rcpt", "later-data", "close-end", "ana", "drop-before", "ben"):
        queued(f"{name}@teawa.example")
    send_due()
    assert mail_server.recipients == ["close-end@teawa.example", "ana@teawa.example", "ben@teawa.example"]
    assert counts(clock.now()) == {"waiting": 2, "held": 2, "sending": 0, "sent": 2, "refused": 1, "dropped": 0}


def test_a_server_that_is_away_leaves_letters_waiting(settings: Settings) -> None:
    settings.SMTP_SERVER = Server("127.0.0.1", 1, "plain")
    letter = queued()
    assert send_due() == 1
    assert stands(letter)[0] == "waiting"
    assert "ConnectionRefusedError" in stands(letter)[1]


def test_where_encryption_is_asked_for_nothing_travels_without_it(mail_server: MailServer, settings: Settings) -> None:
    settings.SMTP_SERVER = Server("127.0.0.1", mail_server.port, "starttls")
    letter = queued()
    send_due()
    assert stands(letter)[0] == "waiting"
    assert "STARTTLS" in stands(letter)[1]
    assert mail_server.kept == []


def test_a_code_that_is_late_is_dropped_and_its_words_are_wiped(mail_server: MailServer) -> None:
    then = clock.now() - timedelta(minutes=11)
    letter = queued(purpose="sign_in_code", text="Your code is 123 456", now=then)
    assert send_due() == 0
    assert stands(letter) == ("dropped", "expired")
    assert Letter.objects.get().text == ""
    assert mail_server.kept == []


def test_a_code_that_cannot_leave_in_time_is_dropped_and_not_put_off(settings: Settings) -> None:
    settings.SMTP_SERVER = Server("127.0.0.1", 1, "plain")
    letter = queued(purpose="sign_in_code", now=clock.now() - timedelta(minutes=9, seconds=50))
    send_due()
    assert stands(letter)[0] == "dropped"


def test_words_that_let_somebody_in_are_wiped_once_sent(mail_server: MailServer) -> None:
    queued(purpose="sign_in_code", text="Your code is 123 456")
    queued("ana@teawa.example", text="A thank-you")
    send_due()
    assert sorted(Letter.objects.values_list("text", flat=True)) == ["", "A thank-you"]


def test_somebody_who_wants_nothing_gets_nothing(mail_server: MailServer) -> None:
    letter = queued()
    assert send_due(suppressed=lambda address: f"{address} opted out") == 0
    assert stands(letter) == ("dropped", "suppressed: hemi@teawa.example opted out")


def test_what_may_not_go_yet_waits(mail_server: MailServer) -> None:
    queued(not_before=clock.now() + timedelta(hours=1))
    assert send_due() == 0
    assert counts(clock.now())["waiting"] == 1


def test_without_a_mail_server_letters_stay_and_it_is_said(settings: Settings) -> None:
    settings.SMTP_SERVER = None
    letter = queued()
    refusal = refuse_sending()
    assert refusal is not None
    assert "GOODWORD_SMTP_URL" in refusal.mend
    assert send_due() == 0
    assert stands(letter)[0] == "waiting"


def test_a_restored_copy_sends_nothing(mail_server: MailServer, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "restored.json").write_text("whatever stands in it", encoding="utf-8")
    settings.WORKSPACE = tmp_path
    queued()
    refusal = refuse_sending()
    assert refusal is not None
    assert "restored" in refusal.sentence
    assert send_due() == 0
    assert mail_server.kept == []


@pytest.mark.django_db(transaction=True)
def test_the_claim_is_on_the_disk_before_the_line_is_used(mail_server: MailServer) -> None:
    queued()
    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        send_due()
    assert mail_server.kept == []
    assert not Attempt.objects.exists()


def test_the_same_letter_twice_is_sent_once(mail_server: MailServer) -> None:
    for _ in range(2):
        queue_letter(a_draft(), by=Actor.system())
    send_due()
    queue_letter(a_draft(), by=Actor.system())
    assert send_due() == 0
    assert len(mail_server.kept) == 1


def test_a_letter_that_cannot_be_written_is_refused_and_not_tried_for_ever(mail_server: MailServer) -> None:
    letter = queued()
    Letter.objects.update(sender="Nobody <")
    send_due()
    assert stands(letter)[0] == "refused"
    assert Outcome.objects.get().result == "refused"
