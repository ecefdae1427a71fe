"""Everything held about a customer's person, sent to themselves and to nobody else."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache

from goodword.doors.takeouts.sending import send
from goodword.doors.web.policies import may, policy, principal_in
from goodword.programme.team.roles import Right
from goodword.runs.workspace import Workspace


@policy(may(Right.SEE_PORTAL))
@never_cache
def everything(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Send it to them, and to nobody else."""
    return send(Workspace(settings.WORKSPACE), principal_in(request).person_id, ending)
