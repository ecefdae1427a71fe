"""What a colleague is told, and what they have read of it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.policies import policy, principal_in, signed_in
from goodword.programme.desk.actions.mark_read import mark_all_read, mark_read
from goodword.programme.desk.models import Notification
from goodword.programme.desk.wording import KINDS

A_PAGE = 25


@policy(signed_in)
def notifications(request: HttpRequest) -> HttpResponse:
    """Show the reader's own, the newest first."""
    user = principal_in(request).user
    mine = Notification.objects.to(user).select_related("reading")
    page = Paginator(mine, A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "here": "notifications",
        "page": page,
        "notices": [_told(one) for one in page.object_list],
        "new": Notification.objects.to(user).unread().count(),
    }
    return render(request, "web/desk/notifications.html", facts)


@policy(signed_in)
@require_POST
def read(request: HttpRequest, number: int) -> HttpResponse:
    """Note that one was read, and go where it leads."""
    found = Notification.objects.to(principal_in(request).user).filter(pk=number).first()
    if found is None:
        raise Http404
    mark_read(found)
    return HttpResponseRedirect(found.url or reverse("notifications"))


@policy(signed_in)
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Note that everything was read."""
    if mark_all_read(principal_in(request).user):
        toasts.say(request, gettext("Everything is marked as read."))
    return HttpResponseRedirect(reverse("notifications"))


def _told(notification: Notification) -> dict[str, Any]:
    words = KINDS[notification.kind]
    return {
        "number": notification.pk,
        "text": words.say(notification.facts),
        "icon": words.icon,
        "tone": words.tone,
        "url": notification.url,
        "at": notification.at,
        "read": hasattr(notification, "reading"),
    }
