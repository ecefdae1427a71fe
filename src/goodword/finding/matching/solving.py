"""All open needs are solved together, so that nobody wins by asking first; see docs/algorithms/matching.md.

Who is asked for which need is a flow: from each need to a person, from each person to their account, and out of the
account as far as its limit goes. Such a programme has whole numbers for its best solution by itself (its matrix is
totally unimodular: Hoffman and Kruskal 1956), so HiGHS (Huangfu and Hall 2018) finds it without branching.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from goodword.finding.matching.facts import Known, Rules, Wanted
from goodword.finding.matching.points import Fits, Matrix

PRIOR = 0.3
"""How likely somebody says yes of whom nothing is known."""

A_NO_LOSES = 0.5
"""The part of a fit that is lost if somebody says no."""

MEETS = 1.0
"""What a need counts that is met at all, beside how well: a fair fit for two needs beats a perfect one for one."""

FRESH, SOON, NEVER_ASKED = 0.2, 0.05, 0.3
"""At most so much counts that somebody was not asked lately, that a need is due, that somebody is tried out."""

SOON_DAYS = 60
QUALIFIED = {True: 1.1, None: 1.0, False: 0.7}
"""By what the worth of somebody is taken times, as they are qualified, not known, or not qualified."""

_TIE, _WHOLE = 1e-6, 1e-6
type Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pair:
    """A person for a need; both by their place in what was handed over.

    Attributes:
        need: the place of the need.
        person: the place of the person.
    """

    need: int
    person: int


@dataclass(frozen=True, slots=True)
class Solution:
    """What was found.

    Attributes:
        pairs: who is proposed for which need; nobody twice.
        worth: of each need by each person, what the pairing counts.
        able: who could be asked for which need, as if it were the only one.
    """

    pairs: tuple[Pair, ...]
    worth: Matrix
    able: Mask

    @property
    def paired(self) -> dict[int, int]:
        """The person of each need that has one; both by their place."""
        return {pair.need: pair.person for pair in self.pairs}


def solve(
    needs: Sequence[Wanted], people: Sequence[Known], found: Fits, rules: Rules, *, days_left: Sequence[int | None]
) -> Solution:
    """Pair needs with people: as many urgent needs as can be met, then whatever counts most altogether.

    Args:
        needs: open ones.
        people: everybody who might do it; also those who may not be asked, so that it can be told why.
        found: how well they fit, needs by people.
        rules: bounds and tastes.
        days_left: of each need until it is too late; None where nobody said.

    Returns:
        The pairs; the same for the same facts in whatever order.
    """
    able = fitting(needs, people, found, rules) & ~_barred(needs, people) & _fair(needs, people, rules)[None, :]
    room = room_of(people, rules)
    able &= np.array([room.get(one.account_id, rules.an_account) > 0 for one in people], dtype=np.bool_)[None, :]
    worth = _worth(needs, people, found, rules, days_left)
    rows, columns = _worth_a_look(able, worth, [one.account_id for one in people], room)
    if not len(rows):
        return Solution((), worth, able)
    urgent = np.array([need.urgent for need in needs])
    gain = worth[rows, columns] + MEETS + _ties(needs, people, rows, columns, rules.seed)
    gain += np.where(urgent[rows], gain.max() * len(needs) + 1, 0.0)
    chosen = _best(gain, rows, columns, [one.account_id for one in people], room)
    pairs = sorted(zip(rows[chosen].tolist(), columns[chosen].tolist(), strict=True))
    return Solution(tuple(Pair(*pair) for pair in pairs), worth, able)


def fitting(needs: Sequence[Wanted], people: Sequence[Known], found: Fits, rules: Rules) -> Mask:
    """Who fits which need well enough, and of whom something is certain; nobody who works where it is for."""
    enough = (found.middle >= rules.least_fit) & (found.low > 0)
    of_accounts = np.array([one.account_id for one in people])
    for row, need in enumerate(needs):
        if need.account_id:
            enough[row] &= of_accounts != need.account_id
    return enough


def room_of(people: Sequence[Known], rules: Rules) -> Mapping[str, int]:
    """By account how many more of its people may be asked now; somebody without an account is their own."""
    accounts = {one.account_id for one in people if one.account_id}
    return {one: max(rules.an_account - rules.open_of.get(one, 0), 0) for one in accounts}


def fair_share(needs: Sequence[Wanted], people: Sequence[Known], rules: Rules) -> int:
    """How often at most somebody may have been asked in a year, with this time."""
    total = sum(one.asked for one in people) + len(needs)
    return max(rules.floor, int(rules.share * total))


def _fair(needs: Sequence[Wanted], people: Sequence[Known], rules: Rules) -> Mask:
    most = fair_share(needs, people, rules)
    return np.array([one.asked < most for one in people], dtype=np.bool_)


def _barred(needs: Sequence[Wanted], people: Sequence[Known]) -> Mask:
    kinds = sorted({need.act_kind for need in needs})
    of_kind = {kind: np.array([kind in one.bars for one in people], dtype=np.bool_) for kind in kinds}
    places = {one.person_id: place for place, one in enumerate(people)}
    barred = np.zeros((len(needs), len(people)), dtype=np.bool_)
    for row, need in enumerate(needs):
        barred[row] = of_kind[need.act_kind]
        barred[row, [places[one] for one in need.declined if one in places]] = True
    return barred


def _worth(
    needs: Sequence[Wanted], people: Sequence[Known], found: Fits, rules: Rules, days_left: Sequence[int | None]
) -> Matrix:
    kinds = {
        kind: np.array([one.likelihood.get(kind, PRIOR) for one in people])
        for kind in {need.act_kind for need in needs}
    }
    likely = np.array([kinds[need.act_kind] for need in needs]).reshape(len(needs), len(people))
    qualified = np.array([QUALIFIED[one.qualified] for one in people])
    asked = np.array([one.asked for one in people], dtype=np.float64)
    soon = np.array([0.0 if left is None else SOON * np.exp(-max(left, 0) / SOON_DAYS) for left in days_left])
    tried = np.array([drawn(rules.seed, str(need.need_id)) < rules.exploring for need in needs])
    # A no loses not all: the need waits for the next matching.
    worth: Matrix = (
        found.middle * (1 - A_NO_LOSES * (1 - likely)) * qualified[None, :]
        + FRESH / (1 + asked)[None, :]
        + soon[:, None]
    )
    worth += NEVER_ASKED * tried[:, None] * (asked == 0)[None, :]
    return worth


def _worth_a_look(
    able: Mask, worth: Matrix, accounts: Sequence[str], room: Mapping[str, int]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The pairs that a best solution can be made of.

    For a need, of each account only its best people up to the account's room, and of those no more than there are
    needs. Nothing is lost: each other need takes at most one place away from this list, be it a person or a part of an
    account's room, so somebody on it is left who is worth at least as much as anybody off it.
    """
    rows: list[int] = []
    columns: list[int] = []
    for need in range(len(able)):
        there = np.flatnonzero(able[need])
        taken: Counter[str] = Counter()
        kept = 0
        for person in there[np.argsort(-worth[need, there], kind="stable")].tolist():
            account = accounts[person]
            if account and taken[account] >= room[account]:
                continue
            taken[account] += 1
            rows.append(need)
            columns.append(person)
            kept += 1
            if kept >= len(able):
                break
    return np.array(rows, dtype=np.int64), np.array(columns, dtype=np.int64)


