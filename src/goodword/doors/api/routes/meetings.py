"""The meeting of a need: its times, the one that is picked, and how the need ended."""

from django.http import Http404, HttpRequest

from goodword.doors.api.meeting_shapes import EndIn, MeetingOut, PickIn, TimeOut
from goodword.doors.api.operations import Operations
from goodword.doors.api.words import RowId
from goodword.doors.mail.meetings import rep_entry, write
from goodword.doors.web.policies import may, principal_in
from goodword.doors.web.views.requests.filing import match_now
from goodword.doors.web.views.requests.seeing import need_changed
from goodword.kit import clock
from goodword.programme.meetings.actions.call_off import ask_other_times, call_off
from goodword.programme.meetings.actions.close_need import close_need
from goodword.programme.meetings.actions.pick_slot import pick_slot
from goodword.programme.meetings.models import Slot
from goodword.programme.meetings.policies import no_meeting
from goodword.programme.meetings.standing import Meeting, meeting_of
from goodword.programme.needs.models import Need
from goodword.programme.team.roles import Right

meetings = Operations("needs")

_filing = may(Right.SEE_PEOPLE, Right.FILE_NEEDS)


@meetings.operation("GET", "/needs/{need_id}/meeting", _filing, MeetingOut)
def get_meeting(request: HttpRequest, need_id: RowId) -> MeetingOut:
    """The times that were proposed for a need, and the one that was picked, with its entry for your calendar."""
    return _told(request, need_changed(request, need_id))


@meetings.operation("POST", "/needs/{need_id}/meeting/pick", _filing, MeetingOut)
def post_pick(request: HttpRequest, need_id: RowId, payload: PickIn) -> MeetingOut:
    """Pick one of the times; both sides get a letter with an entry for their calendar."""
    need = need_changed(request, need_id)
    slot = Slot.objects.filter(pk=payload.time_id, offer__claim__need=need).select_related("offer").first()
    if slot is None:
        raise Http404
    by = principal_in(request).actor
    pick_slot(slot, write=write, by=by, place=payload.place, instead_of=payload.instead_of)
    return _told(request, need)


@meetings.operation("POST", "/needs/{need_id}/meeting/other-times", _filing, MeetingOut)
def post_other_times(request: HttpRequest, need_id: RowId) -> MeetingOut:
    """Say that none of the times suits; they are asked for others."""
    need = need_changed(request, need_id)
    ask_other_times(_meeting(need).claim, write=write, by=principal_in(request).actor)
    return _told(request, need)


@meetings.operation("POST", "/needs/{need_id}/meeting/call-off", _filing, MeetingOut)
def post_call_off(request: HttpRequest, need_id: RowId) -> MeetingOut:
    """Call the meeting off; both sides get a letter that takes the entry back."""
    need = need_changed(request, need_id)
    call_off(_meeting(need).claim, write=write, by=principal_in(request).actor)
    return _told(request, need)


@meetings.operation("POST", "/needs/{need_id}/end", _filing, MeetingOut)
def post_end(request: HttpRequest, need_id: RowId, payload: EndIn) -> MeetingOut:
    """Say how a need ended; what was done is written down as an act."""
    need, by = need_changed(request, need_id), principal_in(request).actor
    close_need(need, payload.how, write=write, by=by, reason=payload.reason)
    match_now(by)
    return _told(request, need_changed(request, need_id))


def _meeting(need: Need) -> Meeting:
    claim = need.standing_claim
    if claim is None:
        raise no_meeting()
    return meeting_of(claim, now=clock.now())


def _told(request: HttpRequest, need: Need) -> MeetingOut:
    claim = need.standing_claim
    meeting = meeting_of(claim, now=clock.now()) if claim else None
    if meeting is None:
        return MeetingOut(state="none", times=[], picked=None, place="", sequence=None, calendar="")
    pick, slot = meeting.pick, meeting.slot
    user = principal_in(request).user
    return MeetingOut(
        state=meeting.state,
        times=[_time(one) for one in meeting.slots],
        picked=_time(slot) if slot else None,
        place=pick.place if pick else "",
        sequence=pick.sequence if pick else None,
        calendar=rep_entry(meeting.claim, pick, slot, user) if pick and slot else "",
    )


def _time(slot: Slot) -> TimeOut:
    offer = slot.offer
    return TimeOut(time_id=slot.pk, starts_at=slot.starts_at, minutes=offer.minutes, zone=offer.zone)
