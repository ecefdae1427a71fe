"""Quotes are shown with what stands around them, and every word of it is exact."""

import json
from datetime import datetime
from typing import Any

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from goodword.evidence.records.findings import REMARKS, SIGNALS, TEXTS
from goodword.programme.advocates.publishing.evidence import (
    AROUND,
    pieces_of_evidence,
    pieces_of_remarks,
    texts_by_record,
    with_speakers,
)


def row(text: str) -> dict[str, object]:
    return {"text": text, "at": datetime(2026, 11, 18, 9), "channel": "ticket", "table": "interactions", "id": "t-1"}


def span(text: str, start: int, end: int) -> dict[str, object]:
    return {"table": "interactions", "id": "t-1", "quote": text[start:end], "start": start, "end": end}


def piece_of_remark(found: dict[str, object], text: dict[str, object]) -> dict[str, Any]:
    texts = texts_by_record(pa.Table.from_pylist([text], schema=TEXTS.arrow()))
    remarks = with_speakers(pa.Table.from_pylist([found], schema=REMARKS.arrow()), texts)
    piece: dict[str, Any] = json.loads(pieces_of_remarks(remarks, texts)[0].as_py())
    return piece


@given(st.text(alphabet="ab .!\n", min_size=1, max_size=600), st.data())
def test_before_and_after_are_the_very_words_of_the_record(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    piece = piece_of_remark(span(text, start, end), row(text))
    assert piece["before"] + piece["quote"] + piece["after"] in text
    assert text[:start].endswith(piece["before"])
    assert text[end:].startswith(piece["after"])
    assert max(len(piece["before"]), len(piece["after"])) <= AROUND


def test_surroundings_begin_and_end_with_a_sentence() -> None:
    text = "First. " * 40 + "We love it." + " Last." * 40
    start = text.index("We love it.")
    piece = piece_of_remark(span(text, start, start + 11), row(text))
    assert piece["before"].startswith("First.")
    assert piece["after"].endswith("Last.")


def test_offsets_that_give_other_words_get_no_surroundings() -> None:
    wrong = {**span("We love it, really.", 0, 10), "quote": "We hate it"}
    piece = piece_of_remark(wrong, row("We love it, really."))
    assert (piece["before"], piece["after"]) == ("", "")


def test_a_quote_whose_record_is_not_at_hand_stands_alone() -> None:
    evidence = pa.array([{**span("We love it.", 0, 11), "numbers": '{"score":10}'}], _EVIDENCE)
    texts = texts_by_record(TEXTS.empty())
    piece = json.loads(pieces_of_evidence(evidence, texts, pa.nulls(1, pa.int32()))[0].as_py())
    assert (piece["quote"], piece["at"], piece["numbers"]) == ("We love it.", None, {"score": 10})


_EVIDENCE = SIGNALS.arrow().field("evidence").type.value_type


@given(st.text(), st.text())
def test_whatever_was_said_comes_back_as_it_was(said: str, title: str) -> None:
    text = row(said) | {"channel": title}
    piece = piece_of_remark(span(said, 0, len(said)), text)
    assert (piece["quote"], piece["channel"]) == (said, title)


def test_what_stands_around_words_in_a_call_is_not_what_others_said() -> None:
    text = "Gonzalo (Vendor): It is faster than ever.\nPhoebe: I slept. It paid for itself. Truly.\nGonzalo: Great."
    quote = "It paid for itself."
    start = text.index(quote)
    piece = piece_of_remark(span(text, start, start + len(quote)), row(text))
    assert (piece["before"], piece["after"]) == ("I slept. ", " Truly.")
