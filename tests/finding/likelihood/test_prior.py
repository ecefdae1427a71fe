"""The transparent prior: what it says of whom, and that it can be checked by adding up."""

import math
from datetime import date, datetime, timedelta
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.evidence.records.findings import HOLDS, SIGNAL_KINDS, SIGNALS
from goodword.evidence.records.ledger import LEDGER_ACTS, LEDGER_ANSWERS, LEDGER_ASKS
from goodword.finding.likelihood.prior import BASE_REASON, likelihoods
from goodword.finding.likelihood.weights import SAID_IS_NOT_DONE

DAY = date(2026, 11, 1)
NOON = datetime(2026, 11, 1, 12)
type Rows = list[dict[str, Any]]


def signal(person: str, kind: str, strength: float = 1.0, days_ago: float = 0, ident: str = "") -> dict[str, Any]:
    return {
        "signal_id": ident or f"{person}-{kind}",
        "person_id": person,
        "kind": kind,
        "strength": strength,
        "observed_at": NOON - timedelta(days=days_ago),
    }


def ask(ident: str, person: str, answer: str, days_ago: int = 30, kind: str = "reference_call") -> dict[str, Any]:
    on = DAY - timedelta(days=days_ago)
    return {"ask_id": ident, "person_id": person, "kind": kind, "asked_on": on, "answer": answer, "answered_on": on}


def act(ident: str, person: str, days_ago: int = 30, kind: str = "reference_call") -> dict[str, Any]:
    return {"act_id": ident, "person_id": person, "kind": kind, "done_on": DAY - timedelta(days=days_ago)}


def estimate(signals: Rows = (), holds: Rows = (), asks: Rows = (), acts: Rows = ()) -> pa.Table:  # type: ignore[assignment]  # empty
    return likelihoods(
        pa.Table.from_pylist(list(signals), schema=SIGNALS.arrow()),
        pa.Table.from_pylist(list(holds), schema=HOLDS.arrow()),
        pa.Table.from_pylist(
            [{k: r[k] for k in r if k in LEDGER_ASKS.names} for r in asks], schema=LEDGER_ASKS.arrow()
        ),
        pa.Table.from_pylist(
            [{k: r[k] for k in r if k in LEDGER_ANSWERS.names} for r in asks], schema=LEDGER_ANSWERS.arrow()
        ),
        pa.Table.from_pylist(list(acts), schema=LEDGER_ACTS.arrow()),
        as_of=DAY,
    )


def of(table: pa.Table, person: str, kind: str = "reference_call") -> dict[str, Any]:
    return next(row for row in table.to_pylist() if (row["person_id"], row["act_kind"]) == (person, kind))


def test_a_ten_alone_never_gives_an_even_chance_for_any_act() -> None:
    rows = estimate([signal("ana", "promoter")]).to_pylist()
    assert len(rows) == len(ACT_KINDS)
    assert all(row["likelihood"] < 0.3 for row in rows)


@pytest.mark.parametrize("kinds", [("promoter",), ("win",), ("growth",), ("promoter", "win", "growth")])
def test_words_scores_and_revenue_together_stay_below_what_saying_is_worth(kinds: tuple[str, ...]) -> None:
    many = [signal("ana", kind, ident=f"{kind}-{n}") for kind in kinds for n in range(20)]
    rows = estimate(many, asks=[ask(f"k{n}", "ana", "accepted") for n in range(10)]).to_pylist()
    assert all(row["likelihood"] < SAID_IS_NOT_DONE for row in rows)


def test_deeds_and_words_together_make_a_high_likelihood() -> None:
    everything = [signal("ana", kind, 0.85) for kind in SIGNAL_KINDS]
    row = of(estimate(everything), "ana")
    assert row["likelihood"] > 0.7
    assert row["high"] - row["low"] < 0.4


def test_too_little_evidence_is_said_to_be_too_little() -> None:
    row = of(estimate([signal("ana", "promoter", 0.3)]), "ana")
    assert (row["known"], row["likelihood"], row["low"], row["high"]) == (False, None, None, None)


