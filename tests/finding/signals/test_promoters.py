from typing import Any

import pytest

from tests.finding.signals.facts import AS_OF, ago, answer, find, people_found, person, remark


def promoter(*answers: dict[str, Any], remarks: tuple[dict[str, Any], ...] = ()) -> list[dict[str, Any]]:
    facts = {"responses": answers, "remarks": remarks, "persons": [person("ada"), person("ben", "orbit")]}
    return find("promoter", facts)


def strength(*answers: dict[str, Any], remarks: tuple[dict[str, Any], ...] = ()) -> float:
    return float(promoter(*answers, remarks=remarks)[0]["strength"])


@pytest.mark.parametrize(("score", "found"), [(8.0, False), (8.9, False), (9.0, True), (10.0, True)])
def test_a_promoter_gave_nine_or_ten(score: float, *, found: bool) -> None:
    assert bool(promoter(answer("r1", score, ago(10)))) is found


def test_an_answer_of_exactly_a_year_still_counts_and_one_a_microsecond_older_does_not() -> None:
    assert promoter(answer("r1", 10, ago(365)))
    assert not promoter(answer("r1", 10, ago(365 + 1e-8)))


def test_only_the_latest_answer_decides() -> None:
    assert not promoter(answer("r1", 10, ago(20)), answer("r2", 3, ago(10)))
    assert promoter(answer("r1", 3, ago(20)), answer("r2", 10, ago(10)))


def test_of_two_answers_at_the_same_instant_the_larger_id_is_the_later() -> None:
    assert promoter(answer("r1", 3, ago(10)), answer("r2", 10, ago(10)))
    assert not promoter(answer("r1", 10, ago(10)), answer("r2", 3, ago(10)))


def test_answers_of_the_next_day_are_not_known_yet() -> None:
    assert promoter(answer("r1", 10, ago(1)), answer("r2", 2, AS_OF))
    assert not promoter(answer("r2", 10, AS_OF))


def test_other_surveys_and_unknown_people_make_no_promoter() -> None:
    assert not promoter(answer("r1", 10, ago(1), survey="ces"), answer("r2", 10, ago(1), person_id=None))


def test_evidence_is_the_latest_answer_then_earlier_promoter_answers() -> None:
    rows = promoter(
        answer("r1", 9, ago(700)), answer("r2", 4, ago(300)), answer("r3", 10, ago(100)), answer("r4", 9, ago(5))
    )
    assert [row["evidence_id"] for row in rows] == ["r4", "r3", "r1"]
    assert {row["anchor"] for row in rows} == {"r4"}
    assert rows[0]["earlier"] == 2
    assert {row["observed_at"] for row in rows} == {ago(5)}


def test_what_they_loved_is_the_warmest_praise_of_the_comment() -> None:
    remarks = (
        remark("r1", "praise", "Fine board.", polarity=0.3),
        remark("r1", "win", "Cut our reporting to a day.", start=20, polarity=0.9),
        remark("r1", "thanks", "Thanks!", start=60, polarity=1.0),
    )
    (row,) = promoter(answer("r1", 10, ago(5)), remarks=remarks)
    assert (row["quote"], row["start"], row["end"]) == ("Cut our reporting to a day.", 20, 47)


def test_a_comment_that_contradicts_the_score_is_flagged_and_weakens() -> None:
    complaint = remark("r1", "complaint", "Support never answers.")
    praise = remark("r1", "praise", "Great board.", start=40)
    (row,) = promoter(answer("r1", 10, ago(5)), remarks=(complaint,))
    assert row["mismatch"] == 1
    assert row["strength"] == pytest.approx(strength(answer("r1", 10, ago(5))) / 2)
    assert promoter(answer("r1", 10, ago(5)), remarks=(complaint, praise))[0]["mismatch"] == 0


def test_a_complaint_about_another_answer_or_record_is_no_mismatch() -> None:
    elsewhere = remark("r1", "complaint", "Support never answers.", table="posts")
    assert promoter(answer("r1", 10, ago(5)), remarks=(elsewhere, remark("r0", "complaint")))[0]["mismatch"] == 0


def test_strength_grows_with_score_recency_and_earlier_promoter_answers() -> None:
    usual = strength(answer("r2", 9, ago(100)))
    assert strength(answer("r2", 10, ago(100))) > usual
    assert strength(answer("r2", 9, ago(50))) > usual
    assert strength(answer("r1", 9, ago(200)), answer("r2", 9, ago(100))) > usual
    assert strength(answer("r1", 8, ago(200)), answer("r2", 9, ago(100))) == usual


def test_an_answer_without_an_account_takes_the_persons() -> None:
    facts = {
        "responses": [answer("r1", 10, ago(5), account_id=None), answer("r2", 10, ago(5), "ben", account_id=None)],
        "persons": [person("ada", "acme"), person("ben", "orbit", approximate=True)],
    }
    ada, ben = find("promoter", facts)
    assert (ada["account_id"], ada["approximate"]) == ("acme", False)
    assert (ben["account_id"], ben["approximate"]) == ("orbit", True)


def test_the_least_score_is_a_threshold() -> None:
    assert people_found("promoter", {"responses": [answer("r1", 8, ago(5))]}, least_score=8.0) == {"ada"}
