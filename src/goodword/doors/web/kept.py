"""The lists that a reader keeps under a name, as the page of a list shows them."""

from collections.abc import Collection
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from goodword.doors.web.policies import principal_in
from goodword.programme.desk.models import SavedView


def kept_views(request: HttpRequest, page: str, filters: Collection[str]) -> dict[str, Any]:
    """The views of a page that the reader kept or was given, and what would be kept now.

    Args:
        request: of the page.
        page: the name of its route.
        filters: what its list is narrowed by; the rest of its address is not kept.
    """
    principal = principal_in(request)
    kept = {name: str(value) for name, value in sorted(request.GET.items()) if value and name in filters}
    now = urlencode(kept)
    saved = [
        {
            "view": view,
            "url": f"{reverse(page)}?{view.query}",
            "own": view.user_id == principal.user.pk,
            "current": view.query == now,
        }
        for view in SavedView.objects.filter(page=page).seen_by(principal.user, principal.role)
    ]
    return {"saved": saved, "keep_page": page, "keep_query": "" if any(one["current"] for one in saved) else now}
