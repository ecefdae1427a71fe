"""What customers allowed and forbade, each word with its proof for those who may see it."""

from django.db.models import QuerySet

from goodword.doors.exports.sheets import ROWS_AT_ONCE, Cells, Sheet, Type
from goodword.programme.advocates.sight import Sight
from goodword.programme.permissions.models import Grant

_GRANT: dict[str, Type] = {
    "permission_id": "whole",
    "person_id": "text",
    "person": "text",
    "account_id": "text",
    "account": "text",
    "state": "text",
    "act_kind": "text",
    "asset": "text",
    "audience": "text",
    "prospect": "text",
    "channel": "text",
    "territory": "text",
    "given_on": "day",
    "expires_on": "day",
    "withdrawn_on": "day",
    "withdrawn_why": "text",
    "proof": "text",
}
_PROOF: dict[str, Type] = {
    "said_to": "text",
    "wording": "text",
    "reference": "text",
    "file_name": "text",
    "file_sha256": "text",
}
_NOTES: dict[str, Type] = {"withdrawn_reason": "text"}


def grants_sheet(sight: Sight, grants: QuerySet[Grant]) -> Sheet:
    """Words in their order, with what their reader sees of them; empty means any, or every kind of act."""
    columns = _GRANT | (_PROOF if sight.proofs else {}) | (_NOTES if sight.notes else {})
    rows = (_grant(sight.grant(row)) for row in grants.iterator(chunk_size=ROWS_AT_ONCE))
    return Sheet.of("permissions", columns, rows)


def _grant(seen: Grant) -> Cells:
    withdrawal = getattr(seen, "withdrawal", None)
    return {
        "permission_id": seen.pk,
        "person_id": seen.person_today,
        "person": str(seen.person) if seen.person else "",
        "account_id": seen.account_id,
        "account": seen.account.name if seen.account else "",
        "act_kind": seen.act_kind_id,
        **{name: getattr(seen, name) for name in ("state", "asset", "audience", "prospect", "channel", "territory")},
        **{name: getattr(seen, name) for name in ("given_on", "expires_on")},
        "withdrawn_on": withdrawal.withdrawn_on if withdrawal else None,
        "withdrawn_why": withdrawal.why if withdrawal else None,
        "withdrawn_reason": withdrawal.reason if withdrawal else None,
        "proof": seen.proof.kind,
        **{name: getattr(seen.proof, name) for name in _PROOF},
    }
