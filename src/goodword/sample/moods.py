"""What people are in the mood to say: labels of remarks, drawn from how they fare with the product on that day."""

import math
from datetime import date
from random import Random

from goodword.sample.chance import weighted
from goodword.sample.world import Contact, Setting

# channel: how strongly it invites (wins and praise, complaints, questions)
_INVITES = {
    "ticket": (0.25, 1.5, 2.2),
    "email": (0.9, 0.9, 1.2),
    "chat": (0.4, 1.0, 1.6),
    "call": (1.4, 0.9, 0.7),
    "meeting": (1.3, 0.8, 0.8),
    "training": (1.3, 0.4, 0.9),
    "ebr": (3.2, 0.8, 0.5),
    "review": (4.0, 1.0, 0.1),
    "survey": (2.2, 1.3, 0.3),
    "post": (0.7, 0.5, 2.0),
}

_NEUTRAL = {
    "ticket": "question",
    "chat": "question",
    "call": "spoken",
    "meeting": "spoken",
    "ebr": "spoken",
    "training": "feedback",
    "survey": "feedback",
    "review": "feedback",
}


def labels(rng: Random, contact: Contact, channel: str, day: date, setting: Setting, *, count: int) -> list[str]:
    """`count` labels of remarks a customer makes on this channel on this day."""
    human = contact.human
    success = contact.success_on(day, setting)
    good, bad, asks = _INVITES[channel]
    ease = 0.8 * success + 0.75 * human.openness + 0.3 * contact.account.relation
    warm = math.exp(min(2.2, ease)) * good
    cold = math.exp(min(1.6, -0.75 * success - 0.15 * contact.account.relation)) * bad
    options = [
        ("win", 0.075 * warm),
        ("praise", 0.075 * warm),
        ("complaint", 0.12 * cold),
        ("sarcasm", 0.028 * cold),
        ("was_until", 0.028 * cold),
        ("wish", 0.07 * asks),
        (_NEUTRAL.get(channel, "neutral"), 0.5 * asks),
    ]
    chosen: list[str] = []
    while len(chosen) < count:
        label = weighted(rng, options)
        if label in ("praise", "win") and "complaint" in chosen and rng.random() < 0.8:
            continue
        chosen.append(label)
    return chosen
