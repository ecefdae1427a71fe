"""A naive model of who is who: plain dicts, sets joined until nothing changes, everything anew each time.

It knows nothing of the rules it is compared with (`finding/identity`, `programme/people`): what it says stands in
docs/algorithms/identity.md and permissions.md.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from tests.runs.people.cast import FUNCTIONS, one_form
from tests.runs.people.naive_parts import (
    Handle,
    Human,
    Id,
    Mention,
    Node,
    Row,
    Said,
    handles_of,
    ids_of,
    joined,
    named,
    sources_of,
    tied,
)
from tests.runs.people.naive_words import Word, Words


@dataclass
class Known:
    """What the programme knows of an id since it was published last."""

    root: Id
    keys: set[str]
    emails: set[str]
    account: str
    out: bool


@dataclass(frozen=True)
class Consent:
    """Somebody may be asked again: the id they said it under, and every id that meant them then."""

    person: Id
    ids: frozenset[Id]
    at: datetime

    def lifts(self, said: Said) -> bool:
        """Whether it was given after that."""
        day, at = said
        return (day, at) < (self.at.date(), self.at)


@dataclass(frozen=True)
class Erased:
    """Somebody who is erased."""

    ids: set[Id]
    pairs: set[tuple[str, str]]
    emails: set[str]

    @property
    def handles(self) -> set[Handle]:
        """By what a further load knows them."""
        return {("key", *pair) for pair in self.pairs} | {("mail", one_form(email)) for email in self.emails}


@dataclass
class Naive:
    """Everything that was loaded, decided and said, and what follows from it."""

    loads: list[dict[tuple[bool, str, str], Row]] = field(default_factory=list)
    undone: set[int] = field(default_factory=set)
    merges: dict[int, tuple[Id, Id]] = field(default_factory=dict)
    aparts: dict[int, tuple[Id, Id]] = field(default_factory=dict)
    splits: dict[int, tuple[str, str, Id]] = field(default_factory=dict)
    said: list[tuple[Id, Said]] = field(default_factory=list)
    consents: list[Consent] = field(default_factory=list)
    words: dict[int, Word] = field(default_factory=dict)
    taken_back: dict[int, tuple[date, bool]] = field(default_factory=dict)
    known: dict[Id, Known] = field(default_factory=dict)
    listed: dict[Handle, set[Said]] = field(default_factory=dict)
    erased: set[Handle] = field(default_factory=set)
    humans: list[Human] = field(default_factory=list)
    files: list[list[Row]] = field(default_factory=list)
    users: list[tuple[Id, str]] = field(default_factory=list)
    marks: list[set[Handle]] = field(default_factory=list)
    means: dict[Mention, Id] = field(default_factory=dict)

    # --- records -----------------------------------------------------------------------------------------------------

    def load(self, rows: Iterable[Row]) -> None:
        """Take rows in, but those about somebody who was erased."""
        self.files.append(list(rows))
        kept = [row for row in self.files[-1] if not self.erased & named(row)]
        self.loads.append({row.place: row for row in kept})

    def live(self) -> list[Row]:
        """The newest of each row, among loads that were not undone."""
        found: dict[tuple[bool, str, str], Row] = {}
        for number, load in enumerate(self.loads):
            if number not in self.undone:
                found |= load
        return list(found.values())

    # --- who is who --------------------------------------------------------------------------------------------------

    def nodes_of(self) -> dict[Mention, tuple[Node, ...]]:
        """What each mention ties together; the first one is whom it means."""
        rows = self.live()
        listing: dict[str, set[str]] = {}
        holders: dict[str, set[Node]] = {}
        alone = {("key", source, key) for source, key, _of in self.splits.values()}
        for row in rows:
            if row.listed:
                listing.setdefault(row.key, set()).add(row.source)
        for row in rows:
            for email in row.emails if row.listed and ("key", row.source, row.key) not in alone else ():
                holders.setdefault(email.lower(), set()).add(("key", row.source, row.key))
        return {
            mention: tied(mention, listing, holders, alone)
            for row in rows
            for mention in row.mentions
            if any(mention[1:])
        }

    def link(self) -> dict[Mention, Id]:
        """Find who everybody is now; return whom each mention means."""
        nodes_of = self.nodes_of()
        ties = [set(nodes) for nodes in nodes_of.values() if nodes]
        groups = joined(ties)
        everything = sorted(set().union(*ties))
        merged = joined([*groups, *self._merged(everything)])
        shared = [
            key for key in {node[2] for node in everything if node[0] == "key"} if sources_of(everything, key) > 1
        ]
        natural = {min(one): ids_of(min(one))[-1 if min(one)[2] in shared else 0] for one in merged}
        self.humans = []
        for one in sorted(merged, key=lambda one: natural[min(one)]):
            ident = self._lasting(natural[min(one)], one, set(natural.values()))
            inside = tuple(frozenset(group) for group in groups if group <= one)
            self.humans.append(Human(ident, frozenset(one), inside))
        who = {node: human.ident for human in self.humans for node in human.nodes}
        return {mention: who[nodes[0]] if nodes else "" for mention, nodes in nodes_of.items()}

    def _merged(self, everything: list[Node]) -> Iterator[set[Node]]:
        """A merge ties whatever its two ids were made of, where both are still there."""
        for one, other in self.merges.values():
            ends = [next((node for node in everything if ident in ids_of(node)), None) for ident in (one, other)]
            if all(ends):
                yield {node for node in ends if node}

    def _lasting(self, natural: Id, nodes: set[Node], today: set[Id]) -> Id:
        """Whoever was published keeps an id they had: one that stood for somebody last, of those the smallest."""
        taken = {human.ident for human in self.humans}
        before = {ident for node in nodes for ident in ids_of(node) if ident in self.known and ident not in today}
        if natural in self.known or not before:
            return natural
        found = min(before, key=lambda ident: (self.known[ident].root != ident, ident))
        return natural if found in taken else found

    def leads(self, ident: Id) -> Id:
        """Whom an id means by the records of today; empty where it leads to nobody."""
        if any(human.ident == ident for human in self.humans):
            return ident
        if ident not in self.known:
            return ""
        parts = self.known[ident].keys | self.known[ident].emails
        made_of = {part for part in parts if ident in (ids_of(("key", "", part))[0], ids_of(("mail", "", part))[0])}
        return self._most(made_of) or self._most(parts)

    def _most(self, parts: set[str]) -> Id:
        counted = {human.ident: len(parts & human.keys) + len(parts & human.emails) for human in self.humans}
        return min((one for one in counted if counted[one]), key=lambda one: (-counted[one], one), default="")

    # --- who may not be asked ----------------------------------------------------------------------------------------

    def learn(self, now: datetime) -> dict[Id, date]:
        """Link everybody, and go through what they said; return who opted out, and since when."""
        self.means = self.link()
        for row in self.live():
            handle = ("key", row.source, row.key)
            if row.out_on and row.out_on > max((day for day, _at in self.listed.get(handle, ())), default=date.min):
                self.listed.setdefault(handle, set()).add((row.out_on, now))
        while True:
            before = deepcopy(self.listed)
            out = self._out(now)
            if self.listed == before:
                return out

    def _out(self, now: datetime) -> dict[Id, date]:
        """Who opted out, as far as the list says by now; what else leads to them goes onto it."""
        told = {place: self.leads(ident) for place, (ident, _said) in enumerate(self.said)}
        consents = [(one, self.leads(one.person)) for one in self.consents]
        mentions, out = self.nodes_of(), dict[Id, date]()
        for human in self.humans:
            every = {ident for node in human.nodes for ident in ids_of(node)}
            for group in human.groups:
                ids = {ident for node in group for ident in ids_of(node)}
                handles = set(handles_of(group, human, mentions))
                lifting = [one for one, whose in consents if whose == human.ident and one.ids & ids]
                words = [said for handle in handles for said in self.listed.get(handle, ())]
                words += [
                    said for place, (ident, said) in enumerate(self.said)
                    if told[place] == human.ident and (ident in ids or ident not in every)
                ]  # fmt: skip
                standing = [word for word in words if not any(one.lifts(word) for one in lifting)]
                if standing:
                    day = min(word[0] for word in standing)
                    out[human.ident] = min(day, out.get(human.ident, day))
                    for handle in handles:
                        there = self.listed.setdefault(handle, set())
                        if all(any(one.lifts(word) for one in lifting) for word in there):
                            there.add((day, now))
        return out

    def publish(self, out: dict[Id, date]) -> None:
        """Let everybody know who everybody is."""
        for human in self.humans:
            there = self.known.get(human.ident)
            account = "A1" if self._has_account(human) else ""
            root = there.root if there else human.ident
            self.known[human.ident] = Known(root, human.keys, human.emails, account, human.ident in out)
        today = {human.ident for human in self.humans}
        leads = {ident: self.leads(ident) for ident in self.known}
        for ident, known in self.known.items():
            known.root = ident if ident in today else leads[ident] or ident
        self.join_roots()

    def _has_account(self, human: Human) -> bool:
        return any(("key", row.source, row.key) in human.nodes for row in self.live() if row.listed)

    def join_roots(self) -> None:
        """A merge counts at once: the second of the two is whoever the first is."""
        for one, other in self.merges.values():
            if one in self.known and other in self.known:
                first, second = self.known[one].root, self.known[other].root
                for known in self.known.values():
                    known.root = first if known.root == second else known.root

    def same_as(self, ident: Id) -> set[Id]:
        """Every id of whoever an id means."""
        return {one for one, known in self.known.items() if known.root == self.known[ident].root}

    def is_out(self, ident: Id) -> bool:
        """Whether nobody may ask them."""
        return any(self.known[one].out for one in self.same_as(ident))

    def opt_out(self, ident: Id, said: Said) -> None:
        """They said that nobody may ask them: at once under every address and key that is known."""
        ids = self.same_as(ident)
        self.said += [(one, said) for one in ids]
        given = [one for one in self.consents if one.person in ids]
        if any(one in ids and not any(two.lifts(word) for two in given) for one, word in self.said):
            for one in ids:
                self.known[one].out = True
        keys = set().union(*(self.known[one].keys for one in self.same_as(ident)))
        emails = set().union(*(self.known[one].emails for one in self.same_as(ident)))
        theirs = {("key", row.source, row.key) for row in self.live() if row.listed and row.key in keys}
        for handle in theirs | {("mail", one_form(email)) for email in emails}:
            self.listed.setdefault(handle, set()).add(said)

    def consent(self, ident: Id, at: datetime) -> None:
        """They said themselves that one may ask them again."""
        ids = self.same_as(ident)
        self.consents.append(Consent(self.known[ident].root, frozenset(ids), at))
        for one in ids:
            self.known[one].out = False

    # --- nothing left ------------------------------------------------------------------------------------------------

    def subject(self, ids: set[Id], pairs: set[tuple[str, str]], emails: set[str]) -> Erased:
        """Every id, key and address of whoever has these ids."""
        while True:
            more = ids.union(*(self.same_as(one) for one in ids if one in self.known))
            more |= {one for pair in self.merges.values() if set(pair) & more for one in pair}
            if more == ids:
                break
            ids = more
        theirs = [human for human in self.humans if human.ident in ids]
        others = set().union(*(human.emails for human in self.humans if human.ident not in ids))
        pairs = pairs | {(source, key) for (source, key, _email), one in self.means.items() if key and one in ids}
        emails = emails.union(*(human.emails for human in theirs))
        told = [
            email.lower()
            for row in self.stored()
            if row.listed and (row.source, row.key) in pairs
            for email in row.emails
        ]
        told += [email for one in ids if one in self.known for email in self.known[one].emails]
        emails |= {one for one in told if one not in others and one.partition("@")[0] not in FUNCTIONS}
        emails |= {email for user, email in self.users if user in ids}
        keys = {key for _source, key in pairs}
        more_keys = set().union(*(self.known[one].keys for one in ids if one in self.known)) - keys
        return Erased(ids | self._lost(emails, keys | more_keys), pairs | {("", key) for key in more_keys}, emails)

    def _lost(self, emails: set[str], keys: set[str]) -> set[Id]:
        """Who means nobody any more, and was known by nothing else than these."""
        today = {human.ident for human in self.humans}
        same = [self.same_as(one) for one, known in self.known.items() if known.root not in today]
        mails_of = [set().union(*(self.known[one].emails for one in ids)) for ids in same]
        keys_of = [set().union(*(self.known[one].keys for one in ids)) for ids in same]
        told = zip(same, mails_of, keys_of, strict=True)
        return set().union(*(ids for ids, mails, some in told if mails and mails <= emails and some <= keys))

    def stored(self) -> list[Row]:
        """Every row that was ever loaded."""
        return [row for load in self.loads for row in load.values()]

    def marked(self, marks: set[Handle]) -> Erased:
        """Whom the marks of an erasure know."""
        rows = self.stored()
        pairs = {(row.source, row.key) for row in rows if ("key", row.source, row.key) in marks}
        emails = {one.lower() for row in rows for one in row.emails if ("mail", one_form(one)) in marks}
        sources = {row.source for row in rows} | {""}
        ids = {one for (source, key, _email), one in self.means.items() if one and (source, key) in pairs}
        for one, known in self.known.items():
            mails = {email for email in known.emails if ("mail", one_form(email)) in marks}
            keys = {(source, key) for source in sources for key in known.keys if ("key", source, key) in marks}
            if mails or keys:
                ids, emails, pairs = ids | {one}, emails | mails, pairs | keys
        ids |= {human.ident for human in self.humans if human.emails & emails}
        return self.subject(ids, pairs, emails)

    def erase(self, one: Erased) -> None:
        """Nothing of them is left, and nothing that names them is taken in again."""
        self.erased |= one.handles
        for ident in one.ids & self.known.keys():
            del self.known[ident]
        for known in self.known.values():
            known.emails = known.emails - one.emails
        self.merges = {number: pair for number, pair in self.merges.items() if not one.ids & set(pair)}
        self.aparts = {number: pair for number, pair in self.aparts.items() if not one.ids & set(pair)}
        self.splits = {
            number: split for number, split in self.splits.items()
            if split[2] not in one.ids and (split[0], split[1]) not in one.pairs
        }  # fmt: skip
        self.said = [said for said in self.said if said[0] not in one.ids]
        self.consents = [said for said in self.consents if said.person not in one.ids]
        self.words = {number: word for number, word in self.words.items() if word.person not in one.ids}
        self.users = [(user, email) for user, email in self.users if user not in one.ids]

    def forget_rows(self, one: Erased) -> None:
        """Their rows go; in the rows of others their addresses do."""
        keys = {key for _source, key in one.pairs}
        keys -= {key for (_source, key, _email), who in self.means.items() if who and who not in one.ids}
        for load in self.loads:
            for place, row in list(load.items()):
                mine = {email for email in row.emails if email.lower() in one.emails}
                if (row.source, row.key) in one.pairs or row.key in keys if row.key else mine:
                    del load[place]
                else:
                    load[place] = replace(row, emails=tuple(email for email in row.emails if email not in mine))

    # --- what was allowed --------------------------------------------------------------------------------------------

    def may(self, verb: str, kind: str, ident: Id, day: date) -> str:
        """Why something may not be done, as a code; empty where it may."""
        if self.is_out(ident):
            return "opted-out"
        root = self.known[ident].root
        account = self.known[root].account if root in self.known else ""
        ids = self.same_as(ident)
        said = Words(
            company=[one for one in self.words.values() if account and one.account == account],
            person=[one for one in self.words.values() if one.person in ids],
            taken_back=self.taken_back,
        )
        return said.refuses(verb, kind, day, company_known=bool(account))
