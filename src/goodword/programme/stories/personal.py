"""What of people stands in stories. A story goes with the words of whoever is erased: it is not theirs to keep."""

from django.db import transaction
from django.db.models import Q, QuerySet

from goodword.programme.personal import Nobody, Personal, Subject
from goodword.programme.stories.models import Quote, Story, Version, WantedChange


def _quotes(subject: Subject) -> QuerySet[Quote]:
    wanted = Q(person_id__in=subject.person_ids) | Q(person__root_id__in=subject.person_ids)
    return Quote.objects.filter(wanted)


def _versions(subject: Subject) -> QuerySet[Version]:
    return Version.objects.filter(quotes__in=_quotes(subject)).distinct()


def _wanted(subject: Subject) -> QuerySet[WantedChange]:
    wanted = Q(person_id__in=subject.person_ids) | Q(person__root_id__in=subject.person_ids)
    return WantedChange.objects.filter(wanted)


def _without_them(subject: Subject) -> int:
    """Delete every version that quotes them, for their words stand in its text too, and stories that say no more."""
    with transaction.atomic():
        gone = _quotes(subject).count()
        stories = list(_versions(subject).values_list("story_id", flat=True))
        Version.objects.filter(pk__in=list(_versions(subject).values_list("pk", flat=True))).delete()
        Story.objects.filter(pk__in=stories, versions__isnull=True).delete()
    return gone


DECLARED = (
    Personal(
        "stories.Quote",
        "What they are quoted with in stories; a version goes with their words.",
        _quotes,
        texts=("words",),
        erase=_without_them,
    ),
    Personal(
        "stories.WantedChange", "What they want changed in a story before they allow it.", _wanted, texts=("words",)
    ),
    Personal("stories.Outcome", "The figures that stories tell.", texts=("what", "before", "after")),
    Nobody("stories.Approval", "That one of ours approved a version of a story."),
    Personal(
        "stories.Version",
        "What stories say.",
        texts=("title", "text", "role", "replaced"),
        colleagues=("by",),
    ),
    Personal("stories.StoryWithdrawal", "That a story is not told any more.", texts=("reason",), colleagues=("by",)),
    Nobody("stories.Story", "That there is a story of a company; its words stand in its versions."),
)
