"""Ids that last: whoever was published under an id keeps it, though the id their records give today is another one.

An id is made of one key or address of a human being (keys.py), the smallest they have. When a smaller one joins them,
their id would change, and with it the name under which answers, permissions and pages know them. So it does not.
"""

from collections import defaultdict

import pyarrow as pa
import pyarrow.compute as pc

from goodword.evidence.records.known import HUMANS, LINKS
from goodword.finding.identity.keys import Linked, Node, address, names_of

type Published = dict[str, str]
"""Every id somebody was ever published under, with the id that stood for them at the last publication."""


def keep_names(linked: Linked, published: Published) -> Linked:
    """Give everybody the id they were published under before.

    Where several fit, as after a merge, it is one that still stood for somebody at the last publication; among those
    the smallest.

    Args:
        linked: what linking found.
        published: ids by which readers knew people; the value is the id itself where it stood for somebody.
    """
    today = {str(name) for name in linked.humans["person_id"].to_pylist()}
    strangers = today - published.keys() if published else set()
    if not strangers:
        return linked
    kept = {
        stranger: name
        for stranger, nodes in _nodes_of(linked.links, strangers).items()
        if (name := _before(nodes, published, today))
    }
    return _renamed(linked, kept) if kept else linked


def former_names(humans: pa.Table, before: pa.Table) -> dict[str, str]:
    """Say whom ids of before mean today: whoever has the key or address the id was made of, else most of the others.

    Args:
        humans: contract HUMANS, of today.
        before: person_id, person_keys and emails of ids that stand for nobody today, as they were last published.

    Returns:
        the id of today by id of before; an id whose keys and addresses are all gone is left out.
    """
    wanted = {part for name in ("person_keys", "emails") for parts in before[name].to_pylist() for part in parts or ()}
    holders: dict[str, set[str]] = defaultdict(set)
    for row in humans.to_pylist() if wanted else ():
        for part in (*row["person_keys"], *row["emails"]):
            if part in wanted:
                holders[part].add(row["person_id"])
    found = {}
    for row in before.to_pylist():
        parts = [*(row["person_keys"] or ()), *(row["emails"] or ())]
        made_of = [part for part in parts if row["person_id"] in _names(part)]
        today = _most(holders, made_of) or _most(holders, parts)
        if today:
            found[row["person_id"]] = today
    return found


def _names(part: str) -> tuple[str, ...]:
    return (names_of(("key", "", part))[0], *names_of(("mail", "", part)))


def _most(holders: dict[str, set[str]], parts: list[str]) -> str:
    counted: dict[str, int] = defaultdict(int)
    for part in parts:
        for person in holders.get(part, ()):
            counted[person] += 1
    return min(counted, key=lambda person: (-counted[person], person)) if counted else ""


def _nodes_of(links: pa.Table, people: set[str]) -> dict[str, set[Node]]:
    some = links.filter(pc.is_in(links["person_id"], value_set=pa.array(sorted(people), pa.string())))
    nodes: dict[str, set[Node]] = defaultdict(set)
    for row in some.to_pylist():
        if row["person_key"]:
            nodes[row["person_id"]].add(("key", row["source"] or "", row["person_key"]))
        if address(row["email"]):
            nodes[row["person_id"]].add(("mail", "", address(row["email"])))
    return nodes


def _before(nodes: set[Node], published: Published, today: set[str]) -> str:
    names = {name for node in nodes for name in names_of(node) if name in published and name not in today}
    return min(names, key=lambda name: (published[name] != name, name)) if names else ""


def _renamed(linked: Linked, kept: dict[str, str]) -> Linked:
    before = [str(name) for name in linked.humans["person_id"].to_pylist()]
    new_of: dict[str, str] = {}
    used = set[str]()
    for name in before:
        new = kept.get(name, name)
        new_of[name] = name if new in used else new
        used.add(new_of[name])
    names = [new_of[name] for name in before]
    humans = linked.humans.set_column(0, HUMANS.arrow().field("person_id"), pa.array(names, pa.string()))
    place = linked.links.schema.get_field_index("person_id")
    people = [None if name is None else new_of[str(name)] for name in linked.links["person_id"].to_pylist()]
    links = linked.links.set_column(place, LINKS.arrow().field("person_id"), pa.array(people, pa.string()))
    return Linked(links=links, humans=humans.sort_by("person_id"))
