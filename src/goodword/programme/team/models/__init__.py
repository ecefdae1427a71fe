"""Our own people: who they are, what they may do, the tokens they made, and the trail of what was done."""

from goodword.programme.team.models.assignment import Assignment, Deactivation
from goodword.programme.team.models.audit import AuditEntry, AuditHead
from goodword.programme.team.models.token import Token, TokenRevocation
from goodword.programme.team.models.user import FailedSignIn, User

__all__ = [
    "Assignment",
    "AuditEntry",
    "AuditHead",
    "Deactivation",
    "FailedSignIn",
    "Token",
    "TokenRevocation",
    "User",
]
