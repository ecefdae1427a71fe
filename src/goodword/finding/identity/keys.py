"""Who is who by exact keys: two mentions are one human being when a people table says so, letter for letter.

A key joins within its source. An address joins across keys and sources when a people table lists it, except addresses
of functions (info@) and addresses that more keys share than one human being plausibly has. What somebody decided comes
on top: two ids that are one human being (a merge), and a record that stands for itself (a split).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from goodword.evidence.records.known import HUMANS, LINKS
from goodword.finding.identity.colleagues import Colleagues
from goodword.kit.ids import stable_id

FUNCTION_MAILBOXES = frozenset(
    "abuse accounting accounts admin administrator billing board contact customerservice enquiries feedback finance "
    "hello help helpdesk hostmaster hr info it jobs mail mailer-daemon marketing no-reply noc noreply office orders "
    "postmaster press privacy purchasing reception root sales security service support team webmaster".split()
)
"""Local parts that name a function and not a human being; RFC 2142 and common use."""

MOST_KEYS_OF_ONE_ADDRESS = 5
MODEL_VERSION = "keys-2"
"""Raised whenever the same mentions give other links."""

type Mention = tuple[str | None, str | None, str | None]
type Node = tuple[str, str, str]
type _Humans = dict[Node, tuple[str, list[Node]]]
type Record = tuple[str, str]
"""A source, and a key of it."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What somebody decided about who is who.

    Attributes:
        merges: pairs of ids that mean one human being.
        splits: records of people tables that share their address with somebody else.
    """

    merges: frozenset[tuple[str, str]] = frozenset()
    splits: frozenset[Record] = frozenset()


NOTHING_DECIDED = Decisions()


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking found.

    Attributes:
        links: contract LINKS, one row for each mention.
        humans: contract HUMANS, one row for each human being.
    """

    links: pa.Table
    humans: pa.Table


@dataclass(slots=True)
class _Keys:
    """What people tables list: which sources know a key, which keys an address has."""

    sources: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    holders: dict[str, set[Node]] = field(default_factory=lambda: defaultdict(set))
    alone: set[Node] = field(default_factory=set)

    def node(self, source: str | None, key: str) -> Node:
        """The node a key stands for: its own source's, else the only other that lists it, else the bare key."""
        known = self.sources.get(key, set())
        if source in known:
            return ("key", source or "", key)
        return ("key", next(iter(known)), key) if len(known) == 1 else ("key", "", key)

    def joins(self, address: str) -> bool:
        """Whether an address stands for one human being."""
        holders = len(self.holders.get(address, ()))
        if address.partition("@")[0] in FUNCTION_MAILBOXES:
            return holders == 1
        return holders <= MOST_KEYS_OF_ONE_ADDRESS


def address(email: str | None) -> str:
    """Return an address in the form that is compared: trimmed, lower case; empty for none."""
    return (email or "").strip().lower()


def link(mentions: pa.Table, ours: Colleagues | None = None, decided: Decisions = NOTHING_DECIDED) -> Linked:
    """Say which human being each mention means.

    Args:
        mentions: contract MENTIONS; duplicates and order do not matter.
        ours: our own people; what names one of them is linked to nobody.
        decided: merges and splits that stand. A merge of an id that no record leads to any more rests.

    Returns:
        links for every distinct (source, person_key, email), sorted; and the human beings, sorted by id.
    """
    rows = mentions.select(["source", "person_key", "email", "listed"]).to_pydict()
    triples = list(zip(rows["source"], rows["person_key"], rows["email"], strict=True))
    keys = _listed(triples, rows["listed"], decided.splits)
    colleagues = ours or Colleagues()
    theirs = {node for mailbox, nodes in keys.holders.items() if colleagues.has(mailbox) for node in nodes}
    ours_alone = {mention for mention in set(triples) if _is_ours(mention, keys, colleagues, theirs)}
    nodes_of = {mention: () if mention in ours_alone else _nodes(mention, keys) for mention in set(triples)}
    ties = [nodes for nodes in nodes_of.values() if nodes]
    recorded = _humans(ties, keys)
    merged = list(_merged(ties, decided.merges))
    humans = _humans([*ties, *merged], keys) if merged else recorded
    return Linked(links=_links_table(nodes_of, humans, recorded), humans=_humans_table(humans))


def _listed(triples: list[Mention], listed: list[bool | None], splits: frozenset[Record]) -> _Keys:
    keys = _Keys(alone={("key", source, key) for source, key in splits})
    for (source, key, _email), is_listed in zip(triples, listed, strict=True):
        if is_listed and key:
            keys.sources[key].add(source or "")
    for (source, key, email), is_listed in zip(triples, listed, strict=True):
        node = ("key", source or "", key or "")
        if is_listed and key and address(email) and node not in keys.alone:
            keys.holders[address(email)].add(node)
    return keys


