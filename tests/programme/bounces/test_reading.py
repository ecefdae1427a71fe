"""Reports that a letter did not arrive: the forms that standards know, those that none knows, and hostile ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.programme.bounces.reading import MOST_BYTES, read_report
from tests.reports import complaint, delivery_report, holiday_note, plain_words

ID = "<0123456789abcdef0123456789abcdef@northwind.example>"


@pytest.mark.parametrize(
    ("status", "said", "kind"),
    [
        ("5.1.1", "550 5.1.1 user unknown", "hard"),
        ("5.1.10", "550 recipient not found", "hard"),
        ("5.2.1", "550 mailbox disabled", "hard"),
        ("5.4.4", "host not found", "hard"),
        ("5.0.0", "550 No such user here", "hard"),
        ("", "550 Requested action not taken: mailbox unavailable", "hard"),
        ("5.2.2", "552 mailbox full", "soft"),
        ("5.7.1", "554 your words are not welcome", "soft"),
        ("4.4.1", "connection timed out", "soft"),
        ("5.0.0", "554 try another day", "soft"),
        ("nonsense", "", "soft"),
    ],
)
def test_only_an_address_that_is_no_good_is_hard(status: str, said: str, kind: str) -> None:
    report = read_report(delivery_report(ID, status=status, said=said))
    assert report is not None
    assert (report.kind, report.message_ids[0]) == (kind, ID)


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_what_may_still_arrive_or_has_is_no_bounce(action: str) -> None:
    assert read_report(delivery_report(ID, action=action, status="4.4.1")) is None


def test_a_report_in_the_form_for_other_alphabets_is_read_as_well() -> None:
    raw = delivery_report(ID).replace(b"message/delivery-status", b"message/global-delivery-status")
    report = read_report(raw.replace(b"text/rfc822-headers", b"message/global-headers"))
    assert report is not None
    assert (report.kind, report.message_ids[0]) == ("hard", ID)


@pytest.mark.parametrize("kind", ["abuse", "Fraud", "opt-out"])
def test_a_complaint_is_one(kind: str) -> None:
    report = read_report(complaint(ID, kind))
    assert report is not None
    assert (report.kind, ID in report.message_ids) == ("complaint", True)


def test_somebody_who_says_that_it_was_no_spam_does_not_complain() -> None:
    assert read_report(complaint(ID, "not-spam")) is None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("550 sorry, no such user", "hard"),
        ("Unrouteable address", "hard"),
        ("The account does not exist", "hard"),
        ("Empfänger unbekannt", "hard"),
        ("over quota", "soft"),
    ],
)
def test_what_servers_write_in_plain_words_is_read(said: str, kind: str) -> None:
    report = read_report(plain_words(ID, said))
    assert report is not None
    assert (report.kind, ID in report.message_ids) == (kind, True)


def test_a_persons_answer_is_no_report_whatever_it_says() -> None:
    assert read_report(holiday_note(ID)) is None
    assert read_report(plain_words(ID, "no such user", sender="Hemi <hemi@teawa.example>")) is None


def test_hostile_reports_are_bounded_and_say_nothing() -> None:
    huge = read_report(delivery_report(ID) + b"x" * 10_000_000)
    assert huge is not None
    assert huge.kind == "hard"
    late = b"From: MAILER-DAEMON@mx.example\n\n" + b"words\n" * MOST_BYTES + delivery_report(ID)
    assert read_report(late) is None
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(5_000))
    assert read_report(nested) is None
    messages = b"Content-Type: message/rfc822\n\n" * 8_000
    assert read_report(messages) is None
    many = delivery_report(ID).replace(b"words", b"<a@b> " * 10_000)
    report = read_report(many + b" ".join(b"<%d@b.example>" % n for n in range(5_000)))
    assert report is not None
    assert len(report.message_ids) <= 20


@pytest.mark.parametrize("spoilt", [b"", b"\x00" * 100, b"Content-Type: message/delivery-status; charset=\xff\n\n\xff"])
def test_what_cannot_be_read_says_nothing(spoilt: bytes) -> None:
    assert read_report(spoilt) is None


@given(
    cut=st.integers(0, 900), noise=st.binary(max_size=40), base=st.sampled_from([delivery_report(ID), complaint(ID)])
)
def test_however_a_report_is_spoilt_reading_it_never_fails(cut: int, noise: bytes, base: bytes) -> None:
    report = read_report(base[:cut] + noise + base[cut + len(noise) :])
    assert report is None or report.kind in {"hard", "soft", "complaint"}
