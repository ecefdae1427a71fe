"""Thanking comes before asking: for which good words nobody has thanked somebody yet.

A thank in the letter that asks is none: it is the price of the ask. The rule is on the page docs/algorithms/load.md.
"""

from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goodword.evidence.records.findings import GOOD
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.answering import MomentAnswer
from goodword.programme.advocates.models import Publication, Remark
from goodword.programme.asks.models import Thank
from goodword.programme.people.models import Person
from goodword.programme.permissions.models import ActKind

LONGEST_REASON = 300
HOW_LABELS: dict[str, str | Promise] = {
    "call": gettext_lazy("By a call"),
    "note": gettext_lazy("By a note"),
    "letter": gettext_lazy("By a letter"),
    "in_person": gettext_lazy("In person"),
}
"""How somebody was thanked, as it is called."""


def owed_thanks(person: Person) -> Remark | None:
    """Their newest good words, if nobody thanked them since; None where there are none, or somebody did.

    Args:
        person: whom, under the id of today.
    """
    generation = Publication.current()
    if generation is None:
        return None
    there = list(Person.objects.same_as(person.pk).values_list("person_id", flat=True))
    words = Remark.objects.within(generation).filter(person_id__in=there, kind__in=GOOD)
    newest = words.order_by("-at", "remark_id").first()
    if newest is None:
        return None
    answered = MomentAnswer.objects.standing().filter(person_id__in=there, verb="thank", at__gte=newest.at)
    thanked = Thank.objects.filter(person_id__in=there, thanked_on__gte=timezone.localdate(newest.at))
    return None if answered.exists() or thanked.exists() else newest


def refuse_unthanked(owed: Remark | None, act_kind: str, because: str) -> GoodwordError | None:
    """Refuse a letter to somebody whom nobody thanked, unless it is said why; whoever is drawn by lot may get one."""
    if len(because) > LONGEST_REASON:
        mend = _("Write at most %(most)s letters.") % {"most": LONGEST_REASON}
        return GoodwordError("reason-too-long", _("The reason is too long."), mend)
    if owed is None or because.strip() or ActKind.objects.filter(pk=act_kind, by_choice=False).exists():
        return None
    return GoodwordError(
        "thank-first",
        _("Nobody has thanked them yet for their newest good words."),
        _("Thank them, and write that down; or say why they are asked without it."),
    )


def refuse_thank(how: str, day: date, today: date) -> GoodwordError | None:
    """Refuse a way of thanking that is none, and a day to come."""
    if how not in Thank.HOWS:
        said = _("“%(how)s” is no way of thanking.") % {"how": how[:40]}
        return GoodwordError("unknown-thank", said, _("It is one of: %(hows)s.") % {"hows": ", ".join(Thank.HOWS)})
    if day > today:
        return GoodwordError(
            "thanked-in-future", _("Nobody was thanked on a day to come."), _("Write the day on which you did.")
        )
    return None
