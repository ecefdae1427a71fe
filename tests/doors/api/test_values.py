"""Where records differ, for programs: read, put right and taken back by the rules of the pages."""

import pytest

from goodword.programme.people.models import Correction
from tests.doors.api.conftest import Program

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("published")]

RIGHT = {"field": "title", "value": "Head of Finance", "reason": "her signature"}


def test_a_value_is_put_right_once_shown_and_taken_back(program: Program) -> None:
    first = program.post("/people/hemi/corrections", RIGHT)
    assert first.status_code == 200, first.text
    again = program.post("/people/hemi/corrections", RIGHT)
    assert again.json()["correction_id"] == first.json()["correction_id"]
    (shown,) = program.get("/people/hemi/values").json()["corrections"]
    assert (shown["value"], shown["reason"], shown["withdrawn"]) == ("Head of Finance", "her signature", False)
    back = f"/people/hemi/corrections/{shown['correction_id']}/withdraw"
    assert program.post(back.replace("hemi", "selin"), {}).status_code == 404
    assert program.post(back, {}).json()["withdrawn"] is True
    assert program.post(back, {}).json()["withdrawn"] is True
    assert program.get("/people/hemi/values").json()["corrections"] == []


@pytest.mark.parametrize("wrong", [{"field": "shoe_size"}, {"value": ""}, {"reason": " "}, {"field": "left_on"}])
def test_what_cannot_be_put_right_is_refused_and_changes_nothing(program: Program, wrong: dict[str, str]) -> None:
    assert program.post("/people/hemi/corrections", RIGHT | wrong).status_code == 422
    assert not Correction.objects.exists()
