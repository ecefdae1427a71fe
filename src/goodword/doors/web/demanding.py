"""Whoever needs a second factor and has none sees the page that adds one, and no other."""

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin

from goodword.doors.web.policies import Guarded, principal_behind
from goodword.programme.team.second_factor import lacks_second_factor

_OPEN = frozenset(
    {
        *("security", "security-app", "security-passkey", "security-codes", "security-password"),
        *("sign-in-again", "sign-out", "theme", "healthz"),
    }
)


class SecondFactorDemanded(MiddlewareMixin):
    """Leads colleagues to the page of second factors where their role asks for one that they lack."""

    def process_view(
        self, request: HttpRequest, view: object, _args: object, _kwargs: object
    ) -> HttpResponseBase | None:
        """Look before the view is asked; programs with a token have no pages to be led to."""
        principal = principal_behind(request)
        match = request.resolver_match
        if principal is None or match is None or match.url_name in _OPEN or not isinstance(view, Guarded):
            return None
        if view.policy.strangers or not lacks_second_factor(principal.user, principal.role):
            return None
        return HttpResponseRedirect(reverse("security"))
