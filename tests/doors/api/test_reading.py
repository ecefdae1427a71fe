"""What programs read is what pages show: the same people, in the same order, with the same sight."""

import pytest
from pytest_django import DjangoAssertNumQueries

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation
from goodword.programme.team.roles import Role
from tests.doors.api.conftest import NewProgram, Program, problem_in
from tests.world import TODAY, crowd

pytestmark = pytest.mark.django_db


def test_a_token_is_told_who_it_is(program: Program) -> None:
    me = program.get("/me").json()
    assert (me["email"], me["role"], me["token_scope"]) == ("leila@northwind.example", "administrator", "write")
    assert "see_people" in me["rights"]


def test_people_come_in_the_order_of_the_page_with_what_is_known(program: Program, published: Generation) -> None:
    told = program.get("/people", state="ready").json()
    assert [one["person_id"] for one in told["items"]] == ["etienne", "selin", "hemi", "rhiannon", "lucia", "joost"]
    rhiannon = told["items"][3]
    assert rhiannon["account"] == {"account_id": "oriel", "name": "Oriel Foods"}
    assert rhiannon["best"] == {"act": "quote", "low": 0.45, "likelihood": 0.64, "high": 0.79}
    assert rhiannon["kinds"] == ["super_user", "win"]
    assert rhiannon["words"]["quote"].startswith("this is the first month-end")
    assert rhiannon["email"] == "rhiannon@oriel.example"
    assert told["items"][4]["account"]["name"] == "Verano Retail"


