"""Ask a person for an act: the one way to do it, whoever asks and through whichever door."""

from datetime import date

from django.db import transaction

from goodword.kit.errors import GoodwordError
from goodword.programme.asks.actions.reserve_place import locked_person, reserve_place
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.models import Ask
from goodword.programme.asks.policies import refuse_ask
from goodword.programme.asks.prerequisites import refuse_asker, refuse_prerequisites
from goodword.programme.people.models import Person
from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.models import ActKind
from goodword.programme.permissions.policies import may
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def ask_person(person_id: str, act_kind: str, *, day: date, bounds: Bounds, by: Actor) -> Ask:
    """Write down that somebody is asked, after everything that may forbid it was asked.

    The ask and its place in what the person bears are written together or not at all.

    Args:
        person_id: who is asked, under any id of theirs.
        act_kind: code of the kind of act.
        day: of the ask.
        bounds: what settings let a person bear; what they want themselves is looked up.
        by: who asks.

    Raises:
        GoodwordError: they opted out, somebody denied it, the kind needs more first, something holds them, they rest,
            or are at the cap.
    """
    with transaction.atomic():
        person = locked_person(person_id)  # before anything is asked: who opts out meanwhile waits, or is seen here
        refusal = may_ask(person, act_kind, day=day, bounds=bounds, by=by)
        if refusal is not None:
            raise refusal
        kind = ActKind.objects.get(pk=act_kind).policy
        place = reserve_place(person.pk, act_kind, day=day, bounds=bounds.for_kind(kind), by=by)
        ask = Ask.objects.create(
            kind=act_kind,
            person_key=next(iter(person.person_keys), person.pk),
            asked_on=day,
            asked_by=by.user_id,
            reservation=place,
        )
        record(by, "ask", "person", person.pk, after={"ask": ask.ledger_id, "kind": act_kind})
    return ask


def may_ask(
    person: Person, act_kind: str, *, day: date, bounds: Bounds, by: Actor | None = None
) -> GoodwordError | None:
    """Why somebody may not be asked for an act now; None where they may. The gravest reason comes first.

    Args:
        person: whom, under the id of today.
        act_kind: code of the kind of act.
        day: of the ask.
        bounds: what settings let a person bear; what the kind says of load and rest is looked up.
        by: who would ask; None where it does not matter who.
    """
    refusal = may(Deed(verb=Verb.ASK, act_kind=act_kind, person_id=person.pk), day=day)
    if refusal is not None:
        return refusal
    kind = ActKind.objects.get(pk=act_kind).policy
    refusal = (refuse_asker(kind, by) if by else None) or refuse_prerequisites(person, kind, day)
    return refusal or refuse_ask(person, act_kind, day=day, bounds=bounds.for_kind(kind))
