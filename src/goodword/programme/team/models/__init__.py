"""Our own people: who they are, what they may do, the tokens they made, and the trail of what was done."""

from goodword.programme.team.models.assignment import Assignment, Deactivation
from goodword.programme.team.models.audit import AuditCheck, AuditEntry, AuditHead, AuditTombstone
from goodword.programme.team.models.sign_in import OpenSession, SecondFactorRule, UsedCode
from goodword.programme.team.models.token import Token, TokenRevocation
from goodword.programme.team.models.user import FailedSignIn, User

__all__ = [
    "Assignment",
    "AuditCheck",
    "AuditEntry",
    "AuditHead",
    "AuditTombstone",
    "Deactivation",
    "FailedSignIn",
    "OpenSession",
    "SecondFactorRule",
    "Token",
    "TokenRevocation",
    "UsedCode",
    "User",
]
