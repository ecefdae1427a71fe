"""Lists of the house: the audit trail, the team, tokens, settings, and what is on somebody's own desk."""

from django.http import Http404, HttpRequest
from django.views.decorators.http import require_safe

from goodword.doors.exports.lists.desk import notifications_sheet, views_sheet
from goodword.doors.exports.lists.settings import settings_sheet
from goodword.doors.exports.lists.team import audit_sheet, team_sheet, team_tokens_sheet, tokens_sheet
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.audit.filters import Filter
from goodword.doors.web.views.export.taking import Taken, as_file
from goodword.doors.web.views.settings.shown import tables
from goodword.kit import clock
from goodword.programme.desk.models import Notification, SavedView
from goodword.programme.team.browsing import entries
from goodword.programme.team.models import Assignment, Token, User
from goodword.programme.team.roles import Right
from goodword.runs.settings.catalogue import SETTINGS, matching, within
from goodword.runs.settings.groups import GROUPS
from goodword.runs.settings.resolving import resolve


@policy(may(Right.SEE_AUDIT, Right.EXPORT))
@require_safe
@as_file
def audit(request: HttpRequest) -> Taken:
    """The audit trail, with the filters of its page; the oldest entry first, as its chain goes."""
    form = Filter(request.GET)
    found = entries(form.wanted()).order_by("number")
    return Taken(audit_sheet(found), {name: str(value or "") for name, value in form.cleaned_data.items()})


@policy(may(Right.MANAGE_TEAM, Right.EXPORT))
@require_safe
@as_file
def team(_request: HttpRequest) -> Taken:
    """Colleagues and their roles."""
    given = {one.user_id: one for one in Assignment.objects.order_by("id")}  # the last one counts
    users = (
        (user, given[user.pk].role if user.pk in given else "", given[user.pk].reach if user.pk in given else "")
        for user in User.objects.order_by("email")
    )
    return Taken(team_sheet(users))


@policy(may(Right.MAKE_TOKENS, Right.EXPORT))
@require_safe
@as_file
def tokens(request: HttpRequest) -> Taken:
    """One's own tokens that open a door, without their secrets."""
    live = Token.objects.live(clock.now())
    return Taken(tokens_sheet(live.filter(user=principal_in(request).user).order_by("-made_at")))


@policy(may(Right.MANAGE_TEAM, Right.EXPORT))
@require_safe
@as_file
def team_tokens(_request: HttpRequest) -> Taken:
    """Everybody's tokens that open a door, without their secrets."""
    live = Token.objects.live(clock.now()).select_related("user")
    return Taken(team_tokens_sheet(live.order_by("user__email", "-made_at")))


@policy(may(Right.SEE_SETTINGS, Right.EXPORT))
@require_safe
@as_file
def settings(request: HttpRequest) -> Taken:
    """Settings, all or those a search finds: what holds, the default, who changed it, when and why."""
    words = request.GET.get("q", "").strip()[:100]
    keys = [setting.key for setting in matching(words)] if words else list(SETTINGS)
    return Taken(settings_sheet(resolve(tables(), keys).values()), {"q": words})


@policy(may(Right.SEE_SETTINGS, Right.EXPORT))
@require_safe
@as_file
def settings_group(_request: HttpRequest, name: str) -> Taken:
    """The settings of a group."""
    if name not in GROUPS:
        raise Http404
    keys = [setting.key for setting in within(name)]
    return Taken(settings_sheet(resolve(tables(), keys).values()), {"group": name})


@policy(may(Right.SEE_PEOPLE, Right.EXPORT))
@require_safe
@as_file
def views(request: HttpRequest) -> Taken:
    """The lists somebody keeps, and those shared with their role."""
    principal = principal_in(request)
    return Taken(views_sheet(SavedView.objects.all().seen_by(principal.user, principal.role), principal.user))


@policy(may(Right.EXPORT))
@require_safe
@as_file
def notifications(request: HttpRequest) -> Taken:
    """What somebody was told, the newest first."""
    mine = Notification.objects.to(principal_in(request).user).select_related("reading")
    return Taken(notifications_sheet(mine))
