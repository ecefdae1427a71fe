"""Any order of loads and undos leaves the lake as a naive model in plain Python has it."""

import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.evidence.lake.local import LocalLake
from tests.evidence.rows import AT, Row, facts, live, put, take

type Content = tuple[tuple[str, object], ...]
type Key = tuple[object, ...]


def content(row: Row) -> Content:
    return tuple(sorted((name, value) for name, value in row.items() if value is not None and name != "source"))


@dataclass
class Model:
    """What each import asserts, and which imports are undone."""

    asserted: list[dict[Key, Content]] = field(default_factory=list)
    undone: set[int] = field(default_factory=set)

    def live(self) -> dict[Key, Content]:
        seen: dict[Key, Content] = {}
        for number, rows in enumerate(self.asserted):
            if number not in self.undone:
                seen |= rows
        return seen

    def load(self, rows: list[Row], keys: list[Key]) -> tuple[int, int, int, int]:
        """New, changed, same and conflicting rows; what is not decided by the rows alone is decided by `settle`."""
        candidates: dict[Key, list[Content]] = {}
        for key, row in zip(keys, rows, strict=True):
            candidates.setdefault(key, []).append(content(row))
        kept = {key: max(contents, key=len) for key, contents in candidates.items()}
        before = self.live()
        new = sum(key not in before for key in kept)
        changed = sum(key in before and before[key] != kept[key] for key in kept)
        conflicts = sum(found != kept[key] for key, contents in candidates.items() for found in contents)
        self.asserted.append(kept)
        return new, changed, len(rows) - new - changed - conflicts, conflicts


ids = st.sampled_from(["a", "b", "c"])
sources = st.sampled_from(["files", "crm"])
# Contents of one id with the same number of values would tie; here the more filled row is always another one.
accounts = st.builds(
    lambda source, name, filled: (
        {"source": source, "account_id": name, "name": f"n{filled}"}
        | ({"industry": "i"} if filled else {})
        | ({"plan": "p"} if filled > 1 else {})
    ),
    sources,
    ids,
    st.integers(0, 2),
)
features = st.builds(
    lambda source, feature, plan, row_id: {"source": source, "feature": feature, "plan": plan, "row_id": row_id},
    sources,
    st.sampled_from(["search", "export"]),
    st.sampled_from([None, "pro"]),
    st.none(),
)
steps = st.lists(st.one_of(st.lists(accounts, max_size=6), st.integers(0, 3)), min_size=1, max_size=5)
loose_steps = st.lists(st.one_of(st.lists(features, max_size=6), st.integers(0, 3)), min_size=1, max_size=5)


def given_keys(rows: list[Row]) -> list[Key]:
    """For rows with an id: source and id."""
    return [(row["source"], row["account_id"]) for row in rows]


def ordinal_keys(rows: list[Row]) -> list[Key]:
    """For rows without an id: source, content and ordinal among equal rows."""
    seen: Counter[Key] = Counter()
    keys: list[Key] = []
    for row in rows:
        key = (row["source"], content(row))
        seen[key] += 1
        keys.append((*key, seen[key]))
    return keys


def play(table: str, history: list[list[Row] | int]) -> tuple[Counter[object], Counter[object]]:
    """What the lake and the model hold after all of it; each load was counted alike on the way."""
    model = Model()
    with tempfile.TemporaryDirectory() as folder:
        lake = LocalLake(Path(folder))
        imports: list[str] = []
        for step in history:
            if isinstance(step, int):
                if step < len(imports) and step not in model.undone:
                    lake.undo(imports[step], AT)
                    model.undone.add(step)
            else:
                keys = given_keys(step) if table == "accounts" else ordinal_keys(step)
                expected = model.load(step, keys)
                import_id, taken = put(lake, table, step)
                imports.append(import_id)
                assert (taken.new, taken.changed, taken.same, len(taken.conflicts)) == expected
        names = ("account_id", "name", "industry", "plan") if table == "accounts" else ("feature", "plan")
        found = Counter((row["source"], content({name: row[name] for name in names})) for row in live(lake, table))
        return Counter(found), Counter((key[0], value) for key, value in model.live().items())


@settings(max_examples=8, deadline=None)
@given(steps)
def test_rows_with_ids_are_what_the_newest_live_import_says(history: list[list[Row] | int]) -> None:
    found, expected = play("accounts", history)
    assert found == expected


@settings(max_examples=8, deadline=None)
@given(loose_steps)
def test_rows_without_ids_are_as_many_as_the_fullest_live_import_has(history: list[list[Row] | int]) -> None:
    found, expected = play("features", history)
    assert found == expected


