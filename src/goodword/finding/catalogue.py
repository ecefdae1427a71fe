"""Every rule once: its name, version, inputs, grain and page."""

from collections.abc import Callable

import ibis.expr.types as ir

from goodword.evidence.records.findings import REMARKS, TEXTS
from goodword.evidence.records.known import KNOWN, PERSONS
from goodword.evidence.records.ledger import LEDGER_ACTS, LEDGER_ANSWERS, LEDGER_ASKS
from goodword.evidence.records.table import Table
from goodword.evidence.records.whereabouts import SPELLS
from goodword.finding.signals import champions, growth, promoters, repeaters, sponsor_gone, superusers, wins
from goodword.finding.signals.holds import accounts, limits, tickets, voices
from goodword.finding.signals.rule import Rule
from goodword.kit.errors import GoodwordError

__all__ = ["FINDERS", "HOLDS", "RISK_RULES", "RULES", "Rule", "finder", "hold", "rule"]


def _known(*names: str) -> tuple[Table, ...]:
    return tuple(KNOWN[name] for name in names)


FINDERS: tuple[Rule, ...] = (
    Rule(
        name="promoter",
        kind="promoter",
        version=promoters.VERSION,
        inputs=(*_known("responses"), REMARKS, PERSONS),
        grain="a person",
        numbers=promoters.NUMBERS,
        page="promoter.md",
        function=promoters.promoters,
    ),
    Rule(
        name="super_user",
        kind="super_user",
        version=superusers.VERSION,
        inputs=_known("usage", "features", "accounts", "account_history"),
        grain="a person at an account",
        numbers=superusers.NUMBERS,
        page="super_user.md",
        function=superusers.super_users,
    ),
    Rule(
        name="win",
        kind="win",
        version=wins.VERSION,
        inputs=(REMARKS, TEXTS, PERSONS),
        grain="a record with the words of a person",
        numbers=wins.NUMBERS,
        page="win.md",
        function=wins.wins,
    ),
    Rule(
        name="champion",
        kind="champion",
        version=champions.VERSION,
        inputs=(*_known("posts"), PERSONS),
        grain="a person",
        numbers=champions.NUMBERS,
        page="champion.md",
        function=champions.champions,
    ),
    Rule(
        name="repeat_customer",
        kind="repeat_customer",
        version=repeaters.VERSION,
        inputs=(
            SPELLS,
            PERSONS,
            *_known("accounts", "account_history", "contracts", "usage", "interactions", "responses"),
        ),
        grain="a person at the account they came to",
        numbers=repeaters.NUMBERS,
        page="repeat_customer.md",
        function=repeaters.repeat_customers,
    ),
    Rule(
        name="growth",
        kind="growth",
        version=growth.VERSION,
        inputs=(*_known("contracts", "accounts"), PERSONS, *_known("interactions")),
        grain="a person at an account that grew",
        numbers=growth.NUMBERS,
        page="growth.md",
        function=growth.growth,
    ),
)
"""The six finders, in the order of records.md."""


def _hold(code: str, version: int, inputs: tuple[Table, ...], grain: str, function: Callable[..., ir.Table]) -> Rule:
    return Rule(code, code, version, inputs, grain, (), "holds.md", function)


HOLDS: tuple[Rule, ...] = (
    _hold(
        "urgent_ticket",
        tickets.VERSION,
        (*_known("interactions"), PERSONS),
        "a ticket, for the whole account",
        tickets.urgent_tickets,
    ),
    _hold("high_ticket", tickets.VERSION, _known("interactions"), "a ticket", tickets.high_tickets),
    _hold("low_nps", voices.VERSION, _known("responses"), "a person", voices.low_nps),
    _hold("low_csat", voices.VERSION, _known("responses", "interactions"), "a person", voices.low_csat),
    _hold("complaint", voices.VERSION, (REMARKS, TEXTS), "a person", voices.complaints),
    _hold("fewer_active", accounts.VERSION, _known("usage"), "an account", accounts.fewer_active),
    _hold("churn_notice", accounts.VERSION, _known("contracts"), "an account", accounts.churn_notices),
    _hold(
        "contract_ending",
        accounts.VERSION,
        _known("contracts"),
        "an account and product",
        accounts.contracts_ending,
    ),
    _hold("resting", limits.VERSION, (LEDGER_ASKS, LEDGER_ACTS), "a person", limits.resting),
    _hold("not_now", limits.VERSION, (LEDGER_ASKS, LEDGER_ANSWERS), "a person", limits.not_now),
    _hold("never", limits.VERSION, (LEDGER_ASKS, LEDGER_ANSWERS), "a person and kind of act", limits.never),
    _hold("capped", limits.VERSION, (LEDGER_ASKS,), "a person", limits.capped),
    _hold("opted_out", voices.VERSION, (PERSONS,), "a person", voices.opted_out),
)
"""The holds, in the order of records.md."""

RISK_RULES: tuple[Rule, ...] = (
    Rule(
        name="sponsor_gone",
        kind="sponsor_gone",
        version=sponsor_gone.VERSION,
        inputs=(SPELLS, PERSONS, *_known("accounts"), LEDGER_ACTS),
        grain="a person and the account they left",
        numbers=(),
        page="sponsor_gone.md",
        function=sponsor_gone.sponsors_gone,
    ),
)
"""What finds risks at accounts; they are notes beside people, and hold nobody."""

RULES: tuple[Rule, ...] = (*FINDERS, *HOLDS, *RISK_RULES)
"""Every rule."""


def finder(name: str) -> Rule:
    """Return the finder of that name; GoodwordError if there is none."""
    return _look_up(FINDERS, name, "finder")


def hold(code: str) -> Rule:
    """Return the hold of that code; GoodwordError if there is none."""
    return _look_up(HOLDS, code, "hold")


def rule(name: str) -> Rule:
    """Return the rule of that name; GoodwordError if there is none."""
    return _look_up(RULES, name, "rule")


def _look_up(rules: tuple[Rule, ...], name: str, what: str) -> Rule:
    for candidate in rules:
        if candidate.name == name:
            return candidate
    names = ", ".join(candidate.name for candidate in rules)
    raise GoodwordError("unknown-rule", f"There is no {what} named {name}.", f"There are: {names}.")
