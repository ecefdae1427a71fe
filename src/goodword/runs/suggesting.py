"""Look who may be one person: the pairs that wait for somebody, and those that are merged without being asked about."""

from dataclasses import dataclass

import pyarrow as pa

from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.known import HUMANS, KNOWN, LINKS, RECORDS, STAMPS
from goodword.evidence.records.linkage import KEPT_APART
from goodword.evidence.records.whereabouts import SPELLS
from goodword.finding.identity.companies.free_mail import FREE_MAIL
from goodword.finding.identity.known import known
from goodword.finding.identity.linkage.linkable import linkable
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.kit.lock import only_one
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.actions.post_suggestions import Alike, post_suggestions
from goodword.programme.people.models import Apart
from goodword.programme.team.actor import Actor
from goodword.runs.derived import Derived
from goodword.runs.jobs.kinds import Result, Task
from goodword.runs.people.linking import suggest
from goodword.runs.people.whereabouts import where_they_work
from goodword.runs.people.who_is_who import who_is_who
from goodword.runs.progress import Progress, silent
from goodword.runs.settings.resolving import held
from goodword.runs.workspace import Workspace

_PATIENCE_SECONDS = 5.0
_BUSY = GoodwordError(
    code="look-busy",
    sentence="Somebody else is looking for people who may be one.",
    mend="Wait until that has ended, then do this again.",
    retry=True,
)
_MERGED = "so alike that the setting people.merge_from merges them"


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of a look.

    Attributes:
        waiting: pairs that wait for somebody.
        merged: pairs that were merged without asking.
    """

    waiting: int
    merged: int


def look(task: Task) -> Result:
    """Do the job that compares people. It ends with the same pairs however often it is done."""
    looked = suggest_people(task.workspace, by=task.by, progress=task.progress)
    return {"waiting": looked.waiting, "merged": looked.merged}


def suggest_people(workspace: Workspace, *, by: Actor, progress: Progress = silent) -> Looked:
    """Compare everybody with everybody who shares something, and post who may be one; again changes nothing.

    Raises:
        GoodwordError: another look is at work (code `look-busy`), or a setting makes no sense.
    """
    with only_one(workspace.path / "look.lock", patience_seconds=_PATIENCE_SECONDS, busy=_BUSY):
        progress("compare", 0, 2)
        ask_from = float(held(workspace.settings, "people.review_from").value)
        merge_from = float(held(workspace.settings, "people.merge_from").value)
        found = [_alike(row) for row in _suggested(workspace, min(ask_from, merge_from)).to_pylist()]
        progress("compare", 1, 2)
        sure = [one for one in found if merge_from < 1 and one.probability >= merge_from]
        merged = sum(_merge(one, by) for one in sure)
        waiting = post_suggestions(one for one in found if one not in sure and one.probability >= ask_from)
        progress("compare", 2, 2)
    return Looked(waiting, merged)


def _suggested(workspace: Workspace, least: float) -> pa.Table:
    with LocalLake(workspace.lake).session() as session:
        derived = Derived(workspace.derived, session.generation())
        records = {name: table.plus(*STAMPS).unbound() for name, table in RECORDS.items()}
        linked = who_is_who(session, derived, records)
        session.offer(LINKS.name, linked.links)
        session.offer(HUMANS.name, linked.humans)
        for name, table in KNOWN.items():
            session.define(table.name, known(name, records[name], LINKS.unbound()))
        where_they_work(session, derived, clock.today(), linked)
        people, accounts = (KNOWN[name].unbound() for name in ("people", "accounts"))
        rows = session.fetch(linkable(people, accounts, HUMANS.unbound(), SPELLS.unbound()))
    return suggest(rows, free_mail=FREE_MAIL, kept_apart=_kept_apart(), least=least)


def _kept_apart() -> pa.Table:
    pairs = Apart.objects.standing().values_list("one_id", "other_id")
    rows = [{"person_a": one, "person_b": other} for one, other in pairs]
    return pa.Table.from_pylist(rows, schema=KEPT_APART.arrow())


def _alike(row: dict[str, object]) -> Alike:
    reasons = row["reasons"]
    return Alike(
        one_id=str(row["person_a"]),
        other_id=str(row["person_b"]),
        probability=float(str(row["probability"])),
        reasons=reasons if isinstance(reasons, list) else [],
        model_version=str(row["model_version"]),
    )


def _merge(one: Alike, by: Actor) -> bool:
    """Merge two, unless something speaks against it by now."""
    try:
        merge_people(one.one_id, one.other_id, by=by, reason=_MERGED, probability=one.probability)
    except GoodwordError:
        return False
    return True
