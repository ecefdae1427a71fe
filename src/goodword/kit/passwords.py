"""Passwords made by chance."""

import secrets


def new_password() -> str:
    """A password nobody knows yet: 96 bits, in groups that can be read out."""
    letters = secrets.token_hex(12)
    return "-".join(letters[start : start + 6] for start in range(0, len(letters), 6))
