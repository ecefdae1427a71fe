"""No spreadsheet runs a cell, and every guarded cell can be had back as it was."""

import re

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.kit.harmless import GUARDED, guarded, harmless
from tests.formulas import FORMS

RISKY_TEXTS = st.lists(st.sampled_from(["'", '"', "=", "-", "1", "\n", "\t", " ", "\u2028", "x", "%"])).map("".join)


def test_there_are_sixty_forms() -> None:
    assert len(set(FORMS)) == len(FORMS) >= 60


@pytest.mark.parametrize("form", FORMS)
def test_a_formula_is_guarded_and_nothing_of_it_is_lost(form: str) -> None:
    assert harmless(form) == f"'{form}"


@pytest.mark.parametrize("text", ["", "Ada", "a=b", "-5", "+49", "1,200.50", "-0.5", "12%", "Re: =x", "é", "#1", "3-4"])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(st.text())
def test_no_cell_begins_like_a_formula(text: str) -> None:
    told = harmless(text)
    assert isinstance(told, str)
    assert told in {text, f"'{text}"}
    seen = told.lstrip()
    if told == text and seen and seen[0] in "=+-@\t\r":
        assert seen.strip("+-").replace(".", "").replace(",", "").rstrip("%").isdigit()


@given(st.text() | RISKY_TEXTS)
def test_what_was_guarded_can_be_had_back_as_it_was(text: str) -> None:
    cell = guarded(text)
    assert re.sub(GUARDED, r"\1", cell) == text
    column = pc.replace_substring_regex(pa.array([cell]), GUARDED, r"\1")
    assert column.to_pylist() == [text]


@pytest.mark.parametrize("value", [0, -1, 2.5, True])
def test_values_that_are_no_texts_stay(value: object) -> None:
    assert harmless(value) is value


def test_nothing_is_an_empty_cell() -> None:
    assert harmless(None) == ""
