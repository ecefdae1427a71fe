"""Take back what was set in the app."""

from goodword.programme.team.actor import Actor
from goodword.programme.tuning.actions.change_setting import Value, write
from goodword.programme.tuning.models import SettingChange


def reset_setting(
    key: str, *, otherwise: Value, by: Actor, reason: str = "", seen: int | None = None
) -> SettingChange | None:
    """Take back what was set in the app; None where nothing was.

    Args:
        key: the setting.
        otherwise: what holds then: what goodword.toml says, else the default.
        by: who takes it back.
        reason: why.
        seen: number of the last change they saw, 0 for none; None where they did not look.

    Raises:
        GoodwordError: somebody changed it meanwhile.
    """
    return write(key, None, otherwise=otherwise, by=by, reason=reason, seen=seen)
