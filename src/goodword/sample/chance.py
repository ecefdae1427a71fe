"""Chance that repeats: one stream of random numbers for each subject, so that no subject shifts another."""

import hashlib
import math
from collections.abc import Sequence
from random import Random

import numpy as np


def stream(seed: int, subject: str) -> Random:
    """Python's generator for one subject; the same seed and subject give the same draws on every machine."""
    return Random(f"{seed}:{subject}")


def dice(seed: int, subject: str) -> np.random.Generator:
    """NumPy's generator for one subject, for draws by the hundred thousand."""
    digest = hashlib.blake2b(f"{seed}:{subject}".encode(), digest_size=16).digest()
    return np.random.default_rng(int.from_bytes(digest, "big"))


def sigmoid(value: float) -> float:
    """The logistic function: log-odds to a probability."""
    return 1.0 / (1.0 + math.exp(-value))


def weighted[T](rng: Random, options: Sequence[tuple[T, float]]) -> T:
    """One option, drawn with the weight that stands beside it."""
    total = sum(weight for _, weight in options)
    point = rng.random() * total
    for option, weight in options:
        point -= weight
        if point < 0:
            return option
    return options[-1][0]


def poisson(rng: Random, mean: float) -> int:
    """A Poisson count; by inversion, which is fine for the small means used here."""
    limit, product, count = math.exp(-min(mean, 60.0)), rng.random(), 0
    while product > limit:
        product *= rng.random()
        count += 1
    return count
