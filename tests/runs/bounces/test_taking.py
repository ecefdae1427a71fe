"""Letters come back: nothing more goes there, whoever complains is asked no more, and strangers are not believed."""

import mailbox
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from goodword.doors.mail.sending import send_due
from goodword.doors.mail.server import read_server
from goodword.kit import clock
from goodword.programme.bounces.actions.take_report import About
from goodword.programme.bounces.models import Bounce
from goodword.programme.bounces.unwanted import SOFT_LIMIT, unwanted
from goodword.programme.outbox.actions.claim_letter import claim_letter
from goodword.programme.outbox.actions.record_outcome import record_outcome
from goodword.programme.outbox.models import Letter
from goodword.programme.outbox.standing import standing_of
from goodword.programme.people.models import Person, Suppression
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry
from goodword.runs.bounces.places import reports_in
from goodword.runs.bounces.taking import take_reports
from goodword.runs.workspace import Workspace, open_workspace
from tests.letters import queued
from tests.mailserver import running
from tests.reports import about, complaint, delivery_report, holiday_note

pytestmark = pytest.mark.django_db
BY = Actor.system("mail")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "goodword.toml").write_text("", encoding="utf-8")
    (tmp_path / "lake").mkdir()
    return open_workspace(tmp_path)


def sent(to: str = "hemi@teawa.example", number: int = 0) -> Letter:
    """A letter that a server took."""
    letter = queued(to, dedupe_key=f"{to} {number}")
    attempt = claim_letter("somebody", now=clock.now())
    assert attempt is not None
    record_outcome(attempt, "sent", "250 kept", now=clock.now())
    return letter


def test_an_address_that_is_no_good_gets_nothing_more(workspace: Workspace, settings: Settings, tmp_path: Path) -> None:
    hook: list[About] = []
    letter = sent("Hemi <Hemi@teawa.example>")
    taken = take_reports(workspace, [delivery_report(about(letter))] * 2, by=BY, bounced=hook.append)
    assert taken == {"hard": 1, "same": 1}
    assert [one.letter for one in hook] == [letter]
    assert Bounce.objects.get().said == "5.1.1 smtp; 550 5.1.1 user unknown"
    next_one, other = queued("hemi@TEAWA.example", dedupe_key="next"), queued("ana@teawa.example")
    code = queued("hemi@teawa.example", dedupe_key="code", purpose="sign_in_code")
    with running(tmp_path) as server:
        settings.SMTP_SERVER = read_server(server.url)
        send_due()
        assert sorted(server.recipients) == ["ana@teawa.example", "hemi@teawa.example"]
    stands = [standing_of(Letter.objects.get(pk=one.pk), now=clock.now())[0] for one in (next_one, other, code)]
    assert stands == ["dropped", "sent", "sent"]
    # An address that is no good is no word of a person: they may be asked another way.
    assert not Suppression.objects.exists()
    assert AuditEntry.objects.filter(verb="bounce").count() == 1


def test_whoever_complains_is_opted_out_and_gets_nothing_more(workspace: Workspace) -> None:
    Person.objects.create(person_id="p1", name="Hemi", email="hemi@teawa.example", emails=["Hemi@teawa.example"])
    Person.objects.create(person_id="p2", name="Ana", email="ahemi@teawa.example", emails=["ahemi@teawa.example"])
    letter = sent()
    assert take_reports(workspace, [complaint(about(letter))], by=BY) == {"complaint": 1}
    assert Person.objects.get(pk="p1").opted_out_on == clock.today()
    assert Person.objects.get(pk="p2").opted_out_on is None
    assert Suppression.objects.exists()
    assert unwanted("hemi@teawa.example") == "They reported a letter of ours as unwanted."


def test_letters_that_came_back_for_a_while_count_until_there_are_too_many(workspace: Workspace) -> None:
    letters = [sent(number=number) for number in range(SOFT_LIMIT)]
    reports = [delivery_report(about(letter), status="4.2.2", said="mailbox full") for letter in letters]
    take_reports(workspace, reports[:-1], by=BY)
    assert unwanted("hemi@teawa.example") == ""
    again = delivery_report(about(letters[0]), status="4.4.1", said="another word about the same letter")
    take_reports(workspace, [again], by=BY)
    assert unwanted("hemi@teawa.example") == ""
    assert take_reports(workspace, reports[-1:], by=BY) == {"soft": 1}
    assert unwanted("hemi@teawa.example") == f"{SOFT_LIMIT} letters came back from this address."


def test_a_report_about_a_letter_that_we_never_sent_changes_nothing(workspace: Workspace) -> None:
    waiting = queued("hemi@teawa.example", dedupe_key="waits")
    forged = [delivery_report("<made-up@northwind.example>"), complaint("<x@y.example>"), complaint(about(waiting))]
    assert take_reports(workspace, forged, by=BY) == {"not_ours": 3}
    assert take_reports(workspace, [holiday_note(about(waiting))], by=BY) == {"no_report": 1}
    assert not Bounce.objects.exists()
    assert not Suppression.objects.exists()


def test_reports_are_read_from_a_message_an_mbox_a_maildir_and_a_folder(workspace: Workspace, tmp_path: Path) -> None:
    raws = [delivery_report(about(sent(f"n{number}@teawa.example"))) for number in range(2)]
    message, folder = tmp_path / "one.eml", tmp_path / "folder"
    message.write_bytes(raws[0])
    folder.mkdir()
    box, maildir = mailbox.mbox(tmp_path / "reports.mbox"), mailbox.Maildir(tmp_path / "maildir")
    for number, raw in enumerate(raws):
        (folder / f"{number}.eml").write_bytes(raw)
        box.add(raw)
        maildir.add(raw)
    box.close()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for place, count in ((message, 1), (folder, 2), (tmp_path / "reports.mbox", 2), (tmp_path / "maildir", 2)):
        Bounce.objects.all().delete()
        assert take_reports(workspace, reports_in(place), by=BY) == {"hard": count}, place
    assert {path: path.read_bytes() for path in before} == before
