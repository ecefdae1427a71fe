"""Everything held about a customer's person, put together for themselves and for nobody else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from goodword.doors.takeouts.making import FILES, ask_takeout, is_asked, newest_file
from goodword.doors.takeouts.sending import send
from goodword.doors.web.policies import may, policy, principal_in
from goodword.programme.team.roles import Right
from goodword.runs.workspace import Workspace


@policy(may(Right.SEE_PORTAL))
@require_POST
def ask_everything(request: HttpRequest) -> HttpResponseBase:
    """Put together everything held about whoever asks."""
    principal = principal_in(request)
    ask_takeout(principal.person_id, by=principal.actor, language=get_language() or "")
    return HttpResponseRedirect(f"{reverse('portal')}#everything")


@policy(may(Right.SEE_PORTAL))
@never_cache
def everything(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Send it to them, and to nobody else."""
    return send(_workspace(), principal_in(request).person_id, ending)


def takeout_of(person_id: str) -> dict[str, object]:
    """Whether it is there, or on its way: for their page."""
    endings = [ending for ending in FILES if newest_file(_workspace(), person_id, ending)]
    return {"is_asked": is_asked(person_id), "endings": endings}


def _workspace() -> Workspace:
    return Workspace(settings.WORKSPACE)  # only its folder is asked for