def test_pages_of_a_list_fit_together_and_end(program: Program) -> None:
    publish_findings(crowd(60).findings(), as_of=TODAY, fingerprint="crowd")
    seen: list[str] = []
    cursor = ""
    for _ in range(9):
        told = program.get("/people", limit=25, cursor=cursor, kind="win").json()
        assert told["count"] == 60
        seen += [one["person_id"] for one in told["items"]]
        cursor = told["next_cursor"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 60


def test_a_cursor_is_good_for_its_own_list_and_generation_only(program: Program, published: Generation) -> None:
    cursor = program.get("/people", limit=2).json()["next_cursor"]
    problem_in(program.get("/people", limit=2, cursor=cursor, state="ready"), 422, "bad-cursor")
    problem_in(program.get("/people", cursor=cursor + "x"), 422, "bad-cursor")
    problem_in(program.get("/people", cursor="nonsense"), 422, "bad-cursor")
    publish_findings(crowd(3).findings(), as_of=TODAY, fingerprint="crowd")
    told = problem_in(program.get("/people", limit=2, cursor=cursor), 410, "list-changed")
    assert "items" not in told


def test_a_person_comes_with_everything_that_speaks_for_and_against(program: Program, published: Generation) -> None:
    jobs = program.get("/people/selin").json()["employments"]
    assert [job["company"] for job in jobs] == ["Zephyr Mobility", "Kestrel Freight", "Polder Rail"]
    kestrel = jobs[1]
    assert (kestrel["account_id"], kestrel["started_on"], kestrel["ended_on"]) == (
        "kestrel",
        "2020-03-01",
        "2026-06-30",
    )
    assert (kestrel["ended"]["by"], kestrel["ended"]["not_after"]) == ("crm_history", "2026-06-30")
    assert kestrel["ended"]["id"]
    assert jobs[0]["ended"] is None
    signals = program.get("/people/selin/signals").json()
    assert [one["kind"] for one in signals] == ["repeat_customer"]
    assert signals[0]["evidence"][0]["id"] == "c-9"
    assert [one["act_kind"] for one in program.get("/people/selin/holds").json()] == ["logo"]
    likely = {one["act"]: one for one in program.get("/people/selin/likelihoods").json()}
    assert likely["talk"]["likelihood"] == 0.7
    assert likely["quote"]["known"] is False
    assert "review" not in likely, "public reviews go by lot"
    assert len(program.get("/people/selin/remarks").json()) == 3


def test_what_is_found_nowhere_and_what_is_not_theirs_look_the_same(as_role: NewProgram, published: Generation) -> None:
    csm = as_role(Role.CSM, reach="own")
    told = csm.get("/people", sort="name").json()
    assert ([one["person_id"] for one in told["items"]], told["count"]) == (["hemi", "rhiannon"], 2)
    assert csm.get("/people/hemi").status_code == 200
    for below in ("", "/signals", "/holds", "/likelihoods", "/remarks"):
        foreign, missing = csm.get(f"/people/selin{below}"), csm.get(f"/people/nobody-like-that{below}")
        problem_in(missing, 404, "missing")
        assert foreign.content == missing.content
        assert foreign.headers.keys() == missing.headers.keys()
    body = {"verb": "thank"}
    foreign, missing = csm.post("/moments/selin/answers", body), csm.post("/moments/nobody-like-that/answers", body)
    assert (foreign.status_code, foreign.content) == (404, missing.content)


def test_sales_gets_neither_scores_nor_private_words_nor_contacts(as_role: NewProgram, published: Generation) -> None:
    sales = as_role(Role.SALES)
    told = sales.get("/people").json()
    assert [one["name"] for one in told["items"]][:3] == ["Amara Diallo", "Anjali Deshmukh", "Étienne Tremblay"]
    for one in told["items"]:
        assert not {"best", "account_arr", "email", "owner_email", "keys"} & one.keys()
        assert "promoter" not in one["kinds"]
    by_id = {one["person_id"]: one for one in told["items"]}
    assert (by_id["rhiannon"]["state"], by_id["amara"]["state"]) == ("", "resting"), "ready and unknown tell a score"
    assert by_id["rhiannon"]["words"] is None
    assert by_id["lucia"]["words"]["quote"].startswith("Por fin"), "said in a public review"
    problem_in(sales.get("/people/rhiannon/signals"), 403, "forbidden")
    problem_in(sales.get("/people/rhiannon/likelihoods"), 403, "forbidden")
    hold = sales.get("/people/amara/holds").json()[0]
    assert (hold["code"], hold["hold_id"], hold["evidence"]) == ("resting", None, [])


@pytest.mark.parametrize("query", [{"kind": "promoter"}, {"act": "quote"}, {"sort": "likely"}, {"state": "ready"}])
def test_no_filter_tells_a_score_to_those_who_may_not_see_it(
    as_role: NewProgram, published: Generation, query: dict[str, str]
) -> None:
    told = problem_in(as_role(Role.SALES).get("/people", **query), 403, "filter-forbidden")
    assert "items" not in told


def test_an_analyst_gets_counts_and_nobody_by_name(as_role: NewProgram, published: Generation) -> None:
    analyst = as_role(Role.ANALYST)
    told = analyst.get("/generation").json()
    assert told["people"] == 12
    assert told["states"]["resting"] == 3
    assert analyst.get("/imports").status_code == 200
    for path in ("/people", "/people/selin", "/moments", "/audit", "/team"):
        problem_in(analyst.get(path), 403, "forbidden")


def test_counts_are_those_of_the_accounts_in_their_care(as_role: NewProgram, published: Generation) -> None:
    told = as_role(Role.CSM, reach="own").get("/generation").json()
    assert told["people"] == 2
    assert told["states"] == {"ready": 2, "unknown": 0, "resting": 0, "silent": 0}


def test_before_the_first_publication_there_is_nothing(program: Program) -> None:
    for path in ("/people", "/generation", "/moments", "/people/selin"):
        assert "items" not in problem_in(program.get(path), 404, "missing"), path


def test_settings_say_what_holds_and_why(program: Program) -> None:
    told = {one["key"]: one for one in program.get("/settings").json()["items"]}
    window = told["finders.super_user.window_days"]
    assert (window["value"], window["default"], window["origin"]) == (90, 90, "default")


def test_imports_and_jobs_can_be_looked_at(program: Program) -> None:
    assert program.get("/imports").json() == {"items": [], "next_cursor": None}
    problem_in(program.get("/imports/i-1"), 404, "missing")
    job = program.post("/runs")
    assert job.status_code == 202
    told = program.get(f"/jobs/{job.json()['job_id']}").json()
    assert (told["kind"], told["state"]) == ("run", "waiting")
    assert program.post("/runs").json()["job_id"] == told["job_id"], "while one is under way, it is that one"
    problem_in(program.get("/jobs/999999"), 404, "missing")


def test_a_search_finds_what_the_caller_may_see(as_role: NewProgram, published: Generation) -> None:
    manager, csm = as_role(Role.MANAGER), as_role(Role.CSM, reach="own")
    assert [one["id"] for one in manager.get("/search", q="yildiz").json()["items"]] == ["selin"]
    assert csm.get("/search", q="yildiz").json()["items"] == []
    assert {one["id"] for one in csm.get("/search", q="oriel").json()["items"]} >= {"oriel"}
    problem_in(manager.get("/search"), 422, "invalid")


def test_the_number_of_queries_does_not_grow_with_the_list(
    program: Program, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    publish_findings(crowd(60).findings(), as_of=TODAY, fingerprint="crowd")
    program.get("/me")
    for path, query, most in (
        ("/people", {"limit": 50}, 12),
        ("/people", {"limit": 50, "act": "quote", "q": "person", "kind": "win"}, 16),
        ("/moments", {"limit": 50}, 7),
        ("/people/p000001/signals", {}, 7),
        ("/audit", {}, 7),
    ):
        with django_assert_max_num_queries(most):
            assert program.get(path, **query).status_code == 200
