"""Acts that hang on a permission: what was done stays done, and somebody must look whether it still may be shown."""

from collections.abc import Iterator

from django.db.models import Q

from goodword.programme.acts.models import Act
from goodword.programme.permissions.dependants import Concerned, Dependant


def acts_that_hang(concerned: Concerned) -> Iterator[Dependant]:
    """Acts of these people, or of this company, the newest first."""
    whose = Q(person_key__in=concerned.keys)
    if concerned.account_id:
        whose |= Q(account_id=concerned.account_id)
    acts = Act.objects.standing().filter(whose)
    if concerned.act_kind:
        acts = acts.filter(kind=concerned.act_kind)
    for act in acts.order_by("-done_on", "-pk"):
        yield Dependant(what="act", ident=act.ledger_id, act_kind=act.kind, day=act.done_on, url=act.url)
