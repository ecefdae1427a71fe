"""From what is live in the lake to the findings of one day: know, listen, find, rank.

Every step keeps its result under a name that says all it depends on, so a step that was done is not done again: after a
kill, on a second run, or when `find` and `run` ask for the same day.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.metadata import version

import pyarrow as pa
import pyarrow.compute as pc

from goodword.evidence.lake.lake import Session
from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.findings import HOLDS, LIKELIHOODS, REMARKS, SIGNALS, TEXTS
from goodword.evidence.records.known import HUMANS, KNOWN, LINKS, PERSONS, RECORDS, STAMPS
from goodword.evidence.records.ledger import LEDGER_GRANTS, LEDGER_OPT_OUTS
from goodword.evidence.records.table import Expression
from goodword.evidence.records.values import CONTESTED_VALUES, LEDGER_VALUES, TOLD_VALUES
from goodword.evidence.records.whereabouts import SPELLS
from goodword.finding import catalogue
from goodword.finding.identity.keys import MODEL_VERSION as IDENTITY_VERSION
from goodword.finding.identity.keys import Linked
from goodword.finding.identity.known import known
from goodword.finding.identity.persons import persons
from goodword.finding.identity.values.choosing import for_readers
from goodword.finding.likelihood.prior import likelihoods
from goodword.finding.likelihood.weights import MODEL_VERSION as LIKELIHOOD_VERSION
from goodword.finding.likelihood.weights import with_numbers
from goodword.finding.listening.texts import texts
from goodword.finding.signals.assemble import holds_of, signals_of
from goodword.finding.signals.risking import risks_of
from goodword.kit.clock import end_of
from goodword.runs.day_findings import DayFindings
from goodword.runs.derived import Derived
from goodword.runs.labels.correcting import corrected, labels_digest
from goodword.runs.landing_texts import land_texts
from goodword.runs.ledger import ledger_tables, post_ledger
from goodword.runs.ledger_grants import grants_table
from goodword.runs.listening.remarks import Listened, Listening
from goodword.runs.people.values import decide_values
from goodword.runs.people.whereabouts import MODEL_VERSION as WHERE_VERSION
from goodword.runs.people.whereabouts import Whereabouts, where_they_work
from goodword.runs.people.who_is_who import opt_outs, who_is_who
from goodword.runs.progress import Progress, silent
from goodword.runs.settings.resolving import settings_now
from goodword.runs.themes import with_themes
from goodword.runs.thresholds import chosen_numbers, chosen_thresholds
from goodword.runs.workspace import Workspace

_FOUND_TOGETHER = (*catalogue.FINDERS, *catalogue.HOLDS)
_NAME_DIGITS = 16

RANKED = "likelihoods-"
"""How the name of the last step's result begins: where there is one, every step was done."""


def find_day(workspace: Workspace, day: date, *, progress: Progress = silent) -> DayFindings:
    """Return the findings of a day, computing what is missing; publishes nothing. Texts that arrived count."""
    land_texts(workspace)
    with open_day(workspace, day, progress=progress) as work:
        return work.findings()


@contextmanager
def open_day(workspace: Workspace, day: date, *, progress: Progress = silent, asks: bool = False) -> Iterator["Day"]:
    """Open the work of a day over one snapshot of the lake.

    Args:
        workspace: whose day.
        day: the day.
        progress: told how far it is.
        asks: whether a server may be asked about remarks in doubt; what it said before counts in any case.
    """
    settings = settings_now(workspace.settings)
    chosen, numbers = chosen_thresholds(settings), chosen_numbers(settings)
    listening = Listening(workspace, asks=asks)
    with LocalLake(workspace.lake).session() as session:
        derived = Derived(workspace.derived, session.generation())
        yield Day(day, session, derived, progress, listening, chosen, numbers)


