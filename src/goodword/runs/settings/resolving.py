"""Which value of a setting holds: what was changed in the app, else what goodword.toml says, else the default."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from goodword.kit.errors import GoodwordError
from goodword.programme.tuning.models import SettingChange
from goodword.runs.settings.catalogue import SETTINGS, setting_named
from goodword.runs.settings.file import Tables, as_tables, said_in_file
from goodword.runs.settings.setting import Setting, Value

type Origin = Literal["default", "file", "app"]


@dataclass(frozen=True, slots=True)
class Held:
    """What holds for one setting, and why.

    Attributes:
        setting: the setting.
        value: what holds now.
        origin: who said so.
        in_file: what goodword.toml says; None where it says nothing.
        last: the last change in the app, a reset too; None where there was none.
    """

    setting: Setting
    value: Value
    origin: Origin
    in_file: Value | None
    last: SettingChange | None

    @property
    def otherwise(self) -> Value:
        """What holds where nothing is set in the app."""
        return self.setting.default if self.in_file is None else self.in_file

    @property
    def differs(self) -> bool:
        """Whether another value than the default holds."""
        return self.value != self.setting.default

    @property
    def overruled(self) -> bool:
        """Whether goodword.toml says something else than what holds."""
        return self.origin == "app" and self.in_file is not None and self.in_file != self.value

    @property
    def seen(self) -> int:
        """Number of the last change in the app, 0 for none: what somebody looks at who looks now."""
        return self.last.number if self.last else 0


def resolve(tables: Tables, keys: Iterable[str] | None = None) -> dict[str, Held]:
    """Say what holds for every setting, by key; one query.

    Args:
        tables: the parsed goodword.toml.
        keys: which settings; all if None.

    Raises:
        GoodwordError: goodword.toml, or a change in the app, says something that makes no sense (`bad-settings`).
    """
    wanted = dict.fromkeys(SETTINGS if keys is None else keys)
    said = said_in_file(tables)
    changes = SettingChange.objects.last_ones()
    if keys is not None:
        changes = changes.filter(key__in=wanted)
    last = {change.key: change for change in changes}
    return {key: _held(setting_named(key), said.get(key), last.get(key)) for key in wanted}


def held(tables: Tables, key: str) -> Held:
    """Say what holds for one setting.

    Raises:
        GoodwordError: there is no such setting, or `resolve` raises.
    """
    return resolve(tables, (setting_named(key).key,))[setting_named(key).key]


def settings_now(tables: Tables, trial: dict[str, Value] | None = None) -> dict[str, Any]:
    """What holds now and is not a default, in the shape of a parsed goodword.toml.

    Args:
        tables: the parsed goodword.toml.
        trial: values to try instead, by key.
    """
    values = {key: one.value for key, one in resolve(tables).items() if one.differs}
    return as_tables(values | (trial or {}))


def _held(setting: Setting, in_file: Value | None, last: SettingChange | None) -> Held:
    if last is not None and not last.is_reset:
        return Held(setting, _kept(setting, last), "app", in_file, last)
    if in_file is not None:
        return Held(setting, in_file, "file", in_file, last)
    return Held(setting, setting.default, "default", None, last)


def _kept(setting: Setting, change: SettingChange) -> Value:
    """A value kept in the app; one that a later version no longer takes is told, with the way out."""
    try:
        return setting.check(change.value, where=setting.key)
    except GoodwordError as error:
        mend = f"{error.mend} Or: goodword settings reset {setting.key}"
        raise GoodwordError(error.code, error.sentence, mend) from error
