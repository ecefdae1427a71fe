"""Change settings of a workspace: the one way for pages, command line and API."""

from goodword.programme.team.actor import Actor
from goodword.programme.tuning.actions.change_setting import change_setting
from goodword.programme.tuning.actions.reset_setting import reset_setting
from goodword.programme.tuning.models import SettingChange
from goodword.programme.tuning.policies import changed_meanwhile
from goodword.runs.settings.catalogue import setting_named
from goodword.runs.settings.file import Tables, said_in_file
from goodword.runs.settings.setting import Value


def change(
    tables: Tables, key: str, value: Value, *, by: Actor, reason: str = "", seen: int | None = None
) -> SettingChange | None:
    """Give a setting a value from now on; None where nothing changed.

    Args:
        tables: the parsed goodword.toml.
        key: the setting.
        value: its value; text that somebody typed is read by `Setting.read` first.
        by: who.
        reason: why.
        seen: number of the last change they saw, 0 for none; None where they did not look.

    Raises:
        GoodwordError: no such setting, a value it cannot have, or somebody changed it meanwhile.
    """
    setting = setting_named(key)

    def check(given: Value) -> Value:
        return setting.check(given, where=f"“{setting.label}”")

    otherwise = said_in_file(tables).get(setting.key, setting.default)
    return change_setting(setting.key, value, check=check, otherwise=otherwise, by=by, reason=reason, seen=seen)


def reset(tables: Tables, key: str, *, by: Actor, reason: str = "", seen: int | None = None) -> SettingChange | None:
    """Take back what was set in the app; None where nothing was.

    Raises:
        GoodwordError: no such setting, or somebody changed it meanwhile.
    """
    setting = setting_named(key)
    otherwise = said_in_file(tables).get(setting.key, setting.default)
    return reset_setting(setting.key, otherwise=otherwise, by=by, reason=reason, seen=seen)


def take_back(tables: Tables, key: str, number: int, *, by: Actor, reason: str = "") -> SettingChange | None:
    """Undo one change, while it is the last one: what the app said before it holds again.

    Raises:
        GoodwordError: it is not the last one any more.
    """
    before = SettingChange.objects.of(key).filter(number=number - 1).first()
    if not SettingChange.objects.of(key).filter(number=number).exists():
        raise changed_meanwhile()
    if before is None or before.value is None:
        return reset(tables, key, by=by, reason=reason, seen=number)
    return change(tables, key, before.value, by=by, reason=reason, seen=number)
