"""Permissions for programs: recorded, judged, listed and taken back by the rules of the pages."""

from datetime import timedelta

import pytest

from goodword.kit import clock
from goodword.programme.acts.models import Act
from goodword.programme.permissions.models import Grant, Withdrawal
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from tests.doors.api.conftest import NewProgram, Program, problem_in
from tests.permissions import TODAY, account, allows, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("published")]

GRANTS = "/people/hemi/grants"
YES = {
    "state": "granted",
    "act_kind": "quote",
    "audience": "public",
    "given_on": "2026-11-09",
    "proof": {"kind": "email", "reference": "<1@teawa.example>", "wording": "Quote me."},
}


def may(program: Program, verb: str = "publish", act_kind: str = "quote", who: str = "hemi") -> str:
    """The code of the refusal; empty where it may be done."""
    told = program.get(f"/people/{who}/may", verb=verb, act_kind=act_kind).json()
    assert told["may"] == (told["refusal"] is None)
    return told["refusal"]["code"] if told["refusal"] else ""


def test_both_keys_open_a_quote_and_taking_one_back_tells_what_hangs_on_it(program: Program) -> None:
    assert may(program) == "unknown-from-person"
    given = program.post(GRANTS, YES)
    assert given.status_code == 200, given.text
    assert (given.json()["person_id"], given.json()["proof"]["wording"]) == ("hemi", "Quote me.")
    assert may(program) == "unknown-from-company"
    assert program.post("/accounts/teawa/grants", YES).json()["account_id"] == "teawa"
    assert may(program) == ""
    Act.objects.create(kind="quote", person_key="crm:hemi", done_on=TODAY, url="https://example.com/said")
    back = program.post(f"/grants/{given.json()['grant_id']}/withdraw", {"reason": "He wrote."}).json()
    assert back["withdrawal"] == {"why": "withdrawn", "withdrawn_on": clock.today().isoformat()}
    assert [(one["what"], one["url"]) for one in back["dependants"]] == [("act", "https://example.com/said")]
    assert may(program) == "withdrawn-from-person"
    entry = AuditEntry.objects.latest("number")
    assert (entry.actor_kind, entry.door, entry.verb, entry.noun) == ("token", "api", "withdraw", "permission")


def test_a_call_that_arrives_twice_records_one_word(program: Program) -> None:
    key = {"idempotency-key": "g-1"}
    first, again = program.post(GRANTS, YES, **key), program.post(GRANTS, YES, **key)
    assert (first.content, again["Idempotent-Replayed"]) == (again.content, "true")
    without_key = program.post(GRANTS, YES)
    assert without_key.json()["grant_id"] == first.json()["grant_id"], "the same word is one word"
    assert Grant.objects.count() == 1
    number = first.json()["grant_id"]
    assert program.post(f"/grants/{number}/withdraw", {}).status_code == 200
    assert program.post(f"/grants/{number}/withdraw", {"why": "mistake"}).json()["withdrawal"]["why"] == "withdrawn"
    assert Withdrawal.objects.count() == 1


def test_what_makes_no_sense_is_a_problem(program: Program) -> None:
    problem_in(program.post(GRANTS, YES | {"proof": {"kind": "said"}}), 422, "proof-missing")
    problem_in(program.post(GRANTS, YES | {"audience": ""}), 422, "unknown-audience")
    problem_in(program.post(GRANTS, YES | {"act_kind": "poem"}), 422, "unknown-act-kind")
    problem_in(program.post(GRANTS, YES | {"act_kind": "A poem"}), 422, "invalid")
    problem_in(program.post(GRANTS, YES | {"surprise": 1}), 422, "invalid")
    problem_in(program.post(GRANTS, YES | {"proof": {"kind": "file"}}), 422, "invalid")
    to_come = (clock.today() + timedelta(days=2)).isoformat()
    problem_in(program.post(GRANTS, YES | {"given_on": to_come}), 422, "said-in-future")
    problem_in(program.post("/grants/987654321/withdraw", {}), 404, "missing")
    problem_in(program.get("/people/hemi/may", verb="dance"), 422, "invalid")
    assert not Grant.objects.exists()


def test_words_come_in_pages_that_new_ones_do_not_shift(program: Program) -> None:
    said = [allows(person("hemi"), kind).pk for kind in ("quote", "talk", "beta")]
    first = program.get(GRANTS, limit=2).json()
    allows(person("hemi"), "referral")
    second = program.get(GRANTS, limit=2, cursor=first["next_cursor"]).json()
    assert [one["grant_id"] for one in first["items"] + second["items"]] == said[::-1]
    assert second["next_cursor"] is None


def test_sales_sees_whether_and_may_not_record(as_role: NewProgram) -> None:
    allows(person("hemi"), "quote")
    sales = as_role(Role.SALES)
    [told] = sales.get(GRANTS).json()["items"]
    assert (told["state"], told["proof"]) == ("granted", {"kind": "said"})
    assert may(sales, "ask") == ""
    problem_in(sales.post(GRANTS, YES), 403, "forbidden")
    problem_in(as_role(Role.MANAGER, scope="read").post(GRANTS, YES), 403, "forbidden")


def test_what_is_in_nobodys_care_of_theirs_is_missing(as_role: NewProgram) -> None:
    foreign = allows(person("selin"), "quote").pk, allows(account("zephyr"), "quote").pk
    csm = as_role(Role.CSM, reach="own")
    assert csm.post(GRANTS, YES).status_code == 200
    for path in ("/people/selin/grants", "/accounts/zephyr/grants"):
        problem_in(csm.get(path), 404, "missing")
        problem_in(csm.post(path, YES), 404, "missing")
    problem_in(csm.get("/people/selin/may", verb="ask", act_kind="quote"), 404, "missing")
    for number in foreign:
        problem_in(csm.post(f"/grants/{number}/withdraw", {}), 404, "missing")
