"""What somebody answered and did before, in the words of a reason."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodword.doors.web.reasons import Names
from goodword.programme.acts.models import Act
from goodword.programme.asks.models import Ask
from goodword.programme.permissions.wording import kind_label

_ANSWERS = {
    "accepted": _("Said yes to an ask"),
    "declined": _("Declined an ask"),
    "not_now": _("Said not now to an ask"),
    "never": _("Said never to an ask"),
    "no_answer": _("Left an ask unanswered"),
}


def history_names(ids: Iterable[str]) -> Names:
    """What to call the asks and acts among these ledger ids, with their days; two queries."""
    wanted = set(ids)
    if not wanted:
        return {}
    names: Names = {}
    for ask in Ask.objects.standing().named(wanted).select_related("answer"):
        answer = getattr(ask, "answer", None)
        if answer is not None:
            label = f"{_ANSWERS[answer.answer]}: {_act(ask.kind)}"
            names[ask.ledger_id] = (label, _noon(answer.answered_on))
    for act in Act.objects.standing().named(wanted):
        names[act.ledger_id] = (gettext("Did it before: %(act)s") % {"act": _act(act.kind)}, _noon(act.done_on))
    return names


def _act(kind: str) -> str:
    return kind_label(kind).lower()


def _noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))
