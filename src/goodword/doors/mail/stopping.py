"""The signed name of a reader in a link that ends their digest: whoever holds it may do that, and nothing else."""

from django.core.signing import BadSignature, Signer

from goodword.programme.team.models import User

_SALT = "goodword.mail.stop-digest"


def stop_token(user: User) -> str:
    """Sign for a reader; the same every day, so that an old letter's link works as well."""
    return Signer(salt=_SALT).sign(str(user.pk))


def reader_of(token: str) -> User | None:
    """Whose token it is; None where nobody signed it, or they are gone."""
    try:
        return User.objects.filter(pk=int(Signer(salt=_SALT).unsign(token))).first()
    except (BadSignature, ValueError):
        return None
