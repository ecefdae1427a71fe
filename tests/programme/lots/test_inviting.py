"""Who was drawn is invited when their own limits let them, once, and nobody in their place."""

import re
from datetime import date, timedelta

import pytest

from goodword.doors.mail.inviting_drawn import invite_due, write_invitation
from goodword.doors.mail.overtaking import overtaken
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Hold, ListedPerson
from goodword.programme.asks.actions.answer_ask import answer_ask
from goodword.programme.asks.actions.ask_person import ask_person
from goodword.programme.asks.actions.set_limit import set_limit
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.models import Ask, AskLetter, Reservation
from goodword.programme.lots.actions.invite_drawn import invite_drawn
from goodword.programme.lots.models import Eligible, Exclusion, Invitation, Wait
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.people.models import Person
from tests.permissions import CONSOLE, forbids, person
from tests.programme.lots.drawn import drawn_by, invite, row_of, site
from tests.world import TODAY

pytestmark = pytest.mark.django_db


def test_who_was_not_drawn_is_not_invited() -> None:
    made = drawn_by(site(size=1))
    other = Eligible.objects.filter(draw=made, place=None).first()
    assert other is not None
    with pytest.raises(GoodwordError) as raised:
        invite(other)
    assert (raised.value.code, Ask.objects.count()) == ("not-drawn", 0)


def test_an_invitation_is_an_ask_in_the_ledger_with_a_letter_that_discloses_and_a_way_out() -> None:
    made = drawn_by(site())
    came = invite(row_of("hemi", made))
    assert isinstance(came, Invitation)
    assert invite(row_of("hemi", made)) == came
    letter = AskLetter.objects.get().letter
    for words in ("You were drawn by lot.", "https://peerview.example/northwind", letter.unsubscribe_url):
        assert words in letter.text
    assert letter.unsubscribe_url.startswith("https://goodword.northwind.example/")
    assert "{" not in letter.text
    assert (came.ask.kind, came.ask.reservation is not None, overtaken(letter)) == ("review", True, "")
    opt_out_person("hemi", by=CONSOLE)
    assert "opted out" in overtaken(letter)


def test_the_letter_says_the_same_to_the_content_and_the_discontent() -> None:
    made = drawn_by(site())
    told = {
        re.sub(r"^(Dear|Guten Tag).*", "", wording.text)
        for one in Person.objects.filter(lots__draw=made, language="")
        if (written := write_invitation(made, one)) and (wording := written[0])
    }
    assert len(told) == 1


def test_who_rests_is_invited_on_the_first_day_that_lets_them_and_nobody_in_their_place() -> None:
    made = drawn_by(site(size=3))
    drawn = [one.person_id for one in Eligible.objects.drawn().filter(draw=made)]
    Hold.objects.all().delete()
    ask_person(drawn[0], "quote", day=TODAY - timedelta(days=5), bounds=Bounds(), by=CONSOLE)
    assert invite_due(day=TODAY, by=CONSOLE) == {"waits": 1, "invited": 2}
    wait = Wait.objects.get()
    assert (wait.opens_on, wait.why) == (TODAY + timedelta(days=40), "resting")
    assert invite_due(day=TODAY + timedelta(days=39), by=CONSOLE) == {}
    assert invite_due(day=TODAY + timedelta(days=40), by=CONSOLE) == {"invited": 1}
    assert [one.person_id for one in Eligible.objects.drawn().filter(draw=made)] == drawn
    assert set(Invitation.objects.values_list("row__person_id", flat=True)) == set(drawn)


def test_who_is_at_the_cap_waits_for_the_next_quarter() -> None:
    made = drawn_by(site())
    bounds = Bounds(asks_a_quarter=1, rest_days=1)
    Hold.objects.all().delete()
    ask_person("hemi", "quote", day=TODAY - timedelta(days=5), bounds=bounds, by=CONSOLE)
    came = invite_drawn(row_of("hemi", made).pk, write=write_invitation, day=TODAY, bounds=bounds, by=CONSOLE)
    assert isinstance(came, Wait)
    assert (came.opens_on, came.why) == (date(2027, 1, 1), "capped")


def test_who_said_not_now_waits_as_long_as_they_asked_for() -> None:
    made = drawn_by(site())
    Hold.objects.all().delete()
    asked = ask_person("hemi", "quote", day=TODAY - timedelta(days=60), bounds=Bounds(), by=CONSOLE)
    answer_ask(asked, "not_now", day=TODAY - timedelta(days=10), by=CONSOLE)
    came = invite(row_of("hemi", made))
    assert isinstance(came, Wait)
    assert (came.opens_on, came.why) == (TODAY + timedelta(days=80), "not-now")


def _opt_out() -> None:
    opt_out_person("hemi", by=CONSOLE)


def _deny() -> None:
    forbids(person("hemi"), "review")


def _want_none() -> None:
    set_limit("hemi", asks_a_quarter=0, days_between=None, by=CONSOLE)


@pytest.mark.parametrize(("word", "why"), [(_opt_out, "opted-out"), (_deny, "denied"), (_want_none, "limit")])
def test_who_says_no_after_the_draw_is_left_in_peace_and_not_replaced(word: object, why: str) -> None:
    made = drawn_by(site())
    many = Eligible.objects.drawn().count()
    assert callable(word)
    word()
    came = invite(row_of("hemi", made))
    assert isinstance(came, Exclusion)
    assert (came.why, Eligible.objects.drawn().count(), Ask.objects.count()) == (why, many, 0)
    assert invite(row_of("hemi", made)) == came


def test_a_hold_keeps_nobody_from_being_invited() -> None:
    made = drawn_by(site())
    generation = ListedPerson.objects.get(person_id="hemi").generation_id
    Hold.objects.create(generation_id=generation, person_id="hemi", hold_id="y", code="urgent_ticket", sentence="Fire.")
    assert isinstance(invite(row_of("hemi", made)), Invitation)


def test_two_who_turn_out_to_be_one_are_invited_once() -> None:
    made = drawn_by(site())
    merge_people("hemi", "selin", by=CONSOLE)
    Reservation.objects.all().delete()
    came = [type(invite(row_of(one, made))) for one in ("hemi", "selin")]
    assert came == [Invitation, Exclusion]
    assert Exclusion.objects.get().why == "same-person"
