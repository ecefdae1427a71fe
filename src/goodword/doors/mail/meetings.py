"""The letters about a meeting, each with its calendar entry: to the advocate, and to whoever needed it."""

from datetime import tzinfo
from email.headerregistry import Address

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from goodword.doors.mail.digest import zone_of
from goodword.kit import clock
from goodword.kit.ids import stable_id
from goodword.programme.desk.models import Preference
from goodword.programme.links.actions.make_link import make_link
from goodword.programme.links.policies import LONGEST
from goodword.programme.meetings.calendar import Entry, as_ics
from goodword.programme.meetings.models import Pick, Slot
from goodword.programme.meetings.telling import Telling, What, rep_of
from goodword.programme.meetings.times import zone_named
from goodword.programme.meetings.wording import when_told
from goodword.programme.needs.models import Claim
from goodword.programme.outbox.actions.queue_letter import Draft
from goodword.programme.outbox.policies import bare_address
from goodword.programme.people.models import Person
from goodword.programme.people.names import given_name
from goodword.programme.permissions.wording import kind_label
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.runs.intake.labelling import says_synthetic
from goodword.runs.settings.house_rules import workspace_language, workspace_name

_BY = Actor.system("meetings")


def write(telling: Telling) -> Draft | None:
    """Write one letter; None where no address is known, or nobody is there to read it."""
    return _to_advocate(telling) if telling.side == "advocate" else _to_rep(telling)


def entry_of(claim: Claim, pick: Pick, slot: Slot, reader: tuple[str, str], about: str) -> Entry:
    """A meeting as the calendar of one reader has it; no address of the other side stands in it.

    Args:
        claim: whose meeting.
        pick: what holds.
        slot: its time; of a meeting that was called off, the one it had.
        reader: name and address of whose calendar it is.
        about: with whom the meeting is, as the reader may know it.
    """
    sender = settings.DEFAULT_FROM_EMAIL
    domain = bare_address(sender).rpartition("@")[2]
    return Entry(
        uid=f"{stable_id('meeting', str(claim.pk), claim.at.isoformat())}@{domain}",
        sequence=pick.sequence,
        starts_at=slot.starts_at,
        minutes=slot.offer.minutes,
        title=_("%(kind)s: %(who)s") % {"kind": kind_label(claim.need.act_kind_id), "who": about},
        text=_("Arranged with Goodword. To move it or call it off, use the page that your letter leads to."),
        place=pick.place,
        organizer=(workspace_name(settings.WORKSPACE_SETTINGS) or "Goodword", bare_address(sender)),
        reader=reader,
        made_at=clock.now(),
        off=pick.slot_id is None,
    )


def advocate_entry(claim: Claim, pick: Pick, slot: Slot) -> str:
    """The calendar entry of the advocate."""
    person = _person(claim)
    rep = rep_of(claim.need)
    about = " ".join(str(rep).split()) if rep else workspace_name(settings.WORKSPACE_SETTINGS) or "Goodword"
    return as_ics(entry_of(claim, pick, slot, (person.name, person.email.strip()), about))


def rep_entry(claim: Claim, pick: Pick, slot: Slot, rep: User) -> str:
    """The calendar entry of whoever needed it."""
    return as_ics(entry_of(claim, pick, slot, (str(rep), rep.email), _person(claim).name))


def _to_advocate(telling: Telling) -> Draft | None:
    person, claim = _person(telling.claim), telling.claim
    to = person.email.strip()
    if not to:
        return None
    rep = rep_of(claim.need) or _asker(claim)
    language = _language(person)
    slot = _slot(telling)
    secret = make_link(person.pk, "slots", str(claim.pk), expires_at=clock.now() + LONGEST / 2, by=_BY)
    with translation.override(language):
        facts = _facts(telling, slot, zone_named(slot.offer.zone) if slot else None) | {
            "name": given_name(person.name) or person.name,
            "sender": str(rep) if rep else workspace_name(settings.WORKSPACE_SETTINGS),
            "url": f"{settings.SITE_URL}{reverse('by-link', args=[secret])}",
            "call": True,
        }
        entry = advocate_entry(claim, telling.pick, slot) if _has_entry(telling.what) and telling.pick and slot else ""
        return _draft(telling, facts, to=to, language=language, entry=entry, rep=rep)


