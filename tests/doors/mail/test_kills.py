"""Senders are killed at random instants, hundreds of times: nobody ever receives two copies, and nothing is lost."""

from pathlib import Path

import pytest

from tests.doors.mail.passes import VARIANTS, make_passes

pytestmark = [pytest.mark.faults, pytest.mark.xdist_group("command line")]

KILLS = {1: 25, 10: 1_000}
"""How many senders of each variant die: 200 in `make test`, 8,000 in `make test-faults`."""

OPEN = {"close-data", "close-end", "drop-before", "nonsense"}
"""Whose server breaks the line between the words and the answer."""


def test_nobody_gets_two_copies_however_often_senders_die(tmp_path: Path, at_length: int, dying: int | None) -> None:
    kills = dying or KILLS[at_length]
    seen = dict(make_passes(VARIANTS, kills, tmp_path))
    assert seen.keys() == VARIANTS.keys()
    for name, told in seen.items():
        assert told.twice == 0, (name, told)
        # Each letter arrived, is refused, or is held for a person; none is lost, none waits, none is in between.
        ended = {place: told.stands.get(place, 0) for place in ("sent", "held", "refused")}
        assert sum(ended.values()) == told.planned, (name, told)
        assert (told.lost, told.strange, told.from_copies) == (0, 0, 0), (name, told)
        # Nobody can know of what somebody died over, and of what the server left open; all else is certain.
        people = VARIANTS[name].people
        left_open = sum(person in OPEN for person in people) / len(people)
        assert ended["held"] <= told.killed + told.planned * left_open + len(people), (name, told)
        assert told.killed >= kills * 0.5, (name, told)
