"""The sample company: it repeats, it is complete, its truth is true, and its mistakes are listed."""

import csv
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from goodword.evidence.records.known import RECORDS
from goodword.kit.errors import GoodwordError
from goodword.sample import TODAY, SampleSummary, write_sample

type Cells = dict[str, str | None]


@dataclass(frozen=True)
class Sample:
    """A written sample, read back by record column: table -> rows, each with the file and data row it came from."""

    folder: Path
    summary: SampleSummary
    tables: dict[str, list[Cells]]

    def truth(self, name: str) -> list[dict[str, str]]:
        with (self.folder / "truth" / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def remarks(self) -> list[dict[str, str | int | None]]:
        return pq.read_table(self.folder / "truth" / "remarks_truth.parquet").to_pylist()

    def people(self) -> list[dict[str, object]]:
        return pq.read_table(self.folder / "truth" / "people_truth.parquet").to_pylist()

    def text_of(self) -> dict[tuple[str, str], str]:
        wrong = {
            (row["file"], row["row"]) for row in self.truth("wrong_on_purpose.csv") if row["expected_fate"] != "flagged"
        }
        names = {
            "interactions": ("interaction_id", "text"),
            "posts": ("post_id", "text"),
            "responses": ("response_id", "comment"),
        }
        return {
            (table, str(row[key])): str(row[text] or "")
            for table, (key, text) in names.items()
            for row in self.tables[table]
            if (row["_file"], row["_row"]) not in wrong
        }


def _read(path: Path) -> list[Cells]:
    if path.suffix == ".jsonl":
        lines = path.read_text(encoding="utf-8").splitlines()
        return [{key: str(value) for key, value in json.loads(line).items()} for line in lines]
    if path.suffix == ".parquet":
        return [
            {k: None if v is None else str(v) for k, v in row.items()}
            for row in pq.read_table(path).slice(0, 2000).to_pylist()
        ]
    if path.suffix == ".xlsx":
        header, *rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
        return [{str(name): str(cell) or None for name, cell in zip(header, row, strict=True)} for row in rows]
    with path.open(encoding="utf-8-sig", newline="") as file:
        raw = file.read()
    first = raw.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    return [
        {k: v or None for k, v in row.items()}
        for row in csv.DictReader(raw.splitlines(keepends=True), delimiter=delimiter)
    ]


def _load(folder: Path, summary: SampleSummary) -> Sample:
    tables: dict[str, list[Cells]] = defaultdict(list)
    mappings = json.loads((folder / "truth" / "mappings.json").read_text(encoding="utf-8"))
    for file, mapping in mappings.items():
        for number, row in enumerate(_read(folder / "exports" / file), start=1):
            cells: Cells = {column: row.get(header) for header, column in mapping["columns"].items()}
            tables[mapping["table"]].append(cells | {"_file": file, "_row": str(number)})
    return Sample(folder, summary, tables)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    folder = tmp_path_factory.mktemp("sample")
    return _load(folder, write_sample(folder, accounts=40, seed=7))


def _prints(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _write(folder: Path, seed: int = 3, accounts: int = 20, reference_effect: float = 0.1) -> dict[str, str]:
    write_sample(folder, accounts=accounts, seed=seed, months=12, reference_effect=reference_effect)
    return _prints(folder)


def test_the_same_arguments_give_the_same_bytes_and_another_seed_gives_others(tmp_path: Path) -> None:
    first, again, other = (_write(tmp_path / name, seed) for name, seed in (("a", 3), ("b", 3), ("c", 4)))
    assert first == again
    same_anyway = {"exports/product_features.csv", "truth/mappings.json", "truth/.goodwordignore"}
    assert {name for name in first if first[name] == other[name]} <= same_anyway


def test_the_reference_effect_changes_nothing_but_deals(tmp_path: Path) -> None:
    without = _write(tmp_path / "none", accounts=60, reference_effect=0.0)
    strong = _write(tmp_path / "strong", accounts=60, reference_effect=1.0)
    changed = {name for name in without if without[name] != strong[name]}
    assert changed == {
        "exports/crm_opportunities.csv",
        "exports/crm_opportunity_stages.csv",
        "truth/deals_truth.csv",
        "truth/settings.json",
    }


def test_with_a_full_reference_effect_every_deal_that_used_one_and_closed_is_won(tmp_path: Path) -> None:
    write_sample(tmp_path, accounts=40, seed=5, reference_effect=1.0)
    with (tmp_path / "truth" / "deals_truth.csv").open(encoding="utf-8", newline="") as file:
        used = [row for row in csv.DictReader(file) if row["reference_used"] == "Yes" and row["outcome"] != "open"]
    assert used
    assert {row["outcome"] for row in used} == {"won"}


def test_without_any_effect_naive_influence_still_looks_huge(tmp_path: Path) -> None:
    write_sample(tmp_path, accounts=120, seed=5, months=12, reference_effect=0.0)
    with (tmp_path / "truth" / "deals_truth.csv").open(encoding="utf-8", newline="") as file:
        closed = [row for row in csv.DictReader(file) if row["outcome"] != "open"]
    share = {
        used: sum(row["outcome"] == "won" for row in rows) / len(rows)
        for used in ("Yes", "No")
        for rows in [[row for row in closed if row["reference_used"] == used]]
    }
    assert share["Yes"] > share["No"] + 0.25


def test_every_record_table_has_rows_and_every_mapped_column_is_one_of_its_contract(sample: Sample) -> None:
    assert set(sample.tables) == set(RECORDS)
    mappings = json.loads((sample.folder / "truth" / "mappings.json").read_text(encoding="utf-8"))
    for mapping in mappings.values():
        contract = RECORDS[mapping["table"]]
        assert set(mapping["columns"].values()) <= set(contract.names)
        assert {column.name for column in contract.columns if column.required} <= set(mapping["columns"].values())
    assert {path.name for path in (sample.folder / "exports").iterdir()} == set(mappings)


def test_every_header_of_a_file_is_mapped_or_named_as_extra(sample: Sample) -> None:
    mappings = json.loads((sample.folder / "truth" / "mappings.json").read_text(encoding="utf-8"))
    for file, mapping in mappings.items():
        headers = {name for row in _read(sample.folder / "exports" / file) for name in row}
        assert headers == set(mapping["columns"]) | set(mapping["extra"])


def test_each_true_quote_stands_at_its_offsets_in_the_exported_text(sample: Sample) -> None:
    texts = sample.text_of()
    for remark in sample.remarks():
        start, end = remark["start"], remark["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert texts[str(remark["table"]), str(remark["id"])][start:end] == remark["quote"]


def test_remarks_are_of_every_label_and_language(sample: Sample) -> None:
    remarks = sample.remarks()
    labels = "win praise thanks sarcasm was_until complaint wish neutral quoted_mail ours signature"
    assert {remark["label"] for remark in remarks} == set(labels.split())
    assert {remark["lang"] for remark in remarks} == {"en", "de", "fr", "es", "pt"}


def test_hardly_any_two_wins_are_worded_alike(sample: Sample) -> None:
    wins = [remark["quote"] for remark in sample.remarks() if remark["label"] == "win"]
    assert len(wins) > 150
    assert len(set(wins)) > 0.95 * len(wins)


def test_figures_of_a_win_stand_in_its_words(sample: Sample) -> None:
    measured = [remark for remark in sample.remarks() if remark["after"]]
    assert measured
    for remark in measured:
        assert str(remark["after"]) in str(remark["quote"])


def test_no_sentence_shows_a_hole_of_its_grammar(sample: Sample) -> None:
    said = [str(remark["quote"]) for remark in sample.remarks() if remark["label"] not in ("quoted_mail", "signature")]
    assert [quote for quote in said if re.search(r"[{}\[\]|@~_]|  |^ | $", quote)] == []


def test_sentences_of_our_own_staff_in_customers_tickets_are_ours(sample: Sample) -> None:
    outbound = {row["interaction_id"] for row in sample.tables["interactions"] if row.get("direction") == "out"}
    labels = {remark["label"] for remark in sample.remarks() if remark["id"] in outbound}
    assert labels == {"ours", "signature"}
    tickets = {str(row["interaction_id"]) for row in sample.tables["interactions"] if row["channel"] == "ticket"}
    assert any(remark["label"] == "ours" and remark["id"] in tickets for remark in sample.remarks())


def test_wrong_rows_are_where_the_list_says(sample: Sample) -> None:
    listed = sample.truth("wrong_on_purpose.csv")
    assert {row["expected_fate"] for row in listed} == {"rejected", "flagged", "same"}
    for row in listed:
        if row["file"].endswith(".parquet"):
            continue
        cells = _read(sample.folder / "exports" / row["file"])[int(row["row"]) - 1]
        assert (cells.get(row["column"]) or "").removesuffix(".0") == row["value"]
    assert {row["value"] for row in listed} & {"11", "12", "99"}
    assert any(row["value"] in {"ten", "nine", "n/a"} for row in listed)
    assert any(row["what"] == "negative count" and row["file"].endswith(".parquet") for row in listed)


def test_wrong_usage_rows_are_at_the_end_of_the_events(sample: Sample) -> None:
    events = pq.read_table(sample.folder / "exports" / "product_events.parquet")
    for row in sample.truth("wrong_on_purpose.csv"):
        if row["file"] == "product_events.parquet":
            value = events.column(row["column"])[int(row["row"]) - 1].as_py()
            assert ("" if value is None else str(value)) == row["value"]


def test_apart_from_the_wrong_rows_every_value_keeps_its_contract(sample: Sample) -> None:
    wrong = {(row["file"], row["row"]) for row in sample.truth("wrong_on_purpose.csv")}
    for table, rows in sample.tables.items():
        for column in RECORDS[table].columns:
            values = [
                row[column.name] for row in rows if column.name in row and (row["_file"], row["_row"]) not in wrong
            ]
            assert not column.required or all(values), f"{table}.{column.name} is empty somewhere"
            if column.choices:
                assert {value for value in values if value} <= set(column.choices)


def test_ids_are_unique_apart_from_rows_repeated_on_purpose(sample: Sample) -> None:
    repeated = {
        (row["file"], row["row"]) for row in sample.truth("wrong_on_purpose.csv") if row["expected_fate"] != "flagged"
    }
    for table, contract in RECORDS.items():
        if contract.identity:
            kept = [row for row in sample.tables[table] if (row["_file"], row["_row"]) not in repeated]
            keys = Counter(tuple(row[name] for name in contract.identity) for row in kept)
            assert [key for key, count in keys.items() if count > 1] == []


def test_every_reference_to_an_account_or_person_leads_somewhere_unless_listed(sample: Sample) -> None:
    wrong = {(row["file"], row["row"]) for row in sample.truth("wrong_on_purpose.csv")}
    known = {
        name: {row[name] for row in sample.tables[table]}
        for name, table in (("account_id", "accounts"), ("person_key", "people"))
    }
    for rows in sample.tables.values():
        for row in rows:
            if (row["_file"], row["_row"]) not in wrong:
                assert (row.get("account_id") or None) in known["account_id"] | {None}
                assert (row.get("person_key") or None) in known["person_key"] | {None}


def _days_ago(value: str | None) -> int:
    return (TODAY - date.fromisoformat(str(value)[:10])).days


def _clean(sample: Sample, table: str) -> Iterator[Cells]:
    wrong = {(row["file"], row["row"]) for row in sample.truth("wrong_on_purpose.csv")}
    return (row for row in sample.tables[table] if (row["_file"], row["_row"]) not in wrong)


def test_the_raw_material_of_holds_that_come_from_tickets_and_answers_is_there(sample: Sample) -> None:
    tickets = [row for row in _clean(sample, "interactions") if row["channel"] == "ticket"]
    still_open = {str(row["priority"]) for row in tickets if row["status"] in ("open", "pending")}
    assert {"urgent", "high"} <= still_open
    assert any(
        row["priority"] == "urgent" and row["resolved_at"] and _days_ago(row["resolved_at"]) <= 7 for row in tickets
    )
    answers = list(_clean(sample, "responses"))
    assert any(
        row["survey"] == "nps" and float(str(row["score"])) <= 6 and _days_ago(row["answered_at"]) < 30
        for row in answers
    )
    assert any(
        row["survey"] == "csat" and float(str(row["score"])) <= 2 and _days_ago(row["answered_at"]) < 30
        for row in answers
    )
    recent = {str(row["interaction_id"]) for row in _clean(sample, "interactions") if _days_ago(row["at"]) < 15}
    assert any(remark["label"] == "complaint" and remark["id"] in recent for remark in sample.remarks())


def test_the_raw_material_of_holds_that_come_from_contracts_and_usage_is_there(sample: Sample) -> None:
    contracts = list(_clean(sample, "contracts"))
    fresh = {str(row["kind"]) for row in contracts if _days_ago(row["signed_on"]) < 30}
    assert {"churn", "contraction"} <= fresh
    last: dict[tuple[str | None, str | None], int] = {}
    for row in contracts:
        if row["kind"] != "churn":
            key = row["account_id"], row["product"]
            last[key] = min(last.get(key, 10**6), _days_ago(row["ends_on"]))
    assert any(-45 <= days <= 0 for days in last.values())
    events = pq.read_table(
        sample.folder / "exports" / "product_events.parquet", columns=["timestamp", "organization_id", "user_id"]
    )
    active: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for at, account, person in zip(*(column.to_pylist() for column in events.columns), strict=True):
        age = (TODAY - at.date()).days
        if age < 60 and account:
            active[account][age >= 30].add(person)
    assert any(len(before) >= 10 and len(now) <= len(before) * 2 / 3 for now, before in active.values())


def test_the_raw_material_of_rests_caps_and_refusals_is_there(sample: Sample) -> None:
    asks = list(_clean(sample, "asks"))
    ages = {
        answer: [_days_ago(row["asked_on"]) for row in asks if row["answer"] == answer]
        for answer in ("accepted", "not_now", "never")
    }
    assert min(ages["accepted"]) < 45
    assert min(ages["not_now"]) < 90
    assert ages["never"]
    quarter = [row["person_key"] for row in asks if _days_ago(row["asked_on"]) <= (TODAY - date(2026, 10, 1)).days]
    assert max(Counter(quarter).values()) >= 2
    assert any(row["opted_out_on"] for row in _clean(sample, "people") if "opted_out_on" in row)


def test_every_kind_of_signal_has_somebody(sample: Sample) -> None:
    people = sample.people()
    for flag in ("is_promoter", "is_super_user", "is_champion", "is_repeat_customer", "is_growth"):
        assert 0 < sum(bool(person[flag]) for person in people) < len(people) / 2


def test_pairs_of_the_same_person_share_one_row_of_the_truth(sample: Sample) -> None:
    table = pq.read_table(sample.folder / "truth" / "people_truth.parquet", columns=["person_keys", "true_person_id"])
    owner = {key: person for keys, person in zip(*(c.to_pylist() for c in table.columns), strict=True) for key in keys}
    pairs = sample.truth("same_person.csv")
    assert pairs
    for pair in pairs:
        assert owner[pair["person_key"]] == owner[pair["other_person_key"]] == pair["true_person_id"]


def test_a_mover_leaves_before_arriving_and_a_repeat_customer_arrives_before_the_first_contract(sample: Sample) -> None:
    left = {str(row["person_key"]): row.get("left_on") for row in sample.tables["people"]}
    first = {
        row["account_id"]: str(row["signed_on"])
        for row in reversed(list(_clean(sample, "contracts")))
        if row["kind"] == "new"
    }
    moves = sample.truth("moves.csv")
    assert {move["brought_us"] for move in moves} == {"Yes", "No"}
    for move in moves:
        assert str(left[move["from_key"]]) < move["moved_on"]
        if move["brought_us"] == "Yes":
            assert move["moved_on"] < first[move["to_account_id"]]


def test_nothing_happens_after_today_or_long_before_the_history(sample: Sample) -> None:
    start = datetime(2024, 11, 1) - timedelta(days=1)
    end = datetime(2026, 11, 3)
    events = pq.read_table(sample.folder / "exports" / "product_events.parquet", columns=["timestamp"])
    moments = [moment for moment in events.column("timestamp").to_pylist() if moment is not None]
    assert start <= min(moments) <= max(moments) <= end
    for table, column in (("interactions", "at"), ("posts", "at"), ("responses", "answered_at")):
        days = {str(row[column])[:10] for row in _clean(sample, table)}
        assert str(start)[:10] <= min(days)
        assert max(days) <= TODAY.isoformat()


def test_addresses_are_in_reserved_domains_only(sample: Sample) -> None:
    for table in ("people", "responses", "interactions", "posts"):
        for row in sample.tables[table]:
            domain = str(row.get("email") or "x.example").strip().lower()
            assert domain.endswith((".example", ".test", "example.com", "example.org", "example.net"))


def test_the_readme_and_the_summary_say_that_all_is_synthetic(sample: Sample) -> None:
    assert "synthetic" in (sample.folder / "README.txt").read_text(encoding="utf-8")
    assert "synthetic" in str(sample.summary)


def test_progress_counts_up_to_its_end(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    write_sample(tmp_path, accounts=5, months=6, progress=lambda _, done, total: steps.append((done, total)))
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert steps[-1][0] == steps[-1][1]


@pytest.mark.parametrize(("accounts", "months", "effect"), [(4, 24, 0.1), (20, 5, 0.1), (20, 24, 1.5)])
def test_arguments_out_of_range_are_refused_with_a_way_out(
    tmp_path: Path, accounts: int, months: int, effect: float
) -> None:
    with pytest.raises(GoodwordError) as refusal:
        write_sample(tmp_path, accounts=accounts, months=months, reference_effect=effect)
    assert refusal.value.code == "sample-arguments"
    assert refusal.value.mend
    assert not list(tmp_path.iterdir())
