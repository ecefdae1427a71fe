"""Stories that hang on a permission: those that quote somebody, or are of their company."""

from collections.abc import Iterator

from django.db.models import Q

from goodword.programme.permissions.dependants import Concerned, Dependant
from goodword.programme.stories.models import Story


def stories_that_hang(concerned: Concerned) -> Iterator[Dependant]:
    """Standing stories that quote these people, or are of this company, the newest first."""
    whose = Q(versions__quotes__person__in=[person.pk for person in concerned.people])
    if concerned.account_id:
        whose |= Q(account_id=concerned.account_id)
    stories = Story.objects.standing().filter(whose).distinct()
    if concerned.act_kind:
        stories = stories.filter(act_kind=concerned.act_kind)
    for story in stories.order_by("-at", "-pk"):
        if concerned.asset in {"", story.asset}:
            yield Dependant(what="story", ident=story.asset, act_kind=story.act_kind_id, day=story.at.date())
