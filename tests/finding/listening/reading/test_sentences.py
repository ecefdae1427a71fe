"""Sentences and their exact places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.listening.hearing import NEUTRAL, hear
from goodword.finding.listening.reading.markup import masked
from goodword.finding.listening.reading.sentences import sentences

BITS = st.sampled_from(
    [
        "We love it. ",
        "great",
        "\n",
        "\r\n",
        "> ",
        "<p>",
        "</p>",
        "<blockquote>",
        "&amp;",
        "Ann: ",
        "On Mon, Tom wrote:\n",
        "-- \n",
        "\u2028",
        "İ",
        "e\u0301",
        "😀",
        "شكرا",
        "\uff0c",
        "。",
        "from 3 days to 2 hours",
        "\x00",
        "\ud800",
        "Agent: ",
        "!!",
        "...",
    ]
)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("It took 3.5 hours. Good.", ["It took 3.5 hours.", "Good."]),
        ("See e.g. the second row. Done.", ["See e.g. the second row.", "Done."]),
        ("Ask Dr. Bell about it.", ["Ask Dr. Bell about it."]),
        ("Well... maybe later. Yes.", ["Well... maybe later.", "Yes."]),
        ("Am 3. Mai geht es los. Gut.", ["Am 3. Mai geht es los.", "Gut."]),
        ("- first point\n- second point", ["first point", "second point"]),
        ("1. first point\n2. second point", ["first point", "second point"]),
        ("so good 😀 We are happy", ["so good 😀", "We are happy"]),
        ("很好\u3002谢谢\uff01", ["很好\u3002", "谢谢\uff01"]),
        ("works now\nthanks", ["works now", "thanks"]),
        (
            "This line was wrapped by the mail program at sixty\ncharacters. Next.",
            ["This line was wrapped by the mail program at sixty\ncharacters.", "Next."],
        ),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.one_of(st.text(max_size=300), st.lists(BITS, max_size=40).map("".join)))
def test_every_quote_is_an_exact_trimmed_substring(text: str) -> None:
    last = 0
    for remark in hear(text, person_name="Ann"):
        assert text[remark.start : remark.end] == remark.quote
        assert remark.quote == remark.quote.strip() != ""
        assert last <= remark.start < remark.end
        assert -1 <= remark.polarity <= 1
        last = remark.end


@given(st.one_of(st.text(max_size=300), st.lists(BITS, max_size=40).map("".join)))
def test_masking_keeps_every_offset(text: str) -> None:
    assert len(masked(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "great tool " * 20_000,
        "\n".join(">" * min(depth, 50) + " great" for depth in range(20_000)),
        "<" * 200_000,
        " " * 200_000 + "x",
        "From: a\n" * 5_000,
        "On " + "x " * 100_000 + "wrote:",
        ":" * 200_000,
        "<blockquote>" * 20_000,
        "from two to three " * 10_000,
    ],
)
def test_monstrous_text_comes_to_an_end(text: str) -> None:
    assert {remark.kind for remark in hear(text)} <= {NEUTRAL}


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ('"It paid for itself."', ["It paid for itself."]),
        ("“It paid for itself. We would sign again.”", ["It paid for itself.", "We would sign again."]),
        ("« La clôture prend quatre jours. »", ["La clôture prend quatre jours."]),
        ("„Das läuft.“", ["Das läuft."]),
        ('She said "it paid for itself"', ['She said "it paid for itself"']),
        ('"Finally", said our CFO', ['"Finally", said our CFO']),
    ],
)
def test_marks_around_a_whole_sentence_are_left_off_and_marks_inside_it_stay(text: str, spoken: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == spoken
