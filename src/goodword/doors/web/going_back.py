"""Where to go after something was done: back to the page it was done on, and never to a stranger's."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def back_to(request: HttpRequest, default: str = "/") -> str:
    """Return the address the form named as `next`, else the page it was sent from, else the default."""
    for wanted in (request.POST.get("next", ""), request.headers.get("Referer", "")):
        # A word without a slash is no address of ours, and `redirect` would take it for the name of a route.
        if "/" in wanted and url_has_allowed_host_and_scheme(
            wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        ):
            return wanted
    return default
