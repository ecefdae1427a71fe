"""Who is one of ours: people who own accounts, deals, tickets and asks write too, and are nobody's advocates."""

from collections.abc import Iterable
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
import pyarrow as pa

_OWNING = {"accounts": "owner_email", "interactions": "owner_email", "deals": "owner_email", "asks": "asked_by"}
"""Where records name our own people."""


@dataclass(frozen=True, slots=True)
class Colleagues:
    """Our own people, by address, and by domain where no customer writes from it.

    Attributes:
        addresses: lower case.
        domains: lower case.
    """

    addresses: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()

    def has(self, address: str) -> bool:
        """Whether an address, trimmed and lower case, is one of ours."""
        return address in self.addresses or _domain(address) in self.domains


def owners(records: dict[str, ir.Table]) -> ir.Table:
    """Every address that some record names as one of ours; one column, `email`."""
    named = (records[table].select(email=records[table][column]) for table, column in _OWNING.items())
    rows = ibis.union(*named, distinct=True)
    return rows.filter(rows["email"].notnull())


def customers(people: ir.Table) -> ir.Table:
    """Every address that a people table lists at an account; one column, `email`."""
    rows = people.select("email", "account_id")
    return rows.filter(rows["email"].notnull(), rows["account_id"].notnull()).select("email").distinct()


def colleagues(owning: pa.Table, customer: pa.Table, domains: Iterable[str]) -> Colleagues:
    """Tell our own people from customers' people.

    An address that a people table lists at an account is a customer's whatever else it owns; a domain that a customer
    has, or that a customer's person writes from, is never ours as a whole.

    Args:
        owning: rows of `owners`.
        customer: rows of `customers`.
        domains: the accounts' domains.
    """
    theirs = {text.strip().lower() for text in customer["email"].to_pylist() if text}
    their_domains = {_domain(text) for text in theirs} | {text.strip().lower() for text in domains}
    ours = {text.strip().lower() for text in owning["email"].to_pylist() if text and "@" in text} - theirs
    return Colleagues(frozenset(ours), frozenset({_domain(text) for text in ours} - their_domains))


def _domain(address: str) -> str:
    return address.rpartition("@")[2]
