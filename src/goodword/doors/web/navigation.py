"""Where one can go: the places of the side, each with the right it needs."""

from dataclasses import dataclass
from functools import cache

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodword.programme.team.principal import Principal
from goodword.programme.team.roles import Right

ON_PHONES = 4
"""How many places the bar at the bottom of a phone shows; the others are behind More."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page that the side leads to.

    Attributes:
        label: what it is called.
        route: the name of its route; views hand the same name to the template as `here`.
        icon: its picture.
        key: the key that goes there after G.
        right: what one needs to see it.
    """

    label: str | Promise
    route: str
    icon: str
    key: str
    right: Right

    @property
    def url(self) -> str:
        """Its address; empty where the route does not exist."""
        return route_url(self.route)


PLACES = (
    Place(_("Today"), "today", "today", "t", Right.SEE_TODAY),
    Place(_("People"), "people", "people", "p", Right.SEE_PEOPLE),
    Place(_("Accounts"), "accounts", "accounts", "a", Right.SEE_PEOPLE),
    Place(_("Requests"), "requests", "request", "r", Right.SEE_PEOPLE),
    Place(_("Measures"), "measures", "measures", "m", Right.SEE_MEASURES),
    Place(_("Stories"), "stories", "stories", "s", Right.SEE_PEOPLE),
    Place(_("Themes"), "themes", "quote", "h", Right.SEE_WORDS),
    Place(_("Data"), "data", "data", "d", Right.SEE_DATA),
    Place(_("Settings"), "settings", "settings", "e", Right.SEE_SETTINGS),
    Place(_("Team"), "team", "team", "u", Right.MANAGE_TEAM),
    Place(_("Your page"), "portal", "quote", "y", Right.SEE_PORTAL),
    Place(_("Audit trail"), "audit", "audit", "l", Right.SEE_AUDIT),
)


@cache
def route_url(route: str) -> str:
    """The address of a route without arguments; empty where there is no such route."""
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""


def places_for(principal: Principal | None) -> list[Place]:
    """The places somebody may go to, in their order."""
    if principal is None:
        return []
    return [place for place in PLACES if place.url and principal.may(place.right)]


def home_of(principal: Principal | None) -> str:
    """Where somebody begins: the first of their places."""
    return next((place.url for place in places_for(principal)), "/")
