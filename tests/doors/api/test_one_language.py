"""What programs are told is English, whatever language the caller asks for."""

import pytest
from django.test import Client

from goodword.programme.advocates.models import Generation
from tests.doors.api.conftest import ROOT, Program

pytestmark = pytest.mark.django_db


def test_why_now_and_holds_are_the_same_for_every_caller(program: Program, published: Generation) -> None:
    german = Client(headers={"authorization": f"Bearer {program.secret}", "accept-language": "de"})
    for path in ("/moments", "/people?state=resting", "/people/amara/holds"):
        assert german.get(f"{ROOT}{path}").json() == program.get(path).json()
    told = {one["person_id"]: one["why"] for one in program.get("/moments").json()["items"]}
    assert told["rhiannon"][0] == "Names the outcome in their own words"


def test_a_hold_comes_with_the_numbers_behind_it(program: Program, published: Generation) -> None:
    (hold,) = program.get("/people/amara/holds").json()
    assert hold["sentence"].startswith("Amara Diallo was asked 2 times this quarter")
    assert [(piece["table"], piece["id"], piece["numbers"]) for piece in hold["evidence"]] == [
        ("asks", "a-9", {"number": 2})
    ]
