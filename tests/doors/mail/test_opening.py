"""A letter that asks waits for working hours where its reader lives; whoever waits for a letter gets it at any hour."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytest_django.fixtures import Settings

from goodword.doors.mail.asking import draft_ask, send_draft
from goodword.doors.mail.opening import may_arrive
from goodword.doors.mail.sending import send_due
from goodword.kit import clock
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import ListedPerson
from goodword.programme.asks.actions.thank_person import thank_person
from goodword.programme.outbox.actions.queue_letter import Draft, queue_letter
from goodword.programme.outbox.models import Waiting
from goodword.programme.people.models import Account, Person
from goodword.runs.workspace import create_workspace
from tests.mailserver import MailServer
from tests.permissions import CONSOLE
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db

# A Friday evening in Europe, where it is Saturday in New Zealand.
EVENING = datetime(2026, 11, 20, 19, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def surroundings(
    db: None, mail_server: MailServer, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    settings.WORKSPACE_SETTINGS = {"run": {"timezone": "Europe/Berlin"}}
    settings.SITE_URL = "https://goodword.northwind.example"
    settings.DEFAULT_FROM_EMAIL = "goodword@northwind.example"
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
    at(monkeypatch, EVENING)


def at(monkeypatch: pytest.MonkeyPatch, instant: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: instant)


def lives_in(country: str) -> None:
    Account.objects.filter(account_id="teawa").update(country=country)


def ask_hemi() -> None:
    hemi = ListedPerson.objects.about("hemi").latest("generation_id")
    draft = draft_ask(hemi, "quote", None)
    thank_person("hemi", "call", day=TODAY, by=CONSOLE)
    send_draft(hemi, "quote", draft.wording, draft, token="one form", by=CONSOLE)


@pytest.mark.parametrize(
    ("country", "first"),
    [
        ("", datetime(2026, 11, 23, 8, tzinfo=ZoneInfo("Europe/Berlin"))),
        ("DE", datetime(2026, 11, 23, 8, tzinfo=ZoneInfo("Europe/Berlin"))),
        ("Portugal", datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Lisbon"))),  # eight on the Azores is nine there
        ("JP", datetime(2026, 11, 23, 8, tzinfo=ZoneInfo("Asia/Tokyo"))),
        ("nowhere", datetime(2026, 11, 23, 8, tzinfo=ZoneInfo("Europe/Berlin"))),
    ],
)
def test_it_waits_for_the_first_hour_of_work_where_they_live(country: str, first: datetime) -> None:
    lives_in(country)
    assert may_arrive("hemi", EVENING) == first


def test_their_own_time_zone_comes_before_those_of_their_country_also_when_clocks_change() -> None:
    lives_in("US")
    Person.objects.filter(person_id="hemi").update(timezone="Pacific/Chatham")
    assert may_arrive("hemi", EVENING) == datetime(2026, 11, 23, 8, tzinfo=ZoneInfo("Pacific/Chatham"))
    before_spring = datetime(2026, 9, 25, 12, tzinfo=UTC)  # clocks go forward there on Sunday
    assert may_arrive("hemi", before_spring) == datetime(2026, 9, 27, 18, 15, tzinfo=UTC)
    Person.objects.filter(person_id="hemi").update(timezone="somewhere warm")
    lives_in("JP")
    assert may_arrive("hemi", EVENING) == datetime(2026, 11, 23, 8, tzinfo=ZoneInfo("Asia/Tokyo"))


def test_a_letter_that_asks_waits_over_the_weekend_and_leaves_on_monday(
    mail_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_hemi()
    assert (send_due(), len(mail_server.kept)) == (0, 0)
    monday = datetime(2026, 11, 23, 7, tzinfo=UTC)
    assert Waiting.objects.get().due_at == monday
    at(monkeypatch, monday)
    assert (send_due(), len(mail_server.kept)) == (1, 1)


def test_the_hours_are_those_of_the_settings(settings: Settings) -> None:
    lives_in("DE")
    settings.WORKSPACE_SETTINGS = {"letters": {"from": "09:30", "weekends": True}}
    assert may_arrive("hemi", EVENING) == datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
    settings.WORKSPACE_SETTINGS = {"letters": {"until": "00:00"}}
    assert may_arrive("hemi", EVENING) == EVENING


def test_a_letter_that_somebody_waits_for_leaves_at_any_hour(mail_server: MailServer) -> None:
    draft = Draft(
        purpose="account", dedupe_key="k", to="leila@northwind.example", sender="goodword@northwind.example",
        subject="Your password", text="It was changed.",
    )  # fmt: skip
    queue_letter(draft, by=CONSOLE)
    assert (send_due(), len(mail_server.kept)) == (1, 1)
