"""Keep the answer to a call, in the transaction of what the call did."""

from goodword.programme.calls.actions.claim_key import Claim, under_way
from goodword.programme.calls.models import IdempotencyKey


def keep_answer(claim: Claim, *, status: int, content_type: str, body: str) -> None:
    """Write the answer beside its key; from the commit on, the same call is answered with it.

    Raises:
        GoodwordError: somebody else took the claim over; what was done must be rolled back.
    """
    mine = IdempotencyKey.objects.filter(pk=claim.row_id, claim=claim.secret, status=None)
    if not mine.update(status=status, content_type=content_type, body=body):
        raise under_way()
