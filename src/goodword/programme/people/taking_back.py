"""Taking a decision back: a row of its own, once."""

from django.db.models import Model

from goodword.kit import clock
from goodword.programme.people.models import Apart, Correction, Merge, Split
from goodword.programme.people.policies import refuse_reason
from goodword.programme.team.actor import Actor


def take_back[Back: Model](
    decision: Merge | Split | Apart | Correction, back: type[Back], *, by: Actor, reason: str
) -> tuple[Back, bool]:
    """Return the row that takes a decision back, and whether it is new; called in a transaction.

    Args:
        decision: what is taken back.
        back: the model of that row; its link to the decision is called as that model is.
        by: who takes it back.
        reason: why, in their words.

    Raises:
        GoodwordError: the reason is too long.
    """
    refusal = refuse_reason(reason)
    if refusal is not None:
        raise refusal
    # Whoever takes the same back at that moment waits here.
    locked = type(decision).objects.select_for_update().get(pk=decision.pk)
    facts = {"at": clock.now(), "by": by.user_id, "reason": reason.strip()}
    link = str(decision._meta.model_name)  # noqa: SLF001  # Django's documented way to a model's name
    return back._default_manager.get_or_create(**{link: locked}, defaults=facts)  # noqa: SLF001  # as above
