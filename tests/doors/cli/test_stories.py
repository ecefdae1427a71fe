"""Stories on the console: written from a file, approved, shown while everybody allows it, withdrawn."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.doors.cli.conftest import Console
from tests.doors.cli.published import publish_cast

pytestmark = pytest.mark.xdist_group("command line")

STORY = """
account = "Te Awa Dairy"
title = "=HYPERLINK(1)"
text = "Hemi says: We closed the books four days earlier."
industry = "Food and drink"
use_cases = ["Month-end close"]

[[quotes]]
person = "crm:hemi"
words = "We closed the books four days earlier."

[[outcomes]]
what = "to close the books"
before = "9 days"
after = "5 days"
"""


@pytest.fixture(scope="module")
def desk(new_console: Callable[[], Console]) -> Console:
    """A console in a workspace where the cast is published."""
    return publish_cast(new_console())


def written(folder: Path, text: str = STORY) -> str:
    file = folder / "story.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def refused(desk: Console, *command: str) -> str:
    done = desk.run("stories", *command)
    assert done.returncode == 2, done.stdout
    return " ".join(done.stderr.split())


def test_a_story_is_written_approved_shown_and_withdrawn(desk: Console, tmp_path: Path) -> None:
    assert "There is no story yet" in desk.out("stories", "list")
    made = desk.json("stories", "write", written(tmp_path))
    again = desk.json("stories", "write", written(tmp_path))
    assert made == again == {"story_id": 1, "version": 1, "asset": "story-1"}
    assert "Nobody approved this story yet." in refused(desk, "show", "1")
    desk.out("stories", "approve", "1", "1")
    assert "Nobody knows whether they allow this" in refused(desk, "show", "1")
    for whose in (("--person", "crm:hemi"), ("--account", "teawa")):
        desk.out("grant", "give", *whose, "--act", "case_study", "--said-to", "Leila")
    shown = desk.out("stories", "show", "1")
    assert "Hemi says: We closed the books four days earlier." in shown
    assert "to close the books: 9 days to 5 days" in shown
    [row] = desk.json("stories", "list", "--usable", "--audience", "public")
    assert (row["story_id"], row["approved"], row["may_show"], row["why_not"]) == (1, True, True, "")
    assert "1,teawa,'=HYPERLINK(1),case_study" in desk.out("stories", "list", "--format", "csv")
    assert "Nobody who is quoted wants a change." in desk.out("stories", "wanted")
    for _ in range(2):
        desk.out("stories", "want-change", "1", "1", "--person", "crm:hemi", "--words", "=SIX(days)")
    [wish] = desk.json("stories", "wanted")
    assert (wish["story_id"], wish["version"], wish["words"]) == (1, 1, "=SIX(days)")
    assert "'=SIX(days)" in desk.out("stories", "wanted", "--format", "csv")
    assert "no version 7" in refused(desk, "want-change", "1", "7", "--person", "crm:hemi", "--words", "x")
    assert "newer version" in refused(desk, "want-change", "1", "1", "--person", "crm:selin", "--words", "x")
    desk.out("stories", "withdraw", "1", "--reason", "They asked us to.")
    assert "This story was withdrawn." in refused(desk, "show", "1")
    assert desk.json("stories", "list", "--usable") == []
    verbs = [entry["verb"] for entry in desk.json("audit", "list", "--noun", "story")]
    assert verbs == ["withdraw", "want_change", "approve", "write"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = ", "is not TOML"),
        (STORY.replace('account = "Te Awa Dairy"', ""), "account is missing"),
        (STORY.replace("title =", "titel ="), "titel means nothing here"),
        (STORY.replace('"=HYPERLINK(1)"', "7"), "title is no text"),
        (f"employees = true\n{STORY}", "employees is no whole number of people"),
        (STORY.replace('["Month-end close"]', '"Month-end close"'), "use_cases is no list of texts"),
        (STORY.replace("[[quotes]]", "[quotes]"), "quotes is no list"),
        (STORY.replace("person =", "who ="), "who of quotes 1 means nothing here"),
        (STORY.replace('after = "5 days"', ""), "after of outcomes 1 is missing"),
        (STORY.replace("Te Awa Dairy", "Nowhere Ltd"), "No company is known by “Nowhere Ltd”"),
        (STORY.replace('words = "We', 'words = "I'), "do not stand in the text"),
    ],
)
def test_whatever_is_wrong_in_a_file_is_said_in_a_sentence(desk: Console, tmp_path: Path, text: str, said: str) -> None:
    before = desk.json("stories", "list")
    assert said in refused(desk, "write", written(tmp_path, text))
    assert desk.json("stories", "list") == before


def test_what_is_not_there_is_said(desk: Console, tmp_path: Path) -> None:
    assert "cannot be read" in refused(desk, "write", str(tmp_path / "none.toml"))
    assert "There is no story 99." in refused(desk, "show", "99")
    assert "There is no story 99." in refused(desk, "write", written(tmp_path), "--story", "99")
