"""All open needs matched together over what is published: who is proposed, who never is, and what is said instead."""

from typing import Any

import pytest

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Hold, ListedPerson, Publication
from goodword.programme.asks.actions.ask_person import ask_person, may_ask
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.policies import OF_THE_LEDGER
from goodword.programme.needs.actions.claim_proposal import claim_proposal
from goodword.programme.needs.actions.decline_proposal import decline_proposal
from goodword.programme.needs.actions.end_need import end_need
from goodword.programme.needs.models import Matching, Need, Proposal
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.people.models import Person
from goodword.programme.stories.actions.approve_version import approve_version
from goodword.programme.stories.actions.write_story import write_story
from goodword.programme.stories.telling import Fit, Said, Telling
from goodword.programme.terms.actions.set_topics import set_topics
from goodword.runs.matching import match_needs
from tests.permissions import CONSOLE, TODAY, account, allows, forbids, person
from tests.programme.needs.wanted import filed
from tests.world import the_cast

pytestmark = pytest.mark.django_db

CLOSE = "month-end close"


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def a_need(**more: Any) -> Need:  # noqa: ANN401  # the fields of a need
    about: dict[str, Any] = {"industry": "", "use_case": CLOSE} | more
    return filed(**about)


def match() -> Matching:
    return match_needs(day=TODAY, bounds=Bounds(), by=CONSOLE)


def chosen(need: Need) -> str | None:
    return need.proposals.filter(chosen=True).values_list("person_id", flat=True).first()


def blocked(need: Need) -> dict[str, int]:
    return dict(need.obstacles.exclude(code="leave-open").values_list("code", "people"))


def test_two_needs_share_the_two_who_fit_and_a_third_hears_why_not() -> None:
    first, second, third = a_need(), a_need(), a_need(urgent=True)
    match()
    assert {chosen(first), chosen(second), chosen(third)} == {"hemi", "rhiannon", None}
    assert chosen(third) is not None
    unmet = next(need for need in (first, second) if chosen(need) is None)
    assert blocked(unmet)["taken"] == 2


def test_nobody_is_proposed_whom_the_gate_refuses_whatever_the_reason() -> None:
    need = a_need()
    opt_out_person("hemi", by=CONSOLE)
    forbids(person("rhiannon"), "reference_call")
    every = filed(industry="", text="we the a and it of", role="head finance lead data manager director chief")
    match()
    assert chosen(need) is None
    assert blocked(need)["not-allowed"] == 2
    held = set(Hold.objects.filter(act_kind="").exclude(code__in=OF_THE_LEDGER).values_list("person_id", flat=True))
    proposed = set(Proposal.objects.filter(need=every).values_list("person_id", flat=True))
    assert proposed
    assert not proposed & {*held, "hemi", "rhiannon"}
    for row in Proposal.objects.select_related("person", "need"):
        assert may_ask(row.person, row.need.act_kind_id, day=TODAY, bounds=Bounds()) is None  # type: ignore[arg-type]


def test_who_rests_is_counted_with_the_day_on_which_they_are_free() -> None:
    need = a_need()
    for who in ("hemi", "rhiannon"):
        ask_person(who, "quote", day=TODAY, bounds=Bounds(), by=CONSOLE)
    match()
    row = need.obstacles.get(code="resting")
    assert (row.people, row.opens_on and (row.opens_on - TODAY).days) == (2, 45)


def test_a_need_that_nobody_fits_is_told_what_to_leave_open() -> None:
    need = a_need(role="shipwright", language="fo")
    match()
    assert blocked(need) == {"nobody-fits": 0}
    assert need.obstacles.get(code="leave-open", name="role").people == 2


def test_done_twice_it_writes_nothing_and_after_a_change_there_is_one_set() -> None:
    need = a_need()
    first = match()
    assert match() == first
    end_need(a_need(), "missed", by=CONSOLE)
    opt_out_person("hemi", by=CONSOLE)
    second = match()
    assert second != first
    assert list(Matching.objects.all()) == [second]
    assert chosen(need) == "rhiannon"


def test_who_is_claimed_goes_to_no_other_need_and_who_was_declined_is_not_proposed_again() -> None:
    one, other = a_need(), a_need()
    match()
    mine = one.proposals.get(chosen=True)
    claim_proposal(mine, day=TODAY, bounds=Bounds(), by=CONSOLE)
    theirs = other.proposals.get(chosen=True)
    decline_proposal(theirs, by=CONSOLE, reason="A competitor of theirs.")
    match()
    assert chosen(other) is None
    assert blocked(other) == {"taken": 1, "declined": 1}


def test_a_story_that_may_be_shown_answers_without_a_call_and_no_other_does() -> None:
    need = a_need(industry="Food and drink")
    words = "We closed the books four days earlier than last year, and I slept."
    fit = Fit(industry="Food and drink", use_cases=("Month-end close",))
    told = Telling(account=account("teawa"), title="Te Awa", text=words, quotes=(Said(person("hemi"), words),), fit=fit)
    version = write_story(told, by=CONSOLE)
    approve_version(version, by=CONSOLE)
    match()
    assert not need.proposals.filter(story__isnull=False).exists()
    for key in (person("hemi"), account("teawa")):
        allows(key, "case_study")
    match()
    assert need.proposals.get(story__isnull=False).story_id == version.story_id


def test_people_who_left_and_those_of_whom_nothing_is_known_are_not_proposed() -> None:
    need = a_need(use_case="", role="head finance lead data manager director chief")
    ListedPerson.objects.filter(person_id="hemi").update(left_on=TODAY)
    match()
    silent = set(ListedPerson.objects.filter(state="silent").values_list("person_id", flat=True))
    assert silent
    assert not {"hemi", *silent} & set(need.proposals.values_list("person_id", flat=True))
    assert Person.objects.filter(pk="hemi").exists()


def test_without_anything_published_open_needs_wait_and_nothing_breaks() -> None:
    need = a_need()
    Publication.objects.all().delete()
    assert match().proposals.count() == 0
    assert blocked(need) == {}


def test_a_need_for_which_somebody_is_claimed_hears_who_else_would_do_also_where_no_other_is_open() -> None:
    need = a_need()
    match()
    mine = need.proposals.get(chosen=True)
    claim_proposal(mine, day=TODAY, bounds=Bounds(), by=CONSOLE)
    match()
    others = list(need.proposals.values_list("person_id", "chosen"))
    assert others
    assert mine.person_id not in dict(others)
    assert not any(chosen for _person, chosen in others)


def test_who_would_rather_not_speak_about_it_is_not_proposed_and_who_likes_to_is() -> None:
    need, payroll = a_need(), a_need(use_case="Payroll")
    set_topics("rhiannon", {"Month-end Close": "not"}, by=CONSOLE)
    set_topics("hemi", {"payroll": "gladly"}, by=CONSOLE)
    match()
    assert "rhiannon" not in set(need.proposals.values_list("person_id", flat=True))
    assert chosen(payroll) == "hemi"
