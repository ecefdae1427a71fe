"""How what is known compares with what is wanted: one table a field."""

import pytest

from goodword.finding.matching import comparing
from goodword.finding.matching.comparing import State
from goodword.finding.matching.facts import Fitting, Wanted
from goodword.finding.matching.points import fits, points_of
from tests.finding.matching.cast import fitting, need


@pytest.mark.parametrize(
    ("wanted", "there", "state"),
    [
        ("Food and drink", "food & drink", State.SAME),
        ("Health care", "Care health", State.SAME),
        ("Food and drink", "Food retail", State.NEAR),
        ("Food and drink", "Energy", State.DIFFERENT),
        ("Food and drink", "", State.UNKNOWN),
        ("食品", "食品", State.SAME),
        ("&", "&", State.SAME),
    ],
)
def test_industries(wanted: str, there: str, state: State) -> None:
    assert comparing.name(wanted, there) == state


@pytest.mark.parametrize(
    ("wanted", "there", "state"),
    [
        (1_000, 1_900, State.SAME),
        (1_000, 500, State.SAME),
        (1_000, 3_900, State.NEAR),
        (1_000, 20, State.DIFFERENT),
        (1_000, None, State.UNKNOWN),
        (1_000, 0, State.UNKNOWN),
    ],
)
def test_sizes(wanted: int, there: int | None, state: State) -> None:
    assert comparing.size(wanted, there) == state


@pytest.mark.parametrize(
    ("wanted", "country", "region", "state"),
    [
        ("DE", "DE", "EMEA", State.SAME),
        ("Germany", "DE", "", State.SAME),
        ("germany", "AT", "", State.NEAR),
        ("DE", "US", "", State.DIFFERENT),
        ("DACH", "CH", "", State.SAME),
        ("EMEA", "SE", "", State.SAME),
        ("Europe", "FR", "", State.SAME),
        ("EMEA", "JP", "", State.DIFFERENT),
        ("Nordics", "", "EMEA", State.NEAR),
        ("EMEA", "", "EMEA", State.SAME),
        ("Nordics", "", "", State.UNKNOWN),
        ("Region 7", "", "region 7", State.SAME),
        ("Region 7", "DE", "Region 8", State.DIFFERENT),
    ],
)
def test_places(wanted: str, country: str, region: str, state: State) -> None:
    assert comparing.place(wanted, country, region) == state


@pytest.mark.parametrize(
    ("wanted", "there", "state"),
    [
        ("CFO", "Chief Financial Officer", State.SAME),
        ("CFO", "Group CFO", State.SAME),
        ("CFO", "Head of Finance", State.NEAR),
        ("CFO", "CIO", State.DIFFERENT),
        ("Head of IT", "Director of Information Systems", State.SAME),
        ("VP Operations", "Vice President, Operations", State.SAME),
        ("Nurse", "Ward nurse", State.SAME),
        ("Beekeeper", "Head beekeeper", State.SAME),
        ("Beekeeper", "CFO", State.DIFFERENT),
        ("CFO", "", State.UNKNOWN),
    ],
)
def test_roles(wanted: str, there: str, state: State) -> None:
    assert comparing.role(wanted, there) == state


@pytest.mark.parametrize(
    ("wanted", "there", "state"),
    [
        ("de", ("en", "de-CH"), State.SAME),
        ("de-AT", ("de",), State.SAME),
        ("de", ("en",), State.DIFFERENT),
        ("de", (), State.UNKNOWN),
    ],
)
def test_languages(wanted: str, there: tuple[str, ...], state: State) -> None:
    assert comparing.language(wanted, there) == state


def test_the_best_of_several_products_counts() -> None:
    assert comparing.one_of("Ledger", ("Board", "ledger")) == State.SAME
    assert comparing.one_of("Ledger", ("Ledger Pro", "Board")) == State.NEAR
    assert comparing.one_of("Ledger", ("Board",)) == State.DIFFERENT
    assert comparing.one_of("Ledger", ("",)) == State.UNKNOWN


def test_a_fit_is_a_range_as_wide_as_what_nobody_knows() -> None:
    wanted = need(competitor="Oldbooks")  # 3 for each of industry, role and use case, 2 for the competitor
    found = fits([wanted], [fitting(), fitting(replaced=("Oldbooks",)), fitting(replaced=("Sheets",)), Fitting()])
    assert found.low[0].round(3).tolist() == [0.818, 1.0, 0.818, 0.0]
    assert found.high[0].round(3).tolist() == [1.0, 1.0, 0.818, 1.0]
    assert found.middle[0].round(3).tolist() == [0.879, 1.0, 0.818, 0.333]


def test_anybody_fits_a_need_that_says_nothing() -> None:
    found = fits([Wanted(need_id=1, act_kind="logo")], [Fitting(), fitting()])
    assert found.low.tolist() == found.high.tolist() == [[1.0, 1.0]]


def test_points_tell_what_was_compared_and_what_nobody_knows() -> None:
    told = points_of(need(region="DACH", text=" Closing  faster "), fitting(country="AT", region="EMEA", role=""), 0.3)
    assert [(one.name, one.state, one.wanted, one.there) for one in told] == [
        ("industry", "same", "Food and drink", "Food and drink"),
        ("use_case", "same", "Month-end close", "Month-end close"),
        ("role", "unknown", "CFO", ""),
        ("region", "same", "DACH", "AT, EMEA"),
        ("words", "near", "Closing faster", ""),
    ]
