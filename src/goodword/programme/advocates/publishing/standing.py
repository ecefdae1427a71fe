"""Where everybody stands: who may be asked, in which order the list shows them, whose moment comes first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.evidence.records.findings import SIGNAL_KINDS
from goodword.kit.clock import end_of
from goodword.programme.advocates.models import KIND_BITS, STATES
from goodword.programme.advocates.publishing.grouping import (
    Grouped,
    Wholes,
    instants_of_column,
    numbers_of_column,
    texts_of_column,
)
from goodword.programme.columns import column, pc
from goodword.programme.people.names import fold

type Floats = npt.NDArray[np.float64]
type Flags = npt.NDArray[np.bool_]

READY, UNKNOWN, RESTING, SILENT = range(len(STATES))
NEVER = np.iinfo(np.int64).min
FADES_BY_HALF_IN_DAYS = 7.0
WORDS = 2.0
_DAY = 86_400_000_000
_NOT_CHOSEN_BY_LIKELIHOOD = "review"  # public reviews go out by lot to all users, never to those likely to say yes


@dataclass(frozen=True, slots=True)
class Standing:
    """One entry a person, in the order of the published people, unless said otherwise.

    Attributes:
        state: index into STATES.
        kinds: bits of the kinds of their signals.
        best: row of `likelihoods` to show first; -1 where nothing is known.
        fresh: microseconds of their newest signal; NEVER where they have none.
        rank: place in the list by likelihood: may be asked, not known yet, resting, no evidence.
        name_rank: place by name.
        fresh_rank: place by newest signal.
        act_state: index into STATES, one entry a row of `likelihoods`, for that kind of act.
        act_rank: place among the rows of that kind of act, one entry a row of `likelihoods`.
        urgency: how urgent their moment is; 0 where they have none.
        moment_rank: place among the moments.
    """

    state: Wholes
    kinds: Wholes
    best: Wholes
    fresh: Wholes
    rank: Wholes
    name_rank: Wholes
    fresh_rank: Wholes
    act_state: Wholes
    act_rank: Wholes
    urgency: Floats
    moment_rank: Wholes


def standing(
    persons: pa.Table, signals: Grouped, holds: Grouped, likelihoods: Grouped, *, as_of: date, moment_days: int
) -> Standing:
    """Work out where everybody stands."""
    people = persons.num_rows
    name_rank = _places(np.argsort(np.array([fold(name) for name in texts_of_column(persons, "name")]), kind="stable"))
    held, held_for = _held(holds, people)
    chances = _chances(likelihoods, held, held_for)
    best, best_p = _best(likelihoods, chances, people)

    speaking = np.zeros(people, dtype=np.bool_)
    for grouped in (signals, holds, likelihoods):
        speaking[grouped.person] = True
    resting = held | _closed(likelihoods, chances, people)
    state = np.where(resting, RESTING, np.where(~speaking, SILENT, np.where(best >= 0, READY, UNKNOWN)))

    fresh = np.full(people, NEVER, dtype=np.int64)
    np.maximum.at(fresh, signals.person, instants_of_column(signals.table, "observed_at"))
    kinds = np.zeros(people, dtype=np.int64)
    np.bitwise_or.at(kinds, signals.person, _bits(signals))
    urgency = urgencies(signals, people, as_of=as_of, moment_days=moment_days)
    return Standing(
        state=state.astype(np.int64),
        kinds=kinds,
        best=best,
        fresh=fresh,
        rank=_places(np.lexsort((name_rank, -best_p, state))),
        name_rank=name_rank,
        fresh_rank=_places(np.lexsort((name_rank, -fresh.astype(np.float64)))),
        act_state=chances.state,
        act_rank=_act_rank(likelihoods, chances, name_rank),
        urgency=urgency,
        moment_rank=_places(np.lexsort((name_rank, -urgency))),
    )


def urgencies(signals: Grouped, people: int, *, as_of: date, moment_days: int) -> Floats:
    """Say how urgent everybody's moment is: freshest and rarest first.

    A signal's urgency is freshness x (1 + rarity) x words: freshness halves every 7 days, rarity is -log2 of the share
    of people with a moment who have a signal of that kind in it, words is 2 where the signal has somebody's words and 1
    where something was only counted. A person's is that of their most urgent signal; 0 where none was observed in the
    `moment_days` before the end of `as_of`.
    """
    end = int(end_of(as_of).replace(tzinfo=UTC).timestamp()) * 1_000_000
    age = (end - instants_of_column(signals.table, "observed_at")) / _DAY
    recent = (age > 0) & (age <= moment_days)
    kind = numbers_of(signals, "kind", SIGNAL_KINDS)
    seen = np.unique(signals.person[recent] * len(SIGNAL_KINDS) + kind[recent])
    holders = np.bincount(seen % len(SIGNAL_KINDS), minlength=len(SIGNAL_KINDS))
    everybody = max(len(np.unique(signals.person[recent])), 1)
    rarity = -np.log2(np.maximum(holders, 1) / everybody)
    urgency = np.zeros(people, dtype=np.float64)
    each = 0.5 ** (age / FADES_BY_HALF_IN_DAYS) * (1.0 + rarity[kind]) * np.where(_with_words(signals), WORDS, 1.0)
    np.maximum.at(urgency, signals.person[recent], each[recent])
    return urgency


@dataclass(frozen=True, slots=True)
class _Chances:
    """One entry a row of likelihoods: its kind, its number (-1 where not known), and where its person stands."""

    kind: Wholes
    p: Floats
    state: Wholes


def _held(holds: Grouped, people: int) -> tuple[Flags, Wholes]:
    """Return who is held for everything, and (person, act kind) pairs as numbers for the rest."""
    act_kind = numbers_of(holds, "act_kind", ACT_KINDS)
    held = np.zeros(people, dtype=np.bool_)
    held[holds.person[act_kind < 0]] = True
    return held, (holds.person * len(ACT_KINDS) + act_kind)[act_kind >= 0]


def _chances(likelihoods: Grouped, held: Flags, held_for: Wholes) -> _Chances:
    kind = numbers_of(likelihoods, "act_kind", ACT_KINDS)
    known = np.asarray(column(likelihoods.table, "known").fill_null(fill_value=False).to_numpy(zero_copy_only=False))
    p = np.where(known, np.nan_to_num(numbers_of_column(likelihoods.table, "likelihood"), nan=-1.0), -1.0)
    resting = held[likelihoods.person] | np.isin(likelihoods.person * len(ACT_KINDS) + kind, held_for)
    state = np.where(resting, RESTING, np.where(p >= 0, READY, UNKNOWN))
    return _Chances(kind=kind, p=p, state=state.astype(np.int64))


def _closed(likelihoods: Grouped, chances: _Chances, people: int) -> Flags:
    """Return who may be asked for no kind of act at all."""
    closed = np.zeros(people, dtype=np.bool_)
    closed[likelihoods.person] = True
    closed[likelihoods.person[chances.state != RESTING]] = False
    return closed


def _best(likelihoods: Grouped, chances: _Chances, people: int) -> tuple[Wholes, Floats]:
    """Return each person's row of the highest number among the kinds that likelihood may choose, and the number."""
    # Of somebody who rests anyway every kind is shown; else only kinds that may be asked for.
    shown = (chances.state != RESTING) | _closed(likelihoods, chances, people)[likelihoods.person]
    usable = (chances.p >= 0) & (chances.kind != ACT_KINDS.index(_NOT_CHOSEN_BY_LIKELIHOOD)) & shown
    rows = np.flatnonzero(usable)
    order = rows[np.lexsort((chances.kind[rows], -chances.p[rows], likelihoods.person[rows]))]
    who, first = np.unique(likelihoods.person[order], return_index=True)
    best = np.full(people, -1, dtype=np.int64)
    best_p = np.full(people, -1.0)
    best[who] = order[first]
    best_p[who] = chances.p[order[first]]
    return best, best_p


