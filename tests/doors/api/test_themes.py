"""Themes for programs: who speaks of what, and how colleagues have that shown, by the rules of the pages."""

import pytest

from goodword.programme.team.roles import Role
from goodword.programme.themes.models import ThemeChange
from tests.doors.api.conftest import NewProgram, Program, problem_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("published")]

CLOSE = {"theme": "month-end close", "deed": "rename", "to": "Closing the books"}


def names(program: Program) -> list[str]:
    return [one["name"] for one in program.get("/themes").json()["items"]]


def test_themes_are_told_with_their_shares_and_newest_words_page_by_page(program: Program) -> None:
    whole = program.get("/themes").json()
    assert (whole["count"], len(whole["items"]), whole["next_cursor"]) == (4, 4, None)
    close = next(one for one in whole["items"] if one["theme"] == "month-end close")
    assert (close["people"], close["accounts"], close["good_words"], close["person_id"]) == (2, 2, 2, "hemi")
    assert close["newest"]["quote"].startswith("We closed the books four days earlier")
    assert close["share"]["low"] < close["share"]["point"] == close["people"] / whole["people"] < close["share"]["high"]
    first = program.get("/themes", limit=3).json()
    second = program.get("/themes", limit=3, cursor=first["next_cursor"]).json()
    assert first["items"] + second["items"] == whole["items"]


def test_who_speaks_of_a_theme_is_told_with_their_words(program: Program) -> None:
    found = program.get("/themes/speakers", theme="Month-End Close").json()
    assert (found["theme"], found["count"]) == ("month-end close", 2)
    assert [one["person_id"] for one in found["items"]] == ["hemi", "rhiannon"]
    assert found["items"][1]["remarks"][0]["themes"] == ["month-end close", "speed"]
    assert program.get("/themes/speakers", theme="month-end close", side="wishes").json()["items"] == []
    assert program.get("/themes/speakers", theme="skiing").status_code == 404


def test_a_theme_is_renamed_everywhere_at_once_and_named_as_before_when_that_is_taken_back(program: Program) -> None:
    made = program.post("/themes/changes", CLOSE).json()
    assert program.post("/themes/changes", CLOSE).json() == made
    assert "Closing the books" in names(program)
    (remark,) = program.get("/people/rhiannon/remarks").json()
    assert remark["themes"] == ["Closing the books", "speed"]
    (theme,) = [one for one in program.get("/accounts/teawa").json()["themes"] if one["theme"] != "speed"]
    assert theme["theme"] == "Closing the books"
    assert [one["change_id"] for one in program.get("/themes/changes").json()["items"]] == [made["change_id"]]
    back = f"/themes/changes/{made['change_id']}/withdraw"
    assert program.post(back, {}).json()["withdrawn"] is True
    assert program.post(back, {}).json()["withdrawn"] is True
    assert "month-end close" in names(program)
    assert program.get("/themes/changes").json()["items"] == []


def test_merged_themes_are_one_and_hidden_ones_none(program: Program) -> None:
    program.post("/themes/changes", {"theme": "speed", "deed": "merge", "to": "month-end close"})
    assert "speed" not in names(program)
    assert program.get("/themes/speakers", theme="speed").json()["theme"] == "month-end close"
    program.post("/themes/changes", {"theme": "month-end close", "deed": "hide"})
    assert "month-end close" not in names(program)
    assert program.get("/themes/speakers", theme="month-end close").status_code == 404


def test_a_cursor_of_another_shape_leads_nowhere(program: Program) -> None:
    cursor = program.get("/themes", limit=1).json()["next_cursor"]
    program.post("/themes/changes", CLOSE)
    answer = program.get("/themes", limit=1, cursor=cursor)
    problem_in(answer, 422, "bad-cursor")
    assert "rows" not in answer.json()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"theme": "skiing"}, "no-such-theme"),
        ({"to": " "}, "theme-needs-a-name"),
        ({"to": "Speed"}, "theme-name-taken"),
        ({"deed": "merge", "to": "Month-end close"}, "same-theme"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(program: Program, wrong: dict[str, str], code: str) -> None:
    problem_in(program.post("/themes/changes", CLOSE | wrong), 422, code)
    assert not ThemeChange.objects.exists()


def test_only_who_changes_settings_shapes_themes(as_role: NewProgram) -> None:
    csm = as_role(Role.CSM)
    assert csm.get("/themes").status_code == 200
    assert csm.post("/themes/changes", CLOSE).status_code == 403
    assert as_role(Role.ANALYST).get("/themes").status_code == 403
