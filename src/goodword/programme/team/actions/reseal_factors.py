"""Seal second factors anew, so that keys of before can go."""

from django.db import transaction

from goodword.programme.team.actor import Actor
from goodword.programme.team.sealed_factors import PARTS, age_of_factor, sealed_factors
from goodword.programme.team.sealing import seal, unseal
from goodword.programme.team.trail import record


def reseal_factors(*, by: Actor) -> int:
    """Seal with the key of now whatever only a key of before opens; what no key opens stays as it is.

    Returns:
        how many factors were sealed anew.
    """
    done = 0
    with transaction.atomic():
        for factor in sealed_factors().select_for_update().order_by("pk"):
            if age_of_factor(factor) == "before":
                factor.data |= {name: _anew(factor.data[name]) for name in PARTS if name in factor.data}
                factor.save(update_fields=["data"])
                done += 1
        if done:
            record(by, "reseal", "second_factors", after={"factors": done})
    return done


def _anew(value: str | list[str]) -> str | list[str]:
    return [seal(unseal(text)) for text in value] if isinstance(value, list) else seal(unseal(value))
