"""What a site needs, whether a draw may be asked for, and who is invited by it."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.lots.models import MOST_DRAWN, REVIEW, Draw, Eligible, Site
from goodword.programme.permissions.facts import policies_of_kinds

_LONGEST_NAME, _LONGEST_URL, _LONGEST_DISCLOSURE, _LONGEST_DAYS = 80, 500, 1_000, 3_660


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRules:
    """A site as somebody would have it; the fields are those of `models.Site`."""

    name: str
    url: str
    disclosure: str
    days_between: int = 365
    size: int = 20
    active: bool = True
    act_kind: str = REVIEW


def refuse_site(rules: SiteRules) -> GoodwordError | None:
    """Refuse a site whose invitations would lead nowhere, or hide why somebody is invited."""
    if not 0 < len(rules.name.strip()) <= _LONGEST_NAME or not rules.name.isprintable() or _braced(rules.name):
        said = _("A site needs a name of one line and at most %(most)s characters.") % {"most": _LONGEST_NAME}
        return GoodwordError("bad-site-name", said, _("Write what people call it, without braces."))
    if not _leads_somewhere(rules.url):
        said = _("“%(url)s” is no address of a page.") % {"url": rules.url[:80]}
        return GoodwordError("bad-site-url", said, _("Copy the whole address, beginning with https://."))
    if not 0 < len(rules.disclosure.strip()) <= _LONGEST_DISCLOSURE or _braced(rules.disclosure):
        said = _("An invitation says how somebody came to be invited, and this site has no such words.")
        mend = _("Write at most %(most)s characters, without braces.") % {"most": _LONGEST_DISCLOSURE}
        return GoodwordError("no-disclosure", said, mend)
    return _refuse_numbers(rules) or _refuse_site_kind(rules.act_kind)


def _refuse_numbers(rules: SiteRules) -> GoodwordError | None:
    for value, most, name in (
        (rules.days_between, _LONGEST_DAYS, _("The days between two draws of a person")),
        (rules.size, MOST_DRAWN, _("How many are drawn")),
    ):
        if not 1 <= value <= most:
            said = _("%(name)s cannot be %(value)s.") % {"name": name, "value": value}
            mend = _("Write a whole number from %(low)s to %(high)s.") % {"low": 1, "high": most}
            return GoodwordError("site-out-of-bounds", said, mend)
    return None


def _refuse_site_kind(code: str) -> GoodwordError | None:
    kind = policies_of_kinds().get(code)
    if kind is not None and kind.asked_for and not kind.by_choice:
        return None
    said = _("People are not drawn for “%(kind)s”.") % {"kind": code[:40]}
    mend = _("Choose of: %(kinds)s. A kind of your own can be added that goes by lot.")
    return GoodwordError("kind-without-lot", said, mend % {"kinds": ", ".join(kinds_by_lot())})


def kinds_by_lot() -> list[str]:
    """The kinds of act for which people are drawn, never chosen."""
    return [code for code, kind in policies_of_kinds().items() if kind.asked_for and not kind.by_choice]


def refuse_kind_of(site: Site, code: str) -> GoodwordError | None:
    """Refuse to draw for another kind of act at a site: who was drawn for one would be asked for the other."""
    if site.act_kind_id == code or not site.draws.exists():
        return None
    said = _("People were drawn for %(site)s already, so its kind of act stays.") % {"site": site}
    return GoodwordError("site-was-drawn-for", said, _("Add another site for the other kind."))


def _leads_somewhere(url: str) -> bool:
    if len(url) > _LONGEST_URL or _braced(url) or not url.isprintable() or " " in url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _braced(text: str) -> bool:
    return "{" in text or "}" in text


def site_there(name: str) -> GoodwordError:
    """Another site has this name."""
    said = _("There is a site “%(name)s” already.") % {"name": name}
    return GoodwordError("site-there", said, _("Change that one, or choose another name."))


def refuse_draw(site: Site, *, day: date) -> GoodwordError | None:
    """Refuse a draw for a site that is put aside, and a second one on a day."""
    if not site.active:
        said = _("Nobody is drawn for %(site)s: it is put aside.") % {"site": site}
        return GoodwordError("site-inactive", said, _("Take it up again first."))
    if Draw.objects.filter(site=site, as_of=day).exists():
        return drawn_today(site)
    return None


def drawn_today(site: Site) -> GoodwordError:
    """A second draw on a day could be repeated until somebody likes what comes out."""
    said = _("There was a draw for %(site)s today.") % {"site": site}
    return GoodwordError("drawn-today", said, _("Look at it; the next one may be tomorrow."))


def nobody_published() -> GoodwordError:
    """There is nobody to draw from."""
    return GoodwordError("nothing-published", _("Nobody is known yet."), _("Load your data and run: goodword run"))


def disturbed() -> GoodwordError:
    """Each time somebody who could be drawn was erased before it was written down."""
    said = _("People went while they were drawn, so nobody was.")
    return GoodwordError("draw-disturbed", said, _("Draw again: the same seed is used."), retry=True)


def refuse_invitation(row: Eligible) -> GoodwordError | None:
    """Refuse to invite somebody who was not drawn: being drawn is the only key."""
    if row.place is None or not hasattr(row.draw, "done"):
        return GoodwordError(
            "not-drawn",
            _("They were not drawn, so they are not invited to a public review."),
            _("Draw by lot from everybody: goodword lots draw."),
        )
    return None
