"""Which requests somebody may change: their own, and every one for whoever asks people."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from goodword.doors.web.policies import principal_in
from goodword.programme.needs.models import Claim, ClaimQuerySet, Need
from goodword.programme.team.principal import Principal
from goodword.programme.team.roles import Right


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


def requests_waiting(principal: Principal) -> ClaimQuerySet:
    """The claims that wait for somebody to ask, as far as they are this colleague's to ask."""
    rows = Claim.objects.waiting().cared_for_by(principal.owner)
    return rows if principal.may(Right.ASK_PEOPLE) else rows.none()
