"""A customer's person is let in to their own page: with a letter that was shown first, or a password shown once."""

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import read_server
from goodword.kit import clock
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation
from goodword.programme.outbox.actions.record_outcome import record_outcome
from goodword.programme.outbox.models import Attempt, Letter, Waiting
from goodword.programme.people.models import Person
from goodword.programme.team.models import Assignment, AuditEntry, User
from goodword.programme.team.roles import Role
from tests.team import LEILA, let_in, window_of
from tests.world import TODAY, Cast, the_cast

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = pytest.mark.django_db

HEMI = "hemi@teawa.example"
INVITE, TAKE_BACK, LET_IN = (f"/people/hemi/own-page/{what}" for what in ("", "take-back/", "let-in/"))


@pytest.fixture
def post_office(settings: Settings) -> None:
    """A mail server is set; nothing is sent, letters wait in the outbox."""
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:2525")


def publish(cast: Cast, fingerprint: str) -> None:
    publish_findings(cast.findings(), as_of=TODAY, fingerprint=fingerprint)


def without(person_id: str) -> Cast:
    """The cast, with somebody gone from every table."""
    cast = the_cast()
    for name, rows in cast.rows.items():
        cast.rows[name] = [row for row in rows if row.get("person_id") != person_id]
    return cast


def part(client: Client, person_id: str = "hemi") -> str:
    """What a person's page says of their own page; empty where it says nothing."""
    found = re.search(
        r'<section class="block" id="own-page".*?</section>', client.get(f"/people/{person_id}/").text, re.DOTALL
    )
    return found[0] if found else ""


def shown(answer: "Answer") -> tuple[str, str, str]:
    """To whom, the subject and the words of the letter on the page that asks for a yes."""
    page = answer.text
    found = re.search(r'<p class="subject">(.*?)</p><div class="letter-words">(.*?)</div>', page, re.DOTALL)
    to = re.search(r"<dt>To</dt><dd[^>]*>(.*?)</dd>", page)
    assert found is not None
    assert to is not None
    return unescape(to[1]), unescape(found[1]), unescape(found[2])


def access() -> Assignment:
    found = Assignment.objects.account_of("hemi")
    assert found is not None
    return found


def may_come_in(user: User) -> bool:
    return window_of(user).get("/portal/").status_code == 200


@pytest.mark.usefixtures("published", "post_office")
def test_the_letter_that_is_shown_is_the_one_that_is_sent_and_it_is_sent_once(reader: Client) -> None:
    assert f'href="{INVITE}"' in part(reader)
    told = shown(reader.get(INVITE))
    assert not Letter.objects.exists(), "looking at it sends nothing"
    assert reader.post(INVITE)["Location"] == "/people/hemi/#own-page"
    letter = Letter.objects.get()
    assert (letter.to, letter.subject, letter.text) == told
    assert (letter.to, letter.reply_to) == (HEMI, LEILA)
    assert "Leila Haddad invites you" in letter.text
    again = reader.post(INVITE)
    assert again.status_code == 422
    assert "has an account already" in again.text
    assert Letter.objects.count() == 1
    assert User.objects.filter(email=HEMI).count() == 1
    page = part(reader)
    assert "may come in" in page
    assert "Leila Haddad" in page
    assert "waits in the outbox" in page


@pytest.mark.usefixtures("published", "post_office")
def test_whoever_got_the_letter_comes_in_by_a_code_and_sees_their_own_page(reader: Client) -> None:
    reader.post(INVITE)
    link = re.search(r"http\S+", Letter.objects.get().text)
    assert link is not None
    path = link[0].partition("8000")[2]
    guest = Client()
    guest.post(path, {"email": HEMI})
    code = re.search(r"^ {4}(\S+)$", Letter.objects.latest("pk").text, re.MULTILINE)
    assert code is not None
    guest.post("/sign-in/code/enter/", {"code": code[1]})
    assert "Good to see you, Hemi Ngata" in guest.get("/portal/").text
    assert guest.get("/people/hemi/").status_code == 403
    assert "not yet" not in part(reader), "the last visit is told"


