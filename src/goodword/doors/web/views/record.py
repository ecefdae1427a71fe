"""A record as it arrived, with the exact words marked."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.heard.shown import heard_in, labels_here, pieces_of
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Generation, ListedPerson, Publication
from goodword.programme.advocates.sight import Sight, stands_behind
from goodword.programme.advocates.wording import source_words
from goodword.programme.team.roles import Right
from goodword.runs.labels.words import WORDS
from goodword.runs.records import read_record
from goodword.runs.workspace import open_workspace

_STAMPS = ("source", "received_at", "zone", "record_id", "extra")


@policy(may(Right.SEE_RECORDS))
def record(request: HttpRequest, table: str, record_id: str) -> HttpResponse:
    """Show every column that holds something, as the source gave it."""
    try:
        found = read_record(open_workspace(settings.WORKSPACE), table, record_id)
    except GoodwordError as error:
        raise Http404 from error
    generation = Publication.current()
    if found is None or generation is None:
        raise Http404
    sight = Sight.of(principal_in(request))
    whose = sight.people(generation).about(request.GET.get("person", "")).first()
    if sight.owner and not (whose and _is_about(sight, generation, whose, table, record_id)):
        raise Http404  # of a record nobody sees, not even that it is there
    start, end = request.GET.get("start", ""), request.GET.get("end", "")
    labels = labels_here(request, whose, found)
    # Sentences are said to be something as they are cut; words that evidence points to may be cut otherwise.
    heard = heard_in(table, found, whose) if labels else heard_in(table, found, whose, start=start, end=end)
    hidden = {WORDS.get(table), *_STAMPS}
    facts = {
        "here": "people",
        "generation": generation,
        "table": table,
        "record_id": record_id,
        "about": source_words(table, str(found.get("channel") or "") or None),
        "pieces": pieces_of(heard, start=start, end=end) if heard else [],
        "labels": labels,
        "back": request.get_full_path(),
        "columns": [
            (name, value) for name, value in found.items() if name not in hidden and value not in (None, "", [])
        ],
        "stamps": [(name, found[name]) for name in _STAMPS if found.get(name)],
        "person": sight.person(whose) if whose else None,
    }
    return render(request, "web/record.html", facts)


def _is_about(sight: Sight, generation: Generation, whose: ListedPerson, table: str, record_id: str) -> bool:
    return stands_behind(generation, whose.person_id, table, record_id) or sight.proves_employment(
        whose, table, record_id
    )
