"""How likely somebody says yes and does it: a prior whose every number can be read.

On the scale of log odds: base rate of the act kind + what they did + what they said, the latter with diminishing
returns towards `SAID_IS_NOT_DONE`. Evidence of one kind is joined by noisy or (it repeats itself), different kinds add
up (they are independent witnesses); every piece fades by half in its half life. The weights in `reasons` sum up to the
log odds of the number shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from scipy.special import betaincinv, expit, logit

from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.evidence.records.findings import LIKELIHOODS
from goodword.finding.likelihood.weights import FAMILIES, MODEL_VERSION, MOST, RANGE, USUAL, Weights

BASE_REASON = "base"
"""Stands for the base rate of the act kind among the reasons."""

type Floats = npt.NDArray[np.float64]
type Wholes = npt.NDArray[np.int64]

_FAMILY_NAMES = tuple(FAMILIES)
_SAID = np.array([family.said for family in FAMILIES.values()])
_FITS = np.array([[family.fits.get(kind, 1.0) for kind in ACT_KINDS] for family in FAMILIES.values()])
_DAY_SECONDS = 86_400.0


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence about one person.

    Attributes:
        person_id: whom it is about.
        reason_id: id of the signal, hold, ask or act.
        family: its kind, a key of `FAMILIES`.
        strength: 0 to 1, before fading.
        happened: when.
        act_kind: the act kind it is about; None where it is about the person.
    """

    person_id: str
    reason_id: str
    family: str
    strength: float
    happened: datetime
    act_kind: str | None = None


def likelihoods(
    signals: pa.Table,
    holds: pa.Table,
    asks: pa.Table,
    answers: pa.Table,
    acts: pa.Table,
    *,
    as_of: date,
    weights: Weights = USUAL,
) -> pa.Table:
    """Say for everybody with a signal, a hold or a history how likely they accept and complete each kind of act.

    Args:
        signals: contract SIGNALS of the day.
        holds: contract HOLDS of the day; complaints and low scores count against.
        asks: contract LEDGER_ASKS.
        answers: contract LEDGER_ANSWERS.
        acts: contract LEDGER_ACTS.
        as_of: the day; asks, answers and acts after it are not seen.
        weights: the numbers to reckon with.

    Returns:
        contract LIKELIHOODS, ten rows a person, sorted by person and act kind.
    """
    pieces = sorted(
        [
            *_of_signals(signals),
            *_of_holds(holds),
            *_of_asks(asks, answers, as_of, weights.one_answer),
            *_of_acts(acts, as_of, weights.one_answer),
        ],
        key=lambda piece: (piece.person_id, piece.family, piece.reason_id),
    )
    everybody = sorted({*(piece.person_id for piece in pieces), *_people(signals), *_people(holds)})
    return _estimate(pieces, everybody, as_of, weights) if everybody else LIKELIHOODS.empty()


def _people(findings: pa.Table) -> Iterable[str]:
    return (person for person in findings["person_id"].to_pylist() if person)


def _rows(table: pa.Table, *names: str) -> Iterable[tuple[object, ...]]:
    return zip(*(table[name].to_pylist() for name in names), strict=True)


def _of_signals(signals: pa.Table) -> list[Piece]:
    columns = ("person_id", "signal_id", "kind", "strength", "observed_at")
    return [Piece(*row) for row in _rows(signals, *columns)]  # type: ignore[arg-type]  # the contract types the columns


def _of_holds(holds: pa.Table) -> list[Piece]:
    rows = _rows(holds, "person_id", "hold_id", "code", "observed_at")
    return [Piece(p, h, c, MOST, at) for p, h, c, at in rows if c in FAMILIES and at]  # type: ignore[arg-type]  # as above


def _of_asks(asks: pa.Table, answers: pa.Table, as_of: date, strength: float) -> list[Piece]:
    """What they answered before; an accepted ask is said, only the act is done."""
    said = dict(zip(answers["ask_id"].to_pylist(), _rows(answers, "answer", "answered_on"), strict=True))
    pieces = []
    for person, ask, kind, asked_on in _rows(asks, "person_id", "ask_id", "kind", "asked_on"):
        answer, on = said.get(ask, (None, None))
        on = on or asked_on
        if person and answer in FAMILIES and isinstance(on, date) and on <= as_of:
            pieces.append(Piece(str(person), str(ask), str(answer), strength, _noon(on), str(kind)))
    return pieces


