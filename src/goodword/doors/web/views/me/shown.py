"""Open sessions and the key of an app, as the pages show them."""

from dataclasses import dataclass
from datetime import datetime

import qrcode
from django.contrib.sessions.models import Session
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goodword.kit import clock
from goodword.programme.team.models import OpenSession, User

_WAYS: dict[str, str | Promise] = {
    "password": gettext_lazy("password"),
    "code": gettext_lazy("code"),
    "passkey": gettext_lazy("passkey"),
    "oidc": gettext_lazy("single sign-on"),
}
# The first that a browser's own description holds; several hold the names of others after their own.
_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (
    *(("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows")),
    *(("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")),
)


@dataclass(frozen=True, slots=True)
class SessionShown:
    """A browser in which somebody is signed in.

    Attributes:
        number: its id.
        browser: which browser, on which system, as far as it says.
        began_at: since when.
        how: the way they came in.
        here: whether it is the one that asks.
    """

    number: int
    browser: str
    began_at: datetime
    how: str | Promise
    here: bool


def open_sessions(user: User, this_key: str) -> list[SessionShown]:
    """The browsers in which somebody is signed in, the newest first; sessions that ended are left out."""
    known = {one.session_key: one for one in OpenSession.objects.filter(user=user).order_by("-began_at")}
    alive = Session.objects.filter(session_key__in=list(known), expire_date__gt=clock.now())
    proofs = {user.get_session_auth_hash(), *user.get_session_auth_fallback_hash()}  # by the key of now, or of before
    still = {one.session_key for one in alive if one.get_decoded().get("_auth_user_hash") in proofs}
    return [
        SessionShown(one.pk, _named(one.browser), one.began_at, _WAYS.get(one.how, one.how), key == this_key)
        for key, one in known.items()
        if key in still
    ]


def _named(told: str) -> str:
    browser = next((name for mark, name in _BROWSERS if mark in told), "")
    system = next((name for mark, name in _SYSTEMS if mark in told), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("A browser that does not say which")


@dataclass(frozen=True, slots=True)
class Picture:
    """A QR code.

    Attributes:
        side: how many squares it has on a side, with its white edge.
        path: the black ones, as an SVG path.
    """

    side: int
    path: str


def picture_of(text: str) -> Picture:
    """Draw a text as a QR code."""
    code = qrcode.QRCode(border=4)
    code.add_data(text)
    rows = code.get_matrix()
    squares = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, black in enumerate(row) if black)
    return Picture(len(rows), "".join(squares))
