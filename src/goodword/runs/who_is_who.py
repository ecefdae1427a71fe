"""Between the lake and what the programme knows of people: what was decided, the ids that last, and who opted out."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import batched

import pyarrow as pa
import pyarrow.compute as pc

from goodword.evidence.lake.lake import Session
from goodword.evidence.records.known import HUMANS, MENTIONS, RECORDS, STAMPS
from goodword.evidence.records.ledger import LEDGER_OPT_OUTS
from goodword.evidence.records.table import Expression
from goodword.finding.identity.colleagues import Colleagues, colleagues, customers, owners
from goodword.finding.identity.keys import MODEL_VERSION, Decisions, Linked, address, link
from goodword.finding.identity.known import mentions
from goodword.finding.identity.naming import former_names, keep_names
from goodword.kit import clock
from goodword.programme.people.actions.lift_suppressions import lift_suppressions
from goodword.programme.people.actions.post_opt_outs import DOOR, OptOutRecord, post_opt_outs
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
    listed = dict(Suppression.objects.standing().values_list("digest", "since"))
    said, consented = _said_here(linked.humans)
    first: dict[str, date] = {}
    for (person, _recorded), digests in _digests(linked).items() if listed or said else ():
        theirs = {digest: listed[digest] for digest in digests if digest in listed}
        if person in consented:
            lift_suppressions(theirs, on=consented[person])
            theirs = {digest: day for digest, day in theirs.items() if day > consented[person]}
        days = [*theirs.values(), *said.get(person, ())]
        if days:
            first[person] = min(*days, first.get(person, days[0]))
            # Whatever else leads to them is on the list from now on: the key that led there may go some day.
            suppress_digests(digests - theirs.keys(), since=min(days))
    rows = [{"person_id": person, "opted_out_on": day} for person, day in sorted(first.items())]
    return pa.Table.from_pylist(rows, schema=LEDGER_OPT_OUTS.arrow())


def _said_here(humans: pa.Table) -> tuple[dict[str, list[date]], dict[str, date]]:
    """Who told us that nobody may ask them, and when; and who consented last when: by the id of today."""
    told = list(OptOut.objects.exclude(door=DOOR).values_list("person_id", "said_on"))
    given = [(person, at.date()) for person, at in Consent.objects.values_list("person_id", "at")]
    today = ids_today(humans, {person for person, _day in (*told, *given)})
    consented: dict[str, date] = {}
    for person, day in given:
        if person in today:
            consented[today[person]] = max(day, consented.get(today[person], day))
    said: dict[str, list[date]] = defaultdict(list)
    for person, day in told:
        if person in today and day > consented.get(today[person], date.min):
            said[today[person]].append(day)
    return said, consented


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


def _digests(linked: Linked) -> dict[tuple[str, str], set[str]]:
    """The digests of every key and address, by whom they mean and by whom they would mean if nobody had been merged.

    What a wrong merge brought together comes apart again when it is taken back: so what is on the list for one of the
    two is not written down for the other.
    """
    digester = Digester.of_workspace()
    addresses = {row["person_id"]: set(row["emails"]) for row in linked.humans.to_pylist()}
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    columns = (linked.links[name].to_pylist() for name in ("source", "person_key", "email", "person_id", "recorded_id"))
    for source, key, email, person, recorded in zip(*columns, strict=True):
        if not person:
            continue
        # A mailbox that several share stands for none of them.
        theirs = email if address(email) in addresses[person] else None
        found[person, recorded].update(digester.digest(one) for one in handles([(source, key, theirs)]))
    return found


def handles_of(linked: Linked, person_id: str) -> list[Handle]:
    """Every key and address of one person, whom linking knows by this id."""
    rows = linked.links.filter(pc.equal(linked.links["person_id"], pa.scalar(person_id))).to_pylist()
    humans = linked.humans.filter(pc.equal(linked.humans["person_id"], pa.scalar(person_id))).to_pylist()
    addresses = {email for row in humans for email in row["emails"]}
    told = ((row["source"], row["person_key"], row["email"]) for row in rows)
    return list(handles((source, key, email if address(email) in addresses else None) for source, key, email in told))


def ids_of_today(humans: pa.Table) -> None:
    """Let every id under which somebody was ever published lead to whom it means today, once that is published.

    Args:
        humans: contract HUMANS, as it was published.
    """
    today = {str(person) for person in humans["person_id"].to_pylist()}
    everybody = set(Person.objects.values_list("person_id", flat=True))
    publish_roots(today, ids_today(humans, everybody - today))


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
