"""What the values of a column look like: enough to doubt a name, or to make up for a missing one."""

from collections.abc import Callable, Mapping, Sequence

from goodword.evidence.intake.checking.faults import Fault
from goodword.evidence.intake.checking.moments import DAY_FIRST, read_moment
from goodword.evidence.intake.checking.numbers import COMMA, POINT, read_number
from goodword.evidence.intake.checking.words import UNKNOWN, read_choice, read_yes_no
from goodword.evidence.records.table import DAY, INSTANT, NUMBER, WHOLE, YES_NO, Column

_LOOKS_AT = 60


class Looks:
    """Some values of every column of a sheet, and what they look like; each question is answered once."""

    def __init__(self, samples: Mapping[str, Sequence[str | None]]) -> None:
        """Keep a few distinct values of each header."""
        self._words = {header: _some(values) for header, values in samples.items()}
        self._answers: dict[tuple[str, str], float] = {}

    def share_fitting(self, table: str, column: Column, header: str) -> float | None:
        """Which share of a header's values a column could take; None where there are none to look at."""
        words = self._words.get(header)
        if not words:
            return None
        question, fits = _question(table, column)
        key = (header, question)
        if key not in self._answers:
            self._answers[key] = sum(map(fits, words)) / len(words)
        return self._answers[key]


def _some(values: Sequence[str | None]) -> list[str]:
    words = (value.strip() for value in values if value)
    distinct = dict.fromkeys(word for word in words if word and word.lower() not in UNKNOWN)
    return list(distinct)[:_LOOKS_AT]


def _question(table: str, column: Column) -> tuple[str, Callable[[str], bool]]:
    """What a column asks of a value, under a name that is the same for columns that ask the same."""
    if column.choices:
        return f"{table}.{column.name}", lambda word: not isinstance(read_choice(word, table, column), Fault)
    if column.name == "emails" or column.name.endswith("email"):
        return "address", lambda word: "@" in word
    if column.type in {DAY, INSTANT}:
        return "moment", lambda word: not isinstance(read_moment(word, DAY_FIRST), Fault)
    if column.type in {NUMBER, WHOLE}:
        return f"number {column.low} {column.high}", lambda word: _is_number(word, column)
    if column.type == YES_NO:
        return "yes or no", lambda word: not isinstance(read_yes_no(word), Fault)
    return "anything", bool


def _is_number(word: str, column: Column) -> bool:
    for mark in (POINT, COMMA):
        number = read_number(word, mark)
        if not isinstance(number, Fault):
            low = float("-inf") if column.low is None else column.low
            high = float("inf") if column.high is None else column.high
            return low <= number <= high
    return False
