from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.finding.signals.facts import AS_OF, ago, day_ago, find, people_found, use

type Row = dict[str, Any]


def days(count: int, person_id: str = "ada", features: tuple[str, ...] = ("board",), **more: object) -> list[Row]:
    return [use(ago(n + 0.5), person_id, feature, **more) for n in range(count) for feature in features]


def crowd(size: int, active: int = 2) -> list[Row]:
    return [row for n in range(size) for row in days(active, f"crowd {n:02}")]


def test_ten_active_days_are_enough_and_nine_are_not() -> None:
    assert people_found("super_user", {"usage": days(10, features=("board", "chart")) + crowd(12)}) == {"ada"}
    assert people_found("super_user", {"usage": days(9, features=("board", "chart")) + crowd(12)}) == set()


def test_many_days_without_breadth_or_breadth_without_days_make_no_super_user() -> None:
    often = days(30, "often")
    broad = [row for n in range(2) for row in days(3, f"broad {n}", ("board", "chart", "export"))]
    assert people_found("super_user", {"usage": often + broad + crowd(9)}) == set()


def test_a_percentile_is_the_share_of_the_other_active_people_whose_value_is_no_greater() -> None:
    usage = [row for n in range(1, 12) for row in days(n + 10, f"p{n:02}")]
    rows = find("super_user", {"usage": usage})
    assert {row["person_id"]: row["frequency_percentile"] for row in rows} == {"p10": 0.9, "p11": 1.0}
    assert {row["people"] for row in rows} == {11}


def test_nine_in_ten_with_the_lowest_value_are_not_at_the_90th_percentile() -> None:
    usage = days(20, "ada", ("board", "chart")) + [row for n in range(9) for row in days(12, f"crowd {n}")]
    assert people_found("super_user", {"usage": usage}) == {"ada"}


@given(counts=st.lists(st.integers(10, 40), min_size=1, max_size=15))
@settings(max_examples=10)
def test_the_90th_percentile_is_the_one_that_statistics_packages_compute(counts: list[int]) -> None:
    usage = [row for n, count in enumerate(counts) for row in days(count, f"p{n}")]
    bar = np.quantile(counts, 0.9)
    often = {f"p{n}" for n, count in enumerate(counts) if count >= bar - 1e-9}
    assert people_found("super_user", {"usage": usage}) == often


def test_equals_share_their_percentile() -> None:
    usage = days(20, "ada") + days(20, "ben") + [row for n in range(8) for row in days(3, f"crowd {n}")]
    assert people_found("super_user", {"usage": usage}) == {"ada", "ben"}


def test_breadth_counts_features_of_the_plan_only_and_never_exceeds_one() -> None:
    facts = {
        "usage": days(12, features=("board", "chart", "hidden", "secret")),
        "features": [
            {"feature": "board", "plan": "Pro"},
            {"feature": "chart", "plan": "pro "},
            {"feature": "x", "plan": "max"},
        ],
        "accounts": [{"account_id": "acme", "name": "Acme", "plan": "PRO"}],
    }
    (row,) = find("super_user", facts)
    assert (row["features_used"], row["features_open"], row["breadth"]) == (2, 2, 1.0)


def test_a_feature_without_a_plan_is_open_to_every_plan() -> None:
    facts = {
        "usage": days(12, features=("board",)),
        "features": [{"feature": "board", "plan": "pro"}, {"feature": "help"}],
        "accounts": [{"account_id": "acme", "name": "Acme", "plan": "pro"}],
    }
    (row,) = find("super_user", facts)
    assert (row["features_used"], row["features_open"]) == (1, 2)


def test_without_a_list_a_plan_opens_what_anybody_on_it_used() -> None:
    usage = (
        days(12) + days(2, "ben", ("board", "chart"), account_id="acme") + days(1, "cy", ("api",), account_id="orbit")
    )
    accounts = [
        {"account_id": "acme", "name": "Acme", "plan": "pro"},
        {"account_id": "orbit", "name": "O", "plan": "max"},
    ]
    rows = find("super_user", {"usage": usage, "accounts": accounts}, least_percentile=0.0)
    assert [(row["person_id"], row["features_used"], row["features_open"]) for row in rows] == [("ada", 1, 2)]


def test_the_plan_is_that_of_the_day() -> None:
    facts = {
        "usage": days(12),
        "features": [
            {"feature": name, "plan": plan} for plan, names in (("small", "a"), ("big", "abc")) for name in names
        ]
        + [{"feature": "board", "plan": "small"}, {"feature": "board", "plan": "big"}],
        "accounts": [{"account_id": "acme", "name": "Acme", "plan": "big"}],
    }
    was = {"account_id": "acme", "field": "plan", "value": "small"}
    (undated,) = find("super_user", facts)
    assert (undated["features_open"], undated["approximate"]) == (4, True)
    dated = [{**was, "valid_from": day_ago(0)}, {**was, "value": "big", "valid_from": day_ago(-1)}]
    (row,) = find("super_user", {**facts, "account_history": dated})
    assert (row["features_open"], row["approximate"]) == (2, False)


def test_the_window_is_half_open_at_both_ends() -> None:
    usage = [*days(9), use(AS_OF)]
    assert people_found("super_user", {"usage": usage}) == set()
    assert people_found("super_user", {"usage": [*usage, use(ago(90))]}) == {"ada"}
    assert people_found("super_user", {"usage": [*usage, use(ago(90) - timedelta(microseconds=1))]}) == set()


def test_trend_compares_with_the_window_before() -> None:
    before = [use(ago(90 + n + 0.5)) for n in range(4)]
    (row,) = find("super_user", {"usage": days(12) + before})
    assert (row["active_days"], row["days_before"], row["trend"]) == (12, 4, 0.5)
    (steady,) = find("super_user", {"usage": days(12) + [use(ago(90 + n + 0.5)) for n in range(12)]})
    assert steady["strength"] < row["strength"]


def test_uses_of_one_day_are_one_active_day_and_rows_for_no_use_are_none() -> None:
    many = [use(ago(0.1 + n / 100)) for n in range(40)]
    idle = [use(ago(n + 0.5), count=0.0) for n in range(1, 20)]
    assert people_found("super_user", {"usage": many + idle}) == set()


def test_the_account_as_a_whole_is_nobody() -> None:
    assert find("super_user", {"usage": [use(ago(n + 0.5), None) for n in range(12)]}) == []
    (row,) = find("super_user", {"usage": [*days(12), use(ago(1), None, "chart")]})
    assert (row["features_open"], row["people"]) == (1, 1)


def test_a_person_counts_once_for_each_account() -> None:
    rows = find("super_user", {"usage": days(12) + days(12, account_id="orbit")})
    assert [(row["account_id"], row["anchor"]) for row in rows] == [("acme", "acme"), ("orbit", "orbit")]
    assert {row["evidence_id"] for row in rows} == {None}
    assert rows[0]["strength"] == pytest.approx(1.0)
