import io
import json
import math
from pathlib import Path

import pytest
from rich.console import Console

from bench.quality import champions, noise
from bench.quality.data import VARIABLE, Data, usual_data
from bench.quality.figures import Figure, skipped
from bench.quality.report import keep, show

KEYS = {"name", "data", "n", "value", "low", "high", "baseline", "target", "met"}
FIGURES = [
    Figure("recall of win", "sample", 40, 0.5, 0.3, 0.7, target="0.60 or more", met=False),
    Figure("precision of win", "sample", 40, 0.9, 0.8, math.nan, target="0.60 or more", met=True),
    skipped("later helpers", "stackexchange_quantum", "data set absent"),
]


def test_what_is_kept_has_the_promised_keys_and_is_valid_json(tmp_path: Path) -> None:
    path = tmp_path / "build" / "evaluation.json"
    keep(FIGURES, path)
    rows = json.loads(path.read_text(encoding="utf-8"))
    assert [set(row) for row in rows] == [KEYS] * len(FIGURES)
    assert rows[1]["high"] is None


def test_a_missed_target_and_a_figure_left_out_are_said() -> None:
    out = io.StringIO()
    show(FIGURES, Console(file=out, width=160))
    text = out.getvalue()
    assert "1 of 2 targets met; 1 figures left out." in text
    assert "Missed: recall of win (sample): 0.500, target 0.60 or more." in text
    assert "data set absent" in text


def test_the_data_folder_is_the_one_that_was_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert usual_data().folder == tmp_path


def test_without_data_every_figure_says_why_it_was_left_out(tmp_path: Path) -> None:
    data = Data(tmp_path / "none")
    figures = champions.figures(data) + noise.figures(data)
    assert figures
    assert all(figure.value is None and VARIABLE in figure.data for figure in figures)
