"""Keys that are made once and kept in a file, readable by its owner only."""

import hmac
import os
import secrets
from pathlib import Path

_BYTES = 48


def kept_key(path: Path) -> str:
    """Return the key kept at `path`, making it first where there is none.

    Two processes that start together end with the same key: the file appears whole under its name, and only once.
    """
    if not path.exists():
        _place(path, secrets.token_urlsafe(_BYTES))
    return path.read_text(encoding="ascii").strip()


def key_id_of(key: str) -> str:
    """Tells one key from another, and nothing about it: 64 bits of an HMAC under it."""
    return hmac.digest(key.encode(), b"which key is this?", "sha256").hex()[:16]


def _place(path: Path, key: str) -> None:
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{key}\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)  # unlike a rename, a link never replaces the key another process placed first
        except FileExistsError:
            return
    finally:
        draft.unlink(missing_ok=True)
