"""The digest: three moments today, by mail, to whoever asked for it; each moment is told once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext

from goodword.doors.mail.stopping import stop_token
from goodword.kit import clock
from goodword.kit.shown_words import shown_words
from goodword.programme.advocates.answering import unanswered
from goodword.programme.advocates.models import Generation, ListedPerson, Moment, Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.why_now import in_one_line
from goodword.programme.advocates.wording import SIGNALS
from goodword.programme.desk.models import DigestDay, Preference
from goodword.programme.desk.timing import PATIENCE, Due, digest_due
from goodword.programme.outbox.actions.queue_letter import Draft, queue_letter
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.principal import principal_of
from goodword.programme.team.roles import Right
from goodword.runs.settings.house_rules import workspace_language

TOLD = 3
"""How many moments a digest tells."""

_REMEMBERED = timedelta(days=60)  # a moment is raised for two weeks; what was told longer ago is not raised again


@dataclass(frozen=True, slots=True)
class Telling:
    """One moment as the digest tells it.

    Attributes:
        moment: the moment.
        person: whose it is.
        quote: their exact words; empty where there are none, or where the reader may not see them.
        url: the person's page.
    """

    moment: Moment
    person: ListedPerson
    quote: str
    url: str

    @property
    def why(self) -> list[str]:
        """Why now, in short sentences, in the language that is spoken when this is asked."""
        return [in_one_line(fact) for fact in self.moment.why_now] or [str(SIGNALS[self.moment.kind].label)]


@dataclass(frozen=True, slots=True)
class Content:
    """What one digest tells one reader.

    Attributes:
        user: who reads it.
        due: the day it is for, and when it was due.
        generation: what it was read from.
        tellings: the moments, the most urgent first; at least one.
        waiting: how many wait for an answer in all.
    """

    user: User
    due: Due
    generation: Generation
    tellings: list[Telling]
    waiting: int


def queue_digests(now: datetime) -> int:
    """Queue every digest that is due, and return how many letters that made. Called again, it does nothing.

    A digest that has nothing to tell is settled without a letter; it is not looked at again that day.
    """
    choices = Preference.objects.exclude(digest="off").filter(user__is_active=True).select_related("user")
    queued = 0
    for chosen in choices.order_by("user_id"):
        due = digest_due(now, rhythm=chosen.digest, hour=chosen.digest_hour, zone=zone_of(chosen.user))
        if due is not None:
            queued += _settle(chosen.user, due, now)
    return queued


def queue_digest(user: User, *, now: datetime | None = None) -> bool:
    """Queue somebody's digest of their local today at once, whatever they chose; say whether that made a letter."""
    at = now or clock.now()
    return bool(_settle(user, Due(_local_day(user, at), at), at))


def next_digest(user: User, *, now: datetime) -> Content | None:
    """What somebody's digest would tell now; None where there is nothing, or they may not see it."""
    return _content(user, Due(_local_day(user, now), now))


def write_digest(content: Content) -> Draft:
    """Write it in its reader's language and zone."""
    user = content.user
    language = Preference.of(user).language or workspace_language(settings.WORKSPACE_SETTINGS)
    with translation.override(language), timezone.override(zone_of(user)):
        stop_url = settings.SITE_URL + reverse("stop-digest", args=[stop_token(user)])
        facts = {
            "content": content,
            "language": language,
            "site": settings.SITE_URL,
            "stop_url": stop_url,
            "today_url": settings.SITE_URL + reverse("today"),
            "me_url": settings.SITE_URL + reverse("me"),
            "further": content.waiting - len(content.tellings),
            "synthetic": bool(settings.WORKSPACE_SETTINGS.get("workspace", {}).get("synthetic")),
        }
        return Draft(
            purpose="digest",
            dedupe_key=f"digest:{user.pk}:{content.due.day}",
            to=user.email,
            sender=settings.DEFAULT_FROM_EMAIL,
            subject=_subject(content),
            text=render_to_string("mail/digest.txt", facts),
            html=render_to_string("mail/digest.html", facts),
            language=language,
            unsubscribe_url=stop_url,
            expires_at=content.due.at + PATIENCE,
        )


def zone_of(user: User) -> ZoneInfo:
    """The zone somebody lives in; the workspace's where they chose none or it is known no more."""
    try:
        return ZoneInfo(user.timezone or settings.TIME_ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(settings.TIME_ZONE)


def _settle(user: User, due: Due, now: datetime) -> int:
    """Settle one day of one reader: the day's row and the letter stand together, or neither does."""
    if DigestDay.objects.filter(user=user, day=due.day).exists():
        return 0
    with transaction.atomic():
        day, made = DigestDay.objects.get_or_create(user=user, day=due.day, defaults={"settled_at": now})
        content = _content(user, due) if made else None
        if content is None:
            return 0
        day.moments = [telling.moment.moment_id for telling in content.tellings]
        day.save(update_fields=["moments"])
        queue_letter(write_digest(content), by=Actor.system("digest"), now=now)
    return 1


def _content(user: User, due: Due) -> Content | None:
    principal = principal_of(user, door="mail")
    generation = Publication.current()
    if principal is None or not principal.may(Right.SEE_TODAY) or generation is None:
        return None
    sight = Sight.of(principal)
    waiting = unanswered(sight.moments(generation).waiting(), due.day)
    fresh = list(waiting.exclude(moment_id__in=_told(user, due.day))[:TOLD])
    if not fresh:
        return None
    return Content(user, due, generation, list(_tellings(sight, generation, fresh)), waiting.count())


def _told(user: User, day: date) -> list[str]:
    settled = DigestDay.objects.filter(user=user, day__gte=day - _REMEMBERED).values_list("moments", flat=True)
    return [moment_id for moments in settled for moment_id in moments]


def _tellings(sight: Sight, generation: Generation, moments: list[Moment]) -> Iterator[Telling]:
    ids = [moment.person_id for moment in moments]
    people = {row.person_id: sight.person(row) for row in sight.people(generation).filter(person_id__in=ids)}
    for moment in map(sight.moment, moments):
        person = people[moment.person_id]
        yield Telling(
            moment=moment,
            person=person,
            quote=shown_words(str((moment.words or {}).get("quote") or "")),
            url=settings.SITE_URL + reverse("person", args=[person.person_id]),
        )


def _subject(content: Content) -> str:
    names = ", ".join(" ".join(telling.person.called.split()) for telling in content.tellings)
    count = len(content.tellings)
    return ngettext("One moment today: %(names)s", "%(count)s moments today: %(names)s", count) % {
        "count": count,
        "names": names,
    }


def _local_day(user: User, now: datetime) -> date:
    return now.astimezone(zone_of(user)).date()
