"""Change a setting, take back what was set, undo the last change."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.settings.forms import SettingForm
from goodword.doors.web.views.settings.looking import page, setting_or_404
from goodword.doors.web.views.settings.shown import tables, value_words
from goodword.doors.web.views.settings.trying import try_out
from goodword.kit.errors import GoodwordError
from goodword.programme.team.roles import Right
from goodword.programme.tuning.models import SettingChange
from goodword.runs.settings import changing
from goodword.runs.settings.setting import Setting

_CONFLICT = 409


@policy(may(Right.CHANGE_SETTINGS))
@require_POST
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Try a value out, or give the setting that value from now on."""
    wanted = setting_or_404(key)
    form = SettingForm(wanted, request.POST)
    if not form.is_valid():
        return page(request, wanted, form=form)
    value, reason = form.cleaned_data["value"], form.cleaned_data["reason"]
    try:
        if request.POST.get("do") == "preview" and wanted.in_findings:
            return try_out(request, wanted, form)
        made = changing.change(
            tables(),
            key,
            value,
            by=principal_in(request).actor,
            reason=reason,
            seen=form.cleaned_data["seen"],
        )
    except GoodwordError as error:
        form.add_error(None, str(error))
        return page(request, wanted, form=form, status=_CONFLICT if error.retry else 200)
    return _done(request, wanted, made, value_words(wanted, value))


@policy(may(Right.CHANGE_SETTINGS))
@require_POST
def reset(request: HttpRequest, key: str) -> HttpResponse:
    """Take back what was set in the app."""
    wanted = setting_or_404(key)
    try:
        made = changing.reset(tables(), key, by=principal_in(request).actor)
    except GoodwordError as error:
        toasts.say(request, str(error))
        return redirect("setting", key)
    return _done(request, wanted, made, _("what holds without the app"))


@policy(may(Right.CHANGE_SETTINGS))
@require_POST
def undo(request: HttpRequest, key: str) -> HttpResponse:
    """Undo a change, while it is the last one."""
    wanted = setting_or_404(key)
    number = request.POST.get("number", "")
    try:
        given = int(number) if number.isdecimal() else 0
        changing.take_back(tables(), key, given, by=principal_in(request).actor, reason=_("Undone"))
    except GoodwordError as error:
        toasts.say(request, str(error))
    else:
        toasts.say(request, _("Undone. %(label)s is what it was.") % {"label": wanted.label})
    return redirect("setting", key)


def _done(request: HttpRequest, wanted: Setting, made: SettingChange | None, value: str) -> HttpResponse:
    if made is None:
        toasts.say(request, _("Nothing changed: it was so already."))
        return redirect("setting", wanted.key)
    toasts.say(
        request,
        _("Saved. %(label)s: %(value)s.") % {"label": wanted.label, "value": value},
        undo_url=reverse("setting-undo", args=[wanted.key]),
        undo_fields={"number": str(made.number)},
    )
    saved = "?saved=1" if wanted.in_findings else ""
    return redirect(f"{reverse('setting', args=[wanted.key])}{saved}")
