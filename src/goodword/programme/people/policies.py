"""May two people be merged or kept apart, may a value be put right, and if not why."""

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.people.models import Apart, Person

LONGEST_REASON = 2_000


def refuse_merging(one_id: str, other_id: str, reason: str = "") -> GoodwordError | None:
    """Refuse ids that nobody has, that mean one person already, or that somebody said are two people."""
    refusal = refuse_reason(reason) or _refuse_pair(one_id, other_id)
    if refusal is not None:
        return refusal
    ones, others = ({row.person_id for row in Person.objects.same_as(one)} for one in (one_id, other_id))
    pairs = Apart.objects.standing().filter(one_id__in=ones | others, other_id__in=ones | others)
    if any((pair.one_id in ones) != (pair.other_id in ones) for pair in pairs):
        return GoodwordError(
            "kept-apart",
            _("Somebody said that these are two people."),
            _("If that was wrong, take it back first: it stands on the pages of both."),
        )
    return None


def refuse_keeping_apart(one_id: str, other_id: str, reason: str = "") -> GoodwordError | None:
    """Refuse ids that nobody has, and those that mean one person."""
    return refuse_reason(reason) or _refuse_pair(one_id, other_id)


def refuse_correcting(person_id: str, reason: str) -> GoodwordError | None:
    """Refuse an id that nobody has, and a correction that does not say how somebody knows."""
    if not reason.strip():
        return GoodwordError(
            "no-reason", _("Nothing says why."), _("Say how you know: it stands beside the value, for colleagues.")
        )
    return refuse_reason(reason) or _refuse_nobody(person_id, known=Person.objects.filter(pk=person_id).exists())


def refuse_reason(reason: str) -> GoodwordError | None:
    """Refuse a reason that nobody would read to its end."""
    if len(reason) <= LONGEST_REASON:
        return None
    said = _("The reason has %(count)s characters.") % {"count": len(reason)}
    return GoodwordError("reason-too-long", said, _("Write %(most)s at most.") % {"most": LONGEST_REASON})


def _refuse_pair(one_id: str, other_id: str) -> GoodwordError | None:
    known = dict(Person.objects.filter(person_id__in=[one_id, other_id]).values_list("person_id", "root_id"))
    for person_id in (one_id, other_id):
        refusal = _refuse_nobody(person_id, known=person_id in known)
        if refusal is not None:
            return refusal
    if (known[one_id] or one_id) == (known[other_id] or other_id):
        return GoodwordError(
            "one-already", _("Both ids mean one person already."), _("Take the merge back if they are two people.")
        )
    return None


def _refuse_nobody(person_id: str, *, known: bool) -> GoodwordError | None:
    if known:
        return None
    return GoodwordError(
        "nobody-there",
        _("Nobody is known as %(id)s.") % {"id": person_id},
        _("Ids stand on the pages of people, and in exports of the list."),
    )
