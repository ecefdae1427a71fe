"""Numbers of rows that somebody sends."""

from django.http import QueryDict

_LONGEST = 18


def number_in(sent: QueryDict, name: str) -> int:
    """A number that a form or an address sends; 0, which no row has, where it is none."""
    said = sent.get(name, "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= _LONGEST else 0
