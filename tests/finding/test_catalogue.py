from pathlib import Path

import ibis.expr.operations as ops
import pytest

from goodword.evidence.records.findings import FINDINGS, SIGNAL_KINDS
from goodword.evidence.records.known import KNOWN, PERSONS
from goodword.evidence.records.ledger import LEDGER
from goodword.evidence.records.whereabouts import WHEREABOUTS
from goodword.finding.catalogue import FINDERS, HOLDS, RULES, Rule, finder, hold, rule
from goodword.finding.signals.sentences import CODES
from goodword.kit.errors import GoodwordError
from tests.finding.signals.facts import AS_OF

PAGES = Path(__file__).parents[2] / "docs" / "algorithms"
rules = pytest.mark.parametrize("one", RULES, ids=lambda one: str(one.name))


def test_there_is_a_finder_for_each_of_the_six_kinds_in_their_order() -> None:
    assert tuple(one.kind for one in FINDERS) == SIGNAL_KINDS
    assert len({one.name for one in RULES}) == len(RULES)


def test_every_hold_has_a_sentence_and_every_sentence_a_hold() -> None:
    assert {one.kind for one in HOLDS} == CODES


@rules
def test_every_rule_has_its_page_which_names_it(one: Rule) -> None:
    text = (PAGES / one.page).read_text(encoding="utf-8")
    assert f"`{one.name}`" in text
    missing = [name for name in (*one.thresholds, *one.numbers) if f"`{name}`" not in text]
    assert not missing, f"{one.page} does not explain {missing}"


@rules
def test_a_rule_reads_tables_of_the_contracts_under_their_names(one: Rule) -> None:
    contracts = {
        table.name for table in (*KNOWN.values(), PERSONS, *FINDINGS.values(), *LEDGER.values(), *WHEREABOUTS.values())
    }
    assert {table.name for table in one.inputs} <= contracts
    sources = {str(operation.name) for operation in one.expression(as_of=AS_OF).op().find(ops.UnboundTable)}
    assert sources <= {table.name for table in one.inputs}


def test_rules_are_looked_up_by_name() -> None:
    assert finder("win") is rule("win")
    assert hold("capped") is rule("capped")
    for look_up in (finder, hold, rule):
        with pytest.raises(GoodwordError, match=r"no .* named promotor") as raised:
            look_up("promotor")
        assert raised.value.code == "unknown-rule"
    with pytest.raises(GoodwordError, match=r"There are: .*promoter"):
        finder("capped")


def test_a_threshold_nobody_knows_is_refused_with_the_right_ones() -> None:
    with pytest.raises(
        GoodwordError, match=r"promoter has no threshold named max_age\. It has: .*max_age_days"
    ) as raised:
        finder("promoter").expression(as_of=AS_OF, max_age=3)
    assert raised.value.code == "unknown-threshold"
    with pytest.raises(GoodwordError, match="It has none"):
        hold("never").expression(as_of=AS_OF, days=3)


def test_thresholds_come_with_their_defaults() -> None:
    assert hold("low_csat").thresholds == {"max_score": 2.0, "days": 30}
    assert finder("champion").thresholds["min_helped"] == 3.0
