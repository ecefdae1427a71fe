"""A model: how likely a sentence is of each kind. Arrays and a name; as bytes it is JSON, never a pickle."""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from goodword.finding.listening.learning.features import NAMES, Floats, Sentence, table
from goodword.finding.listening.learning.grams import PLACES, Grams, grams
from goodword.finding.listening.learning.sureness import STEPS
from goodword.kit.errors import GoodwordError

FORMAT = 1
_DIGITS = 12
_LARGEST = 256 * 1024 * 1024  # bytes of a model that is read
_MOST_KINDS = 100
_AT_ONCE = 512  # rows multiplied at once: of more a BLAS makes work for threads, which then idle at full speed
_CHUNK = 4096  # texts judged at once, so that memory does not grow with them


@dataclass(frozen=True, eq=False, slots=True)
class Model:
    """Multinomial logistic: the log odds of each kind are sums of what each number and each piece of a word adds.

    Attributes:
        version: its name; a local one's depends on all of its numbers.
        kinds: what it tells apart, in the order of its columns.
        weights: what each number of `NAMES`, then a constant, adds to each kind.
        places: which places of words it knows, ascending; none in a model that reads the rules' numbers only.
        words: what each of these adds to each kind.
        slope: the scale of the log odds that calibration found.
        shift: what calibration adds to each kind.
        leaning: what is added to each kind where one has to be chosen, so that rare kinds are not passed over.
        labels: how many labelled sentences it learnt from.
        reached: of each kind, the precision above each of `sureness.STEPS` on sentences not learnt from.
        found: the same on sentences in which the rules hear nothing; none in a model that knows no words.
    """

    version: str
    kinds: tuple[str, ...]
    weights: Floats
    places: NDArray[np.int64]
    words: Floats
    slope: float
    shift: Floats
    leaning: Floats
    labels: int
    reached: Mapping[str, tuple[float, ...]]
    found: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

    def probabilities(self, sentences: Sequence[Sentence]) -> Floats:
        """How likely each sentence is of each kind: a row each, a column for each of `kinds`."""
        return softmax(self._calibrated(sentences))

    def kinds_of(self, sentences: Sequence[Sentence]) -> list[str]:
        """The kind of each sentence, where one has to be chosen; rare kinds are leant towards."""
        best = np.argmax(self._calibrated(sentences) + self.leaning, axis=1)
        return [self.kinds[at] for at in best.tolist()]

    def log_odds(self, numbers: Floats, pieces: Grams | None) -> Floats:
        """What all of it adds up to before calibration.

        Args:
            numbers: see `features.table`.
            pieces: of the same sentences; None for a model without places.
        """
        parts = [numbers[at : at + _AT_ONCE] @ self.weights for at in range(0, len(numbers), _AT_ONCE)]
        found = np.concatenate(parts) if len(parts) > 1 else numbers @ self.weights
        if pieces is not None and self.places.size:
            at = np.minimum(np.searchsorted(self.places, pieces.place), self.places.size - 1)
            known = self.places[at] == pieces.place
            row, value, at = pieces.row[known], pieces.value[known], at[known]
            for kind in range(len(self.kinds)):
                found[:, kind] += np.bincount(row, weights=value * self.words[at, kind], minlength=pieces.texts)
        return found

    def calibrated(self, log_odds: Floats) -> Floats:
        """Log odds that make probabilities, up to a constant a row."""
        return self.slope * log_odds + self.shift

    def _calibrated(self, sentences: Sequence[Sentence]) -> Floats:
        parts = [sentences[at : at + _CHUNK] for at in range(0, len(sentences), _CHUNK)]
        found = [self.log_odds(table(part), self._pieces(part)) for part in parts]
        return self.calibrated(np.concatenate(found)) if found else np.empty((0, len(self.kinds)))

    def _pieces(self, sentences: Sequence[Sentence]) -> Grams | None:
        return grams([sentence.text for sentence in sentences]) if self.places.size else None

    def named(self) -> "Model":
        """The same under the name that its numbers give it: `local-` and twelve hex digits."""
        content = json.dumps(_written(self) | {"version": ""}, sort_keys=True).encode()
        return replace(self, version=f"local-{hashlib.sha256(content).hexdigest()[:_DIGITS]}")

    def to_bytes(self) -> bytes:
        """The model as JSON; the same model gives the same bytes."""
        return json.dumps(_written(self), sort_keys=True).encode()

    @staticmethod
    def from_bytes(data: bytes) -> "Model":
        """The model of `to_bytes`.

        Raises:
            GoodwordError: these bytes are no model of this version (code `model-unreadable`).
        """
        try:
            return _whole(Model(**_fields(data)))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise GoodwordError(
                "model-unreadable",
                f"This is no listening model of this version: {error}.",
                "Train it again on the labels it came from, or go back to the model before it.",
            ) from error


