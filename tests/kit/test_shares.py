"""A share with its interval, beside the figures of the paper that compared them."""

import pytest

from goodword.kit.shares import share


def test_a_share_has_wilsons_interval() -> None:
    # Newcombe 1998, Statistics in Medicine 17, table I: 81 of 263.
    found = share(81, 263)
    assert found is not None
    assert found == pytest.approx((0.3080, 0.2553, 0.3662), abs=5e-5)


def test_none_of_some_is_not_surely_none() -> None:
    found = share(0, 20)
    assert found is not None
    assert (found.low, round(found.high, 4)) == (0.0, 0.1611)  # Newcombe 1998: 0 of 20


def test_there_is_no_share_of_nothing() -> None:
    assert share(0, 0) is None
