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


def consent_again(person_id: str, *, by: Actor, wording: str, holder: str = "") -> Consent:
    """Let somebody be asked again, because they say so on their own page.

    Args:
        person_id: who, by an id of today or of before.
        by: who says so on their own page: the person's own user, signed in, or they themselves by a link.
        wording: the words they agreed to.
        holder: whose link it is; empty for a user.

    Raises:
        GoodwordError: anybody else says so, through whichever door.
    """
    if by.door != "portal" or not (_is(by, person_id) or _holds(by, holder, person_id)):
        raise _ONLY_THEY
    with transaction.atomic():
        one_at_a_time()
        root = Person.today_of(person_id)
        ids = sorted(Person.objects.same_as(root).values_list("person_id", flat=True))
        row = Consent.objects.create(
            person_id=root, ids=ids, at=clock.now(), user_id=by.user_id or f"link {by.ident}", wording=wording
        )
        settle_opt_outs(root)
        record(by, "consent", "person", root)
    return row


def _holds(by: Actor, holder: str, person_id: str) -> bool:
    """Whether a link is the person's own, under whichever id."""
    return by.kind == "link" and bool(holder) and Person.today_of(holder) == Person.today_of(person_id)


def _is(by: Actor, person_id: str) -> bool:
    """Whether a user is the person, under whichever id."""
    if by.kind != "user":
        return False
    given = Assignment.objects.of_advocates().filter(user_id=int(by.user_id), user__is_active=True).first()
    return given is not None and Person.today_of(given.person_id) == Person.today_of(person_id)
