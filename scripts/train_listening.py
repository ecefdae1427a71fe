"""Trains the model that comes with the listener, on words of our own only: `python -m scripts.train_listening`.

It learns from the sentences of made-up companies (seeds that no evaluation uses) and from those in `scripts/sentences`,
which were written for it. The file it writes is the same on every machine to six digits.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

import numpy as np
import pyarrow.parquet as pq

from goodword.finding.listening.learning.features import NAMES, Sentence, table
from goodword.finding.listening.learning.fitting import Hold, calibration, fit
from goodword.finding.listening.learning.model import softmax
from goodword.finding.listening.learning.shipped import FILE
from goodword.finding.listening.learning.sureness import alike, reached, sure
from goodword.sample import write_sample

VERSION = "learned-2"
KINDS = ("praise", "win", "thanks", "complaint", "wish", "neutral")
SEEDS = (711, 712, 713)
ACCOUNTS, MONTHS = 60, 18
MOST = 300  # sentences of a kind, a language and a seed
KIND_OF = {"sarcasm": "complaint", "was_until": "complaint"} | {kind: kind for kind in KINDS}
AUTHORED = 6.0  # one of ours counts as so many of a grammar: grammars say the same thing often
HELD = 3.0
FOLDS = 5
SENTENCES = Path(__file__).parent / "sentences"
SHIPPED = Path(__file__).parents[1] / "src/goodword/finding/listening/learning" / FILE

type Row = tuple[str, str, str]


def authored() -> list[Row]:
    """Language, kind and words of the sentences written for this."""
    rows: list[Row] = []
    for path in sorted(SENTENCES.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            kind, _, words = line.partition("\t")
            rows.append((path.stem, kind, words))
    return rows


def made_up(seed: int) -> list[Row]:
    """The same of the sentences in a made-up company, each once, drawn where there are many."""
    with TemporaryDirectory(prefix="goodword-train-") as folder:
        write_sample(Path(folder), accounts=ACCOUNTS, seed=seed, months=MONTHS)
        truth = pq.read_table(Path(folder) / "truth" / "remarks_truth.parquet").to_pylist()
    by_kind: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in truth:
        if row["label"] in KIND_OF:
            by_kind[row["lang"], KIND_OF[row["label"]]].add(row["quote"])
    rows: list[Row] = []
    for (language, kind), words in sorted(by_kind.items()):
        some = sorted(words)
        Random(seed).shuffle(some)  # noqa: S311 - a draw that can be repeated, no secret
        rows += [(language, kind, one) for one in some[:MOST]]
    return rows


def trained(own: list[Row], made: list[Row]) -> dict[str, Any]:
    """What the file holds."""
    rows = own + made
    numbers = table([Sentence(words, language) for language, _, words in rows])
    target = np.array([KINDS.index(kind) for _, kind, _ in rows])
    weight = np.where(np.arange(len(rows)) < len(own), AUTHORED, 1.0)
    hold = Hold(HELD, np.zeros((numbers.shape[1], len(KINDS))), 1.0)
    fold = np.array([crc32(words.encode()) % FOLDS for *_, words in rows])
    odds = np.empty((len(rows), len(KINDS)))
    for one in range(FOLDS):
        inside = fold == one
        own_weights, _ = fit(numbers[~inside], None, target[~inside], weight[~inside], hold)
        odds[inside] = numbers[inside] @ own_weights
    slope, shift = calibration(odds, target, weight / AUTHORED)
    weights, _ = fit(numbers, None, target, weight, hold, exact=True)
    chance = softmax(slope * odds + shift)
    curves = {}
    for kind in KINDS[:-1]:
        said = numbers[:, NAMES.index(f"ruled_{kind}")] == 1
        good = np.array([alike(one, kind) for one in KINDS])[target[said]]
        curves[kind] = reached(sure(chance[said], KINDS, kind), good, weight[said] / AUTHORED)
    return {
        "version": VERSION,
        "kinds": list(KINDS),
        "labels": len(rows),
        "slope": round(slope, 6),
        "shift": [round(one, 6) for one in shift.tolist()],
        "reached": {kind: [round(one, 3) for one in curve] for kind, curve in curves.items()},
        "weights": {
            name: [round(one, 6) for one in row]
            for name, row in zip((*NAMES, "constant"), weights.tolist(), strict=True)
        },
    }


def written(model: dict[str, Any]) -> str:
    """The file: a line for each number that the model reads."""
    parts = []
    for key, one in model.items():
        if isinstance(one, dict):
            lines = ",\n".join(f"    {json.dumps(name)}: {json.dumps(row)}" for name, row in one.items())
            parts.append(f'  "{key}": {{\n{lines}\n  }}')
        else:
            parts.append(f'  "{key}": {json.dumps(one)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> int:
    SHIPPED.write_text(written(trained(authored(), [row for seed in SEEDS for row in made_up(seed)])), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
