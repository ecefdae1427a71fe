"""Let a customer's person in to their own page, and tell them."""

from dataclasses import dataclass

from django.db import transaction

from goodword.kit.passwords import new_password
from goodword.programme.advocates.invitations import Writer, key_of
from goodword.programme.advocates.models import ListedPerson
from goodword.programme.advocates.policies import refuse_letting_in
from goodword.programme.outbox.actions.queue_letter import queue_letter
from goodword.programme.team.actions.invite_advocate import invite_advocate
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.trail import record


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody who may come in now.

    Attributes:
        user: who they are here.
        password: what they come in with, which can be shown this once; empty where a letter tells them how.
    """

    user: User
    password: str = ""


def invite_person(person: ListedPerson, *, by: Actor, write: Writer | None) -> Invited:
    """Make their account, and queue the one letter that tells them: both, or neither.

    Args:
        person: who, as they are published. Whom the caller may not see they must not hand over.
        by: who invites them.
        write: writes the letter; None where no letters leave, and a password is made instead.

    Raises:
        GoodwordError: they said no for good, have no address, may come in already, or their address is none or is
            somebody else's.
    """
    password = "" if write else new_password()
    with transaction.atomic():
        refusal = refuse_letting_in(person)
        if refusal is not None:
            raise refusal
        user = invite_advocate(person.person_id, person.email, by=by, name=person.name, password=password)
        record(by, "invite", "person", person.person_id, after={"user": user.pk, "by_letter": write is not None})
        if write is not None:
            queue_letter(write(user, key_of(user)), by=by)
    return Invited(user, password)
