"""The key that signs sessions: made once for a workspace, readable by its owner only. Keys of before stay beside it."""

import os
import secrets
from pathlib import Path

KEY_NAME = "secret.key"
OLD_KEYS_NAME = "secret.key.old"
_BYTES = 48


def load_secret_key(folder: Path) -> str:
    """Return the key kept in `folder`, making it first where there is none.

    Two processes that start together end with the same key: the file appears whole under its name, and only once.
    """
    path = folder / KEY_NAME
    if not path.exists():
        _place(path, secrets.token_urlsafe(_BYTES))
    return path.read_text(encoding="ascii").strip()


def load_old_keys(folder: Path) -> list[str]:
    """Return the keys of before that are kept in `folder`, a line each; none where there is no such file."""
    path = folder / OLD_KEYS_NAME
    return _whole(path.read_text(encoding="utf-8").splitlines()) if path.exists() else []


def read_old_keys(text: str) -> list[str]:
    """Read keys of before from a text, with commas between them."""
    return _whole(text.split(","))


def _whole(keys: list[str]) -> list[str]:
    # An empty key would let anybody sign.
    return [key.strip() for key in keys if key.strip()]


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