def softmax(log_odds: Floats) -> Floats:
    """Probabilities of log odds, a row each."""
    grown = np.exp(log_odds - log_odds.max(axis=1, keepdims=True)) if log_odds.size else log_odds
    return np.asarray(grown / grown.sum(axis=1, keepdims=True))


_ARRAYS = {"weights": "<f8", "places": "<i4", "words": "<f4", "shift": "<f8", "leaning": "<f8"}


def _written(model: Model) -> dict[str, Any]:
    arrays = {name: np.ascontiguousarray(getattr(model, name), dtype=dtype) for name, dtype in _ARRAYS.items()}
    return {
        "format": FORMAT,
        "version": model.version,
        "kinds": list(model.kinds),
        "numbers": list(NAMES),
        "slope": model.slope,
        "labels": model.labels,
        "reached": {kind: list(curve) for kind, curve in model.reached.items()},
        "found": {kind: list(curve) for kind, curve in model.found.items()},
        **{
            name: {"shape": array.shape, "data": base64.b64encode(array.tobytes()).decode()}
            for name, array in arrays.items()
        },
    }


def _fields(data: bytes) -> dict[str, Any]:
    if len(data) > _LARGEST:
        raise ValueError("it is larger than any model")
    written = json.loads(data)
    if written["format"] != FORMAT or tuple(written["numbers"]) != NAMES:
        raise ValueError("it reads other numbers than this version")
    found: dict[str, Any] = {
        name: np.frombuffer(base64.b64decode(written[name]["data"], validate=True), dtype=dtype)
        .reshape(written[name]["shape"])
        .astype(np.int64 if name == "places" else np.float64)
        for name, dtype in _ARRAYS.items()
    }
    version, kinds = str(written["version"]), tuple(str(kind) for kind in written["kinds"])
    return found | {
        "version": version,
        "kinds": kinds,
        "slope": float(written["slope"]),
        "labels": int(written["labels"]),
        "reached": _curves(written["reached"]),
        "found": _curves(written.get("found", {})),  # models of before know none
    }


def _curves(written: Mapping[str, Sequence[float]]) -> dict[str, tuple[float, ...]]:
    return {str(kind): tuple(map(float, curve)) for kind, curve in written.items()}


def _whole(model: Model) -> Model:
    """The same if it holds together."""
    kinds, places = len(model.kinds), model.places
    shapes = {"weights": (len(NAMES) + 1, kinds), "words": (places.size, kinds), "shift": (kinds,), "leaning": (kinds,)}
    if not 1 < kinds <= _MOST_KINDS or len(set(model.kinds)) < kinds:
        raise ValueError("its kinds are not two or more different ones")
    for name, shape in shapes.items():
        array: Floats = getattr(model, name)
        if array.shape != shape or not np.isfinite(array).all():
            raise ValueError(f"its {name} do not fit")
    if not np.isfinite(model.slope) or places.ndim != 1 or np.any(np.diff(places) <= 0):
        raise ValueError("its numbers do not fit")
    curves = [*model.reached.items(), *model.found.items()]
    if any(len(curve) != len(STEPS) or kind not in model.kinds for kind, curve in curves):
        raise ValueError("its curves do not fit")
    if places.size and (places[0] < 0 or places[-1] >= PLACES):
        raise ValueError("its places do not fit")
    return model
