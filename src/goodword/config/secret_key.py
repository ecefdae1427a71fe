"""The key that signs sessions: made once for a workspace, readable by its owner only. Keys of before stay beside it."""

from pathlib import Path

from goodword.kit.keys import kept_key

KEY_NAME = "secret.key"
OLD_KEYS_NAME = "secret.key.old"


def load_secret_key(folder: Path) -> str:
    """Return the key kept in `folder`, making it first where there is none.

    Two processes that start together end with the same key: the file appears whole under its name, and only once.
    """
    return kept_key(folder / KEY_NAME)


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
