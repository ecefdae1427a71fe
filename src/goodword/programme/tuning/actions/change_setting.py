"""Change a setting in the app."""

from collections.abc import Callable

from django.db import IntegrityError, transaction

from goodword.kit import clock
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record
from goodword.programme.tuning.models import SettingChange
from goodword.programme.tuning.policies import changed_meanwhile, refuse_change, refuse_reason

type Value = int | float | str | bool


def change_setting(
    key: str,
    value: Value,
    *,
    check: Callable[[Value], Value],
    otherwise: Value,
    by: Actor,
    reason: str = "",
    seen: int | None = None,
) -> SettingChange | None:
    """Give a setting a value; None where it has that value in the app already, and nothing was written.

    Args:
        key: the setting.
        value: its new value.
        check: returns the value as it is kept, or raises; the programme does not know which values make sense.
        otherwise: what holds where nothing is set in the app.
        by: who changes it.
        reason: why.
        seen: number of the last change they saw, 0 for none; None where they did not look.

    Raises:
        GoodwordError: the value makes no sense, or somebody changed it meanwhile.
    """
    return write(key, check(value), otherwise=otherwise, by=by, reason=reason, seen=seen)


def write(
    key: str, value: Value | None, *, otherwise: Value, by: Actor, reason: str, seen: int | None
) -> SettingChange | None:
    """Write the next change of a setting, with its place in the trail; None as the value takes it back."""
    try:
        with transaction.atomic():
            return _next(key, value, otherwise=otherwise, by=by, reason=reason.strip(), seen=seen)
    except IntegrityError as error:
        raise changed_meanwhile() from error


def _next(
    key: str, value: Value | None, *, otherwise: Value, by: Actor, reason: str, seen: int | None
) -> SettingChange | None:
    last = SettingChange.objects.of(key).first()
    refusal = refuse_change(last, seen) or refuse_reason(reason)
    if refusal is not None:
        raise refusal
    standing = last.value if last else None
    if value is standing or (value == standing and type(value) is type(standing)):
        return None
    made = SettingChange.objects.create(
        key=key,
        number=last.number + 1 if last else 1,
        value=value,
        at=clock.now(),
        by_kind=by.kind,
        by_id=by.ident,
        door=by.door,
        reason=reason,
    )
    record(
        by,
        "reset" if value is None else "change",
        "setting",
        key,
        before={"value": otherwise if standing is None else standing},
        after={"value": otherwise if value is None else value},
        reason=reason,
    )
    return made
