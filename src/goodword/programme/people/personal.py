"""What of people stands in this app: who they are, what was decided about that, and what they said of being asked."""

from django.db.models import Q, QuerySet

from goodword.programme.people.models import (
    Apart,
    Consent,
    Correction,
    CorrectionWithdrawal,
    Join,
    Merge,
    OptOut,
    Person,
    Rejoin,
    Split,
    Suggestion,
    ToldValue,
    Unmerge,
)
from goodword.programme.personal import Nobody, Personal, Subject


def _people(subject: Subject) -> QuerySet[Person]:
    return Person.objects.filter(Q(person_id__in=subject.person_ids) | Q(root_id__in=subject.person_ids))


def _without_roots(subject: Subject) -> int:
    """Rows of ids of before point to that of today, and keep it from going first."""
    rows = _people(subject)
    ids = list(rows.values_list("person_id", flat=True))
    rows.update(root=None)
    return Person.objects.filter(person_id__in=ids).delete()[0]


def _of_two(subject: Subject) -> Q:
    return Q(one_id__in=subject.person_ids) | Q(other_id__in=subject.person_ids)


def _splits(subject: Subject) -> QuerySet[Split]:
    wanted = Q(person_id__in=subject.person_ids)
    for source, key in subject.pairs:
        wanted |= Q(source=source, person_key=key)
    return Split.objects.filter(wanted)


def _corrections(subject: Subject) -> QuerySet[Correction]:
    return Correction.objects.filter(person_id__in=subject.person_ids)


_OURS = ("by",)
_REASON = ("reason",)

DECLARED = (
    Personal(
        "people.Unmerge", "That such a decision was taken back.",
        lambda s: Unmerge.objects.filter(merge__in=Merge.objects.filter(_of_two(s))), _REASON, _OURS,
    ),
    Personal(
        "people.Merge", "That two of their ids mean them.", lambda s: Merge.objects.filter(_of_two(s)), _REASON, _OURS
    ),
    Personal(
        "people.Rejoin", "That a split was taken back.",
        lambda s: Rejoin.objects.filter(split__in=_splits(s)), _REASON, _OURS,
    ),
    Personal("people.Split", "That a record was taken for theirs and is not, or is.", _splits, _REASON, _OURS),
    Personal(
        "people.Join", "That a pair is not kept apart any more.",
        lambda s: Join.objects.filter(apart__in=Apart.objects.filter(_of_two(s))), _REASON, _OURS,
    ),
    Personal(
        "people.Apart", "That they are not somebody they look like.", lambda s: Apart.objects.filter(_of_two(s)),
        _REASON, _OURS,
    ),
    Personal(
        "people.Suggestion", "That they may be somebody else as well.",
        lambda s: Suggestion.objects.filter(_of_two(s)), ("reasons",),
    ),
    Personal(
        "people.OptOut", "That they said nobody may ask them. What holds is the keyed hash, which stays.",
        lambda s: OptOut.objects.filter(person_id__in=s.person_ids), ("note",), _OURS,
    ),
    Personal(
        "people.Consent", "That they said they may be asked again.",
        lambda s: Consent.objects.filter(person_id__in=s.person_ids), ("ids",),
    ),
    Personal(
        "people.CorrectionWithdrawal", "That a correction was taken back.",
        lambda s: CorrectionWithdrawal.objects.filter(correction__in=_corrections(s)), _REASON, _OURS,
    ),
    Personal(
        "people.Correction", "What a colleague put right about them, and why.", _corrections,
        ("value", "set_aside", "reason"), _OURS,
    ),
    Personal(
        "people.ToldValue", "Where their records differ, and which value counts.",
        lambda s: ToldValue.objects.filter(person_id__in=s.person_ids), ("value", "form"),
    ),
    Nobody("people.Suppression", "Keyed hashes of those who may not be asked: nothing tells whose they are."),
    Nobody("people.SuppressionKey", "The key of those hashes."),
    Personal(
        "people.Person", "Who they are, under every key and address of the sources.", _people,
        values=("name", "email", "emails"), erase=_without_roots,
    ),
    Nobody("people.Account", "Companies, and who of our own people cares for them."),
)  # fmt: skip
