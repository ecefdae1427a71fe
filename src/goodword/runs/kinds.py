"""What a change of a kind of act would do: how many people are free to be asked for it today, before and after."""

from goodword.kit import clock
from goodword.programme.asks.free_to_ask import everybody, free_to_ask
from goodword.programme.permissions.facts import policies_of_kinds
from goodword.programme.permissions.kinds import Policy
from goodword.runs.load import bounds_now
from goodword.runs.settings.file import Tables


def free_before_and_after(settings: Tables, wanted: Policy) -> tuple[int, int]:
    """How many people could be asked today for a kind as it is, and as somebody would have it.

    Args:
        settings: the parsed goodword.toml.
        wanted: the kind as somebody would have it; one that is not there yet has nobody before.
    """
    day, bounds = clock.today(), bounds_now(settings)
    known, now = everybody(day), policies_of_kinds().get(wanted.code)
    before = len(free_to_ask(now, known, day=day, bounds=bounds)) if now else 0
    return before, len(free_to_ask(wanted, known, day=day, bounds=bounds))
