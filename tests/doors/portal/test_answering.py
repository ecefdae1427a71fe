"""An ask is answered by its link: no account, no cookie, two presses; the last word counts."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils.log import configure_logging
from pytest_django.fixtures import Settings

from goodword.kit import clock
from goodword.programme.acts.models import Act
from goodword.programme.asks.actions.withdraw_ask import withdraw_ask
from goodword.programme.asks.models import Answer, EarlierAnswer
from goodword.programme.links.actions.make_link import make_link
from goodword.programme.links.models import Link, LinkEnd
from goodword.programme.people.models import OptOut
from goodword.programme.people.opted_out import opted_out
from goodword.programme.personal import Subject
from goodword.programme.team.models import AuditEntry
from goodword.runs.operate.restored import Restored, mark_restored
from goodword.runs.rights.tables import erase_from_tables
from goodword.runs.workspace import Workspace
from tests.doors.portal.linked import asked, link_to, link_to_ask, phone, say, word_in
from tests.permissions import CONSOLE
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db


def test_the_page_shows_the_ask_their_words_and_three_equal_answers_none_chosen() -> None:
    page = phone().get(link_to_ask(asked()))
    assert page.status_code == 200
    for shown in ("May we quote you?", "We closed the books four days earlier", "About 15 minutes.", "No gift."):
        assert shown in page.text
    assert page.text.count('type="radio"') == 3
    assert "checked" not in page.text
    assert not page.cookies


def test_nobody_keeps_indexes_or_hands_on_the_address_of_the_page() -> None:
    for url in (link_to_ask(asked()), "/a/made-up/"):
        page = phone().get(url)
        assert "no-store" in page["Cache-Control"]
        assert page["Referrer-Policy"] == "no-referrer"
        assert "noindex" in page["X-Robots-Tag"]


def test_the_second_press_counts_and_the_first_does_not() -> None:
    ask = asked()
    url = link_to_ask(ask)
    first = phone().post(url, {"do": "answer", "answer": "not_now"})
    assert "Your answer: not now" in first.text
    assert not Answer.objects.exists()
    page = phone().post(url, {"sure": word_in(first.text)}, follow=True)
    assert "You answered: Not now." in page.text
    assert Answer.objects.get(ask=ask).answer == "not_now"


def test_they_change_their_mind_and_what_they_had_said_is_kept() -> None:
    ask = asked()
    url = link_to_ask(ask)
    for answer in ("never", "accepted"):
        page = say(url, do="answer", answer=answer)
    assert "You answered: Yes." in page.text
    assert EarlierAnswer.objects.get(ask=ask).answer == "never"
    Act.objects.create(kind="quote", person_key="crm:hemi", done_on=clock.today())
    assert "It is done. Thank you." in phone().get(url).text
    assert "the answer to it stays" in say(url, do="answer", answer="never").text
    assert Answer.objects.get(ask=ask).answer == "accepted"


def test_a_word_that_was_used_or_is_another_links_or_was_made_up_does_nothing() -> None:
    ask = asked()
    url, other = link_to_ask(ask), link_to_ask(ask)
    used = word_in(phone().post(url, {"do": "answer", "answer": "accepted"}).text)
    phone().post(url, {"sure": used})
    say(url, do="answer", answer="never")
    for where, word in ((url, used), (other, used), (url, "made up"), (url, used[:-2] + "xx")):
        page = phone().post(where, {"sure": word})
        assert (page.status_code, "Nothing was changed by this press" in page.text) == (422, True)
    assert Answer.objects.get(ask=ask).answer == "never"


def test_a_word_lasts_half_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    url = link_to_ask(asked())
    word = word_in(phone().post(url, {"do": "answer", "answer": "accepted"}).text)
    late = (clock.now() + timedelta(minutes=31)).timestamp()
    monkeypatch.setattr("django.core.signing.time.time", lambda: late)
    assert phone().post(url, {"sure": word}).status_code == 422
    assert not Answer.objects.exists()


@pytest.mark.parametrize("wish", [{}, {"do": "answer"}, {"do": "answer", "answer": "declined"}, {"do": "erase"}])
def test_what_is_not_offered_is_not_taken(wish: dict[str, str]) -> None:
    page = phone().post(link_to_ask(asked()), wish)
    assert (page.status_code, "nothing was changed" in page.text) == (422, True)


def test_links_that_open_nothing_all_say_the_same_and_name_nobody() -> None:
    ask = asked()
    gone, wrong_person, own_page = (
        link_to_ask(ask),
        link_to("selin", "answer", ask.ledger_id),
        link_to("hemi", "slots", "x"),
    )
    made_up = phone().get("/a/made-up/")
    assert made_up.status_code == 404
    erase_from_tables(Subject(reference="erased-1", person_ids=("hemi",), pairs=(("crm", "crm:hemi"),)))
    for url in (gone, own_page, "/a/%00/", f"/a/{'x' * 300}/"):
        page = phone().get(url)
        assert (page.status_code, page.text) == (404, made_up.text)
    assert phone().get(wrong_person).status_code == 410
    for page in (made_up, phone().get(wrong_person)):
        assert not any(name in page.text for name in ("Hemi", "Te Awa", "Selin", "quote"))


def test_links_that_are_over_say_so_and_name_nobody() -> None:
    ask = asked()
    url = link_to_ask(ask)
    began = clock.now() - timedelta(days=30)
    Link.objects.update(made_at=began, expires_at=began + timedelta(days=14))
    for method in (phone().get, phone().post):
        page = method(url)
        assert (page.status_code, "This link has ended." in page.text, "Hemi" in page.text) == (410, True, False)
    assert not Answer.objects.exists()


def test_an_ask_that_was_taken_back_asks_nothing() -> None:
    ask = asked()
    url = link_to_ask(ask)
    withdraw_ask(ask, by=CONSOLE, reason="wrong person")
    page = phone().get(url)
    assert (page.status_code, "We do not ask this any more." in page.text) == (410, True)
    assert phone().post(url, {"do": "answer", "answer": "accepted"}).status_code == 410


def test_who_tries_many_secrets_waits_and_who_has_a_real_one_never_does(settings: Settings) -> None:
    settings.API_LIMITS = settings.API_LIMITS | {"stranger": 5}
    url = link_to_ask(asked())
    answers = [phone().get(f"/a/guess-{number}/").status_code for number in range(8)]
    assert answers[0] == 404
    assert answers[-1] == 429
    assert int(phone().get("/a/guess/")["Retry-After"]) >= 1
    assert phone().get(url).status_code == 200


def test_not_you_ends_the_link_with_the_second_press_only() -> None:
    url = link_to_ask(asked())
    assert "not meant for you" in phone().post(url, {"do": "not_them"}).text
    assert not LinkEnd.objects.exists()
    assert say(url, do="not_them").status_code == 410
    assert LinkEnd.objects.get().why == LinkEnd.NOT_THEM


def test_they_ask_for_peace_from_the_page_of_an_ask() -> None:
    url = link_to_ask(asked())
    page = say(url, do="stop")
    assert "this asks nothing any more" in page.text
    assert opted_out("hemi") is not None


def test_on_a_restored_copy_nothing_is_taken_in_but_a_wish_for_peace(workspace: Workspace) -> None:
    ask = asked()
    mark_restored(workspace.path, Restored(clock.now(), "ada", "backup.tar", clock.now()))
    page = phone().post(link_to_ask(ask), {"do": "answer", "answer": "accepted"})
    assert (page.status_code, "Nothing was changed" in page.text) == (503, True)
    phone().post(link_to("hemi", "unsubscribe"), {"List-Unsubscribe": "One-Click"})
    assert not Answer.objects.exists()
    assert opted_out("hemi") is not None


def test_one_press_of_a_mail_program_unsubscribes_and_looking_does_not() -> None:
    url = link_to("hemi", "unsubscribe")
    assert "No more letters?" in phone().get(url).text
    assert opted_out("hemi") is None
    for _ in range(2):
        assert phone().post(url, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert "You get no more letters" in phone().get(url).text
    assert OptOut.objects.filter(person_id="hemi").count() == 1
    assert OptOut.objects.get(person_id="hemi").note == "one click in a mail program"


def test_the_log_does_not_tell_the_secret(capfd: pytest.CaptureFixture[str]) -> None:
    configure_logging(settings.LOGGING_CONFIG, settings.LOGGING)
    secret = make_link("hemi", "own_page", expires_at=clock.now() + timedelta(days=1), by=CONSOLE)
    phone().post(f"/a/{secret}/", {"do": "nothing we know"})
    told = capfd.readouterr().err
    assert "/a/[secret]/" in told
    assert secret not in told


def test_the_trail_says_who_answered_by_a_link() -> None:
    secret = make_link("hemi", "answer", asked().ledger_id, expires_at=clock.now() + timedelta(days=1), by=CONSOLE)
    say(f"/a/{secret}/", do="answer", answer="accepted")
    entry = AuditEntry.objects.get(verb="answer", noun="ask")
    assert (entry.actor_kind, entry.door) == ("link", "portal")
    page = window_of(let_in()).get("/audit/?verb=answer").text
    assert "Hemi Ngata" in page
    assert "by a link of theirs" in page
