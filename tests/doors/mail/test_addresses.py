"""Addresses of every odd form that is allowed arrive as they are written; what is none is refused in a sentence."""

import pytest

from goodword.doors.mail.sending import send_due
from goodword.kit.errors import GoodwordError
from tests.letters import queued
from tests.mailserver import MailServer

pytestmark = pytest.mark.django_db

ODD = {
    "a@b.example": "a@b.example",
    "first.last+tag@teawa.example": "first.last+tag@teawa.example",
    "!#$%&'*+/=?^_`{|}~-@teawa.example": "!#$%&'*+/=?^_`{|}~-@teawa.example",
    "o'brien@teawa.example": "o'brien@teawa.example",
    f"{'x' * 64}@teawa.example": f"{'x' * 64}@teawa.example",
    f"x@{'.'.join(['y' * 60] * 3)}.example": f"x@{'.'.join(['y' * 60] * 3)}.example",
    "1@2.teawa.example": "1@2.teawa.example",
    "-@teawa.example": "-@teawa.example",
    "ana@münchen.example": "ana@xn--mnchen-3ya.example",
    "ana@xn--mnchen-3ya.example": "ana@xn--mnchen-3ya.example",
    "ana@例え.example": "ana@xn--r8jz45g.example",
    "Mixed.Case@TeAwa.Example": "Mixed.Case@teawa.example",
}
NONE = (
    *("", "a", "@b.example", "a@", "a@@b.example", "a b@c.example", "a@b..example", ".a@b.example", "a.@b.example"),
    *("a..b@c.example", f"{'x' * 65}@teawa.example", f"x@{'y' * 64}.example", "a@-b.example", "a@b_c.example"),
    *(
        "a@b.example, c@d.example",
        "a@b.example\nBcc: c@d.example",
        "a@b.example\r\n",
        "a@[127.0.0.1]",
        "jürgen@teawa.example",
    ),
    *("a@b.example\x00", "a@b", "a@b.example\u2028x"),
)


@pytest.mark.parametrize("written", ODD)
def test_an_odd_address_gets_its_letter(mail_server: MailServer, written: str) -> None:
    queued(written)
    queued(f"Ana Öz <{written}>", dedupe_key="with a name")
    assert send_due() == 2
    assert mail_server.recipients == [ODD[written]] * 2
    assert [message["To"].addresses[0].addr_spec for message in mail_server.messages] == [ODD[written]] * 2
    assert mail_server.messages[1]["To"].addresses[0].display_name == "Ana Öz"


@pytest.mark.parametrize("written", NONE)
def test_what_is_no_address_or_more_than_one_is_refused(written: str) -> None:
    with pytest.raises(GoodwordError) as caught:
        queued(written)
    assert caught.value.code == "bad-email"
    assert caught.value.mend == "Write it like name@company.example."
