"""The records behind a person, and two people beside each other."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from goodword.doors.web.policies import policy, principal_in
from goodword.doors.web.views.who.besides import beside
from goodword.doors.web.views.who.shown import KEEPS, Side, corrections_shown, side_of, suggestions_seen
from goodword.programme.advocates.models import Generation, ListedPerson, Publication
from goodword.programme.advocates.search.engine import search
from goodword.programme.advocates.sight import Sight
from goodword.programme.people.actions.keep_apart import apart_of
from goodword.programme.people.differing import differing
from goodword.programme.people.policies import LONGEST_REASON, refuse_merging
from goodword.programme.people.values import FIELD_WORDS

_MOST = 8
_LONGEST = 200


@policy(KEEPS)
def who(request: HttpRequest, person_id: str) -> HttpResponse:
    """Show every record that means a person, what was decided about it, and who may be them as well."""
    side = side_of(request, person_id)
    if side.person.person_id != person_id:
        return redirect("who", person_id=side.person.person_id)
    text = request.GET.get("q", "").strip()[:_LONGEST]
    generation, sight = Publication.current(), Sight.of(principal_in(request))
    hits = search(generation, text, owner=sight.owner, words=False, limit=_MOST) if generation and text else []
    decided = [
        {"row": row, "other": side.one.other_of(row), "name": side.one.names.get(side.one.other_of(row), "")}
        for row in side.one.merges
    ]
    apart = [
        {"row": row, "other": side.one.other_of(row), "name": side.one.names.get(side.one.other_of(row), "")}
        for row in side.one.aparts
    ]
    differ = differing(side.one)
    facts = {
        "here": "people",
        "generation": generation,
        "person": side.person,
        "one": side.one,
        "records": side.records,
        "merges": decided,
        "aparts": apart,
        "differing": [one for one in differ if one.values],
        "corrections": corrections_shown(differ),
        "fields": FIELD_WORDS.items(),
        "waits": _waits(side, generation),
        "suggestions": suggestions_seen(request, side.one.suggestions),
        "q": text,
        "hits": [hit for hit in hits if hit.kind == "person" and hit.id not in side.one.ids],
        "longest": LONGEST_REASON,
    }
    return render(request, "web/who/who.html", facts)


@policy(KEEPS)
def compare(request: HttpRequest, person_id: str, other_id: str) -> HttpResponse:
    """Show two people beside each other, to be merged or kept apart."""
    one, other = side_of(request, person_id), side_of(request, other_id)
    if one.person.person_id == other.person.person_id:
        return redirect("who", person_id=one.person.person_id)
    facts = {
        "here": "people",
        "generation": Publication.current(),
        "one": one,
        "other": other,
        "sides": (one, other),
        **_names(one, other),
        "differing": beside(one, other),
        "apart": apart_of(one.person.person_id, other.person.person_id),
        "refusal": refuse_merging(one.person.person_id, other.person.person_id),
        "longest": LONGEST_REASON,
    }
    return render(request, "web/who/compare.html", facts)


def _waits(side: Side, generation: Generation | None) -> bool:
    """Whether no run has put together yet what means one person now: each of their ids is published for itself."""
    if generation is None:
        return False
    return ListedPerson.objects.within(generation).filter(person_id__in=side.one.ids).count() > 1


def _names(one: Side, other: Side) -> dict[str, str]:
    """What to call the two where they stand beside each other: in their order, where they have one name."""
    called = one.person.called, other.person.called
    if called[0] == called[1]:
        called = _("%(name)s, first") % {"name": called[0]}, _("%(name)s, second") % {"name": called[1]}
    return {"one_called": called[0], "other_called": called[1]}
