"""Where a page's lists can be taken along as files: only for those who may, and narrowed as the page is."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import resolve, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodword.doors.web.policies import Guarded, principal_behind

ENDINGS = (("csv", "CSV"), ("xlsx", "Excel"), ("parquet", "Parquet"))
"""What files end with, and what people call them."""

_WHERE_ONE_IS = ("page", "older", "newer")
"""What an address says of the part of a list that is shown; a file has all of it."""

_LABELS: dict[str, str | Promise] = {
    "export-people": _("These people"),
    "export-accounts": _("These accounts"),
    "export-views": _("Saved views"),
    "export-today": _("Moments that wait"),
    "export-answers": _("What we did"),
    "export-sources": _("Sources"),
    "export-imports": _("Imports"),
    "export-doubts": _("Rows that do not count as they stand"),
    "export-jobs": _("Jobs"),
}
"""What lists are called where a page offers several."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A list that can be taken along.

    Attributes:
        label: what to call it beside others.
        files: label and address of each format.
    """

    label: str | Promise
    files: list[tuple[str, str]]


def offers(request: HttpRequest, routes: tuple[str, ...], named: dict[str, str]) -> list[Offer]:
    """Those of some exports that whoever asks may have.

    Args:
        request: of the page.
        routes: the names of the exports.
        named: what stands in their addresses beside the format.
    """
    query = request.GET.copy()
    for name in _WHERE_ONE_IS:
        query.pop(name, None)
    principal = principal_behind(request)
    found = []
    for route in routes:
        urls = {label: reverse(route, kwargs=named | {"ending": ending}) for ending, label in ENDINGS}
        view = resolve(urls["CSV"]).func
        if isinstance(view, Guarded) and view.policy.admits(principal):
            behind = f"?{query.urlencode()}" if query else ""
            found.append(Offer(_LABELS.get(route, ""), [(label, f"{url}{behind}") for label, url in urls.items()]))
    return found
