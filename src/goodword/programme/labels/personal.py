"""What of customers' people stands among labels: what colleagues say that their sentences mean."""

from django.db.models import QuerySet

from goodword.programme.labels.models import Label, LabelWithdrawal
from goodword.programme.personal import Nobody, Personal, Subject


def _labels(subject: Subject) -> QuerySet[Label]:
    return Label.objects.filter(person_id__in=subject.person_ids)


DECLARED = (
    Personal(
        "labels.LabelWithdrawal",
        "That such a word was taken back.",
        lambda s: LabelWithdrawal.objects.filter(label__in=_labels(s)),
        colleagues=("by",),
    ),
    Personal(
        "labels.Label",
        "What a colleague says that a sentence of theirs means: where it stands and a digest, not its words.",
        _labels,
        colleagues=("by",),
    ),
    Nobody("labels.TrainedModel", "Listeners that learnt from labels: counts and figures."),
    Nobody("labels.ModelChoice", "Which listener hears."),
)
