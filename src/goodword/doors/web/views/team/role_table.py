"""What each role may do, and who needs a second factor."""

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.team.shown import rights, roles
from goodword.programme.team.actions.require_second_factor import lift_second_factor, require_second_factor
from goodword.programme.team.roles import LABELS, Right, Role


@policy(may(Right.MANAGE_TEAM))
@require_safe
def role_table(request: HttpRequest) -> HttpResponseBase:
    """Show every role and every right."""
    return render(request, "web/team/roles.html", {"here": "team", "roles": roles(), "rights": rights()})


@policy(may(Right.MANAGE_TEAM))
@require_POST
def demand(request: HttpRequest, role: str) -> HttpResponseBase:
    """Ask a second factor of a role, or ask it no more; the undo of one is the other."""
    wanted = next((one for one in Role if one.value == role), None)
    if wanted is None:
        raise Http404
    asked = request.POST.get("needs") == "1"
    change = require_second_factor if asked else lift_second_factor
    change(wanted, by=principal_in(request).actor)
    sentence = (
        _("%(role)s: a second factor is needed from the next page on.")
        if asked
        else _("%(role)s: no second factor is needed.")
    )
    undo = {"undo_url": reverse("role-second-factor", args=[role]), "undo_fields": {"needs": "" if asked else "1"}}
    toasts.say(request, sentence % {"role": LABELS[wanted]}, **undo)  # type: ignore[arg-type]
    return HttpResponseRedirect(reverse("team-roles"))
