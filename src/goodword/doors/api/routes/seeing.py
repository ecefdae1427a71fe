"""What calls about people begin with: what is published, and whether the caller sees somebody at all."""

from django.http import Http404, HttpRequest

from goodword.doors.web.policies import principal_in
from goodword.programme.advocates.models import Generation, ListedPerson, Publication
from goodword.programme.advocates.sight import Sight

PAGE_LIMIT = 200
PAGE_DEFAULT = 50


def sight_of(request: HttpRequest) -> Sight:
    """How much the caller sees."""
    return Sight.of(principal_in(request))


def published() -> Generation:
    """What readers see.

    Raises:
        Http404: nothing was published yet.
    """
    generation = Publication.current()
    if generation is None:
        raise Http404
    return generation


def seen_person(request: HttpRequest, person_id: str) -> ListedPerson:
    """A person whom the caller sees, as they are; `Sight` still decides what of them.

    Raises:
        Http404: there is nobody like that, or not for this caller.
    """
    generation = published()
    found = sight_of(request).people(generation).about(person_id).first()
    if found is None:
        raise Http404
    found.generation = generation
    return found
