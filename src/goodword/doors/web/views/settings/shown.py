"""What the pages of settings show of a setting: its value in words, who said so, what was before."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings as django_settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goodword.programme.team.browsing import Named, names_of
from goodword.programme.tuning.models import SettingChange
from goodword.runs.settings.catalogue import SETTINGS
from goodword.runs.settings.groups import GROUPS
from goodword.runs.settings.resolving import Held
from goodword.runs.settings.setting import Setting, Value, shown
from goodword.runs.workspace import CONFIG_NAME, Workspace, open_workspace


def workspace_here() -> Workspace:
    """The workspace that is served, with its goodword.toml as it is now.

    Raises:
        GoodwordError: that file cannot be read.
    """
    path = django_settings.WORKSPACE
    return open_workspace(path) if (path / CONFIG_NAME).is_file() else Workspace(path)


def tables() -> dict[str, Any]:
    """The workspace's goodword.toml as it is now.

    Raises:
        GoodwordError: it cannot be read.
    """
    return workspace_here().settings


def value_words(setting: Setting, value: Value) -> str:
    """A value in words, with what it counts."""
    if setting.kind == "choice":
        return str(setting.choices.get(str(value), value))
    if value == "":
        return _("empty")
    unit = str(setting.unit)
    if not unit or not isinstance(value, int) or isinstance(value, bool):
        return shown(value)
    if unit == _("days"):
        return ngettext("%(count)s day", "%(count)s days", value) % {"count": value}
    return str(value) if value == 1 else f"{value} {unit}"


@dataclass(frozen=True, slots=True)
class Row:
    """One setting as lists show it.

    Attributes:
        held: what holds.
        now: its value in words.
        default: its default in words.
        by: who changed it last in the app; None where nobody did.
    """

    held: Held
    now: str
    default: str
    by: Named | None


def rows(several: Iterable[Held]) -> list[Row]:
    """Settings with their values in words; two queries for the names."""
    found = list(several)
    last = [one.last for one in found if one.last is not None]
    names = names_of((change.by_kind, change.by_id) for change in last)
    return [
        Row(
            held=one,
            now=value_words(one.setting, one.value),
            default=value_words(one.setting, one.setting.default),
            by=names[one.last.by_kind, one.last.by_id] if one.last else None,
        )
        for one in found
    ]


@dataclass(frozen=True, slots=True)
class Subject:
    """Settings that stand together within a group."""

    label: str
    rows: list[Row]

    @property
    def key(self) -> str:
        """What tells it apart on a page."""
        return self.rows[0].held.setting.key.replace(".", "-")


def by_subject(several: Iterable[Row]) -> list[Subject]:
    """Rows under what they belong to, in the order of the catalogue."""
    found: dict[str, list[Row]] = {}
    for row in several:
        found.setdefault(str(row.held.setting.subject), []).append(row)
    return [Subject(label, under) for label, under in found.items()]


@dataclass(frozen=True, slots=True)
class Past:
    """One change of a setting, in words."""

    change: SettingChange
    value: str
    by: Named


def history(setting: Setting, most: int = 50) -> list[Past]:
    """The changes of a setting in the app, the newest first."""
    changes = list(SettingChange.objects.of(setting.key)[:most])
    names = names_of((change.by_kind, change.by_id) for change in changes)
    return [
        Past(
            change,
            "" if change.value is None else value_words(setting, change.value),
            names[change.by_kind, change.by_id],
        )
        for change in changes
    ]


def tabs(current: str) -> list[dict[str, Any]]:
    """The groups as tabs, beside the overview and the environment."""
    names: list[tuple[str, object, str]] = [("", _("Overview"), "settings")]
    names += [(group.name, group.label, "settings-group") for group in GROUPS.values()]
    names += [("environment", _("Environment"), "settings-environment")]
    return [{"name": name, "label": label, "route": route, "current": name == current} for name, label, route in names]


def counted(several: Iterable[Held]) -> dict[str, int]:
    """How many settings of each group differ from their default."""
    counts = dict.fromkeys((setting.group for setting in SETTINGS.values()), 0)
    for one in several:
        counts[one.setting.group] += one.differs
    return counts
