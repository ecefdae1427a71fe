"""What somebody says about one sheet on its page, read strictly and turned into an entry of a map."""

import glob
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from goodword.doors.web.views.data.words import table_words
from goodword.evidence.intake import FilePlan
from goodword.evidence.intake.mapping.maps import Entry
from goodword.evidence.records.known import RECORDS
from goodword.kit.errors import GoodwordError

ORDERS = ("day-first", "month-first")


def read_choices(posted: Mapping[str, str], plan: FilePlan, headers: Sequence[str], said: Entry | None = None) -> Entry:
    """The entry that a form says; where another table was chosen, only that, so that its columns are suggested anew.

    Args:
        posted: the form.
        plan: what is known of the sheet.
        headers: of the sheet.
        said: what was said before; it stands where a sheet is left out, or comes back.

    Raises:
        GoodwordError: a table or column does not exist, or two headers go to the same column (code `bad-map`).
    """
    match, sheet = glob.escape(plan.path.name), glob.escape(plan.sheet)
    before = replace(said or Entry(match), match=match, sheet=sheet)
    entry = Entry(
        match,
        sheet,
        table=posted.get("table", ""),
        source=posted.get("source", "").strip(),
        timezone=posted.get("timezone", "").strip(),
    )
    if plan.skipped and entry.table == before.table:  # its columns are not shown, so nothing new is said about them
        return replace(before, source=entry.source, timezone=entry.timezone, skip=bool(posted.get("skip")))
    if not posted.get("skip"):
        return _with_columns(entry, posted, plan, headers)
    try:
        return replace(_with_columns(entry, posted, plan, headers), skip=True)
    except GoodwordError:  # a sheet that is left out may be as it likes
        return replace(entry, table=entry.table if entry.table in RECORDS else "", skip=True)


def _with_columns(entry: Entry, posted: Mapping[str, str], plan: FilePlan, headers: Sequence[str]) -> Entry:
    if not entry.table:
        return entry
    if entry.table not in RECORDS:
        raise _bad(_("There is no table “%(table)s”.") % {"table": entry.table})
    if entry.table != plan.table:
        return entry
    columns = chosen_columns(posted, headers)
    _check(columns, entry.table)
    mapped = {column: header for header, column in columns.items()}
    return replace(
        entry,
        complete=True,
        columns=mapped,
        constants={name: value for name, value in chosen_constants(posted, entry.table).items() if name not in mapped},
        dates={header: order for header, order in chosen_orders(posted, headers).items() if header in columns},
    )


def chosen(plan: FilePlan, said: Entry | None) -> dict[str, str]:
    """What the form starts with beside the columns, as a browser would send it back."""
    left_out = said.table if said and plan.skipped else ""
    source = plan.shape.source if plan.shape else said.source if said else ""
    return {
        "table": plan.table or left_out,
        "source": source,
        "timezone": said.timezone if said else "",
        "skip": "1" if plan.skipped else "",
    }


def chosen_columns(posted: Mapping[str, str], headers: Sequence[str]) -> dict[str, str]:
    """Header -> contract column, as the form says it."""
    chosen = {header: posted.get(f"column-{place}", "") for place, header in enumerate(headers)}
    return {header: column for header, column in chosen.items() if column}


def chosen_orders(posted: Mapping[str, str], headers: Sequence[str]) -> dict[str, str]:
    """Header -> order of its days, as the form says it."""
    chosen = {header: posted.get(f"dates-{place}", "") for place, header in enumerate(headers)}
    return {header: order for header, order in chosen.items() if order in ORDERS}


def chosen_constants(posted: Mapping[str, str], table: str) -> dict[str, str]:
    """Contract column -> value of every row, as the form says it."""
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
