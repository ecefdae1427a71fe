"""Post where the records of people differ, as the last run saw them."""

import pyarrow as pa
from django.db import transaction

from goodword.programme.bulk import insert_columns
from goodword.programme.columns import column, texts
from goodword.programme.people.models import ToldValue

ROWS_AT_ONCE = 20_000

_TEXTS = ("person_id", "field", "value", "form", "source", "table", "record_id", "verified")


def post_told_values(told: pa.Table) -> None:
    """Let the pages know exactly these values: in one step, so that nobody sees half of them.

    Args:
        told: contract TOLD_VALUES, of people whose records differ or whose values somebody put right.
    """
    with transaction.atomic():
        ToldValue.objects.all().delete()
        for low in range(0, told.num_rows, ROWS_AT_ONCE):
            rows = told.slice(low, ROWS_AT_ONCE).combine_chunks()
            days = {name: column(rows, name).cast(pa.string()).to_pylist() for name in ("said_on", "verified_on")}
            plain = {name: rows[name].to_pylist() for name in ("place", "wins")}
            insert_columns(ToldValue, {name: texts(column(rows, name)) for name in _TEXTS} | days | plain)
