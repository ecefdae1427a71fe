"""Invite somebody to a public review because they were drawn: the one way to do it."""

from collections.abc import Callable
from datetime import date, timedelta

from django.db import transaction

from goodword.kit import clock
from goodword.programme.asks.actions.reserve_place import locked_person, reserve_place
from goodword.programme.asks.actions.send_ask import Post, ask_draft, refuse_ask_letter
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.filling import Wording
from goodword.programme.asks.models import Ask, AskLetter
from goodword.programme.lots.models import Draw, Eligible, Exclusion, Invitation, Wait
from goodword.programme.lots.policies import refuse_invitation
from goodword.programme.lots.standing import standing_of
from goodword.programme.outbox.actions.queue_letter import queue_letter
from goodword.programme.outbox.models import Letter
from goodword.programme.people.models import Person
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record

type Write = Callable[[Draw, Person], tuple[Wording, Post] | None]
"""Writes the letter to somebody; None where no address of theirs is known."""


def invite_drawn(number: int, *, write: Write, day: date, bounds: Bounds, by: Actor) -> Invitation | Wait | Exclusion:
    """Invite whoever was drawn, once; let them wait while they rest; leave them in peace where they want none.

    The ask, its place, its letter and the invitation are written together or not at all.

    Args:
        number: of the row that was drawn; nothing else lets anybody be invited.
        write: writes the letter.
        day: of the invitation.
        bounds: what settings let a person bear.
        by: who invites.

    Raises:
        GoodwordError: they were not drawn, or somebody else asks them at this moment.
    """
    with transaction.atomic():
        row = Eligible.objects.select_related("draw__site__act_kind", "draw__done").get(pk=number)
        refusal = refuse_invitation(row)
        if refusal is not None:
            raise refusal
        kind = row.draw.site.act_kind
        bounds = bounds.for_kind(kind.policy)
        person = locked_person(row.person_id)  # who opts out, or invites them at this moment, waits or is seen here
        there = _settled(row)
        if there is not None:
            return there
        standing = standing_of(person, kind=kind.pk, day=day, bounds=bounds)
        why = "same-person" if _invited_already(row, person) else standing.excluded
        if why:
            return _left_in_peace(row, why, by)
        if standing.opens_on is not None:
            return _waits(row, standing.opens_on, standing.why)
        letter = write(row.draw, person)
        if letter is None:
            return _waits(row, day + timedelta(days=1), "no-address")
        ask = _asked(row, person, letter[0], day=day, bounds=bounds, by=by)
        sent = queue_letter(ask_draft(ask, *letter, by=by), by=by)
        return _invited(row, ask, letter[0], sent, by)


def _settled(row: Eligible) -> Invitation | Exclusion | None:
    invited = Invitation.objects.filter(row=row).first()
    return invited or Exclusion.objects.filter(row=row).first()


def _invited_already(row: Eligible, person: Person) -> bool:
    """Whether two who were drawn turned out to be one, who was invited."""
    return Invitation.objects.filter(row__draw=row.draw, row__in=Eligible.objects.of(person.pk)).exists()


def _left_in_peace(row: Eligible, why: str, by: Actor) -> Exclusion:
    made = Exclusion.objects.create(row=row, why=why, at=clock.now())
    record(by, "exclude", "invitation", str(row.pk), after={"person": row.person_id, "why": why})
    return made


def _waits(row: Eligible, opens_on: date, why: str) -> Wait:
    return Wait.objects.get_or_create(row=row, opens_on=opens_on, why=why, defaults={"at": clock.now()})[0]


def _asked(row: Eligible, person: Person, wording: Wording, *, day: date, bounds: Bounds, by: Actor) -> Ask:
    refusal = refuse_ask_letter(wording, f"draw {row.draw_id}")
    if refusal is not None:
        raise refusal
    kind = row.draw.site.act_kind_id
    place = reserve_place(person.pk, kind, day=day, bounds=bounds, by=by)
    key = next(iter(person.person_keys), person.pk)
    return Ask.objects.create(kind=kind, person_key=key, asked_on=day, asked_by=by.user_id, reservation=place)


def _invited(row: Eligible, ask: Ask, wording: Wording, sent: Letter, by: Actor) -> Invitation:
    form = f"review by lot {row.pk}"
    AskLetter.objects.create(ask=ask, letter=sent, token=form, subject=wording.subject, text=wording.text)
    made = Invitation.objects.create(row=row, ask=ask, at=clock.now())
    record(by, "invite", "invitation", str(row.pk), after={"person": row.person_id, "ask": ask.ledger_id})
    return made
