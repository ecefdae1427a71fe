"""A made-up crowd for `make bench`: as many people as asked for, five signals each, all of it from one seed."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.evidence.records.findings import HOLDS, LIKELIHOODS, REMARKS, SIGNAL_KINDS, SIGNALS, TEXTS
from goodword.evidence.records.known import KNOWN, PERSONS
from goodword.evidence.records.whereabouts import MOVES, SPELLS
from goodword.programme.advocates.findings import Findings
from goodword.programme.columns import Array, array, pc
from tests.world import TODAY

type Whole = npt.NDArray[np.int64]

SIGNALS_EACH = 5
PEOPLE_AN_ACCOUNT = 20
OWNERS = 500
SILENT, HELD, HEARD, MOVED = 0.1, 0.08, 0.4, 0.2
"""Shares: people without a signal, people who rest, signals in somebody's own words, people who came from elsewhere."""

_SYLLABLES = "ba be bi bo ka ke ki la le li lo ma me mi na ne ni no ra re ri ro sa se si ta te ti to va vi za".split()
_ENDS = "n r s na ra ro la lo tte ño ić ız øy ström mann sen dottir ová eau wick ham ley berg stad".split()
_TRADES = "Foods Dairy Mobility Freight Health Bank Utilities Retail Rail Energy Labs Systems Logistics".split()
_TITLES = ("Head of Data", "Finance Systems Lead", "Group CFO", "Network Planner", "Analyst", "VP Operations")
_SAID = (
    "It saved my team four days at month-end.",
    "The wards finally trust the bed board.",
    "We stopped arguing about whose number is right.",
    "I tell every planner I meet about it.",
    "Setup took an afternoon, and nobody has called me since.",
)
_NUMBERS = '{"active_days":41,"features_used":9,"features_open":14,"score":10,"helped":6,"growth":0.2,"outcome":1}'
_DAY = 86_400_000_000


