"""The team: who is on it, who comes in, who changes role, who leaves."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.own_page import inviting as own_page
from goodword.doors.web.views.sign_in.letters import send_invitation
from goodword.doors.web.views.team.forms import ColleagueForm, ResetForm, RoleForm
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.kit.passwords import new_password
from goodword.programme.desk.actions.notify_user import notify_role_changed
from goodword.programme.team.actions.create_user import create_user
from goodword.programme.team.actions.deactivate_user import deactivate_user
from goodword.programme.team.actions.give_role import give_role
from goodword.programme.team.actions.reactivate_user import reactivate_user
from goodword.programme.team.actions.reset_user import reset_user
from goodword.programme.team.colleagues import colleagues
from goodword.programme.team.models import Assignment, User
from goodword.programme.team.models.assignment import Reach
from goodword.programme.team.principal import Principal
from goodword.programme.team.roles import Right, Role
from goodword.programme.team.second_factor import factors_of
from goodword.runs.settings.house_rules import usual_reach, workspace_name

_team = may(Right.MANAGE_TEAM)


@policy(_team)
@require_safe
def team(request: HttpRequest) -> HttpResponseBase:
    """List every colleague; customers' people who were let in have a page of their own list."""
    shown = [one for one in colleagues() if one.role is not Role.ADVOCATE]
    facts = {
        "here": "team",
        "colleagues": shown,
        "active": sum(1 for one in shown if one.user.is_active),
        "lacking": sum(1 for one in shown if one.lacking and one.user.is_active),
        "today": clock.today(),
    }
    return render(request, "web/team/team.html", facts)


@policy(_team)
@never_cache
def let_in(request: HttpRequest) -> HttpResponseBase:
    """Let somebody in: by a letter where letters leave, else with a password that stands in this answer alone."""
    form = ColleagueForm(request.POST if request.method == "POST" else None)
    by_letter = settings.SMTP_SERVER is not None
    if request.method == "POST" and form.is_valid():
        password = "" if by_letter else new_password()
        try:
            user = _created(form.cleaned_data, password, principal_in(request))
        except GoodwordError as error:
            form.add_error("email", str(error))
        else:
            if not by_letter:
                return render(request, "web/team/password.html", {"here": "team", "who": user, "password": password})
            toasts.say(request, _("%(who)s may come in. A letter tells them how.") % {"who": user})
            return HttpResponseRedirect(reverse("team"))
    facts = {"here": "team", "form": form, "by_letter": by_letter}
    return render(request, "web/team/let_in.html", facts, status=422 if form.errors else 200)


def _created(given: dict[str, str], password: str, by: Principal) -> User:
    role, reach = _given(given)
    user = create_user(given["email"], password, role=role, by=by.actor, name=given["name"], reach=reach)
    if not password:
        send_invitation(user.email, inviter=str(by.user), workspace=workspace_name(settings.WORKSPACE_SETTINGS))
    return user


@policy(_team)
@never_cache
def colleague(request: HttpRequest, number: int) -> HttpResponseBase:
    """One colleague: their role, and what can be done for them."""
    user, given = _wanted(number)
    form = RoleForm(
        request.POST if request.method == "POST" else None,
        initial={"role": given.role if given else "", "reach": given.reach if given else "all"},
    )
    advocate = given is not None and given.role == Role.ADVOCATE
    if request.method == "POST" and not advocate and form.is_valid():
        try:
            _give(user, form.cleaned_data, principal_in(request))
        except GoodwordError as error:
            form.add_error("role", str(error))
        else:
            toasts.say(request, _("Kept. Where the role changed, they sign in again."))
            return HttpResponseRedirect(reverse("colleague", args=[number]))
    facts = {
        "here": "team",
        "who": user,
        "form": None if advocate else form,
        "factors": factors_of(user),
        "reset": ResetForm(),
        "itself": user == principal_in(request).user,
    }
    return render(request, "web/team/colleague.html", facts, status=422 if form.errors else 200)


def _give(user: User, given: dict[str, str], by: Principal) -> None:
    role, reach = _given(given)
    given_now = give_role(user, role, by=by.actor, reach=reach, reason=given["reason"])
    notify_role_changed(user, role, assignment_id=given_now.pk)


def _given(given: dict[str, str]) -> tuple[Role, Reach]:
    """The role and the reach of a form; where the reach is left open, the usual one of the role."""
    role = Role(given["role"])
    chosen: dict[str, Reach] = {"own": "own", "all": "all"}
    return role, chosen.get(given["reach"]) or usual_reach(settings.WORKSPACE_SETTINGS, role)


def _wanted(number: int) -> tuple[User, Assignment | None]:
    user = User.objects.filter(pk=number).first()
    if user is None:
        raise Http404
    return user, Assignment.objects.current_of(user)


@policy(_team)
@require_POST
def deactivate(request: HttpRequest, number: int) -> HttpResponseBase:
    """Let somebody go."""
    user, given = _wanted(number)
    if given is not None and given.person_id:
        return own_page.take_back(request, given.person_id)
    try:
        deactivate_user(user, by=principal_in(request).actor, reason=request.POST.get("reason", "")[:300])
    except GoodwordError as error:
        toasts.say(request, str(error))
        return HttpResponseRedirect(reverse("colleague", args=[number]))
    undo = reverse("colleague-reactivate", args=[number])
    toasts.say(request, _("%(who)s is signed out everywhere, and cannot come in.") % {"who": user}, undo_url=undo)
    return HttpResponseRedirect(reverse("team"))


@policy(_team)
@require_POST
def reactivate(request: HttpRequest, number: int) -> HttpResponseBase:
    """Let somebody in again."""
    user, given = _wanted(number)
    if given is not None and given.person_id:
        return own_page.let_in(request, given.person_id)
    reactivate_user(user, by=principal_in(request).actor, reason=request.POST.get("reason", "")[:300])
    undo = reverse("colleague-deactivate", args=[number])
    toasts.say(request, _("%(who)s may come in again, with the role from before.") % {"who": user}, undo_url=undo)
    return HttpResponseRedirect(reverse("team"))


@policy(_team)
@never_cache
@require_POST
def reset(request: HttpRequest, number: int) -> HttpResponseBase:
    """Help somebody who cannot get in: a new password, which stands in this answer alone."""
    user, _given = _wanted(number)
    form = ResetForm(request.POST)
    if not form.is_valid():
        return HttpResponseRedirect(reverse("colleague", args=[number]))
    given = form.cleaned_data
    password = reset_user(
        user, by=principal_in(request).actor, second_factor=given["second_factor"], reason=given["reason"]
    )
    return render(request, "web/team/password.html", {"here": "team", "who": user, "password": password})
