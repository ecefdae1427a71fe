"""Which requests somebody may change, and whom they see proposed: their own, every one for whoever asks people."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from goodword.doors.web.policies import principal_in
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.needs.models import Claim, ClaimQuerySet, Matching, Need, Proposal
from goodword.programme.needs.policies import not_proposed
from goodword.programme.stories.looking import story_to_show
from goodword.programme.team.principal import Principal
from goodword.programme.team.roles import Right

_OF_THE_NEED = frozenset({"need-over", "claimed-already", "declined-for-it", "not-proposed", "asked-already"})
"""What is refused for a reason that everybody may know."""


def need_named(number: int) -> Need:
    """The need with this number, whoever filed it: colleagues see what is needed."""
    found = Need.objects.select_related("ending").filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def changes(principal: Principal, need: Need) -> bool:
    """Whether somebody may change a need."""
    return principal.may(Right.ASK_PEOPLE) or (principal.may(Right.FILE_NEEDS) and need.by == str(principal.user.pk))


def need_changed(request: HttpRequest, number: int) -> Need:
    """The need that somebody wants to change."""
    need = need_named(number)
    if not changes(principal_in(request), need):
        raise PermissionDenied
    return need


def seen_claim(principal: Principal, need: Need) -> Claim | None:
    """Who or what is claimed for a need, for whoever would ask them; None where nobody is.

    Raises:
        PermissionDenied: they are in the care of others.
    """
    there, generation = need.standing_claim, Publication.current()
    if there is not None and there.person is not None and generation is not None:
        today = there.person.root_id or there.person.pk
        if not Sight.of(principal).people(generation).about(today).exists():
            raise PermissionDenied
    return there


def requests_waiting(principal: Principal) -> ClaimQuerySet:
    """The claims that wait for somebody to ask, as far as they are this colleague's to ask."""
    rows = Claim.objects.waiting().cared_for_by(principal.owner)
    return rows if principal.may(Right.ASK_PEOPLE) else rows.none()


def seen_proposal(request: HttpRequest, need: Need, which: Q) -> Proposal:
    """One proposal for a need, if the newest matching has it and the reader sees whom it proposes.

    Args:
        request: of the reader.
        need: for which.
        which: which of them.

    Raises:
        GoodwordError: it is proposed no more.
        Http404: the reader does not see whom it proposes.
    """
    found = need.proposals.filter(which, matching=Matching.current())
    row = found.select_related("person", "story", "need").first()
    if row is None:
        raise not_proposed()
    sight, generation = Sight.of(principal_in(request)), Publication.current()
    if row.person is not None:
        today = row.person.root_id or row.person.pk
        if generation is None or not sight.people(generation).about(today).exists():
            raise Http404
    elif story_to_show(row.story_id or 0, clock.today(), owner=sight.owner) is None:
        raise not_proposed()
    return row


def refusal_told(request: HttpRequest, error: GoodwordError) -> GoodwordError:
    """Why it was refused; what tells of answers, holds and scores only to those who may read such things."""
    sight = Sight.of(principal_in(request))
    if (sight.words and sight.scores) or error.code in _OF_THE_NEED:
        return error
    return GoodwordError("not-free", _("They cannot be asked now."), _("Match again to see who else fits."))