def crowd_of(people: int, *, seed: int = 1) -> Findings:
    """Return what was found about so many people."""
    rng = np.random.default_rng(seed)
    accounts = max(people // PEOPLE_AN_ACCOUNT, 1)
    speaking = np.flatnonzero(rng.random(people) >= SILENT)
    signals, texts, remarks = _signals(rng, np.repeat(speaking, SIGNALS_EACH))
    persons = _persons(rng, people, accounts)
    spells, moves = _careers(np.random.default_rng(seed + 1), persons, accounts)
    return Findings(
        persons=persons,
        accounts=_accounts(rng, accounts),
        signals=signals,
        holds=_holds(rng, speaking),
        likelihoods=_likelihoods(rng, speaking),
        remarks=remarks,
        texts=texts,
        spells=spells,
        moves=moves,
    )


def _ids(prefix: str, numbers: Whole) -> Array:
    return pc.binary_join_element_wise(prefix, pa.array(numbers).cast(pa.string()), "")


def _names(rng: np.random.Generator, many: int) -> Array:
    """So many different made-up names."""
    parts = [np.array(_SYLLABLES, dtype=object)[rng.integers(0, len(_SYLLABLES), 4 * many)] for _ in range(3)]
    ends = np.array(_ENDS, dtype=object)[rng.integers(0, len(_ENDS), 4 * many)]
    made = pc.unique(pa.array(parts[0] + np.where(rng.random(4 * many) < 0.5, parts[1], "") + parts[2] + ends))
    return pc.utf8_capitalize(made.slice(0, many))


def _drawn(rng: np.random.Generator, names: Array, many: int) -> Whole:
    """So many of the names: the first are common, the last are rare."""
    return np.minimum((len(names) * rng.random(many) ** 3).astype(np.int64), len(names) - 1)


def _table(schema: pa.Schema, rows: int, **columns: Any) -> pa.Table:  # noqa: ANN401  # whatever Arrow takes
    arrays = [
        pa.array(columns[field.name], field.type) if field.name in columns else pa.nulls(rows, field.type)
        for field in schema
    ]
    return pa.table(arrays, schema=schema)


def _persons(rng: np.random.Generator, people: int, accounts: int) -> pa.Table:
    given, family = _names(rng, 8_000), _names(rng, 40_000)
    first, last = (names.take(array(_drawn(rng, names, people))) for names in (given, family))
    number = np.arange(people)
    at = rng.integers(0, accounts, people)
    plain = pc.utf8_lower(last)
    mail = pc.binary_join_element_wise(
        plain, pa.array(number).cast(pa.string()), "@", _ids("company", at), ".example", ""
    )
    lists = pa.array(np.arange(people + 1), pa.int32())
    return _table(
        PERSONS.arrow(),
        people,
        person_id=_ids("p", number),
        person_keys=pa.ListArray.from_arrays(lists, _ids("crm:00Q", number)),
        emails=pa.ListArray.from_arrays(lists, mail),
        name=pc.binary_join_element_wise(first, last, " "),
        email=mail,
        account_id=_ids("a", at),
        title=np.array(_TITLES, dtype=object)[rng.integers(0, len(_TITLES), people)],
        approximate=np.zeros(people, dtype=np.bool_),
    )


def _accounts(rng: np.random.Generator, accounts: int) -> pa.Table:
    names, owner = _names(rng, max(accounts // 2, 10)), rng.integers(0, OWNERS, accounts)
    trade = pa.array(np.array(_TRADES, dtype=object)[rng.integers(0, len(_TRADES), accounts)], pa.string())
    return _table(
        KNOWN["accounts"].arrow(),
        accounts,
        account_id=_ids("a", np.arange(accounts)),
        name=pc.binary_join_element_wise(names.take(array(_drawn(rng, names, accounts))), trade, " "),
        arr=rng.integers(5, 900, accounts) * 1_000.0,
        currency=np.full(accounts, "EUR", dtype=object),
        owner_email=pc.binary_join_element_wise(_ids("CSM", owner), "@northwind.example", ""),
        source=np.full(accounts, "crm", dtype=object),
    )


def _careers(rng: np.random.Generator, persons: pa.Table, accounts: int) -> tuple[pa.Table, pa.Table]:
    """Everybody at their account, listed with an address; some came from another one, whose history says so."""
    people, number = persons.num_rows, np.arange(persons.num_rows)
    moved = np.flatnonzero(rng.random(people) < MOVED)
    before = _ids("a", rng.integers(0, accounts, len(moved)))
    began = np.datetime64(TODAY, "D") - rng.integers(30, 2_000, people)
    here = {
        "spell_id": _ids("w", number), "person_id": persons["person_id"], "account_id": persons["account_id"],
        "company_id": persons["account_id"], "title": persons["title"], "table": pa.repeat("people", people),
        "record_id": _ids("r", number), "started_not_after": began, "started_by": pa.repeat("sign_up", people),
        "started_table": pa.repeat("people", people), "started_id": _ids("r", number),
    }  # fmt: skip
    jobs, at = pa.repeat("employments", len(moved)), began[moved]
    there = {
        "spell_id": _ids("v", moved), "person_id": _ids("p", moved), "account_id": before, "company_id": before,
        "table": jobs, "record_id": _ids("j", moved), "started_by": pa.repeat("crm_history", len(moved)),
        **dict.fromkeys(("started_on", "started_not_before", "started_not_after"), at - 900),
        **dict.fromkeys(("ended_on", "ended_not_before", "ended_not_after"), at - 1),
        "ended_by": pa.repeat("crm_history", len(moved)), "started_table": jobs, "ended_table": jobs,
        "started_id": _ids("j", moved), "ended_id": _ids("j", moved),
    }  # fmt: skip
    spells = [_table(SPELLS.arrow(), len(one["spell_id"]), **one) for one in (here, there)]
    moves = {
        "person_id": _ids("p", moved), "from_account_id": before, "from_spell_id": _ids("v", moved),
        "to_spell_id": _ids("w", moved), "moved_not_before": at - 1, "moved_not_after": at,
        "to_account_id": persons["account_id"].combine_chunks().take(array(moved)),
        "approximate": np.ones(len(moved), dtype=np.bool_),
    }  # fmt: skip
    return pa.concat_tables(spells), _table(MOVES.arrow(), len(moved), **moves)


def _signals(rng: np.random.Generator, person: Whole) -> tuple[pa.Table, pa.Table, pa.Table]:
    many = len(person)
    end = np.datetime64(TODAY, "us").astype(np.int64)
    at = pa.array(end - rng.integers(0, 365 * 24, many) * (_DAY // 24)).cast(pa.timestamp("us"))
    heard = rng.random(many) < HEARD
    which = rng.integers(0, len(_SAID), many)
    said = pa.array(np.array(_SAID, dtype=object)[which], pa.string())
    quote = pc.if_else(pa.array(heard), said, pa.scalar(None, pa.string()))
    start = pc.if_else(pa.array(heard), 7, pa.scalar(None, pa.int64()))
    record = _ids("t", np.arange(many))
    kinds = np.array(SIGNAL_KINDS, dtype=object)[rng.integers(0, len(SIGNAL_KINDS), many)]
    pieces = pa.StructArray.from_arrays(
        [
            pa.DictionaryArray.from_arrays(array(heard.astype(np.int8)), ["usage", "interactions"]).cast(pa.string()),
            record,
            quote,
            start,
            pc.add(start, pc.utf8_length(said).cast(pa.int64())),
            pa.repeat(_NUMBERS, many),
        ],
        names=["table", "id", "quote", "start", "end", "numbers"],
    )
    signals = _table(
        SIGNALS.arrow(),
        many,
        signal_id=_ids("s", np.arange(many)),
        rule=kinds,
        rule_version=np.ones(many, dtype=np.int64),
        person_id=_ids("p", person),
        kind=kinds,
        observed_at=at,
        strength=rng.random(many),
        approximate=np.zeros(many, dtype=np.bool_),
        evidence=pa.ListArray.from_arrays(pa.array(np.arange(many + 1), pa.int32()), pieces),
    )
    shown = pa.array(heard)
    texts = _table(
        TEXTS.arrow(),
        int(heard.sum()),
        table=pa.repeat("interactions", int(heard.sum())),
        id=record.filter(shown),
        text=pc.binary_join_element_wise("Hello. ", said.filter(shown), " Thanks, and speak soon.", ""),
        channel=pa.repeat("ticket", int(heard.sum())),
        person_id=_ids("p", person[heard]),
        at=at.filter(shown),
    )
    return signals, texts, _remarks(rng, texts, said.filter(shown))


def _remarks(rng: np.random.Generator, texts: pa.Table, said: Array) -> pa.Table:
    some = pa.array(rng.random(texts.num_rows) < 0.5)
    words, rows = said.filter(some), texts.filter(some)
    many = rows.num_rows
    return _table(
        REMARKS.arrow(),
        many,
        remark_id=_ids("r", np.arange(many)),
        table=rows["table"].combine_chunks(),
        id=rows["id"].combine_chunks(),
        start=np.full(many, 7, dtype=np.int64),
        end=pc.add(pc.utf8_length(words).cast(pa.int64()), 7),
        quote=words,
        language=np.full(many, "en", dtype=object),
        kind=np.array(["praise", "win", "wish"], dtype=object)[rng.integers(0, 3, many)],
        themes=pa.array([["month-end close"]]).take(array(np.zeros(many, dtype=np.int64))),
    )


def _holds(rng: np.random.Generator, speaking: Whole) -> pa.Table:
    held = speaking[rng.random(len(speaking)) < HELD]
    many = len(held)
    return _table(
        HOLDS.arrow(),
        many,
        hold_id=_ids("h", held),
        code=np.full(many, "capped", dtype=object),
        person_id=_ids("p", held),
        sentence=np.full(many, "Was asked twice this quarter, which is the most.", dtype=object),
    )


def _likelihoods(rng: np.random.Generator, speaking: Whole) -> pa.Table:
    person, kinds = np.repeat(speaking, len(ACT_KINDS)), np.tile(np.array(ACT_KINDS, dtype=object), len(speaking))
    many = len(person)
    known = pa.array(np.repeat(rng.random(len(speaking)) < 0.7, len(ACT_KINDS)))
    p = pa.array(np.round(0.1 + 0.8 * rng.random(many), 4))
    numbers = {
        name: pc.if_else(known, pc.add(p, offset), pa.scalar(None, pa.float64()))
        for name, offset in (("low", -0.1), ("likelihood", 0.0), ("high", 0.1))
    }
    reasons = 3
    reason = pa.StructArray.from_arrays(
        [_ids("s", np.repeat(np.arange(many), reasons)), pa.array(np.round(rng.normal(size=many * reasons), 6))],
        names=["signal_id", "weight"],
    )
    return _table(
        LIKELIHOODS.arrow(),
        many,
        person_id=_ids("p", person),
        act_kind=kinds,
        known=known,
        **numbers,
        reasons=pa.ListArray.from_arrays(pa.array(np.arange(0, reasons * many + 1, reasons), pa.int32()), reason),
    )
