"""Quotes are shown with what stands around them, and every word of it is exact."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from goodword.programme.advocates.publishing.evidence import AROUND, Texts, piece_of_evidence, piece_of_remark


def row(text: str) -> dict[str, object]:
    return {"text": text, "at": datetime(2026, 11, 18, 9), "channel": "ticket", "title": None}


def span(text: str, start: int, end: int) -> dict[str, object]:
    return {"table": "interactions", "id": "t-1", "quote": text[start:end], "start": start, "end": end}


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
    evidence = {**span("We love it.", 0, 11), "numbers": '{"score":10}'}
    piece = piece_of_evidence(evidence, Texts(rows={}))
    assert (piece["quote"], piece["at"], piece["numbers"]) == ("We love it.", None, {"score": 10})


def test_what_stands_around_words_in_a_call_is_not_what_others_said() -> None:
    text = "Gonzalo (Vendor): It is faster than ever.\nPhoebe: I slept. It paid for itself. Truly.\nGonzalo: Great."
    quote = "It paid for itself."
    start = text.index(quote)
    piece = piece_of_remark(span(text, start, start + len(quote)), row(text))
    assert (piece["before"], piece["after"]) == ("I slept. ", " Truly.")
