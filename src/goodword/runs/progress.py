"""How a long job tells how far it is."""

from collections.abc import Callable

type Progress = Callable[[str, int, int], None]
"""Called with the stage, what of it is done, and what there is to do; a total of 0 means: not known yet."""

STAGES = ("know", "listen", "find", "rank", "publish")
"""The stages of a run, in their order."""


def silent(_stage: str, _done: int, _total: int) -> None:
    """Tell nobody."""
