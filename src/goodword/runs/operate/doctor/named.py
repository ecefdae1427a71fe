"""Whether everything that `goodword.toml` names means something."""

from difflib import get_close_matches
from typing import Any

from goodword.kit.errors import GoodwordError
from goodword.runs.operate.doctor.finding import Check, Found, Patient, deviates, fine
from goodword.runs.settings.file import SECTIONS, said_in_file
from goodword.runs.workspace import CONFIG_NAME

_DESCRIBES: frozenset[str] = frozenset({"synthetic", "name"})
"""What `[workspace]` holds beside settings."""

_MEANS = "Commands refuse to work, or a number you set is not used."


def settings(patient: Patient) -> Found:
    """Every name exists, and every value is one it can have."""
    tables = patient.workspace.settings
    try:
        said = said_in_file(tables)
    except GoodwordError as error:
        return deviates(error.sentence, _MEANS, error.mend)
    unknown = [*_unknown_sections(tables), *_unknown_of_workspace(tables, set(said))]
    if unknown:
        near = get_close_matches(unknown[0], [*SECTIONS, "workspace", *_DESCRIBES], n=1)
        meant = f" Did you mean “{near[0]}”?" if near else ""
        names = ", ".join(f"“{name}”" for name in unknown)
        return deviates(f"{CONFIG_NAME} names what does not exist: {names}.", _MEANS, f"Correct or remove it.{meant}")
    return fine(f"{CONFIG_NAME} sets {len(said)} numbers and names; all of them exist.")


def _unknown_sections(tables: dict[str, Any]) -> list[str]:
    return [name for name in tables if name not in {*SECTIONS, "workspace"}]


def _unknown_of_workspace(tables: dict[str, Any], said: set[str]) -> list[str]:
    keys = tables.get("workspace", {})
    return [key for key in keys if key not in _DESCRIBES and f"workspace.{key}" not in said]


SETTINGS_CHECKS = (Check("settings", "whether every name and value in goodword.toml exists", settings),)
