"""Memory is not looked through for a stretch, and is again afterwards, whatever happened in it."""

import gc
from contextlib import suppress

from goodword.kit.memory import not_looked_through


def test_memory_is_looked_through_again_after_the_stretch() -> None:
    with not_looked_through():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_memory_is_looked_through_again_after_a_stretch_that_failed() -> None:
    with suppress(ValueError), not_looked_through():
        raise ValueError
    assert gc.isenabled()


def test_a_stretch_inside_another_ends_nothing() -> None:
    with not_looked_through():
        with not_looked_through():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
