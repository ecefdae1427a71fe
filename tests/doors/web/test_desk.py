"""A colleague's own desk: what they are told, and how they like things."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import Server
from goodword.kit.errors import GoodwordError
from goodword.programme.desk.actions.notify_user import notify_job_ended, notify_role_changed, notify_rows_rejected
from goodword.programme.desk.models import Notification, Preference, Reading
from goodword.programme.team.models import User
from goodword.programme.team.models.audit import AuditEntry
from goodword.programme.team.roles import Role
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db

CHOSEN = {
    "name": "  Leila   Haddad ",
    "language": "de",
    "timezone": "Europe/Berlin",
    "theme": "dark",
    "digest": "daily",
    "digest_hour": "6",
}


@pytest.fixture
def leila() -> User:
    return let_in()


@pytest.fixture
def femi() -> User:
    return let_in("femi@northwind.example", Role.CSM, name="Femi")


def test_one_is_told_what_became_of_one_s_jobs(leila: User) -> None:
    notify_job_ended(leila, "Load crm.csv", key="1", url="/people/")
    notify_job_ended(leila, "Run", key="2", failure=GoodwordError("full", "The disk is full."))
    notify_rows_rejected([leila], "2026-11-21-3", 12)
    notify_role_changed(leila, Role.MANAGER, assignment_id=4)
    page = window_of(leila).get("/notifications/").text
    for sentence in (
        "Load crm.csv: done.",
        "Run: failed. The disk is full.",
        "Import 2026-11-21-3: 12 rows were rejected.",
        "Your role is now: Advocacy manager.",
        "4 are new.",
    ):
        assert sentence in page


def test_the_same_news_is_told_once(leila: User) -> None:
    for _ in range(2):
        notify_job_ended(leila, "Run", key="2")
    assert Notification.objects.count() == 1


def test_an_import_without_rejected_rows_is_no_news(leila: User) -> None:
    notify_rows_rejected([leila], "2026-11-21-3", 0)
    assert not Notification.objects.exists()


@pytest.mark.parametrize("url", ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example"])
def test_no_news_leads_to_another_site(leila: User, url: str) -> None:
    with pytest.raises(GoodwordError):
        notify_job_ended(leila, "Run", key="2", url=url)
    assert not Notification.objects.exists()


def test_reading_takes_a_press_is_dated_and_leads_on(leila: User) -> None:
    notify_job_ended(leila, "Load crm.csv", key="1", url="/people/")
    one, window = Notification.objects.get(), window_of(leila)
    url = reverse("notification-read", args=[one.pk])
    assert window.get(url).status_code == 405
    assert not Reading.objects.exists()
    assert window.post(url)["Location"] == "/people/"
    first = Reading.objects.get().at
    window.post(url)
    assert Reading.objects.get().at == first
    assert "You have read everything." in window.get("/notifications/").text


def test_all_at_once(leila: User, femi: User) -> None:
    for number in range(3):
        notify_job_ended(leila, "Run", key=str(number))
    notify_job_ended(femi, "Run", key="0")
    window_of(leila).post("/notifications/read/")
    assert Notification.objects.to(leila).unread().count() == 0
    assert Notification.objects.to(femi).unread().count() == 1


def test_another_s_news_is_like_none(leila: User, femi: User) -> None:
    notify_job_ended(femi, "A secret load", key="1")
    window, theirs = window_of(leila), Notification.objects.get()
    foreign = window.post(reverse("notification-read", args=[theirs.pk]))
    missing = window.post(reverse("notification-read", args=[theirs.pk + 1]))
    assert (foreign.status_code, foreign.content) == (404, missing.content)
    assert "A secret load" not in window.get("/notifications/").text
    assert not Reading.objects.exists()


def test_the_bell_counts_what_is_new(leila: User) -> None:
    window = window_of(leila)
    for number in range(7):
        notify_job_ended(leila, "Run", key=str(number))
    assert '7<span class="sr"> unread' in window.get("/me/").text


def test_choices_are_kept_and_the_trail_says_so_without_the_name(leila: User) -> None:
    User.objects.update(name="L.")
    window = window_of(leila)
    before = AuditEntry.objects.count()
    assert window.post("/me/", CHOSEN)["Location"] == "/me/"
    leila.refresh_from_db()
    kept = Preference.of(leila)
    assert (leila.name, leila.timezone) == ("Leila Haddad", "Europe/Berlin")
    assert (kept.language, kept.theme, kept.single_keys) == ("de", "dark", False)
    assert (kept.digest, kept.digest_hour) == ("daily", 6)
    entry = AuditEntry.objects.order_by("-number")[0]
    assert (entry.verb, entry.noun, entry.object_id) == ("change", "preferences", str(leila.pk))
    assert "Leila" not in entry.before + entry.after
    window.post("/me/", CHOSEN)
    assert AuditEntry.objects.count() == before + 1


def test_pages_follow_the_choices(leila: User) -> None:
    window = window_of(leila)
    assert 'lang="en-gb"' in window.get("/me/").text
    window.post("/me/", CHOSEN)
    page = window.get("/me/")
    assert page.headers["Content-Language"] == "de"
    for sign in ('lang="de"', 'data-theme="dark"', 'data-keys="off"'):
        assert sign in page.text
    window.cookies.clear()  # another browser
    window.force_login(leila)
    assert 'data-theme="dark"' in window.get("/me/").text


@pytest.mark.parametrize(
    ("field", "value"),
    [("timezone", "Mars/Olympus"), ("language", "tlh"), ("digest", "hourly"), ("digest_hour", "24"), ("theme", "pink")],
)
def test_what_does_not_exist_cannot_be_chosen_and_the_field_says_so(leila: User, field: str, value: str) -> None:
    answer = window_of(leila).post("/me/", CHOSEN | {field: value})
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.text
    assert "Nothing was kept." in answer.text
    assert not Preference.objects.exists()


def test_one_changes_one_s_own_only(leila: User, femi: User) -> None:
    window_of(leila).post("/me/", CHOSEN | {"user": femi.pk, "email": "femi@northwind.example"})
    assert [kept.user for kept in Preference.objects.all()] == [leila]
    leila.refresh_from_db()
    assert leila.email == "leila@northwind.example"


def test_where_no_mail_leaves_the_page_says_so(leila: User, settings: Settings) -> None:
    settings.SMTP_SERVER = None
    assert "No e-mail leaves at present." in window_of(leila).get("/me/").text
    settings.SMTP_SERVER = Server("mail.northwind.example", 587, "starttls")
    assert "No e-mail leaves at present." not in window_of(leila).get("/me/").text


def test_whose_role_sees_no_moments_is_told_so() -> None:
    seller = let_in("sam@northwind.example", Role.SALES)
    assert "Your role sees no moments." in window_of(seller).get("/me/").text


@pytest.mark.parametrize("path", ["/me/", "/notifications/", "/notifications/read/"])
def test_strangers_sign_in_first(path: str) -> None:
    assert Client().get(path)["Location"].startswith("/sign-in/")
