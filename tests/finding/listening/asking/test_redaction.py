"""What leaves names nobody, and everything finds its way back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.finding.listening.asking.redaction import Names, Redacted, redacted

CAST = Names(people=("Ann Bell", "Will Stone", "Anna von Berg"), accounts=("Acme Corp",), keep=("Live Reports",))


def one(words: str, language: str = "en", names: Names = CAST) -> Redacted:
    [found] = redacted([(words, language)], names)
    return found


@pytest.mark.parametrize(
    ("words", "language", "left"),
    [
        ("Ann Bell loves it.", "en", "[NAME_1] loves it."),
        ("ANN  BELL and ann love it, says Bell.", "en", "[NAME_1] and [NAME_2] love it, says [NAME_3]."),
        ("I will tell Will.", "en", "I will tell [NAME_1]."),
        ("All of acme corp loves it.", "en", "All of [ACCOUNT_1] loves it."),
        ("Thanks to Priya we are live.", "en", "Thanks to [NAME_1] we are live."),
        ("Priya fixed it in an hour.", "en", "[NAME_1] fixed it in an hour."),
        ("Hi Tom, great work.", "en", "Hi [NAME_1], great work."),
        ("said Maria de la Cruz yesterday", "en", "said [NAME_1] yesterday"),
        ("We showed it to Kowalski.", "en", "We showed it to [NAME_1]."),
        ("Danke Jürgen, die neue Version ist der Hammer.", "de", "Danke [NAME_1], die neue Version ist der Hammer."),
        ("Das sagt auch Frau Müller gern.", "de", "Das sagt auch Frau [NAME_1] gern."),
        ("Merci Élodie, c'est génial.", "fr", "Merci [NAME_1], c'est génial."),
        ("Write to ann.bell@mail.example, please.", "en", "Write to [EMAIL_1], please."),
        ("ann (at) mail (dot) example knows", "en", "[EMAIL_1] knows"),
        ("see https://x.example/a?user=ann#b for more", "en", "see [URL_1] for more"),
        ("it runs on portal.acme.com today", "en", "it runs on [URL_1] today"),
        ("call +49 (0)89 123-4567 now", "en", "call [PHONE_1] now"),
        ("call 555 123 4567 now", "en", "call [PHONE_1] now"),
        ("ticket 48291 and INC0012345 and #77", "en", "ticket [ID_1] and [ID_2] and [ID_3]"),
        ("pay to FR76 3000 6000 0112 3456 7890 189", "en", "pay to [ID_1]"),
        ("from 10.0.0.12 as @annb", "en", "from [ID_1] as [HANDLE_1]"),
        ("[NAME_1] stands here already", "en", "[MARK_1] stands here already"),
    ],
)
def test_what_says_who_it_is_is_taken_out(words: str, language: str, left: str) -> None:
    found = one(words, language)
    assert found.words == left
    assert found.undone(0, len(found.words)) == words


@pytest.mark.parametrize(
    "words",
    [
        "We cut onboarding from six weeks to 4 days.",
        "It saved 1 200 000 € and 12,000 hours since 2024-11-22, 99.95 % of them in 2023-2024.",
        "Since May the Live Reports load in 300ms, and I'm delighted.",
        "Stellar. Everything works, it was well worth it.",
        "It was Great until the last update.",
    ],
)
def test_what_is_said_stays(words: str) -> None:
    assert one(words).words == words


def test_a_name_found_in_one_sentence_is_taken_out_of_all_of_them_under_one_placeholder() -> None:
    first, second = redacted(
        [("Kowalski, of all people, loves it.", "en"), ("We showed it to Kowalski.", "en")], Names()
    )
    assert first.words == "[NAME_1], of all people, loves it."
    assert second.words == "We showed it to [NAME_1]."


def test_small_words_of_a_name_are_no_names() -> None:
    assert one("Der Bericht von gestern, sagt Berg.", "de").words == "Der Bericht von gestern, sagt [NAME_1]."


def test_a_stretch_that_begins_or_ends_within_a_placeholder_is_none() -> None:
    found = one("We thank Ann Bell for it.")
    start = found.words.index("[")
    assert found.back(start, start + 8) == (9, 17)
    assert found.back(start + 1, start + 8) is None
    assert found.back(start, start + 4) is None


PIECES = st.sampled_from(
    ["Ann Bell", "will", "Will", "ann@x.example", "+49 89 123456", "[NAME_1]", "https://a.example", "#123", "Acme Corp",
     "loves", "it", "Priya", ",", ".", "\n", "\u200b", "é", "İ", "ß", "🙂", "INC00123", "@", "::", "1.2.3.4"]
)  # fmt: skip


@given(pieces=st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=14), glue=st.sampled_from(["", " "]))
def test_every_stretch_outside_placeholders_leads_back_to_its_own_words(pieces: list[str], glue: str) -> None:
    words = glue.join(pieces)
    found = one(words)
    assert found.undone(0, len(found.words)) == words
    edges = [0, *(edge for hidden in found.hidden for edge in (hidden.start, hidden.end)), len(found.words)]
    for start, end in pairwise(edges):
        place = found.back(start, end)
        assert place is not None
        shown = found.words[start:end]
        assert shown == words[place[0] : place[1]] or any((start, end) == (one.start, one.end) for one in found.hidden)
    assert "ann@x.example" not in found.words
