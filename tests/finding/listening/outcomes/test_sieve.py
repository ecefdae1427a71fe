"""What is passed over for speed would have given nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.listening.judging.cues import LANGUAGES, lexicon_of, tokens_of
from goodword.finding.listening.lexicon.shape import phrases
from goodword.finding.listening.outcomes import differences
from goodword.finding.listening.outcomes.differences import difference_across, outcome_in
from goodword.finding.listening.outcomes.sieve import EVERYTHING, promising, sieve_of
from goodword.finding.listening.outcomes.stated import searches

HOSTILE = [
    "\u0130",
    "\u0131",
    "\u017f",
    "\u212a",
    "_",
    "'",
    "-",
    ".",
    ",",
    ": ",
    "\u0301",
    "\u200b",
    "\ufb01",
    "/",
    "@",
]
FIGURES = ["3 days", "12k", "25 %", "$ 40", "six weeks", "9", "two hours"]


def quantity_words(language: str) -> list[str]:
    quantities = lexicon_of(language).quantities
    lists = [getattr(quantities, name) for name in quantities.__slots__]
    return sorted({phrase for written in lists if isinstance(written, str) for phrase in phrases(written)})


def sentences(data: st.DataObject, language: str) -> str:
    word = st.sampled_from(quantity_words(language)).flatmap(
        lambda phrase: st.sampled_from([phrase, phrase.upper(), phrase.replace("i", "\u0131").replace("s", "\u017f")])
    )
    pieces = data.draw(st.lists(word | st.sampled_from(FIGURES) | st.sampled_from(HOSTILE), max_size=9))
    return data.draw(st.sampled_from([" ", ""])).join(pieces)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_no_outcome_is_lost_where_a_pattern_is_not_searched(language: str, data: st.DataObject) -> None:
    sentence = sentences(data, language)
    patterns, sieve = (*searches(language), *differences.searches(language)), sieve_of(language)
    bits = sieve.bits_of(sentence)
    for pattern in patterns:
        sifted, whole = pattern.search(sentence, bits), pattern.search(sentence, EVERYTHING)
        assert (sifted and sifted.span()) == (whole and whole.span())
        assert not whole or sieve.may_figure(sentence, re.findall(r"\w+", sentence.lower()))


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_nothing_that_two_sentences_state_together_is_lost(language: str, data: st.DataObject) -> None:
    first, second = sentences(data, language), sentences(data, language)
    lexicon = lexicon_of(language)
    tokens = tokens_of(second, lexicon)
    alone = outcome_in(second, tokens, language)
    together = outcome_in(second, tokens, language, (first, tokens_of(first, lexicon)))
    whole = difference_across(first, second, EVERYTHING, language) if first else None
    assert together == (alone or whole)


def test_a_sentence_without_the_words_is_not_searched() -> None:
    patterns, sieve = searches("en"), sieve_of("en")
    assert not promising(patterns, sieve.bits_of("We have 3 seats and 9 users."))
    assert promising(patterns, sieve.bits_of("Down from 9 days to 3 days."))
