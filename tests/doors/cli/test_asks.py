"""Asking on the console: may they be asked, that they were, what they said; and nobody is asked twice."""

from collections.abc import Callable

import pytest

from tests.doors.cli.conftest import Console
from tests.doors.cli.published import publish_cast

pytestmark = pytest.mark.xdist_group("command line")


@pytest.fixture(scope="module")
def desk(new_console: Callable[[], Console]) -> Console:
    """A console in a workspace where the cast is published."""
    return publish_cast(new_console())


def test_a_letter_is_shown_before_anything_is_sent_and_comes_from_somebody(desk: Console) -> None:
    dry = desk.out("ask", "send", "hemi", "quote", "--dry-run")
    assert "{answer_link}" in dry
    assert "Nothing was sent." in dry
    sent = desk.run("ask", "send", "hemi", "quote")
    assert (sent.returncode, "A letter that asks comes from somebody." in sent.stderr) == (2, True)
    assert desk.json("ask", "list", "--person", "hemi") == []
    stranger = desk.run("ask", "send", "hemi", "quote", "--from", "nobody@x.example", "--dry-run")
    assert (stranger.returncode, "No colleague signs in" in stranger.stderr) == (2, True)


def test_no_letter_leaves_before_they_were_thanked_or_somebody_says_why_not(desk: Console) -> None:
    desk.out("user", "add", "leila@northwind.example", "--role", "csm", "--generate")
    send = ("ask", "send", "hemi", "quote", "--from", "leila@northwind.example")
    assert "Nobody has thanked them yet" in desk.out(*send, "--dry-run")
    refused = desk.run(*send)
    assert (refused.returncode, "goodword ask thanked hemi" in " ".join(refused.stderr.split())) == (2, True)
    assert "No mail server is set" in desk.run(*send, "--unthanked-because", "They wrote to us.").stderr
    assert "thanked by call" in desk.out("ask", "thanked", "hemi", "call")
    assert "Nobody has thanked them yet" not in desk.out(*send, "--dry-run")
    assert "no way of thanking" in desk.run("ask", "thanked", "hemi", "flowers").stderr


def test_somebody_is_asked_once_answers_and_rests(desk: Console) -> None:
    assert desk.json("ask", "list") == []
    assert "Nobody was asked here yet" in desk.out("ask", "list")
    on = ("--on", "2026-11-20")
    assert desk.out("ask", "check", "hemi", "reference_call", *on).endswith("may be asked.\n")
    made = desk.json("ask", "person", "hemi", "reference_call", *on)
    assert (made["person_id"], made["asked_on"], made["answer"]) == ("hemi", "2026-11-20", "")
    again = desk.run("ask", "person", "hemi", "quote", "--on", "2026-12-01")
    assert again.returncode == 2
    assert "rest until" in " ".join(again.stderr.split())
    no = desk.run("ask", "check", "hemi", "quote", "--on", "2026-12-01", "--format", "json")
    assert '"resting"' in no.stdout
    assert "Written down: not_now" in desk.out("ask", "answer", made["ask_id"], "not_now", "--on", "2026-11-21")
    assert desk.run("ask", "check", "hemi", "quote", "--on", "2027-02-18").returncode == 1
    (row,) = desk.json("ask", "list", "--person", "hemi")
    assert (row["answer"], row["withdrawn"]) == ("not_now", False)
    assert "reference_call" in desk.out("ask", "list", "--format", "csv")


@pytest.mark.parametrize("way", [("check",), ("person",), ("send", "--dry-run"), ("send",)])
def test_nobody_is_chosen_for_a_public_review_in_any_way(desk: Console, way: tuple[str, ...]) -> None:
    asked, (verb, *more) = desk.json("ask", "list"), way
    no = desk.run("ask", verb, "rhiannon", "review", *more)
    said = " ".join((no.stdout + no.stderr).split())
    assert no.returncode in {1, 2}
    assert "people are drawn by lot: Public review." in said
    assert "Asking only those who are content misleads whoever reads it." in said
    assert desk.json("ask", "list") == asked


def test_an_ask_that_never_reached_them_is_taken_back(desk: Console) -> None:
    made = desk.json("ask", "person", "selin", "quote", "--on", "2026-11-20")
    assert "free again" in desk.out("ask", "withdraw", made["ask_id"], "--reason", "I never called.")
    assert desk.json("ask", "person", "selin", "talk", "--on", "2026-11-20")["act_kind"] == "talk"
    unknown = desk.run("ask", "answer", "ledger:99", "accepted")
    assert (unknown.returncode, "There is no ask" in unknown.stderr) == (2, True)
