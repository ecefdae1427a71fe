"""Who the customers are, which of their records mean one human being, and who asked to be left alone."""

from goodword.programme.people.models.known import Account, Person
from goodword.programme.people.models.linking import Apart, Join, Merge, Rejoin, Split, Suggestion, Unmerge
from goodword.programme.people.models.opting_out import Consent, OptOut, Suppression, SuppressionKey
from goodword.programme.people.models.values import Correction, CorrectionWithdrawal, ToldValue

__all__ = [
    "Account",
    "Apart",
    "Consent",
    "Correction",
    "CorrectionWithdrawal",
    "Join",
    "Merge",
    "OptOut",
    "Person",
    "Rejoin",
    "Split",
    "Suggestion",
    "Suppression",
    "SuppressionKey",
    "ToldValue",
    "Unmerge",
]
