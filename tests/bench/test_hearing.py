import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bench.quality.data import VARIABLE, Data, usual_data
from bench.quality.hearing import courtesy, graded, recommending, stories, sureness, telling, working
from bench.quality.hearing.beside import Aim, Portion, areas, drawn, macro_f1, shares
from bench.quality.hearing.courtesy import kind_of
from bench.quality.hearing.halves import readable
from bench.quality.hearing.listener import COMMUNITY, answers, exact, remarks
from bench.quality.hearing.recommending import side_of
from bench.quality.hearing.telling import Marked, overlap, same_value
from bench.quality.hearing.trained import Reader, held_out
from bench.quality.hearing.working import sign_of

PRAISE = "We love the new dashboards."
BLAME = "The export is terrible."
WISH = "It would be great if we could filter."


def signs(*texts: str) -> list[int]:
    return [sign_of(found) for found in remarks(texts, COMMUNITY)]


def test_a_post_takes_the_sign_of_its_remarks_and_a_wish_takes_none() -> None:
    assert signs(PRAISE, BLAME, WISH, "The file has two pages.", "Thanks for the quick reply!") == [1, -1, 0, 0, 1]


def test_a_warm_wish_does_not_outweigh_a_complaint() -> None:
    (blame,) = remarks([BLAME], COMMUNITY)[0]
    assert sign_of([blame._replace(kind="wish", polarity=1.0), blame]) == -1


def test_macro_f1_is_the_mean_of_three() -> None:
    really = np.array([1, 1, 0, -1])
    said = np.array([1, 0, 0, -1])
    everything = np.arange(4)
    assert macro_f1(said, really)(everything) == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)
    assert macro_f1(really, really)(everything) == 1


def test_the_gain_is_paired_so_that_two_equal_readings_have_none() -> None:
    said = np.array([1, 0, -1, 1, 0, -1, 0, 0])
    really = np.array([1, 1, -1, 0, 0, -1, 1, 0])
    _, _, gain = drawn(Aim("f1", "made up"), 8, macro_f1(said, really), macro_f1(said, really))
    assert (gain.value, gain.low, gain.high, gain.met) == (0, 0, 0, False)


def test_where_less_is_better_the_gain_is_what_was_avoided() -> None:
    among = np.ones(200, dtype=np.bool_)
    ours = Portion(np.arange(200) < 4, among)
    theirs = Portion(np.arange(200) < 120, among)
    _, mine, gain = shares(Aim("taken", "made up", at_most=0.05), ours, theirs)
    assert mine.met
    assert gain.value == pytest.approx(0.58)
    assert gain.low is not None
    assert gain.low > 0
    assert gain.met


def test_a_share_says_among_how_many_it_was_counted() -> None:
    hit, claimed = np.array([True, True, False, False]), np.array([True, False, True, False])
    theirs, ours, _ = shares(Aim("precision", "made up"), Portion(hit, claimed), Portion(hit, hit | claimed))
    assert (ours.n, ours.value) == (2, 0.5)
    assert theirs.n == 3
    assert theirs.value == pytest.approx(2 / 3)


def test_nothing_claimed_is_left_out_and_no_error() -> None:
    none = np.zeros(3, dtype=np.bool_)
    (left_out,) = shares(Aim("precision", "made up"), Portion(none, none), Portion(none, none))
    assert left_out.value is None
    assert "nothing was claimed" in left_out.data


def test_areas_say_whether_the_gain_lies_above_nothing() -> None:
    label = np.arange(60) % 2 == 0
    ours = label + np.linspace(0, 0.1, 60)
    _, mine, gain = areas(Aim("auc", "made up", at_least=0.85), ours, np.linspace(0, 1, 60), label)
    assert (mine.value, mine.met, gain.met) == (1, True, True)


def test_what_is_held_out_was_not_learnt_from() -> None:
    def parrot(texts: Sequence[str], kinds: Sequence[str]) -> Reader:
        known = dict(zip(texts, kinds, strict=True))
        return lambda others: [known.get(text, "unseen") for text in others]

    assert held_out(parrot, ["a", "b", "c"], ["x", "y", "z"], [0, 1, 1]) == ["unseen"] * 3


def test_half_of_a_set_may_be_read_and_it_is_always_the_same_half() -> None:
    names = [str(number) for number in range(2000)]
    first = [readable(name) for name in names]
    assert 900 < sum(first) < 1100
    assert first == [readable(name) for name in names]


