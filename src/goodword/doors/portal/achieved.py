"""What somebody's help achieved, as far as we know it: requests that it met, and stories in which their words stand.

Whom it was for, what hangs on it and what anybody thinks of them stay here: they are told what came of it, no more.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from goodword.kit import clock
from goodword.programme.needs.models import Claim
from goodword.programme.people.models import Person
from goodword.programme.permissions.wording import kind_label
from goodword.programme.stories.models import Quote, Story, Version


@dataclass(frozen=True, slots=True)
class Achieved:
    """One thing that came of their help.

    Attributes:
        day: since when it is known.
        title: what it was.
        sentence: what came of it.
        words: of theirs it rests on; empty for none.
    """

    day: date
    title: str
    sentence: str
    words: str = ""


def achieved_by(person_id: str) -> list[Achieved]:
    """Everything we know of, the newest first; a fixed number of questions to the database."""
    return sorted([*_requests(person_id), *_stories(person_id)], key=lambda one: (one.day, one.title), reverse=True)


def _requests(person_id: str) -> Iterator[Achieved]:
    met = Claim.objects.standing().filter(person__in=Person.objects.same_as(person_id), need__ending__how="done")
    for claim in met.select_related("need__ending").prefetch_related("need__feedback"):
        said = {one.question: one.yes for one in claim.need.feedback.all() if one.side == "rep"}
        yield Achieved(
            day=timezone.localdate(claim.need.ending.at),
            title=kind_label(claim.need.act_kind_id),
            sentence=_came_of(said.get("helped")),
        )


def _came_of(helped: bool | None) -> str:  # noqa: FBT001  # yes, no, and nobody said
    if helped is None:
        return _("It took place. Whether it decided anything we do not know yet.")
    return _("It helped them decide, our colleague says.") if helped else _("It did not decide it. It was told truly.")


def _stories(person_id: str) -> Iterator[Achieved]:
    theirs = Quote.objects.filter(person__in=Person.objects.same_as(person_id))
    numbers = set(theirs.values_list("version__story", flat=True))
    if not numbers:
        return
    usable = Story.objects.filter(pk__in=numbers).usable(clock.today()).values_list("pk", flat=True)
    shown = Version.objects.shown().filter(story__in=list(usable)).select_related("approval")
    words = dict(theirs.filter(version__in=shown).values_list("version_id", "words"))
    for version in shown:
        if version.pk in words:
            seen = _("Your words stand in this story, for everybody to see.")
            few = _("Your words stand in this story, for those who ask us about you.")
            yield Achieved(
                day=timezone.localdate(version.approval.at),
                title=version.title,
                sentence=seen if version.audience == "public" else few,
                words=words[version.pk],
            )
