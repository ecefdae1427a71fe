"""Two domains under which the same people have the same addresses: a company that changed its domain."""

from collections import Counter, defaultdict

import pyarrow as pa

from goodword.finding.identity.companies.domains import host, registered, telling

LEAST_TWINS, TWIN_SHARE, MOST_ADDRESSES = 3, 0.5, 20
"""Where so many people, and at least this share of those at either domain, have the same local part at both, it is one
company under two domains. Who has more addresses than the last number is left aside."""


def twin_domains(people: pa.Table) -> list[tuple[str, str]]:
    """Pairs of registered domains at which enough people have the same local part, sorted."""
    of_person: dict[str, set[tuple[str, str]]] = defaultdict(set)
    at: Counter[str] = Counter()
    for person, email in zip(people["person_id"].to_pylist(), people["email"].to_pylist(), strict=True):
        if person and email and "@" in email and telling(email):
            of_person[person].add((str(email).lower().rpartition("@")[0], registered(host(email))))
    pairs: Counter[tuple[str, str]] = Counter()
    for mine in of_person.values():
        at.update({domain for _local, domain in mine})
        if len(mine) <= MOST_ADDRESSES:
            pairs.update({(a, b) for local, a in mine for same, b in mine if local == same and a < b})
    return sorted((a, b) for (a, b), n in pairs.items() if n >= LEAST_TWINS and n >= TWIN_SHARE * max(at[a], at[b]))
