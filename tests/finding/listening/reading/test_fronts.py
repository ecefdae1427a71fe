"""The lists of first letters that spare a pattern its search: a pattern that grows must not outgrow its list.

What a pattern may begin with is read off the pattern itself, as Python's own parser has it.
"""

import re
from collections.abc import Iterable
from re import _parser  # the only reader of patterns there is
from typing import Any

import pytest

from goodword.finding.listening.reading import sentences, signatures

_ANYTHING = "\0"  # a set of characters that holds no letter we could name


def _joined(fronts: set[str], following: set[str]) -> set[str]:
    return {(front + more)[:2] for front in fronts for more in (following if len(front) < 2 else {""})}


def _of_all(parts: Iterable[tuple[Any, Any]]) -> set[str]:
    found = {""}
    for name, said in parts:
        one = {chr(said).lower()} if str(name) == "LITERAL" else _of_one(str(name), said)
        found = _joined(found, one)
    return found


def _of_one(name: str, said: Any) -> set[str]:  # noqa: ANN401 what the parser gives differs by name
    match name:
        case "IN":
            return {chr(one).lower() if str(kind) == "LITERAL" else _ANYTHING for kind, one in said}
        case "BRANCH":
            return set[str]().union(*(_of_all(branch) for branch in said[1]))
        case "SUBPATTERN":
            return _of_all(said[3])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, parts = said
            once = _of_all(parts)
            often = _joined(once, once) if int(most) > 1 else set[str]()
            return ({""} if least == 0 else set()) | (once if least < 2 else set()) | often
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return {""}
    return {_ANYTHING}


def beginnings(pattern: re.Pattern[str]) -> set[str]:
    """The first two ASCII letters of whatever a pattern matches."""
    return {
        front
        for front in _of_all(_parser.parse(pattern.pattern, pattern.flags))
        if len(front) == 2 and front.isalpha() and front.isascii()
    }


@pytest.mark.parametrize("name", ["_SIGN_OFF", "_SOFT_SIGN_OFF", "_DEVICE", "_DISCLAIMER", "_BANNER"])
def test_every_end_of_a_mail_begins_with_letters_that_are_listed(name: str) -> None:
    found = beginnings(getattr(signatures, name))
    assert found
    assert found <= signatures._ENDING


def test_every_greeting_begins_with_letters_that_are_listed() -> None:
    found = beginnings(sentences._GREETING)
    assert {"hi", "gu", "bo"} < found
    assert found <= sentences._GREETED
