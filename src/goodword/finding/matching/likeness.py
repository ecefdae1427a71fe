"""How like what somebody said is to the words of a need; see docs/algorithms/matching.md.

Counted is the share of a need's words that come up in what somebody said, less the share of anybody's words that does:
who says much of everything is like nobody in particular. Words count by their stem and once more by runs of four
letters, so that "warehouses" and "Lagerhaus-Bestand" find "warehouse" and "Lagerhausbestand".
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

import numpy as np
import numpy.typing as npt
from scipy import sparse

from goodword.finding.listening.lexicon.shape import phrases
from goodword.finding.listening.themes.words import BEFORE, LEADING, LINKING, SMALL
from goodword.finding.matching.points import WORDS_NEAR, Matrix

ENOUGH = 0.4
"""So much likeness counts as whole: a text that tells of the very thing uses other words for most of it."""

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_UNSPACED = "\u3040"  # scripts without spaces begin here: each pair of letters is a word
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ed", "es", "ly", "en", "er", "s", "e")
_STEM, _RUN, _LONGEST = 4, 4, 64
_AT_ONCE = 2_000
"""So many texts are held as runs of letters at a time."""

type Row = npt.NDArray[np.float64]
type Table = sparse.csr_array


def alike(wanted: Sequence[str], said: Sequence[str]) -> Matrix:
    """How far what each said is about what each need tells, as points count it.

    Args:
        wanted: the words of each need.
        said: what each person said or story says.

    Returns:
        0 to 1, needs by rows; not a number where it is too little to be near: who did not speak of something may know
        of it all the same.
    """
    found = np.minimum(likeness(wanted, said) / ENOUGH, 1.0)
    found[~(found >= WORDS_NEAR)] = np.nan
    return found


def likeness(wanted: Sequence[str], said: Sequence[str]) -> Matrix:
    """The share of each need's words that each said, less what they say of anybody's words: 1 all, about 0 by chance.

    Args:
        wanted: the words of each need.
        said: what each person said or story says.

    Returns:
        Needs by rows; not a number where either says nothing.
    """
    found = np.full((len(wanted), len(said)), np.nan)
    needs = [at for at, text in enumerate(wanted) if _words(text)]
    there = [at for at, text in enumerate(said) if _words(text)] if needs else []
    if needs and there:
        forms = _Forms()
        asked, told = forms.counted([wanted[at] for at in needs]), forms.counted([said[at] for at in there])
        by_stem, by_run = forms.stems(), forms.runs()
        found[np.ix_(needs, there)] = (_shares(asked, told, by_stem) + _shares(asked, told, by_run)) / 2
    return found


class _Forms:
    """The different words of some texts, each with a number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def counted(self, texts: Sequence[str]) -> list[Counter[int]]:
        return [Counter(self._numbers.setdefault(one, len(self._numbers)) for one in _words(text)) for text in texts]

    def stems(self) -> Table:
        return self._parted([[_stem(one)] for one in self._numbers])

    def runs(self) -> Table:
        return self._parted([_runs(one) for one in self._numbers])

    @staticmethod
    def _parted(parts: Sequence[Sequence[str]]) -> Table:
        """Words by rows, what they are made of by columns."""
        numbers: dict[str, int] = {}
        return _table([Counter(numbers.setdefault(one, len(numbers)) for one in some) for some in parts], 0)


@dataclass(frozen=True, slots=True)
class _Said:
    """Texts by rows, what their words are made of by columns.

    Attributes:
        counts: how often.
        weights: how much each tells: what few say counts most, by idf once on either side as in a cosine.
        usual: how long a text usually is.
    """

    counts: Table
    weights: Row
    usual: float

    def shares(self) -> Table:
        """Of each text, the weight of each part as a share of all its weight; often said grows slowly."""
        shares = self.counts.copy()
        shares.data = 1 + np.log(shares.data)
        shares = sparse.csr_array(shares @ sparse.diags_array(self.weights))
        total = np.asarray(shares.sum(axis=1)).ravel()
        return sparse.csr_array(sparse.diags_array(1 / np.where(total > 0, total, 1.0)) @ shares)

    def covered(self) -> Table:
        """How likely each part would have been said in a text of the usual length (Poisson)."""
        covered = self.counts.copy()
        lengths = np.asarray(self.counts.sum(axis=1)).ravel() / self.usual
        covered.data = 1 - np.exp(-covered.data / np.repeat(lengths, np.diff(self.counts.indptr)))
        return covered


def _shares(asked: Sequence[Counter[int]], told: Sequence[Counter[int]], parts: Table) -> Matrix:
    """The share of needs by texts, less that of anybody's words, as a part of what is left above it."""
    needing = sparse.csr_array(_table(asked, parts.shape[0]) @ parts)
    known, length = np.bincount(needing.indices, minlength=parts.shape[1]), 0.0
    for some in _portions(told, parts):
        known += np.bincount(some.indices, minlength=parts.shape[1])
        length += float(some.sum())
    weights, usual = np.log(1 + (len(asked) + len(told)) / (1 + known)) ** 2, length / len(told)
    needs = _Said(needing, weights, usual).shares()
    anybody = np.zeros(parts.shape[1])
    for some in _portions(told, parts):
        anybody += np.asarray(_Said(some, weights, usual).shares().sum(axis=0)).ravel()
    found = []
    for some in _portions(told, parts):
        said = _Said(some, weights, usual)
        covered = said.covered()
        own = np.asarray(covered.multiply(said.shares()).sum(axis=1)).ravel()
        by_chance = (covered @ anybody - own) / max(len(told) - 1, 1)
        found.append(((needs @ covered.T).toarray() - by_chance) / np.maximum(1 - by_chance, 1e-9))
    together: Matrix = np.concatenate(found, axis=1)
    return together


def _portions(told: Sequence[Counter[int]], parts: Table) -> Iterator[Table]:
    for start in range(0, len(told), _AT_ONCE):
        yield sparse.csr_array(_table(told[start : start + _AT_ONCE], parts.shape[0]) @ parts)


def _table(counts: Sequence[Counter[int]], width: int) -> Table:
    columns = [at for one in counts for at in one]
    data = np.array([times for one in counts for times in one.values()], dtype=np.float64)
    starts = np.cumsum([0, *(len(one) for one in counts)])
    return sparse.csr_array((data, columns, starts), shape=(len(counts), width or max(columns, default=-1) + 1))


def _words(text: str) -> list[str]:
    found = []
    for word in _WORD.findall(normalize("NFKC", text).casefold()):
        if word[0] >= _UNSPACED and len(word) > 1:
            found += [word[at : at + 2] for at in range(len(word) - 1)]
        elif (len(word) > 1 or word[0] >= _UNSPACED) and word not in _small():
            found.append(word[:_LONGEST])
    return found


@cache
def _small() -> frozenset[str]:
    """The small words of all languages that we read: they say nothing of what a text is about."""
    tables = (LEADING, BEFORE, LINKING, SMALL)
    return frozenset(word for table in tables for written in table.values() for word in phrases(written))


def _stem(word: str) -> str:
    ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= _STEM), "")
    return word.removesuffix(ending)


def _runs(word: str) -> list[str]:
    padded = f" {word} "
    return [padded[at : at + _RUN] for at in range(max(len(padded) - _RUN + 1, 1))]
