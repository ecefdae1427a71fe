"""Marks that are shared make one: which accounts come together, and by what."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from goodword.evidence.records.whereabouts import KNOWN_BY
from goodword.kit.ids import stable_id

type Mark = tuple[str, str]
"""A kind of mark and its value; an account is a mark itself."""


@dataclass(slots=True)
class Joined:
    """Accounts and their marks as a forest: two that hang under one root are one company."""

    above: dict[Mark, Mark] = field(default_factory=dict)
    by: dict[Mark, dict[Mark, str]] = field(default_factory=lambda: defaultdict(dict))
    holders: dict[Mark, set[Mark]] = field(default_factory=lambda: defaultdict(set))

    def __contains__(self, mark: Mark) -> bool:
        return mark in self.above

    def add(self, mark: Mark, how: str) -> None:
        """Let a mark be there, alone."""
        self.above.setdefault(mark, mark)
        self.by[mark].setdefault(mark, how)

    def tie(self, account: Mark, mark: Mark, how: str) -> None:
        """Say that an account has a mark."""
        self.above.setdefault(mark, mark)
        self.by[account].setdefault(mark, how)
        self.holders[mark].add(account)
        one, other = self.root(account), self.root(mark)
        if one != other:
            self.above[max(one, other)] = min(one, other)

    def root(self, mark: Mark) -> Mark:
        """The smallest mark of all that hang together; walking there makes the next walk shorter."""
        while self.above[mark] != mark:
            self.above[mark] = self.above[self.above[mark]]
            mark = self.above[mark]
        return mark

    def how(self, account: Mark) -> str:
        """The surest mark that an account shares with another; `itself` where it stands alone."""
        shared = [
            how
            for mark, how in self.by[account].items()
            if mark != account and (len(self.holders[mark]) > 1 or mark[0] == "account")
        ]
        shared += [self.by[other][account] for other in self.holders.get(account, ())]
        return min(shared, key=KNOWN_BY.index, default="itself")

    def ids(self, name: Callable[[Mark], str | None]) -> dict[str, str]:
        """Return the company of each mark that `name` names, called after the smallest of them in the company."""
        groups: dict[Mark, list[str]] = defaultdict(list)
        for mark in self.above:
            if (said := name(mark)) is not None:
                groups[self.root(mark)].append(said)
        return {said: stable_id("co", "account", min(group)) for group in groups.values() for said in group}
