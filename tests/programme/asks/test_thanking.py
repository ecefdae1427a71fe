"""Thanking comes before asking: what is owed, what settles it, and that no letter goes out before."""

from datetime import timedelta

import pytest

from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.answer_moment import answer_moment
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.actions.withdraw_answer import withdraw_answer
from goodword.programme.advocates.models import Moment
from goodword.programme.asks.actions.send_ask import Post, send_ask
from goodword.programme.asks.actions.thank_person import thank_person
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.filling import Wording
from goodword.programme.asks.models import Ask, AskLetter, Reservation, Thank
from goodword.programme.asks.thanking import owed_thanks, refuse_unthanked
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.models import Person
from goodword.programme.team.models import AuditEntry
from tests.permissions import CONSOLE, TODAY, forbids, person
from tests.world import the_cast

pytestmark = pytest.mark.django_db

WORDS = Wording("Would you?", "Would you?\n{answer_link}\n")
SAID_ON = TODAY - timedelta(days=1)  # Hemi's newest good words


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def send(because: str = "") -> AskLetter:
    post = Post(to="hemi@teawa.example", sender="leila@northwind.example", url_of=lambda secret: f"https://x/{secret}/")
    bounds = Bounds()
    return send_ask(
        "hemi",
        "quote",
        WORDS,
        post,
        token="t",  # of a form
        day=TODAY,
        bounds=bounds,
        by=CONSOLE,
        unthanked_because=because,
    )


def refused(because: str = "") -> str:
    with pytest.raises(GoodwordError) as raised:
        send(because)
    assert (Ask.objects.count(), Reservation.objects.count(), AskLetter.objects.count()) == (0, 0, 0)
    return raised.value.code


def test_no_letter_asks_whom_nobody_thanked_and_nothing_of_it_is_kept() -> None:
    owed = owed_thanks(person("hemi"))
    assert owed is not None
    assert str(owed).startswith("We closed the books")
    assert refused() == "thank-first"
    assert refused("  ") == "thank-first"
    assert not AuditEntry.objects.filter(noun="place").exists()


@pytest.mark.parametrize("how", Thank.HOWS)
def test_who_was_thanked_since_may_be_asked(how: str) -> None:
    thank_person("hemi", how, day=SAID_ON, by=CONSOLE)
    assert owed_thanks(person("hemi")) is None
    assert send("not needed").unthanked_because == ""
    assert AuditEntry.objects.filter(verb="thank", noun="person").count() == 1


def test_thanks_of_before_they_said_it_settle_nothing() -> None:
    thank_person("hemi", "call", day=SAID_ON - timedelta(days=1), by=CONSOLE)
    assert refused() == "thank-first"


def test_a_thank_at_the_moment_counts_until_it_is_taken_back() -> None:
    moment = Moment.objects.get(person_id="hemi")
    answer = answer_moment(moment, "thank", by=CONSOLE)
    assert owed_thanks(person("hemi")) is None
    withdraw_answer(answer, by=CONSOLE)
    assert owed_thanks(person("hemi")) is not None
    answer_moment(moment, "pass", by=CONSOLE)
    assert owed_thanks(person("hemi")) is not None


def test_a_reason_is_kept_with_the_letter() -> None:
    assert send(" They wrote to us first. ").unthanked_because == "They wrote to us first."


def test_graver_reasons_come_first() -> None:
    forbids(person("hemi"), "quote")
    assert refused() == "denied-by-person"


def test_nothing_is_owed_to_whom_no_good_words_are_known_of() -> None:
    Person.objects.create(person_id="silent", name="Silent")
    assert owed_thanks(person("silent")) is None


def test_nothing_is_owed_before_what_goes_by_lot() -> None:
    assert refuse_unthanked(owed_thanks(person("hemi")), "review", "") is None


def test_thanks_follow_a_merge() -> None:
    Person.objects.create(person_id="h.ngata", name="H. Ngata")
    thank_person("h.ngata", "note", day=SAID_ON, by=CONSOLE)
    merge_people("hemi", "h.ngata", by=CONSOLE, reason="one address")
    assert owed_thanks(Person.objects.get(pk=Person.today_of("hemi"))) is None


def test_the_same_thank_is_written_once_and_none_that_cannot_be() -> None:
    assert thank_person("hemi", "call", day=TODAY, by=CONSOLE) == thank_person("hemi", "call", day=TODAY, by=CONSOLE)
    for how, day, code in (
        ("flowers", TODAY, "unknown-thank"),
        ("call", TODAY + timedelta(days=9), "thanked-in-future"),
    ):
        with pytest.raises(GoodwordError) as raised:
            thank_person("hemi", how, day=day, by=CONSOLE)
        assert raised.value.code == code
    assert Thank.objects.count() == 1
