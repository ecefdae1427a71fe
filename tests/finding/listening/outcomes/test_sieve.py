"""What is passed over for speed would have given nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.listening.judging.cues import LANGUAGES, lexicon_of
from goodword.finding.listening.lexicon.shape import phrases
from goodword.finding.listening.outcomes.sieve import words_of
from goodword.finding.listening.outcomes.stated import outcome_words, searches

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


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_no_outcome_is_lost_where_a_pattern_is_not_searched(language: str, data: st.DataObject) -> None:
    word = st.sampled_from(quantity_words(language)).flatmap(
        lambda phrase: st.sampled_from([phrase, phrase.upper(), phrase.replace("i", "\u0131").replace("s", "\u017f")])
    )
    pieces = data.draw(st.lists(word | st.sampled_from(FIGURES) | st.sampled_from(HOSTILE), max_size=9))
    sentence = data.draw(st.sampled_from([" ", ""])).join(pieces)
    said = words_of(sentence)
    for pattern in searches(language):
        sifted, whole = pattern.search(sentence, said), pattern.search(sentence, None)
        assert (sifted and sifted.span()) == (whole and whole.span())
        if whole and said is not None and "%" not in sentence and not any(sign.isdigit() for sign in sentence):
            assert not outcome_words(language).isdisjoint(said)


def test_a_sentence_without_the_words_is_not_searched() -> None:
    sentence = "We have 3 seats and 9 users."
    assert not any(pattern.may_find(words_of(sentence)) for pattern in searches("en"))
    assert any(pattern.may_find(words_of("Down from 9 days to 3 days.")) for pattern in searches("en"))
