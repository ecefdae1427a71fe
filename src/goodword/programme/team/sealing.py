"""Seal small secrets that have to be read again: keys of authenticator apps must not stand open in the database."""

import base64
import hashlib
from typing import Literal

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

type Age = Literal["now", "before", "lost"]


def seal(text: str) -> str:
    """Encrypt a text with the key of this workspace."""
    return _keys().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Decrypt it again; empty where the key has changed, and then no code is ever right."""
    try:
        return _keys().decrypt(sealed.encode()).decode()
    except InvalidToken:
        return ""


def age_of(sealed: str) -> Age:
    """Which key opens it: the one of now, one of before, or none that is known any more."""
    newest, *older = [str(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    if _opens(newest, sealed):
        return "now"
    return "before" if any(_opens(key, sealed) for key in older) else "lost"


def _opens(key: str, sealed: str) -> bool:
    try:
        Fernet(_derived(key)).decrypt(sealed.encode())
    except InvalidToken:
        return False
    return True


def _keys() -> MultiFernet:
    known = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(str(key))) for key in known])


def _derived(key: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(f"goodword.team.sealing/{key}".encode()).digest())
