"""Lists that a reader keeps under a name."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.going_back import back_to
from goodword.doors.web.policies import may, policy, principal_in
from goodword.kit.errors import GoodwordError
from goodword.programme.desk.actions.remove_view import remove_view, restore_view
from goodword.programme.desk.actions.save_view import save_view
from goodword.programme.desk.models import SavedView
from goodword.programme.team.roles import Right

PAGES = ("people", "accounts")
"""Routes whose lists can be kept."""


@policy(may(Right.SEE_PEOPLE))
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep the list of a page under a name."""
    page, query = request.POST.get("page", ""), request.POST.get("query", "")
    if page not in PAGES:
        raise Http404
    principal = principal_in(request)
    shared = principal.role if request.POST.get("shared") else None
    try:
        view = save_view(
            principal.user, page, request.POST.get("name", ""), query, by=principal.actor, shared_with=shared
        )
    except GoodwordError as error:
        words = {"title": _("The view was not kept"), "sentence": error.sentence, "mend": error.mend}
        return render(request, "web/error.html", words, status=422)
    toasts.say(request, _("Kept as “%(name)s”.") % {"name": view.name}, undo_url=reverse("view-remove", args=[view.pk]))
    return redirect(f"{reverse(page)}?{query}" if query else reverse(page))


@policy(may(Right.SEE_PEOPLE))
@require_POST
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Remove a view of one's own, and say how to bring it back."""
    view = _own(request, number)
    remove_view(view, by=principal_in(request).actor)
    toasts.say(
        request, _("Removed “%(name)s”.") % {"name": view.name}, undo_url=reverse("view-restore", args=[view.pk])
    )
    return redirect(back_to(request, reverse(view.page)))


@policy(may(Right.SEE_PEOPLE))
@require_POST
def restore(request: HttpRequest, number: int) -> HttpResponse:
    """Bring a removed view back."""
    view = _own(request, number)
    restore_view(view, by=principal_in(request).actor)
    return redirect(back_to(request, reverse(view.page)))


def _own(request: HttpRequest, number: int) -> SavedView:
    view = SavedView.objects.filter(pk=number, user=principal_in(request).user).first()
    if view is None:
        raise Http404
    return view
