"""Who may be asked, and what an answer changes: one way for every door, over rows that the actions wrote."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation, Hold
from goodword.programme.asks.actions.answer_ask import answer_ask
from goodword.programme.asks.actions.ask_person import ask_person, may_ask
from goodword.programme.asks.actions.withdraw_ask import withdraw_ask
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.models import Answer, Ask, Reservation
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.permissions.dependants import Concerned
from goodword.programme.team.models import AuditEntry
from goodword.runs.dependants import dependants
from tests.permissions import CONSOLE, TODAY, account, allows, forbids, person
from tests.world import the_cast

pytestmark = pytest.mark.django_db

LATER = TODAY + timedelta(days=46)


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def ask(who: str = "hemi", act_kind: str = "quote", day: date = TODAY) -> Ask:
    return ask_person(who, act_kind, day=day, bounds=Bounds(), by=CONSOLE)


def refused(who: str = "hemi", act_kind: str = "quote", day: date = TODAY) -> str:
    """The code of the refusal; nothing was written, and the check says the same."""
    before = (Ask.objects.count(), Reservation.objects.count(), AuditEntry.objects.count())
    with pytest.raises(GoodwordError) as raised:
        ask(who, act_kind, day)
    assert (Ask.objects.count(), Reservation.objects.count(), AuditEntry.objects.count()) == before
    checked = may_ask(person(who), act_kind, day=day, bounds=Bounds())
    assert checked is not None
    assert (checked.code, checked.sentence) == (raised.value.code, raised.value.sentence)
    assert raised.value.mend.endswith(".")
    return raised.value.code


def free() -> str:
    """Somebody of the cast whom nothing holds, under the key of the cast."""
    held = set(Hold.objects.values_list("person_id", flat=True))
    return next(who for who in ("hemi", "selin") if who not in held)


def test_an_ask_is_written_with_its_place_and_stands_on_the_trail() -> None:
    made = ask(free())
    assert made.reservation is not None
    assert made.reservation.rests_until == TODAY + timedelta(days=45)
    told = list(AuditEntry.objects.order_by("number").values_list("verb", "noun"))[-2:]
    assert told == [("reserve", "place"), ("ask", "person")]


def test_who_is_asked_rests_from_every_kind_and_every_team() -> None:
    who = free()
    ask(who)
    assert refused(who, "talk", LATER - timedelta(days=2)) == "resting"
    assert ask(who, "talk", LATER).kind == "talk"


def test_nobody_is_asked_against_an_opt_out_or_a_denial_of_either_key() -> None:
    who = free()
    forbids(person(who), "quote")
    assert refused(who) == "denied-by-person"
    forbids(account(person(who).account_id or ""), "talk")
    assert refused(who, "talk") == "denied-by-company"
    opt_out_person(who, by=CONSOLE)
    assert refused(who, "reference_call") == "opted-out"


def test_nobody_is_chosen_for_a_review() -> None:
    assert refused(free(), "review") == "by-lot-only"
    assert refused(free(), "parade") == "unknown-act-kind"


def test_nobody_is_asked_inside_a_hold_until_it_is_over() -> None:
    who, generation = free(), Generation.objects.get().pk
    hold = Hold(generation_id=generation, person_id=who, hold_id="h-1", code="renewal", sentence="Renewal is due.")
    hold.until = TODAY + timedelta(days=5)
    hold.save()
    assert refused(who) == "held-renewal"
    assert ask(who, day=TODAY + timedelta(days=5)).kind == "quote"


def test_a_hold_of_one_kind_leaves_the_others_free() -> None:
    who, generation = free(), Generation.objects.get().pk
    Hold.objects.create(
        generation_id=generation, person_id=who, hold_id="h-1", code="never", act_kind="talk", sentence="Never."
    )
    assert refused(who, "talk") == "held-never"
    assert ask(who).kind == "quote"


def test_not_now_holds_at_once_and_never_for_ever_for_that_kind() -> None:
    who = free()
    answer_ask(ask(who), "not_now", day=TODAY + timedelta(days=3), by=CONSOLE)
    assert refused(who, "talk", TODAY + timedelta(days=92)) == "not-now"
    second = ask(who, "talk", TODAY + timedelta(days=93))
    answer_ask(second, "never", day=TODAY + timedelta(days=93), by=CONSOLE)
    assert refused(who, "talk", TODAY + timedelta(days=900)) == "never"
    assert ask(who, "quote", TODAY + timedelta(days=900)).kind == "quote"


def test_an_answer_is_written_once_and_none_that_cannot_be() -> None:
    made = ask(free())
    first = answer_ask(made, "accepted", day=TODAY, by=CONSOLE)
    assert answer_ask(made, "accepted", day=TODAY, by=CONSOLE) == first
    for said, day, code in (
        ("declined", TODAY, "answered-already"),
        ("perhaps", TODAY, "unknown-answer"),
        ("accepted", TODAY - timedelta(days=1), "answer-before-ask"),
    ):
        with pytest.raises(GoodwordError) as raised:
            answer_ask(made, said, day=day, by=CONSOLE)
        assert raised.value.code == code
    assert Answer.objects.count() == 1


def test_an_ask_that_never_reached_them_is_taken_back_with_its_place() -> None:
    who = free()
    made = ask(who)
    with pytest.raises(GoodwordError, match="Nothing says why"):
        withdraw_ask(made, by=CONSOLE, reason=" ")
    row = withdraw_ask(made, by=CONSOLE, reason="wrong person")
    assert withdraw_ask(made, by=CONSOLE, reason="again") == row
    with pytest.raises(GoodwordError) as raised:
        answer_ask(Ask.objects.get(pk=made.pk), "accepted", day=TODAY, by=CONSOLE)
    assert raised.value.code == "ask-withdrawn"
    assert ask(who).reservation != made.reservation


def test_what_they_answered_is_not_taken_back_and_what_a_record_says_is_not_ours_to_change() -> None:
    made = ask(free())
    answer_ask(made, "declined", day=TODAY, by=CONSOLE)
    record = Ask.objects.create(kind="talk", person_key="k", asked_on=TODAY, record_source="crm", record_id="A-1")
    for row, code in ((Ask.objects.get(pk=made.pk), "ask-answered"), (record, "ask-of-a-record")):
        with pytest.raises(GoodwordError) as raised:
            withdraw_ask(row, by=CONSOLE, reason="x")
        assert raised.value.code == code
    with pytest.raises(GoodwordError, match="arrived with an import"):
        answer_ask(record, "accepted", day=TODAY, by=CONSOLE)


def test_an_ask_hangs_on_what_they_allow() -> None:
    who = free()
    made = ask(who)
    word = allows(person(who), "quote")
    assert [one.ident for one in dependants(Concerned.by(word))] == [made.ledger_id]


def test_an_ask_without_its_place_cannot_be_written_by_anybody() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Ask.objects.create(kind="quote", person_key="crm:hemi", asked_on=TODAY)
    assert not Ask.objects.exists()