def _of_acts(acts: pa.Table, as_of: date, strength: float) -> list[Piece]:
    return [
        Piece(str(person), str(act), "done", strength, _noon(on), str(kind))
        for person, act, kind, on in _rows(acts, "person_id", "act_id", "kind", "done_on")
        if person and isinstance(on, date) and on <= as_of
    ]


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12))


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The same pieces as columns: person and family as numbers, strength after fading."""

    person: Wholes
    family: Wholes
    faded: Floats
    kind: Wholes  # -1 where about the person
    reason_ids: list[str]


def _columns(pieces: list[Piece], everybody: list[str], as_of: date, weights: Weights) -> _Pieces:
    number = {person: index for index, person in enumerate(everybody)}
    end = datetime.combine(as_of, time.max)
    age = np.array([(end - piece.happened).total_seconds() / _DAY_SECONDS for piece in pieces], dtype=np.float64)
    half_life = np.array([weights.families[piece.family].half_life_days for piece in pieces], dtype=np.float64)
    strength = np.array([piece.strength for piece in pieces], dtype=np.float64)
    kinds = {kind: index for index, kind in enumerate(ACT_KINDS)}
    return _Pieces(
        person=np.array([number[piece.person_id] for piece in pieces], dtype=np.int64),
        family=np.array([_FAMILY_NAMES.index(piece.family) for piece in pieces], dtype=np.int64),
        faded=np.clip(strength * 0.5 ** (np.maximum(age, 0.0) / half_life), 0.0, MOST),
        kind=np.array([kinds.get(piece.act_kind or "", -1) for piece in pieces], dtype=np.int64),
        reason_ids=[piece.reason_id for piece in pieces],
    )


@dataclass(frozen=True, slots=True)
class _Belief:
    """What is believed of everybody for one act kind: one entry a person, and one weight a piece."""

    p: Floats
    low: Floats
    high: Floats
    known: npt.NDArray[np.bool_]
    weights: Floats


def _believe(columns: _Pieces, people: int, act_kind: int, chosen: Weights) -> _Belief:
    about_other = (columns.kind >= 0) & (columns.kind != act_kind)
    faded = np.where(about_other, columns.faded * chosen.other_kind, columns.faded)
    slot = columns.person * len(_FAMILY_NAMES) + columns.family
    # Noisy or: 1 - product of (1 - x). In logs it is a sum, and each piece's share of it is its share of the evidence.
    surprise = -np.log1p(-faded)
    total = np.bincount(slot, weights=surprise, minlength=people * len(_FAMILY_NAMES))
    evidence = -np.expm1(-total)
    share = surprise / np.where(total[slot] > 0, total[slot], 1.0)
    full = np.array([family.weight for family in chosen.families.values()]) * _FITS[:, act_kind]
    raw = evidence[slot] * share * full[columns.family]

    base = float(logit(chosen.base[ACT_KINDS[act_kind]]))
    said = _SAID[columns.family]
    room = float(logit(chosen.said_is_not_done)) - base
    words = np.bincount(columns.person[said], weights=raw[said], minlength=people)
    limited = room * -np.expm1(-words / room)
    scale = np.divide(limited, words, out=np.ones(people), where=words > 0)
    weights = np.where(said, raw * scale[columns.person], raw)

    p = expit(base + np.bincount(columns.person, weights=weights, minlength=people))
    masses = np.array([family.mass for family in chosen.families.values()])
    worth = (evidence.reshape(people, -1) * masses).sum(axis=1)
    mass = chosen.base_mass + worth
    tail = (1.0 - RANGE) / 2.0
    return _Belief(
        p=p,
        low=betaincinv(p * mass, (1 - p) * mass, tail),
        high=betaincinv(p * mass, (1 - p) * mass, 1.0 - tail),
        known=worth >= chosen.enough_mass,
        weights=weights,
    )


def _estimate(pieces: list[Piece], everybody: list[str], as_of: date, weights: Weights) -> pa.Table:
    columns = _columns(pieces, everybody, as_of, weights)
    tables = []
    for index, kind in enumerate(ACT_KINDS):
        belief = _believe(columns, len(everybody), index, weights)
        base = float(logit(weights.base[kind]))
        tables.append(_kind_table(belief, columns, everybody, kind=kind, as_of=as_of, base=base))
    return pa.concat_tables(tables).sort_by([("person_id", "ascending"), ("act_kind", "ascending")])


def _kind_table(
    belief: _Belief, columns: _Pieces, everybody: list[str], *, kind: str, as_of: date, base: float
) -> pa.Table:
    people = len(everybody)
    # Pieces are sorted by person, so each person's reasons lie together; the base rate goes in front of them.
    starts = np.searchsorted(columns.person, np.arange(people + 1))
    ids = np.insert(np.array(columns.reason_ids, dtype=object), starts[:-1], BASE_REASON)
    weights = np.insert(belief.weights, starts[:-1], base)
    offsets = pa.array(starts + np.arange(people + 1), type=pa.int32())
    structs = pa.StructArray.from_arrays([pa.array(ids, type=pa.string()), pa.array(weights)], ["signal_id", "weight"])
    unknown = ~belief.known
    arrays = {
        "as_of": pa.array([as_of] * people, type=pa.date32()),
        "person_id": pa.array(everybody, type=pa.string()),
        "act_kind": pa.array([kind] * people, type=pa.string()),
        "likelihood": pa.array(belief.p, mask=unknown),
        "low": pa.array(belief.low, mask=unknown),
        "high": pa.array(belief.high, mask=unknown),
        "known": pa.array(belief.known),
        "reasons": pa.ListArray.from_arrays(offsets, structs),
        "model_version": pa.array([MODEL_VERSION] * people, type=pa.string()),
    }
    return pa.table(arrays).select(LIKELIHOODS.names).cast(LIKELIHOODS.arrow())
