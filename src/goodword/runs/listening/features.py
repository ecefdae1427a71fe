"""What the product's features are called: they name themes."""

from goodword.evidence.lake.lake import Session
from goodword.evidence.records.known import RECORDS
from goodword.evidence.records.table import Expression, Table


def feature_names(session: Session, table: Table = RECORDS["features"]) -> list[str]:
    """The names of the features, sorted.

    Args:
        session: a conversation that knows the table.
        table: where they stand: the records as they arrived, unless a run hands in what was known on its day.
    """
    rows = session.fetch(named_features(table))
    return sorted(value for value in rows["feature"].to_pylist() if value)


def named_features(table: Table = RECORDS["features"]) -> Expression:
    """The question that is asked for them."""
    return table.unbound().select("feature").distinct()