@pytest.mark.usefixtures("published")
def test_without_a_mail_server_a_password_is_shown_once_and_lets_them_in(reader: Client) -> None:
    assert 'class="letter"' not in reader.get(INVITE).text
    answer = reader.post(INVITE)
    found = re.search(r'<code id="secret">([0-9a-f-]+)</code>', answer.text)
    assert found is not None
    assert "no-store" in answer["Cache-Control"]
    guest = Client()
    guest.post("/sign-in/", {"username": HEMI, "password": found[1]})
    assert "Good to see you, Hemi Ngata" in guest.get("/portal/").text
    assert not Letter.objects.exists()
    assert found[1] not in reader.get("/people/hemi/").text + reader.get(INVITE).text + reader.post(INVITE).text


def test_who_cannot_be_written_to_or_said_no_for_good_is_refused_with_the_reason(
    reader: Client, post_office: None
) -> None:
    cast = the_cast()
    cast.hold("joost", "opted_out", "Joost van der Meer opted out on Mon 1 Jun.")
    cast.hold("etienne", "never", "Étienne Tremblay said never, on Mon 2 Mar.")
    cast.hold("hemi", "never", "Hemi Ngata said never to a talk, on Mon 2 Mar.", act_kind="talk")
    publish(cast, "with refusals")
    # Known to have opted out, before any hold of it is published.
    Person.objects.filter(person_id="olena").update(opted_out_on=TODAY)
    for person_id, reason in (
        ("lucia", "Lucía Fernández Ortega has no e-mail address on record."),
        ("joost", "Joost van der Meer opted out on Mon 1 Jun."),
        ("etienne", "Étienne Tremblay said never, on Mon 2 Mar."),
        ("olena", "They opted out: nobody writes to them, asks them, or uses what they gave."),
    ):
        page = part(reader, person_id)
        assert reason in page
        assert "own-page/" not in page, "nothing there to press"
        asked = reader.get(f"/people/{person_id}/own-page/")
        assert reason in asked.text
        assert "<form" not in asked.text.split("<main")[1].split("</main>")[0]
        refused = reader.post(f"/people/{person_id}/own-page/")
        assert refused.status_code == 422
        assert reason in refused.text
    assert not Letter.objects.exists()
    assert list(User.objects.values_list("email", flat=True)) == [LEILA]
    reader.post(INVITE)
    assert Letter.objects.get().to == HEMI, "no to one kind of act is no to that alone"


@pytest.mark.usefixtures("published", "post_office")
def test_an_address_of_a_colleague_is_refused_and_nothing_is_half_done(reader: Client) -> None:
    let_in(HEMI, Role.SALES)
    before = AuditEntry.objects.count()
    refused = reader.post(INVITE)
    assert refused.status_code == 422
    assert f"{HEMI} has an account already." in refused.text
    assert not Letter.objects.exists()
    assert AuditEntry.objects.count() == before
    assert Assignment.objects.account_of("hemi") is None


@pytest.mark.usefixtures("published", "post_office")
def test_what_is_taken_back_shuts_them_out_and_stops_a_letter_that_waits_and_can_be_undone(reader: Client) -> None:
    reader.post(INVITE)
    window = window_of(access().user)
    page = reader.get("/people/hemi/").text
    assert '<div class="toast">' in page
    assert f'action="{TAKE_BACK}"' in page
    reader.post(TAKE_BACK)
    assert window.get("/portal/").status_code == 302
    assert not Waiting.objects.exists()
    page = reader.get("/people/hemi/").text
    assert f'<form action="{LET_IN}"' in page, "the toast undoes it"
    assert "taken back" in part(reader)
    reader.post(LET_IN)
    assert may_come_in(access().user)
    assert Waiting.objects.count() == 1, "the first letter never left, so there is another"
    reader.post(LET_IN)
    assert Waiting.objects.count() == 1
    assert Letter.objects.count() == 2


@pytest.mark.usefixtures("published", "post_office")
def test_who_got_the_letter_gets_no_second_one_when_let_in_again(reader: Client) -> None:
    reader.post(INVITE)
    letter = Letter.objects.get()
    Waiting.objects.all().delete()
    attempt = Attempt.objects.create(letter=letter, number=1, claimed_at=clock.now(), worker="anna")
    record_outcome(attempt, "sent", "250 ok", now=clock.now())
    reader.post(TAKE_BACK)
    reader.post(LET_IN)
    assert may_come_in(access().user)
    assert Letter.objects.get() == letter


