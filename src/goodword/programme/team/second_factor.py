"""The second factor: what somebody has beside what they know or receive."""

from collections.abc import Iterable
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import validate_totp_code
from django.db import IntegrityError, transaction
from django.db.models import Exists
from django.utils.crypto import salted_hmac

from goodword.kit import clock
from goodword.programme.team.models import SecondFactorRule, UsedCode, User
from goodword.programme.team.models.sign_in import used_before
from goodword.programme.team.roles import Role
from goodword.programme.team.sealing import unseal

APP, PASSKEY, CODES = "totp", "webauthn", "recovery_codes"
"""What allauth calls an authenticator app, a passkey, and recovery codes."""


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey somebody added.

    Attributes:
        number: its id.
        factor: the row it is.
        name: what they call it.
    """

    number: int
    factor: Authenticator
    name: str


@dataclass(frozen=True, slots=True)
class Factors:
    """What somebody has.

    Attributes:
        app: their authenticator app, if they have one.
        passkeys: their passkeys, the oldest first.
        codes: their recovery codes, if they have any.
        codes_left: how many of these were not used.
    """

    app: Authenticator | None
    passkeys: list[Passkey]
    codes: Authenticator | None
    codes_left: int

    @property
    def any(self) -> bool:
        """Whether there is a second factor. Recovery codes stand in for one; alone they are none."""
        return self.app is not None or bool(self.passkeys)


def factors_of(user: User) -> Factors:
    """What somebody has as a second factor."""
    rows = list(Authenticator.objects.filter(user=user).order_by("pk"))
    one = {row.type: row for row in rows}
    codes = one.get(CODES)
    passkeys = [Passkey(row.pk, row, str(row.data.get("name", ""))) for row in rows if row.type == PASSKEY]
    return Factors(one.get(APP), passkeys, codes, len(codes.wrap().get_unused_codes()) if codes else 0)


def with_second_factor(users: Iterable[User]) -> set[int]:
    """Which of these have a second factor, by id; one query, however many they are."""
    rows = Authenticator.objects.filter(user__in=list(users), type__in=[APP, PASSKEY])
    return set(rows.values_list("user_id", flat=True))


def lacks_second_factor(user: User, role: Role) -> bool:
    """Whether somebody's role needs a second factor that they do not have."""
    having = Authenticator.objects.filter(user=user, type__in=[APP, PASSKEY])
    return SecondFactorRule.objects.open().filter(~Exists(having), role=role.value).exists()


def take_code(user: User, code: str) -> Authenticator | None:
    """Take a code of somebody's app or one of their recovery codes; each opens the door once.

    Returns:
        Whose code it was, or None where it is none of theirs.
    """
    rows = {row.type: row for row in Authenticator.objects.filter(user=user, type__in=[APP, CODES])}
    app, codes = rows.get(APP), rows.get(CODES)
    if app is not None and fits_key(unseal(app.data["secret"]), code) and _spend(user, code):
        return app
    return codes if codes is not None and codes.wrap().validate_code(code) else None


def fits_key(key: str, code: str) -> bool:
    """Whether a code belongs to the key of an authenticator app now, or half a minute ago or ahead (RFC 6238)."""
    return bool(key) and bool(validate_totp_code(key, code))


def _spend(user: User, code: str) -> bool:
    """Use a code up. Every process shares the database, so none takes it a second time."""
    now, bare = clock.now(), "".join(letter for letter in code if letter.isdigit())
    digest = salted_hmac("goodword.team.code", bare, algorithm="sha256").hexdigest()
    try:
        with transaction.atomic():
            UsedCode.objects.filter(used_before(now), user=user).delete()
            UsedCode.objects.create(user=user, digest=digest, at=now)
    except IntegrityError:
        return False
    return True
