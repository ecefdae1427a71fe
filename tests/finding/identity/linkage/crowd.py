"""People for linkage to look at, and the whole way from their descriptions to suggestions."""

from typing import Any

import pyarrow as pa

from goodword.evidence.records.linkage import KEPT_APART, LINKABLE
from goodword.finding.identity.linkage.model import REVIEW
from goodword.finding.identity.linkage.suggesting import MOST_FOR_ONE_PERSON
from goodword.runs.people.linking import suggest

type Row = dict[str, Any]

_GIVEN = (
    "Ana Kwame Leila Tomas Ingrid Yusuf Petra Hiro Nadia Oskar Maren Diego Sunita Pavel Aoife Bashir Chiara".split()
)
_FAMILY = "Oriel Halden Sahel Brandt Okafor Lindqvist Moreau Castellani Dvorak Eriksen Farah Gallo Hruska".split()


def row(person: str, **values: object) -> Row:
    return {"person_id": person, **values}


def crowd(count: int) -> list[Row]:
    """Strangers to each other: no two share a name, an address or a number."""
    rows = []
    for n in range(count):
        family = _FAMILY[n % len(_FAMILY)] + ("", "sen", "mann", "ova", "ini")[n // len(_FAMILY) % 5]
        given = _GIVEN[(n + n // len(_FAMILY)) % len(_GIVEN)] + ("", "lie", "ko", "ra")[n // 65 % 4]
        rows.append(
            row(
                f"c{n:05}",
                given_name=given,
                family_name=family,
                email=f"{given}.{family}@company{n % 40}.example".lower(),
                phone=f"+49 30 {2_000_000 + 7919 * n % 5_000_000}",
                account_id=f"A{n % 40}",
                title=f"Title {n % 23}",
            )
        )
    return rows


def suggested(
    rows: list[Row],
    *,
    apart: list[tuple[str, str]] | None = None,
    least: float = REVIEW,
    most: int = MOST_FOR_ONE_PERSON,
    free_mail: tuple[str, ...] = (),
) -> list[Row]:
    """Suggestions for these descriptions, the likeliest first."""
    kept = pa.Table.from_pylist(
        [{"person_a": one, "person_b": other} for one, other in apart or []], schema=KEPT_APART.arrow()
    )
    linkable = pa.Table.from_pylist(rows, schema=LINKABLE.arrow())
    found: list[Row] = suggest(linkable, free_mail=free_mail, kept_apart=kept, least=least, most=most).to_pylist()
    return found


def between(found: list[Row], one: str, other: str) -> Row | None:
    """The suggestion that two people are one, where there is one."""
    first, second = sorted((one, other))
    return next((each for each in found if (each["person_a"], each["person_b"]) == (first, second)), None)


def codes(suggestion: Row | None) -> dict[str, str]:
    """What was compared, by field."""
    assert suggestion is not None
    return {reason["field"]: reason["compared"] for reason in suggestion["reasons"]}
