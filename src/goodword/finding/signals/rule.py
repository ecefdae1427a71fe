"""What a rule is: a pure function on tables, with its name, its version and the tables it reads."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import ibis.expr.types as ir

from goodword.evidence.records.table import Table
from goodword.kit.errors import GoodwordError

_REMEMBERED = 128  # more than the rules of a few days


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue.

    Attributes:
        name: what it is called in settings and in findings.
        kind: what it puts out: a signal's kind, or a hold's code.
        version: raised whenever the same evidence gives another result.
        inputs: the tables it reads, in the order of the function's arguments; an expression names them like these.
        grain: what one signal or hold stands for.
        numbers: the number columns it adds after those of its contract.
        page: its page, relative to docs/algorithms.
        function: the rule itself.
    """

    name: str
    kind: str
    version: int
    inputs: tuple[Table, ...]
    grain: str
    numbers: tuple[str, ...]
    page: str
    function: Callable[..., ir.Table]

    @property
    def thresholds(self) -> dict[str, object]:
        """The names of its thresholds with their defaults."""
        parameters = inspect.signature(self.function).parameters.values()
        return {
            parameter.name: parameter.default
            for parameter in parameters
            if parameter.kind is parameter.KEYWORD_ONLY and parameter.default is not parameter.empty
        }

    def expression(self, *, as_of: datetime, **thresholds: object) -> ir.Table:
        """Return the rule on unbound tables that are named like its inputs.

        Args:
            as_of: first instant that no longer counts.
            **thresholds: what differs from the defaults.

        Raises:
            GoodwordError: a threshold that the rule does not have.
        """
        known = self.thresholds
        unknown = sorted(set(thresholds) - set(known))
        if unknown:
            raise GoodwordError(
                "unknown-threshold",
                f"The rule {self.name} has no threshold named {', '.join(unknown)}.",
                f"It has: {', '.join(sorted(known))}." if known else "It has none.",
            )
        return _written(self, as_of, tuple(sorted(thresholds.items(), key=_by_name)))


def _by_name(threshold: tuple[str, object]) -> str:
    return threshold[0]


@lru_cache(_REMEMBERED)
def _written(rule: Rule, as_of: datetime, thresholds: tuple[tuple[str, object], ...]) -> ir.Table:
    """A rule as an expression. To write one takes as long as most answers; it is the same whenever it is asked for."""
    return rule.function(*(table.unbound() for table in rule.inputs), as_of=as_of, **dict(thresholds))
