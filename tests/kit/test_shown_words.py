"""Tags and cue times are for machines: people read the words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.kit.shown_words import shown_words


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("We <b>love</b> the planner.", "We love the planner."),
        ("<p class='x'>It saves us a week&nbsp;a month.</p>", " It saves us a week\xa0a month. "),
        ('style="color:red">It just works.</span> We', "It just works. We"),
        ("Great.<br/>We will renew.<o:p></o:p>", "Great. We will renew. "),
        ("We cut six weeks\n\n7\n00:00:14.000 --> 00:00:16.500\nto four days.", "We cut six weeks to four days."),
    ],
)
def test_tags_and_cue_times_are_not_shown(kept: str, read: str) -> None:
    assert shown_words(kept).split() == read.split()


@pytest.mark.parametrize(
    "words",
    [
        "Ask Ann <ann@harbour.example>, she loves it.",
        "I <3 it, 5 < 6 and 7 > 3.",
        "We love the planner.\n\nIt just works.",
        "R&amp;D loves it.",
        "list<int> is a type",
    ],
)
def test_words_that_only_look_like_tags_stay(words: str) -> None:
    assert shown_words(words) == words


@given(st.text(alphabet="ab <>/p\n\"'=-:0.", max_size=200))
def test_no_tag_is_left_and_nothing_is_added(words: str) -> None:
    read = shown_words(words)
    assert re.search(r"</?[abp]/?>", read) is None
    assert len(read) <= len(words)
