"""Note that somebody who had opted out says themselves that they may be asked again."""

from django.db import transaction

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.people.actions.settle_opt_outs import settle_opt_outs
from goodword.programme.people.deciding import one_at_a_time
from goodword.programme.people.models import Consent, Person
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Assignment
from goodword.programme.team.trail import record

_ONLY_THEY = GoodwordError(
    "only-they-themselves",
    "Only the person themselves can say that they may be asked again.",
    "They say so on their own page.",
)


def consent_again(person_id: str, *, by: Actor, wording: str) -> Consent:
    """Let somebody be asked again, because they say so on their own page.

    Args:
        person_id: who, by an id of today or of before.
        by: who says so: the person's own user, signed in on their own page.
        wording: the words they agreed to.

    Raises:
        GoodwordError: anybody else says so, through whichever door.
    """
    if by.kind != "user" or by.door != "portal" or not _is(by.user_id, person_id):
        raise _ONLY_THEY
    with transaction.atomic():
        one_at_a_time()
        root = Person.today_of(person_id)
        ids = sorted(Person.objects.same_as(root).values_list("person_id", flat=True))
        row = Consent.objects.create(person_id=root, ids=ids, at=clock.now(), user_id=by.user_id, wording=wording)
        settle_opt_outs(root)
        record(by, "consent", "person", root)
    return row


def _is(user_id: str, person_id: str) -> bool:
    """Whether a user is the person, under whichever id."""
    given = Assignment.objects.of_advocates().filter(user_id=int(user_id), user__is_active=True).first()
    return given is not None and Person.today_of(given.person_id) == Person.today_of(person_id)
