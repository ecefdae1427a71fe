"""HTML mail: what the person typed, and none of what their mail program put around it."""

import pytest

from goodword.finding.listening.hearing import hear

PRAISE = "We love the new dashboards."


def quotes(text: str, person_name: str = "") -> list[str]:
    remarks = hear(text, person_name=person_name, channel="email")
    assert all(text[remark.start : remark.end] == remark.quote for remark in remarks)
    return [remark.quote for remark in remarks]


@pytest.mark.parametrize(
    "rest",
    [
        "<script>if (a < b) { say('We love it.') }</script>",
        "<style>p > b { content: 'We love it.' }</style>",
        "<!-- We love it. --><!--[if mso]><p>We love it.</p><![endif]-->",
        '<div style="display:none">We love it.</div>',
        "<blockquote>We love it.<blockquote>We love it.</blockquote>We love it.</blockquote>",
        (
            '<div class="gmail_quote gmail_quote_container">'
            '<div dir="ltr" class="gmail_attr">On Mon, 3 Mar 2025, Tom wrote:<br></div>'
            '<blockquote class="gmail_quote"><div>We love it.</div></blockquote></div>'
        ),
        (
            '<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------'
            "<br>From: <b>Tom</b></div><div>We love it.</div><blockquote>It is great.</blockquote>"
            "<div>We love it.</div></div>"
        ),
        ('<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Tom</div><div>We love it.</div>'),
        (
            '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Tom Sayer<br><b>Sent:'
            "</b> Monday<br><b>To:</b> Ann Bell<br><b>Subject:</b> Hi</p></div><p>We love it.</p>"
        ),
        (
            '<div style="border-top:solid #B5C4DF 1.0pt"><p><b>Von:</b> Tom Sayer<br><b>Gesendet:'
            "</b> Montag<br><b>An:</b> Ann Bell<br><b>Betreff:</b> Hallo</p></div><p>We love it.</p>"
        ),
        (
            '<div class="moz-cite-prefix">On 03.03.25 10:12, Tom Sayer wrote:</div>'
            '<blockquote type="cite">We love it.</blockquote>'
        ),
        '<div id="yahoo_quoted_1" class="yahoo_quoted"><div>We love it.</div></div>',
        '<div class="gmail_signature"><div>Ann Bell</div><div>We love our customers.</div></div>',
        '<div id="Signature"><p>We love our customers.</p></div>',
        "<p>Best regards,</p><p>Ann Bell</p><p>We love our customers.</p>",
    ],
)
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_what_the_mail_program_adds_is_not_theirs(rest: str, end: str) -> None:
    assert quotes(f"<html><body>{end}<p>{PRAISE}</p>{end}{rest}{end}</body></html>") == [PRAISE]


def test_answers_between_and_below_quoted_mail_are_theirs() -> None:
    between = (
        '<div class="gmail_quote"><div class="gmail_attr">On Mon, Tom wrote:</div><blockquote>Is it great?</blockquote>'
        f"<div>{PRAISE}</div><blockquote>It is great.</blockquote></div><p>It saves us hours.</p>"
    )
    assert quotes(between)[0] == PRAISE
    below = f"<div>On 3 Mar 2025, at 10:12, Tom wrote:</div><blockquote>It is great.</blockquote><div>{PRAISE}</div>"
    assert quotes(below) == [PRAISE]
    wide = below.replace("<div>On", '<div class="MsoNormal" style="margin:0cm;font-size:11pt;font-family:Calibri">On')
    assert quotes(wide.replace("<blockquote>It is great.</blockquote>", "<p>It is great.</p>")) == []


def test_a_mark_of_less_or_more_is_no_tag() -> None:
    assert quotes("If a < b and c > d: we love it. It is 5<6.") == ["If a < b and c > d: we love it."]


def test_a_script_that_never_ends_hides_what_follows() -> None:
    assert quotes(f"{PRAISE}<script>We love it.") == [PRAISE]
