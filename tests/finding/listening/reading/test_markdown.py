"""Markdown: the words, not the syntax."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.listening.hearing import hear
from goodword.finding.listening.reading.markdown import unmarked

PRAISE = "We love the new dashboards."


def quotes(text: str) -> list[str]:
    return [remark.quote for remark in hear(text, channel="community")]


@pytest.mark.parametrize(
    "code",
    [
        "```\nprint('We love it.')\n```",
        "```python\nWe love it.\n```",
        "~~~\nWe love it.\n```\nWe love it.\n~~~",
        "````\n```\nWe love it.\n```\n````",
        "   ```\nWe love it.\n   ```",
    ],
)
def test_fenced_code_is_not_theirs_and_words_after_it_are(code: str) -> None:
    assert quotes(f"Hello.\n\n{code}\n\n{PRAISE}") == [PRAISE]


def test_a_fence_that_is_never_closed_reaches_to_the_end() -> None:
    assert quotes(f"{PRAISE}\n\n```\nWe love it.") == [PRAISE]


def test_a_quote_is_somebody_elses() -> None:
    assert quotes(f"> We love it.\n> > It is fantastic.\n\n{PRAISE}") == [PRAISE]


def test_the_text_of_a_link_is_read_and_its_address_is_not() -> None:
    assert quotes("See [the docs](https://we.love/fantastic-great_love).") == []
    assert quotes("We love [the new dashboards](https://x.example).") == [
        "We love [the new dashboards](https://x.example)."
    ]
    assert quotes("![We love it.](we-love-it.png)") == []
    assert quotes("[1]: https://love.example 'We love it.'") == []


def test_cells_of_a_table_are_sentences_of_their_own() -> None:
    table = f"| What | Said |\n|:-----|:----:|\n| speed | {PRAISE} |\n| price | fine |"
    assert quotes(table) == [PRAISE]
    assert quotes("It is bad | We love the speed\n---|---\nHm | so so") == ["It is bad", "We love the speed"]


def test_a_line_that_begins_with_a_bar_outside_a_table_is_quoted() -> None:
    assert quotes(f"| We love it.\n\n{PRAISE}") == [PRAISE]


@pytest.mark.parametrize(
    "text",
    [
        "## We love the new dashboards ##",
        "We love the new dashboards\n==========================",
        "* We love the new dashboards",
        "1. We love the new dashboards",
        "- [We love the new dashboards]",
    ],
)
def test_headings_and_points_of_lists_are_read_without_their_marks(text: str) -> None:
    (quote,) = quotes(text)
    assert "We love the new dashboards" in quote
    assert "\n" not in quote
    assert not quote.startswith(("#", "*", "1", "-"))


def test_a_heading_ends_where_its_line_ends() -> None:
    heading = "# A long heading about everything that we have done this year"
    assert quotes(f"{heading}\n{PRAISE}") == [PRAISE]


def test_emphasis_hides_no_word_and_is_no_part_of_a_quote_it_stands_around() -> None:
    assert quotes("**We love it.**") == ["We love it."]
    assert quotes("*We love it!* _We love it._") == ["We love it!", "We love it."]
    (remark,) = hear("We cut onboarding from **six weeks** to **four days**.")
    assert (remark.kind, remark.quote) == ("win", "We cut onboarding from **six weeks** to **four days**.")


@given(st.text(alphabet="a|-`~#[]()!:*_>< \n\r\t=\u2029", max_size=80))
def test_every_offset_is_kept(text: str) -> None:
    words = unmarked(text)
    assert len(words) == len(text)
    assert all(new == old or new in " \u2029" for new, old in zip(words, text, strict=True))
