"""The template of a letter that asks: edit it, try it on somebody, bring an older version back."""

import re
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from goodword.doors.mail.asking import AskDraft, draft_ask
from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import ListedPerson, Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.asks.actions.change_letter import change_letter
from goodword.programme.asks.actions.restore_letter import restore_letter
from goodword.programme.asks.filling import FIELDS, Wording
from goodword.programme.asks.templates import Template, refuse_template, versions
from goodword.programme.permissions.models import ActKind
from goodword.programme.permissions.wording import kind_label
from goodword.programme.team.browsing import names_of
from goodword.programme.team.roles import Right

_CONFLICT = 409
_LANGUAGE, _NUMBER = re.compile(r"[a-z]{2,3}"), re.compile("[0-9]{1,9}")
_MOST_NAMED = 200
_writing = may(Right.CHANGE_SETTINGS, Right.SEE_CONTACTS, Right.ASK_PEOPLE)


class TemplateForm(forms.Form):
    """A template, and on whom it is tried."""

    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=200)
    text = forms.CharField(
        label=gettext_lazy("Letter"),
        max_length=10_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 22}),
        help_text=gettext_lazy("A paragraph is left out where a field in it has no value."),
    )
    person = forms.CharField(
        label=gettext_lazy("Try it on"),
        max_length=_MOST_NAMED,
        required=False,
        help_text=gettext_lazy("Somebody of the list of people, by id, name or address. Nothing is sent."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


@policy(_writing)
@never_cache
def template(request: HttpRequest, code: str, language: str) -> HttpResponse:
    """Show the template in use with its versions."""
    kind = _kind(code, language)
    there = versions(kind, language)
    wanted = request.GET.get("version", "")
    one = next((one for one in there if str(one.number) == wanted), there[0] if there else None)
    first: dict[str, Any] = {"seen": there[0].number if there else 0}
    if one is not None:
        first |= {"subject": one.wording.subject, "text": one.wording.text}
    return _page(request, kind, language, TemplateForm(initial=first))


@policy(_writing)
@require_POST
@never_cache
def change(request: HttpRequest, code: str, language: str) -> HttpResponse:
    """Try the words on somebody, or let letters be drafted from them from now on."""
    kind, form = _kind(code, language), TemplateForm(request.POST)
    if not form.is_valid():
        return _page(request, kind, language, form)
    told = form.cleaned_data
    wording = Wording(told["subject"], told["text"].replace("\r\n", "\n"))
    try:
        if request.POST.get("do") == "preview":
            return _page(request, kind, language, form, draft=_tried(request, kind, language, wording, told["person"]))
        made = change_letter(kind, language, wording, by=principal_in(request).actor, seen=told["seen"])
    except GoodwordError as error:
        form.add_error(None, str(error))
        return _page(request, kind, language, form, status=_CONFLICT if error.retry else 200)
    _say(request, made.number if made else None)
    return redirect("kind-letter", code, language)


@policy(_writing)
@require_POST
def back(request: HttpRequest, code: str, language: str) -> HttpResponse:
    """Bring the words of an older version back."""
    kind, number = _kind(code, language), request.POST.get("number", "")
    if not _NUMBER.fullmatch(number):
        raise Http404
    try:
        made = restore_letter(kind, language, int(number), by=principal_in(request).actor)
    except GoodwordError as error:
        toasts.say(request, str(error))
    else:
        _say(request, made.number if made else None)
    return redirect("kind-letter", code, language)


def _tried(request: HttpRequest, kind: ActKind, language: str, wording: Wording, who: str) -> AskDraft:
    """The letter as it would leave to somebody.

    Raises:
        GoodwordError: the words cannot be filled, nobody is meant, or there is no address of theirs.
    """
    refusal = refuse_template(kind, language, wording)
    if refusal is not None:
        raise refusal
    return draft_ask(_meant(request, who), kind.pk, principal_in(request).user, trial=(language, None, wording))


def _meant(request: HttpRequest, who: str) -> ListedPerson:
    generation, sight, said = Publication.current(), Sight.of(principal_in(request)), who.strip()
    if generation is not None and said:
        seen = sight.people(generation)
        row = (
            seen.about(said).first()
            or seen.filter(name__iexact=said).first()
            or seen.filter(email__iexact=said).first()
        )
        if row is not None:
            return sight.person(row)
    raise GoodwordError(
        "nobody-meant",
        _("Nobody of your list of people is called “%(who)s”.") % {"who": said[:60]},
        _("Write the id, name or address of somebody there."),
    )


def _kind(code: str, language: str) -> ActKind:
    kind = ActKind.objects.filter(pk=code, asked_for=True, by_choice=True).first()
    if kind is None or not _LANGUAGE.fullmatch(language):
        raise Http404
    return kind


def _say(request: HttpRequest, number: int | None) -> None:
    if number is None:
        toasts.say(request, _("Nothing changed: those are its words already."))
    else:
        toasts.say(request, _("Version %(number)s is in use. Letters that were sent stay.") % {"number": number})


def _page(
    request: HttpRequest,
    kind: ActKind,
    language: str,
    form: TemplateForm,
    *,
    draft: AskDraft | None = None,
    status: int = 200,
) -> HttpResponse:
    there = versions(kind, language)
    facts: dict[str, Any] = {
        "here": "settings",
        "kind": kind,
        "label": kind_label(kind.pk),
        "spoken": language,
        "form": form,
        "draft": draft,
        "versions": _told(there),
        "fields": [f"{{{name}}}" for name in FIELDS],
        "today": clock.today(),
    }
    return render(request, "web/settings/letter.html", facts, status=status)


def _told(there: list[Template]) -> list[dict[str, Any]]:
    names = names_of((one.row.by_kind, one.row.by_id) for one in there if one.row)
    return [
        {"one": one, "by": names[one.row.by_kind, one.row.by_id] if one.row else None, "in_use": place == 0}
        for place, one in enumerate(there)
    ]
