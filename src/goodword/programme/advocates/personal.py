"""What of people stands in the published findings, and in the answers to their moments."""

from collections.abc import Callable

from django.db.models import QuerySet

from goodword.programme.advocates.actions.hide_person import hide_listed
from goodword.programme.advocates.models import (
    ArrivedText,
    Finding,
    Hold,
    Likelihood,
    ListedPerson,
    Moment,
    MomentAnswer,
    MomentAnswerWithdrawal,
    Remark,
    Signal,
)
from goodword.programme.personal import Nobody, Personal, Subject

_WORDS = "Words of others that name them are blacked out."


def _about[Row: Finding](model: type[Row]) -> Callable[[Subject], QuerySet[Row]]:
    return lambda subject: model._default_manager.filter(person_id__in=subject.person_ids)  # noqa: SLF001


def _answers(subject: Subject) -> QuerySet[MomentAnswer]:
    return MomentAnswer.objects.filter(person_id__in=subject.person_ids)


DECLARED = (
    Personal(
        "advocates.MomentAnswerWithdrawal",
        "Answers to their moments that were taken back.",
        lambda subject: MomentAnswerWithdrawal.objects.filter(answer__in=_answers(subject)),
        colleagues=("by",),
    ),
    Personal(
        "advocates.MomentAnswer",
        "What colleagues did and noted when something happened around them.",
        _answers,
        texts=("note",),
        colleagues=("by",),
    ),
    Personal(
        "advocates.ArrivedText",
        f"What they said a moment ago, on its way to the records. {_WORDS}",
        lambda subject: ArrivedText.objects.filter(person_id__in=subject.person_ids),
        texts=("cells",),
        values=("name",),
    ),
    Nobody("advocates.Publication", "The pointer to what is published."),
    Nobody("advocates.Portfolio", "Counts of the accounts in a colleague's care."),
    Nobody("advocates.RosterPart", "Numbers in the order of a list; with the list they mean somebody, alone nobody."),
    Personal(
        "advocates.SearchBlock",
        "The words by which searches find people; taken out of the published ones at once, the rest goes with the "
        "generation.",
    ),
    Personal("advocates.Generation", "Counts of what was published.", texts=("counts",)),
    Nobody("advocates.ListedAccount", "Companies as searches show them."),
    Personal("advocates.Signal", f"Signals found in what they did and said. {_WORDS}", _about(Signal), ("evidence",)),
    Personal(
        "advocates.Hold", f"Reasons not to ask them. {_WORDS}", _about(Hold), ("sentence", "evidence")
    ),
    Personal("advocates.Likelihood", "How likely they say yes.", _about(Likelihood), colleagues=("owner_email",)),
    Personal("advocates.Remark", f"Sentences of theirs. {_WORDS}", _about(Remark), ("piece",)),
    Personal(
        "advocates.Moment", f"That something happened which deserves an answer. {_WORDS}", _about(Moment), ("words",),
        ("owner_email",),
    ),
    Personal(
        "advocates.ListedPerson", f"Their line in the published list. {_WORDS}", _about(ListedPerson),
        ("words", "hold_sentence"), ("owner_email",), erase=hide_listed,
    ),
)  # fmt: skip
