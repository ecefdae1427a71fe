"""What the naive model is made of: rows, mentions, the nodes they tie together, and sets joined where they meet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from goodword.kit.ids import stable_id
from tests.runs.people.cast import FUNCTIONS, one_form

type Id = str
type Node = tuple[str, str, str]
type Handle = tuple[str, ...]
type Mention = tuple[str, str, str]
type Said = tuple[date, datetime]


@dataclass(frozen=True)
class Row:
    """A row of a people table, or an answer to a survey that names somebody."""

    source: str
    ident: str
    key: str = ""
    emails: tuple[str, ...] = ()
    out_on: date | None = None
    listed: bool = True

    @property
    def place(self) -> tuple[bool, str, str]:
        """What makes it the same row again."""
        return self.listed, self.source, self.ident

    @property
    def mentions(self) -> list[Mention]:
        """How it names somebody."""
        return [(self.source, self.key, email) for email in self.emails or ("",)]


@dataclass(frozen=True)
class Human:
    """One human being as records and decisions have them: what would mean them, in groups that no merge tied."""

    ident: Id
    nodes: frozenset[Node]
    groups: tuple[frozenset[Node], ...]

    @property
    def keys(self) -> set[str]:
        """Their keys."""
        return {value for kind, _source, value in self.nodes if kind == "key"}

    @property
    def emails(self) -> set[str]:
        """The addresses that stand for them alone."""
        return {value for kind, _source, value in self.nodes if kind == "mail"}


def named(row: Row) -> set[Handle]:
    return {("key", row.source, row.key)} | {("mail", one_form(email)) for email in row.emails}


def tied(
    mention: Mention, listing: dict[str, set[str]], holders: dict[str, set[Node]], alone: set[Node]
) -> tuple[Node, ...]:
    source, key, email = mention
    address, held = email.lower(), holders.get(email.lower(), set())
    function = address.partition("@")[0] in FUNCTIONS
    mail = (("mail", "", address),) if address and (len(held) == 1 if function else len(held) <= 5) else ()
    if not key:
        return tuple(held) if mail and function else mail
    known = listing.get(key, set())
    node = ("key", source if source in known else next(iter(known)) if len(known) == 1 else "", key)
    if node in alone or (known and node not in held):
        return (node,)
    return (node, *mail)


def handles_of(group: frozenset[Node], human: Human, mentions: dict[Mention, tuple[Node, ...]]) -> Iterator[Handle]:
    """What names somebody in the mentions that mean one group."""
    for (source, key, email), nodes in mentions.items():
        if nodes and nodes[0] in group:
            if key:
                yield "key", source, key
            if email.lower() in human.emails:
                yield "mail", one_form(email)


def joined(sets: list[set[Node]]) -> list[set[Node]]:
    """Join sets that meet, until none do."""
    found: list[set[Node]] = []
    for one in sets:
        meeting = [other for other in found if other & one]
        found = [other for other in found if not other & one] + [one.union(*meeting)]
    return found


def sources_of(everything: list[Node], key: str) -> int:
    return len([node for node in everything if node[0] == "key" and node[2] == key])


def ids_of(node: Node) -> tuple[Id, ...]:
    """The ids of whoever is named after something: the usual one, then that with its source."""
    kind, source, value = node
    if kind == "mail":
        return (stable_id("per", "mail", value),)
    return stable_id("per", None, value), stable_id("per", source, value)
