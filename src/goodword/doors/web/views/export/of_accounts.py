"""The list of accounts as a file."""

from dataclasses import asdict

from django.http import HttpRequest
from django.views.decorators.http import require_safe

from goodword.doors.exports.lists.accounts import accounts_sheet
from goodword.doors.web.account_listing import list_accounts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.accounts import Filter, in_care_of, narrowed_to
from goodword.doors.web.views.export.taking import Taken, as_file, published
from goodword.programme.advocates.sight import Sight
from goodword.programme.team.roles import Right


@policy(may(Right.SEE_PEOPLE, Right.EXPORT))
@require_safe
@as_file
def accounts(request: HttpRequest) -> Taken:
    """The accounts of the list, with its filters and in its order."""
    generation, principal = published(), principal_in(request)
    sight = Sight.of(principal)
    chosen = narrowed_to(sight, generation, Filter(request.GET).chosen())
    wanted = in_care_of(principal, chosen)
    listing = list_accounts(generation, wanted, owner=sight.owner, contacts=sight.contacts)
    return Taken(accounts_sheet(generation, sight, listing.ranks), asdict(chosen), generation.as_of)
