"""The queue of those who may be one person: the surest first, one after the other."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.going_back import back_to
from goodword.doors.web.policies import policy, principal_in
from goodword.doors.web.views.who.shown import KEEPS, seen, suggestions_seen
from goodword.kit import clock
from goodword.programme.advocates.models import Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.people.actions.put_off_suggestion import put_off_suggestion
from goodword.programme.people.models import Suggestion

A_PAGE = 20
LATER = timedelta(days=30)


@policy(KEEPS)
def review(request: HttpRequest) -> HttpResponse:
    """List pairs that may be one person and whom whoever asks sees both."""
    generation, sight = Publication.current(), Sight.of(principal_in(request))
    waiting = Suggestion.objects.open_on(clock.today())
    if generation is not None and sight.owner:
        mine = sight.people(generation).values("person_id")
        waiting = waiting.filter(Q(one_id__in=mine) & Q(other_id__in=mine))
    page = Paginator(waiting, A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "here": "people",
        "generation": generation,
        "page": page,
        "suggestions": suggestions_seen(request, page.object_list),
    }
    return render(request, "web/who/review.html", facts)


@policy(KEEPS)
@require_POST
def later(request: HttpRequest) -> HttpResponse:
    """Put a pair off."""
    number = request.POST.get("suggestion", "")
    row = Suggestion.objects.filter(pk=int(number)).first() if number.isdecimal() else None
    if row is None or seen(request, row.one_id) is None or seen(request, row.other_id) is None:
        raise Http404
    put_off_suggestion(row, until=clock.today() + LATER, by=principal_in(request).actor)
    toasts.say(request, _("They come back in a month."))
    return redirect(back_to(request, "/people/review/"))
