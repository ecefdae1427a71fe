"""The time of a meeting: proposed by the advocate, picked once, moved, called off; letters and entries follow it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from pytest_django.fixtures import Settings

from goodword.doors.mail.meetings import write
from goodword.doors.mail.opening import opening
from goodword.doors.mail.overtaking import overtaken
from goodword.doors.mail.reminding import remind_by_clock
from goodword.doors.mail.server import read_server
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.acts.models import Act
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.asks.actions.change_answer import change_answer
from goodword.programme.desk.models import Notification, Preference
from goodword.programme.meetings.actions.call_off import ask_other_times, call_off
from goodword.programme.meetings.actions.close_need import close_need
from goodword.programme.meetings.actions.hear_answer import hear_answer
from goodword.programme.meetings.actions.offer_times import find_no_time, offer_times
from goodword.programme.meetings.actions.pick_slot import pick_slot
from goodword.programme.meetings.actions.queue_reminders import queue_reminders
from goodword.programme.meetings.models import MeetingLetter, Offer, Pick, Slot
from goodword.programme.meetings.standing import meeting_of
from goodword.programme.needs.actions.end_need import reopen_need
from goodword.programme.needs.models import Claim, Need
from goodword.programme.outbox.models import Letter, Waiting
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant
from goodword.programme.permissions.models import ActKind, Grant
from goodword.programme.personal import Subject
from goodword.programme.team.models import AuditEntry, User
from goodword.programme.team.roles import Role
from goodword.runs.rights.tables import erase_from_tables, left_in_tables
from goodword.runs.workspace import create_workspace
from tests.permissions import CONSOLE, TODAY
from tests.programme.meetings.agreed import ALLOWED, actor_of, agreed, entry_in, in_days, offered, picked
from tests.team import let_in
from tests.world import the_cast

pytestmark = pytest.mark.django_db

HEMI = Subject(reference="erased-1", person_ids=("hemi",), pairs=(("crm", "crm:hemi"),), emails=("hemi@teawa.example",))


@pytest.fixture(autouse=True)
def surroundings(db: None, settings: Settings, tmp_path: Path) -> None:
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:9")  # nothing is sent here
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    settings.SITE_URL = "https://goodword.northwind.example"
    settings.DEFAULT_FROM_EMAIL = "Goodword <goodword@northwind.example>"
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


@pytest.fixture
def rep() -> User:
    return let_in("rep@northwind.example", Role.SALES, name="Marcus Lindqvist")


@pytest.fixture
def claim(rep: User) -> Claim:
    return agreed(by=actor_of(rep))


def refused(call: Any, *args: Any, **named: Any) -> str:  # noqa: ANN401  # any action
    """The code of the refusal; nothing was written."""
    counted = (Offer, Slot, Pick, MeetingLetter, Letter, Grant, AuditEntry, Notification)
    before = [kind.objects.count() for kind in counted]
    with pytest.raises(GoodwordError) as raised:
        call(*args, **named)
    assert raised.value.mend.endswith(".")
    assert [kind.objects.count() for kind in counted] == before
    return raised.value.code


def offer(claim: Claim, times: list[datetime], *, zone: str = "UTC", minutes: int = 30) -> Offer:
    return offer_times(claim, times, zone=zone, minutes=minutes, wording=ALLOWED, by=CONSOLE)


def state(claim: Claim) -> str:
    return meeting_of(Claim.objects.get(pk=claim.pk), now=clock.now()).state


def letters(what: str) -> list[MeetingLetter]:
    return list(MeetingLetter.objects.filter(what=what).select_related("letter").order_by("side"))


def test_times_are_proposed_until_one_is_picked_and_the_newest_count(claim: Claim, rep: User) -> None:
    assert state(claim) == "wanted"
    first = offered(claim)
    assert offered(claim) == first  # the same again
    assert state(claim) == "offered"
    assert Notification.objects.get(user=rep).kind == "times_offered"
    second = offered(claim, 6)
    assert meeting_of(claim, now=clock.now()).slots == list(second.slots.all())
    [old] = first.slots.order_by("starts_at")[:1]
    assert refused(pick_slot, old, write=write, by=CONSOLE) == "times-gone"


@pytest.mark.parametrize(
    ("days", "more", "code"),
    [
        ((), {}, "how-many-times"),
        ((1, 2, 3, 4), {}, "how-many-times"),
        ((1, 1), {}, "time-twice"),
        ((-1,), {}, "time-over"),
        ((0.01,), {}, "time-over"),
        ((91,), {}, "time-too-far"),
        ((1,), {"minutes": 5}, "bad-length"),
        ((1,), {"zone": "Middle/Earth"}, "unknown-zone"),
        ((1,), {"zone": "../etc/passwd"}, "unknown-zone"),
    ],
)
def test_times_that_cannot_be_are_refused(claim: Claim, days: tuple[float, ...], more: Any, code: str) -> None:  # noqa: ANN401
    assert refused(offer, claim, in_days(*days), **more) == code


@pytest.mark.parametrize("answer", ["", "not_now", "never"])
def test_nobody_proposes_times_without_a_yes(answer: str) -> None:
    assert refused(offer, agreed(answer=answer), in_days(1)) == "no-meeting"


def test_a_kind_that_is_no_meeting_has_no_times(claim: Claim) -> None:
    ActKind.objects.filter(pk="reference_call").update(at_a_time=False)
    assert refused(offer, Claim.objects.get(pk=claim.pk), in_days(1)) == "no-meeting"


def test_who_proposes_times_allows_this_one_meeting_and_nothing_else(claim: Claim) -> None:
    offered(claim)
    grant = Grant.objects.get()
    assert (grant.act_kind_id, grant.audience, grant.asset) == ("reference_call", "named", f"request {claim.need_id}")
    assert grant.proof.wording == ALLOWED
    assert refused(pick_slot, offered(claim, 7).slots.get(), write=write, by=CONSOLE, place="a\nb") == "bad-place"
    withdraw_grant(grant, by=CONSOLE)
    assert refused(pick_slot, Slot.objects.latest("pk"), write=write, by=CONSOLE) == "withdrawn-from-person"


def test_a_pick_is_made_once_and_both_sides_get_a_letter_with_an_entry(claim: Claim) -> None:
    pick = picked(claim, 3, 4)
    assert pick_slot(pick.slot, write=write, by=CONSOLE, place=pick.place) == pick  # type: ignore[arg-type]
    other = pick.slot.offer.slots.order_by("-starts_at")[0]  # type: ignore[union-attr]
    assert refused(pick_slot, other, write=write, by=CONSOLE) == "picked-meanwhile"
    with pytest.raises(IntegrityError), transaction.atomic():  # what two at the same moment would do
        Pick.objects.create(claim=claim, sequence=0, slot=other, at=clock.now())
    advocate, rep = letters("invitation")
    assert (advocate.letter.to, rep.letter.to) == ("hemi@teawa.example", "rep@northwind.example")
    assert refused(offer, claim, in_days(8)) == "picked-already"
    for row in (advocate, rep):
        event = entry_in(row.letter)
        assert event["DTSTART"].dt == pick.slot.starts_at  # type: ignore[union-attr]
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=30)
        assert (int(event["SEQUENCE"]), str(event["STATUS"])) == (0, "CONFIRMED")
        assert str(event["LOCATION"]) == "https://meet.example/7"
        assert "https://meet.example/7" in row.letter.text


def test_neither_side_learns_the_address_of_the_other_nor_for_whom_it_is(claim: Claim) -> None:
    picked(claim)
    advocate, rep = letters("invitation")
    assert "hemi@" not in (rep.letter.text + rep.letter.calendar).replace("hemi@teawa.example\n", "")
    for secret in ("rep@northwind.example", "Hallam", "D-7"):
        assert secret not in advocate.letter.text + advocate.letter.calendar + advocate.letter.subject


def test_moved_it_is_the_same_entry_with_a_higher_number_and_the_letters_of_before_stay_here(claim: Claim) -> None:
    first = picked(claim, 3, 4)
    before = {entry_in(one.letter)["UID"] for one in letters("invitation")}
    other = first.slot.offer.slots.order_by("-starts_at")[0]  # type: ignore[union-attr]
    pick_slot(other, write=write, by=CONSOLE, instead_of=0)
    old, new = (MeetingLetter.objects.get(sequence=n, side="advocate").letter for n in (0, 1))
    assert {entry_in(new)["UID"]} == before
    assert int(entry_in(new)["SEQUENCE"]) == 1
    assert "moved" in overtaken(old)
    assert overtaken(new) == ""


def test_called_off_both_calendars_take_it_back_and_new_times_may_come(claim: Claim, rep: User) -> None:
    first = picked(claim)
    call_off(claim, write=write, by=CONSOLE)
    assert call_off(claim, write=write, by=CONSOLE) == Pick.objects.latest("pk")  # again changes nothing
    assert Pick.objects.count() == 2
    for row in letters("cancellation"):
        event = entry_in(row.letter)
        assert (int(event["SEQUENCE"]), str(event["STATUS"])) == (1, "CANCELLED")
        assert event["DTSTART"].dt == first.slot.starts_at  # type: ignore[union-attr]
        assert overtaken(row.letter) == ""
    assert Notification.objects.filter(user=rep, kind="meeting_called_off").count() == 1
    assert state(claim) == "wanted"
    again = picked(claim, 9)
    assert again.sequence == 2


def test_other_times_are_asked_for_once_and_the_advocate_is_written_to(claim: Claim) -> None:
    offered(claim)
    assert ask_other_times(claim, write=write, by=CONSOLE) == ask_other_times(claim, write=write, by=CONSOLE)
    [row] = letters("other_times")
    assert "/a/" in row.letter.text
    assert refused(pick_slot, Slot.objects.latest("pk"), write=write, by=CONSOLE) == "times-gone"
    assert overtaken(row.letter) == ""
    offered(claim, 8)
    assert "Other times are there" in overtaken(row.letter)


def test_who_finds_no_time_says_so_once_and_whoever_needed_it_is_told(claim: Claim, rep: User) -> None:
    assert find_no_time(claim, by=CONSOLE) == find_no_time(claim, by=CONSOLE)
    assert Notification.objects.get(user=rep).kind == "no_time_found"
    assert state(claim) == "no_time"
    offered(claim)
    assert state(claim) == "offered"


@pytest.mark.parametrize("stop", ["opts out", "takes it back", "is erased"])
def test_what_waits_is_dropped_when_they_want_it_no_more(claim: Claim, stop: str) -> None:
    picked(claim)
    [advocate, _rep] = letters("invitation")
    if stop == "opts out":
        opt_out_person("hemi", by=CONSOLE)
    elif stop == "takes it back":
        withdraw_grant(Grant.objects.get(), by=CONSOLE)
    else:
        erase_from_tables(HEMI)
        assert not Letter.objects.filter(pk=advocate.letter_id).exists()
        assert overtaken(Letter.objects.get()) == "The meeting it stands for is gone."
        assert all(row["found"] == 0 for row in left_in_tables(HEMI) if "meetings." in row["place"])
        return
    assert overtaken(advocate.letter)


def test_a_no_after_the_yes_calls_the_meeting_off_and_whoever_needed_it_hears_no_reason(
    claim: Claim, rep: User
) -> None:
    picked(claim)
    ask = claim.asked.ask
    change_answer(ask, "not_now", day=clock.today(), by=CONSOLE, done=False)
    hear_answer(ask, write=write, by=CONSOLE)
    hear_answer(ask, write=write, by=CONSOLE)
    assert len(letters("cancellation")) == 2
    notice = Notification.objects.get(user=rep, kind="need_answered")
    assert notice.facts == {"answer": "not_now"}


def test_news_come_by_letter_to_whoever_gets_a_digest_and_to_nobody_else(claim: Claim, rep: User) -> None:
    offered(claim)
    assert not Letter.objects.exists()
    Preference.objects.update_or_create(user=rep, defaults={"digest": "weekly"})
    offered(claim, 8)
    offered(claim, 8)
    letter = Letter.objects.get()
    assert (letter.to, letter.purpose) == ("rep@northwind.example", "notification")
    assert f"/requests/{claim.need_id}/" in letter.text
    assert "Hemi" not in letter.text + letter.subject


def remind(now: datetime) -> int:
    return queue_reminders(now=now, ahead=timedelta(hours=24), write=write, by=CONSOLE)


def test_both_are_reminded_once_on_the_day_before(claim: Claim) -> None:
    pick = picked(claim, 5)
    starts = pick.slot.starts_at  # type: ignore[union-attr]
    assert remind(starts - timedelta(hours=25)) == 0
    assert [remind(starts - timedelta(hours=23)) for _ in range(3)] == [2, 0, 0]
    assert {one.letter.purpose for one in letters("reminder")} == {"reminder"}
    call_off(claim, write=write, by=CONSOLE)
    assert all("moved or called off" in overtaken(one.letter) for one in letters("reminder"))


def test_nobody_is_reminded_of_what_was_called_off_moved_or_is_over(claim: Claim) -> None:
    first = picked(claim, 5, 6)
    starts = first.slot.starts_at  # type: ignore[union-attr]
    pick_slot(first.slot.offer.slots.order_by("-starts_at")[0], write=write, by=CONSOLE, instead_of=0)  # type: ignore[union-attr]
    assert remind(starts - timedelta(hours=2)) == 0
    call_off(claim, write=write, by=CONSOLE)
    assert remind(starts + timedelta(hours=20)) == 0
    assert remind_by_clock() == 0


def test_a_reminder_that_broke_off_leaves_nothing_and_the_next_one_makes_it(
    claim: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts = picked(claim, 5).slot.starts_at  # type: ignore[union-attr]

    def breaks(_telling: object) -> None:
        if MeetingLetter.objects.filter(what="reminder").exists():
            raise KeyboardInterrupt

    def half(telling: Any) -> Any:  # noqa: ANN401  # as `write`
        breaks(telling)
        return write(telling)

    with pytest.raises(KeyboardInterrupt):
        queue_reminders(now=starts - timedelta(hours=3), ahead=timedelta(hours=24), write=half, by=CONSOLE)
    assert letters("reminder") == []
    assert not Letter.objects.filter(purpose="reminder").exists()
    assert remind(starts - timedelta(hours=3)) == 2


def test_a_reminder_keeps_the_quiet_hours_of_the_advocate_but_never_comes_too_late(claim: Claim) -> None:
    Account.objects.filter(people="hemi").update(country="New Zealand")
    starts = picked(claim, 20).slot.starts_at  # type: ignore[union-attr]
    remind(starts - timedelta(hours=23))
    advocate, rep = (one.letter for one in letters("reminder"))
    night = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)  # past one at night in New Zealand
    assert opening(advocate, night) > night
    assert opening(rep, night) == night
    Letter.objects.filter(pk=advocate.pk).update(not_before=night, expires_at=night + timedelta(minutes=30))
    advocate.refresh_from_db()
    assert opening(advocate, night) == night


def test_done_is_one_act_one_thank_and_missed_is_none(claim: Claim) -> None:
    picked(claim)
    close_need(claim.need, "done", write=write, by=CONSOLE)
    close_need(claim.need, "done", write=write, by=CONSOLE)
    assert Act.objects.get().deal_id == "D-7"
    [thanks] = letters("thanks")
    assert overtaken(thanks.letter) == ""
    assert "Two short questions" in thanks.letter.text
    reopen_need(Need.objects.get(), by=CONSOLE)
    assert "opened again" in overtaken(thanks.letter)
    close_need(Need.objects.get(), "missed", write=write, by=CONSOLE)
    assert len(letters("thanks")) == 1


def test_a_request_that_is_cancelled_calls_its_meeting_off(claim: Claim) -> None:
    picked(claim)
    close_need(claim.need, "cancelled", write=write, by=CONSOLE, reason="The deal is lost.")
    assert len(letters("cancellation")) == 2


def test_no_letter_goes_to_somebody_without_an_address_and_the_time_is_agreed_all_the_same(claim: Claim) -> None:
    Person.objects.filter(pk="hemi").update(email="")
    picked(claim)
    assert [one.side for one in letters("invitation")] == ["rep"]


def test_each_letter_waits_in_the_outbox_once(claim: Claim) -> None:
    picked(claim)
    assert Waiting.objects.count() == Letter.objects.count() == 2
