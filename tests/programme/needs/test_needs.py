"""Needs: what may be filed, who may be claimed, and how each ends; over rows that the actions wrote."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.asks.actions.answer_ask import answer_ask
from goodword.programme.asks.actions.ask_person import ask_person
from goodword.programme.asks.bounds import Bounds
from goodword.programme.desk.models import Notification
from goodword.programme.needs.actions.claim_proposal import claim_proposal
from goodword.programme.needs.actions.decline_proposal import decline_proposal, take_back_decline
from goodword.programme.needs.actions.end_claim import decline_claim, take_back_claim
from goodword.programme.needs.actions.end_need import end_need, reopen_need
from goodword.programme.needs.actions.keep_feedback import keep_feedback
from goodword.programme.needs.actions.keep_matches import keep_matches
from goodword.programme.needs.actions.swap_claim import swap_claim
from goodword.programme.needs.actions.tie_ask import tie_ask
from goodword.programme.needs.models import Claim, Decline, Feedback, Matching, Need, NeedEnding, Obstacle, Proposal
from goodword.programme.needs.wanting import Blocked, Matched
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.personal import Subject, declared
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry, User
from goodword.programme.team.roles import Role
from tests.permissions import CONSOLE, TODAY, forbids, person
from tests.programme.needs.wanted import filed, found, proposed
from tests.team import let_in
from tests.world import the_cast

pytestmark = pytest.mark.django_db

COUNTED = (Need, Claim, Decline, NeedEnding, Feedback, AuditEntry, Notification)


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def claim(proposal: Proposal) -> Claim:
    return claim_proposal(proposal, day=TODAY, bounds=Bounds(), by=CONSOLE)


def refused(call: Any, *args: Any, **named: Any) -> str:  # noqa: ANN401  # any action
    """The code of the refusal; nothing was written."""
    before = [kind.objects.count() for kind in COUNTED]
    with pytest.raises(GoodwordError) as raised:
        call(*args, **named)
    assert raised.value.mend.endswith(".")
    assert [kind.objects.count() for kind in COUNTED] == before
    return raised.value.code


def told_last() -> tuple[str, str]:
    last = AuditEntry.objects.order_by("number").last()
    assert last is not None
    return last.verb, last.noun


def test_a_need_is_filed_once_however_often_its_form_is_sent() -> None:
    first, again = filed(token="form-1"), filed(token="form-1")
    assert first == again
    assert told_last() == ("file", "need")
    assert filed(token="form-2") != first


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"industry": " "}, "need-says-nothing"),
        ({"act_kind": "review"}, "by-lot-only"),
        ({"act_kind": "community_answer"}, "nobody-asks"),
        ({"act_kind": "flattery"}, "unknown-act-kind"),
        ({"needed_by": TODAY - timedelta(days=1)}, "needed-in-the-past"),
        ({"text": "x" * 4_001}, "need-too-long"),
        ({"employees": -1}, "need-too-long"),
        ({"role": "x" * 201}, "need-too-long"),
    ],
)
def test_a_need_that_cannot_be_met_is_refused_with_the_way_to_mend_it(more: dict[str, Any], code: str) -> None:
    assert refused(filed, **more) == code


def test_open_needs_stand_in_order_the_urgent_first_then_by_their_day() -> None:
    late, none = filed(needed_by=TODAY + timedelta(days=9)), filed()
    soon, urgent = filed(needed_by=TODAY), filed(urgent=True)
    assert list(Need.objects.open().in_order()) == [urgent, soon, late, none]
    end_need(urgent, "cancelled", by=CONSOLE, reason="The deal is lost.")
    assert urgent not in Need.objects.open()


def test_a_new_matching_takes_the_place_of_the_one_before_and_the_same_again_changes_nothing() -> None:
    need = filed()
    first = keep_matches(Matched((need.pk,), found(need, "hemi")), day=TODAY, by=CONSOLE)
    assert keep_matches(Matched((need.pk,), found(need, "hemi")), day=TODAY, by=CONSOLE) == first
    second = keep_matches(Matched((need.pk,), found(need, "selin", "hemi")), day=TODAY, by=CONSOLE)
    assert Matching.current() == second
    assert list(Proposal.objects.values_list("person_id", "chosen")) == [("selin", True), ("hemi", False)]


def test_a_matching_that_breaks_off_leaves_the_set_of_before() -> None:
    need = filed()
    proposed(need, "hemi")
    twice = (*found(need, "selin"), *found(need, "hemi"))  # two are chosen for one need: the database refuses that
    with pytest.raises(IntegrityError), transaction.atomic():
        keep_matches(Matched((need.pk,), twice), day=TODAY, by=CONSOLE)
    assert list(Proposal.objects.values_list("person_id", flat=True)) == ["hemi"]


def test_a_matching_leaves_out_what_ended_and_who_is_gone_meanwhile() -> None:
    need, over = filed(), filed()
    end_need(over, "missed", by=CONSOLE)
    some = (*found(need, "hemi", "nobody-any-more"), *found(over, "selin"))
    blocked = (Blocked(need_id=over.pk, code="resting", people=1), Blocked(need_id=need.pk, code="capped", people=2))
    keep_matches(Matched((need.pk, over.pk), some, blocked), day=TODAY, by=CONSOLE)
    assert list(Proposal.objects.values_list("need", "person")) == [(need.pk, "hemi")]
    assert list(Obstacle.objects.values_list("code", "people")) == [("capped", 2)]


def test_whoever_cares_for_the_account_is_told_of_a_claim_and_the_customer_is_not() -> None:
    leila = let_in("leila@northwind.example", Role.CSM, reach="own")
    boss = let_in("boss@northwind.example", Role.MANAGER)
    made = claim(proposed(filed(), "hemi")[0])
    assert told_last() == ("claim", "need")
    notice = Notification.objects.get()
    assert (notice.user, notice.kind, notice.url) == (leila, "need_claimed", f"/requests/{made.need_id}/")
    assert "hemi" not in str(notice.facts).lower()
    claim(proposed(filed(), "selin")[0])  # nobody cares for her account
    assert Notification.objects.get(user=boss).kind == "need_claimed"


def test_a_claim_is_made_once_and_a_second_person_only_by_a_swap() -> None:
    hemi, selin = proposed(filed(), "hemi", "selin")
    first = claim(hemi)
    assert claim(hemi) == first
    assert refused(claim, selin) == "claimed-already"
    second = swap_claim(first, selin, day=TODAY, bounds=Bounds(), by=CONSOLE)
    assert hemi.need.standing_claim == second
    first.refresh_from_db()
    assert first.end.how == "swapped"
    assert swap_claim(second, selin, day=TODAY, bounds=Bounds(), by=CONSOLE) == second


def test_a_swap_for_somebody_who_may_not_be_asked_leaves_the_claim_as_it_is() -> None:
    hemi, selin = proposed(filed(), "hemi", "selin")
    first = claim(hemi)
    opt_out_person("selin", by=CONSOLE)
    assert refused(swap_claim, first, selin, day=TODAY, bounds=Bounds(), by=CONSOLE) == "opted-out"
    assert hemi.need.standing_claim == first


def test_nobody_is_claimed_against_the_gate_though_a_matching_proposed_them_before() -> None:
    hemi = proposed(filed(), "hemi")[0]
    forbids(person("hemi"), "reference_call")
    assert refused(claim, hemi) == "denied-by-person"


def test_two_claims_at_the_same_moment_are_one() -> None:
    made = claim(proposed(filed(), "hemi")[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.create(need=made.need, nth=made.nth, person_id="selin", at=made.at)


def test_a_claim_is_taken_back_until_they_were_asked() -> None:
    hemi = proposed(filed(), "hemi")[0]
    made = claim(hemi)
    assert take_back_claim(made, by=CONSOLE) == take_back_claim(made, by=CONSOLE)
    again = claim(hemi)
    assert again.nth == 2
    ask = ask_person("hemi", "reference_call", day=TODAY, bounds=Bounds(), by=CONSOLE)
    assert tie_ask(again, ask, by=CONSOLE) == tie_ask(again, ask, by=CONSOLE)
    assert refused(take_back_claim, again, by=CONSOLE) == "asked-already"
    assert not Claim.objects.waiting().exists()


def test_a_claim_ends_once_they_said_no_and_somebody_else_may_be_claimed() -> None:
    hemi, selin = proposed(filed(), "hemi", "selin")
    made = claim(hemi)
    ask = ask_person("hemi", "reference_call", day=TODAY, bounds=Bounds(), by=CONSOLE)
    tie_ask(made, ask, by=CONSOLE)
    answer_ask(ask, "declined", day=TODAY, by=CONSOLE)
    assert swap_claim(made, selin, day=TODAY, bounds=Bounds(), by=CONSOLE).person_id == "selin"


def test_who_is_declined_is_not_claimed_again_and_whoever_needed_them_is_told() -> None:
    rep = let_in("rep@northwind.example", Role.SALES)
    hemi = proposed(filed(), "hemi")[0]
    made = claim_proposal(hemi, day=TODAY, bounds=Bounds(), by=actor_of(rep))
    assert refused(decline_claim, made, by=CONSOLE, reason=" ") == "reason-needed"
    ended = decline_claim(made, by=CONSOLE, reason="Their renewal is in talks.")
    assert decline_claim(made, by=CONSOLE, reason="Again.") == ended
    assert Notification.objects.get(user=rep).kind == "need_declined"
    assert told_last() == ("decline", "claim")
    assert refused(claim, hemi) == "declined-for-it"


def actor_of(user: User) -> Actor:
    return Actor("user", str(user.pk), str(user), "web", user_id=str(user.pk))


def test_a_proposal_is_declined_with_a_reason_once_and_that_is_taken_back() -> None:
    hemi = proposed(filed(), "hemi")[0]
    assert refused(decline_proposal, hemi, by=CONSOLE, reason="") == "reason-needed"
    word = decline_proposal(hemi, by=CONSOLE, reason="A competitor of theirs.")
    assert decline_proposal(hemi, by=CONSOLE, reason="Another reason.") == word
    take_back_decline(word, by=CONSOLE)
    assert claim(hemi).person_id == "hemi"


def test_a_need_ends_once_and_is_opened_again() -> None:
    need = filed()
    hemi, selin = proposed(need, "hemi", "selin")
    assert refused(end_need, need, "forgotten", by=CONSOLE) == "unknown-ending"
    assert refused(end_need, need, "cancelled", by=CONSOLE) == "reason-needed"
    assert refused(end_need, need, "done", by=CONSOLE) == "nothing-claimed"
    claim(hemi)
    ended = end_need(need, "done", by=CONSOLE)
    assert end_need(need, "done", by=CONSOLE) == ended
    assert refused(end_need, need, "missed", by=CONSOLE) == "need-over"
    assert refused(claim, selin) == "need-over"
    assert reopen_need(need, by=CONSOLE) in Need.objects.open()
    assert told_last() == ("reopen", "need")
    reopen_need(need, by=CONSOLE)
    assert AuditEntry.objects.filter(verb="reopen").count() == 1


def test_feedback_is_kept_once_a_question_and_only_after_the_act() -> None:
    need = filed()
    claim(proposed(need, "hemi")[0])
    assert refused(keep_feedback, need, "rep", "helped", yes=True, by=CONSOLE) == "not-over-yet"
    end_need(need, "done", by=CONSOLE)
    need = Need.objects.get(pk=need.pk)
    keep_feedback(need, "rep", "helped", yes=True, by=CONSOLE)
    keep_feedback(need, "rep", "helped", yes=False, by=CONSOLE, words="They chose another.")
    assert list(Feedback.objects.values_list("yes", "words")) == [(False, "They chose another.")]
    assert refused(keep_feedback, need, "rep", "again", yes=True, by=CONSOLE) == "unknown-question"


def test_nothing_is_left_of_somebody_who_is_erased_and_the_need_stays() -> None:
    need = filed()
    hemi, _selin = proposed(need, "hemi", "selin")
    decline_claim(claim(hemi), by=CONSOLE, reason="Hemi is away.")
    subject = Subject(person_ids=("hemi",))
    for one in declared():
        if one.model.startswith("needs.") and getattr(one, "rows", None):
            one.of(subject).delete()  # type: ignore[union-attr]  # it has rows
    assert not Claim.objects.exists()
    assert not Decline.objects.exists()
    assert list(Proposal.objects.values_list("person_id", flat=True)) == ["selin"]
    assert Need.objects.get() == need


def test_what_names_something_is_one_line_however_it_was_pasted() -> None:
    need = filed(prospect="Hallam\nBcc: x@y.example", industry=" Food \t and\r\ndrink ", text="Two\nlines.")
    assert (need.prospect, need.industry, need.text) == ("Hallam Bcc: x@y.example", "Food and drink", "Two\nlines.")
