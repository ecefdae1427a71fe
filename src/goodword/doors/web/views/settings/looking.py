"""Look at settings: all groups, one group, one setting with its history."""

from typing import Any

from django.conf import settings as django_settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.settings.forms import SettingForm
from goodword.doors.web.views.settings.kinds import kinds_shown
from goodword.doors.web.views.settings.shown import (
    by_subject,
    counted,
    history,
    rows,
    tables,
    tabs,
    value_words,
    workspace_here,
)
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.permissions.models import ActKind
from goodword.programme.team.roles import Right
from goodword.runs.retention import due_now
from goodword.runs.settings.catalogue import SETTINGS, matching, within
from goodword.runs.settings.groups import GROUPS
from goodword.runs.settings.resolving import Held, held, resolve
from goodword.runs.settings.setting import Setting

_TEMPLATES = {"acts": "web/settings/acts.html", "retention": "web/settings/retention.html"}


@policy(may(Right.SEE_SETTINGS))
def overview(request: HttpRequest) -> HttpResponse:
    """Show the groups, what differs from the defaults, and what a search finds."""
    words = request.GET.get("q", "").strip()[:100]
    facts: dict[str, Any] = {"here": "settings", "tabs": tabs(""), "q": words, "today": clock.today()}
    try:
        everything = resolve(tables())
    except GoodwordError as error:
        return render(request, "web/settings/overview.html", facts | {"fault": error, "groups": _groups({})})
    counts = counted(everything.values())
    facts |= {"groups": _groups(counts), "changed": rows(one for one in everything.values() if one.differs)}
    if words:
        facts["found"] = rows(everything[setting.key] for setting in matching(words))
    return render(request, "web/settings/overview.html", facts)


def _groups(counts: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {"it": group, "count": len(within(group.name)) or ActKind.objects.count(), "changed": counts.get(group.name, 0)}
        for group in GROUPS.values()
    ]


@policy(may(Right.SEE_SETTINGS))
def group(request: HttpRequest, name: str) -> HttpResponse:
    """Show the settings of a group."""
    if name not in GROUPS:
        raise Http404
    found, fault = _resolved([setting.key for setting in within(name)])
    facts = {
        "here": "settings",
        "tabs": tabs(name),
        "group": GROUPS[name],
        "subjects": by_subject(rows(found)),
        "fault": fault,
        "today": clock.today(),
    }
    if name == "acts":
        facts |= {"kinds": kinds_shown(), "may_change": principal_in(request).may(Right.CHANGE_SETTINGS)}
    if name == "retention":
        facts["due"] = [] if fault else due_now(workspace_here(), clock.now())
    return render(request, _TEMPLATES.get(name, "web/settings/group.html"), facts)


def _resolved(keys: list[str]) -> tuple[list[Held], GoodwordError | None]:
    try:
        return list(resolve(tables(), keys).values()), None
    except GoodwordError as error:
        return [], error


@policy(may(Right.SEE_SETTINGS))
def environment(request: HttpRequest) -> HttpResponse:
    """Show what is set in the environment: whether, never to what."""
    facts = {"here": "settings", "tabs": tabs("environment"), "variables": django_settings.ENVIRONMENT}
    return render(request, "web/settings/environment.html", facts)


@policy(may(Right.SEE_SETTINGS))
def setting(request: HttpRequest, key: str) -> HttpResponse:
    """Show one setting, with its history and, to those who may, the form that changes it."""
    return page(request, setting_or_404(key))


def setting_or_404(key: str) -> Setting:
    """The setting of a key in an address."""
    if key not in SETTINGS:
        raise Http404
    return SETTINGS[key]


def page(
    request: HttpRequest,
    wanted: Setting,
    *,
    form: SettingForm | None = None,
    status: int = 200,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    """The page of one setting.

    Args:
        request: the request.
        wanted: the setting.
        form: what somebody sent; empty for the value that holds now.
        status: the status of the answer.
        more: what else to show: a preview.
    """
    facts: dict[str, Any] = {
        "here": "settings",
        "group": GROUPS[wanted.group],
        "setting": wanted,
        "default": value_words(wanted, wanted.default),
        "past": history(wanted),
        "today": clock.today(),
        "may_change": principal_in(request).may(Right.CHANGE_SETTINGS),
        "may_run": principal_in(request).may(Right.RUN_JOBS),
    }
    try:
        one = held(tables(), wanted.key)
    except GoodwordError as error:
        return render(request, "web/settings/setting.html", facts | {"fault": error}, status=status)
    facts |= {
        "held": one,
        "now": value_words(wanted, one.value),
        "in_file": "" if one.in_file is None else value_words(wanted, one.in_file),
        "otherwise": value_words(wanted, one.otherwise),
        "form": form or SettingForm.of(one),
    }
    return render(request, "web/settings/setting.html", facts | (more or {}), status=status)
