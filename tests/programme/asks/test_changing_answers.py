"""They may answer otherwise as long as nothing was done; what they said before is kept."""

from datetime import timedelta

import pytest

from goodword.kit.errors import GoodwordError
from goodword.programme.acts.models import Act
from goodword.programme.acts.theirs import is_done
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.asks.actions.ask_person import ask_person, may_ask
from goodword.programme.asks.actions.change_answer import change_answer
from goodword.programme.asks.actions.withdraw_ask import withdraw_ask
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.models import Answer, Ask, EarlierAnswer
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry
from tests.permissions import CONSOLE, TODAY, person
from tests.world import the_cast

pytestmark = pytest.mark.django_db

THEM = Actor("link", "7", "", "portal")
LATER = TODAY + timedelta(days=3)


@pytest.fixture
def ask(db: None) -> Ask:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
    return ask_person("hemi", "quote", day=TODAY, bounds=Bounds(), by=CONSOLE)


def say(ask: Ask, answer: str, *, done: bool = False) -> Answer:
    return change_answer(ask, answer, day=LATER, by=THEM, done=done)


def test_the_last_word_counts_and_the_ones_before_are_kept(ask: Ask) -> None:
    for answer in ("not_now", "never", "never", "accepted"):
        say(ask, answer)
    assert Answer.objects.get(ask=ask).answer == "accepted"
    assert list(EarlierAnswer.objects.order_by("pk").values_list("answer", flat=True)) == ["not_now", "never"]
    told = AuditEntry.objects.filter(noun="ask", object_id=ask.ledger_id).order_by("number")
    assert list(told.values_list("verb", "actor_kind")) == [("answer", "link"), ("change", "link"), ("change", "link")]


def test_never_counts_at_once_and_a_yes_after_it_lifts_it(ask: Ask) -> None:
    say(ask, "never")
    day = TODAY + timedelta(days=400)
    refusal = may_ask(person("hemi"), "quote", day=day, bounds=Bounds())
    assert refusal is not None
    assert refusal.code == "never"
    say(ask, "accepted")
    assert may_ask(person("hemi"), "quote", day=day, bounds=Bounds()) is None


def test_what_is_done_keeps_its_answer(ask: Ask) -> None:
    say(ask, "accepted")
    assert not is_done(ask)
    Act.objects.create(kind="quote", person_key="crm:hemi", done_on=LATER)
    assert is_done(ask)
    with pytest.raises(GoodwordError) as raised:
        say(ask, "never", done=True)
    assert raised.value.code == "done-already"
    assert say(ask, "accepted", done=True).answer == "accepted"
    assert not EarlierAnswer.objects.exists()


def test_what_others_did_or_was_done_before_is_not_this_ask_done(ask: Ask) -> None:
    Act.objects.create(kind="quote", person_key="crm:selin", done_on=LATER)
    Act.objects.create(kind="talk", person_key="crm:hemi", done_on=LATER)
    Act.objects.create(kind="quote", person_key="crm:hemi", done_on=TODAY - timedelta(days=1))
    assert not is_done(ask)


def test_no_answer_is_given_to_an_ask_that_was_taken_back(ask: Ask) -> None:
    withdraw_ask(ask, by=CONSOLE, reason="wrong person")
    with pytest.raises(GoodwordError) as raised:
        say(Ask.objects.get(pk=ask.pk), "accepted")
    assert raised.value.code == "ask-withdrawn"
