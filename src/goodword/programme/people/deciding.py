"""Decisions about who is who, one after the other: each must see what the one before it left."""

from django.db import connection

_WHO_IS_WHO = 0x600D_3072  # names the lock among all of one database


def one_at_a_time() -> None:
    """Wait for whoever decides just now; called first in a transaction, and let go with it.

    Two merges of one pair would both find two people otherwise, and merges of A with B and of B with C would each set
    roots that do not know the other. SQLite has one writer at a time in any case.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WHO_IS_WHO])
