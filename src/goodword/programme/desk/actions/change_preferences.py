"""Change how somebody likes things."""

from dataclasses import asdict, dataclass, replace

from django.db import transaction

from goodword.programme.desk.models import Preference
from goodword.programme.desk.policies import refuse_preferences
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.trail import record

NAME_LIMIT = 200
_WITH_THE_USER = ("name", "timezone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Everything somebody can choose for themselves; see `Preference` for what each means."""

    name: str
    timezone: str
    language: str
    theme: str
    single_keys: bool
    digest: str
    digest_hour: int

    @classmethod
    def of(cls, user: User) -> "Choices":
        """What somebody has chosen so far."""
        kept = Preference.of(user)
        return cls(
            name=user.name,
            timezone=user.timezone,
            language=kept.language,
            theme=kept.theme,
            single_keys=kept.single_keys,
            digest=kept.digest,
            digest_hour=kept.digest_hour,
        )


def change_preferences(user: User, chosen: Choices, *, by: Actor, reason: str = "") -> None:
    """Keep what somebody chose.

    Raises:
        GoodwordError: a language, zone, theme, rhythm or hour does not exist.
    """
    chosen = replace(chosen, name=" ".join(chosen.name.split())[:NAME_LIMIT])
    refusal = refuse_preferences(
        language=chosen.language,
        timezone=chosen.timezone,
        theme=chosen.theme,
        digest=chosen.digest,
        digest_hour=chosen.digest_hour,
    )
    if refusal is not None:
        raise refusal
    with transaction.atomic():
        before, after = asdict(Choices.of(user)), asdict(chosen)
        changed = [name for name in after if after[name] != before[name]]
        if not changed:
            return
        user.name, user.timezone = chosen.name, chosen.timezone
        user.save(update_fields=_WITH_THE_USER)
        kept = {name: value for name, value in after.items() if name not in _WITH_THE_USER}
        Preference.objects.update_or_create(user=user, defaults=kept)
        # Names are no business of the trail: people may be erased, it is not.
        told = [name for name in changed if name != "name"]
        record(
            by,
            "change",
            "preferences",
            str(user.pk),
            before={name: before[name] for name in told},
            after={name: after[name] for name in told} | ({"name": "changed"} if "name" in changed else {}),
            reason=reason,
        )


def stop_digest(user: User, *, by: Actor, reason: str = "") -> None:
    """Send somebody no digest any more; nothing happens where they get none."""
    change_preferences(user, replace(Choices.of(user), digest="off"), by=by, reason=reason)
