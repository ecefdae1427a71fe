"""Which key opens the second factors: as long as one needs a key of before, that key must stay known."""

from collections.abc import Iterator

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from goodword.programme.team.sealing import Age, age_of
from goodword.programme.team.second_factor import APP, CODES

PARTS = ("secret", "seed", "migrated_codes")
"""What of a factor is sealed, as allauth names it; the last is a list."""


def sealed_factors() -> QuerySet[Authenticator]:
    """Those that are sealed: apps and recovery codes. What is kept of passkeys is no secret."""
    found: QuerySet[Authenticator] = Authenticator.objects.filter(type__in=[APP, CODES])
    return found


def ages_of_factors() -> dict[Age, int]:
    """How many second factors the key of now opens, how many only one of before, how many none."""
    found: dict[Age, int] = {"now": 0, "before": 0, "lost": 0}
    for factor in sealed_factors().iterator():
        found[age_of_factor(factor)] += 1
    return found


def age_of_factor(factor: Authenticator) -> Age:
    """Which key opens all of a factor."""
    ages = {age_of(text) for text in _texts(factor)}
    return "lost" if "lost" in ages else "before" if "before" in ages else "now"


def _texts(factor: Authenticator) -> Iterator[str]:
    for value in (factor.data[name] for name in PARTS if name in factor.data):
        yield from value if isinstance(value, list) else [value]
