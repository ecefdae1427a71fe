"""How a need stands: followed from its rows, kept nowhere."""

from goodword.programme.needs.models import Claim, Need

_ANSWERED = {"accepted": "agreed", "declined": "refused", "not_now": "refused", "never": "refused"}


def standing_of(need: Need) -> str:
    """A key of `wording.STANDING_LABELS`."""
    if hasattr(need, "ending"):
        return need.ending.how
    claim = need.standing_claim
    return "open" if claim is None else standing_of_claim(claim)


def standing_of_claim(claim: Claim) -> str:
    """How a claim stands that did not come to nothing."""
    if claim.story_id is not None:
        return "story"
    asked = getattr(claim, "asked", None)
    if asked is None or hasattr(asked.ask, "withdrawal"):
        return "claimed"
    answer = getattr(asked.ask, "answer", None)
    return _ANSWERED.get(answer.answer, "asked") if answer else "asked"
