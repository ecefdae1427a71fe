"""Whatever Django sends is queued: there is no second way out."""

import pytest
from django.conf import settings as ours
from django.core.mail import EmailMultiAlternatives, send_mail
from django.utils import translation
from pytest_django.fixtures import Settings

from goodword.doors.mail.backend import KEY_HEADER, PURPOSE_HEADER
from goodword.kit.errors import GoodwordError
from goodword.programme.outbox.models import Letter, Waiting
from tests.architecture.tree import modules

pytestmark = pytest.mark.django_db
OUTBOX = {"default": {"BACKEND": "goodword.doors.mail.backend.OutboxBackend"}}


@pytest.fixture(autouse=True)
def as_it_runs(settings: Settings) -> None:
    """Tests replace the mailer by one of their own; these want the real one."""
    settings.MAILERS = OUTBOX


def message(**headers: str) -> EmailMultiAlternatives:
    made = EmailMultiAlternatives(
        "Your code", "123 456", to=["ana@teawa.example"], bcc=["ben@teawa.example"], headers=headers
    )
    made.attach_alternative("<p>123 456</p>", "text/html")
    return made


def test_a_message_becomes_a_letter_for_each_address() -> None:
    with translation.override("de"):
        message(**{PURPOSE_HEADER: "sign_in_code"}).send()
    ana, ben = Letter.objects.order_by("to")
    assert (ana.to, ben.to) == ("ana@teawa.example", "ben@teawa.example")
    assert (ana.purpose, ana.subject, ana.text, ana.html) == ("sign_in_code", "Your code", "123 456", "<p>123 456</p>")
    assert (ana.language, ana.sender) == ("de", ours.DEFAULT_FROM_EMAIL)
    assert Waiting.objects.count() == 2


def test_what_says_nothing_about_itself_is_about_an_account() -> None:
    send_mail("Your password was changed", "Just now.", None, ["ana@teawa.example"])
    assert Letter.objects.get().purpose == "account"


def test_two_messages_are_two_letters_and_one_key_is_one() -> None:
    for _ in range(2):
        message().send()
    assert Letter.objects.count() == 4
    for _ in range(2):
        message(**{KEY_HEADER: "code 7"}).send()
    assert Letter.objects.count() == 6


def test_all_addresses_or_none() -> None:
    made = message()
    made.bcc = ["ben@teawa.example\nBcc: eve@teawa.example"]
    with pytest.raises(GoodwordError):
        made.send()
    assert not Letter.objects.exists()


def test_nothing_is_attached() -> None:
    made = message()
    made.attach("list.csv", "a,b", "text/csv")
    with pytest.raises(GoodwordError) as caught:
        made.send()
    assert caught.value.code == "attached"


def test_only_one_module_speaks_to_mail_servers() -> None:
    speaks = [module.path for module in modules("src") if "smtplib" in module.text]
    assert speaks == ["src/goodword/doors/mail/connection.py"]
