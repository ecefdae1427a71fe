"""Whether somebody asked to be erased: asked of every row that comes in."""

from collections.abc import Callable

from goodword.programme.people.suppression import mark_of_address, mark_of_key
from goodword.programme.rights.models import ErasedMark

type WasErased = Callable[[str, str, list[str]], bool]
"""Whether a row is about somebody who was erased: its source, its key of a person, and the addresses in it."""


def who_was_erased() -> WasErased | None:
    """Something to ask; None where nobody ever asked to be erased, so that a load takes no longer for it."""
    marks = set(ErasedMark.objects.values_list("mark", flat=True))
    if not marks:
        return None

    def was_erased(source: str, key: str, addresses: list[str]) -> bool:
        return (bool(key) and mark_of_key(source, key) in marks) or any(
            mark_of_address(address) in marks for address in addresses
        )

    return was_erased
