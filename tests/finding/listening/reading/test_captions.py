"""Recordings: who says which cue, and sentences that run over several."""

import pytest

from goodword.finding.listening.hearing import Remark, hear

ANN = "Ann Bell"

VOICES = """WEBVTT - a call

STYLE
::cue(v[voice="Tom"]) { color: fantastic }

NOTE We love comments.

intro
00:00:01.000 --> 00:00:04.000 align:start position:10%
<v.loud Tom Sayer>This version is fantastic.</v>

00:00:04.000 --> 00:00:07.500 line:0
<v Ann Bell>We <i>love</i> the new <00:00:05.000>dashboards.

00:00:07.500 --> 00:00:09.000
They cut onboarding from six weeks

00:00:09.000 --> 00:00:12.000
to four days.</v> <v Tom Sayer>I love that.
"""

NUMBERED = """1
00:00:01,000 --> 00:00:04,000
Tom Sayer: This version is fantastic.

2
00:00:04,000 --> 00:00:07,500
Ann Bell: {\\an8}We love the <i>new</i>
dashboards.

3
00:00:07,500 --> 00:00:09,000
They cut onboarding from six weeks

4
00:00:09,000 --> 00:00:12,000
to four days. [applause]
"""


def heard(text: str, person_name: str = ANN, channel: str = "call") -> list[Remark]:
    remarks = hear(text, person_name=person_name, channel=channel)
    assert all(text[remark.start : remark.end] == remark.quote for remark in remarks)
    return remarks


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("recording", [VOICES, NUMBERED], ids=["WebVTT", "SRT"])
def test_a_speaker_goes_on_over_cues_and_so_does_a_sentence(recording: str, end: str) -> None:
    praise, win = heard(recording.replace("\n", end))
    assert (praise.kind, win.kind) == ("praise", "win")
    assert {praise.speaker, win.speaker} == {ANN}
    assert praise.quote.startswith("We ")
    assert praise.quote.endswith("dashboards.")
    assert win.quote.startswith("They cut onboarding from six weeks")
    assert win.quote.endswith("to four days.")
    assert win.outcome is not None
    assert (win.outcome.before, win.outcome.after) == ("six weeks", "four days")


def test_numbers_times_settings_styles_and_notes_are_no_words() -> None:
    assert heard(VOICES, "Tom Sayer")[0].quote == "This version is fantastic."
    assert not heard("WEBVTT\n\nNOTE\nWe love it.\n\n00:01.000 --> 00:02.000 fantastic\n<v Ann Bell>Hm.\n")
    assert not heard("WEBVTT We love it.\n\n00:01.000 --> 00:02.000\n<v Ann Bell>Hm.\n")
    assert not heard("WEBVTT\n\nWe love it.\n00:01.000 --> 00:02.000\n<v Ann Bell>Hm.\n")


def test_two_voices_in_one_cue_are_kept_apart() -> None:
    (remark,) = heard("00:01.000 --> 00:02.000\n<v Tom>I love it.</v><v Ann Bell>We love it too.</v>\n")
    assert (remark.quote, remark.speaker) == ("We love it too.", ANN)


def test_a_dash_hands_over_to_somebody_unnamed() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nAnn Bell: We love it.\n- I love it too.\n"
    assert [remark.quote for remark in heard(text)] == ["We love it."]


def test_a_call_that_names_nobody_credits_nobody_and_a_film_of_one_person_is_theirs() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nWe love it.\n"
    assert heard(text) == []
    assert [remark.quote for remark in heard(text, channel="community")] == ["We love it."]


def test_a_mail_that_speaks_of_times_is_a_mail() -> None:
    text = "The call was 00:01:00 --> 00:02:00.\nWe love it."
    assert [remark.quote for remark in heard(text, channel="email")] == ["We love it."]
