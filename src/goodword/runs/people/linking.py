"""Who may be whom: from descriptions of people to suggestions, in one go."""

from collections.abc import Iterable

import pyarrow as pa

from goodword.evidence.lake.local.linking import compare, learn
from goodword.evidence.records.linkage import SUGGESTIONS
from goodword.finding.identity.linkage.comparable import comparable
from goodword.finding.identity.linkage.model import REVIEW, least_bits, model, with_learned
from goodword.finding.identity.linkage.suggesting import MOST_FOR_ONE_PERSON, suggestions


def suggest(
    linkable: pa.Table,
    *,
    free_mail: Iterable[str] = (),
    kept_apart: pa.Table | None = None,
    least: float = REVIEW,
    most: int = MOST_FOR_ONE_PERSON,
) -> pa.Table:
    """Suggest who may be one human being.

    Args:
        linkable: contract LINKABLE.
        free_mail: domains at which anybody may have an address.
        kept_apart: contract KEPT_APART; these pairs are never suggested.
        least: pairs below this probability are left out.
        most: how many suggestions a person may be in; the likeliest stay.

    Returns:
        contract SUGGESTIONS, the likeliest first.
    """
    rows = comparable(linkable, free_mail)
    used = model(rows)
    if not used.keys:  # no two rows have anything in common by which they could meet
        return SUGGESTIONS.empty()
    if used.learn_from:
        used = with_learned(used, learn(rows, used.settings(), used.learn_from), rows.num_rows)
    pairs = compare(rows, used.settings(), least_bits=least_bits(rows.num_rows))
    return suggestions(pairs, rows, used, kept_apart=kept_apart, least=least, most=most)
