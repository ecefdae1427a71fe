"""Hostile lines cost the reading of bylines no more work a character than kind ones."""

import re

import pytest

from goodword.finding.listening.quoting import bylines, crediting, jobs
from tests.finding.listening.reading.steps import Counter, attacks

PATTERNS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in (bylines, crediting, jobs)
    for name, value in vars(module).items()
    if isinstance(value, re.Pattern) and (name.startswith("_") or module is jobs)
}
GROWTH = 3  # twice the text; steps that grow as its square would be four times as many
SHORT = 200  # of a line, or of a text that is searched for quotations


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_takes_steps_in_proportion_to_the_line(name: str) -> None:
    pattern = PATTERNS[name]
    both = list(zip(attacks(pattern, SHORT), attacks(pattern, 2 * SHORT), strict=True))
    for short, long in both[::4]:
        once, twice = Counter(pattern), Counter(pattern)
        once.found(short)
        twice.found(long)
        assert twice.steps <= GROWTH * once.steps, long
