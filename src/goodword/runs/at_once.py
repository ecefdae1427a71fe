"""A text that arrives is heard at once, and raises its moment without a run: what a run would find of it alone."""

from dataclasses import dataclass
from datetime import date

import pyarrow as pa
from django.db import transaction

from goodword.evidence.lake.local import LocalLake, prepare
from goodword.evidence.records.findings import LIKELIHOODS, REMARKS, TEXTS
from goodword.evidence.records.known import KNOWN, PERSONS
from goodword.evidence.records.table import Expression
from goodword.finding import catalogue
from goodword.finding.listening.outcomes.differences import compile_patterns
from goodword.finding.signals.assemble import holds_of, signals_of
from goodword.kit import clock
from goodword.kit.clock import end_of
from goodword.kit.errors import GoodwordError
from goodword.kit.signs import bare
from goodword.programme.advocates.actions.keep_text import keep_text
from goodword.programme.advocates.actions.raise_moment import raise_moment
from goodword.programme.advocates.findings import Findings
from goodword.programme.advocates.models import ListedPerson, Moment, Publication
from goodword.programme.people.one_person import OnePerson
from goodword.programme.team.actor import Actor
from goodword.runs.arriving import Arrived, Said, read_text
from goodword.runs.listening.features import feature_names, named_features
from goodword.runs.listening.models import model_in_use
from goodword.runs.settings.resolving import settings_now
from goodword.runs.thresholds import chosen_thresholds
from goodword.runs.workspace import Workspace

_TABLE = "interactions"
_WIN, _COMPLAINT = catalogue.finder("win"), catalogue.hold("complaint")
_FIRST_WORDS = "We cut onboarding from six weeks to four days, and love it. Sadly, the export is slow."


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of a text.

    Attributes:
        arrived: where it rests.
        remarks: contract REMARKS.
        moment: the moment it leads; None where it raised none.
        why_not: why it raised none: `nothing` was heard that speaks for us, they `opted_out`, or it is too `old` or
            of a day to come; empty where it did.
    """

    arrived: Arrived
    remarks: pa.Table
    moment: Moment | None
    why_not: str


def hear_only(workspace: Workspace, text: str, *, channel: str = "") -> pa.Table:
    """The remarks in a text, as the listener in use hears them; nothing is kept. Return contract REMARKS."""
    row = {"table": _TABLE, "id": "text", "text": text, "direction": "in", "channel": channel}
    with LocalLake(workspace.lake).session() as session:
        features = feature_names(session)
    return model_in_use(workspace).hear(pa.Table.from_pylist([row], schema=TEXTS.arrow()), features)


def hear_at_once(workspace: Workspace, person: OnePerson, said: Said, *, by: Actor) -> Heard:
    """Keep a text, hear it, and raise its moment; told again, the same text changes nothing.

    The signal has the id by which a run finds it, so the next run finds the same one. Whoever opted out gets none.

    Whatever is killed, a text is kept with what it raised, or neither is: both happen in one transaction.

    Raises:
        GoodwordError: see `read_text`; or nothing was published yet (code `nothing-published`).
    """
    generation = Publication.current()
    if generation is None:
        raise GoodwordError("nothing-published", "Nobody is known yet.", "Load your data and run: goodword run")
    listed = ListedPerson.objects.within(generation).about(person.today.person_id).first()
    if listed is None:
        raise GoodwordError("unknown-person", "They are not in what is published.", "Run first: goodword run")
    arrived = read_text(workspace, person, said)
    findings = found_of(workspace, arrived, _person(listed), _account(listed))
    with transaction.atomic():
        if arrived.new:
            keep_text(arrived.words, person_id=listed.person_id, by=by)
        if person.out is not None:
            return Heard(arrived, findings.remarks, None, "opted_out")
        moment = raise_moment(findings, as_of=clock.today(), by=by)
    why = "" if moment else ("old" if findings.signals.num_rows else "nothing")
    return Heard(arrived, findings.remarks, moment, why)


def found_of(workspace: Workspace, arrived: Arrived, persons: pa.Table, accounts: pa.Table) -> Findings:
    """What a run would find of a text, were there no other.

    Args:
        workspace: whose.
        arrived: the text.
        persons: contract PERSONS: whose words they are.
        accounts: what is known of their account.
    """
    today, row, (person,) = clock.today(), arrived.row, persons.to_pylist()
    text = {
        **{name: row[name] for name in ("text", "channel", "at", "email")},
        "table": _TABLE, "id": arrived.record_id, "direction": row["direction"] or "in",
        "person_id": person["person_id"], "name": arrived.words.name or None,
        "account_id": row["account_id"] or person["account_id"] or "",
    }  # fmt: skip
    texts = pa.Table.from_pylist([text], TEXTS.arrow())
    with LocalLake(workspace.lake).session() as session:
        remarks = model_in_use(workspace).hear(texts, feature_names(session))
        for name, rows in {TEXTS.name: texts, REMARKS.name: remarks, PERSONS.name: persons}.items():
            session.offer(name, rows)
        win, complaint = _rules(workspace, today)
        signals = signals_of(_WIN, session.fetch(win), as_of=today)
        holds = holds_of(_COMPLAINT, session.fetch(complaint), persons, as_of=today)
    titled = texts.append_column("title", pa.array([row["subject"]], pa.string()))
    return Findings(persons, accounts, signals, holds, LIKELIHOODS.empty(), remarks=remarks, texts=titled)


def get_ready(workspace: Workspace) -> None:
    """Load and compile what the first text of a process would wait for.

    It opens no engine, for that has threads: a process may be forked afterwards, and what is loaded is shared.

    Raises:
        GoodwordError: the listener in use cannot be loaded.
    """
    row = {"table": _TABLE, "id": "text", "text": _FIRST_WORDS, "direction": "in", "channel": "email"}
    model_in_use(workspace).hear(pa.Table.from_pylist([row], schema=TEXTS.arrow()), [])
    compile_patterns("en")
    for question in (*_rules(workspace, clock.today()), named_features()):
        prepare(question)


def _rules(workspace: Workspace, today: date) -> list[Expression]:
    """What is asked of a text: the rules `win` and `complaint`, with the thresholds that hold."""
    chosen = chosen_thresholds(settings_now(workspace.settings))
    return [rule.expression(as_of=end_of(today), **chosen.get(rule.name, {})) for rule in (_WIN, _COMPLAINT)]


def _person(listed: ListedPerson) -> pa.Table:
    names = ("person_id", "person_keys", "email", "title", "pays", "influence", "language", "left_on", "approximate")
    row = {name: getattr(listed, name) for name in names}
    told = {"name": bare(listed.name), "account_id": listed.account_id or None, "account": listed.account or None}
    return pa.Table.from_pylist([{**row, **told, "emails": []}], schema=PERSONS.arrow())


def _account(listed: ListedPerson) -> pa.Table:
    row = {"account_id": listed.account_id, "name": listed.account, "owner_email": listed.owner_email}
    return pa.Table.from_pylist([row] if listed.account_id else [], schema=KNOWN["accounts"].arrow())