def _act_rank(likelihoods: Grouped, chances: _Chances, name_rank: Wholes) -> Wholes:
    order = np.lexsort((name_rank[likelihoods.person], -chances.p, chances.state, chances.kind))
    rank = np.empty(len(order), dtype=np.int64)
    kinds = chances.kind[order]
    rank[order] = np.arange(len(order)) - np.searchsorted(kinds, kinds)
    return rank


def numbers_of(grouped: Grouped, name: str, words: Sequence[str]) -> Wholes:
    """Return which of these words each row has in a column; -1 where none."""
    number = pc.index_in(column(grouped.table, name), value_set=pa.array(words, pa.string()), skip_nulls=True)
    return np.asarray(number.fill_null(-1).to_numpy(zero_copy_only=False), dtype=np.int64)


def _with_words(signals: Grouped) -> Flags:
    """Return which signals quote somebody."""
    evidence = signals.table["evidence"].combine_chunks()
    quoted = np.zeros(signals.table.num_rows, dtype=np.bool_)
    quotes = pc.struct_field(pc.list_flatten(evidence), "quote")
    quoted[pc.list_parent_indices(evidence).filter(pc.is_valid(quotes)).to_numpy(zero_copy_only=False)] = True
    return quoted


def _bits(signals: Grouped) -> Wholes:
    bits = np.array([KIND_BITS[kind] for kind in SIGNAL_KINDS], dtype=np.int64)
    return bits[numbers_of(signals, "kind", SIGNAL_KINDS)]


def _places(order: npt.NDArray[np.intp]) -> Wholes:
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(len(order))
    return places
