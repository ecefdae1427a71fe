"""Reports about letters, as mail servers and mailbox providers write them."""

from textwrap import dedent

from goodword.programme.outbox.models import Letter


def delivery_report(
    message_id: str, *, action: str = "failed", status: str = "5.1.1", said: str = "550 5.1.1 user unknown"
) -> bytes:
    """RFC 3464."""
    return _text(f"""\
        From: MAILER-DAEMON@mx.teawa.example
        To: goodword@northwind.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        I'm sorry to have to inform you that your message could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.teawa.example
        Arrival-Date: Mon, 23 Nov 2026 09:00:00 +0000

        Final-Recipient: rfc822; somebody.else@elsewhere.example
        Original-Recipient: rfc822; hemi@teawa.example
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; {said}

        --b
        Content-Type: text/rfc822-headers

        From: goodword@northwind.example
        Message-ID: {message_id}
        Subject: Thank you

        --b--
        """)


def complaint(message_id: str, kind: str = "abuse") -> bytes:
    """RFC 5965."""
    return _text(f"""\
        From: feedback@provider.example
        To: goodword@northwind.example
        Subject: FW: Thank you
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="b"

        --b
        Content-Type: text/plain

        This is an email abuse report.
        --b
        Content-Type: message/feedback-report

        Feedback-Type: {kind}
        User-Agent: SomeGenerator/1.0
        Version: 1

        --b
        Content-Type: message/rfc822

        From: goodword@northwind.example
        To: redacted@provider.example
        Message-ID: {message_id}
        Subject: Thank you

        Thank you.
        --b--
        """)


def plain_words(message_id: str, said: str, sender: str = "MAILER-DAEMON@mail.old.example") -> bytes:
    """As servers write that know no form."""
    return _text(f"""\
        From: {sender}
        To: goodword@northwind.example
        Subject: failure notice

        Hi. This is the mail program at mail.old.example.
        I'm afraid I wasn't able to deliver your message to the following addresses.

        <hemi@teawa.example>:
        {said}

        --- Below this line is a copy of the message.

        From: goodword@northwind.example
        Message-ID: {message_id}
        """)


def holiday_note(message_id: str) -> bytes:
    """RFC 3834."""
    return _text(f"""\
        From: Hemi <hemi@teawa.example>
        Auto-Submitted: auto-replied
        In-Reply-To: {message_id}
        Subject: Out of office

        I am away until Monday. My address does not exist on weekends.
        """)


def about(letter: Letter) -> str:
    """The id by which reports name it."""
    return str(letter.message_id)


def _text(text: str) -> bytes:
    return dedent(text).encode()
