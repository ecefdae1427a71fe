"""The letter that asks: from their own words, sent once, and never after somebody said no."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.mail.asking import AskDraft, draft_ask, refuse_letter_to, send_draft
from goodword.doors.mail.sending import send_due
from goodword.doors.portal.own_words import newest_words
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import ListedPerson
from goodword.programme.asks.actions.answer_ask import answer_ask
from goodword.programme.asks.actions.ask_person import may_ask
from goodword.programme.asks.actions.take_back_unsent import take_back_unsent
from goodword.programme.asks.actions.thank_person import thank_person
from goodword.programme.asks.actions.withdraw_ask import withdraw_ask
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.filling import Wording
from goodword.programme.asks.models import Ask, AskLetter, Reservation
from goodword.programme.bounces.actions.take_report import About, look_at, take_report
from goodword.programme.links.models import Link
from goodword.programme.outbox.models import Letter, Waiting
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.people.opted_out import opted_out
from goodword.programme.team.models import AuditEntry, User
from goodword.programme.terms.actions.set_reach import set_reach
from goodword.runs.workspace import create_workspace
from tests.mailserver import MailServer
from tests.permissions import CONSOLE, forbids, person
from tests.reports import delivery_report
from tests.team import let_in
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db

ANY_HOUR = {"letters": {"from": "00:00", "until": "00:00", "weekends": True}}
SITE = "https://goodword.northwind.example"


@pytest.fixture(autouse=True)
def surroundings(db: None, mail_server: MailServer, settings: Settings, tmp_path: Path) -> None:
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    settings.SITE_URL = SITE
    settings.WORKSPACE_SETTINGS = ANY_HOUR
    settings.DEFAULT_FROM_EMAIL = "Goodword <goodword@northwind.example>"
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
    thank_person("hemi", "call", day=TODAY, by=CONSOLE)


@pytest.fixture
def leila() -> User:
    return let_in()


def hemi(language: str = "") -> ListedPerson:
    row = ListedPerson.objects.about("hemi").order_by("-generation_id").first()
    assert row is not None
    row.language = language
    return row


def send(sender: User | None = None, *, token: str = "one form", **changed: str) -> AskLetter:  # noqa: S107  # of a form
    draft = draft_ask(hemi(), "quote", sender)
    words = Wording(changed.get("subject", draft.wording.subject), changed.get("text", draft.wording.text))
    return send_draft(hemi(), "quote", words, draft, token=token, by=CONSOLE)


def written() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Ask, Reservation, Letter, AskLetter, Link, AuditEntry))


def may_be_asked() -> bool:
    return may_ask(person("hemi"), "quote", day=clock.today(), bounds=Bounds()) is None


def test_it_is_drafted_from_their_exact_words_in_their_language(leila: User) -> None:
    draft: AskDraft = draft_ask(hemi(), "quote", leila)
    [newest, *_] = newest_words("hemi", 1)
    assert draft.quote is not None
    assert str(draft.quote) == str(newest)
    assert f"“{newest}”" in draft.wording.text
    assert draft.wording.text.startswith("Dear Hemi,\n\n")
    assert "about 15 minutes" in draft.wording.text
    assert "Leila Haddad" in draft.wording.text
    assert written()[:5] == (0, 0, 0, 0, 0)
    german = draft_ask(hemi("de-AT"), "quote", leila)
    assert (german.language, german.wording.text.startswith("Guten Tag Hemi,")) == ("de", True)
    assert draft_ask(hemi("mi"), "quote", leila).language == "en"


def test_no_letter_goes_to_an_address_of_before_a_merge(leila: User) -> None:
    draft = draft_ask(hemi(), "quote", leila)
    merge_people("selin", "hemi", by=CONSOLE)
    before = written()
    with pytest.raises(GoodwordError) as drafting:
        draft_ask(hemi(), "quote", leila)
    with pytest.raises(GoodwordError) as sending:
        send_draft(hemi(), "quote", draft.wording, draft, token="one form", by=CONSOLE)
    assert drafting.value.code == sending.value.code == "merged-since"
    assert written() == before


def test_it_leaves_in_the_senders_name_with_links_that_answer_and_stop(leila: User, mail_server: MailServer) -> None:
    sent = send(leila)
    assert send_due() == 1
    [message] = mail_server.messages
    assert message["From"] == "Leila Haddad <goodword@northwind.example>"
    assert message["Reply-To"] == leila.email
    assert message["To"] == "hemi@teawa.example"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    body = message.get_content()
    answer = next(word for word in body.split() if word.startswith(f"{SITE}/a/"))
    page = Client().get(urlsplit(answer).path)
    assert (page.status_code, "Not now" in page.text) == (200, True)
    stop = "".join(message["List-Unsubscribe"].split()).strip("<>")
    Client(enforce_csrf_checks=True).post(urlsplit(stop).path, {"List-Unsubscribe": "One-Click"})
    assert opted_out("hemi")
    # The outbox forgets words that let somebody in; what was asked is still known.
    assert Letter.objects.get(pk=sent.letter_id).text == ""
    assert "{answer_link}" in AskLetter.objects.get().text


def test_the_same_form_again_is_the_same_letter(mail_server: MailServer) -> None:
    first = send(token="a form")
    before = written()
    assert send(token="a form").pk == first.pk
    assert written() == before
    with pytest.raises(GoodwordError) as raised:
        send(token="another form")
    assert (raised.value.code, written()) == ("resting", before)
    assert (send_due(), send_due(), len(mail_server.messages)) == (1, 0, 1)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"subject": "Hi\nBcc: all@x.example"}, "bad-subject"),
        ({"subject": " "}, "empty-letter"),
        ({"text": "Would you?"}, "no-answer-link"),
        ({"token": ""}, "no-token"),
    ],
)
def test_what_makes_no_letter_takes_no_place(changed: dict[str, str], code: str) -> None:
    before = written()
    with pytest.raises(GoodwordError) as raised:
        send(**changed)  # type: ignore[arg-type]  # none of them is a sender
    assert (raised.value.code, written()) == (code, before)


def test_where_the_letter_cannot_be_written_nothing_of_the_ask_stays(settings: Settings) -> None:
    draft, before = draft_ask(hemi(), "quote", None), written()
    object.__setattr__(draft.post, "to", "two@x.example, other@x.example")
    with pytest.raises(GoodwordError):
        send_draft(hemi(), "quote", draft.wording, draft, token="t", by=CONSOLE)
    assert written() == before
    settings.SMTP_SERVER = None
    with pytest.raises(GoodwordError) as raised:
        send()
    assert (raised.value.code, written()) == ("no-mail-server", before)


def test_braces_the_sender_writes_stay_braces(mail_server: MailServer) -> None:
    send(text="{{ person }} {0} {answer_link}\n")
    send_due()
    assert mail_server.messages[0].get_content().startswith("{{ person }} {0} https://")


def test_an_ask_taken_back_takes_its_letter_along(mail_server: MailServer) -> None:
    sent = send()
    withdraw_ask(sent.ask, by=CONSOLE, reason="Wrong person.")
    assert (Waiting.objects.count(), send_due(), mail_server.messages) == (0, 0, [])
    assert (Letter.objects.get().drop.reason, may_be_asked()) == ("withdrawn", True)


def test_a_letter_that_has_left_cannot_be_taken_back(mail_server: MailServer) -> None:
    sent = send()
    send_due()
    with pytest.raises(GoodwordError) as raised:
        withdraw_ask(sent.ask, by=CONSOLE, reason="Changed my mind.")
    assert (raised.value.code, may_be_asked()) == ("letter-left", False)


def _opts_out(_sent: AskLetter) -> None:
    opt_out_person("hemi", by=CONSOLE)


def _denies(_sent: AskLetter) -> None:
    forbids(person("hemi"), "quote")


def _answers(sent: AskLetter) -> None:
    answer_ask(sent.ask, "not_now", day=clock.today(), by=CONSOLE)


def _wants_a_call(_sent: AskLetter) -> None:
    set_reach("hemi", "phone", by=CONSOLE)


def _wants_their_own_colleague(_sent: AskLetter) -> None:
    set_reach("hemi", "colleague", by=CONSOLE)


@pytest.mark.parametrize("happens", [_opts_out, _denies, _answers, _wants_a_call, _wants_their_own_colleague])
def test_who_says_no_before_it_leaves_gets_no_letter(happens: object, mail_server: MailServer) -> None:
    sent = send()
    happens(sent)  # type: ignore[operator]  # one of the five
    assert (send_due(), mail_server.messages) == (0, [])
    assert Letter.objects.get().drop.reason == "suppressed"


def test_a_letter_that_never_left_gives_its_place_back_once(mail_server: MailServer) -> None:
    sent = send()
    opt_out_person("hemi", by=CONSOLE)
    send_due()
    assert (take_back_unsent(by=CONSOLE), take_back_unsent(by=CONSOLE)) == (1, 0)
    assert Ask.objects.get(pk=sent.ask_id).withdrawal.reason == "The letter never left."


def test_a_refused_letter_gives_its_place_back(mail_server: MailServer) -> None:
    row = hemi()
    draft = draft_ask(row, "quote", None)
    object.__setattr__(draft.post, "to", "never-end@teawa.example")
    send_draft(row, "quote", draft.wording, draft, token="t", by=CONSOLE)
    assert not may_be_asked()
    send_due()
    assert Letter.objects.refused().count() == 1
    assert take_back_unsent(by=CONSOLE) == 1
    assert may_be_asked()


def test_a_letter_that_came_back_gives_its_place_back(mail_server: MailServer) -> None:
    sent = send()
    send_due()
    about = look_at(delivery_report(Letter.objects.get(pk=sent.letter_id).message_id))
    assert isinstance(about, About)
    assert (take_back_unsent(by=CONSOLE), may_be_asked()) == (0, False)
    take_report(about, by=CONSOLE)
    assert (take_back_unsent(by=CONSOLE), may_be_asked()) == (1, True)


def test_a_letter_too_old_to_leave_gives_its_place_back() -> None:
    sent = send()
    Letter.objects.filter(pk=sent.letter_id).update(
        not_before=clock.now() - timedelta(days=9), expires_at=clock.now() - timedelta(days=1)
    )
    send_due()
    assert (take_back_unsent(by=CONSOLE), may_be_asked()) == (1, True)


def test_who_may_not_be_asked_gets_no_draft_sent_and_hears_why() -> None:
    forbids(person("hemi"), "quote")
    refusal = refuse_letter_to(hemi(), "quote")
    assert refusal is not None
    with pytest.raises(GoodwordError) as raised:
        send()
    assert raised.value.code == refusal.code
    assert Letter.objects.count() == 0
