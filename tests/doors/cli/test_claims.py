"""Who is chosen for a request, on the console: claimed, swapped, asked, taken back, passed over, not asked."""

from collections.abc import Callable

import pytest

from tests.doors.cli.conftest import Console
from tests.doors.cli.published import publish_cast

pytestmark = pytest.mark.xdist_group("command line")

_STORY = """
from goodword.programme.stories.actions.approve_version import approve_version
from goodword.programme.stories.actions.write_story import write_story
from goodword.programme.stories.telling import Fit, Said, Telling
from tests.permissions import CONSOLE, account, allows, person
words = "It fits."
fit = Fit(role="finance", use_cases=("month-end close",))
told = Telling(account=account("teawa"), title="Te Awa", text=words, quotes=(Said(person("hemi"), words),), fit=fit)
approve_version(write_story(told, by=CONSOLE), by=CONSOLE)
for key in (person("hemi"), account("teawa")):
    allows(key, "case_study")
"""


@pytest.fixture(scope="module")
def desk(new_console: Callable[[], Console]) -> Console:
    """A console in a workspace where the cast is published and a request is filed that a story answers as well."""
    desk = publish_cast(new_console(), also=_STORY)
    desk.out("needs", "file", "--role", "finance", "--use-case", "month-end close")
    return desk


def refused(desk: Console, *command: str) -> str:
    done = desk.run(*command)
    assert done.returncode == 2, done.stdout
    return " ".join(done.stderr.split())


def standing(desk: Console) -> str:
    return str(desk.json("needs", "list")[0]["standing"])


def test_somebody_is_chosen_swapped_for_a_story_and_taken_back(desk: Console) -> None:
    for _ in range(2):
        assert "Hemi Ngata is chosen. Whoever cares for them is told." in desk.out("needs", "claim", "1", "Hemi Ngata")
    assert standing(desk) == "claimed"
    assert "takes story 1" in desk.out("needs", "claim", "1", "story-1")
    assert standing(desk) == "story"
    assert "Nobody is chosen for request 1." in desk.out("needs", "unclaim", "1")
    assert standing(desk) == "open"
    assert "Nobody is chosen for request 1." in refused(desk, "needs", "unclaim", "1")


def test_who_is_passed_over_is_proposed_again_once_that_is_taken_back(desk: Console) -> None:
    passed = desk.out("needs", "pass", "1", "hemi", "--reason", "Another country.")
    assert "Hemi Ngata" not in passed
    assert "not proposed for this request any more" in refused(desk, "needs", "claim", "1", "hemi")
    assert "Hemi Ngata" in desk.out("needs", "propose-again", "1", "hemi")
    assert "was not passed over" in refused(desk, "needs", "propose-again", "1", "hemi")


def test_who_is_not_asked_is_declined_with_a_reason(desk: Console) -> None:
    desk.out("needs", "claim", "1", "hemi")
    assert "Missing option" in desk.run("needs", "refuse", "1").stderr
    assert "They are not asked." in desk.out("needs", "refuse", "1", "--reason", "They are on leave.")
    assert standing(desk) == "open"
    assert "Hemi Ngata" in desk.out("needs", "propose-again", "1", "hemi")


def test_the_letter_for_a_request_says_why_and_only_to_whoever_was_chosen(desk: Console) -> None:
    asked = ("ask", "send", "hemi", "reference_call", "--dry-run", "--unthanked-because", "We met.", "--need", "1")
    assert "is not chosen for request 1" in refused(desk, *asked)
    desk.out("needs", "claim", "1", "hemi")
    assert "would like to hear from" in desk.out(*asked)
    assert "is not chosen for request 1" in refused(desk, "ask", "person", "hemi", "quote", "--need", "1")
    other = ("ask", "send", "hemi", "quote", "--dry-run", "--unthanked-because", "We met.", "--need", "1")
    assert "is not chosen for request 1" in refused(desk, *other)


def test_the_console_says_what_is_wrong_with_a_choice(desk: Console) -> None:
    assert "There is no request 99." in refused(desk, "needs", "claim", "99", "hemi")
    assert "nobody" in refused(desk, "needs", "claim", "1", "zzz").lower()
    assert "not proposed for this request any more" in refused(desk, "needs", "claim", "1", "story-99")


def test_who_was_asked_by_word_of_mouth_is_asked_for_the_request(desk: Console) -> None:
    desk.out("needs", "claim", "1", "hemi")
    assert "nobody said yes to a meeting yet" in desk.out("needs", "times", "1")
    asked = desk.json("ask", "person", "hemi", "reference_call", "--need", "1")
    assert standing(desk) == "asked"
    assert "They were asked already." in refused(desk, "needs", "unclaim", "1")
    desk.out("ask", "answer", asked["ask_id"], "accepted")
    assert standing(desk) == "agreed"
    assert "They choose times" in desk.out("needs", "times", "1")
