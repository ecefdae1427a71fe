"""What the customer's person said here, and nobody else."""

import pytest

from goodword.finding.listening.hearing import hear

PRAISE = "We love the new dashboards."


def quotes(text: str, person_name: str = "", channel: str = "") -> list[str]:
    return [remark.quote for remark in hear(text, person_name=person_name, channel=channel)]


@pytest.mark.parametrize(
    "rest",
    [
        "> The tool is fantastic.\n> It is amazing.",
        "On Mon, 3 Mar 2025 at 10:12, Tom Sayer <tom@vendor.example> wrote:\n> The tool is fantastic.",
        "On Mon, 3 Mar 2025 at 10:12, Tom Sayer <tom@vendor.example>\nwrote:\n\nThe tool is fantastic.",
        "Am 3. März 2025 um 10:12 schrieb Tom Sayer:\nThe tool is fantastic.",
        "Le lun. 3 mars 2025 à 10:12, Tom Sayer a écrit :\nThe tool is fantastic.",
        "El lun, 3 mar 2025 a las 10:12, Tom Sayer escribió:\nThe tool is fantastic.",
        "-----Original Message-----\nThe tool is fantastic.",
        "From: Tom Sayer\nSent: Monday\nTo: Ann Bell\nSubject: Hi\n\nThe tool is fantastic.",
        "Von: Tom Sayer\nGesendet: Montag\nAn: Ann Bell\nBetreff: Hallo\n\nThe tool is fantastic.",
        "-- \nAnn Bell\nThe most loved shop in town",
        "Best regards,\nAnn Bell\nHead of Delight, Wonderful Shops\nOutstanding people, outstanding service",
        "Thanks and regards,\nAnn Bell\nWe love our customers",
        "Sent from my amazing phone",
        "This e-mail is confidential and intended for the addressee. We love privacy.",
    ],
)
def test_quotes_and_signatures_are_not_theirs(rest: str) -> None:
    assert quotes(f"{PRAISE}\n\n{rest}") == [PRAISE]


def test_an_answer_below_a_marked_quote_is_theirs() -> None:
    assert quotes(f"On Mon, Tom wrote:\n> Do you like it?\n\n{PRAISE}") == [PRAISE]


def test_a_postscript_after_the_signature_is_theirs() -> None:
    assert quotes(f"See you.\n\nBest regards,\nAnn\n\nPS: {PRAISE}") == [f"PS: {PRAISE}"]


def test_what_we_wrote_holds_no_remark() -> None:
    assert hear(PRAISE, direction="out") == []


def test_a_greeting_is_no_part_of_the_quote() -> None:
    assert quotes(f"Hi Tom, {PRAISE}") == [PRAISE]


def test_html_is_read_with_offsets_into_the_original() -> None:
    text = (
        "<html><style>p{color:red}</style><body><p>Hello,</p><p>We <b>love</b> the new dashboards.</p>"
        "<blockquote>The tool is fantastic.</blockquote></body></html>"
    )
    (remark,) = hear(text)
    assert remark.quote == "We <b>love</b> the new dashboards."
    assert text[remark.start : remark.end] == remark.quote


def test_only_the_persons_lines_of_a_transcript_are_theirs() -> None:
    text = f"Tom Sayer (Vendor): This version is fantastic.\nAnn Bell: {PRAISE}\nTom Sayer (Vendor): Great, I love it."
    (remark,) = hear(text, person_name="Ann Bell", channel="call")
    assert (remark.quote, remark.speaker) == (PRAISE, "Ann Bell")


def test_agents_are_not_heard() -> None:
    assert quotes(f"Agent: I love this product.\nCustomer: {PRAISE}") == [PRAISE]
    assert quotes(f"{PRAISE}\n\n[Agent] Tom Sayer:\nI love this product.", channel="ticket") == [PRAISE]
    assert quotes(f"{PRAISE}\n\n--- Tom Sayer, Vendor Support, replied ---\nI love it.", channel="ticket") == [PRAISE]


def test_where_two_unknown_people_talk_nobody_is_credited() -> None:
    text = f"Tom: This is fantastic.\nAnn: {PRAISE}\nTom: We love it too."
    assert quotes(text) == []


def test_a_field_label_is_no_speaker() -> None:
    assert quotes(f"Feedback: {PRAISE}\nResult: fine\nNote: none") == [f"Feedback: {PRAISE}"]


def test_our_notes_before_the_first_speaker_of_a_call_are_not_theirs() -> None:
    assert quotes(f"They love everything, a fantastic call.\nAnn Bell: {PRAISE}", "Ann Bell", "call") == [PRAISE]