def test_old_evidence_fades() -> None:
    fresh, old = signal("ana", "champion"), signal("ben", "champion", days_ago=120)
    table = estimate([fresh, old])
    ana, ben = of(table, "ana"), of(table, "ben")
    assert ana["likelihood"] > ben["likelihood"]
    assert ana["reasons"][1]["weight"] == pytest.approx(2 * ben["reasons"][1]["weight"], rel=0.1)


def test_the_second_piece_of_the_same_kind_adds_less_than_the_first() -> None:
    table = estimate(
        [
            signal("ana", "champion", 0.5),
            signal("ben", "champion", 0.5, ident="b1"),
            signal("ben", "champion", 0.5, ident="b2"),
        ]
    )
    one = of(table, "ana")["reasons"][1]["weight"]
    two = sum(reason["weight"] for reason in of(table, "ben")["reasons"][1:])
    assert one < two < 2 * one


def test_who_did_it_before_is_likelier_than_who_only_said_yes() -> None:
    table = estimate(asks=[ask("k1", "ana", "accepted"), ask("k2", "ben", "accepted")], acts=[act("a1", "ana")])
    assert of(table, "ana")["likelihood"] > of(table, "ben")["likelihood"]


def test_a_yes_to_the_same_kind_counts_more_than_a_yes_to_another() -> None:
    table = estimate(asks=[ask("k1", "ana", "accepted"), ask("k2", "ben", "accepted", kind="talk")])
    assert of(table, "ana")["likelihood"] > of(table, "ben")["likelihood"]


@pytest.mark.parametrize("answer", ["declined", "not_now", "never", "no_answer"])
def test_a_no_lowers_the_likelihood(answer: str) -> None:
    table = estimate([signal("ana", "champion"), signal("ben", "champion")], asks=[ask("k1", "ben", answer)])
    assert of(table, "ben")["likelihood"] < of(table, "ana")["likelihood"]


def test_a_complaint_counts_against() -> None:
    hold = {"hold_id": "h1", "person_id": "ben", "code": "complaint", "observed_at": NOON}
    table = estimate([signal("ana", "champion"), signal("ben", "champion")], holds=[hold])
    assert of(table, "ben")["likelihood"] < of(table, "ana")["likelihood"]


def test_what_happened_after_the_day_is_not_seen() -> None:
    later = estimate(
        [signal("ana", "champion")], asks=[ask("k1", "ana", "never", days_ago=-1)], acts=[act("a", "ana", -1)]
    )
    assert later.equals(estimate([signal("ana", "champion")]))


_pieces = st.lists(
    st.builds(
        signal,
        person=st.sampled_from(["ana", "ben"]),
        kind=st.sampled_from(SIGNAL_KINDS),
        strength=st.floats(0, 1),
        days_ago=st.floats(0, 1500),
        ident=st.uuids().map(str),
    ),
    max_size=12,
)
_asks = st.lists(
    st.builds(
        ask,
        ident=st.uuids().map(str),
        person=st.sampled_from(["ana", "ben"]),
        answer=st.sampled_from(["accepted", "declined", "not_now", "never", "no_answer"]),
        days_ago=st.integers(0, 900),
        kind=st.sampled_from(ACT_KINDS),
    ),
    max_size=6,
)


@given(signals=_pieces, asks=_asks)
def test_reasons_sum_up_to_the_number_shown_and_the_range_holds_it(signals: Rows, asks: Rows) -> None:
    for row in estimate(signals, asks=asks).to_pylist():
        assert row["reasons"][0]["signal_id"] == BASE_REASON
        summed = 1 / (1 + math.exp(-sum(reason["weight"] for reason in row["reasons"])))
        if row["known"]:
            assert row["likelihood"] == pytest.approx(summed, abs=1e-9)
            assert 0 <= row["low"] <= row["likelihood"] <= row["high"] <= 1
        else:
            assert row["likelihood"] is None


@given(signals=_pieces, asks=_asks, seed=st.randoms(use_true_random=False))
def test_order_changes_nothing(signals: Rows, asks: Rows, seed: object) -> None:
    shuffled, reversed_asks = list(signals), list(reversed(asks))
    seed.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert estimate(signals, asks=asks).equals(estimate(shuffled, asks=reversed_asks))
