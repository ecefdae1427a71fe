"""Who calls: a token in the header, and nothing else."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.team.models import Token
from goodword.programme.team.principal import Principal, principal_of_token
from goodword.runs.operate.restored import tokens_are_held

_SCHEME = "bearer"
_NAMES = frozenset({"access_token", "api_key", "apikey", "authorization", "bearer", "key", "token"})
_HELP = "Make a token on the page Tokens, and send it in the header Authorization as: Bearer TOKEN."


@dataclass(frozen=True, slots=True)
class Caller:
    """A token that opens the door, and who stands behind it."""

    token: Token
    principal: Principal

    @property
    def subject(self) -> str:
        """What their calls are counted under."""
        return f"token {self.token.pk}"


def caller_of(request: HttpRequest) -> Caller:
    """Find out who calls.

    Raises:
        GoodwordError: nobody who may come in; the code says why.
    """
    secret = _secret(request)
    token = Token.objects.of_secret(secret).select_related("user", "revocation").first()
    if token is None:
        raise GoodwordError("token-unknown", "This token is not known here.", _HELP)
    if getattr(token, "revocation", None) is not None:
        raise GoodwordError("token-revoked", "This token was revoked.", _HELP)
    held = tokens_are_held(settings.WORKSPACE)
    if held is not None:
        raise held
    if token.expires_at <= clock.now():
        raise GoodwordError("token-expired", f"This token ended on {token.expires_at:%Y-%m-%d}.", _HELP)
    principal = principal_of_token(token)
    if principal is None:
        raise GoodwordError(
            "token-without-user",
            "Whose token this is may no longer come in.",
            "An administrator can let them in again.",
        )
    _note_use(token)
    return Caller(token, principal)


def refuse_secret_in_address(request: HttpRequest) -> GoodwordError | None:
    """Refuse a token in the address: addresses are written into logs and histories."""
    told = any(name.lower() in _NAMES for name in request.GET)
    if not told and not any(value.startswith(Token.PREFIX) for values in request.GET.lists() for value in values[1]):
        return None
    return GoodwordError(
        "token-in-address",
        "A token must not stand in an address, where logs keep it.",
        "Revoke that token, make a new one, and send it in the header Authorization.",
    )


def _secret(request: HttpRequest) -> str:
    scheme, _, secret = request.headers.get("Authorization", "").strip().partition(" ")
    if scheme.lower() != _SCHEME or not secret.strip():
        raise GoodwordError("token-missing", "No token came with this request.", _HELP)
    return secret.strip()


def _note_use(token: Token) -> None:
    """Remember the day: one write a day."""
    today = clock.today()
    if token.used_on != today:
        Token.objects.filter(pk=token.pk).update(used_on=today)


def token_behind(request: HttpRequest) -> Token:
    """The token of a call that was let in.

    Raises:
        PermissionDenied: there is none.
    """
    found = getattr(request, "token", None)
    if not isinstance(found, Token):
        raise PermissionDenied
    return found
