from typing import Any

import pytest

from tests.finding.signals.facts import AS_OF, ago, find, people_found, person, remark, text

type Row = dict[str, Any]


def win(
    *remarks: Row, texts: tuple[Row, ...] = (), persons: tuple[Row, ...] = (), max_age_days: int = 365
) -> list[Row]:
    facts = {"remarks": remarks, "texts": texts or (text("r1", ago(10)),), "persons": persons or (person("ada"),)}
    return find("win", facts, max_age_days=max_age_days)


def strength(*remarks: Row, texts: tuple[Row, ...] = (), persons: tuple[Row, ...] = ()) -> float:
    return float(win(*remarks, texts=texts, persons=persons)[0]["strength"])


PRAISE = remark("r1", "praise", "The board is a joy.")


def test_thanks_alone_never_makes_a_win() -> None:
    assert not win(
        remark("r1", "thanks", "Thanks!"), remark("r1", "wish", start=9), remark("r1", "complaint", start=30)
    )


@pytest.mark.parametrize("kind", ["praise", "win"])
def test_praise_and_wins_do(kind: str) -> None:
    (row,) = win(remark("r1", kind, "The board is a joy."))
    assert (row["quote"], row["evidence_table"], row["evidence_id"]) == ("The board is a joy.", "responses", "r1")
    assert row["observed_at"] == ago(10)


def test_a_record_makes_one_signal_with_its_outcome_first() -> None:
    outcome = {"metric": "time", "before": "5 days", "after": "1 day", "unit": None}
    rows = win(
        remark("r1", "praise", "Splendid.", polarity=1.0),
        remark("r1", "win", "Reports take a day, not five.", start=20, polarity=0.4, outcome=outcome),
        remark("r1", "win", "We won back a client.", start=60, polarity=0.5),
    )
    assert [row["start"] for row in rows] == [20, 60, 0]
    assert len({(row["anchor"], row["strength"]) for row in rows}) == 1
    assert (rows[0]["outcome"], rows[0]["remarks"], rows[0]["polarity"]) == (1, 3, 1.0)


def test_records_of_two_tables_with_one_id_are_two_signals() -> None:
    rows = win(
        PRAISE,
        {**PRAISE, "table": "posts", "remark_id": "other"},
        texts=(text("r1", ago(10)), text("r1", ago(10), table="posts")),
    )
    assert len({row["anchor"] for row in rows}) == 2


def test_a_year_is_the_limit_and_the_next_day_is_not_known() -> None:
    assert win(PRAISE, texts=(text("r1", ago(365)),))
    assert not win(PRAISE, texts=(text("r1", ago(365.001)),))
    assert not win(PRAISE, texts=(text("r1", AS_OF),))
    assert not win(PRAISE, texts=(text("r1", ago(31)),), max_age_days=30)


def test_our_own_words_and_words_of_nobody_make_none() -> None:
    assert not win(PRAISE, texts=(text("r1", ago(10), direction="out", channel="email"),))
    assert not win({**PRAISE, "speaker": "Ada"}, texts=(text("r1", ago(10), direction="out", channel="email"),))
    assert not win(PRAISE, texts=(text("r1", ago(10), person_id=None),))


def test_in_a_call_that_we_made_the_named_speaker_counts() -> None:
    call = text("r1", ago(10), direction="out", channel="call")
    assert win({**PRAISE, "speaker": "Ada"}, texts=(call,))
    assert not win(PRAISE, texts=(call,))


def test_wins_outcomes_executives_reviews_warmth_and_freshness_weigh_more() -> None:
    usual = strength(PRAISE)
    assert strength({**PRAISE, "kind": "win"}) > usual
    assert strength({**PRAISE, "outcome": {"metric": "cost", "before": None, "after": None, "unit": None}}) > usual
    assert strength(PRAISE, persons=(person("ada", title="Chief Financial Officer"),)) > usual
    assert strength(PRAISE, texts=(text("r1", ago(10), channel="ebr"),)) > usual
    assert strength({**PRAISE, "polarity": 1.0}) > usual
    assert strength(PRAISE, texts=(text("r1", ago(5)),)) > usual


def test_the_account_is_the_records_else_the_persons() -> None:
    (row,) = win(PRAISE, texts=(text("r1", ago(10), account_id=None),), persons=(person("ada", "orbit"),))
    assert row["account_id"] == "orbit"
    assert people_found("win", {"remarks": [PRAISE], "texts": [text("r1", ago(10))]}) == {"ada"}
