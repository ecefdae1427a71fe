"""What of people stands in links: that there was one for them. An erasure ends them all, for they are gone."""

from django.db.models import Q, QuerySet

from goodword.programme.links.models import Link, LinkEnd
from goodword.programme.personal import Personal, Subject


def _links(subject: Subject) -> QuerySet[Link]:
    return Link.objects.filter(Q(person_id__in=subject.person_ids) | Q(person__root_id__in=subject.person_ids))


DECLARED = (
    Personal(
        "links.LinkEnd",
        "That a link to their pages was ended.",
        lambda s: LinkEnd.objects.filter(link__in=_links(s)),
        colleagues=("by",),
    ),
    Personal(
        "links.Link",
        "Links to their own pages that letters brought them.",
        _links,
        colleagues=("made_by",),
        secret=("digest",),
        nouns=("link",),
    ),
)
