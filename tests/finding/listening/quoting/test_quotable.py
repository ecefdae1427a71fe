"""Which sentences an editor would quote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.listening.hearing import hear, judged_sentence
from goodword.finding.listening.judging.cues import lexicon_of, tokens_of
from goodword.finding.listening.quoting.quotable import KEPT, QUOTABLE, quotability, quotations, set_apart


def score(sentence: str, language: str = "en", *, quoted: bool = False, apart: bool = False) -> float:
    judged, outcome = judged_sentence(sentence, language)
    tokens = tokens_of(sentence, lexicon_of(language))
    return quotability(sentence, tokens, judged, language, outcome=outcome, quoted=quoted, apart=apart)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("We could not run the month end without it, and nobody here would want to try.", "en"),
        ("It gives our buyers the confidence to decide on the spot.", "en"),
        ("We have never had a tool that made our auditors so happy.", "en"),
        ("Wir können jetzt jeden Auftrag am selben Tag abschließen, das hat vorher nie geklappt.", "de"),
        ("Cela nous permet de répondre à nos clients dans la journée, sans jamais perdre le fil.", "fr"),
        ("Nos permite cerrar el mes en dos días con total confianza.", "es"),
        ("O portal nos ajudou a fechar o mês em dois dias com total confiança.", "pt"),
    ],
)
def test_what_it_did_for_them_is_kept_in_direct_speech_and_quotable_where_it_stands_apart(
    sentence: str, language: str
) -> None:
    assert score(sentence, language, quoted=True) >= KEPT
    assert score(sentence, language, quoted=True, apart=True) >= QUOTABLE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('We met in May.\n\n"We never looked back since."\n\nThen he left.', ["We never looked back since."]),
        ("“We never looked back since.”", ["We never looked back since."]),
        ("> “We never looked back since.”\n> Ana Weiss, CFO", ["We never looked back since."]),
        ("“We never looked back since.” — Ana Weiss, CFO", ["We never looked back since."]),
        ("„Wir blicken nie wieder zurück.“", ["Wir blicken nie wieder zurück."]),
        ("« Nous ne revenons jamais en arrière. »", [" Nous ne revenons jamais en arrière. "]),
        ('"We never looked back since," says Ana Weiss.', []),
        ('She told us: "We never looked back since."', []),
        ('We met in May. "We never looked back since."', []),
    ],
)
def test_a_quotation_stands_apart_that_has_a_paragraph_to_itself(text: str, said: list[str]) -> None:
    assert [text[start:end] for start, end in set_apart(text, quotations(text))] == said


def test_an_editor_pulls_what_was_set_apart_before_what_stands_in_the_story() -> None:
    said = "We built our whole morning routine around the planner in a week."
    [apart] = hear(f'The planner came in May.\n\n"{said}"\n\nIt was a busy week.')
    [inside] = hear(f'The planner came in May, and Ana Weiss says, "{said}"')
    assert apart.quotable >= QUOTABLE > inside.quotable


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Our team trusts the numbers completely.", "The team may trust the numbers."),
        ("We love how quickly our orders arrive now.", "Do we love how quickly our orders arrive now?"),
        ("Our people can finally see every order.", "And this can finally see every order."),
        ("It helps us to plan the whole week.", "Maybe it probably helps us to plan the week."),
        ("We love the new planner, it is a joy.", "We hate the new planner, it is a mess."),
        ("We are proud of what we built with the planner.", "Proud."),
        ("We plan every tour with it, and it is always right.", "For example we plan a tour with it on Mondays."),
        ("It is the best tool that our warehouse ever had.", "it is the best tool that our warehouse ever had and"),
    ],
)
def test_what_stands_alone_without_reserve_goes_before_what_does_not(better: str, worse: str) -> None:
    assert score(better) > score(worse)


def test_direct_speech_is_kept_though_it_judges_nothing() -> None:
    said = "We built our whole morning routine around the planner in a week."
    alone = [one for one in hear(f"The planner came in May. {said}") if one.quote == said]
    story = [one for one in hear(f'The planner came in May. "{said}"') if one.quote == said]
    assert alone == []
    assert [one.kind for one in story] == ["neutral"]
    assert story[0].quotable >= KEPT


def test_every_remark_says_how_quotable_it_is() -> None:
    remarks = hear("We love the planner. We hate the export, it is a mess.", channel="review")
    assert [one.kind for one in remarks] == ["praise", "complaint"]
    assert remarks[0].quotable > remarks[1].quotable > 0.0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“We never looked back since,” she says.", ["We never looked back since,"]),
        ('He said: "We never looked back since." Then he left.', ["We never looked back since."]),
        ("„Wir blicken nie wieder zurück“, sagt sie.", ["Wir blicken nie wieder zurück"]),
        ("« Nous ne revenons jamais en arrière », dit-elle.", [" Nous ne revenons jamais en arrière "]),
        ("The field “Order No.” is empty.", []),
        ('"The first paragraph goes on\n"and the second one ends."', [
            "The first paragraph goes on", "and the second one ends.",
        ]),
        ("Nothing is quoted here at all, not a word.", []),
    ],
)  # fmt: skip
def test_quotations_are_what_stands_in_marks_and_is_no_term(text: str, said: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == said


@given(st.text(alphabet='ab „“”"«»\n', max_size=200))
def test_quotations_stand_in_order_inside_the_text(text: str) -> None:
    after = 0
    for start, end in quotations(text):
        assert after <= start < end <= len(text)
        after = end


@given(st.text(max_size=80), st.sampled_from(["en", "de", "fr", "es", "pt"]), st.booleans())
def test_a_score_lies_between_0_and_1(sentence: str, language: str, quoted: bool) -> None:  # noqa: FBT001 drawn
    assert 0.0 < score(sentence, language, quoted=quoted) < 1.0
