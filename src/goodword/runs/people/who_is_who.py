"""Between the lake and what the programme knows of people: what was decided, the ids that last, and who opted out."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import batched

import pyarrow as pa
import pyarrow.compute as pc

from goodword.evidence.lake.lake import Session
from goodword.evidence.records.known import HUMANS, MENTIONS, RECORDS, STAMPS
from goodword.evidence.records.ledger import LEDGER_OPT_OUTS
from goodword.evidence.records.table import Expression
from goodword.finding.identity.colleagues import Colleagues, colleagues, customers, owners
from goodword.finding.identity.keys import MODEL_VERSION, Decisions, Linked, address, link, names_of
from goodword.finding.identity.known import mentions
from goodword.finding.identity.naming import former_names, keep_names
from goodword.kit import clock
from goodword.programme.people.actions.post_opt_outs import DOOR, OptOutRecord, post_opt_outs
from goodword.programme.people.actions.settle_opt_outs import settle_opt_outs
from goodword.programme.people.actions.settle_roots import publish_roots
from goodword.programme.people.actions.suppress_handles import suppress_digests
from goodword.programme.people.models import Consent, Merge, OptOut, Person, Split, Suppression
from goodword.programme.people.suppressing import Digester, Handle, handles
from goodword.runs.derived import Derived

_DIGITS = 16
_AT_ONCE = 500


def who_is_who(session: Session, derived: Derived, records: dict[str, Expression]) -> Linked:
    """Link every mention to a human being, under the id by which readers know them.

    Args:
        session: a conversation with the lake.
        derived: where the step's result is kept.
        records: the stamped record tables by name.
    """
    linked = _linked(session, derived, records, decisions())
    published = {person: root or person for person, root in Person.objects.values_list("person_id", "root_id")}
    return keep_names(linked, published)


def decisions() -> Decisions:
    """What somebody decided about who is who, and still stands."""
    merges = frozenset(Merge.objects.standing().values_list("one_id", "other_id"))
    return Decisions(merges, frozenset(Split.objects.standing().values_list("source", "person_key")))


def _linked(session: Session, derived: Derived, records: dict[str, Expression], decided: Decisions) -> Linked:
    told = repr((sorted(decided.merges), sorted(decided.splits)))
    digest = hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]
    names = f"links-{MODEL_VERSION}-{digest}", f"humans-{MODEL_VERSION}-{digest}"
    links, humans = (derived.get(name) for name in names)
    if links is None or humans is None:
        found = link(session.fetch(mentions(records)).select(MENTIONS.names), _ours(session, records), decided)
        links, humans = derived.put(names[0], found.links), derived.put(names[1], found.humans)
    return Linked(links, humans)


def _ours(session: Session, records: dict[str, Expression]) -> Colleagues:
    domains = session.fetch(records["accounts"].select("domains"))["domains"].to_pylist()
    theirs = (domain for some in domains for domain in some or [] if domain)
    return colleagues(session.fetch(owners(records)), session.fetch(customers(records["people"])), theirs)


def opt_outs(session: Session, linked: Linked) -> pa.Table:
    """Post what records of people say about opting out, and return who opted out under any key or address of theirs.

    Args:
        session: a conversation with the lake.
        linked: who is who.

    Returns:
        contract LEDGER_OPT_OUTS, sorted by person.
    """
    post_opt_outs(_said(session, linked.links), at=clock.now())
    told = _Told.by_today(linked.humans)
    groups = _groups(linked) if told.said or Suppression.objects.exists() else {}
    first, led_to = _out(groups, told)
    while led_to:
        # Whatever else leads to them is on the list from now on: the key that led there may go some day. And what is
        # put there may lead to others, who have the same address in another form.
        for day, digests in sorted(led_to.items()):
            suppress_digests(digests, said_on=day)
        first, led_to = _out(groups, told)
    rows = [{"person_id": person, "opted_out_on": day} for person, day in sorted(first.items())]
    return pa.Table.from_pylist(rows, schema=LEDGER_OPT_OUTS.arrow())


def _out(groups: "_Groups", told: "_Told") -> tuple[dict[str, date], dict[date, set[str]]]:
    """Return since when who is out, and by that day what leads to them and is not on the list."""
    listed = {row.digest: row for row in Suppression.objects.all()} if groups else {}
    names: dict[str, set[str]] = defaultdict(set)
    for (person, _recorded), group in groups.items():
        names[person] |= group.names
    first: dict[str, date] = {}
    led_to: dict[date, set[str]] = defaultdict(set)
    for (person, _recorded), group in groups.items():
        lifted = told.lifted(person, group.names)
        theirs = [row for digest in group.digests if (row := listed.get(digest)) and lifted < (row.last, row.at)]
        days = [row.since if lifted < (row.since, row.at) else row.last for row in theirs]
        days += [word[0] for word in told.said_by(person, group.names, names[person]) if lifted < word]
        if days:
            first[person] = min(*days, first.get(person, days[0]))
            if more := group.digests - {row.digest for row in theirs}:
                led_to[min(days)] |= more
    return first, led_to


type _Word = tuple[date, datetime]
"""The day of which somebody said something, and when it was noted: the greater one is the later word."""

_NEVER: _Word = (date.min, datetime.min.replace(tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class _Told:
    """What people told us themselves.

    Attributes:
        said: the id of their day and the word, for everybody who said that nobody may ask them, by the id of today.
        consented: the ids that meant them when they consented, and the word, by the id of today.
    """

    said: dict[str, list[tuple[str, _Word]]]
    consented: dict[str, list[tuple[frozenset[str], _Word]]]

    @classmethod
    def by_today(cls, humans: pa.Table) -> "_Told":
        said = list(OptOut.objects.exclude(door=DOOR).values_list("person_id", "said_on", "at"))
        given = list(Consent.objects.values_list("person_id", "ids", "at"))
        today = ids_today(humans, {one[0] for one in (*said, *given)})
        by_today: dict[str, list[tuple[str, _Word]]] = defaultdict(list)
        for person, day, at in said:
            if person in today:
                by_today[today[person]].append((person, (day, at)))
        consented: dict[str, list[tuple[frozenset[str], _Word]]] = defaultdict(list)
        for person, ids, at in given:
            if person in today:
                consented[today[person]].append((frozenset({person, *ids}), (at.date(), at)))
        return cls(by_today, consented)

    def said_by(self, person: str, names: set[str], all_names: set[str]) -> list[_Word]:
        """When somebody said so under one of these ids, or under one that none of theirs gives any more."""
        return [word for told, word in self.said.get(person, ()) if told in names or told not in all_names]

    def lifted(self, person: str, names: set[str]) -> _Word:
        """The last consent of somebody to whom these ids belonged then: whoever was merged since did not give it."""
        given = [word for ids, word in self.consented.get(person, ()) if ids & names]
        return max(given, default=_NEVER)


def _said(session: Session, links: pa.Table) -> Iterator[OptOutRecord]:
    """What records of people say."""
    people = RECORDS["people"].plus(*STAMPS).unbound()
    rows = session.fetch(people.filter(people["opted_out_on"].notnull()).select("source", "person_key", "opted_out_on"))
    if not rows.num_rows:
        return
    keyed = (links[name].to_pylist() for name in ("source", "person_key", "person_id"))
    who = {(source, key): person for source, key, person in zip(*keyed, strict=True) if key and person}
    for row in rows.to_pylist():
        person = who.get((row["source"], row["person_key"]))
        if person:
            handle = Handle(source=row["source"] or "", key=row["person_key"])
            yield OptOutRecord(person, handle, row["opted_out_on"])


@dataclass(frozen=True, slots=True)
class _Group:
    """What would mean one human being if nobody had been merged: digests of keys and addresses, the ids they give."""

    digests: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)


type _Groups = dict[tuple[str, str], _Group]


def _groups(linked: Linked) -> _Groups:
    """Every key and address, by whom they mean and by whom they would mean if nobody had been merged.

    What a wrong merge brought together comes apart again when it is taken back: so what is on the list for one of the
    two is not written down for the other.
    """
    digester = Digester.of_workspace()
    addresses = {row["person_id"]: set(row["emails"]) for row in linked.humans.to_pylist()}
    found: dict[tuple[str, str], _Group] = defaultdict(_Group)
    columns = (linked.links[name].to_pylist() for name in ("source", "person_key", "email", "person_id", "recorded_id"))
    for source, key, email, person, recorded in zip(*columns, strict=True):
        if not person:
            continue
        # A mailbox that several share stands for none of them.
        theirs = address(email) if address(email) in addresses[person] else ""
        group = found[person, recorded]
        group.digests.update(digester.digest(one) for one in handles([(source, key, theirs)]))
        group.names.update(names_of(("key", source or "", key)) if key else ())
        group.names.update(names_of(("mail", "", theirs)) if theirs else ())
    return found


def handles_of(linked: Linked, person_id: str) -> list[Handle]:
    """Every key and address of one person, whom linking knows by this id."""
    rows = linked.links.filter(pc.equal(linked.links["person_id"], pa.scalar(person_id))).to_pylist()
    humans = linked.humans.filter(pc.equal(linked.humans["person_id"], pa.scalar(person_id))).to_pylist()
    addresses = {email for row in humans for email in row["emails"]}
    told = ((row["source"], row["person_key"], row["email"]) for row in rows)
    return list(handles((source, key, email if address(email) in addresses else None) for source, key, email in told))


def ids_of_today(humans: pa.Table, *, since: datetime) -> None:
    """Let every id under which somebody was ever published lead to whom it means today, once that is published.

    Args:
        humans: contract HUMANS, as it was published.
        since: when the run began: what people told us from then on it does not know.
    """
    today = {str(person) for person in humans["person_id"].to_pylist()}
    everybody = set(Person.objects.values_list("person_id", flat=True))
    publish_roots(today, ids_today(humans, everybody - today))
    settle_opt_outs(since=since)


def ids_today(humans: pa.Table, people: set[str]) -> dict[str, str]:
    """Say whom some ids, of today or of before, mean today; one that leads to nobody is left out."""
    known = {str(person) for person in humans["person_id"].to_pylist()} if people else set()
    before = sorted(people - known)
    rows = [
        row
        for some in batched(before, _AT_ONCE)
        for row in Person.objects.filter(person_id__in=some).values("person_id", "person_keys", "emails")
    ]
    former = former_names(humans, pa.Table.from_pylist(rows, schema=HUMANS.arrow())) if rows else {}
    return {person: person for person in people & known} | former
