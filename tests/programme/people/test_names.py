"""Names are compared and shortened the same way in every language."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goodword.programme.people.names import fold, given_name, initials


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("Selin Yıldız", "yildiz"),
        ("Étienne Tremblay", "etienne"),
        ("Łukasz Øygård", "lukasz oygard"),
        ("Groß & Söhne", "gross & sohne"),
    ],
)
def test_a_name_is_found_on_any_keyboard(written: str, sought: str) -> None:
    assert fold(sought) in fold(written)


@given(st.text())
@example("\N{MATHEMATICAL DOUBLE-STRUCK CAPITAL S}")
@example("ẞ")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Rhiannon Pugh", "RP"), ("Joost van der Meer", "JM"), ("Mei-Ling", "ML"), ("Hemi", "H"), ("", "?"), ("…", "?")],
)
def test_initials_stand_for_first_and_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_one_is_called_by_the_first_part_of_the_name() -> None:
    assert given_name("Joost van der Meer") == "Joost"
    assert given_name("  ") == ""