@pytest.mark.usefixtures("published")
def test_who_opted_out_meanwhile_is_not_let_in_again_through_any_door(reader: Client) -> None:
    reader.post(INVITE)
    reader.post(TAKE_BACK)
    cast = the_cast()
    cast.hold("hemi", "opted_out", "Hemi Ngata opted out on Thu 19 Nov.")
    publish(cast, "opted out")
    user = access().user
    for door in (LET_IN, f"/team/{user.pk}/reactivate/"):
        reader.post(door)
        assert "Hemi Ngata opted out on Thu 19 Nov." in reader.get("/today/").text.split('id="toasts"')[1]
        user.refresh_from_db()
        assert not user.is_active
    assert "Hemi Ngata opted out on Thu 19 Nov." in part(reader)
    assert LET_IN not in part(reader)


@pytest.mark.usefixtures("published")
def test_who_is_gone_from_the_data_can_be_shut_out_and_not_let_in(reader: Client) -> None:
    reader.post(INVITE)
    user = access().user
    publish(without("hemi"), "without Hemi")
    assert reader.get(INVITE).status_code == 404
    assert "nothing is known of them any more" in reader.get("/team/advocates/").text
    assert reader.post(TAKE_BACK)["Location"] == "/team/advocates/"
    user.refresh_from_db()
    assert not user.is_active
    assert reader.post(LET_IN)["Location"] == "/team/advocates/"
    assert "Nothing is known of this person any more." in reader.get("/team/advocates/").text
    user.refresh_from_db()
    assert not user.is_active


def test_a_csm_can_tell_a_foreign_person_from_a_missing_one_nowhere(published: Generation) -> None:
    let_in("ada@northwind.example")
    window_of(User.objects.get()).post("/people/anjali/own-page/")
    csm = window_of(let_in(LEILA, Role.CSM, reach="own"))
    assert f'href="{INVITE}"' in part(csm)
    for what in ("", "take-back/", "let-in/"):
        foreign, missing = (f"/people/{person}/own-page/{what}" for person in ("anjali", "nowhere"))
        for method in ("get", "post") if not what else ("post",):
            answers = [getattr(csm, method)(path) for path in (foreign, missing)]
            assert [answer.status_code for answer in answers] == [404, 404]
            bodies = [re.sub(r"anjali|nowhere|csrf\S+ value=\S+", "", answer.text) for answer in answers]
            assert bodies[0] == bodies[1]
    found = Assignment.objects.account_of("anjali")
    assert found is not None
    assert found.user.is_active


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("role", [Role.SALES, Role.EXECUTIVE, Role.ANALYST])
def test_who_may_not_invite_sees_nothing_of_it(reader: Client, role: Role) -> None:
    window = window_of(let_in("mallory@northwind.example", role))
    assert part(window) == ""
    for path in (INVITE, TAKE_BACK, LET_IN):
        assert window.post(path).status_code == 403
    assert Assignment.objects.account_of("hemi") is None


@pytest.mark.usefixtures("published", "post_office")
def test_each_step_stands_on_the_trail_with_who_took_it_and_without_a_name(reader: Client) -> None:
    leila, before = str(User.objects.get(email=LEILA).pk), AuditEntry.objects.latest("number").number
    for step in (INVITE, TAKE_BACK, LET_IN):
        reader.post(step)
    entries = list(AuditEntry.objects.filter(number__gt=before).order_by("number"))
    assert [f"{entry.verb} {entry.noun}" for entry in entries] == [
        *("create user", "give role", "invite person", "queue letter"),
        *("deactivate user", "withdraw letter"),
        *("reactivate user", "queue letter"),
    ]
    assert {(entry.actor_kind, entry.actor_id, entry.door) for entry in entries} == {("user", leila, "web")}
    assert [entry.object_id for entry in entries if entry.verb == "invite"] == ["hemi"]
    assert not [entry for entry in entries if "Hemi" in entry.before + entry.after or "@" in entry.before + entry.after]


@pytest.mark.usefixtures("published")
def test_whose_address_changed_is_invited_under_the_new_one(reader: Client) -> None:
    reader.post(INVITE)
    reader.post(TAKE_BACK)
    cast = the_cast()
    for row in cast.rows["persons"]:
        if row["person_id"] == "hemi":
            row |= {"email": "hemi@elsewhere.example", "emails": ["hemi@elsewhere.example"]}
    publish(cast, "moved")
    assert f'href="{INVITE}"' in part(reader)
    reader.post(INVITE)
    assert access().user.email == "hemi@elsewhere.example"
    assert not User.objects.get(email=HEMI).is_active
