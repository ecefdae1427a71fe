"""Stories for programs: what may be shown, and a story from its first version to its withdrawal."""

from typing import Any

import pytest

from goodword.programme.people.models import Account
from goodword.programme.stories.models import Story, StoryWithdrawal, Version
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from tests.doors.api.conftest import NewProgram, Program, problem_in
from tests.permissions import account, allows, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("published")]

WORDS = "We closed the books four days earlier."


def telling(**more: Any) -> dict[str, Any]:  # noqa: ANN401  # fields of a story
    about = {
        "account_id": "teawa",
        "title": "Te Awa closes in five days",
        "text": f"Month ends used to hurt. {WORDS}",
        "quotes": [{"person_id": "hemi", "words": WORDS}],
        "outcomes": [{"what": "to close the books", "before": "9 days", "after": "5 days"}],
        "industry": "Food and drink",
        "products": ["Ledger"],
    }
    return about | more


def version(**more: Any) -> dict[str, Any]:  # noqa: ANN401  # as above
    return {name: value for name, value in telling(**more).items() if name != "account_id"}


def approved(program: Program, **more: Any) -> int:  # noqa: ANN401  # as above
    number = int(program.post("/stories", telling(**more)).json()["newest"]["story_id"])
    assert program.post(f"/stories/{number}/approve", {"version": 1}).status_code == 200
    return number


def both_keys() -> None:
    allows(person("hemi"), "case_study")
    allows(account("teawa"), "case_study")


def test_a_story_is_written_approved_allowed_shown_and_withdrawn(program: Program) -> None:
    made = program.post("/stories", telling()).json()
    assert (made["approved"], made["why_not"]["code"]) == (False, "not-approved")
    number = made["newest"]["story_id"]
    problem_in(program.get(f"/stories/{number}"), 404, "missing")
    made = program.post(f"/stories/{number}/approve", {"version": 1}).json()
    assert made["approved"]
    assert made["why_not"]["sentence"]
    assert program.get("/stories").json()["items"] == []
    both_keys()
    told = program.get(f"/stories/{number}").json()
    assert told["quotes"] == [{"words": WORDS, "name": "Hemi Ngata", "title": "General Manager Finance"}]
    assert told["outcomes"] == [{"what": "to close the books", "before": "9 days", "after": "5 days"}]
    assert (told["industry"], told["products"], told["version"]) == ("Food and drink", ["Ledger"], 1)
    assert [one["story_id"] for one in program.get("/stories", q="boks clos").json()["items"]] == [number]
    assert program.get("/stories", q="zznothing").json()["items"] == []
    gone = program.post(f"/stories/{number}/withdraw", {"reason": "They asked us to."}).json()
    assert gone["why_not"]["code"] == "story-withdrawn"
    assert program.get("/stories").json()["items"] == []
    problem_in(program.get(f"/stories/{number}"), 404, "missing")
    verbs = AuditEntry.objects.filter(door="api", noun="story").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["write", "approve", "withdraw"]


def test_a_newer_version_is_shown_once_it_is_approved_and_two_writers_hear_of_each_other(program: Program) -> None:
    both_keys()
    number = approved(program)
    newer = program.post(f"/stories/{number}/versions", version(title="Theirs", follows=1)).json()
    assert (newer["newest"]["version"], newer["approved"], newer["why_not"]) == (2, False, None)
    assert program.get(f"/stories/{number}").json()["title"] == "Te Awa closes in five days"
    problem = program.post(f"/stories/{number}/versions", version(title="Mine", follows=1))
    problem_in(problem, 422, "written-meanwhile")
    problem_in(program.post(f"/stories/{number}/approve", {"version": 1}), 422, "newer-version")
    problem_in(program.post(f"/stories/{number}/approve", {"version": 7}), 404, "missing")
    program.post(f"/stories/{number}/approve", {"version": 2})
    assert program.get(f"/stories/{number}").json()["title"] == "Theirs"
    assert program.get(f"/stories/{number}/making").json()["approved"]


def test_a_call_that_arrives_twice_writes_once(program: Program) -> None:
    for _ in range(2):
        assert program.post("/stories", telling(), **{"idempotency-key": "s-1"}).status_code == 200
    assert program.post("/stories", telling()).status_code == 200
    assert (Story.objects.count(), Version.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({"quotes": []}, 422, "story-incomplete"),
        ({"quotes": [{"person_id": "hemi", "words": "I never said this."}]}, 422, "quote-not-in-text"),
        ({"quotes": [{"person_id": "zznobody", "words": WORDS}]}, 404, "missing"),
        ({"account_id": "nowhere"}, 404, "missing"),
        ({"act_kind": "parade"}, 422, "unknown-act-kind"),
        ({"audience": "everybody"}, 422, "invalid"),
        ({"outcomes": [{"what": " ", "after": "5 days"}]}, 422, "figure-incomplete"),
        ({"title": "a" * 201}, 422, "invalid"),
        ({"colour": "red"}, 422, "invalid"),
    ],
)
def test_what_makes_no_story_is_a_problem_and_nothing_is_kept(
    program: Program, changed: dict[str, Any], status: int, code: str
) -> None:
    problem_in(program.post("/stories", telling(**changed)), status, code)
    assert not Story.objects.exists()


def pages_of(program: Program, path: str) -> list[dict[str, Any]]:
    """All items of a list, two at a time, until nothing follows."""
    items: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        page = program.get(path, limit="2", cursor=cursor).json()
        assert 0 < len(page["items"]) <= 2
        items += page["items"]
        cursor = page["next_cursor"]
    return items


def test_lists_go_on_where_they_stopped(program: Program) -> None:
    both_keys()
    numbers = [approved(program, title=f"Story {n}") for n in range(5)]
    assert [one["story_id"] for one in pages_of(program, "/stories")] == numbers[::-1]
    assert [one["newest"]["story_id"] for one in pages_of(program, "/stories/making")] == numbers[::-1]
    problem_in(program.get("/stories", cursor="nonsense"), 422, "bad-cursor")


def test_nobody_writes_about_accounts_in_the_care_of_others(program: Program, as_role: NewProgram) -> None:
    number = approved(program)
    Account.objects.filter(pk="teawa").update(owner_email="leila@northwind.example")
    joe = as_role(Role.CSM, reach="own", email="joe@northwind.example")
    problem_in(joe.post("/stories", telling()), 404, "missing")
    for path, sent in (("approve", {"version": 1}), ("withdraw", {"reason": "Why not."})):
        problem_in(joe.post(f"/stories/{number}/{path}", sent), 404, "missing")
    problem_in(joe.post(f"/stories/{number}/versions", version(follows=1)), 404, "missing")
    problem_in(joe.get(f"/stories/{number}/making"), 404, "missing")
    assert joe.get("/stories/making").json()["items"] == []
    assert not StoryWithdrawal.objects.exists()
