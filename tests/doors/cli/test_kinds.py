"""Kinds of acts on the console: see them, try a change, make it, add one; and no review is chosen for."""

from collections.abc import Callable

import pytest

from tests.doors.cli.conftest import Console
from tests.doors.cli.published import publish_cast

pytestmark = pytest.mark.xdist_group("command line")


@pytest.fixture(scope="module")
def desk(new_console: Callable[[], Console]) -> Console:
    """A console in a workspace where the cast is published."""
    return publish_cast(new_console())


def test_a_change_is_tried_then_made_and_counts_at_once(desk: Console) -> None:
    tried = desk.out("kinds", "change", "talk", "company_first=yes", "--preview")
    assert "people now, 0 then. Nothing was changed." in tried
    assert desk.json("kinds", "show", "talk")["changes"] == []
    assert "may be asked" in desk.out("ask", "check", "hemi", "talk")
    assert "It counts at once" in desk.out("kinds", "change", "talk", "company_first=yes", "--reason", "they insist")
    refused = desk.run("ask", "check", "hemi", "talk")
    assert (refused.returncode, "whether their company allows this" in " ".join(refused.stdout.split())) == (1, True)
    told = desk.json("kinds", "show", "talk")
    assert (told["company_first"], told["changes"][0]["reason"]) == (True, "they insist")
    assert "Nothing changed" in desk.out("kinds", "change", "talk", "company_first=yes")
    assert "Change 1" in desk.out("kinds", "show", "talk")


def test_one_of_ones_own_is_added_and_asked_for(desk: Console) -> None:
    assert "Added: podcast" in desk.out(
        "kinds", "add", "podcast", "Podcast guest", "minutes=60", "asked_by=csm,manager"
    )
    row = next(one for one in desk.json("kinds", "list") if one["code"] == "podcast")
    assert (row["name"], row["minutes"], row["asked_by"]) == ("Podcast guest", 60, ["csm", "manager"])
    assert "podcast,Podcast guest,60" in desk.out("kinds", "list", "--format", "csv")
    assert "Podcast guest" in desk.out("kinds", "list")
    dry = desk.out("ask", "send", "hemi", "podcast", "--dry-run")
    assert "Would you help us with this: Podcast guest?" in dry
    assert "about 60 minutes" in dry


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("change", "review", "by_choice=yes"), "consumer-protection"),
        (("add", "site_rating", "Stars"), "consumer-protection"),
        (("change", "talk", "colour=red"), "names no field"),
        (("change", "talk", "load=heavy"), "whole number"),
        (("change", "talk", "needs_story=perhaps"), "yes or no"),
        (("change", "talk", "load=99", "--preview"), "cannot be 99"),
        (("change", "parade", "load=1"), "no kind of act"),
        (("add", "talk", "Talk"), "is shipped"),
    ],
)
def test_what_makes_no_sense_is_refused_with_the_way_out(desk: Console, arguments: tuple[str, ...], says: str) -> None:
    done = desk.run("kinds", *arguments)
    assert (done.returncode, says in " ".join(done.stderr.split())) == (2, True)


def test_a_letter_is_printed_changed_tried_and_brought_back(desk: Console) -> None:
    first = desk.out("letters", "show", "quote", "en")
    assert first.startswith("Subject: May we quote you?\n\nDear {person},")
    file = desk.workspace.parent / "letter.txt"
    file.write_text("Subject: May we, {person}?\n\nDear {person},\n\n{return}\n\n{answer_link}\n", encoding="utf-8")
    assert "Version 1 is in use" in desk.out("letters", "change", "quote", "en", str(file))
    assert "Nothing changed" in desk.out("letters", "change", "quote", "en", str(file))
    assert "Subject: May we, Hemi?" in desk.out("letters", "show", "quote", "en", "--for", "hemi")
    row = next(one for one in desk.json("letters", "list") if (one["act_kind"], one["language"]) == ("quote", "en"))
    assert row["version"] == 1
    assert "Version 2 is in use" in desk.out("letters", "back", "quote", "en", "0")
    assert desk.out("letters", "show", "quote", "en").partition("Version")[0] == first.partition("Version")[0]
    file.write_text("Subject: x\n\n{salary} {answer_link}\n", encoding="utf-8")
    wrong = desk.run("letters", "change", "quote", "en", str(file))
    assert (wrong.returncode, "Line 1 names {salary}" in wrong.stderr) == (2, True)
    file.write_text("no subject", encoding="utf-8")
    assert "does not begin with its subject" in desk.run("letters", "change", "quote", "en", str(file)).stderr
