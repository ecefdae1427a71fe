"""A meeting is arranged by its link: times in their own zone, two presses, until one is picked; and how it was."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.mail.meetings import write
from goodword.doors.mail.server import read_server
from goodword.kit import clock
from goodword.programme.links.models import LinkEnd
from goodword.programme.meetings.actions.close_need import close_need
from goodword.programme.meetings.actions.pick_slot import pick_slot
from goodword.programme.meetings.models import Offer, Pick, Slot
from goodword.programme.needs.models import Claim, Feedback
from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.models import Grant
from goodword.programme.personal import Subject
from goodword.programme.team.actions.invite_advocate import invite_advocate
from goodword.runs.rights.tables import erase_from_tables
from tests.doors.portal.linked import link_to, link_to_ask, phone, say, word_in
from tests.permissions import CONSOLE
from tests.programme.meetings.agreed import agreed, event_in, offered, picked
from tests.team import window_of

pytestmark = pytest.mark.django_db

AUCKLAND = ZoneInfo("Pacific/Auckland")


@pytest.fixture(autouse=True)
def mail(workspace: object, settings: Settings) -> None:
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:9")  # nothing is sent here
    settings.SITE_URL = "https://goodword.northwind.example"
    settings.DEFAULT_FROM_EMAIL = "Goodword <goodword@northwind.example>"


@pytest.fixture
def claim(workspace: object) -> Claim:
    Account.objects.filter(people="hemi").update(country="New Zealand")
    return agreed()


def advocate(who: str) -> Client:
    """The browser in which somebody signed in to their own page."""
    return window_of(invite_advocate(who, f"{who}@customer.example", by=CONSOLE, name=who))


def link_of(claim: Claim) -> str:
    return link_to("hemi", "slots", str(claim.pk))


def times(*days: int, at: str = "10:30", zone: str = "Pacific/Auckland") -> dict[str, str]:
    """The form, with a time on each of these days from today in New Zealand."""
    today = clock.now().astimezone(AUCKLAND).date()
    gaps = {f"day{n}": f"{today + timedelta(days=day)}" for n, day in enumerate(days, 1)}
    return {"do": "offer", "zone": zone, "minutes": "30", **gaps, **{f"time{n}": at for n, _ in enumerate(days, 1)}}


def test_their_own_time_zone_is_offered_before_those_of_their_country(claim: Claim) -> None:
    Person.objects.filter(pk="hemi").update(timezone="Pacific/Chatham")
    page = phone().get(link_to_ask(claim.asked.ask)).text
    assert '<option value="Pacific/Chatham" selected>' in page


def test_after_the_yes_the_page_of_the_ask_asks_for_times_in_their_own_zone(claim: Claim) -> None:
    page = phone().get(link_to_ask(claim.asked.ask))
    assert "When would it suit you?" in page.text
    assert '<option value="Pacific/Auckland" selected>' in page.text
    assert page.text.count('type="date"') == page.text.count('type="time"') == 3
    assert "find no time: write to me" in page.text


def test_before_the_yes_nothing_is_asked_of_times(workspace: object) -> None:
    page = phone().get(link_to_ask(agreed(answer="").asked.ask))
    assert "When would it suit you?" not in page.text


@pytest.mark.parametrize("way", ["answer", "slots", "own_page"])
def test_three_times_are_proposed_by_each_of_their_links_in_two_presses(claim: Claim, way: str) -> None:
    abouts = {"answer": claim.asked.ask.ledger_id, "slots": str(claim.pk), "own_page": ""}
    url = link_to("hemi", way, abouts[way])
    wish = times(2, 3, 4) | {"claim": str(claim.pk)}
    first = phone().post(url, wish)
    assert "Auckland time (UTC+1" in first.text
    assert "for this one meeting and nothing else" in first.text
    assert not Offer.objects.exists()
    page = phone().post(url, {"sure": word_in(first.text)}, follow=True)
    assert "Your times are passed on" in page.text
    assert page.text.count("10:30, Auckland time") == 3
    told = [slot.starts_at.astimezone(AUCKLAND) for slot in Slot.objects.order_by("starts_at")]
    assert [f"{at:%H:%M}" for at in told] == ["10:30"] * 3
    assert Grant.objects.get().person_id == "hemi"


def test_times_are_changed_until_one_is_picked_and_not_after(claim: Claim) -> None:
    url = link_of(claim)
    say(url, **times(2, 3))
    page = say(url, **times(5))
    assert page.text.count("10:30, Auckland time") == 1
    pick_slot(Slot.objects.latest("pk"), write=write, by=CONSOLE, place="https://meet.example/7")
    page = phone().get(url)
    assert "The time is agreed" in page.text
    assert "https://meet.example/7" in page.text
    assert "When would it suit you?" not in page.text
    assert "A time is agreed already." in say(url, **times(6)).text


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (times(-2), "over, or too soon"),
        (times(2, 2), "stands there twice"),
        (times(), "one to three times"),
        (times(2) | {"time1": ""}, "needs its day and its hour"),
        (times(2) | {"day1": "2026-02-31"}, "needs its day and its hour"),
        (times(2) | {"zone": "Europe/Atlantis"}, "no such time zone"),
        (times(2) | {"minutes": "7"}, "Nothing was chosen"),
        (times(200), "too far ahead"),
    ],
)
def test_what_cannot_be_a_time_is_refused_with_the_way_to_mend_it(
    claim: Claim, wish: dict[str, str], told: str
) -> None:
    page = phone().post(link_of(claim), wish)
    assert (page.status_code, told in page.text) == (422, True)
    assert not Offer.objects.exists()


def test_who_finds_no_time_says_so_and_may_still_give_some(claim: Claim) -> None:
    page = say(link_of(claim), do="no_time")
    assert "You found no time" in page.text
    assert "You proposed these times" in say(link_of(claim), **times(2)).text


def test_a_press_that_is_repeated_does_nothing_twice(claim: Claim) -> None:
    url = link_of(claim)
    word = word_in(phone().post(url, times(2)).text)
    for _ in range(2):
        phone().post(url, {"sure": word})
    assert (Offer.objects.count(), Slot.objects.count()) == (1, 1)


def test_nobody_arranges_somebody_elses_meeting(claim: Claim) -> None:
    abouts = (("selin", str(claim.pk)), ("hemi", "999"), ("hemi", "x"))
    for url in (link_to(who, "slots", about) for who, about in abouts):
        assert phone().get(url).status_code == 410
        assert phone().get(f"{url}meeting.ics").status_code == 410
    own = link_to("selin", "own_page")
    assert "No meeting is agreed here." in say(own, **times(2), claim=str(claim.pk)).text
    assert not Offer.objects.exists()


def test_links_that_are_forged_over_or_of_somebody_erased_open_nothing(claim: Claim) -> None:
    url = link_of(claim)
    picked(claim)
    assert phone().get(f"{url}meeting.ics").status_code == 200
    assert phone().get(f"{url[:-3]}xx/meeting.ics").status_code == 404
    over = link_of(claim)
    say(over, do="not_them")
    assert LinkEnd.objects.count() == 1
    assert phone().get(f"{over}meeting.ics").status_code == 410
    erase_from_tables(Subject(reference="erased-1", person_ids=("hemi",), pairs=(("crm", "crm:hemi"),)))
    assert phone().get(url).status_code == phone().get(f"{url}meeting.ics").status_code == 404


def test_looking_at_the_page_and_its_file_changes_nothing(claim: Claim) -> None:
    url = link_of(claim)
    picked(claim)
    for method in ("get", "head", "options"):
        getattr(phone(), method)(url)
        getattr(phone(), method)(f"{url}meeting.ics")
    assert Pick.objects.count() == 1


def test_the_file_for_their_calendar_has_the_instant_and_no_address_but_theirs(claim: Claim) -> None:
    pick = picked(claim)
    answer = phone().get(f"{link_of(claim)}meeting.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    event = event_in(answer.content)
    assert event["DTSTART"].dt == pick.slot.starts_at  # type: ignore[union-attr]
    assert str(event["ATTENDEE"]) == "mailto:hemi@teawa.example"


def test_their_own_page_gives_the_file_too_and_only_of_their_own_meeting(claim: Claim) -> None:
    picked(claim)
    own, other = link_to("hemi", "own_page"), link_to("selin", "own_page")
    assert f'href="{own}meeting.ics?claim={claim.pk}"' in phone().get(own).text
    assert phone().get(f"{own}meeting.ics?claim={claim.pk}")["Content-Type"].startswith("text/calendar")
    for url in (f"{other}meeting.ics?claim={claim.pk}", f"{own}meeting.ics", f"{own}meeting.ics?claim=99"):
        assert phone().get(url).status_code == 410


def test_whoever_signed_in_says_times_and_takes_the_file_there(claim: Claim) -> None:
    window = advocate("hemi")
    page = window.post("/portal/say/", times(2) | {"claim": str(claim.pk)}, follow=True).text
    assert "You proposed these times" in page
    pick_slot(Slot.objects.get(), write=write, by=CONSOLE)
    assert f"/portal/meeting.ics?claim={claim.pk}" in window.get("/portal/").text
    assert window.get(f"/portal/meeting.ics?claim={claim.pk}")["Content-Type"].startswith("text/calendar")
    assert window.get("/portal/meeting.ics?claim=x").status_code == 404
    assert advocate("selin").get(f"/portal/meeting.ics?claim={claim.pk}").status_code == 404


def test_two_who_turn_out_to_be_one_keep_their_meeting(claim: Claim) -> None:
    offered(claim)
    Person.objects.filter(pk="hemi").update(root_id="selin")
    assert "You proposed these times" in phone().get(link_of(claim)).text
    assert "You proposed these times" in phone().get(link_to("selin", "slots", str(claim.pk))).text


def test_who_cannot_come_calls_it_off_and_gives_other_times(claim: Claim) -> None:
    picked(claim)
    page = say(link_of(claim), do="call_off")
    assert "The meeting is called off" in page.text
    assert "When would it suit you?" in page.text
    assert "No time is agreed" in say(link_of(claim), do="call_off").text


def test_after_a_no_the_meeting_is_off_and_its_page_opens_nothing(claim: Claim) -> None:
    picked(claim)
    say(link_to_ask(claim.asked.ask), do="answer", answer="not_now")
    assert Pick.objects.latest("pk").slot is None
    assert phone().get(link_of(claim)).status_code == 410


def test_afterwards_two_questions_are_asked_and_the_last_word_counts(claim: Claim) -> None:
    url = link_of(claim)
    assert "It did not happen yet." in say(url, do="how_it_was", worth_it="yes").text
    close_need(claim.need, "done", write=write, by=CONSOLE)
    assert "Was it a good use of your time?" in phone().get(url).text
    say(url, do="how_it_was", worth_it="yes", again="yes", words="A good meeting.")
    page = say(url, do="how_it_was", again="no")
    assert "It is kept." in page.text
    said = dict(Feedback.objects.filter(side="advocate").values_list("question", "yes"))
    assert said == {"worth_it": True, "again": False}


def test_their_own_page_shows_the_times_they_gave(claim: Claim) -> None:
    offered(claim)
    page = phone().get(link_to("hemi", "own_page"))
    assert "You proposed these times" in page.text
