"""`goodword run`: find for today, and publish what was found in one step that readers see whole."""

from datetime import date, datetime

import pyarrow as pa

from goodword.evidence.lake.lake import Session
from goodword.evidence.records.findings import TEXTS
from goodword.evidence.records.known import KNOWN
from goodword.evidence.records.table import Expression
from goodword.finding.listening.texts import PLACES, texts_behind
from goodword.finding.signals.terms import renewals
from goodword.kit import clock
from goodword.kit.clock import end_of
from goodword.kit.errors import GoodwordError
from goodword.kit.lock import only_one
from goodword.kit.signs import bare
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.findings import Findings
from goodword.programme.advocates.models import Generation
from goodword.programme.people.actions.post_told_values import post_told_values
from goodword.programme.team.actor import Actor
from goodword.programme.team.models.audit import AuditEntry
from goodword.programme.team.trail import record
from goodword.runs.announcing import announce_publication
from goodword.runs.day_findings import DayFindings
from goodword.runs.doubting import find_doubts
from goodword.runs.late_texts import LateTexts
from goodword.runs.load import bounds_now, post_past_load
from goodword.runs.matching import match_needs
from goodword.runs.opt_outs.suppressed_list import share_suppressed
from goodword.runs.people.who_is_who import ids_of_today
from goodword.runs.pipeline import open_day
from goodword.runs.progress import Progress, silent
from goodword.runs.settings.resolving import held
from goodword.runs.workspace import Workspace

_PATIENCE_SECONDS = 5.0
_EDITION = "5"
"""Changes with what is published of the same findings, so that the first run after an upgrade publishes anew."""
_BUSY = GoodwordError(
    code="run-busy",
    sentence="Another run is at work in this workspace.",
    mend="Wait until it has ended, then do this again.",
    retry=True,
)


def run_day(workspace: Workspace, day: date, *, by: Actor, progress: Progress = silent) -> Generation:
    """Know, listen, find, rank and publish for a day; what was done before is not done again.

    Returns:
        the generation that readers see afterwards.

    Raises:
        GoodwordError: another run is at work (code `run-busy`), or a setting makes no sense.
    """
    with only_one(workspace.path / "run.lock", patience_seconds=_PATIENCE_SECONDS, busy=_BUSY):
        begun, late = clock.now(), LateTexts.begin(workspace)
        with open_day(workspace, day, progress=progress, asks=True) as work:
            found = work.findings()
            find_doubts(work.session, work.derived, found.where, found.fingerprint)
            currency = str(held(workspace.settings, "workspace.currency").value)
            findings = _for_readers(work.session, found, currency)
        late.know(findings.persons, findings.accounts)
        generation = publish_findings(
            findings,
            as_of=day,
            fingerprint=f"{found.fingerprint}{currency}{_EDITION}",
            progress=lambda _step, done, total: progress("publish", done, total),
            late=late,
            since=begun,
        )
        post_told_values(found.told)
        post_past_load(found.ledger, day=day, rest_days=bounds_now(workspace.settings).rest_days)
        settle_people(workspace, found.humans, since=begun)
        _tell_trail(generation, by)
        announce_publication(generation)
        match_needs(day=clock.today(), bounds=bounds_now(workspace.settings), by=by)
        progress("publish", 1, 1)
        work.derived.drop_others()
    return generation


def settle_people(workspace: Workspace, humans: pa.Table, *, since: datetime) -> None:
    """After who everybody is was published: let ids of before follow, and backups of before know who opted out."""
    ids_of_today(humans, since=since)
    share_suppressed(workspace)


def _tell_trail(generation: Generation, by: Actor) -> None:
    """Write down who published it; also where the run that did was killed before it could."""
    number = str(generation.number)
    if not AuditEntry.objects.filter(noun="generation", object_id=number, verb="publish").exists():
        facts = {"as_of": generation.as_of, "people": generation.counts.get("people", 0)}
        record(by, "publish", "generation", number, after=facts)


def _for_readers(session: Session, found: DayFindings, currency: str) -> Findings:
    session.offer(PLACES.name, _places(found))
    return Findings(
        persons=_readable(found.persons),
        accounts=_priced(found.accounts, currency),
        signals=found.signals,
        holds=found.holds,
        likelihoods=found.likelihoods,
        remarks=found.remarks,
        texts=session.fetch(texts_behind(TEXTS.unbound(), KNOWN["interactions"].unbound(), PLACES.unbound())),
        companies=found.where.companies,
        spells=found.where.spells,
        moves=found.where.moves,
        renewals=session.fetch(renewals(KNOWN["contracts"].unbound(), as_of=end_of(found.as_of))),
        risks=found.risks,
        history=session.fetch(_names_of_accounts()),
    )


def _names_of_accounts() -> Expression:
    history = KNOWN["account_history"].unbound()
    return history.filter(history["field"] == "name")


def _readable(persons: pa.Table) -> pa.Table:
    """The people, their names without signs that nobody sees: some turn a whole page around. Records keep them."""
    place = persons.schema.get_field_index("name")
    names = [bare(name) if name else name for name in persons["name"].to_pylist()]
    return persons.set_column(place, persons.schema.field(place), pa.array(names, pa.string()))


def _priced(accounts: pa.Table, currency: str) -> pa.Table:
    """The accounts; those whose revenue names no currency have the workspace's."""
    said = [told or currency or None for told in accounts["currency"].to_pylist()]
    place = accounts.schema.get_field_index("currency")
    return accounts.set_column(place, accounts.schema.field(place), pa.array(said, accounts.schema.field(place).type))


def _places(found: DayFindings) -> pa.Table:
    places = set(zip(found.remarks["table"].to_pylist(), found.remarks["id"].to_pylist(), strict=True))
    for rows in (found.signals, found.holds):
        for evidence in rows["evidence"].to_pylist():
            places.update((piece["table"], piece["id"]) for piece in evidence or [])
    ordered = sorted(place for place in places if all(place))
    return pa.table(
        {"place_table": [table for table, _id in ordered], "place_id": [ident for _table, ident in ordered]},
        schema=PLACES.arrow(),
    )
