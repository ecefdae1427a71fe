"""Asks: what we asked of whom, what they answered, and what asks and acts cost a person."""

from goodword.programme.asks.models.ledger import Answer, Ask, AskWithdrawal, EarlierAnswer
from goodword.programme.asks.models.letters import AskLetter, LetterVersion
from goodword.programme.asks.models.load import Limit, PastLoad, Release, Reservation
from goodword.programme.asks.models.thanks import Thank

__all__ = [
    "Answer",
    "Ask",
    "AskLetter",
    "AskWithdrawal",
    "EarlierAnswer",
    "LetterVersion",
    "Limit",
    "PastLoad",
    "Release",
    "Reservation",
    "Thank",
]