@dataclass(slots=True)
class Day:
    """One day's work over one conversation with the lake; after `findings` the session knows every table by name."""

    day: date
    session: Session
    derived: Derived
    progress: Progress
    listening: Listening
    chosen: dict[str, dict[str, object]]
    numbers: dict[str, float] = field(default_factory=dict)

    def findings(self) -> DayFindings:
        """Walk through the four steps."""
        post_ledger(self.session)
        linked, out, where = self.know()
        ledger = ledger_tables(linked.links) | {LEDGER_OPT_OUTS.name: out}
        ledger[LEDGER_GRANTS.name] = grants_table(linked.humans, day=self.day)
        ledger[LEDGER_VALUES.name] = self.session.fetch(LEDGER_VALUES.unbound())
        listened = self._listen()
        labels = labels_digest()
        remarks = corrected(self.session, listened.remarks)
        remarks = with_themes(self.session, self.derived, remarks, f"{listened.name}-{labels}")
        found = self._fingerprint(ledger, linked, listened, labels)
        # What was found does not depend on the numbers of the likelihood; what is published does.
        fingerprint = _digest(found, repr(sorted(self.numbers.items())))
        for name, rows in {**ledger, REMARKS.name: remarks}.items():
            self.session.offer(name, rows)
        signals, holds = self._find(found)
        risks = self._risks(found)
        ranked = self._rank(fingerprint, signals, holds, ledger)
        return DayFindings(
            as_of=self.day,
            fingerprint=fingerprint,
            persons=self.session.fetch(PERSONS.unbound()).sort_by("person_id"),
            accounts=self.session.fetch(KNOWN["accounts"].unbound()).sort_by("account_id"),
            remarks=remarks,
            signals=signals,
            holds=holds,
            risks=risks,
            likelihoods=ranked,
            ledger=ledger,
            humans=linked.humans,
            told=self.session.fetch(for_readers(TOLD_VALUES.unbound())),
            where=where,
        )

    def known(self) -> pa.Table:
        """Link every mention to a human being; return contract LINKS."""
        return self.know()[0].links

    def who(self) -> tuple[Linked, pa.Table]:
        """Walk through the beginning of the first step alone: who is who, and who opted out."""
        linked = who_is_who(self.session, self.derived, _records())
        self.session.offer(LINKS.name, linked.links)
        self.session.offer(HUMANS.name, linked.humans)
        out = opt_outs(self.session, linked)
        self.session.offer(LEDGER_OPT_OUTS.name, out)
        return linked, out

    def tried(self, found: DayFindings, chosen: dict[str, dict[str, object]], numbers: dict[str, float]) -> DayFindings:
        """The same day with other thresholds and numbers, from what `findings` of this day returned; keeps nothing.

        Only the rules whose thresholds differ are asked again.
        """
        trial = replace(self, chosen=chosen, numbers=numbers)
        rules = [rule for rule in _FOUND_TOGETHER if chosen.get(rule.name, {}) != self.chosen.get(rule.name, {})]
        signals, holds = found.signals, found.holds
        if rules:
            again = pa.array([rule.name for rule in rules])
            more, held = trial._of_rules(rules)  # noqa: SLF001  # another day of the same kind
            signals = _signals([_without(signals, again), *more])
            holds = _holds([_without(holds, again), *held])
        risky = any(chosen.get(rule.name, {}) != self.chosen.get(rule.name, {}) for rule in catalogue.RISK_RULES)
        risks = trial._risks_found() if risky else found.risks  # noqa: SLF001  # as above
        ranked = trial._likelihoods(signals, holds, found.ledger)  # noqa: SLF001  # as above
        likely = ranked.select(LIKELIHOODS.names)
        return replace(found, signals=signals, holds=holds, risks=risks, likelihoods=likely)

    def know(self) -> tuple[Linked, pa.Table, Whereabouts]:
        """Walk through the first step alone and name the tables that rules read.

        Returns:
            who is who, who opted out, and who works where.
        """
        self.progress("know", 0, 1)
        linked, out = self.who()
        records = _records()
        for name, table in KNOWN.items():
            self.session.define(table.name, known(name, records[name], LINKS.unbound()))
        where = where_they_work(self.session, self.derived, self.day, linked)
        self._know_persons(linked)
        people = KNOWN["people"].unbound()
        written = texts(
            KNOWN["interactions"].unbound(),
            KNOWN["responses"].unbound(),
            KNOWN["posts"].unbound(),
            people,
            PERSONS.unbound(),
        )
        self.session.define(TEXTS.name, written)
        self.progress("know", 1, 1)
        return linked, out, where

    def _know_persons(self, linked: Linked) -> None:
        """Decide what is told in several ways, and describe everybody."""
        decide_values(self.session, linked.humans, self.day)
        people, accounts = (KNOWN[name].unbound() for name in ("people", "accounts"))
        out, contested, told = (table.unbound() for table in (LEDGER_OPT_OUTS, CONTESTED_VALUES, TOLD_VALUES))
        everybody = persons(
            *(HUMANS.unbound(), people, SPELLS.unbound(), accounts, out, contested, told), as_of=end_of(self.day)
        )
        self.session.keep(PERSONS.name, everybody)

    def _listen(self) -> Listened:
        """Hear every text that the lake holds; the day does not matter yet, for rules look at dates themselves."""
        self.progress("listen", 0, 1)
        listened = self.listening.remarks(self.session, self.derived, self.progress)
        self.progress("listen", 1, 1)
        return self.listening.with_opinions(self.session, self.derived, listened, self.progress)

    def read_again(self) -> int:
        """Let the listener in use hear everything that it did not hear yet; return how many texts that were."""
        self.know()
        return self.listening.read_again(self.session, self.progress)

    def _find(self, fingerprint: str) -> tuple[pa.Table, pa.Table]:
        signals, holds = self.derived.get(f"signals-{fingerprint}"), self.derived.get(f"holds-{fingerprint}")
        if signals is None or holds is None:
            found, held = self._of_rules(_FOUND_TOGETHER)
            signals = self.derived.put(f"signals-{fingerprint}", _signals(found))
            holds = self.derived.put(f"holds-{fingerprint}", _holds(held))
        self.progress("find", 1, 1)
        return signals, holds

    def _of_rules(self, rules: Sequence[catalogue.Rule]) -> tuple[list[pa.Table], list[pa.Table]]:
        """The signals and the holds that these rules find, a table a rule."""
        everybody = self.session.fetch(PERSONS.unbound())
        found, held = [SIGNALS.empty()], [HOLDS.empty()]
        for number, rule in enumerate(rules):
            self.progress("find", number, len(rules))
            rows = self.session.fetch(self._expression(rule))
            if rule in catalogue.FINDERS:
                found.append(signals_of(rule, rows, as_of=self.day))
            else:
                held.append(holds_of(rule, rows, everybody, as_of=self.day))
        return found, held

    def _risks(self, fingerprint: str) -> pa.Table:
        """What somebody should look at, account by account."""
        name = f"risks-{fingerprint}"
        risks = self.derived.get(name)
        return self.derived.put(name, self._risks_found()) if risks is None else risks

    def _risks_found(self) -> pa.Table:
        everybody, accounts = (self.session.fetch(table.unbound()) for table in (PERSONS, KNOWN["accounts"]))
        parts = [
            risks_of(rule, self.session.fetch(self._expression(rule)), everybody, accounts, as_of=self.day)
            for rule in catalogue.RISK_RULES
        ]
        return _sorted(pa.concat_tables(parts), "account_id", "person_id", "risk_id")

    def _rank(self, fingerprint: str, signals: pa.Table, holds: pa.Table, ledger: dict[str, pa.Table]) -> pa.Table:
        self.progress("rank", 0, 1)
        name = f"{RANKED}{fingerprint}"
        ranked = self.derived.get(name)
        if ranked is None:
            ranked = self.derived.put(name, self._likelihoods(signals, holds, ledger))
        self.progress("rank", 1, 1)
        return ranked.select(LIKELIHOODS.names)

    def _likelihoods(self, signals: pa.Table, holds: pa.Table, ledger: dict[str, pa.Table]) -> pa.Table:
        tables = (ledger["ledger_asks"], ledger["ledger_answers"], ledger["ledger_acts"])
        return likelihoods(signals, holds, *tables, as_of=self.day, weights=with_numbers(self.numbers))

    def _fingerprint(self, ledger: dict[str, pa.Table], linked: Linked, listened: Listened, labels: str) -> str:
        parts = [self.day.isoformat(), version("goodword"), IDENTITY_VERSION, WHERE_VERSION]
        parts += [listened.name, LIKELIHOOD_VERSION, labels]
        parts += [
            f"{rule.name} {rule.version} {sorted(self.chosen.get(rule.name, {}).items())}" for rule in catalogue.RULES
        ]
        digest = hashlib.sha256("\n".join(parts).encode())
        digest.update(self.derived.generation.encode())
        digest.update("\n".join(person or "" for person in linked.links["person_id"].to_pylist()).encode())
        for _name, rows in sorted(ledger.items()):
            digest.update(repr(rows.to_pydict()).encode())
        return digest.hexdigest()[:_NAME_DIGITS]

    def _expression(self, rule: catalogue.Rule) -> Expression:
        return rule.expression(as_of=end_of(self.day), **self.chosen.get(rule.name, {}))


def _records() -> dict[str, Expression]:
    return {name: table.plus(*STAMPS).unbound() for name, table in RECORDS.items()}


def _sorted(rows: pa.Table, *columns: str) -> pa.Table:
    return rows.sort_by([(column, "ascending") for column in columns])


def _signals(parts: list[pa.Table]) -> pa.Table:
    return _sorted(pa.concat_tables(parts), "person_id", "kind", "signal_id")


def _holds(parts: list[pa.Table]) -> pa.Table:
    return _sorted(pa.concat_tables(parts), "person_id", "code", "hold_id")


def _without(rows: pa.Table, rules: "pa.Array[pa.StringScalar]") -> pa.Table:
    return rows.filter(pc.invert(pc.is_in(rows["rule"], value_set=rules)))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:_NAME_DIGITS]
