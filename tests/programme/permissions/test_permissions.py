"""What was allowed and forbidden, and what may be done of it: the gate over rows that the actions wrote."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.acts.models import Act
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.asks.models import Answer, Ask
from goodword.programme.people.models import Person
from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant
from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.dependants import Concerned
from goodword.programme.permissions.facts import policies_of_kinds
from goodword.programme.permissions.kinds import SHIPPED
from goodword.programme.permissions.models import Grant, Withdrawal
from goodword.programme.permissions.policies import may, may_many
from goodword.programme.permissions.proofs import MOST_BYTES, ProofFile, ProofStore
from goodword.programme.permissions.saying import Evidence
from goodword.programme.team.models import AuditEntry
from goodword.runs.dependants import dependants
from tests.permissions import CONSOLE, TODAY, account, allows, forbids, person
from tests.world import the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def why_not(verb: str, act_kind: str = "", who: str = "hemi", day: date = TODAY, **more: Any) -> str:  # noqa: ANN401  # the fields of a deed
    """The code of the refusal; empty where it may be done."""
    refusal = may(Deed(verb=Verb(verb), act_kind=act_kind, person_id=who, **more), day=day)
    if refusal is not None:
        assert refusal.sentence.endswith(".")
        assert refusal.mend.endswith(".")
    return refusal.code if refusal else ""


def refused(code: str, call: Any, *args: Any, **named: Any) -> None:  # noqa: ANN401  # any action
    before = (Grant.objects.count(), AuditEntry.objects.count())
    with pytest.raises(GoodwordError) as raised:
        call(*args, **named)
    assert raised.value.code == code
    assert (Grant.objects.count(), AuditEntry.objects.count()) == before


def test_every_act_kind_of_the_records_is_shipped_with_its_policy() -> None:
    assert policies_of_kinds() == {kind.code: kind for kind in SHIPPED}
    assert list(policies_of_kinds()) == [kind.code for kind in SHIPPED]
    assert set(policies_of_kinds()) == {*ACT_KINDS, "community_answer"}
    assert [code for code, kind in policies_of_kinds().items() if not kind.by_choice] == ["review"]


def test_what_nobody_said_may_be_asked_and_not_published() -> None:
    assert why_not("ask", "quote") == ""
    assert why_not("publish", "quote") == "unknown-from-person"
    assert why_not("hand_over", "reference_call") == "unknown-from-person"


def test_a_quote_needs_the_key_of_the_person_and_that_of_the_company() -> None:
    allows(person("hemi"), "quote")
    assert why_not("publish", "quote") == "unknown-from-company"
    allows(account("teawa"), "quote")
    assert why_not("publish", "quote") == ""
    assert why_not("publish", "quote", who="rhiannon") == "unknown-from-person"


def test_a_logo_is_the_companys_to_give_and_a_reference_call_the_persons() -> None:
    allows(account("teawa"), "logo")
    assert may(Deed(verb=Verb.PUBLISH, act_kind="logo", account_id="teawa"), day=TODAY) is None
    allows(person("hemi"), "reference_call", audience="named")
    assert why_not("do", "reference_call") == ""


def test_a_company_says_no_for_all_its_people_and_a_no_beats_every_yes() -> None:
    allows(person("hemi"), "quote")
    allows(account("teawa"), "quote")
    forbids(account("teawa"))
    assert {why_not(verb, "quote") for verb in ("ask", "do", "publish", "hand_over")} == {"denied-by-company"}
    assert why_not("contact") == "denied-by-company"
    assert why_not("ask", "quote", who="rhiannon") == ""


def test_a_no_to_a_part_leaves_the_rest_to_be_asked_and_stops_what_would_touch_it() -> None:
    for key in (person("hemi"), account("teawa")):
        allows(key, "quote")
    forbids(person("hemi"), "quote", asset="story-7", channel="Website")
    assert why_not("ask", "quote") == ""
    assert why_not("ask", "quote", asset="story-7", channel="website") == "denied-by-person"
    assert why_not("publish", "quote", asset="story-7") == "denied-by-person"
    assert why_not("publish", "quote", asset="story-7", channel="print") == ""


def test_a_narrow_yes_allows_nothing_wider() -> None:
    allows(account("teawa"), "quote")
    allows(person("hemi"), "quote", audience="named", prospect="Acme  Ltd", territory="DE")
    assert why_not("hand_over", "quote", audience="named", prospect="acme ltd", territory="de") == ""
    assert why_not("hand_over", "quote", audience="named", prospect="Globex", territory="DE") == "unknown-from-person"
    assert why_not("hand_over", "quote", audience="named", prospect="Acme Ltd") == "unknown-from-person"
    assert why_not("publish", "quote", territory="DE") == "unknown-from-person"


def test_a_permission_ends_on_its_day_and_one_that_was_taken_back_at_once() -> None:
    allows(person("hemi"), "reference_call", expires_on=TODAY)
    assert why_not("do", "reference_call", day=TODAY - timedelta(days=1)) == ""
    assert why_not("do", "reference_call") == "expired-from-person"
    renewed = allows(person("hemi"), "reference_call", given_on=TODAY)
    assert why_not("do", "reference_call") == ""
    withdraw_grant(renewed, by=CONSOLE, on=TODAY)
    assert why_not("do", "reference_call") == "withdrawn-from-person"


def test_taking_the_newest_word_back_brings_no_older_one_back_unless_it_was_a_mistake() -> None:
    allows(person("hemi"), "reference_call", given_on=date(2026, 1, 5))
    newer = allows(person("hemi"), "reference_call")
    withdraw_grant(newer, by=CONSOLE)
    assert why_not("do", "reference_call", day=clock.today()) == "withdrawn-from-person"
    allows(person("selin"), "reference_call", given_on=date(2026, 1, 5))
    withdraw_grant(forbids(person("selin"), "reference_call", audience="public"), by=CONSOLE, why="mistake")
    assert why_not("do", "reference_call", who="selin") == ""


def test_nobody_asks_publishes_or_writes_to_whoever_opted_out() -> None:
    for key in (person("hemi"), account("teawa")):
        allows(key)
    assert why_not("publish", "quote") == ""
    Person.objects.filter(pk="hemi").update(opted_out_on=date(2026, 11, 1))
    assert {why_not(verb, "quote") for verb in Verb if verb != "contact"} == {"opted-out"}
    assert why_not("contact") == "opted-out"


def test_what_somebody_said_under_an_id_of_before_counts_under_every_id_of_theirs() -> None:
    allows(person("hemi"), "reference_call")
    forbids(account("teawa"), "talk")
    Person.objects.filter(pk__in=["hemi", "joost"]).update(root="selin")
    for one in ("selin", "hemi", "joost"):
        assert why_not("do", "reference_call", who=one) == ""
        assert why_not("ask", "talk", who=one) == "", "they work for the company of today"
    Person.objects.filter(pk="joost").update(opted_out_on=date(2026, 11, 1))
    assert {why_not("ask", "talk", who=one) for one in ("selin", "hemi", "joost")} == {"opted-out"}


def test_nobody_is_chosen_for_a_public_review_and_nobody_asked_for_an_answer_in_the_community() -> None:
    assert why_not("ask", "review") == "by-lot-only"
    assert why_not("ask", "review", by_lot=True) == ""
    forbids(person("hemi"), "review")
    assert why_not("ask", "review", by_lot=True) == "denied-by-person"
    assert why_not("ask", "community_answer") == "nobody-asks"


def test_what_cannot_be_judged_is_refused() -> None:
    assert why_not("ask", "poem") == "unknown-act-kind"
    assert why_not("publish", "quote", audience="friends") == "unknown-audience"
    assert why_not("ask", "quote", who="") == "nobody-named"
    assert why_not("do", "quote", who="", account_id="teawa") == "nobody-named"
    Person.objects.filter(pk="hemi").update(account=None)
    assert why_not("do", "quote") == "no-company"


def test_many_are_judged_with_as_few_questions_as_one() -> None:
    allows(person("hemi"), "reference_call")
    deeds = [
        Deed(verb=Verb.DO, act_kind="reference_call", person_id=one)
        for one in Person.objects.order_by("pk").values_list("pk", flat=True)
    ]
    with CaptureQueriesContext(connection) as asked:
        refusals = may_many(deeds, day=TODAY)
    assert [deed.person_id for deed, why in zip(deeds, refusals, strict=True) if why is None] == ["hemi"]
    with CaptureQueriesContext(connection) as asked_one:
        may(deeds[0], day=TODAY)
    assert len(asked) == len(asked_one) == 4


def test_a_word_has_its_entry_in_the_trail_with_nothing_that_somebody_wrote() -> None:
    given = allows(person("hemi"), "quote", reason="after the call")
    entry = AuditEntry.objects.latest("number")
    assert (entry.verb, entry.noun, entry.object_id, entry.reason) == (
        *("grant", "permission", str(given.pk), "after the call"),
    )
    assert entry.facts_after["person"] == "hemi"
    assert "quote me" not in entry.after
    assert "leila" not in entry.after
    withdraw_grant(given, by=CONSOLE, reason="She wrote to us.")
    entry = AuditEntry.objects.latest("number")
    assert (entry.verb, entry.facts_before["state"], entry.facts_after["why"]) == ("withdraw", "granted", "withdrawn")
    assert "wrote" not in entry.after


def test_the_same_word_again_is_one_word_and_taking_it_back_again_changes_nothing() -> None:
    first, again = allows(person("hemi"), "quote"), allows(person("hemi"), "quote")
    assert (first.pk, AuditEntry.objects.filter(noun="permission").count()) == (again.pk, 1)
    withdraw_grant(first, by=CONSOLE)
    withdraw_grant(first, by=CONSOLE, why="mistake")
    assert [one.why for one in Withdrawal.objects.all()] == ["withdrawn"]
    assert AuditEntry.objects.filter(noun="permission").count() == 2
    assert allows(person("hemi"), "quote").pk != first.pk, "said anew"


def test_a_yes_without_proof_is_refused_and_a_no_is_believed(tmp_path: Path) -> None:
    nothing = Evidence(kind="email")
    refused("proof-missing", allows, person("hemi"), "quote", evidence=nothing)
    forbids(person("hemi"), "quote", evidence=nothing)
    refused("proof-missing", forbids, person("hemi"), "talk", evidence=Evidence(kind="file"))
    file = Evidence(kind="file", file=ProofFile("yes.eml", b"yes"))
    refused("no-place-for-proofs", allows, person("hemi"), "talk", evidence=file)
    allows(person("hemi"), "talk", evidence=file, proofs=ProofStore(tmp_path / "proofs"))
    assert list(Grant.objects.order_by("pk").values_list("state", "act_kind")) == [
        ("denied", "quote"),
        ("granted", "talk"),
    ]


@pytest.mark.parametrize(
    ("code", "more"),
    [
        ("unknown-act-kind", {"act_kind": "poem"}),
        ("unknown-audience", {"audience": "friends"}),
        ("unknown-audience", {"audience": ""}),
        ("prospect-without-audience", {"prospect": "Acme"}),
        ("said-in-future", {"given_on": date(2999, 1, 1)}),
        ("ends-before-it-begins", {"expires_on": date(2026, 11, 9)}),
        ("permission-too-long", {"channel": "x" * 201}),
        ("unknown-proof", {"evidence": Evidence(kind="rumour")}),  # type: ignore[arg-type]  # what a form may send
        ("proof-empty", {"evidence": Evidence(kind="file", file=ProofFile("a", b""))}),
        ("proof-too-large", {"evidence": Evidence(kind="file", file=ProofFile("a", b"x" * (MOST_BYTES + 1)))}),
    ],
)
def test_a_word_that_makes_no_sense_is_refused(code: str, more: dict[str, Any], tmp_path: Path) -> None:
    refused(code, allows, person("hemi"), **{"act_kind": "quote", "proofs": ProofStore(tmp_path), **more})
    assert not list(tmp_path.iterdir())


def test_a_word_is_taken_back_on_a_day_that_makes_sense() -> None:
    given = allows(person("hemi"), "quote")
    refused("withdrawn-when", withdraw_grant, given, by=CONSOLE, on=date(2026, 11, 8))
    refused("withdrawn-when", withdraw_grant, given, by=CONSOLE, on=date(2999, 1, 1))
    refused("reason-too-long", withdraw_grant, given, by=CONSOLE, reason="x" * 301)
    assert not Withdrawal.objects.exists()


@pytest.mark.parametrize(
    "broken",
    [
        {"account_id": "teawa"},
        {"person_id": None},
        {"state": "perhaps"},
        {"audience": ""},
        {"audience": "friends"},
        {"prospect": "Acme"},
        {"expires_on": date(2026, 11, 9)},
    ],
    ids=str,
)
def test_the_database_takes_no_broken_word(broken: dict[str, Any]) -> None:
    given = allows(person("hemi"), "quote")
    with pytest.raises(IntegrityError), transaction.atomic():
        Grant.objects.filter(pk=given.pk).update(**broken)


def test_a_proof_is_kept_once_and_shows_when_it_was_changed(tmp_path: Path) -> None:
    proofs = ProofStore(tmp_path / "proofs")
    file = ProofFile("yes.eml", b"Yes, you may.")
    for kind in ("quote", "talk"):
        allows(person("hemi"), kind, proofs=proofs, evidence=Evidence(kind="email", file=file))
    [kept] = (tmp_path / "proofs").iterdir()
    assert (kept.name, kept.stat().st_mode & 0o777) == (file.sha256, 0o600)
    assert proofs.read(file.sha256) == file.content
    kept.write_bytes(b"Yes, you may. Everything.")
    with pytest.raises(GoodwordError, match="not the one that was handed in"):
        proofs.read(file.sha256)
    proofs.remove(file.sha256)
    with pytest.raises(GoodwordError, match="not in the workspace any more"):
        proofs.read(file.sha256)


def test_everything_that_hangs_on_a_word_is_listed_at_once() -> None:
    open_ask, accepted, declined = (
        Ask.objects.create(
            kind="quote",
            person_key="crm:hemi",
            asked_on=TODAY - timedelta(days=days),
            record_source="crm",
            record_id=f"A-{days}",
        )
        for days in (1, 2, 3)
    )
    for ask, said in ((accepted, "accepted"), (declined, "declined")):
        Answer.objects.create(ask=ask, answer=said, answered_on=TODAY)
    done = Act.objects.create(kind="quote", person_key="crm:hemi", done_on=TODAY, url="https://example.com/q")
    talk = Act.objects.create(kind="talk", person_key="crm:hemi", account_id="teawa", done_on=TODAY)
    Act.objects.create(kind="quote", person_key="crm:selin", account_id="zephyr", done_on=TODAY)
    quotes = allows(person("hemi"), "quote")
    assert [one.ident for one in dependants(Concerned.by(quotes))] == [
        *(open_ask.ledger_id, accepted.ledger_id, done.ledger_id),
    ]
    all_of_company = Concerned.by(forbids(account("teawa")))
    assert {one.ident for one in dependants(all_of_company) if one.what == "act"} == {done.ledger_id, talk.ledger_id}
    assert replace(all_of_company, act_kind="talk").keys == {"crm:hemi"}
