"""What somebody says about one sheet on its page, read strictly and turned into an entry of a map."""

import glob
from collections import Counter
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from goodword.doors.web.views.data.words import table_words
from goodword.evidence.intake import FilePlan
from goodword.evidence.intake.mapping.maps import Entry
from goodword.evidence.records.known import RECORDS
from goodword.kit.errors import GoodwordError

ORDERS = ("day-first", "month-first")


def read_choices(posted: Mapping[str, str], plan: FilePlan, headers: Sequence[str]) -> Entry:
    """The entry that a form says; where another table was chosen, only that, so that its columns are suggested anew.

    Raises:
        GoodwordError: a table or column does not exist, or two headers go to the same column (code `bad-map`).
    """
    match, sheet = glob.escape(plan.path.name), glob.escape(plan.sheet)
    table, source = posted.get("table", ""), posted.get("source", "").strip()
    if posted.get("skip"):
        return Entry(match, sheet, skip=True)
    if not table:
        return Entry(match, sheet, source=source)
    if table not in RECORDS:
        raise _bad(_("There is no table “%(table)s”.") % {"table": table})
    zone = posted.get("timezone", "").strip()
    if table != plan.table or plan.skipped:
        return Entry(match, sheet, table=table, source=source, timezone=zone)
    columns = chosen_columns(posted, headers)
    _check(columns, table)
    mapped = {column: header for header, column in columns.items()}
    return Entry(
        match,
        sheet,
        table=table,
        source=source,
        timezone=zone,
        complete=True,
        columns=mapped,
        constants={name: value for name, value in _constants(posted, table).items() if name not in mapped},
        dates={header: order for header, order in _orders(posted, headers).items() if header in columns},
    )


def chosen_columns(posted: Mapping[str, str], headers: Sequence[str]) -> dict[str, str]:
    """Header -> contract column, as the form says it."""
    chosen = {header: posted.get(f"column-{place}", "") for place, header in enumerate(headers)}
    return {header: column for header, column in chosen.items() if column}


def _orders(posted: Mapping[str, str], headers: Sequence[str]) -> dict[str, str]:
    chosen = {header: posted.get(f"dates-{place}", "") for place, header in enumerate(headers)}
    return {header: order for header, order in chosen.items() if order in ORDERS}


def _constants(posted: Mapping[str, str], table: str) -> dict[str, str]:
    said = {name: posted.get(f"constant-{name}", "").strip() for name in RECORDS[table].names}
    return {name: value for name, value in said.items() if value}


def _check(columns: Mapping[str, str], table: str) -> None:
    strange = [column for column in columns.values() if column not in RECORDS[table].names]
    if strange:
        words = {"table": table_words(table), "column": strange[0]}
        raise _bad(_("%(table)s have no column “%(column)s”.") % words)
    twice = [column for column, count in Counter(columns.values()).items() if count > 1]
    if twice:
        first, second = [header for header, column in columns.items() if column == twice[0]][:2]
        words = {"first": first, "second": second, "column": table_words(twice[0])}
        raise _bad(
            _("“%(first)s” and “%(second)s” both go to %(column)s.") % words,
            _("Choose one of them; keep the other as it is."),
        )


def _bad(sentence: str, mend: str = "") -> GoodwordError:
    return GoodwordError("bad-map", sentence, mend or _("Choose one of the list."))
