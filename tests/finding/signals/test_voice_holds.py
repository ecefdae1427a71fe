from datetime import timedelta
from typing import Any

import pytest

from goodword.kit.clock import end_of
from tests.finding.signals.facts import AS_OF, TODAY, ago, answer, day_ago, find, people_found, person, remark, text

type Row = dict[str, Any]


@pytest.mark.parametrize(("score", "held"), [(0, True), (6, True), (6.5, False), (7, False)])
def test_a_low_nps_answer_is_zero_to_six(score: float, *, held: bool) -> None:
    assert bool(find("low_nps", {"responses": [answer("r1", score, ago(3))]})) is held


def test_a_low_nps_answer_holds_until_a_later_answer_or_a_year() -> None:
    low = answer("r1", 3, ago(365))
    (row,) = find("low_nps", {"responses": [low]})
    assert (row["until"], row["number"], row["day"]) == (TODAY + timedelta(days=1), 3, TODAY - timedelta(days=364))
    assert not find("low_nps", {"responses": [low]}, as_of=end_of(row["until"]))
    assert not find("low_nps", {"responses": [low, answer("r2", 7, ago(1))]})
    assert find("low_nps", {"responses": [low, answer("r2", 7, AS_OF)]})
    assert people_found("low_nps", {"responses": [answer("r1", 9, ago(5)), answer("r2", 5, ago(1))]}) == {"ada"}
    assert not find("low_nps", {"responses": [answer("r1", 3, ago(5)), answer("r2", 7, ago(5))]})


@pytest.mark.parametrize(("score", "held"), [(1, True), (2, True), (3, False)])
def test_a_low_csat_holds_for_thirty_days(score: float, *, held: bool) -> None:
    survey = answer("r1", score, ago(30), survey="csat")
    rated = {
        "interaction_id": "i",
        "at": ago(40),
        "channel": "ticket",
        "person_id": "ada",
        "csat": score,
        "resolved_at": ago(30),
    }
    for facts in ({"responses": [survey]}, {"interactions": [rated]}):
        rows = find("low_csat", facts)
        assert [row["until"] for row in rows] == [TODAY + timedelta(days=1)] * held
        assert not find("low_csat", facts, as_of=end_of(TODAY + timedelta(days=1)))


def test_csat_of_a_ticket_not_yet_resolved_is_not_known() -> None:
    rated = {
        "interaction_id": "i",
        "at": ago(4),
        "channel": "ticket",
        "person_id": "ada",
        "csat": 1,
        "resolved_at": AS_OF,
    }
    assert not find("low_csat", {"interactions": [rated]})
    assert find("low_csat", {"interactions": [{**rated, "resolved_at": None}]})


def test_only_the_latest_low_csat_holds_and_nps_is_none() -> None:
    csats = [answer("r1", 1, ago(20), survey="csat"), answer("r2", 2, ago(10), survey="csat")]
    assert [row["evidence_id"] for row in find("low_csat", {"responses": csats})] == ["r2"]
    assert not find("low_csat", {"responses": [answer("r1", 1, ago(3))]})


def complained(*texts: Row, remarks: tuple[Row, ...]) -> list[Row]:
    return find("complaint", {"texts": texts, "remarks": remarks})


def test_a_complaint_newer_than_the_latest_praise_holds() -> None:
    good, bad = remark("good", "praise"), remark("bad", "complaint", "It is slow.")
    (row,) = complained(text("bad", ago(5)), text("good", ago(6)), remarks=(good, bad))
    assert (row["person_id"], row["quote"], row["evidence_id"]) == ("ada", "It is slow.", "bad")
    assert row["until"] == ago(5).date() + timedelta(days=90)
    assert not complained(text("bad", ago(5)), text("good", ago(4)), remarks=(good, bad))
    assert not complained(text("bad", ago(5)), text("good", ago(5)), remarks=(good, bad))
    assert complained(text("bad", ago(5)), text("good", AS_OF), remarks=(good, bad))
    assert complained(text("bad", ago(5)), text("good", ago(4), "ben"), remarks=(good, bad))


def test_thanks_do_not_take_a_complaint_back() -> None:
    remarks = (remark("good", "thanks"), remark("bad", "complaint"))
    assert complained(text("bad", ago(5)), text("good", ago(4)), remarks=remarks)


def test_a_complaint_holds_for_ninety_days() -> None:
    bad = remark("bad", "complaint")
    (row,) = complained(text("bad", ago(90)), remarks=(bad,))
    assert row["until"] == TODAY + timedelta(days=1)
    assert not complained(text("bad", ago(90.001)), remarks=(bad,))
    assert not complained(text("bad", ago(3), direction="out"), remarks=(bad,))


def test_who_opted_out_is_held_without_end() -> None:
    out = [person("ada", opted_out_on=day_ago(2000)), person("ben", opted_out_on=day_ago(-1)), person("cy")]
    (row,) = find("opted_out", {"persons": out})
    assert (row["person_id"], row["until"], row["day"]) == ("ada", None, day_ago(2000))
    assert people_found("opted_out", {"persons": [person("ada", opted_out_on=TODAY)]}) == {"ada"}
