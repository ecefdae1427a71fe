"""Kinds of acts: all of them, one with its history, change it, add one."""

import re
from dataclasses import asdict, dataclass, fields
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.settings.kind_forms import KindForm, NewKindForm, OwnKindForm
from goodword.doors.web.views.settings.shown import tables
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.asks.templates import Template, languages_of, letter_now
from goodword.programme.permissions.actions.add_kind import add_kind
from goodword.programme.permissions.actions.change_kind import change_kind
from goodword.programme.permissions.changing import kind_of_facts, refuse_kind
from goodword.programme.permissions.kinds import Policy
from goodword.programme.permissions.models import ActKind, KindChange
from goodword.programme.permissions.wording import AUDIENCE_LABELS, kind_label
from goodword.programme.team.browsing import Named, names_of
from goodword.programme.team.roles import LABELS, Right, Role
from goodword.runs.kinds import free_before_and_after

_CONFLICT = 409
_NUMBER = re.compile("[1-9][0-9]{0,8}")


@dataclass(frozen=True, slots=True)
class Past:
    """One change of a kind in words: who, when, why, and each field before and after."""

    change: KindChange
    by: Named
    lines: list[tuple[str, str, str]]


@policy(may(Right.SEE_SETTINGS))
def kind(request: HttpRequest, code: str) -> HttpResponse:
    """Show one kind of act with its history and, to those who may, the form that changes it."""
    return _page(request, _row(code))


@policy(may(Right.CHANGE_SETTINGS))
@require_POST
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Say what a change would do, or make it."""
    row = _row(code)
    form = _form_of(row.policy)(request.POST)
    if not form.is_valid():
        return _page(request, row, form=form)
    wanted, told = form.wanted(row.policy), form.cleaned_data
    try:
        if request.POST.get("do") == "preview":
            return _page(request, row, form=form, more={"free": _free(wanted)})
        made = change_kind(wanted, by=principal_in(request).actor, reason=told["reason"], seen=told["seen"])
    except GoodwordError as error:
        form.add_error(None, str(error))
        return _page(request, row, form=form, status=_CONFLICT if error.retry else 200)
    if made is None:
        toasts.say(request, _("Nothing changed: it was so already."))
        return redirect("kind", code)
    label = kind_label(code)
    toasts.say(
        request,
        _("Saved: %(kind)s. It counts at once.") % {"kind": label},
        undo_url=reverse("kind-back", args=[code]),
        undo_fields={"number": str(made.number)},
    )
    return redirect("kind", code)


@policy(may(Right.CHANGE_SETTINGS))
@require_POST
def back(request: HttpRequest, code: str) -> HttpResponse:
    """Let a kind be as it was before a change."""
    row, number = _row(code), request.POST.get("number", "")
    changed = row.changes.filter(number=int(number)).first() if _NUMBER.fullmatch(number) else None
    if changed is None or changed.before is None:
        raise Http404
    try:
        change_kind(kind_of_facts(changed.before), by=principal_in(request).actor, reason=_("As it was before"))
    except GoodwordError as error:
        toasts.say(request, str(error))
    else:
        toasts.say(request, _("%(kind)s is as it was before that.") % {"kind": kind_label(code)})
    return redirect("kind", code)


@policy(may(Right.CHANGE_SETTINGS))
def add(request: HttpRequest) -> HttpResponse:
    """Add a kind of act of one's own."""
    form = NewKindForm(request.POST) if request.method == "POST" else NewKindForm(initial=asdict(Policy("")))
    if form.is_bound and form.is_valid():
        wanted = form.wanted(Policy(form.cleaned_data["code"]))
        try:
            add_kind(wanted, by=principal_in(request).actor, reason=form.cleaned_data["reason"])
        except GoodwordError as error:
            form.add_error(None, str(error))
        else:
            toasts.say(request, _("Added: %(kind)s. It may be asked for at once.") % {"kind": wanted.label})
            return redirect("kind", wanted.code)
    return render(request, "web/settings/kind_new.html", {"here": "settings", "form": form})


def kinds_shown() -> list[dict[str, Any]]:
    """Every kind of act as the table of them shows it."""
    rows = ActKind.objects.prefetch_related("changes")
    return [
        {
            "kind": row.policy,
            "label": kind_label(row.pk),
            "roles": [LABELS[Role(role)] for role in row.asked_by],
            "audience": AUDIENCE_LABELS[row.audience],
            "changes": len(row.changes.all()),
        }
        for row in rows
    ]


def _row(code: str) -> ActKind:
    row = ActKind.objects.filter(pk=code).first()
    if row is None:
        raise Http404
    return row


def _form_of(policy: Policy) -> type[KindForm]:
    return OwnKindForm if policy.label else KindForm


def _free(wanted: Policy) -> tuple[int, int]:
    """How many people could be asked today, as it is and as it would be.

    Raises:
        GoodwordError: it would make no sense.
    """
    refusal = refuse_kind(wanted)
    if refusal is not None:
        raise refusal
    return free_before_and_after(tables(), wanted)


def _page(
    request: HttpRequest,
    row: ActKind,
    *,
    form: KindForm | None = None,
    status: int = 200,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    policy, changes = row.policy, list(row.changes.all()[:50])
    facts = {
        "here": "settings",
        "kind": policy,
        "label": kind_label(row.pk),
        "form": form or _form_of(policy).of(policy, changes[0].number if changes else 0),
        "past": _past(changes),
        "audience": AUDIENCE_LABELS[policy.audience],
        "today": clock.today(),
        "may_change": principal_in(request).may(Right.CHANGE_SETTINGS),
        "letters": _letters(row),
    }
    return render(request, "web/settings/kind.html", facts | (more or {}), status=status)


def _letters(row: ActKind) -> list[tuple[str, Template | None]]:
    """The letter in use in each language; none for what people are drawn for."""
    return [(one, letter_now(row, one)) for one in languages_of(row)] if row.asked_for and row.by_choice else []


def _past(changes: list[KindChange]) -> list[Past]:
    names = names_of((one.by_kind, one.by_id) for one in changes)
    return [Past(one, names[one.by_kind, one.by_id], _lines(one)) for one in changes]


def _lines(one: KindChange) -> list[tuple[str, str, str]]:
    if one.before is None:
        return []
    labels = {name: str(field.label) for name, field in OwnKindForm.base_fields.items()}
    before, after = kind_of_facts(one.before), kind_of_facts(one.after)
    pairs = ((field.name, getattr(before, field.name), getattr(after, field.name)) for field in fields(Policy))
    return [(labels.get(name, name), _said(was), _said(now)) for name, was, now in pairs if was != now]


def _said(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, tuple):
        return ", ".join(str(LABELS[Role(role)]) for role in value) or _("everybody who may ask")
    return str(AUDIENCE_LABELS.get(str(value), value)) or _("empty")
