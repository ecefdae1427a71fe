"""Where people worked, as their pages show it: the spells of the ledger, each with how its ends are known."""

from typing import Any

import numpy as np
import pyarrow as pa

from goodword.programme.advocates.findings import Findings
from goodword.programme.advocates.publishing.grouping import Grouped, group_by_person
from goodword.programme.columns import Array, array, column, json_lists, json_objects, json_texts, pc

CALLED, HOST, PLACE = "called", "host", "place"
"""What is added to the columns of a spell: what its company is called, empty where no record names it; then the domain
it is known by, else empty; where its account stands among the accounts, -1 where none of them is it."""

_ENDS = ("started", "ended")
_OF_AN_END = ("on", "not_before", "not_after", "by", "table", "id")
_KEPT = ("person_id", "spell_id", "company_id", "account_id", "title", "table", "record_id", "problems")
_LATEST = np.iinfo(np.int32).max


def spells_by_person(findings: Findings, person_ids: Array) -> Grouped:
    """Lay spells out by person: those that go on first, then those that ended last.

    Returns:
        the columns of SPELLS that readers are told, and CALLED, HOST and PLACE.
    """
    rows = findings.spells
    at = pc.index_in(column(rows, "account_id"), value_set=column(findings.accounts, "account_id"), skip_nulls=True)
    name = column(findings.accounts, "name").take(at)
    called = pc.coalesce(_filled(name), _filled(column(rows, "company_name")), column(rows, "account_id")).fill_null("")
    host = pc.if_else(pc.equal(called, ""), _hosts(findings.companies, column(rows, "company_id")), "")
    kept = rows.select([*_KEPT, *(f"{which}_{name}" for which in _ENDS for name in _OF_AN_END)])
    for name, values in {
        CALLED: called,
        HOST: host,
        PLACE: at.cast(pa.int64()).fill_null(-1),
        "until": _day(rows, "ended_on", "ended_not_after").fill_null(_LATEST),
        "since": _day(rows, "started_on", "started_not_after").fill_null(-_LATEST),
    }.items():
        kept = kept.append_column(name, values)
    return group_by_person(
        kept, person_ids, ("until", "descending"), ("since", "descending"), ("spell_id", "ascending")
    )


def employments(spells: Grouped, low: int, high: int) -> list[str]:
    """Return where persons low..high-1 worked as JSON lists, for `employments.py` to read."""
    rows = spells.slice(low, high)
    problems = column(rows, "problems")
    jobs = json_objects(
        company=json_texts(column(rows, CALLED)),
        host=json_texts(column(rows, HOST)),
        account_id=json_texts(_of_known(rows)),
        title=json_texts(column(rows, "title").fill_null("")),
        table=json_texts(column(rows, "table")),
        id=json_texts(column(rows, "record_id")),
        started_on=_json_day(rows, "started_on"),
        ended_on=_json_day(rows, "ended_on"),
        started=_end(rows, "started"),
        ended=_end(rows, "ended"),
        problems=json_lists(problems, json_texts(pc.list_flatten(problems))),
    )
    begins = (spells.starts[low : high + 1] - spells.starts[low]).astype(np.int32)
    written: list[str] = json_lists(pa.ListArray.from_arrays(array(begins), jobs), jobs).to_pylist()
    return written


def _end(rows: pa.Table, which: str) -> Array:
    """How an end is known; null where nothing tells of it."""
    told = json_objects(
        not_before=_json_day(rows, f"{which}_not_before"),
        not_after=_json_day(rows, f"{which}_not_after"),
        **{name: json_texts(column(rows, f"{which}_{name}")) for name in ("by", "table", "id")},
    )
    return pc.if_else(pc.is_valid(column(rows, f"{which}_by")), told, "null")


def _of_known(rows: pa.Table) -> Array:
    """The accounts that are known; others have no page."""
    return pc.if_else(pc.greater_equal(column(rows, PLACE), 0), column(rows, "account_id"), "")


def _hosts(companies: pa.Table, company_id: Array) -> Array:
    """The domain each company is known by, the first by letter where there are several."""
    known = companies.filter(pc.and_(pc.is_valid(companies["domain"]), pc.is_valid(companies["company_id"])))
    first = known.group_by("company_id").aggregate([("domain", "min")])
    at = pc.index_in(company_id, value_set=column(first, "company_id"), skip_nulls=True)
    return column(first, "domain_min").take(at).fill_null("")


def _json_day(rows: pa.Table, name: str) -> Array:
    return json_texts(column(rows, name))


def _day(rows: pa.Table, *names: str) -> Array:
    """The first of some days that is known, in days since 1970."""
    return pc.coalesce(*(column(rows, name) for name in names)).cast(pa.int32())


def _filled(values: Array) -> Any:  # noqa: ANN401  # an Arrow array
    return pc.if_else(pc.equal(values, ""), pa.scalar(None, pa.string()), values)
