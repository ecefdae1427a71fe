"""Whatever formats are mixed, and however a text is broken: exact offsets, and no crash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.listening.hearing import NEUTRAL, hear
from goodword.finding.listening.reading import read
from goodword.finding.listening.reading.languages import language_of
from goodword.finding.listening.reading.markup import plain
from goodword.finding.listening.reading.sentences import sentences
from tests.hostile_texts import BROKEN

WORDS = st.sampled_from(
    [
        "We love it.",
        "It saves us ten hours a week!",
        "great 😀👍🏽👩\u200d💻",
        "e\u0301le\u0301gant",
        "شكرا جزيلا \u202eלהבא\u202c",
        "谢谢\u3002",
        "İstanbul\u2028",
        "\ud800\udfff",
        "\x00\ufffd\ufeff",
        "from six weeks to **four days**",
        "&lt;b&gt; &amp; &#x1F600;",
    ]
)
FRAMES = st.sampled_from(
    [
        "{}",
        "> {}",
        "> > {}",
        "<p>{}</p>",
        "<blockquote>{}</blockquote>",
        '<div class="gmail_quote">{}<blockquote>{}</blockquote>{}</div>',
        "<script>{}",
        "<div id=appendonsend></div>{}",
        "On Mon, 3 Mar 2025, Tom <tom@vendor.example> wrote:\n{}",
        "Von: Tom\nGesendet: heute\nAn: Ann\n\n{}",
        "Best regards,\nAnn\n{}",
        "PS: {}",
        "Ann Bell: {}",
        "Agent: {}",
        "[10:12] <Ann> {}",
        "Ann Bell  10:12 AM\n{}",
        "WEBVTT\n\n00:01.000 --> 00:02.000 line:0\n<v Ann Bell>{}\n",
        "1\n00:00:01,000 --> 00:00:02,000\nAnn: {}\n",
        "00:01.000 --> 00:02.000\n{}\n",
        "```\n{}\n```",
        "| a | {} |\n|---|---|\n| {} | b |",
        "# {}",
        "- [{}](https://x.example/{})",
        "![{}](x) `{}` _{}_",
        "{}\n===",
    ]
)
MIXES = st.tuples(
    st.lists(st.tuples(FRAMES, WORDS, st.sampled_from(["\n", "\n\n", " ", ""])), max_size=12),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "WEBVTT\n\n", "\ufeff"]),
).map(
    lambda mix: (mix[2] + "".join(frame.replace("{}", words) + gap for frame, words, gap in mix[0])).replace(
        "\n", mix[1]
    )
)
CHANNELS = st.sampled_from(["", "email", "call", "chat", "community"])


@given(MIXES, CHANNELS)
def test_every_sentence_of_every_mix_is_an_exact_stretch_of_the_text(text: str, channel: str) -> None:
    words, passages = read(text, person_name="Ann Bell", channel=channel)
    assert len(words) == len(text)
    assert all(new in (old, " ", "\n", "\u2029", ">") for new, old in zip(words, text, strict=True))
    last = 0
    for passage in passages:
        assert last <= passage.start <= passage.end <= len(text)
        last = passage.end
        for start, end in sentences(words, passage.start, passage.end):
            assert passage.start <= start < end <= passage.end
            said, kept = plain(words[start:end]), text[start:end]
            assert all(letter in kept or not letter.isalnum() or "&" in kept for letter in said)


@given(MIXES, CHANNELS)
def test_every_quote_of_every_mix_is_an_exact_substring(text: str, channel: str) -> None:
    for remark in hear(text, person_name="Ann Bell", channel=channel):
        assert text[remark.start : remark.end] == remark.quote
        assert remark.quote == remark.quote.strip() != ""


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    words, passages = read(text, person_name="Ann Bell")
    assert len(words) == len(text)
    assert {remark.kind for remark in hear(text, person_name="Ann Bell")} <= {NEUTRAL}
    assert all(0 <= passage.start <= passage.end <= len(text) for passage in passages)


@pytest.mark.parametrize("code", [0xD800, 0xDC80, 0xDFFF])
def test_half_a_character_has_a_language_like_any_other(code: int) -> None:
    half = chr(code)
    language, _ = language_of(f"{half} Wir sind begeistert von der neuen Oberfläche {half}")
    assert language == "de"
    (remark,) = hear(f"{half}. We love it.")
    assert remark.quote == "We love it."


ANYTHING = st.text(st.characters(categories=("L", "M", "N", "P", "S", "Z", "C")), max_size=60)
"""Any character there is, half ones among them."""


@given(st.lists(st.one_of(ANYTHING, WORDS, st.sampled_from(["We love it.", "Wir lieben es!", "\n", " "]))), CHANNELS)
def test_whatever_is_written_every_quote_is_what_stands_at_its_place(pieces: list[str], channel: str) -> None:
    text = "".join(pieces)
    for remark in hear(text, person_name="Ann Bell", channel=channel):
        assert text[remark.start : remark.end] == remark.quote
        assert -1 <= remark.polarity <= 1


@pytest.mark.parametrize("code", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_half_characters_inside_words_that_count_are_given_back_as_they_came(code: int) -> None:
    text = f"Hello. We love {chr(code)} the dashboard."
    (remark,) = hear(text)
    assert remark.quote == f"We love {chr(code)} the dashboard."
    assert text[remark.start : remark.end] == remark.quote