def _to_rep(telling: Telling) -> Draft | None:
    claim, rep = telling.claim, rep_of(telling.claim.need)
    if rep is None or not rep.email:
        return None
    slot = _slot(telling)
    language = Preference.of(rep).language or workspace_language(settings.WORKSPACE_SETTINGS)
    with translation.override(language):
        facts = _facts(telling, slot, zone_of(rep)) | {
            "name": str(rep),
            "who": _person(claim).name,
            "url": f"{settings.SITE_URL}{reverse('request', args=[claim.need_id])}",
        }
        entry = rep_entry(claim, telling.pick, slot, rep) if _has_entry(telling.what) and telling.pick and slot else ""
        return _draft(telling, facts, to=rep.email, language=language, entry=entry, rep=None)


def _facts(telling: Telling, slot: Slot | None, zone: tzinfo | None) -> dict[str, object]:
    told = dict(settings.WORKSPACE_SETTINGS.get("workspace", {}))
    return {
        "what": telling.what,
        "side": telling.side,
        "moved": bool(telling.pick and telling.pick.sequence),
        "when": when_told(slot.starts_at, zone) if slot and zone else "",
        "minutes": slot.offer.minutes if slot else 0,
        "place": telling.pick.place if telling.pick else "",
        "workspace": workspace_name(settings.WORKSPACE_SETTINGS),
        "synthetic": says_synthetic(settings.WORKSPACE, otherwise=bool(told.get("synthetic"))),
    }


def _draft(
    telling: Telling, facts: dict[str, object], *, to: str, language: str, entry: str, rep: User | None
) -> Draft:
    sender = settings.DEFAULT_FROM_EMAIL
    if rep is not None:
        sender = str(Address(" ".join(str(rep).split()), addr_spec=bare_address(sender)))
    starts = telling.pick.slot.starts_at if telling.pick and telling.pick.slot else None
    return Draft(
        purpose="reminder" if telling.what == "reminder" else "meeting",
        dedupe_key="",
        to=to,
        sender=sender,
        reply_to=rep.email if rep else "",
        subject=_subject(telling),
        text=render_to_string("mail/meeting.txt", facts).strip() + "\n",
        calendar=entry,
        language=language,
        expires_at=starts,  # nobody needs to read of it once it began
    )


def _subject(telling: Telling) -> str:
    moved = bool(telling.pick and telling.pick.sequence)
    return {
        "invitation": _("New time for our meeting") if moved else _("Our meeting: the time is agreed"),
        "cancellation": _("The meeting does not take place"),
        "reminder": _("A reminder of the meeting"),
        "other_times": _("Would other times suit you?"),
        "thanks": _("Thank you for the meeting"),
    }[telling.what]


def _has_entry(what: What) -> bool:
    return what in {"invitation", "cancellation"}


def _slot(telling: Telling) -> Slot | None:
    """The time it tells of; of a meeting that was called off, the one it had."""
    pick = telling.pick if telling.pick and telling.pick.slot else telling.before
    return pick.slot if pick else None


def _person(claim: Claim) -> Person:
    person = claim.person
    if person is None:
        raise ValueError("Nobody meets where a story answers.")
    return person.root or person


def _asker(claim: Claim) -> User | None:
    tie = getattr(claim, "asked", None)
    by = tie.ask.asked_by if tie else ""
    return User.objects.filter(pk=int(by), is_active=True).first() if by.isdecimal() else None


def _language(person: Person) -> str:
    try:
        return translation.get_supported_language_variant(person.language.strip().lower().replace("_", "-"))
    except LookupError:
        return workspace_language(settings.WORKSPACE_SETTINGS)
