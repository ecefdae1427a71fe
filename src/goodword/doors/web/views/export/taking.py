"""How a list leaves: who takes it says which, and gets a file or an error with the way out."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from goodword.doors.exports.sending import FORMATS, send
from goodword.doors.exports.sheets import Sheet
from goodword.doors.web.policies import principal_in
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Generation, Publication
from goodword.runs.intake.labelling import says_synthetic


@dataclass(frozen=True, slots=True)
class Taken:
    """A list that somebody takes along.

    Attributes:
        sheet: the list.
        filters: what it was narrowed to.
        day: the day it is of; today if empty.
    """

    sheet: Sheet
    filters: dict[str, str] = field(default_factory=dict)
    day: date | None = None


def as_file(make: Callable[..., Taken]) -> Callable[..., HttpResponseBase]:
    """Turn what makes a list into a view that sends it: the address ends with the format, an unknown one is missing."""

    @wraps(make)
    def view(request: HttpRequest, *, ending: str, **named: str) -> HttpResponseBase:
        if ending not in FORMATS:
            raise Http404
        try:
            taken = make(request, **named)
            sheet = replace(taken.sheet, synthetic=_synthetic())
            by, mark = principal_in(request).actor, request.GET.get("bom") == "1"
            return send(sheet, ending, by=by, filters=taken.filters, day=taken.day, mark=mark)
        except GoodwordError as error:
            return _unclear(request, error)

    return view


def published() -> Generation:
    """What readers see; before the first publication there is no list of it."""
    generation = Publication.current()
    if generation is None:
        raise Http404
    return generation


def _synthetic() -> bool:
    """Whether the data is made up, as the pages say it."""
    about = settings.WORKSPACE_SETTINGS.get("workspace", {})
    return says_synthetic(settings.WORKSPACE, otherwise=bool(about.get("synthetic")))


def _unclear(request: HttpRequest, error: GoodwordError) -> HttpResponse:
    words = {"title": _("That could not be exported"), "sentence": error.sentence, "mend": error.mend}
    return render(request, "web/error.html", words, status=409)
