"""The proof of a draw as files: JSON with all of it, and everybody who was eligible as a sheet."""

import json

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from goodword.doors.exports.lot_proof import proof_rows, proof_told
from goodword.doors.exports.sheets import Sheet
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.export.taking import Taken, as_file
from goodword.doors.web.views.reviews.shown import done_draw
from goodword.programme.team.roles import Right
from goodword.programme.team.trail import record
from goodword.runs.proving import proof_of

_taking = may(Right.SEE_SETTINGS, Right.EXPORT, Right.SEE_SCORES)
_LIST = "review-eligible"


@policy(_taking)
@require_safe
def proof_json(request: HttpRequest, number: int) -> HttpResponse:
    """Send the proof, for a program that checks it."""
    _all_of_them(request)
    told = proof_told(proof_of(done_draw(number)))
    record(principal_in(request).actor, "export", "list", _LIST, after={"format": "json", "rows": len(told["people"])})
    answer = HttpResponse(json.dumps(told, indent=1), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="goodword-review-draw-{number}.json"'
    answer["Cache-Control"] = "no-store"
    return answer


@policy(_taking)
@require_safe
@as_file
def eligible(request: HttpRequest, number: int) -> Taken:
    """Everybody who was eligible, by id and without a name, the lowest ticket first."""
    _all_of_them(request)
    draw = done_draw(number)
    types = {
        "person_id": "text",
        "ticket": "text",
        "drawn": "yes_no",
        "nps": "number",
        "likelihood": "number",
        "signals": "number",
        "arr": "number",
    }
    sheet = Sheet.of(_LIST, types, proof_rows(draw))  # type: ignore[arg-type]  # they are known words
    return Taken(sheet, {"draw": str(draw.pk)}, draw.as_of)


def _all_of_them(request: HttpRequest) -> None:
    """Turn away whoever sees their own accounts only: a proof holds everybody or proves nothing."""
    if principal_in(request).owner:
        raise PermissionDenied
