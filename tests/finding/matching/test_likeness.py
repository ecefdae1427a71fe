"""Words of a need against what people said: about the same thing, by chance, or nothing to go by."""

import numpy as np
import pytest

from goodword.finding.matching.likeness import alike, likeness

CLOSING = "The month-end close takes two days now, it took us two weeks."
STOCK = "Counting stock in the warehouse is quick, and the scanners never fail."
TRAINING = "Our new planners were trained in a morning."
MUCH = f"{TRAINING} We plan trucks, drivers, shifts, routes and fuel. The dashboards are good. Support answers at once."
SAID = [CLOSING, STOCK, TRAINING, MUCH]


@pytest.mark.parametrize(
    ("wanted", "best"),
    [
        ("Somebody who closes the month faster", CLOSING),
        ("wants to hear of a stock count with scanners", STOCK),
        ("how long does training a planner take", TRAINING),
        ("Fuel and routes of trucks", MUCH),
    ],
)
def test_a_need_in_plain_words_finds_who_spoke_of_it(wanted: str, best: str) -> None:
    found = alike([wanted], SAID)[0]
    assert SAID[int(np.nanargmax(found))] == best


def test_words_are_found_in_other_forms_and_inside_longer_ones() -> None:
    said = ["Die Lagerhausbestände stimmen endlich.", "Der Monatsabschluss dauert zwei Tage."]
    found = alike(["Bestand im Lagerhaus"], said)[0]
    assert found[0] > 0.3
    assert np.isnan(found[1])


def test_who_says_all_that_a_need_says_is_as_like_as_can_be_and_who_says_none_of_it_is_not_known() -> None:
    found = alike([CLOSING], SAID)[0]
    assert found[0] == 1.0
    assert np.isnan(found[1:3]).all()


def test_small_words_say_nothing() -> None:
    assert np.isnan(alike(["we the a and it of", "", "!?"], SAID)).all()
    assert np.isnan(alike([CLOSING], ["", "and so it was", "…"])).all()
    assert alike([CLOSING], []).shape == (1, 0)
    assert alike([], SAID).shape == (0, 4)


def test_who_names_something_among_a_hundred_other_things_is_less_like_it_than_who_speaks_of_that() -> None:
    much = f"{TRAINING} Invoices, taxes, audits, budgets, payroll, travel, hiring, leases, stamps, badges, lunches."
    found = likeness(["training of planners"], [TRAINING, much, STOCK, CLOSING])[0]
    assert found[0] > found[1] + 0.3
    assert found[1] > found[2] + 0.1


def test_what_everybody_says_makes_nobody_like_a_need() -> None:
    said = [f"The report on the budget came in {month}." for month in ("May", "June", "July", "March", "April")]
    found = likeness(["a report on freight"], [*said, "The report on freight came at once.", STOCK])[0]
    assert max(found[:5]) < 0.05
    assert found[5] > 0.4


def test_scripts_without_spaces_are_read_by_pairs_of_letters() -> None:
    found = alike(["月次決算"], ["月次決算が二日で終わるようになりました。", "倉庫の在庫管理が楽になりました。"])[0]
    assert found[0] >= 0.5
    assert np.isnan(found[1])


def test_the_order_in_which_people_come_changes_nothing() -> None:
    said = [f"{one} {other}" for one in SAID for other in SAID]
    before = likeness([CLOSING, "scanners for stock"], said)
    order = [int(at) for at in np.random.default_rng(4).permutation(len(said))]
    again = likeness([CLOSING, "scanners for stock"], [said[at] for at in order])
    np.testing.assert_allclose(again, before[:, order], atol=1e-9)


def test_more_texts_than_are_held_at_a_time_are_compared_as_if_they_were() -> None:
    said = [f"{SAID[at % 4]} {at}" for at in range(2_005)]
    found = likeness(["scanners for stock"], said)[0]
    assert len(found) == len(said)
    assert {at % 4 for at in np.flatnonzero(found > 0.2).tolist()} == {1}
    assert found[1] == pytest.approx(found[2_001], abs=0.1)
