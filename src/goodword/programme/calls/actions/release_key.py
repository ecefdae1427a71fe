"""Let go of a key whose call did nothing."""

from goodword.programme.calls.actions.claim_key import Claim
from goodword.programme.calls.models import IdempotencyKey


def release_key(claim: Claim) -> None:
    """Forget a claim, so that the call can be made again at once."""
    IdempotencyKey.objects.filter(pk=claim.row_id, claim=claim.secret, status=None).delete()
