"""What DuckDB has and Spark has not, as Splink calls it."""

from rapidfuzz.distance import JaroWinkler


def jaro_winkler(one: str | None, other: str | None) -> float | None:
    """Jaro-Winkler as DuckDB has it: over the bytes of UTF-8.

    The function that Splink brings for Spark rounds transpositions otherwise: of 15,831 pairs of made-up people two
    came out otherwise with it, both far from any suggestion.
    """
    return None if one is None or other is None else JaroWinkler.similarity(one.encode(), other.encode())
