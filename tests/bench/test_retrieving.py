from pathlib import Path

import numpy as np

from bench.quality.data import Data
from bench.quality.retrieving import FOUND, figures, ranks


def test_a_place_counts_who_scores_above_and_equals_share_theirs() -> None:
    scores = np.array([[0.9, 0.1, 0.1], [0.5, 0.4, 0.1], [0.3, 0.3, 0.3]])
    assert ranks(scores).tolist() == [1.0, 2.0, 2.0]


def test_where_the_sets_are_absent_the_figures_say_so(tmp_path: Path) -> None:
    found = figures(Data(tmp_path))
    assert {one.name for one in found} == {f"{FOUND}: mean reciprocal rank"}
    assert all(one.value is None and "left out" in one.data for one in found)
