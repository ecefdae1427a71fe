"""What is queued, what is refused at the door, and what a person may decide."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.outbox.actions.claim_letter import claim_letter
from goodword.programme.outbox.actions.confirm_arrival import confirm_arrival
from goodword.programme.outbox.actions.drop_letter import wipe_late_secrets, withdraw_letter
from goodword.programme.outbox.actions.queue_letter import queue_letter
from goodword.programme.outbox.actions.record_outcome import record_outcome
from goodword.programme.outbox.actions.send_again import send_again
from goodword.programme.outbox.models import Attempt, Letter, Waiting
from goodword.programme.outbox.policies import checked_address
from goodword.programme.outbox.querysets import HELD_AFTER
from goodword.programme.outbox.standing import counts, standing_of
from goodword.programme.team.actor import Actor
from goodword.programme.team.models.audit import AuditEntry
from tests.letters import a_draft, queued

pytestmark = pytest.mark.django_db
CONSOLE = Actor.console()


def refusal(**changed: Any) -> str:  # noqa: ANN401  # a draft's own fields
    with pytest.raises(GoodwordError) as caught:
        queue_letter(a_draft(**changed), by=CONSOLE)
    assert not Letter.objects.exists()
    return caught.value.code


def trail() -> list[tuple[str, str]]:
    return list(AuditEntry.objects.order_by("number").values_list("verb", "noun"))


def test_the_same_key_is_the_same_letter() -> None:
    first, second = queued(), queued(text="Other words")
    assert first == second
    assert (Letter.objects.count(), Waiting.objects.count()) == (1, 1)
    assert Letter.objects.get().text.startswith("We closed the books")
    assert trail() == [("queue", "letter")]


def test_a_letter_that_was_sent_is_not_queued_again() -> None:
    queued()
    attempt = claim_letter("w", now=clock.now())
    assert attempt is not None
    record_outcome(attempt, "sent", "250", now=clock.now())
    queued()
    assert not Waiting.objects.exists()


@pytest.mark.parametrize(
    "address",
    [
        *("", "nobody", "a@b", "<>", "é@teawa.example", "ana@teawa.example\x00"),
        "ana@teawa.example, ben@teawa.example",
        "ana@teawa.example\nBcc: ben@teawa.example",
        "Ana\r\nBcc: ben@teawa.example <ana@teawa.example>",
    ],
)
def test_what_is_no_single_address_is_refused(address: str) -> None:
    assert refusal(to=address) == "bad-email"
    assert refusal(sender=address) == "bad-email"
    if address:
        assert refusal(reply_to=address) == "bad-email"


def test_names_and_foreign_domains_take_their_one_form() -> None:
    letter = queued(to="Ana O’Neil <Ana@BÜCHER.example>")
    assert letter.to == "Ana O’Neil <Ana@xn--bcher-kva.example>"


@pytest.mark.parametrize("breaker", ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\x00"])
def test_no_header_can_be_smuggled_in(breaker: str) -> None:
    assert refusal(subject=f"Hello{breaker}Bcc: ben@teawa.example") == "bad-subject"
    assert refusal(unsubscribe_url=f"https://x.example/{breaker}Bcc: ben@teawa.example") == "bad-link"


@given(st.text())
def test_an_address_that_is_taken_is_one_line_and_one_address(text: str) -> None:
    try:
        taken = checked_address(text)
    except GoodwordError:
        return
    assert taken.isprintable()
    assert taken.count("@") == 1


def test_the_database_itself_takes_no_second_line_in_a_header() -> None:
    letter = queued()
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(subject="Hello\nBcc: ben@teawa.example")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"purpose": "gossip"}, "no-purpose"),
        ({"subject": "  "}, "empty-letter"),
        ({"text": ""}, "empty-letter"),
        ({"unsubscribe_url": "javascript:alert(1)"}, "bad-link"),
    ],
)
def test_other_things_that_make_no_letter(changed: dict[str, str], code: str) -> None:
    assert refusal(**changed) == code


def test_a_letter_is_claimed_once() -> None:
    queued()
    assert claim_letter("one", now=clock.now()) is not None
    assert claim_letter("two", now=clock.now()) is None


def dies_while_sending(**changed: Any) -> Attempt:  # noqa: ANN401  # a draft's own fields
    queued(**changed)
    attempt = claim_letter("a worker that dies", now=clock.now() - HELD_AFTER)
    assert attempt is not None
    return attempt


def test_nobody_decides_while_it_is_being_sent() -> None:
    queued()
    attempt = claim_letter("w", now=clock.now())
    assert attempt is not None
    for decide in (confirm_arrival, send_again):
        with pytest.raises(GoodwordError) as caught:
            decide(attempt, by=CONSOLE)
        assert (caught.value.code, caught.value.retry) == ("letter-at-work", True)


def test_what_a_dead_worker_left_is_held_until_somebody_says_it_arrived() -> None:
    attempt = dies_while_sending(now=clock.now() - timedelta(hours=1))
    assert standing_of(attempt.letter, now=clock.now())[0] == "held"
    assert claim_letter("another", now=clock.now() + timedelta(days=9)) is None
    confirm_arrival(attempt, by=CONSOLE, reason="Hemi has it")
    assert standing_of(Letter.objects.get(), now=clock.now()) == ("sent", "a person said so: Hemi has it")
    assert counts(clock.now())["held"] == 0
    assert trail() == [("queue", "letter"), ("confirm", "letter")]


def test_or_that_it_goes_again_under_the_same_message_id() -> None:
    attempt = dies_while_sending(now=clock.now() - timedelta(hours=1))
    send_again(attempt, by=CONSOLE, reason="Hemi has nothing")
    again = claim_letter("another", now=clock.now() + timedelta(seconds=1))
    assert again is not None
    assert (again.number, again.letter.message_id) == (2, attempt.letter.message_id)
    assert trail()[-1] == ("send_again", "letter")


def test_one_decision_counts() -> None:
    attempt = dies_while_sending(now=clock.now() - timedelta(hours=1))
    confirm_arrival(attempt, by=CONSOLE)
    with pytest.raises(GoodwordError) as caught:
        send_again(attempt, by=CONSOLE)
    assert caught.value.code == "ruled-already"
    assert not Waiting.objects.exists()


def test_a_sent_letter_is_not_sent_again() -> None:
    queued()
    attempt = claim_letter("w", now=clock.now())
    assert attempt is not None
    record_outcome(attempt, "sent", "250 kept", now=clock.now())
    with pytest.raises(GoodwordError) as caught:
        send_again(attempt, by=CONSOLE)
    assert caught.value.code == "letter-sent"


def test_a_late_code_is_not_sent_again() -> None:
    attempt = dies_while_sending(purpose="sign_in_code", now=clock.now() - HELD_AFTER)
    with pytest.raises(GoodwordError) as caught:
        send_again(attempt, by=CONSOLE)
    assert caught.value.code == "letter-expired"


def test_words_of_a_late_code_are_wiped_also_while_it_is_held() -> None:
    dies_while_sending(purpose="sign_in_code", text="Your code is 123 456", now=clock.now() - HELD_AFTER)
    assert wipe_late_secrets(now=clock.now()) == 1
    assert Letter.objects.get().text == ""


def test_what_waits_can_be_taken_back_and_what_left_cannot() -> None:
    letter = queued()
    withdraw_letter(letter, by=CONSOLE, reason="a mistake")
    assert claim_letter("w", now=clock.now()) is None
    assert standing_of(Letter.objects.get(), now=clock.now()) == ("dropped", "withdrawn: a mistake")
    with pytest.raises(GoodwordError) as caught:
        withdraw_letter(letter, by=CONSOLE)
    assert caught.value.code == "letter-gone"


def test_pauses_grow_and_end_when_it_would_be_too_late() -> None:
    now = clock.now()
    queued(now=now, expires_at=now + timedelta(hours=2))
    waits = []
    while (attempt := claim_letter("w", now=now)) is not None:
        record_outcome(attempt, "later", "451 busy", now=now)
        place = Waiting.objects.first()
        if place is None:
            break
        waits.append((place.due_at - now).total_seconds())
        now = place.due_at
    assert waits == [15, 60, 300, 900, 3600]
    assert counts(now)["dropped"] == 1
