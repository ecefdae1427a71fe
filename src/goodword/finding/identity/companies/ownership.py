"""Who owns which account, to the top; circles are found and said, and decide nothing."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Owners:
    """Owners of accounts.

    Attributes:
        of_account: the owner's id by account; accounts of a circle have none.
        problems: `own_parent` or `circular_parents` by account.
    """

    of_account: dict[str, str]
    problems: dict[str, str]

    @classmethod
    def of(cls, pairs: Iterable[tuple[object, object]]) -> "Owners":
        """Read (account, parent) pairs; where sources name several parents, the smallest counts."""
        named: dict[str, str] = {}
        for account, parent in sorted((str(a), str(p)) for a, p in pairs if a and p):
            named.setdefault(account, parent)
        problems = {account: "own_parent" for account, parent in named.items() if account == parent}
        problems |= dict.fromkeys(_in_circles(named), "circular_parents")
        return cls({account: parent for account, parent in named.items() if account not in problems}, problems)


def _in_circles(parent: dict[str, str]) -> set[str]:
    """Accounts that own themselves through others. Each account is walked over once."""
    settled: set[str] = set()
    circles: set[str] = set()
    for start in parent:
        path: dict[str, int] = {}
        at = start
        while at in parent and at not in settled and at not in path:
            path[at] = len(path)
            at = parent[at]
        if at in path and parent[at] != at:
            circles.update(name for name, place in path.items() if place >= path[at])
        settled.update(path)
    return circles
