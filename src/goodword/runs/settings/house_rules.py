"""What the workspace says about itself and its people, for the doors; its defaults where settings make no sense.

A page must open although goodword.toml was mistyped, or nobody could mend it there: the page of settings tells the
fault.
"""

from datetime import time
from zoneinfo import ZoneInfo

from goodword.kit.errors import GoodwordError
from goodword.programme.team.models.assignment import Reach
from goodword.programme.team.roles import Role
from goodword.runs.settings.catalogue import setting_named
from goodword.runs.settings.file import Tables
from goodword.runs.settings.resolving import held
from goodword.runs.settings.setting import Value


def workspace_name(tables: Tables) -> str:
    """What the workspace is called; empty where nobody named it."""
    return str(_held(tables, "workspace.name"))


def workspace_language(tables: Tables) -> str:
    """The language for readers who chose none and ask for none that we speak."""
    return str(_held(tables, "workspace.language"))


def workspace_zone(tables: Tables) -> ZoneInfo:
    """Where the workspace's clock hangs."""
    return ZoneInfo(str(_held(tables, "run.timezone")))


def asking_hours(tables: Tables) -> tuple[time, time, bool]:
    """From when until when a letter that asks may arrive, and whether on weekends as well."""
    begins, ends = (time.fromisoformat(str(_held(tables, f"letters.{name}"))) for name in ("from", "until"))
    return begins, ends, bool(_held(tables, "letters.weekends"))


def reminder_hours(tables: Tables) -> int:
    """How many hours before a meeting both sides are reminded; 0 for never."""
    return int(str(_held(tables, "letters.reminder_hours")))


def usual_reach(tables: Tables, role: Role) -> Reach:
    """What somebody sees who is given a role and nothing else is said: CSMs as the settings have it, others all."""
    return "own" if role is Role.CSM and _held(tables, "roles.csm.reach") == "own" else "all"


def _held(tables: Tables, key: str) -> Value:
    try:
        return held(tables, key).value
    except GoodwordError:
        return setting_named(key).default
