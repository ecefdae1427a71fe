"""Which accounts, sentences and stories somebody may write about: those they care for."""

from django.http import Http404, HttpRequest

from goodword.doors.web.policies import principal_in
from goodword.programme.advocates.models import Publication, Remark
from goodword.programme.advocates.sight import Sight
from goodword.programme.people.models import Account
from goodword.programme.stories.models import Story


def account_seen(request: HttpRequest, account_id: str) -> Account:
    """The account, where it is in the reader's care."""
    found = Account.objects.cared_for_by(principal_in(request).owner).filter(pk=account_id).first()
    if found is None:
        raise Http404
    return found


def story_seen(request: HttpRequest, number: int) -> Story:
    """The story, where its account is in the reader's care; one that may not be shown, too."""
    rows = Story.objects.cared_for_by(principal_in(request).owner).select_related("account", "withdrawal")
    found = rows.filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def remark_seen(request: HttpRequest, account_id: str, remark_id: str) -> Remark | None:
    """A sentence that somebody of the account said, as far as the reader sees it; None where none is meant."""
    generation = Publication.current()
    if generation is None or not remark_id:
        return None
    sight = Sight.of(principal_in(request))
    row = Remark.objects.within(generation).filter(remark_id=remark_id).first()
    whose = sight.people(generation).about(row.person_id).filter(account_id=account_id).first() if row else None
    if row is None or whose is None:
        raise Http404
    return next(iter(sight.remarks([row])), None)
