"""Write down how somebody wants to be reached."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.people.models import Person
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record
from goodword.programme.terms.models import Term
from goodword.programme.terms.own_words import refuse_other_reach
from goodword.programme.terms.policies import refuse_reach
from goodword.programme.terms.standing import terms_of


def set_reach(person_id: str, way: str, detail: str = "", *, by: Actor) -> Term | None:
    """Write it down; None where it stands so already.

    Args:
        person_id: who said it, under any id of theirs.
        way: `phone`, `colleague` for whoever cares for their account only, or empty for e-mail.
        detail: which number, which hours.
        by: who writes it down: they themselves, or a colleague, who never widens what they said.

    Raises:
        GoodwordError: the way is not offered, the detail is no short line, or they chose another way themselves.
    """
    detail = detail.strip()
    refusal = refuse_reach(way, detail)
    if refusal is not None:
        raise refusal
    with transaction.atomic():
        # Whoever asks them at this moment holds the same row: the letter leaves before it, or sees it.
        person = Person.objects.select_for_update(no_key=True).get(pk=Person.today_of(person_id))
        refusal = refuse_other_reach(person.pk, way, by=by)
        if refusal is not None:
            raise refusal
        before = terms_of(person.pk)
        if (before.way, before.detail) == (way, detail):
            return None
        row = Term.objects.create(
            person=person, about=Term.REACH, word=way, detail=detail, at=clock.now(), by=by.user_id
        )
        record(by, "reach", "person", person.pk, before={"way": before.way}, after={"way": way})
    return row
