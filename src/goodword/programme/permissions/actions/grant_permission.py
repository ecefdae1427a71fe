"""Record that a person or a company allowed something."""

from goodword.programme.permissions.models import Grant
from goodword.programme.permissions.proofs import ProofStore
from goodword.programme.permissions.saying import Saying, write_word
from goodword.programme.team.actor import Actor


def grant_permission(saying: Saying, *, by: Actor, proofs: ProofStore | None = None) -> Grant:
    """Record a permission with its proof. It allows what its scope says and no more; a denial still beats it.

    Args:
        saying: who allowed what, when, until when, and how we know.
        by: who records it.
        proofs: where a file of proof is kept; None where none can come.

    Raises:
        GoodwordError: it makes no sense, or has no proof.
    """
    return write_word(saying, Grant.GRANTED, by=by, proofs=proofs)
