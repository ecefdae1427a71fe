"""Whatever formats are mixed, and however a text is broken: exact offsets, and no crash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.listening.hearing import NEUTRAL, hear
from goodword.finding.listening.reading import read
from goodword.finding.listening.reading.languages import language_of
from goodword.finding.listening.reading.markup import plain
from goodword.finding.listening.reading.sentences import sentences

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


BROKEN = {
    "ten megabytes on one line": "great tool " * 950_000,
    "marks": "!?." * 300_000 + "x",
    "dashes": "-" * 1_000_000 + ":",
    "dots between words": "a 1. " * 200_000,
    "quotation marks": "“" * 200_000 + "x",
    "nested block quotes": "<blockquote>" * 100_000 + "great",
    "nested quoted mail": '<div class="gmail_quote">' * 100_000 + "great",
    "nested marks of quotes": "".join(">" * min(depth, 60) + " great\n" for depth in range(100_000)),
    "tags never closed": "<div " * 200_000,
    "scripts never closed": "<script>" * 100_000 + "great",
    "voices never closed": "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v Ann " * 100_000,
    "brackets": "[" * 500_000 + "](" * 100_000,
    "bars": "|" * 300_000 + "\n|-|\n" + "|" * 300_000,
    "fences": "```\n" * 100_000,
    "stars": "*a **b " * 50_000 + "_" * 200_000,
    "pictures": "😀👩\u200d💻\ufe0f" * 50_000,
    "right to left": "\u202eنعم\u202c " * 30_000,
    "marks that combine": "e" + "\u0301" * 500_000,
    "half characters": "\ud83d " * 50_000,
    "heads of mail": "From: a\nTo: b\nSubject: c\n" * 20_000,
    "replies": "On Mon, Tom wrote:\n> x\n" * 20_000,
    "names": "Ann Bell: no\nTom: no\n" * 15_000,
}


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
