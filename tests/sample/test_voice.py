"""Sentences: every label can be said in every language, and a grammar expands as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.sample.chance import stream
from goodword.sample.texts.grammar import Grammar, read_rules
from goodword.sample.texts.voice import manner_of, phrase, sentence

LANGUAGES = ["en", "de", "fr", "es", "pt"]
LABELS = ["win", "praise", "thanks", "sarcasm", "was_until", "complaint", "wish", "neutral", "ours"]
FINER = {"answer": "neutral", "question": "neutral", "spoken": "neutral", "feedback": "neutral", "desk": "ours"}


@pytest.mark.parametrize("lang", LANGUAGES)
@given(seed=st.integers(0, 10**6), label=st.sampled_from([*LABELS, *FINER]), person=st.text(max_size=8))
def test_every_label_can_be_said_in_every_language(lang: str, seed: int, label: str, person: str) -> None:
    said = sentence(stream(seed, "test"), lang, label, manner_of(person))
    assert said.label == FINER.get(label, label)
    assert said.text == said.text.strip()
    assert len(said.text) > 2
    assert not set(said.text) & set("{}[]|~@_")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_subject_lines(lang: str) -> None:
    assert len({phrase(stream(seed, "test"), lang, "subject") for seed in range(40)}) > 3


def test_the_same_draws_say_the_same() -> None:
    assert [sentence(stream(5, "test"), "en", label) for label in LABELS] == [
        sentence(stream(5, "test"), "en", label) for label in LABELS
    ]


def test_a_person_always_writes_in_the_same_manner() -> None:
    assert {manner_of(f"H-{number}") for number in range(200)} == {"plain", "lower", "loud", "hasty"}
    assert manner_of("H-1") == manner_of("H-1")


def test_choices_nest_and_slots_are_filled_from_values_first_and_rules_after() -> None:
    rules = Grammar(
        read_rules(
            [
                "# a remark",
                "== line",
                "{who} [sees [two|three]|counts] {what} .",
                "== what",
                "plants",
                "== who",
                "nobody",
            ]
        )
    )
    said = {rules.say("line", stream(seed, "test"), {"who": "she"}) for seed in range(50)}
    assert said == {"She sees two plants.", "She sees three plants.", "She counts plants."}


def test_blanks_at_the_ends_of_an_alternative_are_kept_by_an_underscore() -> None:
    assert read_rules(["== lead", "~", "So:_", "_(yes)"]) == {"lead": ["", "So: ", " (yes)"]}