def _is_ours(mention: Mention, keys: _Keys, colleagues: Colleagues, theirs: set[Node]) -> bool:
    """Whether a mention names a colleague: by a key listed with their address, else by the address.

    A customer's key beside a colleague's address, as on a mail that we sent, still means the customer.
    """
    source, key, email = mention
    if key and key in keys.sources:
        return keys.node(source, key) in theirs
    return colleagues.has(address(email))


def _nodes(mention: Mention, keys: _Keys) -> tuple[Node, ...]:
    """The nodes a mention ties together; the first one decides whom it means."""
    source, key, email = mention
    mailbox = address(email)
    mail = (("mail", "", mailbox),) if mailbox and keys.joins(mailbox) else ()
    if not key:
        only = keys.holders.get(mailbox, set()) if mail and not _personal(mailbox) else set()
        return tuple(only) or mail
    node = keys.node(source, key)
    if node in keys.alone:
        return (node,)
    # A record's address proves nothing about a key that a people table already lists with its own addresses.
    proven = key not in keys.sources or node in keys.holders.get(mailbox, set())
    return (node, *mail) if proven else (node,)


def _merged(ties: list[tuple[Node, ...]], merges: frozenset[tuple[str, str]]) -> Iterable[tuple[Node, ...]]:
    """The nodes that merges tie together: an id names the node it was made of, whoever that is today."""
    if not merges:
        return
    wanted = {person for pair in merges for person in pair}
    named: dict[str, Node] = {}
    for node in sorted({node for nodes in ties for node in nodes}):
        for person in names_of(node):
            if person in wanted:
                named.setdefault(person, node)
    for one, other in sorted(merges):
        if one in named and other in named:
            yield (named[one], named[other])


def _personal(mailbox: str) -> bool:
    return mailbox.partition("@")[0] not in FUNCTION_MAILBOXES


def _humans(ties: Iterable[tuple[Node, ...]], keys: _Keys) -> _Humans:
    """Return for each node the id of its human being and all nodes of that human being."""
    tied = list(ties)
    names = sorted({node for nodes in tied for node in nodes})
    number = {node: index for index, node in enumerate(names)}
    pairs = np.array(
        [(number[nodes[0]], number[other]) for nodes in tied for other in nodes[1:]], dtype=np.int64
    ).reshape(-1, 2)
    graph = coo_array((np.ones(len(pairs), dtype=np.int8), (pairs[:, 0], pairs[:, 1])), shape=(len(names), len(names)))
    _count, component = connected_components(graph, directed=False)
    members: dict[int, list[Node]] = defaultdict(list)
    for node, group in zip(names, component.tolist(), strict=True):
        members[group].append(node)
    found: dict[Node, tuple[str, list[Node]]] = {}
    for nodes in members.values():
        person = (_person_id(nodes[0], keys), nodes)
        found.update(dict.fromkeys(nodes, person))
    return found


def _person_id(first: Node, keys: _Keys) -> str:
    """Name a human being after the smallest of their keys; after an address only where there is no key.

    The source takes part only where two sources use the same key for different people: so the same export under
    another source name finds the same people.
    """
    kind, _source, value = first
    names = names_of(first)
    return names[1] if kind == "key" and len(keys.sources.get(value, ())) > 1 else names[0]


def names_of(node: Node) -> tuple[str, ...]:
    """Return the ids that somebody may have who is named after this node: the usual one, then that with its source."""
    kind, source, value = node
    if kind == "mail":
        return (stable_id("per", "mail", value),)
    return stable_id("per", None, value), stable_id("per", source, value)


def _links_table(nodes_of: dict[Mention, tuple[Node, ...]], humans: _Humans, recorded: _Humans) -> pa.Table:
    ordered = sorted(nodes_of.items(), key=lambda item: tuple(part or "" for part in item[0]))
    columns = {
        "source": [source for (source, _key, _email), _nodes in ordered],
        "person_key": [key for (_source, key, _email), _nodes in ordered],
        "email": [email for (_source, _key, email), _nodes in ordered],
        "person_id": [humans[nodes[0]][0] if nodes else None for _mention, nodes in ordered],
        "recorded_id": [recorded[nodes[0]][0] if nodes else None for _mention, nodes in ordered],
    }
    return pa.table(columns, schema=LINKS.arrow())


def _humans_table(humans: _Humans) -> pa.Table:
    people = sorted(dict(humans.values()).items())
    columns = {
        "person_id": [person for person, _nodes in people],
        "person_keys": [sorted({value for kind, _s, value in nodes if kind == "key"}) for _p, nodes in people],
        "emails": [sorted(value for kind, _s, value in nodes if kind == "mail") for _p, nodes in people],
    }
    return pa.table(columns, schema=HUMANS.arrow())
