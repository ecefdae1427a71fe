"""Trains the model that comes with the listener, on words of our own only: `python -m scripts.train_listening`.

It learns from the sentences of made-up companies (seeds that no evaluation uses) and from those in `scripts/sentences`,
which were written for it. How sure it may be is measured on sentences of sorts that it did not learn from, among them
harder ones written for that alone. The file it writes is the same on every machine to six digits.
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

from goodword.finding.listening.learning.features import NAMES, Floats, Sentence, table
from goodword.finding.listening.learning.fitting import Hold, Targets, calibration, fit
from goodword.finding.listening.learning.model import softmax
from goodword.finding.listening.learning.shipped import FILE
from goodword.finding.listening.learning.sureness import alike, reached_anew, sure
from goodword.sample import write_sample

VERSION = "learned-3"
KINDS = ("praise", "win", "thanks", "complaint", "wish", "neutral")
SEEDS = (711, 712, 713)
ACCOUNTS, MONTHS = 60, 18
MOST = 300  # sentences of a kind, a language and a seed
KIND_OF = {"sarcasm": "complaint", "was_until": "complaint"} | {kind: kind for kind in KINDS}
AUTHORED = 6.0  # one of ours counts as so many of a grammar: grammars say the same thing often
HELD = 3.0
SENTENCES = Path(__file__).parent / "sentences"
HARDER = SENTENCES / "harder"
SHIPPED = Path(__file__).parents[1] / "src/goodword/finding/listening/learning" / FILE

RULED_AT = [NAMES.index(f"ruled_{kind}") for kind in KINDS[:-1]]

type Row = tuple[str, str, str]


def authored() -> list[Row]:
    """Language, kind and words of the sentences written for this."""
    rows: list[Row] = []
    for path in sorted(SENTENCES.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            kind, _, words = line.partition("\t")
            rows.append((path.stem, kind, words))
    return rows


def harder(*, taught: bool = True) -> list[Row]:
    """The same of the harder ones: the half that says how sure to be, or the half that only ever counts."""
    rows: list[Row] = []
    for path in sorted(HARDER.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            kind, _sort, words = line.split("\t")
            if (crc32(words.encode()) % 2 == 0) == taught:
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


def trained(own: list[Row], made: list[Row], hard: list[Row]) -> dict[str, Any]:
    """What the file holds."""
    rows = own + made
    numbers, target = _read(rows)
    ours = np.arange(len(rows)) < len(own)
    weight = np.where(ours, AUTHORED, 1.0)
    hold = Hold(HELD, np.zeros((numbers.shape[1], len(KINDS))), 1.0)
    weights, _ = fit(numbers, None, target, weight, hold, exact=True)
    odds = np.empty((len(rows), len(KINDS)))
    for inside in (ours, ~ours):
        elsewhere, _ = fit(numbers[~inside], None, target[~inside], weight[~inside], hold)
        odds[inside] = numbers[inside] @ elsewhere
    slope, shift = _calm(numbers[ours], odds[ours], target[ours], weights, hard)
    chance = softmax(slope * odds + shift)
    curves = {}
    for kind in KINDS[:-1]:
        said = numbers[:, NAMES.index(f"ruled_{kind}")] == 1
        good = np.array([alike(one, kind) for one in KINDS])[target[said]]
        curves[kind] = reached_anew(sure(chance[said], KINDS, kind), good, weight[said] / AUTHORED)
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


def _read(rows: list[Row]) -> tuple[Floats, Targets]:
    numbers = table([Sentence(words, language) for language, _, words in rows])
    return numbers, np.array([KINDS.index(kind) for _, kind, _ in rows])


def _calm(numbers: Floats, odds: Floats, target: Targets, weights: Floats, hard: list[Row]) -> tuple[float, Floats]:
    """Slope and shifts, from ours as judged by made-up companies alone, and from the harder ones as judged by all.

    Only where the rules hear something: there alone the shipped model speaks. Sentences of made-up companies are left
    out: few grammars made them, so that being right about them says little about what people write.
    """
    harder_numbers, harder_target = _read(hard)
    both = np.concatenate((odds, harder_numbers @ weights))
    heard = np.concatenate((numbers, harder_numbers))[:, RULED_AT].sum(axis=1) > 0
    return calibration(both[heard], np.concatenate((target, harder_target))[heard])


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
    made = [row for seed in SEEDS for row in made_up(seed)]
    SHIPPED.write_text(written(trained(authored(), made, harder())), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
