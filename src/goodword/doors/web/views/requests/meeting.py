"""The time of a meeting on the page of a request: pick one, ask for others, call it off; and the calendar entry."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from goodword.doors.mail.meetings import rep_entry, write
from goodword.doors.web import toasts
from goodword.doors.web.numbers import number_in
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.requests.seeing import need_changed
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.meetings.actions.call_off import ask_other_times, call_off
from goodword.programme.meetings.actions.pick_slot import pick_slot
from goodword.programme.meetings.models import Slot
from goodword.programme.meetings.standing import Meeting, meeting_of
from goodword.programme.needs.models import Need
from goodword.programme.team.roles import Right

_filing = may(Right.FILE_NEEDS, Right.SEE_PEOPLE)


@policy(_filing)
@require_POST
def pick(request: HttpRequest, number: int) -> HttpResponse:
    """Pick one of the times, or another one instead of the one that was picked."""
    need, by = need_changed(request, number), principal_in(request).actor
    slot = (
        Slot.objects.filter(pk=number_in(request.POST, "slot"), offer__claim__need=need).select_related("offer").first()
    )
    if slot is None:
        toasts.say(request, _("No time was chosen, and nothing was changed."))
        return redirect("request", number=need.pk)
    moved = request.POST.get("instead_of", "")
    instead_of = number_in(request.POST, "instead_of") if moved else None
    try:
        pick_slot(slot, write=write, by=by, place=request.POST.get("place", ""), instead_of=instead_of)
    except GoodwordError as error:
        toasts.say(request, str(error))
    else:
        toasts.say(request, _("The time is agreed. Both of you get a letter with an entry for the calendar."))
    return redirect("request", number=need.pk)


@policy(_filing)
@require_POST
def other_times(request: HttpRequest, number: int) -> HttpResponse:
    """Say that none of the times suits; they are asked for others."""
    need, by = need_changed(request, number), principal_in(request).actor
    meeting = _meeting(need)
    try:
        if meeting is not None:
            ask_other_times(meeting.claim, write=write, by=by)
    except GoodwordError as error:
        toasts.say(request, str(error))
    else:
        toasts.say(request, _("They are asked for other times."))
    return redirect("request", number=need.pk)


@policy(_filing)
@require_POST
def off(request: HttpRequest, number: int) -> HttpResponse:
    """Call the meeting off; both sides get a letter that takes the entry back."""
    need, by = need_changed(request, number), principal_in(request).actor
    meeting = _meeting(need)
    if meeting is not None:
        call_off(meeting.claim, write=write, by=by)
        toasts.say(request, _("The meeting is called off. They may give other times."))
    return redirect("request", number=need.pk)


@policy(_filing)
@require_safe
@never_cache
def calendar(request: HttpRequest, number: int) -> HttpResponse:
    """The entry for the calendar of whoever asks for it here."""
    meeting = _meeting(need_changed(request, number))
    if meeting is None or meeting.pick is None or meeting.slot is None:
        raise Http404
    entry = rep_entry(meeting.claim, meeting.pick, meeting.slot, principal_in(request).user)
    answer = HttpResponse(entry, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return answer


def _meeting(need: Need) -> Meeting | None:
    claim = need.standing_claim
    return meeting_of(claim, now=clock.now()) if claim else None
