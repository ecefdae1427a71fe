"""What is needed: the list, and each by itself with who and what fits it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from goodword.doors.mail.digest import zone_of
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.requests.meeting_shown import advocate_said, meeting_on_request
from goodword.doors.web.views.requests.seeing import changes, need_named, requests_waiting
from goodword.doors.web.views.requests.shown import answers_shown, claim_shown
from goodword.doors.web.wording import counted, sentences
from goodword.kit import clock
from goodword.programme.advocates.sight import Sight
from goodword.programme.needs.models import QUESTIONS, Need, NeedQuerySet
from goodword.programme.needs.standing import standing_of
from goodword.programme.needs.telling import need_sentence
from goodword.programme.needs.wording import QUESTION_LABELS, STANDING_LABELS
from goodword.programme.permissions.wording import kind_label
from goodword.programme.team.models import User
from goodword.programme.team.principal import Principal
from goodword.programme.team.roles import Right

A_PAGE = 25
SHOWN = ("open", "waiting", "mine", "over")
"""What the list may be narrowed to."""


@policy(may(Right.SEE_PEOPLE))
@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """List what is needed, the urgent first, then by the day on which it is."""
    principal = principal_in(request)
    chosen, rows = shown_in(request), chosen_needs(principal)
    page = Paginator(rows[chosen].select_related("ending").in_order(), A_PAGE).get_page(request.GET.get("page"))
    people = filers(page.object_list)
    facts = {
        "here": "requests",
        "page": page,
        "rows": [{"need": need, "filed_by": people.get(need.by, ""), **told(need)} for need in page],
        "chosen": chosen,
        "tabs": [
            (code, label, rows[code].count())
            for code, label in _tabs().items()
            if code != "waiting" or principal.may(Right.ASK_PEOPLE)
        ],
        "files": principal.may(Right.FILE_NEEDS),
    }
    return render(request, "web/requests/list.html", facts)


@policy(may(Right.SEE_PEOPLE))
@require_safe
def request_page(request: HttpRequest, number: int) -> HttpResponse:
    """Show who could do it, what could answer without them, what stands in the way, and what happens next."""
    need, principal = need_named(number), principal_in(request)
    sight = Sight.of(principal)
    claim = claim_shown(need, sight)
    answers = answers_shown(need, sight)
    given = {one.question: one for one in need.feedback.filter(side="rep")}
    facts = {
        "here": "requests",
        "need": need,
        **told(need),
        "filed_by": filers([need]).get(need.by, ""),
        "claim": claim,
        "meeting": meeting_on_request(claim, zone_of(principal.user)),
        **answers,
        "lede": _lede(answers),
        "sight": sight,
        "today": clock.today(),
        "days": (need.needed_by - clock.today()).days if need.needed_by else None,
        "changes": changes(principal, need),
        "advocate_said": advocate_said(need) if principal.may(Right.ASK_PEOPLE) else [],
        "asks": sight.contacts and principal.may(Right.ASK_PEOPLE),
        "declined": need.declines.select_related("person").order_by("pk"),
        "questions": [(name, QUESTION_LABELS[name], given.get(name)) for name in QUESTIONS["rep"]],
    }
    return render(request, "web/requests/request.html", facts)


def shown_in(request: HttpRequest) -> str:
    """What the list is narrowed to."""
    chosen = request.GET.get("show", "")
    return chosen if chosen in SHOWN else "open"


def chosen_needs(principal: Principal) -> dict[str, NeedQuerySet]:
    """By what the list may be narrowed to."""
    return {
        "open": Need.objects.open(),
        "waiting": Need.objects.filter(claims__in=requests_waiting(principal)).distinct(),
        "mine": Need.objects.filed_by(str(principal.user.pk)),
        "over": Need.objects.filter(ending__isnull=False),
    }


def _tabs() -> dict[str, str]:
    return {"open": _("Open"), "waiting": _("Yours to ask"), "mine": _("Yours"), "over": _("Over")}


def told(need: Need) -> dict[str, Any]:
    """A need in words."""
    standing = standing_of(need)
    return {
        "sentence": need_sentence(need),
        "act": kind_label(need.act_kind_id),
        "standing": standing,
        "standing_label": STANDING_LABELS[standing],
    }


def filers(needs: Any) -> dict[str, str]:  # noqa: ANN401  # needs, however they come
    """Who filed some needs, by id."""
    ids = {int(need.by) for need in needs if need.by.isdecimal()}
    return {str(user.pk): str(user) for user in User.objects.filter(pk__in=ids)}


def _lede(answers: dict[str, Any]) -> str:
    people, stories = len(answers["people"]), len(answers["stories"])
    if answers["matching"] is None:
        return _("Nobody was matched yet.")
    return sentences(
        [
            counted("%(count)s person fits and is free.", "%(count)s people fit and are free.", people)
            if people
            else _("Nobody who fits is free now."),
            counted("%(count)s story answers without a call.", "%(count)s stories answer without a call.", stories)
            if stories
            else "",
        ]
    )
