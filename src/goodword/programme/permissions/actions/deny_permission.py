"""Record that a person or a company forbade something."""

from goodword.programme.permissions.models import Grant
from goodword.programme.permissions.proofs import ProofStore
from goodword.programme.permissions.saying import Saying, write_word
from goodword.programme.team.actor import Actor


def deny_permission(saying: Saying, *, by: Actor, proofs: ProofStore | None = None) -> Grant:
    """Record a denial. It counts from now on, whatever was allowed; a company's counts for all its people.

    Args:
        saying: who forbade what, when and until when. Nobody has to prove a no.
        by: who records it.
        proofs: where a file of proof is kept; None where none can come.

    Raises:
        GoodwordError: it makes no sense.
    """
    return write_word(saying, Grant.DENIED, by=by, proofs=proofs)
