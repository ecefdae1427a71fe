"""Settings: what holds, what would hold by default, and who said otherwise, when and why."""

from collections.abc import Iterable

from goodword.doors.exports.sheets import Cells, Sheet, Type
from goodword.programme.team.browsing import names_of
from goodword.runs.settings.resolving import Held
from goodword.runs.settings.setting import Value

_SETTING: dict[str, Type] = {
    "key": "text",
    "group": "text",
    "subject": "text",
    "label": "text",
    "meaning": "text",
    "value": "text",
    "default": "text",
    "unit": "text",
    "differs": "yes_no",
    "set_in": "text",
    "in_file": "text",
    "changed_at": "instant",
    "changed_by_kind": "text",
    "changed_by_id": "text",
    "changed_by": "text",
    "door": "text",
    "reason": "text",
}
_NOBODY: Cells = dict.fromkeys(("changed_at", "changed_by_kind", "changed_by_id", "changed_by", "door", "reason"))


def settings_sheet(several: Iterable[Held]) -> Sheet:
    """Settings in the order given, with values as goodword.toml would have them.

    Who changed one, when and why is told of the last change in the app, of one that took a value back as well.
    """
    found = list(several)
    names = names_of((one.last.by_kind, one.last.by_id) for one in found if one.last)
    told = (
        _setting(one) | ({"changed_by": names[one.last.by_kind, one.last.by_id].name} if one.last else {})
        for one in found
    )
    return Sheet.of("settings", _SETTING, told)


def _setting(one: Held) -> Cells:
    setting = one.setting
    return {
        "key": setting.key,
        "group": setting.group,
        "subject": str(setting.subject),
        "label": str(setting.label),
        "meaning": str(setting.meaning),
        "value": _plain(one.value),
        "default": _plain(setting.default),
        "unit": str(setting.unit),
        "differs": one.differs,
        "set_in": one.origin,
        "in_file": None if one.in_file is None else _plain(one.in_file),
        **_change(one),
    }


def _change(one: Held) -> Cells:
    if one.last is None:
        return _NOBODY
    return {
        "changed_at": one.last.at,
        "changed_by_kind": one.last.by_kind,
        "changed_by_id": one.last.by_id,
        "door": one.last.door,
        "reason": one.last.reason,
    }


def _plain(value: Value) -> str:
    """A value as it is written in goodword.toml, texts without their quotation marks."""
    return str(value).lower() if isinstance(value, bool) else str(value)
