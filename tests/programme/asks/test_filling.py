"""Filling a letter's fields: what is hostile in a template is refused with its line, and what is hostile in a value
stays a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.kit.errors import GoodwordError
from goodword.programme.asks.filling import Wording, filled, linked, refuse_subject, refuse_wording
from goodword.programme.asks.shipped_letters import LANGUAGES, plain_letter, shipped_letter
from goodword.programme.permissions.kinds import SHIPPED

WORDS = "Dear {person},\n\nyou said “{quote}”.\n\n{answer_link}\n"
HOSTILE = "{{person}} {person.__class__} {0} {answer_link!r} %s {% load %}"


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("a\nb {{person}}\n{answer_link}", "stray-brace", "Line 2"),
        ("a\nb\n{person\n{answer_link}", "stray-brace", "Line 3"),
        ("a } b\n{answer_link}", "stray-brace", "Line 1"),
        ("{person.email} {answer_link}", "stray-brace", "Line 1"),
        ("{person!r} {answer_link}", "stray-brace", "Line 1"),
        ("{0} {answer_link}", "stray-brace", "Line 1"),
        ("a\n{salary} {answer_link}", "unknown-field", "Line 2 names {salary}"),
        ("Dear {person}", "no-answer-link", "{answer_link}"),
        ("  \n", "empty-letter", "words"),
        ("x" * 10_001 + "{answer_link}", "long-letter", "10000"),
    ],
)
def test_a_template_that_cannot_be_filled_is_refused_where_it_is_wrong(text: str, code: str, said: str) -> None:
    refusal = refuse_wording(Wording("Hello", text))
    assert refusal is not None
    assert (refusal.code, said in refusal.sentence) == (code, True)
    assert refusal.mend.endswith(".")
    with pytest.raises(GoodwordError):
        filled(Wording("Hello", text), {})


@pytest.mark.parametrize("subject", ["Hi\nBcc: all@x.example", "Hi\r\n\r\nbody", "Hi\u2028", "x" * 201, "a\x00b"])
def test_a_subject_is_one_line(subject: str) -> None:
    refusal = refuse_subject(subject)
    assert refusal is not None
    assert refusal.code == "bad-subject"


def test_a_link_does_not_stand_in_the_subject() -> None:
    refusal = refuse_wording(Wording("{answer_link}", WORDS))
    assert refusal is not None
    assert refusal.code == "link-in-subject"


def test_what_a_customer_said_is_never_read_as_a_field() -> None:
    made = filled(Wording("For {person}", WORDS), {"person": "Hemi\nBcc: x@y.example", "quote": HOSTILE})
    assert made.subject == "For Hemi Bcc: x@y.example"
    assert f"“{HOSTILE}”" in made.text
    assert made.text.count("Hemi") == 1


def test_a_paragraph_without_its_value_is_left_out() -> None:
    made = filled(Wording("Hello", WORDS), {"person": "Hemi", "quote": " "})
    assert made.text == "Dear Hemi,\n\n{answer_link}\n"


def test_the_links_are_set_in_last_and_other_braces_stay() -> None:
    text = linked("{answer_link} {stop_link} {} {person}", answer_link="A", stop_link="B")
    assert text == "A B {} {person}"


def test_every_kind_that_is_asked_for_by_choice_has_its_letter_in_each_language() -> None:
    values = {"person": "Hemi", "sender": "Leila", "quote": "I slept.", "minutes": "15"}
    for language in LANGUAGES:
        for kind in SHIPPED:
            letter = shipped_letter(kind.code, language)
            assert (letter is not None) == (kind.asked_for and kind.by_choice), (kind.code, language)
            if letter is not None:
                made = filled(letter, values)
                assert "I slept." in made.text
                assert made.text.count("{answer_link}") == made.text.count("{stop_link}") == 1


@given(quote=st.text(max_size=80), person=st.text(max_size=30))
def test_any_words_come_through_whole_and_leave_the_subject_one_line(quote: str, person: str) -> None:
    made = filled(Wording("For {person}!", WORDS), {"person": person, "quote": quote})
    if quote.strip() and person.strip():
        assert f"“{quote.replace(chr(13), '')}”" in made.text
    assert "\n" not in made.subject
    assert "\r" not in made.subject


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_to_who_said_nothing_speaks_of_nothing_they_said(language: str) -> None:
    wordings = [letter for kind in SHIPPED if (letter := shipped_letter(kind.code, language))]
    for wording in [*wordings, plain_letter("Podcast", language)]:
        assert wording is not None
        told = filled(wording, {"person": "Jörg", "sender": "Leila", "minutes": "45"}).text
        greeting, ask, *_rest = told.split("\n\n")
        assert "Jörg" in greeting
        assert ask.endswith((".", "?"))
        assert [word for word in ("told us", "That is why", "gesagt", "Darum", "“", "„") if word in told] == []
