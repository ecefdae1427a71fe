"""Programs read the accounts that pages show: the same ones, in the same order, with the same sight."""

import pytest

from goodword.programme.acts.models import Act
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation
from goodword.programme.team.roles import Role
from tests.doors.api.conftest import NewProgram, Program, problem_in
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db


def test_accounts_come_in_the_order_of_the_page_and_pages_fit_together(program: Program, published: Generation) -> None:
    seen: list[str] = []
    cursor = ""
    for _ in range(9):
        told = program.get("/accounts", limit=4, cursor=cursor).json()
        assert told["count"] == 9
        seen += [one["account_id"] for one in told["items"]]
        cursor = told["next_cursor"]
        if cursor is None:
            break
    assert seen == ["maple", "zephyr", "teawa", "oriel", "kestrel", "indus", "sahel", "halden", "brightwater"]
    first = program.get("/accounts", limit=2).json()["next_cursor"]
    problem_in(program.get("/accounts", limit=2, cursor=first, people="ready"), 422, "bad-cursor")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"people": "ready", "sort": "arr"}, ["kestrel", "teawa", "oriel", "zephyr", "maple"]),
        ({"owner": "me"}, ["teawa", "oriel"]),
        ({"q": "orie"}, ["oriel"]),
        ({"segment": "none of this name"}, []),
    ],
)
def test_the_list_narrows_and_sorts(
    program: Program, published: Generation, query: dict[str, str], expected: list[str]
) -> None:
    assert [one["account_id"] for one in program.get("/accounts", **query).json()["items"]] == expected


def test_an_account_comes_with_its_people_words_holds_and_acts(program: Program, published: Generation) -> None:
    Act.objects.create(kind="quote", done_on=TODAY, account_id="oriel", url="https://oriel.example/q", note="hush")
    told = program.get("/accounts/oriel").json()
    assert (told["name"], told["arr"], told["currency"]) == ("Oriel Foods", 94_000, "EUR")
    assert told["states"] == {"ready": 1, "unknown": 0, "resting": 0, "silent": 0}
    assert told["kinds"] == {"super_user": 1, "win": 1}
    assert told["words"][0]["person_id"] == "rhiannon"
    assert told["words"][0]["words"]["quote"].startswith("this is the first month-end")
    assert told["themes"][0] == {
        "theme": "month-end close",
        "count": 1,
        "people": 1,
        "complaints": 0,
        "wishes": 0,
    }
    assert [(one["kind"], one["url"]) for one in told["acts"]] == [("quote", "https://oriel.example/q")]
    assert program.get("/accounts/halden").json()["holds"] == [{"code": "urgent_ticket", "people": 1}]
    people = program.get("/accounts/kestrel/people", limit=1).json()
    assert ([one["person_id"] for one in people["items"]], people["count"]) == (["joost"], 2)
    rest = program.get("/accounts/kestrel/people", limit=1, cursor=people["next_cursor"]).json()
    assert ([one["person_id"] for one in rest["items"]], rest["next_cursor"]) == (["olena"], None)


def test_what_is_not_theirs_and_what_is_nowhere_look_the_same(as_role: NewProgram, published: Generation) -> None:
    csm = as_role(Role.CSM, reach="own")
    assert [one["account_id"] for one in csm.get("/accounts").json()["items"]] == ["teawa", "oriel"]
    for below in ("", "/people"):
        foreign, missing = csm.get(f"/accounts/kestrel{below}"), csm.get(f"/accounts/no-such{below}")
        problem_in(missing, 404, "missing")
        assert foreign.content == missing.content


def test_sales_gets_no_scores_of_accounts_and_cannot_ask_them_out(as_role: NewProgram, published: Generation) -> None:
    sales = as_role(Role.SALES)
    told = sales.get("/accounts").json()["items"]
    assert [one["name"] for one in told][:3] == ["Brightwater Utilities", "Halden Health", "Indus Loom"]
    for one in told:
        assert not {"arr", "currency", "owner_email", "domains"} & one.keys()
        assert "ready" not in one["states"]
        assert "promoter" not in one["kinds"]
    for query in ({"people": "ready"}, {"people": "signals"}, {"sort": "arr"}, {"owner": "leila@northwind.example"}):
        assert "items" not in problem_in(sales.get("/accounts", **query), 403, "filter-forbidden")
    problem_in(sales.get("/accounts/kestrel/people", state="ready"), 403, "filter-forbidden")
    one = sales.get("/accounts/halden").json()
    assert (one["holds"], one["said"], one["themes"], one["words"]) == ([], {}, [], [])
    assert [row["person_id"] for row in sales.get("/accounts/kestrel/people").json()["items"]] == ["joost", "olena"]


def test_an_account_says_who_mattered_and_is_gone_and_what_else_it_is_called(program: Program) -> None:
    cast = the_cast()
    cast.gone("hemi", "oriel", "2026-11-03")
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="gone")
    told = program.get("/accounts/oriel").json()
    assert [(one["person_id"], one["role"], one["observed_on"], one["record_id"]) for one in told["risks"]] == [
        ("hemi", "pays", "2026-11-03", "P-1")
    ]
    assert told["sponsors_gone"] == 1
    assert told["company"]["aliases"] == []
    listed = program.get("/accounts", people="sponsor_gone").json()["items"]
    assert [one["account_id"] for one in listed] == ["oriel"]
