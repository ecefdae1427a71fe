import pytest

from bench.quality.finders import label_at
from bench.quality.listening import TRAPS

REMARKS = [
    {"start": 0, "end": 20, "label": "thanks"},
    {"start": 21, "end": 60, "label": "win"},
]


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [(0, 20, "thanks"), (21, 60, "win"), (10, 50, "win"), (60, 80, "none"), (20, 21, "none")],
)
def test_a_span_is_what_it_shares_most_words_with(start: int, end: int, label: str) -> None:
    assert label_at(REMARKS, start, end) == label


def test_a_record_without_remarks_is_neither() -> None:
    assert label_at([], 0, 5) == "none"


def test_sarcasm_and_courtesy_are_among_the_traps() -> None:
    assert {"sarcasm", "was_until", "quoted_mail", "thanks"} <= set(TRAPS)
