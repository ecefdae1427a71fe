"""Invite whoever was drawn for a public review, by letter, on the first day that lets them be invited."""

import logging
from collections import Counter
from datetime import date

from django.conf import settings
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from goodword.doors.mail.opening import may_arrive
from goodword.doors.mail.sending import refuse_sending
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.asks.actions.send_ask import Post
from goodword.programme.asks.filling import Wording
from goodword.programme.lots.actions.invite_drawn import invite_drawn
from goodword.programme.lots.letters import LANGUAGES, invitation
from goodword.programme.lots.models import Draw, Eligible, Invitation, Wait
from goodword.programme.people.models import Person
from goodword.programme.people.names import given_name
from goodword.programme.team.actor import Actor
from goodword.runs.intake.labelling import says_synthetic
from goodword.runs.load import bounds_now
from goodword.runs.proving import faults_of
from goodword.runs.settings.house_rules import workspace_language, workspace_name

_log = logging.getLogger(__name__)

A_ROUND = 200


def invite_due(*, day: date, by: Actor, limit: int = A_ROUND) -> Counter[str]:
    """Invite those who were drawn and whom this day lets be invited; what became of how many.

    What is to be done is read from the rows, so whoever dies in between leaves it to the next. Nobody is drawn in the
    place of somebody who waits or wants none.

    Args:
        day: of the invitation.
        by: who invites.
        limit: how many at most, so that whoever calls can do other work in between.

    Raises:
        GoodwordError: no letter leaves from here.
    """
    refusal = refuse_sending()
    if refusal is not None:
        raise refusal
    came: Counter[str] = Counter()
    sound: dict[int, bool] = {}
    for row in due(day)[:limit]:
        if row.draw_id not in sound:
            sound[row.draw_id] = not faults_of(row.draw)
        came["tampered" if not sound[row.draw_id] else _one(row, day, by)] += 1
    return came


def invite_by_clock() -> None:
    """What the worker does every minute: nothing where no letter leaves."""
    if refuse_sending() is None:
        invite_due(day=clock.today(), by=Actor.system("lots"))


def due(day: date) -> list[Eligible]:
    """Those drawn for active sites who were neither invited nor excluded, and need not wait beyond a day."""
    newest = Wait.objects.filter(row=OuterRef("pk")).order_by("-pk").values("opens_on")[:1]
    rows = Eligible.objects.open().filter(draw__site__active=True, draw__done__isnull=False)
    rows = rows.annotate(opens_on=Subquery(newest)).filter(Q(opens_on=None) | Q(opens_on__lte=day))
    return list(rows.select_related("draw__site", "draw__done"))


def _one(row: Eligible, day: date, by: Actor) -> str:
    bounds = bounds_now(settings.WORKSPACE_SETTINGS)
    try:
        came = invite_drawn(row.pk, write=write_invitation, day=day, bounds=bounds, by=by)
    except GoodwordError as error:
        _log.warning("drawn row %s is not invited yet: %s", row.pk, error.code)
        return "later"
    if isinstance(came, Invitation):
        return "invited"
    return "waits" if isinstance(came, Wait) else "excluded"


def write_invitation(draw: Draw, person: Person) -> tuple[Wording, Post] | None:
    """The letter to one who was drawn, in their language; the same words to all. None where no address is known."""
    address = person.email.strip()
    if not address:
        return None
    language = _language(person)
    sender = workspace_name(settings.WORKSPACE_SETTINGS)
    wording = invitation(
        language,
        person=" ".join((given_name(person.name) or person.name).split()),
        sender=sender,
        site=draw.site.name,
        url=draw.site.url,
        disclosure=draw.site.disclosure,
    )
    told = dict(settings.WORKSPACE_SETTINGS.get("workspace", {}))
    if says_synthetic(settings.WORKSPACE, otherwise=bool(told.get("synthetic"))):
        with translation.override(language):
            wording = Wording(
                wording.subject, f"{_('Sample company: synthetic data. Nobody here exists.')}\n\n{wording.text}"
            )
    now = clock.now()
    opens = may_arrive(person.pk, now)
    post = Post(
        to=address,
        sender=settings.DEFAULT_FROM_EMAIL,
        language=language,
        quiet_until=opens if opens > now else None,
        url_of=lambda secret: f"{settings.SITE_URL}{reverse('by-link', args=[secret])}",
    )
    return wording, post


def _language(person: Person) -> str:
    theirs = person.language.strip().lower().replace("_", "-").partition("-")[0]
    wanted = (theirs, workspace_language(settings.WORKSPACE_SETTINGS))
    return next((one for one in wanted if one in LANGUAGES), "en")
