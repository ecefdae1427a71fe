"""Programs read what each kind of act takes and needs."""

from dataclasses import replace

import pytest

from goodword.programme.permissions.actions.add_kind import add_kind
from goodword.programme.permissions.actions.change_kind import change_kind
from goodword.programme.permissions.facts import policies_of_kinds
from goodword.programme.permissions.kinds import SHIPPED, Policy
from tests.doors.api.conftest import Program
from tests.permissions import CONSOLE

pytestmark = pytest.mark.django_db


def test_kinds_are_told_as_they_are_now_in_the_order_of_lists(program: Program) -> None:
    change_kind(replace(policies_of_kinds()["talk"], load=6, asked_by=("manager",)), by=CONSOLE)
    add_kind(Policy("podcast", label="Podcast guest"), by=CONSOLE)
    told = program.get("/kinds").json()["items"]
    assert [one["code"] for one in told] == [*(kind.code for kind in SHIPPED), "podcast"]
    found = {one["code"]: one for one in told}
    assert (found["talk"]["name"], found["talk"]["load"], found["talk"]["asked_by"]) == ("Talk", 6, ["manager"])
    assert (found["podcast"]["name"], found["podcast"]["by_choice"]) == ("Podcast guest", True)
    assert (found["review"]["public_review"], found["review"]["by_choice"]) == (True, False)


def test_a_word_about_one_that_was_added_is_recorded_and_one_about_none_is_refused(
    program: Program, published: object
) -> None:
    add_kind(Policy("podcast", label="Podcast guest"), by=CONSOLE)
    word = {"state": "denied", "given_on": "2026-11-01", "act_kind": "podcast"}
    assert program.post("/people/hemi/grants", word).status_code in {200, 201}
    assert program.post("/people/hemi/grants", word | {"act_kind": "parade"}).status_code == 422
    assert program.get("/people/hemi/may", verb="ask", act_kind="podcast").json()["may"] is False