def test_a_rating_takes_no_side_where_its_scale_is_not_known() -> None:
    assert [side_of(rating, mixed=False) for rating in ("5.0", "3.0", "1.0", "")] == [1, 0, -1, 0]
    assert [side_of(rating, mixed=True) for rating in ("9.0", "4.0")] == [1, 0]


def test_a_comment_with_two_labels_teaches_both() -> None:
    taught = [[kind_of(frozenset(labels), asked) for labels in ({0, 15}, {15}, {27})] for asked in ("praise", "thanks")]
    assert taught == [["praise", "neutral", "neutral"], ["thanks", "thanks", "neutral"]]


def test_an_outcome_is_found_when_its_value_is_the_marked_one() -> None:
    text = "We cut onboarding from six weeks to four days."
    (remark,) = remarks([text], "")[0]
    marked = Marked([0, len(text)], [text.index("six"), text.index(" to")], [text.index("four"), text.index(".")])
    assert overlap(marked.span, remark.start, remark.end)
    assert same_value(text, marked, remark)
    assert not same_value(text, Marked([0, 6], None, [3, 6]), remark)


def test_every_quote_is_held_against_its_place() -> None:
    found = remarks([PRAISE], "")
    assert exact("made up", [PRAISE], found).met
    assert exact("made up", ["Something else altogether here."], found).met is False


def test_marks_made_by_hand_are_ids_and_places_only() -> None:
    def leaves(value: object) -> list[object]:
        if isinstance(value, dict):
            return [leaf for one in value.values() for leaf in leaves(one)]
        return [leaf for one in value for leaf in leaves(one)] if isinstance(value, list) else [value]

    for path in (stories.MARKS, telling.MARKS):
        assert {type(leaf) for leaf in leaves(json.loads(path.read_text(encoding="utf-8")))} <= {int, type(None)}


def test_marks_lie_inside_the_sections_they_were_made_for() -> None:
    folder = usual_data().find(stories.NAME)
    if folder is None:
        pytest.skip(usual_data().why_not())
    impacts = {story["slug"]: story["impact"] for story in stories.stories(folder)}
    marks = json.loads(telling.MARKS.read_text(encoding="utf-8"))
    assert set(marks) == set(impacts)
    for slug, about in marks.items():
        for one in about["expected"]:
            start, end = one["span"]
            assert 0 <= start < end <= len(impacts[slug])
            assert all(start <= place[0] < place[1] <= end for place in (one["before"], one["after"]) if place)


def test_without_data_every_part_says_why_it_was_left_out(tmp_path: Path) -> None:
    data = Data(tmp_path / "none")
    figures = [part.figures(data) for part in (working, courtesy, graded, recommending, stories)]
    assert all(one.value is None and VARIABLE in one.data for found in figures for one in found)


def test_an_answer_is_right_where_the_label_of_its_text_agrees() -> None:
    assert [sureness.post_agrees(sign)("thanks") for sign in (1, 0, -1)] == [True, False, False]
    assert [sureness.post_agrees(sign)("complaint") for sign in (1, 0, -1)] == [False, False, True]
    grateful, angry = sureness.comment_agrees(frozenset((15,))), sureness.comment_agrees(frozenset((2, 27)))
    assert [grateful(kind) for kind in ("thanks", "praise", "complaint")] == [True, False, False]
    assert [angry(kind) for kind in ("thanks", "praise", "complaint")] == [False, False, True]


def test_a_text_has_one_answer_and_only_what_is_heard_is_counted() -> None:
    texts = [f"{PRAISE} {BLAME}", WISH, "The file has two pages."]
    first, *rest = answers(texts, COMMUNITY)
    assert first.kind in {"praise", "complaint"}
    assert (first.spoken, [one.kind for one in rest]) == (True, ["", ""])
    figures = sureness.measured("three", texts, [sureness.post_agrees(1)] * 3)
    errors = {one.name: one for one in figures if one.name.startswith(sureness.ERROR)}
    assert {one.n for one in errors.values()} == {1}
    ours = errors[f"{sureness.ERROR}: shipped"]
    assert ours.value == pytest.approx(abs(first.sure - (first.kind == "praise")))
    assert ours.baseline == pytest.approx(abs(sureness.polar(first) - (first.kind == "praise")))
