"""What a search found."""

from collections.abc import Iterable

from goodword.doors.exports.lists.published import published_facts
from goodword.doors.exports.sheets import Sheet, Type
from goodword.programme.advocates.models import Generation
from goodword.programme.advocates.search.engine import Hit

_HIT: dict[str, Type] = {"kind": "text", "id": "text", "name": "text", "detail": "text", "matched": "text"}


def found_sheet(generation: Generation, hits: Iterable[Hit]) -> Sheet:
    """People and accounts that were found, the best first, each with by what it was found."""
    rows = (
        {"kind": hit.kind, "id": hit.id, "name": hit.label, "detail": hit.detail, "matched": hit.matched}
        for hit in hits
    )
    return Sheet.of("search", _HIT, rows, facts=published_facts(generation))
