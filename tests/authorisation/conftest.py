"""What holds for all questions of who may do what: how often somebody calls is another question."""

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from goodword.doors.api.rates import ALLOWANCES


@pytest.fixture(autouse=True)
def unlimited(settings: Settings) -> Iterator[None]:
    """Nobody is told to wait: an answer that is put off says nothing about rights."""
    settings.API_LIMITS = dict.fromkeys(settings.API_LIMITS, 10**9)
    ALLOWANCES.forget()
    yield
    ALLOWANCES.forget()
