"""Lists in one cell, and the domains that hide in addresses of web sites."""

import json
import re

from goodword.evidence.intake.checking.faults import Fault

_BETWEEN = re.compile(r"[;|,\n]")
_SITE = re.compile(r"^(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?(?:www\.)?(?P<host>[^/:?#\s]+)", re.IGNORECASE)


def read_list(text: str) -> list[str] | Fault:
    """Read a JSON array, or items parted by semicolons, bars, commas or line breaks."""
    if text.lstrip().startswith("["):
        try:
            items = json.loads(text, parse_float=str, parse_int=str)
        except (json.JSONDecodeError, RecursionError):
            return Fault("is no whole JSON array", 'Write ["one", "two"], or: one; two.')
        return [str(item) for item in items if item is not None and str(item).strip()]
    return [item.strip() for item in _BETWEEN.split(text) if item.strip()]


def domain_of(address: str) -> str:
    """The internet domain in an address of a site or mailbox, in lower case; a bare domain stays one."""
    found = _SITE.match(address.strip())
    return found["host"].rstrip(".").lower() if found else address.strip().lower()
