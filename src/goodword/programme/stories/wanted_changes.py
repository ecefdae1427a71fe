"""What somebody quoted in a story wants changed before they allow it. A new version answers it; nothing else does."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.desk.actions.notify_user import notify
from goodword.programme.people.models import Person
from goodword.programme.stories.models import Version, WantedChange
from goodword.programme.stories.policies import withdrawn
from goodword.programme.team.models import User

LONGEST_WISH, MOST_WISHES = 2_000, 20

APPROVED, REFUSED, WANTS_CHANGE = "approved", "refused", "wants_change"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A wish that no newer version answers.

    Attributes:
        row: what they said.
        name: who; empty where nobody knows what they are called.
    """

    row: WantedChange
    name: str


def waiting_changes(stories: Collection[int]) -> dict[int, list[Waiting]]:
    """By the number of a story, what is wanted of its newest version, the newest last; one question for all of them."""
    newest = Version.objects.newest().filter(story__in=stories)
    rows = WantedChange.objects.filter(version__in=newest).select_related("version", "person__root").order_by("pk")
    found: dict[int, list[Waiting]] = {}
    for row in rows:
        found.setdefault(row.version.story_id, []).append(Waiting(row, (row.person.root or row.person).name))
    return found


def refuse_change(version: Version, person_id: str, words: str) -> GoodwordError | None:
    """Refuse what says nothing, too much or too often, or is about a version that is not the one to read."""
    if hasattr(version.story, "withdrawal"):
        return withdrawn()
    theirs = Person.objects.same_as(person_id)
    if version.story.versions.filter(number__gt=version.number).exists() or not version.quotes.filter(
        person__in=theirs
    ):
        return GoodwordError(
            "newer-version", _("There is a newer version of this story."), _("Read that one, and say it of that.")
        )
    if not words.strip() or len(words.strip()) > LONGEST_WISH:
        return GoodwordError(
            "wish-needed",
            _("Please say what should change, and shortly."),
            _("Write it in at most %(most)s characters.") % {"most": LONGEST_WISH},
        )
    if version.wanted_changes.filter(person__in=theirs).count() >= MOST_WISHES:
        return GoodwordError(
            "too-many-wishes",
            _("We have your wishes, and did not answer them yet."),
            _("Wait for the next version, or do not allow this one."),
        )
    return None


def tell_writers(version: Version, answer: str, *, key: str) -> None:
    """Tell whoever wrote and approved a version, and who cares for its company, what somebody quoted said of it.

    Args:
        version: with its story.
        answer: approved, refused or wants_change.
        key: what makes it the same news.
    """
    approval = getattr(version, "approval", None)
    told = _users([version.by, approval.by if approval else ""])
    told |= set(User.objects.filter(email__iexact=version.story.account.owner_email, is_active=True))
    facts = {"answer": answer}
    notify(told, "story_answered", facts, key=f"story {key}", url=f"/stories/{version.story_id}/desk/")


def _users(ids: Iterable[str]) -> set[User]:
    numbers = {int(one) for one in ids if one.isdecimal()}
    return set(User.objects.filter(pk__in=numbers, is_active=True))
