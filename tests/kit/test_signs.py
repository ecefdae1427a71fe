"""Signs that nobody sees are named where they do not belong, and left alone where they do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.kit.signs import bare, has_letters, has_lost_letters, meant, visible

AS_THEY_ARE = (
    "María José García-López",
    "Mari\u0301a",
    "山田 太郎",
    "محمد بن سلمان",
    "\u200fנועה\u200f",  # noqa: RUF001  # a name
    "می\u200cخواهم",  # noqa: RUF001  # a name
    "श्री\u200dमान",
    "Anna \U0001f469\u200d\U0001f4bb",
    "O'Neill, Shaun",
)


@pytest.mark.parametrize("name", AS_THEY_ARE)
def test_names_of_any_script_stand_as_they_are(name: str) -> None:
    assert visible(name) == name
    assert meant(name) == ""
    assert has_letters(name)
    assert not has_lost_letters(name)


def test_what_does_not_belong_there_is_named() -> None:
    assert visible("\u202eevil\u202c") == "[U+202E]evil[U+202C]"
    assert visible("Jo\u200diner \u200fplain") == "Jo[U+200D]iner [U+200F]plain"
    assert visible("a\x00b\ufeff") == "a[U+0000]b[U+FEFF]"


def test_a_text_read_in_the_wrong_encoding_says_what_it_was() -> None:
    assert meant("JosÃ© PÃ©rez") == "José Pérez"
    assert has_lost_letters("Jos\ufffd")
    assert not has_letters("12345 —\U0001f984")


@given(st.text())
def test_naming_them_twice_changes_nothing_more(text: str) -> None:
    seen = visible(text)
    assert visible(seen) == seen
    assert (seen == text) == (len(seen) == len(text)) == (bare(text) == text)


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F)))
def test_plain_letters_are_never_doubted(text: str) -> None:
    assert visible(text) == text
