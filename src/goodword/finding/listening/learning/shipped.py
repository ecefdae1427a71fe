"""The model that comes with the program; `python -m scripts.train_listening` makes its file."""

import json
from functools import cache
from importlib.resources import files

import numpy as np

from goodword.finding.listening.learning.features import NAMES
from goodword.finding.listening.learning.model import Model

FILE = "shipped.json"


@cache
def shipped() -> Model:
    """The model that comes with the program."""
    written = json.loads((files("goodword.finding.listening.learning") / FILE).read_text(encoding="utf-8"))
    kinds = tuple(written["kinds"])
    # A number that it was not trained on yet adds nothing, so that the script which trains it can run.
    weights = np.array([written["weights"].get(name, [0.0] * len(kinds)) for name in (*NAMES, "constant")])
    return Model(
        written["version"],
        kinds,
        weights,
        np.empty(0, dtype=np.int64),
        np.empty((0, len(kinds))),
        written["slope"],
        np.array(written["shift"]),
        np.zeros(len(kinds)),
        written["labels"],
        {kind: tuple(curve) for kind, curve in written["reached"].items()},
    )
