"""When two values are one: case, space and the form of Unicode make no difference."""

import unicodedata

import pyarrow as pa
import pyarrow.compute as pc

from goodword.evidence.records.values import STATED_VALUES


def form_of(value: str) -> str:
    """Return a value without what makes no difference: NFKC, letters folded, one space between words."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", value).casefold())
    return " ".join(folded.split())


def with_forms(stated: pa.Table) -> pa.Table:
    """Add the form of each value.

    Args:
        stated: contract STATED_VALUES without `form`.

    Returns:
        contract STATED_VALUES; what is nothing but space is left out, for it says nothing.
    """
    # Few values are contested, and of these many are the same: each is folded once.
    encoded = stated["value"].combine_chunks().dictionary_encode()
    forms = pa.array([form_of(value or "") for value in encoded.dictionary.to_pylist()], pa.string())
    rows = stated.append_column("form", forms.take(encoded.indices))
    rows = rows.select(STATED_VALUES.names).cast(STATED_VALUES.arrow())
    return rows.filter(pc.not_equal(rows["form"], pa.scalar("")))
