"""What the good words of each account are about, with the newest of them, and what else is said of the same."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from goodword.programme.advocates.publishing.grouping import Row, Wholes, distinct, instants_of_column, nth
from goodword.programme.advocates.publishing.sheet import Sheet
from goodword.programme.advocates.roster import NO_DAY, SIDES
from goodword.programme.advocates.themes import SHOWN
from goodword.programme.columns import Array, array, column, pc

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
    starts = np.diff(account * max(len(names), 1) + theme, prepend=-1) != 0
    begins, group = np.flatnonzero(starts), np.cumsum(starts) - 1
    counts = np.bincount(group * _COUNTED + side, minlength=len(begins) * _COUNTED).reshape(-1, _COUNTED)
    good = side == 0
    everybody = max(sheet.persons.num_rows, 1)
    speakers = distinct(group[good] * everybody + sheet.remarks.person[row[good]]) // everybody
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


def themes_of(sheet: Sheet) -> list[str]:
    """The themes that anybody speaks of, by name."""
    return sorted(name for name in pc.list_flatten(column(sheet.remarks.table, "themes")).unique().to_pylist() if name)


def mentions_of(sheet: Sheet) -> "dict[str, npt.NDArray[Any]]":
    """The arrays of the roster that tell what was said, see roster.py; as many rows a remark as it has themes."""
    remarks = sheet.remarks
    side, some = _sides(sheet)
    row, coded = _flattened(sheet, some)
    named = themes_of(sheet)
    number = pc.index_in(coded, value_set=pa.array(named, pa.string())).fill_null(-1)
    theme = np.asarray(number.to_numpy(zero_copy_only=False), dtype=np.int64)
    bare = np.setdiff1d(some, row)
    # One number stands for a remark and a theme, so that each pair stands once; -1 is no theme.
    width = len(named) + 1
    pairs = distinct(np.concatenate([row * width + theme + 1, bare * width]))
    row, theme = pairs // width, pairs % width - 1
    place = sheet.standing.rank[remarks.person[row]]
    in_order = np.argsort(place, kind="stable")
    place, row, theme = place[in_order], row[in_order], theme[in_order]
    days = column(remarks.table, "at").cast(pa.timestamp("us")).cast(pa.date32(), safe=False).cast(pa.int32())
    return {
        "said:person": place,
        "said:remark": row,
        "said:theme": theme,
        "said:side": side[row],
        "said:day": np.asarray(days.fill_null(NO_DAY).to_numpy(zero_copy_only=False))[row],
    }


def _said(sheet: Sheet, at: Wholes) -> tuple[Wholes, Wholes, Wholes, Wholes, "np.ndarray[Any, np.dtype[np.object_]]"]:
    """Every theme of every remark that counts: account, number of the theme, side, row; and the themes' names."""
    remarks = sheet.remarks
    side, some = _sides(sheet)
    row, names = _flattened(sheet, some[at[remarks.person[some]] >= 0])
    coded = names.dictionary_encode()
    theme = np.asarray(coded.indices.to_numpy(zero_copy_only=False), dtype=np.int64)
    width = max(len(coded.dictionary), 1)
    pairs = distinct(row * width + theme)
    row, theme = pairs // width, pairs % width
    return at[remarks.person[row]], theme, side[row], row, np.array(coded.dictionary.to_pylist(), dtype=object)


def _sides(sheet: Sheet) -> tuple[Wholes, Wholes]:
    """The side of each remark, and which of them are on one."""
    kinds = pa.array(list(SIDES), pa.string())
    kind = pc.index_in(column(sheet.remarks.table, "kind"), value_set=kinds, skip_nulls=True).fill_null(-1)
    number = np.asarray(kind.to_numpy(zero_copy_only=False), dtype=np.int64)
    return np.array(list(SIDES.values()), dtype=np.int64)[number], np.flatnonzero(number >= 0)


def _flattened(sheet: Sheet, some: Wholes) -> tuple[Wholes, Array]:
    """The themes of some remarks, one after the other, and the row of each; empty ones are none."""
    lists = column(sheet.remarks.table, "themes").take(array(some))
    names = pc.list_flatten(lists).cast(pa.string())
    row = some[pc.list_parent_indices(lists).to_numpy(zero_copy_only=False)]
    told = np.asarray(pc.not_equal(names, "").fill_null(False).to_numpy(zero_copy_only=False), dtype=np.bool_)  # noqa: FBT003  # Arrow's own argument
    return row[told], names.filter(pa.array(told))
