"""What of a person each role sees: what may not be seen is left out, whichever field it hides in."""

import pytest
from django.forms import model_to_dict
from hypothesis import given
from hypothesis import strategies as st

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import KIND_BITS, Generation, Hold, ListedPerson, Remark, Signal
from goodword.programme.advocates.sight import Sight, stands_behind
from goodword.programme.team.roles import RIGHTS, Right, Role
from tests.cast import TODAY
from tests.world import the_cast

pytestmark = pytest.mark.django_db
SALES, EXECUTIVE, CSM, MANAGER = (Sight(RIGHTS[role]) for role in (Role.SALES, Role.EXECUTIVE, Role.CSM, Role.MANAGER))


@pytest.fixture
def generation() -> Generation:
    return publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def listed(generation: Generation, person: str) -> ListedPerson:
    return ListedPerson.objects.within(generation).about(person).get()


def test_who_cares_for_people_sees_all_of_them(generation: Generation) -> None:
    for person in ("rhiannon", "hemi", "ingrid"):
        row = listed(generation, person)
        assert model_to_dict(CSM.person(row)) == model_to_dict(row)


def test_sales_sees_who_somebody_is_and_neither_number_nor_address(generation: Generation) -> None:
    hemi = SALES.person(listed(generation, "hemi"))
    assert (hemi.name, hemi.title, hemi.account) == ("Hemi Ngata", "General Manager Finance", "Te Awa Dairy")
    assert (hemi.email, hemi.person_keys, hemi.owner_email) == ("", [], "")
    assert (hemi.best_likelihood, hemi.best_low, hemi.best_high, hemi.account_arr) == (None, None, None, None)
    assert not hemi.kinds & KIND_BITS["promoter"], "a promoter is a score under another name"
    assert hemi.words is None, "what he wrote in the survey is for others"


def test_sales_reads_what_was_said_in_public(generation: Generation) -> None:
    for person, table in (("etienne", "posts"), ("lucia", "interactions")):
        words = SALES.person(listed(generation, person)).words
        assert words is not None
        assert (words["table"], words["id"], words["numbers"]) == (table, None, {})


def test_a_hold_tells_sales_only_that_somebody_rests(generation: Generation) -> None:
    ingrid = SALES.person(listed(generation, "ingrid"))
    assert (ingrid.hold_code, "ticket" in ingrid.hold_sentence.lower()) == ("resting", False)
    hold = SALES.hold(Hold.objects.within(generation).about("ingrid").get())
    assert (hold.code, hold.evidence, "ticket" in hold.sentence.lower()) == ("resting", [], False)
    assert CSM.hold(hold) is hold


def test_an_executive_reads_the_words_but_not_our_notes_around_them(generation: Generation) -> None:
    selin = next(one for one in Remark.objects.within(generation).about("selin") if one.piece["channel"] == "call")
    assert "I don’t do that with software." in selin.piece["after"]
    seen = EXECUTIVE.remarks([selin])[0].piece
    assert (seen["quote"], seen["after"], seen["title"]) == (selin.piece["quote"], "", None)
    assert EXECUTIVE.person(listed(generation, "selin")).email == ""


def test_signals_are_for_those_who_see_numbers_and_words(generation: Generation) -> None:
    rows = list(Signal.objects.within(generation).about("hemi"))
    assert SALES.signals(rows) == []
    assert [one.signal_id for one in EXECUTIVE.signals(rows)] == [one.signal_id for one in rows]


def test_a_csm_with_accounts_of_their_own_sees_their_people(generation: Generation) -> None:
    own = Sight(RIGHTS[Role.CSM], "Leila@Northwind.example")
    people = set(own.people(generation).values_list("person_id", flat=True))
    assert people == {"rhiannon", "hemi"}
    assert own.counts(generation)["people"] == 2
    stranger = Sight(RIGHTS[Role.CSM], "nobody@northwind.example")
    assert stranger.counts(generation)["moments"]["waiting"] == 0
    assert not stranger.people(generation).exists()


def test_a_record_stands_behind_a_person_or_it_does_not(generation: Generation) -> None:
    assert stands_behind(generation, "rhiannon", "interactions", "t-48213")
    assert not stands_behind(generation, "hemi", "interactions", "t-48213")


@given(st.sets(st.sampled_from(sorted(Right))))
def test_more_rights_never_show_less(some: set[Right]) -> None:
    piece = {"table": "responses", "id": "1", "quote": "x", "numbers": {"score": 9}, "channel": "survey", "before": "b"}
    fewer, more = Sight(frozenset(some)), Sight(frozenset(some | {Right.SEE_COMMENTS, Right.SEE_SCORES}))
    seen = fewer.piece(piece)
    if seen is not None:
        then = more.piece(piece)
        assert then is not None
        assert {name for name, value in seen.items() if value} <= {name for name, value in then.items() if value}
    assert fewer.piece(piece) is None or Right.SEE_COMMENTS in some
