"""Where somebody wanted to go before they were asked who they are."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme


def target_of(request: HttpRequest) -> str:
    """The path they wanted, if it is one of ours; empty otherwise."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours else ""


def onward(request: HttpRequest) -> HttpResponse:
    """Go where they wanted, or home."""
    return HttpResponseRedirect(target_of(request) or resolve_url(settings.LOGIN_REDIRECT_URL))


def towards(route: str, target: str) -> HttpResponse:
    """Go to a page of the door and remember where they wanted to go."""
    query = f"?{urlencode({'next': target})}" if target else ""
    return HttpResponseRedirect(f"{resolve_url(route)}{query}")