@settings(max_examples=7, deadline=None)
@given(
    st.lists(
        st.builds(
            lambda name, label, plan: {"account_id": name, "name": label, "plan": plan},
            ids,
            st.sampled_from(["x", "y"]),
            st.sampled_from([None, "p", "q"]),
        ),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_rows_in_a_file_changes_nothing_even_where_ids_contradict_each_other(
    rows: list[Row], chance: Random
) -> None:
    shuffled = chance.sample(rows, len(rows))
    with tempfile.TemporaryDirectory() as folder:
        one, other = LocalLake(Path(folder) / "one"), LocalLake(Path(folder) / "other")
        _, taken = put(one, "accounts", rows)
        _, also = put(other, "accounts", shuffled)
        assert facts(one, "accounts") == facts(other, "accounts")
        assert (taken.new, taken.same, len(taken.conflicts)) == (also.new, also.same, len(also.conflicts))


def test_of_two_rows_with_one_id_the_fuller_is_kept_and_the_other_says_which(tmp_path: Path) -> None:
    lake = LocalLake(tmp_path)
    rows: list[Row] = [{"account_id": "A1", "name": "Acme"}, {"account_id": "A1", "name": "Acme", "plan": "pro"}]
    _, taken = put(lake, "accounts", rows)
    assert [row["plan"] for row in live(lake, "accounts")] == ["pro"]
    assert [(conflict.line, conflict.kept_line) for conflict in taken.conflicts] == [(2, 3)]


def test_later_files_of_one_import_build_on_the_earlier_ones(tmp_path: Path) -> None:
    lake = LocalLake(tmp_path)
    with lake.landing(AT) as landing:
        take(landing, "accounts", [{"account_id": "A1", "name": "Acme"}], "one")
        again = take(landing, "accounts", [{"account_id": "A1", "name": "Acme"}], "two")
        other = take(landing, "accounts", [{"account_id": "A1", "name": "Acme Corporation"}], "three")
        landing.commit({})
    assert (again.same, other.changed) == (1, 1)
    assert [row["name"] for row in live(lake, "accounts")] == ["Acme Corporation"]


def test_an_undo_gives_back_what_the_import_before_it_said(tmp_path: Path) -> None:
    lake = LocalLake(tmp_path)
    put(lake, "accounts", [{"account_id": "A1", "name": "Acme"}, {"account_id": "A2", "name": "Beta"}])
    second, _ = put(lake, "accounts", [{"account_id": "A1", "name": "Renamed"}, {"account_id": "A3", "name": "New"}])
    done = lake.undo(second, AT)
    assert [row["name"] for row in live(lake, "accounts")] == ["Acme", "Beta"]
    assert (done["accounts"].gone, done["accounts"].kept) == (1, 1)


def test_what_two_imports_say_stays_when_the_first_is_undone(tmp_path: Path) -> None:
    lake = LocalLake(tmp_path)
    first, _ = put(lake, "accounts", [{"account_id": "A1", "name": "Acme"}])
    put(lake, "accounts", [{"account_id": "A1", "name": "Acme"}])
    lake.undo(first, AT)
    assert [row["name"] for row in live(lake, "accounts")] == ["Acme"]


def test_a_given_event_id_makes_two_equal_uses_two_rows_and_a_repeated_one_the_same(tmp_path: Path) -> None:
    lake = LocalLake(tmp_path)
    use = {"at": AT.replace(tzinfo=None), "account_id": "A1", "feature": "search"}
    _, taken = put(lake, "usage", [use | {"event_id": "e1"}, use | {"event_id": "e2"}, use | {"event_id": "e1"}])
    assert (taken.new, taken.same) == (2, 1)
    assert sorted(row["record_id"] for row in live(lake, "usage")) == ["e1", "e2"]


def test_a_record_id_is_the_sources_own_or_stands_for_the_row(tmp_path: Path) -> None:
    lake = LocalLake(tmp_path)
    day = AT.date()
    put(lake, "deal_stages", [{"deal_id": "D1", "stage": "won", "entered_on": day}])
    put(lake, "features", [{"feature": "search"}, {"feature": "search"}, {"feature": "export", "row_id": "R1"}])
    assert [row["record_id"] for row in live(lake, "deal_stages")] == ["D1:won:2026-11-21"]
    made = [row["record_id"] for row in live(lake, "features")]
    assert "R1" in made
    assert len(set(made)) == 3
