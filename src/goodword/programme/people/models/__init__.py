"""Who the customers are, which of their records mean one human being, and who asked to be left alone."""

from goodword.programme.people.models.known import Account, Person
from goodword.programme.people.models.linking import Apart, Join, Merge, Rejoin, Split, Suggestion, Unmerge
from goodword.programme.people.models.opting_out import Consent, OptOut, Suppression, SuppressionKey

__all__ = [
    "Account",
    "Apart",
    "Consent",
    "Join",
    "Merge",
    "OptOut",
    "Person",
    "Rejoin",
    "Split",
    "Suggestion",
    "Suppression",
    "SuppressionKey",
    "Unmerge",
]
