"""One word with its proof and what hangs on it, taking it back, and lists of words."""

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.grants.forms import WithdrawalForm
from goodword.doors.web.views.grants.recording import proofs
from goodword.doors.web.views.grants.seeing import account_seen, grant_seen, grants_seen
from goodword.doors.web.views.grants.shown import permissions_of, words_shown
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.people.models import Person
from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant
from goodword.programme.permissions.dependants import Concerned
from goodword.programme.permissions.models import Grant
from goodword.programme.team.roles import Right
from goodword.runs.dependants import dependants

A_PAGE = 25


@policy(may(Right.SEE_PEOPLE))
@require_safe
def permissions(request: HttpRequest) -> HttpResponseBase:
    """List every word of the people and companies somebody sees, the newest first, 25 a page."""
    sight = Sight.of(principal_in(request))
    page = Paginator(grants_seen(sight, Publication.current()), A_PAGE).get_page(request.GET.get("page"))
    facts = {"here": "people", "page": page, "rows": [sight.grant(row) for row in page], "today": clock.today()}
    return render(request, "web/grants/list.html", facts)


@policy(may(Right.SEE_PEOPLE))
@require_safe
def of_account(request: HttpRequest, account_id: str) -> HttpResponseBase:
    """Where a company stands with every kind of act."""
    whose, sight = account_seen(request, account_id), Sight.of(principal_in(request))
    facts = {
        "here": "people",
        "account": whose.account,
        "permissions": permissions_of(sight, account_id=account_id),
        "today": clock.today(),
    }
    return render(request, "web/grants/account.html", facts)


@policy(may(Right.SEE_PEOPLE))
@require_safe
def permission(request: HttpRequest, number: int) -> HttpResponseBase:
    """Show one word: what it is for, how we know, and what hangs on it."""
    return _page(request, grant_seen(request, number), WithdrawalForm())


@policy(may(Right.SEE_PEOPLE, Right.RECORD_GRANTS))
@never_cache
@require_POST
def withdraw(request: HttpRequest, number: int) -> HttpResponseBase:
    """Take a word back; what hangs on it stands on its page."""
    grant, form = grant_seen(request, number), WithdrawalForm(request.POST)
    if not form.is_valid():
        return _page(request, grant, form, status=422)
    told = form.cleaned_data
    try:
        withdraw_grant(grant, by=principal_in(request).actor, why=told["why"], on=told["on"], reason=told["reason"])
    except GoodwordError as error:
        form.add_error(None, str(error))
        return _page(request, grant, form, status=422)
    toasts.say(request, _("Taken back. It counts no more."))
    return HttpResponseRedirect(reverse("permission", args=[number]))


@policy(may(Right.SEE_PEOPLE, Right.SEE_RECORDS))
@require_safe
def proof(request: HttpRequest, number: int) -> HttpResponseBase:
    """Hand the file of a proof over, byte for byte as it came in, to be saved and never shown."""
    grant = grant_seen(request, number)
    if not grant.proof.file_sha256:
        raise Http404
    try:
        proofs().read(grant.proof.file_sha256)
    except GoodwordError as error:
        words = {"title": _("This proof cannot be opened"), "sentence": error.sentence, "mend": error.mend}
        return render(request, "web/error.html", words, status=409)
    file = (proofs().folder / grant.proof.file_sha256).open("rb")
    answer = FileResponse(
        file, as_attachment=True, filename=grant.proof.file_name, content_type="application/octet-stream"
    )
    answer["Cache-Control"] = "no-store"
    return answer


def _page(request: HttpRequest, grant: Grant, form: WithdrawalForm, *, status: int = 200) -> HttpResponseBase:
    sight = Sight.of(principal_in(request))
    people = list(Person.objects.same_as(grant.person_id).values_list("pk", flat=True)) if grant.person_id else []
    rows = Grant.objects.of_keys(people, [grant.account_id] if grant.account_id else []).told()
    [shown] = [one for one in words_shown(list(rows), sight, clock.today()) if one.row.pk == grant.pk]
    facts = {
        "here": "people",
        "shown": shown,
        "grant": shown.row,
        "proofs": sight.proofs,
        "hanging": dependants(Concerned.by(grant)),
        "form": form if Right.RECORD_GRANTS in sight.rights and not hasattr(grant, "withdrawal") else None,
        "today": clock.today(),
    }
    return render(request, "web/grants/permission.html", facts, status=status)
