"""Make a link for one person and one purpose, to stand in a letter to them."""

from datetime import datetime

from django.db import transaction

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.links.models import Link
from goodword.programme.links.policies import refuse_making
from goodword.programme.people.models import Person
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def make_link(
    person_id: str, purpose: str, about: str = "", *, expires_at: datetime, by: Actor, now: datetime | None = None
) -> str:
    """Make a link and return its secret, which is kept nowhere: write it into the letter, or it is lost.

    Args:
        person_id: whose it is, under any id of theirs.
        purpose: answer, own_page, unsubscribe, slots or approve.
        about: which ask, story or thing, by its id; may be empty for own_page and unsubscribe.
        expires_at: the first moment without it.
        by: who makes it.
        now: the moment; this one if empty.

    Raises:
        GoodwordError: nobody has the id, the purpose is none, it is about nothing, or lasts too long.
    """
    made_at = now or clock.now()
    refusal = refuse_making(purpose, about, made_at=made_at, expires_at=expires_at)
    if refusal is not None:
        raise refusal
    with transaction.atomic():
        today = Person.today_of(person_id)
        # Who is erased at this moment waits for us, or is not there any more.
        if not Person.objects.select_for_update(no_key=True).filter(pk=today).exists():
            raise GoodwordError("nobody-there", f"Nobody is known as {person_id}.", "Ids stand on the pages of people.")
        secret = Link.new_secret()
        link = Link.objects.create(
            digest=Link.digest_of(secret),
            person_id=today,
            purpose=purpose,
            about=about,
            made_at=made_at,
            expires_at=expires_at,
            made_by=by.user_id,
        )
        record(by, "make", "link", str(link.pk), after={"person": today, "purpose": purpose, "until": expires_at})
    return secret
