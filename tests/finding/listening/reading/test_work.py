"""Hostile text costs no more work a character than kind text: steps are counted, not seconds.

Time beside it: `bench/reading.py`.
"""

import re
import sys
from importlib import import_module
from pkgutil import iter_modules
from types import CodeType

import pytest

from goodword.finding.listening import reading
from goodword.finding.listening.reading.passages import read
from goodword.finding.listening.reading.sentences import sentences
from tests.finding.listening.reading.steps import Counter, attacks

ROOM = "goodword.finding.listening.reading"
PATTERNS = {
    f"{module.name}.{name}": value
    for module in iter_modules(reading.__path__)
    for name, value in vars(import_module(f"{ROOM}.{module.name}")).items()
    if isinstance(value, re.Pattern)
}
# Tried once at the front of so many characters at most; every other pattern is sought through texts of any length.
WINDOWS = {
    "captions._TIMING": 400,
    "captions._DASH": 400,
    "markdown._HEADING": 400,
    "markdown._DEFINITION": 400,
    "quoting._REPLY": 400,
    "quoting._FROM": 200,
    "quoting._FIELD": 60,
    "sentences._BULLET": 120,
    "sentences._GREETING": 120,
    "signatures._SIGN_OFF": 80,
    "signatures._SOFT_SIGN_OFF": 80,
    "signatures._DEVICE": 300,
    "signatures._DISCLAIMER": 300,
    "signatures._BANNER": 300,
    "signatures._POSTSCRIPT": 20,
    "signatures._CONTACT": 80,
    "speakers._LABEL": 160,
    "speakers._STAMPED": 80,
    "speakers._ANGLED": 80,
    "speakers._REPLIED": 160,
}
HOSTILE = (
    "a",
    "It works. ",
    "a 1. ",
    "!?",
    "\n",
    "\u201c",
    "Thanks\n\n",
    "> x\n",
    "Ann: x\nTom: x\n",
    "From: a\nTo: b\nCc: c\n",
    "On Mon, Tom wrote:\n\n",
    "-- \nPS: x\n",
    "<p>",
    "<blockquote>",
    "<div class=gmail_quote>x",
    "<script>",
    "<script>x</script>",
    "<!--",
    "<!-- -->",
    "```\n",
    "|x|\n|-|\n",
    "[x](",
    "*a_ ",
    "1\n00:00:01,000 --> 00:00:02,000\nAnn: x\n\n",
    "00:01.000 --> 00:02.000\n<v Ann>x<v Tom>y",
)
MOST_AT_ONE_PLACE = 20_000
MOST_A_LETTER = 400
SHORT = 200
GROWTH = 3  # twice the text; steps that grow as its square would be four times as many


def test_the_matcher_that_counts_matches_as_python_does() -> None:
    for name, pattern in PATTERNS.items():
        for text in list(attacks(pattern, 40))[::9]:
            found = pattern.match(text)
            assert Counter(pattern).matched(text) == (found.end() if found else None), (name, text)


@pytest.mark.parametrize("name", sorted(WINDOWS))
def test_a_pattern_at_one_place_takes_bounded_steps(name: str) -> None:
    pattern = PATTERNS[name]
    for text in attacks(pattern, WINDOWS[name] - 1):  # the last letter spoils the match
        counter = Counter(pattern, MOST_AT_ONE_PLACE)
        counter.matched(text[: WINDOWS[name]])
        assert counter.steps <= MOST_AT_ONE_PLACE, text


@pytest.mark.parametrize("name", sorted(PATTERNS.keys() - WINDOWS.keys()))
def test_a_pattern_sought_through_a_text_takes_steps_in_proportion(name: str) -> None:
    pattern = PATTERNS[name]
    for short, long in zip(attacks(pattern, SHORT), attacks(pattern, 2 * SHORT), strict=True):
        once, twice = Counter(pattern, MOST_A_LETTER * len(short)), Counter(pattern, MOST_A_LETTER * len(long))
        once.found(short)
        twice.found(long)
        assert twice.steps <= GROWTH * once.steps, long


def work_of(text: str) -> int:
    """How many lines of the room run while a text is read."""
    count = 0

    def ran(code: CodeType, _line: int) -> None:
        nonlocal count
        count += "/listening/reading/" in code.co_filename

    watch, tool = sys.monitoring, sys.monitoring.OPTIMIZER_ID
    watch.use_tool_id(tool, "work")
    watch.register_callback(tool, watch.events.LINE, ran)
    watch.set_events(tool, watch.events.LINE)
    try:
        words, passages = read(text, person_name="Ann Bell")
        for passage in passages:
            sentences(words, passage.start, passage.end)
    finally:
        watch.set_events(tool, watch.events.NO_EVENTS)
        watch.register_callback(tool, watch.events.LINE, None)
        watch.free_tool_id(tool)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_reading_runs_lines_in_proportion_to_the_text(piece: str) -> None:
    assert work_of(piece * 400) <= 2.2 * work_of(piece * 200) + 100


@pytest.mark.parametrize("bomb", [r"(?:[!?]+[.!?]*)(?=\s|$)", r"-{2,}\s?x", r"(?:a+)+b", r"\s*:"])
def test_a_bomb_would_be_noticed(bomb: str) -> None:
    name = "bomb"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(PATTERNS, name, re.compile(bomb))
        with pytest.raises((AssertionError, RecursionError)):
            test_a_pattern_sought_through_a_text_takes_steps_in_proportion(name)