def _best(
    gain: npt.NDArray[np.float64],
    rows: npt.NDArray[np.int64],
    columns: npt.NDArray[np.int64],
    accounts: Sequence[str],
    room: Mapping[str, int],
) -> npt.NDArray[np.int64]:
    from scipy import sparse  # noqa: PLC0415 takes half a second, and only solving needs it
    from scipy.optimize import linprog  # noqa: PLC0415 as above

    bounds: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, (row, column) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        bounds["need", str(row)].append(place)
        bounds["person", str(column)].append(place)
        if accounts[column]:
            bounds["account", accounts[column]].append(place)
    most = np.array([room[of] if what == "account" else 1 for what, of in bounds], dtype=np.float64)
    places = np.concatenate([np.array(some, dtype=np.int64) for some in bounds.values()])
    starts = np.cumsum([0, *(len(some) for some in bounds.values())])
    table = sparse.csr_array((np.ones(len(places)), places, starts), shape=(len(most), len(gain)))
    done = linprog(
        -gain,
        A_ub=table,  # type: ignore[call-overload]  # it takes sparse ones, its stubs do not say so
        b_ub=most,
        bounds=(0, 1),
        method="highs-ds",  # the simplex: its answer is a corner, and every corner is whole
    )
    if done.x is None or not np.allclose(done.x, np.round(done.x), atol=_WHOLE):
        raise RuntimeError(f"HiGHS found no whole solution where there is one: {done.message}")
    return np.flatnonzero(done.x > 1 / 2)


def _ties(
    needs: Sequence[Wanted],
    people: Sequence[Known],
    rows: npt.NDArray[np.int64],
    columns: npt.NDArray[np.int64],
    seed: str,
) -> npt.NDArray[np.float64]:
    """Tell equals apart by the seed, never by the order in which they came."""
    of_needs = np.array([drawn(seed, f"need {one.need_id}") for one in needs])
    of_people = np.array([drawn(seed, f"person {one.person_id}") for one in people])
    # A sum alone would leave two pairs equal to the same two the other way round.
    ties: npt.NDArray[np.float64] = _TIE * np.mod(
        of_needs[rows] * 997 + of_people[columns] * 991 + of_needs[rows] * of_people[columns], 1.0
    )
    return ties


def drawn(seed: str, what: str) -> float:
    """A number from 0 up to 1 that only the seed and the thing decide."""
    return int.from_bytes(hashlib.sha256(f"{seed}\x00{what}".encode()).digest()[:6]) / 2**48
