"""One sheet on its page: what it seems to be and why, which header is which column, the first rows as they land."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goodword.doors.web.views.data.choices import chosen_columns, chosen_constants, chosen_orders
from goodword.doors.web.views.data.words import table_words
from goodword.evidence.intake import FilePlan
from goodword.evidence.intake.mapping.known_names import tables_named
from goodword.evidence.intake.mapping.suggesting import EXACT, KNOWN, MAP, SHAPE, SIMILAR, Pair
from goodword.evidence.intake.previewing import HeaderLook, Preview, preview
from goodword.evidence.records.known import RECORDS
from goodword.evidence.records.table import DAY, INSTANT, Column
from goodword.kit.errors import GoodwordError

SURE = 0.8
"""How sure a suggestion must be to need no second look."""

PREVIEWED = 20


def preview_of(plan: FilePlan) -> Preview:
    """The beginning of a sheet; nothing where the file cannot be read, which its plan says."""
    try:
        return preview(plan, PREVIEWED)
    except GoodwordError:
        return Preview((), 0)


def found_out(plan: FilePlan) -> str:
    """Which table a sheet is, and why we think so."""
    if plan.skipped:
        return _("Left out, as you said.")
    if not plan.table:
        return _("Like no table of Goodword.")
    if all(pair.how == MAP for pair in plan.pairs) and plan.pairs:
        return _("Matched as somebody said before.")
    columns = len(plan.pairs) + len(plan.spare)
    known = ngettext(
        "%(known)s of its %(count)s columns is known", "%(known)s of its %(count)s columns are known", columns
    ) % {"known": len(plan.pairs), "count": columns}
    if plan.table in tables_named(plan.path.stem) or (plan.sheet and plan.table in tables_named(plan.sheet)):
        return _("Its name says so, and %(known)s.") % {"known": known}
    return known[0].upper() + known[1:] + "."


def guessed(plan: FilePlan) -> int:
    """How many columns need a second look."""
    return sum(pair.sure < SURE for pair in plan.pairs)


def rows_of(plan: FilePlan, seen: Preview, posted: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """For each header of the file: its first values, where it goes, and how that works out.

    Args:
        plan: what is known of the sheet.
        seen: its beginning.
        posted: a form that says otherwise than the plan.
    """
    pairs = {pair.header: pair for pair in plan.pairs}
    chosen = {header: pair.column for header, pair in pairs.items()}
    orders = {header: plan.dates.get(column, "") for header, column in chosen.items()}
    if posted is not None:
        headers = [look.header for look in seen.headers]
        chosen, orders = chosen_columns(posted, headers), chosen_orders(posted, headers)
    rows = []
    for place, look in enumerate(seen.headers):
        pair = pairs.get(look.header)
        column = chosen.get(look.header, "")
        is_day = bool(column) and column in RECORDS[plan.table].names and _is_day(RECORDS[plan.table].column(column))
        rows.append(
            {
                "place": place,
                "look": look,
                "column": column,
                "is_day": is_day,
                "order": orders.get(look.header, ""),
                "check": _check(plan, seen, look, pair if pair and pair.column == column else None),
            }
        )
    return rows


def _is_day(column: Column) -> bool:
    return column.type in {DAY, INSTANT}


def _check(plan: FilePlan, seen: Preview, look: HeaderLook, pair: Pair | None) -> dict[str, str]:
    """How a column works out: tone, icon and words of a chip."""
    if pair is None:
        return {"tone": "", "icon": "", "label": _("kept as it is")}
    wrong = (seen.faults or {}).get(pair.column, 0)
    if wrong:
        words = ngettext("%(count)s cannot be read", "%(count)s cannot be read", wrong) % {"count": wrong}
        return {"tone": "stop", "icon": "close", "label": words}
    if pair.sure < SURE:
        return {"tone": "hold", "icon": "warn", "label": _how(pair)}
    empty = seen.rows_seen - look.filled
    if empty and RECORDS[plan.table].column(pair.column).required:
        return {"tone": "hold", "icon": "warn", "label": _("%(count)s empty") % {"count": empty}}
    filled = _("%(filled)s of %(count)s filled") % {"filled": look.filled, "count": seen.rows_seen}
    return {"tone": "good", "icon": "check", "label": filled}


def _how(pair: Pair) -> str:
    words = {
        EXACT: _("its own name"),
        KNOWN: _("a name tools use, few values to tell by"),
        SIMILAR: _("a similar name, please check"),
        SHAPE: _("guessed from its values, please check"),
    }
    return words.get(pair.how, _("please check"))


def constants_of(plan: FilePlan, posted: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """Columns that need one value for all rows, or have one, with that value or the one that a form says."""
    if not plan.table:
        return []
    said = plan.constants if posted is None else chosen_constants(posted, plan.table)
    mapped = {pair.column for pair in plan.pairs}
    found = []
    for column in RECORDS[plan.table].columns:
        missing = column.required and column.name not in mapped
        if column.name in plan.constants or missing:
            found.append(
                {
                    "name": column.name,
                    "label": table_words(column.name),
                    "about": column.about,
                    "choices": column.choices,
                    "value": said.get(column.name, ""),
                    "missing": missing and column.name not in plan.constants,
                }
            )
    return found


def targets_of(table: str) -> list[dict[str, Any]]:
    """The columns a header may go to."""
    if table not in RECORDS:
        return []
    return [
        {"name": column.name, "label": table_words(column.name), "required": column.required}
        for column in RECORDS[table].columns
    ]


def tables() -> list[dict[str, str]]:
    """The tables a sheet may be."""
    return [{"name": name, "label": table_words(name), "about": table.about} for name, table in RECORDS.items()]
