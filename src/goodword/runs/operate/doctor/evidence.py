"""The lake, and what the programme database made of it: files, ledger, publication, audit trail."""

from datetime import timedelta
from itertools import islice
from pathlib import Path

from django.db import transaction

from goodword.evidence.lake.local import LocalLake
from goodword.evidence.lake.local.landing import sweep
from goodword.evidence.lake.local.manifest import read_manifest
from goodword.kit.errors import GoodwordError
from goodword.kit.lock import only_one
from goodword.programme.acts.models import Act
from goodword.programme.advocates.models import ListedPerson, Publication
from goodword.programme.asks.models import Ask
from goodword.programme.team.trail import verify
from goodword.runs.doubting import doubted, doubts_now
from goodword.runs.ledger import post_ledger
from goodword.runs.operate.compare import torn_parts
from goodword.runs.operate.doctor.finding import Check, Found, Patient, deviates, fine, to_know

_SHOWN = 3
_WRITING = GoodwordError("lake-busy", "An import or undo is writing to the lake just now.", "Look again later.")


def lake(patient: Patient) -> Found:
    """Every file that the manifest names is there, with the bytes it landed with."""
    folder = patient.workspace.lake
    manifest = read_manifest(folder)
    torn = list(torn_parts(folder, manifest, patient.progress))
    if torn:
        return deviates(
            " ".join(torn[:_SHOWN]) + (f" And {len(torn) - _SHOWN} more." if len(torn) > _SHOWN else ""),
            "Records of these imports are missing from every answer.",
            "Copy the files from the newest backup, or restore it.",
        )
    return fine(f"{len(manifest.imports)} imports in {len(manifest.files())} files, each as it landed.")


def orphans(patient: Patient) -> Found:
    """No file lies in the lake that does not count."""
    left = _orphans(patient.workspace.lake)
    if not left:
        return fine("Every file in the lake counts.")
    with only_one(patient.workspace.lake / "lock", patience_seconds=0, busy=_WRITING):
        left = _orphans(patient.workspace.lake)  # those of an import at work count by now
    return to_know(
        f"{len(left)} files in the lake do not count; an import that was killed left them.",
        "They take room, nothing else; the next import removes them.",
        "goodword doctor --mend removes them.",
        mendable=True,
    )


def _orphans(folder: Path) -> list[Path]:
    counted = {folder / name for name in read_manifest(folder).files()}
    return [path for path in sorted((folder / "records").glob("*/*")) if path not in counted]


def remove_orphans(patient: Patient) -> str:
    """Remove them, as the only writer."""
    folder = patient.workspace.lake
    with only_one(folder / "lock", patience_seconds=0, busy=_WRITING):
        left = _orphans(folder)
        sweep(folder, read_manifest(folder))
    return f"{len(left)} files that did not count were removed."


def ledger(patient: Patient) -> Found:
    """Asks and acts of the ledger are those that live records assert."""
    with LocalLake(patient.workspace.lake).session() as session, transaction.atomic():
        before = _ledger()
        post_ledger(session)
        after = _ledger()
        transaction.set_rollback(True)  # looked, nothing written
    if before != after:
        return deviates(
            f"{len(before ^ after)} asks and acts differ between the lake and the ledger.",
            "Who was asked, and what they answered, is not up to date.",
            "goodword doctor --mend posts them; so does the next goodword run.",
            mendable=True,
        )
    return fine(f"{len(before)} asks and acts, the same in both.")


def _ledger() -> set[tuple[object, ...]]:
    asks = Ask.objects.standing().values_list(
        "record_source", "record_id", "pk", "person_key", "kind", "asked_on", "answer__answer", "answer__answered_on"
    )
    acts = Act.objects.standing().values_list("record_source", "record_id", "pk", "person_key", "kind", "done_on")
    # A row that is not there yet has no number of its own: leave the numbers of posted rows out.
    rows = [("ask", *ask) for ask in asks] + [("act", *act) for act in acts]
    return {row if not row[1] else (*row[:3], *row[4:]) for row in rows}


def post(patient: Patient) -> str:
    """Post the ledger."""
    with LocalLake(patient.workspace.lake).session() as session:
        post_ledger(session)
    return "The ledger was posted."


def publication(patient: Patient) -> Found:
    """What readers see is whole, and not old."""
    current = Publication.current()
    if current is None:
        if not read_manifest(patient.workspace.lake).imports:
            return to_know("Nothing was loaded yet.", "Pages are empty.", "goodword load FOLDER, then goodword run")
        return deviates("Nothing was published yet.", "Pages are empty.", "goodword run")
    listed = ListedPerson.objects.filter(generation=current).count()
    told = sum(current.counts.get("states", {}).values())
    if current.state != "published" or listed != told:
        return deviates(
            f"{current} shows {listed} people and counted {told}.", "Pages show half of what was found.", "goodword run"
        )
    age = patient.now - (current.published_at or patient.now)
    stale = (patient.now.date() - current.as_of).days > patient.publication_days
    if stale and age > timedelta(days=patient.publication_days):
        return deviates(
            f"What readers see is of {current.as_of}.",
            "New moments and holds are not seen.",
            "goodword run. If it should run every night, look why goodword serve does not.",
        )
    return fine(f"Readers see {current}: {listed} people.")


def doubts(patient: Patient) -> Found:
    """Every loaded row counts as it stands."""
    found = doubts_now(patient.workspace)
    if found is None:
        return fine("No run has looked for rows that do not count as they stand.")
    groups = doubted(found, shown=1)
    if not groups:
        return fine("Every row counts as it stands.")
    said = "; ".join(f"{one.count:,} in {one.table}: {one.words.reason} ({one.first[0][0]})" for one in groups)
    return to_know(
        f"{found.num_rows:,} doubts about loaded rows. {said}.",
        "The rows are kept; what is doubtful of them counts for nothing.",
        "goodword doubts lists each with how to mend it.",
    )


def trail(_patient: Patient) -> Found:
    """The audit trail's chain holds from the first entry to the last."""
    broken = list(islice(verify(), _SHOWN))
    if broken:
        return deviates(
            " ".join(one.sentence for one in broken),
            "Somebody changed the trail past Goodword: it proves nothing from there on.",
            "Find out who could write to the database, and keep a copy of it as it is.",
        )
    return fine("Every entry follows the one before it.")


EVIDENCE_CHECKS = (
    Check("lake", "whether the files of the lake are as they landed", lake),
    Check("orphans", "files in the lake that do not count", orphans, remove_orphans),
    Check("ledger", "whether the ledger is in step with the lake", ledger, post),
    Check("publication", "whether what readers see is whole and new", publication),
    Check("doubts", "loaded rows that do not count as they stand", doubts),
    Check("audit-trail", "whether the audit trail's chain holds", trail),
)
