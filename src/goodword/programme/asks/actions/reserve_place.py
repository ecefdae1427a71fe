"""Take a place in what a person bears, before anybody asks them."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.asks.bounds import Bounds, load_of
from goodword.programme.asks.models import Limit, Reservation
from goodword.programme.asks.policies import asked_meanwhile, refuse_place
from goodword.programme.people.models import Person
from goodword.programme.permissions.refusals import nobody_named
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def reserve_place(person_id: str, act_kind: str, *, day: date, bounds: Bounds, by: Actor) -> Reservation:
    """Take the next place of a person, or say why there is none. It says nothing about permissions: the gate does.

    Args:
        person_id: who is to be asked, under any id of theirs.
        act_kind: code of the kind of act.
        day: of the ask.
        bounds: what settings and the kind of act let a person bear; their own limit is looked up here.
        by: who asks.

    Raises:
        GoodwordError: they rest, are at the cap, wanted less, or somebody else asks them at this moment.
    """
    with transaction.atomic():
        person = locked_person(person_id)
        bounds = bounds.within(Limit.objects.of(person.pk))
        refusal = refuse_place(load_of(person.pk), bounds, day=day)
        if refusal is not None:
            raise refusal
        last = Reservation.objects.filter(person=person).aggregate(last=Max("nth"))["last"] or 0
        try:
            with transaction.atomic():
                place = Reservation.objects.create(
                    person=person,
                    nth=last + 1,
                    act_kind_id=act_kind,
                    reserved_on=day,
                    quiet_after=day - timedelta(days=bounds.days_between),
                    rests_until=day + timedelta(days=max(1, bounds.rest_days, bounds.rest_of_kind)),
                    rests_at_least=day + timedelta(days=max(1, bounds.rest_days)),
                    cap=bounds.asks_a_quarter,
                    load=bounds.load,
                    points=bounds.points_a_quarter,
                    at=clock.now(),
                    by=by.user_id,
                )
        except IntegrityError as error:
            raise asked_meanwhile() from error
        record(by, "reserve", "place", str(place.pk), after={"person": person.pk, "kind": act_kind})
    return place


def locked_person(person_id: str) -> Person:
    """The row of today of whoever is meant, which a merge, an opt-out and another ask wait for.

    Raises:
        GoodwordError: nobody is meant.
    """
    today = Person.today_of(person_id)
    # Not the key: whoever inserts a row about them holds on to that, and would wait for us while we wait for them.
    rows = list(Person.objects.select_for_update(no_key=True).filter(person_id__in={person_id, today}).order_by("pk"))
    found = next((row for row in rows if row.root_id is None), None)
    if found is None:
        refusal: GoodwordError = nobody_named() if not rows else asked_meanwhile()
        raise refusal
    return found
