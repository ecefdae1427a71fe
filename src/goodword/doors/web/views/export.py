"""Exports: the list one looks at, as a file."""

from dataclasses import asdict
from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goodword.doors.exports.lists import audit_sheet, moments_sheet, people_sheet, team_sheet
from goodword.doors.exports.sending import FORMATS, send
from goodword.doors.exports.sheets import Sheet
from goodword.doors.web.listing import list_people
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.people import Filter, narrowed_to
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.answering import unanswered
from goodword.programme.advocates.models import Generation, Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.team.browsing import Wanted, entries
from goodword.programme.team.models import Assignment, User
from goodword.programme.team.roles import Right


@policy(may(Right.SEE_PEOPLE, Right.EXPORT))
@require_safe
def people(request: HttpRequest, ending: str) -> HttpResponseBase:
    """The people of the list, with its filters and in its order."""
    generation, sight = _published(), Sight.of(principal_in(request))
    chosen = narrowed_to(sight, Filter(request.GET).chosen())
    listing = list_people(generation, chosen, owner=sight.owner, contacts=sight.contacts, words=sight.words)
    sheet = people_sheet(generation, sight, listing.ids, act=chosen.act, synthetic=_synthetic())
    return _sent(request, sheet, ending, asdict(chosen), day=generation.as_of)


@policy(may(Right.SEE_TODAY, Right.EXPORT))
@require_safe
def today(request: HttpRequest, ending: str) -> HttpResponseBase:
    """The moments that wait."""
    generation, sight = _published(), Sight.of(principal_in(request))
    waiting = unanswered(sight.moments(generation).waiting(), clock.today())
    sheet = moments_sheet(generation, sight, waiting, synthetic=_synthetic())
    return _sent(request, sheet, ending, {}, day=generation.as_of)


@policy(may(Right.SEE_AUDIT, Right.EXPORT))
@require_safe
def audit(request: HttpRequest, ending: str) -> HttpResponseBase:
    """The audit trail, the oldest entry first, as its chain goes."""
    told = {name: request.GET.get(name, "") for name in ("who", "verb", "noun", "door", "object_id")}
    wanted = Wanted(told["who"], told["verb"], told["noun"], told["door"], told["object_id"])
    sheet = audit_sheet(entries(wanted).order_by("number"), synthetic=_synthetic())
    return _sent(request, sheet, ending, told)


@policy(may(Right.MANAGE_TEAM, Right.EXPORT))
@require_safe
def team(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Colleagues and their roles."""
    given = {one.user_id: one for one in Assignment.objects.order_by("id")}  # the last one counts
    users = (
        (user, given[user.pk].role if user.pk in given else "", given[user.pk].reach if user.pk in given else "")
        for user in User.objects.order_by("email")
    )
    return _sent(request, team_sheet(users, synthetic=_synthetic()), ending, {})


def _published() -> Generation:
    generation = Publication.current()
    if generation is None:
        raise Http404
    return generation


def _synthetic() -> bool:
    return bool(settings.WORKSPACE_SETTINGS.get("workspace", {}).get("synthetic"))


def _sent(
    request: HttpRequest, sheet: Sheet, ending: str, filters: dict[str, str], *, day: date | None = None
) -> HttpResponseBase:
    if ending not in FORMATS:
        raise Http404
    try:
        by, mark = principal_in(request).actor, request.GET.get("bom") == "1"
        return send(sheet, ending, by=by, filters=filters, day=day, mark=mark)
    except GoodwordError as error:
        return _unclear(request, error)


def _unclear(request: HttpRequest, error: GoodwordError) -> HttpResponse:
    words = {"title": _("That could not be exported"), "sentence": error.sentence, "mend": error.mend}
    return render(request, "web/error.html", words, status=409)
