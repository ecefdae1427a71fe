"""What the good words of each account are about, with the newest of them, and what else is said of the same."""

from typing import Any

import numpy as np
import pyarrow as pa

from goodword.programme.advocates.publishing.grouping import Row, Wholes, instants_of_column, nth
from goodword.programme.advocates.publishing.sheet import Sheet
from goodword.programme.columns import array, column, pc

SHOWN = 6
"""How many themes of an account are told, those of most good words first."""

_SIDES = {"praise": 0, "win": 0, "complaint": 1, "wish": 2}
_COUNTED = 3  # sides: good words, complaints, wishes


def themes_of_accounts(sheet: Sheet, at: Wholes) -> tuple[list[int], list[Row]]:
    """Return, for each theme to show, the rank of its account and what is told of it; a remark counts once for it.

    Args:
        sheet: everything about everybody.
        at: for each person the rank of their account; -1 where it is not known.

    Returns:
        The ranks, and beside them `theme`, `count` of good words, `people` who said them, `complaints` and `wishes`
        of the same, and the newest good words by `person_id` and `remark_id`.
    """
    account, theme, side, row, names = _said(sheet, at)
    newest = -instants_of_column(sheet.remarks.table, "at")[row].astype(np.float64)
    order = np.lexsort((row, newest, side, theme, account))
    account, theme, side, row = (one[order] for one in (account, theme, side, row))
    _, begins, group = np.unique(np.stack([account, theme]), axis=1, return_index=True, return_inverse=True)
    counts = np.bincount(group * _COUNTED + side, minlength=len(begins) * _COUNTED).reshape(-1, _COUNTED)
    good = side == 0
    speakers = np.unique(np.stack([group[good], sheet.remarks.person[row[good]]]), axis=1)[0]
    people = np.bincount(speakers, minlength=len(begins))
    loved = np.flatnonzero(counts[:, 0])
    by_name = np.argsort(np.argsort(names))
    shown = loved[np.lexsort((by_name[theme[begins[loved]]], -counts[loved, 0], account[begins[loved]]))]
    shown = shown[nth(account[begins[shown]]) < SHOWN]
    first = row[begins[shown]]
    told: dict[str, list[Any]] = {
        "theme": names[theme[begins[shown]]].tolist(),
        "count": counts[shown, 0].tolist(),
        "people": people[shown].tolist(),
        "complaints": counts[shown, 1].tolist(),
        "wishes": counts[shown, 2].tolist(),
        "person_id": sheet.person_ids.take(array(sheet.remarks.person[first])).to_pylist(),
        "remark_id": column(sheet.remarks.table, "remark_id").take(array(first)).to_pylist(),
    }
    rows = [dict(zip(told, values, strict=True)) for values in zip(*told.values(), strict=True)]
    return account[begins[shown]].tolist(), rows


def _said(sheet: Sheet, at: Wholes) -> tuple[Wholes, Wholes, Wholes, Wholes, "np.ndarray[Any, np.dtype[np.object_]]"]:
    """Every theme of every remark that counts: account, number of the theme, side, row; and the themes' names."""
    remarks = sheet.remarks
    sides = pa.array(list(_SIDES), pa.string())
    kind = pc.index_in(column(remarks.table, "kind"), value_set=sides, skip_nulls=True).fill_null(-1)
    number = np.asarray(kind.to_numpy(zero_copy_only=False), dtype=np.int64)
    some = np.flatnonzero((number >= 0) & (at[remarks.person] >= 0))
    lists = column(remarks.table, "themes").take(array(some))
    row = some[pc.list_parent_indices(lists).to_numpy(zero_copy_only=False)]
    coded = pc.list_flatten(lists).dictionary_encode()
    theme = np.asarray(coded.indices.to_numpy(zero_copy_only=False), dtype=np.int64)
    pairs = np.unique(np.stack([row, theme]), axis=1)
    row, theme = pairs[0], pairs[1]
    side = np.array(list(_SIDES.values()), dtype=np.int64)[number[row]]
    names = np.array(coded.dictionary.to_pylist(), dtype=object)
    return at[remarks.person[row]], theme, side, row, names
