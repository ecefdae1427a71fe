"""The world as its tools export it: rows to cells, mistakes among them, one file after another."""

import zlib
from pathlib import Path

from goodword.sample import mistakes, writers
from goodword.sample.catalogue import ZONES
from goodword.sample.layout import EXPORTS, Export
from goodword.sample.usage import Events
from goodword.sample.world import Account, Contact, Row, World

_PLAUSIBLE = {
    "Territory Code": ("T1", "T2", "T7", "T9"),
    "Lead Source": ("Web", "Event", "Partner", "Outbound", ""),
    "Badge": ("Newcomer", "Regular", "Veteran"),
    "Via": ("web form", "mail", "phone", "in-app"),
}


def account_rows(world: World) -> list[Row]:
    """Accounts as the CRM has them today, prospects at the end."""
    return [_account(account) for account in world.accounts] + world.prospects


def _account(account: Account) -> Row:
    domains = [account.domain, account.old_domain] if account.old_domain else [account.domain]
    return {
        "account_id": account.id,
        "name": account.name,
        "domains": [domain for domain in domains if domain],
        "industry": account.industry,
        "segment": account.segment,
        "country": account.country,
        "region": account.region,
        "employees": account.employees,
        "plan": account.plan,
        "arr": account.arr,
        "currency": account.currency,
        "status": account.status,
        "started_on": account.started_on,
        "owner_email": account.owner.email,
        "parent_account_id": account.parent_id,
        "health": account.health,
    }


def contact_rows(world: World) -> list[Row]:
    """Contacts as the CRM has them today."""
    return [_contact(contact) for contact in world.contacts]


def _contact(contact: Contact) -> Row:
    human, account = contact.human, contact.account
    other = human.member_email if human.member_email and zlib.crc32(contact.key.encode()) % 3 == 0 else None
    return {
        "person_key": contact.key,
        "account_id": account.id,
        "given_name": human.given,
        "family_name": human.family,
        "email": contact.email,
        "emails": [other] if other and other != contact.email else None,
        "phone": contact.phone,
        "title": contact.title,
        "department": contact.department,
        "pays": contact.pays,
        "influence": contact.influence,
        "language": human.language,
        "timezone": ZONES[account.country],
        "left_on": contact.left,
        "opted_out_on": contact.opted_out_on,
    }


def write_exports(world: World, events: Events, folder: Path) -> tuple[list[Row], dict[str, int]]:
    """Write every export; the mistakes made, and rows written by file."""
    wrong: list[Row] = []
    counts: dict[str, int] = {}
    for export in EXPORTS:
        path = folder / export.file
        if export.table == "usage":
            table = events.table().select(list(export.headers.values())).rename_columns(list(export.headers))
            table, made = mistakes.spoil_usage(world.setting.seed, export.file, table)
            writers.write_parquet(path, table)
            counts[export.file] = table.num_rows
        else:
            cells = [_cells(export, row) for row in world.tables[export.table] if export.keep(row)]
            cells, made = mistakes.spoil(world.setting.seed, export.file, cells)
            _write(export, path, cells)
            counts[export.file] = len(cells)
        wrong += made
    return wrong, counts


def _cells(export: Export, row: Row) -> writers.Cells:
    cells = {header: row.get(column) for header, column in export.headers.items()}
    first = str(next(iter(cells.values())))
    for header in export.extra:
        options = _PLAUSIBLE[header]
        cells[header] = options[zlib.crc32(f"{header}{first}".encode()) % len(options)]
    return cells


def _write(export: Export, path: Path, cells: list[writers.Cells]) -> None:
    headers = [*export.headers, *export.extra]
    if path.suffix == ".jsonl":
        writers.write_json_lines(path, cells, export.stamp)
    elif path.suffix == ".xlsx":
        writers.write_excel(path, cells, headers)
    else:
        writers.write_text(path, cells, headers, delimiter=export.delimiter, bom=export.bom, stamp=export.stamp)


def mappings() -> dict[str, dict[str, object]]:
    """For each file: its table and which header is which column; what `truth/mappings.json` holds."""
    return {
        export.file: {"table": export.table, "columns": export.headers, "extra": list(export.extra)}
        for export in EXPORTS
    }
