"""Three moments today: to whom, when, what stands in it, and how it ends."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.mail.digest import next_digest, queue_digest, queue_digests, write_digest
from goodword.programme.advocates.actions.answer_moment import answer_moment
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation, Moment
from goodword.programme.desk.actions.change_preferences import Choices, change_preferences
from goodword.programme.desk.models import DigestDay, Preference
from goodword.programme.outbox.actions.queue_letter import Draft
from goodword.programme.outbox.models import Letter
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.roles import Role
from tests.team import let_in
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db

SEVEN = datetime(2026, 11, 20, 7, tzinfo=UTC)
SITE = "https://goodword.northwind.example"


@pytest.fixture(autouse=True)
def published(db: None, settings: Settings) -> Generation:
    settings.SITE_URL = SITE
    return publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def wants(user: User, digest: str = "daily", hour: int = 7, zone: str = "UTC", language: str = "") -> User:
    chosen = Choices(
        name=user.name,
        timezone=zone,
        language=language,
        theme="",
        single_keys=True,
        digest=digest,
        digest_hour=hour,
    )
    change_preferences(user, chosen, by=Actor.console())
    return user


def leila(role: Role = Role.ADMINISTRATOR, **more: str) -> User:
    return let_in(role=role, **more)  # type: ignore[arg-type]  # let_in's own arguments


def test_nobody_gets_one_who_did_not_ask() -> None:
    leila()
    assert queue_digests(SEVEN) == 0


def test_it_comes_at_the_hour_once_and_says_who_what_and_why() -> None:
    wants(leila())
    assert queue_digests(SEVEN - timedelta(seconds=1)) == 0
    assert queue_digests(SEVEN) == 1
    assert [queue_digests(SEVEN + timedelta(minutes=minute)) for minute in range(0, 360, 30)] == [0] * 12
    letter = Letter.objects.get()
    assert (letter.purpose, letter.to) == ("digest", "leila@northwind.example")
    assert letter.subject.startswith("3 moments today: ")
    assert letter.expires_at == SEVEN + timedelta(hours=6)
    told = Moment.objects.filter(resting=False).order_by("rank")[:3]
    for moment in told:
        assert moment.words is None or moment.words["quote"] in letter.text
        assert f"{SITE}/people/{moment.person_id}/" in letter.text
    assert letter.text.count("Why now: ") == 3


def test_words_are_quoted_exactly_in_text_and_in_markup() -> None:
    draft = _digest_of("<q>5 < 6 & “so”</q>\n  it  is")
    assert "“<q>5 < 6 & “so”</q>\n  it  is”" in draft.text
    assert "&lt;q&gt;5 &lt; 6 &amp; “so”&lt;/q&gt;\n  it  is" in draft.html
    assert "<q>" not in draft.html


def test_tags_of_a_mail_are_not_quoted() -> None:
    draft = _digest_of("We <b>love</b> it<br/>&amp; so do they.")
    assert "“We love it & so do they.”" in draft.text
    assert "We love it &amp; so do they." in draft.html


def _digest_of(quote: str) -> Draft:
    user = leila()
    Moment.objects.filter(rank=0).update(words={"table": "interactions", "quote": quote, "language": "en"})
    content = next_digest(user, now=SEVEN)
    assert content is not None
    return write_digest(content)


def test_a_csm_is_told_of_their_own_accounts_only() -> None:
    user = wants(leila(Role.CSM, reach="own"))
    queue_digests(SEVEN)
    letter = Letter.objects.get()
    assert "Rhiannon Pugh" in letter.text
    assert "Selin" not in letter.text + letter.subject + letter.html
    assert DigestDay.objects.get(user=user).moments


@pytest.mark.parametrize("role", [Role.SALES, Role.ANALYST])
def test_who_sees_no_moments_gets_none(role: Role) -> None:
    wants(leila(role))
    assert queue_digests(SEVEN) == 0
    assert not Letter.objects.exists()


def test_who_left_gets_none() -> None:
    user = wants(leila())
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert queue_digests(SEVEN) == 0


def test_each_moment_is_told_once_and_a_day_without_new_ones_brings_nothing() -> None:
    wants(leila())
    days = [queue_digests(SEVEN + timedelta(days=day)) for day in range(5)]
    assert days == [1, 1, 0, 0, 0]
    told = [moment for settled in DigestDay.objects.all() for moment in settled.moments]
    assert len(told) == len(set(told)) == Moment.objects.filter(resting=False).count()


def test_what_was_answered_is_not_told() -> None:
    user = wants(leila())
    first = Moment.objects.get(rank=0)
    answer_moment(first, "thank", by=Actor.console())
    queue_digests(SEVEN)
    assert first.moment_id not in DigestDay.objects.get(user=user).moments


def test_a_change_of_the_hour_brings_no_second_one_that_day() -> None:
    user = wants(leila())
    queue_digests(SEVEN)
    wants(user, hour=9)
    assert queue_digests(SEVEN + timedelta(hours=2)) == 0
    assert queue_digests(SEVEN + timedelta(hours=26)) == 1


def test_a_weekly_one_comes_on_monday() -> None:
    wants(leila(), "weekly")
    sent = [day for day in range(14) if queue_digests(SEVEN + timedelta(days=day))]
    assert [(SEVEN + timedelta(days=day)).strftime("%A") for day in sent] == ["Monday", "Monday"]


def test_a_worker_that_slept_sends_no_stale_one() -> None:
    wants(leila())
    assert queue_digests(SEVEN + timedelta(hours=6)) == 0
    assert queue_digests(SEVEN + timedelta(hours=5, minutes=59)) == 1


def test_the_console_can_send_today_s_once() -> None:
    user = leila()
    assert [queue_digest(user, now=SEVEN), queue_digest(user, now=SEVEN)] == [True, False]


def stop_link() -> str:
    letter = Letter.objects.get()
    found = re.search(rf"{SITE}(/stop-digest/\S+)", letter.text)
    assert found
    assert letter.unsubscribe_url == SITE + found[1]
    return found[1]


def test_a_mail_program_ends_it_with_one_post_without_cookies() -> None:
    user = wants(leila())
    queue_digests(SEVEN)
    program = Client(enforce_csrf_checks=True)
    answer = program.post(stop_link(), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert Preference.of(user).digest == "off"
    assert queue_digests(SEVEN + timedelta(days=1)) == 0
    assert program.post(stop_link(), {"List-Unsubscribe": "One-Click"}).status_code == 200


def test_following_the_link_changes_nothing_until_the_press() -> None:
    user = wants(leila())
    queue_digests(SEVEN)
    reader = Client(enforce_csrf_checks=True)
    page = reader.get(stop_link())
    assert "Stop the digest?" in page.text
    assert Preference.of(user).digest == "daily"
    assert "You get no digest" in reader.post(stop_link()).text
    assert Preference.of(user).digest == "off"


@pytest.mark.parametrize("change", ["forged", "other"])
def test_nobody_ends_another_s(change: str) -> None:
    user = wants(leila())
    queue_digests(SEVEN)
    link = stop_link()
    broken = link[:-2] + "x/" if change == "forged" else link.replace(f"/{user.pk}:", f"/{user.pk + 1}:")
    assert Client().post(broken).status_code == 404
    assert Preference.of(user).digest == "daily"


def test_it_speaks_its_reader_s_language_about_numbers_and_days() -> None:
    content = next_digest(wants(leila(), language="de"), now=SEVEN)
    assert content is not None
    assert write_digest(content).language == "de"
    assert '<html lang="de">' in write_digest(content).html
