"""What a kind of act asks of whoever asks, and of whom they ask, before anybody is asked for it."""

from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.asks.models import Answer, Ask, PastLoad
from goodword.programme.people.models import Person
from goodword.programme.permissions.kinds import Policy
from goodword.programme.permissions.wording import kind_label
from goodword.programme.stories.models import Story
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Assignment
from goodword.programme.team.roles import LABELS, Role

ENOUGH, SHARE, WITHIN = 3, 20, timedelta(days=365)
"""An account counts as qualified by its advocates: so many different people, or one in so many, within a year."""


def refuse_asker(kind: Policy, by: Actor) -> GoodwordError | None:
    """Refuse a colleague whose role does not ask for this; the console and Goodword itself have none."""
    if not kind.asked_by or by.kind in {"console", "system"}:
        return None
    given = Assignment.objects.filter(user_id=by.user_id).order_by("-id").first() if by.user_id else None
    if given is not None and given.role in kind.asked_by:
        return None
    about = {"kind": kind_label(kind.code), "roles": ", ".join(str(LABELS[Role(role)]) for role in kind.asked_by)}
    return GoodwordError(
        "asked-by-others",
        _("Your role does not ask for this: %(kind)s.") % about,
        _("Let somebody ask who is one of: %(roles)s. Or change it: goodword kinds change.") % about,
    )


def refuse_prerequisites(person: Person, kind: Policy, day: date) -> GoodwordError | None:
    """Refuse to ask whoever lacks what the kind needs first; what nobody knows stops nobody.

    Args:
        person: whom, under the id of today.
        kind: for what.
        day: of the ask.
    """
    about = {"kind": kind_label(kind.code)}
    if kind.needs_qualified and _known_unqualified(person) and not _many_advocates(person, day):
        return GoodwordError(
            "not-qualified",
            _("They are known to have neither the budget nor a say: %(kind)s needs one of them.") % about,
            _("Ask somebody else there; or if that is wrong, correct it on their page."),
        )
    if kind.needs_story and not Story.objects.standing().approved().filter(account_id=person.account_id).exists():
        return GoodwordError(
            "story-first",
            _("Their company has no approved story yet, and %(kind)s builds on one.") % about,
            _("Write it and have it approved first: the page of stories, or goodword stories."),
        )
    return None


def _known_unqualified(person: Person) -> bool:
    return person.pays is False and person.influence in {"low", "medium"}


def _many_advocates(person: Person, day: date) -> bool:
    """Whether the sheer number of its advocates qualifies their account: by an act done, or an ask accepted."""
    if not person.account_id:
        return False
    there = Person.objects.filter(root=None, account_id=person.account_id)
    did = PastLoad.objects.filter(kind=PastLoad.ACT, happened_on__gt=day - WITHIN, happened_on__lte=day)
    yes = Ask.objects.standing().filter(
        answer__answer=Answer.Kind.ACCEPTED, answer__answered_on__gt=day - WITHIN, answer__answered_on__lte=day
    )
    active = Q(pk__in=did.values("person")) | Q(pk__in=yes.values("reservation__person"))
    active |= Q(before__in=did.values("person")) | Q(before__in=yes.values("reservation__person"))
    return there.filter(active).distinct().count() >= max(ENOUGH, -(-there.count() // SHARE))
