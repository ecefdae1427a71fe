"""The programme database: reachable, sound, up to date, and set so that nothing acknowledged is lost."""

from pathlib import Path

from django.db import IntegrityError, connection

from goodword.runs.operate.databases import sqlite
from goodword.runs.operate.doctor.finding import Check, Found, Patient, deviates, fine
from goodword.runs.operate.schema import read_schema, refusal

_LOST = "What was acknowledged can be lost, or pages show what is not so."
_RESTORE = "Restore the newest backup: goodword backup --list, then goodword restore ARCHIVE --to DIR"


def reachable(_patient: Patient) -> Found:
    """The database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return fine(f"The database ({connection.vendor}) answers.")


def integrity(_patient: Patient) -> Found:
    """The file is sound, and every row that is named exists."""
    if connection.vendor != "sqlite":
        try:
            connection.check_constraints()
        except IntegrityError as error:
            return deviates(str(error), _LOST, _RESTORE)
        return fine("Its constraints hold; the server looks after its files.")
    wrong = sqlite.faults(Path(str(connection.settings_dict["NAME"])))
    if wrong:
        return deviates("; ".join(wrong), _LOST, _RESTORE)
    return fine("The file is sound, and every row that is named exists.")


def migrations(_patient: Patient) -> Found:
    """Its tables are those of this version."""
    schema = read_schema()
    if schema.is_new:
        return deviates("The database is empty.", "Nothing works yet.", "Set it up with: goodword init DIR")
    why = refusal(schema)
    if why is not None:
        return deviates(why.sentence, "Commands refuse to work.", why.mend)
    return fine(f"All {len(schema.applied)} migrations are applied.")


def durability(_patient: Patient) -> Found:
    """SQLite is set so that an acknowledged row survives a power cut."""
    if connection.vendor != "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SHOW synchronous_commit")
            told = str(cursor.fetchone()[0])
        if told == "off":
            return deviates(
                "synchronous_commit is off.", _LOST, "Set synchronous_commit = on in the server's settings."
            )
        return fine(f"synchronous_commit is {told}.")
    wanted = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1"}
    with connection.cursor() as cursor:
        told_by = {name: _pragma(cursor, name) for name in wanted}
    wrong = [f"{name} is {told_by[name]}" for name in wanted if told_by[name] != wanted[name]]
    if wrong:
        return deviates(
            f"{', '.join(wrong)}.",
            _LOST,
            "Move the workspace to a local disk: network file systems cannot keep a write-ahead log.",
        )
    return fine("Write-ahead log, synchronous FULL, foreign keys and secure delete are on.")


def _pragma(cursor: "object", name: str) -> str:
    cursor.execute(f"PRAGMA {name}")  # type: ignore[attr-defined]  # Django's cursor has no public type
    return str(cursor.fetchone()[0]).lower()  # type: ignore[attr-defined]  # the same


DATABASE_CHECKS = (
    Check("database", "whether the programme database answers", reachable),
    Check("integrity", "whether the database is sound", integrity),
    Check("migrations", "whether its tables are those of this version", migrations),
    Check("durability", "whether acknowledged rows survive a power cut", durability),
)
