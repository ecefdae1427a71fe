"""Open a link, or say that it opens nothing.

One that was made up, one of somebody who is gone and one for something else all get the same answer.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from goodword.doors.api.rates import ALLOWANCES
from goodword.doors.origin import origin_of
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.links.models import Link, Purpose
from goodword.programme.links.policies import link_of, refuse_link
from goodword.programme.team.actor import Actor
from goodword.runs.operate.restored import sending_is_held

type Opened = Callable[[HttpRequest, str, Link], HttpResponseBase]

_UNKNOWN = "link-unknown"
_NOT_FOUND, _GONE, _TOO_MANY, _UNAVAILABLE = 404, 410, 429, 503


def open_link(request: HttpRequest, secret: str, opened: dict[Purpose, Opened]) -> HttpResponseBase:
    """Answer with what the link is for, or with why it opens nothing; in no case may anybody keep or index it."""
    link = link_of(secret)
    refusal = refuse_link(link, *opened, now=clock.now())
    if refusal is not None or link is None:
        return private(_refused(request, refusal))
    return private(opened[_purpose(link, opened)](request, secret, link))


def private(answer: HttpResponseBase) -> HttpResponseBase:
    """Let no search engine, no cache and no page that is gone to next know of this one."""
    answer["Cache-Control"] = "no-store, private"
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return answer


def by_link(link: Link) -> Actor:
    """Whoever holds a link, as the trail names them."""
    return Actor("link", str(link.pk), "", "portal")


def refuse_on_copy() -> GoodwordError | None:
    """Refuse to take anything in where this is a restored copy: the original may still be at work."""
    if sending_is_held(settings.WORKSPACE) is None:
        return None
    return GoodwordError(
        "copy-takes-nothing",
        _("This page cannot take anything in just now. Nothing was changed."),
        _("Try again later, or answer the letter."),
        retry=True,
    )


def told(request: HttpRequest, refusal: GoodwordError, status: int) -> HttpResponse:
    """A page that says one thing and names nobody."""
    return render(request, "portal/linked/refused.html", {"refusal": refusal}, status=status)


def unavailable(request: HttpRequest, refusal: GoodwordError) -> HttpResponse:
    """A page for what cannot be done just now."""
    return told(request, refusal, _UNAVAILABLE)


def _purpose(link: Link, opened: dict[Purpose, Opened]) -> Purpose:
    return next(purpose for purpose in opened if purpose == link.purpose)


def _refused(request: HttpRequest, refusal: GoodwordError | None) -> HttpResponse:
    if refusal is not None and refusal.code != _UNKNOWN:
        return told(request, refusal, _GONE)
    # Who tries many secrets is slowed down; whoever has one that opens something never is.
    now, limit = clock.now(), settings.API_LIMITS["stranger"]
    left = ALLOWANCES.take(origin_of(request) or "nowhere", "link", limit, now)
    if left.allowed:
        return told(request, refusal or GoodwordError(_UNKNOWN, ""), _NOT_FOUND)
    answer = told(request, _too_many(), _TOO_MANY)
    answer["Retry-After"] = str(left.seconds)
    return answer


def _too_many() -> GoodwordError:
    return GoodwordError(
        "too-many-links",
        _("Too many links that open nothing came from your network."),
        _("Try again in a minute."),
        retry=True,
    )
