import math
from typing import Any

import pytest

from tests.finding.signals.facts import AS_OF, ago, find, people_found, person

type Row = dict[str, Any]


def post(post_id: str, kind: str, author: str | None, days: float, **more: object) -> Row:
    return {"post_id": post_id, "kind": kind, "person_id": author, "at": ago(days), **more}


def helped(helper: str, asker: str, days: float = 10, question_days: float = 400, **more: object) -> list[Row]:
    """A question of one and an answer by another."""
    name = f"{asker} to {helper} {days}"
    return [
        post(f"q {name}", "question", asker, question_days),
        post(f"a {name}", "answer", helper, days, parent_id=f"q {name}", **more),
    ]


def champions(posts: list[Row], min_helped: float = 3.0) -> set[str]:
    return people_found("champion", {"posts": posts}, min_helped=min_helped)


THREE = helped("ada", "x") + helped("ada", "y") + helped("ada", "z")


def test_three_people_helped_make_a_champion_and_two_do_not() -> None:
    assert champions(THREE) == {"ada"}
    assert champions(helped("ada", "x") + helped("ada", "y")) == set()
    assert champions(helped("ada", "x") + helped("ada", "y"), min_helped=2.0) == {"ada"}


def test_a_person_counts_once_however_often_helped() -> None:
    assert champions(helped("ada", "x") + helped("ada", "x", 20) + helped("ada", "x", 30)) == set()


def test_people_who_helped_each_other_count_half_each() -> None:
    back = helped("x", "ada", 50)
    assert champions(THREE + back) == set()
    rows = find("champion", {"posts": THREE + back + helped("ada", "v")})
    assert {row["helped"] for row in rows} == {3.5}
    assert champions(THREE + helped("x", "ada", 181)) == {"ada"}


def test_answers_to_oneself_help_nobody() -> None:
    assert champions(THREE[:4] + helped("ada", "ada"), min_helped=2.5) == set()


def test_an_answer_to_somebody_unknown_or_to_a_lost_question_does_not_count() -> None:
    unknown = [post("q", "question", None, 20), post("a", "answer", "ada", 10, parent_id="q")]
    lost = [post("b", "answer", "ada", 10, parent_id="gone")]
    assert champions(THREE[:4] + unknown + lost) == set()


def test_a_question_of_another_community_with_the_same_id_is_another_question() -> None:
    other = [post("q", "question", "w", 20, source="forum"), post("a", "answer", "ada", 10, parent_id="q")]
    assert champions(THREE[:4] + other) == set()


def test_answers_count_for_180_days_and_not_from_the_next_day_on() -> None:
    assert champions(THREE[:4] + helped("ada", "z", 180)) == {"ada"}
    assert champions(THREE[:4] + helped("ada", "z", 180.001)) == set()
    assert champions(THREE[:4] + [*helped("ada", "z"), post("b", "answer", "ada", 0)][:1]) == set()
    late = [post("late", "question", "z", 5), {**post("b", "answer", "ada", 1, parent_id="late"), "at": AS_OF}]
    assert champions(THREE[:4] + late) == set()


def test_a_reply_is_talk_unless_it_was_accepted() -> None:
    topic = post("t", "topic", "z", 20)
    reply = post("r", "reply", "ada", 10, parent_id="other reply", root_id="t")
    assert champions([*THREE[:4], topic, reply]) == set()
    assert champions([*THREE[:4], topic, {**reply, "accepted": True}]) == {"ada"}


def test_accepted_answers_and_insights_are_counted_and_shown() -> None:
    posts = [
        *helped("ada", "x", likes=9),
        *helped("ada", "y", accepted=True),
        *helped("ada", "z"),
        post("insight", "topic", "ada", 3, likes=1),
        post("nobody liked it", "topic", "ada", 3),
    ]
    rows = find("champion", {"posts": posts, "persons": [person("ada", "orbit")]})
    shown = [row["evidence_id"] for row in rows]
    assert shown == ["a y to ada 10", "a x to ada 10", "a z to ada 10", "insight"]
    numbers = {name: rows[0][name] for name in ("answers", "accepted", "helped", "insights")}
    assert numbers == {"answers": 3, "accepted": 1, "helped": 3, "insights": 1}
    assert {(row["account_id"], row["anchor"]) for row in rows} == {("orbit", "orbit")}
    assert {row["observed_at"] for row in rows} == {ago(3)}
    assert {row["approximate"] for row in rows} == {True}


def test_strength_follows_its_formula() -> None:
    (row, *_) = find("champion", {"posts": THREE})
    each = 2 ** (-9 / 30)  # ten days before the end of the day is nine days before the day
    assert row["help_now"] == pytest.approx(3 * each, abs=1e-8)
    assert row["strength"] == pytest.approx(1 - math.exp(-each), abs=1e-8)


def test_fresh_and_accepted_help_and_being_there_weigh_more_and_mutual_help_less() -> None:
    def strength(posts: list[Row]) -> float:
        return float(find("champion", {"posts": posts}, min_helped=0.0)[0]["strength"])

    usual = strength(helped("ada", "x", 20))
    assert strength(helped("ada", "x", 10)) > usual
    assert strength(helped("ada", "x", 20, accepted=True)) > usual
    assert strength([*helped("ada", "x", 20), post("own", "question", "ada", 5)]) > usual
    assert strength(helped("ada", "x", 20) + helped("x", "ada", 20)) < usual
