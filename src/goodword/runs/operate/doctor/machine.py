"""What can be seen before the workspace is opened: settings, disk, permissions, clock, time zones."""

import stat
from pathlib import Path
from shutil import disk_usage
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from goodword.evidence.lake.local.manifest import read_manifest
from goodword.kit.errors import GoodwordError
from goodword.runs.operate.doctor.finding import Check, Found, Patient, deviates, fine, to_know
from goodword.runs.workspace import CONFIG_NAME, open_workspace

_LOW, _TIGHT = 1_000_000_000, 5_000_000_000
_SMALL_SHARE = 0.05
_KEYS = ("secret.key", "secret.key.old")


def settings(patient: Patient) -> Found:
    """`goodword.toml` can be read."""
    try:
        open_workspace(patient.folder)
    except GoodwordError as error:
        return deviates(error.sentence, "No command works.", error.mend)
    return fine(f"{CONFIG_NAME} can be read.")


def can_be_read(patient: Patient) -> bool:
    """Whether the settings can be read at all, so that the programme database can be opened."""
    try:
        open_workspace(patient.folder)
    except GoodwordError:
        return False
    return True


def disk(patient: Patient) -> Found:
    """Room on the disk of the workspace."""
    space = disk_usage(patient.folder)
    said = f"{space.free / 1e9:,.1f} GB of {space.total / 1e9:,.1f} GB are free."
    if space.free < _LOW:
        return deviates(said, "Imports, runs and backups will fail.", "Make room, or move the workspace.")
    if space.free < min(_TIGHT, _SMALL_SHARE * space.total):
        return to_know(said, "Imports and backups need room for a while.", "Make room before it is needed.")
    return fine(said)


def permissions(patient: Patient) -> Found:
    """Nobody else on the machine can read the key and the data."""
    open_ones = _open(patient)
    if not open_ones:
        return fine("Only its owner can read the workspace.")
    names = ", ".join(path.name for path in open_ones)
    return deviates(
        f"Everybody on this machine can read {names}.",
        "The key signs sessions; the database holds people.",
        f"chmod o-rwx {' '.join(str(path) for path in open_ones)}",
        mendable=True,
    )


def _open(patient: Patient) -> list[Path]:
    if not patient.folder.stat().st_mode & (stat.S_IROTH | stat.S_IXOTH):
        return []  # nobody else comes as far as the files
    names = (*_KEYS, patient.workspace.database.name, f"{patient.workspace.database.name}-wal", "lake")
    return [patient.folder / name for name in names if _is_open(patient.folder / name)]


def _is_open(path: Path) -> bool:
    return path.exists() and bool(path.stat().st_mode & (stat.S_IRWXO if path.name in _KEYS else stat.S_IROTH))


def close(patient: Patient) -> str:
    """Take others' permissions away."""
    paths = _open(patient)
    for path in paths:
        path.chmod(path.stat().st_mode & ~stat.S_IRWXO)
    return f"Only the owner and their group can read {', '.join(path.name for path in paths)} now."


def clock(patient: Patient) -> Found:
    """The clock is not behind what was written before."""
    stamps = [landed.at for landed in read_manifest(patient.workspace.lake).imports if landed.at.tzinfo]
    if stamps and max(stamps) > patient.now:
        return deviates(
            f"It is {patient.now:%Y-%m-%d %H:%M} UTC here, and an import landed at {max(stamps):%Y-%m-%d %H:%M} UTC.",
            "Holds, caps and expiries are counted from a wrong day.",
            "Set the machine's clock, and let it be kept by NTP.",
        )
    return fine(f"It is {patient.now:%Y-%m-%d %H:%M} UTC, after everything that was written.")


def zones(_patient: Patient) -> Found:
    """Time zones are known on this machine, or from the package that stands in."""
    for name in ("Europe/Berlin", "America/New_York", "Asia/Kolkata"):
        try:
            ZoneInfo(name)
        except ZoneInfoNotFoundError:
            return deviates(
                f"The time zone {name} is not known.", "Local hours are wrong.", "Install the package tzdata again."
            )
    return fine("Time zones are known.")


FIRST_CHECKS = (
    Check("settings-file", "whether goodword.toml can be read", settings),
    Check("disk", "room on the disk", disk),
    Check("permissions", "who can read the key and the data", permissions, close),
    Check("clock", "the machine's clock", clock),
    Check("time-zones", "time zone data", zones),
)
"""Those that need no settings of Django and no programme database."""
