"""The settings as people see and change them."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from goodword.programme.advocates.models import Generation
from goodword.programme.team.roles import Role
from goodword.programme.tuning.models import SettingChange
from goodword.runs.settings.catalogue import SETTINGS
from goodword.runs.settings.groups import GROUPS
from goodword.runs.workspace import create_workspace
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db

REST = "holds.resting.days"
PAGE = f"/settings/{REST}/"


@pytest.fixture
def csm() -> Client:
    return window_of(let_in("sam@northwind.example", Role.CSM, name="Sam Ito", reach="own"))


def text(answer: object) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))  # type: ignore[attr-defined]  # a response


def save(reader: Client, value: str, **more: str) -> object:
    return reader.post(f"{PAGE}change/", {"value": value, "do": "save", "seen": "0", **more}, follow=True)


def test_every_setting_is_found_in_its_group_and_has_a_page(reader: Client) -> None:
    for name in GROUPS:
        page = reader.get(f"/settings/groups/{name}/").content.decode()
        for setting in SETTINGS.values():
            assert (f'href="/settings/{setting.key}/"' in page) == (setting.group == name)
    for key in list(SETTINGS)[::7]:
        assert reader.get(f"/settings/{key}/").status_code == 200


def test_a_setting_or_group_that_does_not_exist_has_no_page(reader: Client) -> None:
    assert reader.get("/settings/holds.resting.weeks/").status_code == 404
    assert reader.get("/settings/groups/nothing/").status_code == 404
    assert reader.post("/settings/holds.resting.weeks/change/", {"value": "1"}).status_code == 404


def test_a_search_finds_settings_by_what_they_mean(reader: Client) -> None:
    found = text(reader.get("/settings/?q=left in peace after an ask"))
    assert "1 setting with" in found
    assert "Resting: Rest" in found
    assert "No setting has these words" in text(reader.get("/settings/?q=zebra"))


def test_a_change_holds_is_told_with_its_reason_and_can_be_undone(reader: Client) -> None:
    page = text(save(reader, "60", reason="people are tired"))
    assert "Saved. Rest: 60 days." in page
    assert "The next run uses it." in page
    assert "Set to 60 days : people are tired" in page
    assert "60 days" in text(reader.get("/settings/"))
    undone = reader.post(f"{PAGE}undo/", {"number": "1"}, follow=True)
    assert "Undone. Rest is what it was." in text(undone)
    assert SettingChange.objects.of(REST)[0].is_reset


def test_a_reset_lets_the_default_hold_again(reader: Client) -> None:
    save(reader, "60")
    assert "Taken back" in text(reader.post(f"{PAGE}reset/", follow=True))
    assert "Not as by default 0" in text(reader.get("/settings/"))


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("much", "is not a whole number"),
        ("-1", "is below 0"),
        ("5000", "is above 1000"),
        ("", "This field is required"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_beside_the_field(reader: Client, value: str, says: str) -> None:
    page = reader.post(f"{PAGE}change/", {"value": value, "do": "save"})
    assert says in text(page)
    assert f'value="{value}"' in page.content.decode() or not value
    assert not SettingChange.objects.exists()


def test_who_looked_at_an_older_value_is_told(reader: Client) -> None:
    save(reader, "60")
    page = reader.post(f"{PAGE}change/", {"value": "30", "do": "save", "seen": "0"})
    assert page.status_code == 409
    assert "Somebody changed this setting while you looked at it." in text(page)
    assert SettingChange.objects.count() == 1


def test_where_the_file_says_otherwise_the_page_says_which_one_holds(
    reader: Client, settings: Settings, tmp_path: object
) -> None:
    workspace = create_workspace(tmp_path)  # type: ignore[arg-type]  # pytest's own path
    (workspace.path / "goodword.toml").write_text("[holds.resting]\ndays = 50\n", encoding="utf-8")
    settings.WORKSPACE = workspace.path
    assert "50 days" in text(reader.get(PAGE))
    save(reader, "60")
    page = text(reader.get(PAGE))
    assert "goodword.toml says otherwise. It says 50 days, and 60 days was set in the app." in page
    assert "Back to 50 days" in page


def test_a_file_that_makes_no_sense_is_told_instead_of_a_broken_page(
    reader: Client, settings: Settings, tmp_path: object
) -> None:
    workspace = create_workspace(tmp_path)  # type: ignore[arg-type]  # pytest's own path
    (workspace.path / "goodword.toml").write_text("[holds.resting]\nweeks = 50\n", encoding="utf-8")
    settings.WORKSPACE = workspace.path
    for path in ("/settings/", "/settings/groups/holds/", "/settings/groups/retention/", PAGE):
        assert "[holds.resting] has no “weeks”" in text(reader.get(path))
    assert "has no “weeks”" in text(save(reader, "60"))
    assert "has no “weeks”" in text(reader.post(f"{PAGE}reset/", follow=True))
    assert not SettingChange.objects.exists()


def test_those_who_only_see_settings_get_no_form_and_cannot_change_them(csm: Client) -> None:
    page = text(csm.get(PAGE))
    assert "Your role sees settings and does not change them." in page
    for path in ("change/", "reset/", "undo/"):
        assert csm.post(f"{PAGE}{path}", {"value": "60", "do": "save", "number": "1"}).status_code == 403
    assert not SettingChange.objects.exists()


def test_without_a_list_there_is_nothing_to_compare_with(reader: Client) -> None:
    page = reader.post(f"{PAGE}change/", {"value": "60", "do": "preview"})
    assert "There is no list yet to compare with." in text(page)


def test_the_environment_is_told_by_name_and_never_by_value(reader: Client, settings: Settings) -> None:
    page = text(reader.get("/settings/environment/"))
    assert "GOODWORD_SECRET_KEY" in page
    assert str(settings.SECRET_KEY) not in page


def test_what_would_be_deleted_now_is_counted(reader: Client) -> None:
    assert "Finished jobs 90 days 0" in text(reader.get("/settings/groups/retention/"))


def test_pages_ask_the_database_as_often_for_many_settings_as_for_few(
    reader: Client, published: Generation, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number, key in enumerate(("holds.resting.days", "holds.not_now.days", "holds.complaint.days"), start=61):
        reader.post(f"/settings/{key}/change/", {"value": str(number), "do": "save"})
    reader.get("/settings/")
    for path in ("/settings/", "/settings/groups/holds/", "/settings/?q=days"):
        with django_assert_max_num_queries(12):
            reader.get(path)
