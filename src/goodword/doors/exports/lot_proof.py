"""The proof of a draw as files: who was eligible, the seed, who was drawn, and whether any score had a part in it."""

from collections.abc import Iterator
from typing import Any

from goodword.finding.drawing.association import Association
from goodword.programme.lots.models import Draw
from goodword.runs.proving import COLUMNS, Proof, Ticketed, tickets_of

PROOF_COLUMNS = ("person_id", "ticket", "drawn", *COLUMNS)

HOW = (
    "promise = SHA-256('goodword lot seed' + byte 0 + seed); ticket = HMAC-SHA256(key: seed, message: person_id); "
    "the lowest tickets are drawn. p: share of equally large sets of people that differ as much in that column."
)
"""How to check it with any other program."""


def proof_rows(draw: Draw) -> Iterator[dict[str, Any]]:
    """Everybody who was eligible, the lowest ticket first; by id, without a name."""
    return (_row(one) for one in tickets_of(draw))


def proof_told(proof: Proof) -> dict[str, Any]:
    """All of it, for a program that checks it."""
    draw, done = proof.draw, proof.done
    return {
        "site": draw.site.name,
        "url": draw.site.url,
        "disclosure": draw.site.disclosure,
        "draw": draw.pk,
        "as_of": draw.as_of.isoformat(),
        "promised_at": draw.asked_at.isoformat(),
        "promise": draw.promise,
        "drawn_at": done.at.isoformat(),
        "seed": draw.seed,
        "size": draw.size,
        "eligible": done.eligible,
        "drawn": done.drawn,
        "erased_since": proof.erased,
        "left_out": done.left_out,
        "faults": [fault.value for fault in proof.faults or ()],
        "associations": {name: _association(one) for name, one in proof.associations.items()},
        "how": HOW,
        "people": list(proof_rows(draw)),
    }


def _row(one: Ticketed) -> dict[str, Any]:
    told = {"person_id": one.row.person_id, "ticket": one.ticket, "drawn": one.row.place is not None}
    return told | {name: getattr(one.row, name) for name in COLUMNS}


def _association(one: Association) -> dict[str, Any]:
    return {
        "eligible": one.eligible,
        "drawn": one.drawn,
        "correlation": one.correlation,
        "spread": one.spread,
        "p": one.p,
        "exact": one.exact,
        "error": one.error,
    }
