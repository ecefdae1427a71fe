"""What is wrong on purpose: rows that must be rejected, and rows that must land with a flag."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import pyarrow as pa

from goodword.sample.chance import stream
from goodword.sample.world import Row, Value

type Cells = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Mistake:
    """A kind of mistake in a file.

    Attributes:
        column: the header it strikes.
        what: what is wrong, in words.
        fate: what an intake should do: "rejected", "flagged" (lands, with a note) or "same" (a repeat that
            adds nothing).
        strike: the wrong cell, from the right one.
        per_thousand: how many rows in a thousand.
        copy: whether a further row with a fresh id is made wrong; otherwise the row itself is.
    """

    column: str
    what: str
    fate: str
    strike: Callable[[Random, Value], Value]
    per_thousand: float
    copy: bool = True


def _bad_day(rng: Random, _: Value) -> str:
    return rng.choice(["2026-13-45", "2025-02-30", "31.02.2026", "0000-00-00", "next Tuesday"])


def _nothing(_: Random, __: Value) -> Value:
    return None


def _same(_: Random, value: Value) -> Value:
    return value


def _capitals(_: Random, value: Value) -> Value:
    return str(value).upper() if value else value


def _spaces(rng: Random, value: Value) -> Value:
    return f"{rng.choice(['', ' '])}{value}{rng.choice([' ', '  '])}" if value else value


def _one_of(*values: Value) -> Callable[[Random, Value], Value]:
    return lambda rng, _: rng.choice(values)


def _no_id(header: str) -> Mistake:
    return Mistake(header, "required id missing", "rejected", _nothing, 1.0)


def _twice(header: str) -> Mistake:
    return Mistake(header, "row repeated", "same", _same, 2.0)


def _bad_date(header: str, per_thousand: float = 1.5) -> Mistake:
    return Mistake(header, "date that does not exist", "rejected", _bad_day, per_thousand)


def _shouted(header: str) -> Mistake:
    return Mistake(header, "e-mail in capitals", "flagged", _capitals, 3.0, copy=False)


def _padded(header: str) -> Mistake:
    return Mistake(header, "spaces around the value", "flagged", _spaces, 3.0, copy=False)


_NOBODY = _one_of("A-99999", "A-00000", "A-98765")

MISTAKES: dict[str, tuple[Mistake, ...]] = {
    "crm_accounts.csv": (_padded("Account Name"), _no_id("Account ID"), _twice("Account ID")),
    "crm_account_history.csv": (_bad_date("Valid From"),),
    "crm_contacts.csv": (
        _no_id("Contact ID"),
        _twice("Contact ID"),
        _shouted("Email"),
        _padded("Email"),
        Mistake("Account ID", "account does not exist", "flagged", _NOBODY, 1.0),
    ),
    "billing_contracts.csv": (
        _bad_date("Signed On"),
        _twice("Contract No"),
        Mistake("Customer No", "account does not exist", "flagged", _NOBODY, 1.0),
        Mistake("Contract Type", "kind of contract that does not exist", "rejected", _one_of("gift", "??"), 1.0),
    ),
    "crm_opportunities.csv": (_bad_date("Created Date"), _no_id("Opportunity ID")),
    "nps_answers.xlsx": (
        Mistake("Score", "score above 10", "rejected", _one_of(11, 12, 99), 2.0),
        Mistake("Score", "score in words", "rejected", _one_of("ten", "nine", "n/a"), 2.0),
        Mistake("Answered At", "date that does not exist", "rejected", _bad_day, 1.0),
        _shouted("Respondent Email"),
        _twice("Response ID"),
    ),
    "csat_survey_responses.csv": (Mistake("Rating", "rating above the scale", "rejected", _one_of(8, 10), 2.0),),
    "helpdesk_tickets.jsonl": (
        _bad_date("Created At"),
        _no_id("Ticket ID"),
        _twice("Ticket ID"),
        _shouted("Requester Email"),
    ),
    "mailbox_emails.jsonl": (_bad_date("sent_at"), _twice("message_id")),
    "calls_and_meetings.jsonl": (_no_id("activity_id"),),
    "chat_messages.csv": (_twice("Message ID"), _bad_date("Sent At")),
    "community_posts.tsv": (
        _bad_date("Posted At"),
        _shouted("Author Email"),
        Mistake("Views", "negative count", "rejected", _one_of(-1, -20), 1.0),
    ),
    "advocacy_asks.csv": (_no_id("Contact ID"), _bad_date("Asked On"), _padded("Ask Type")),
    "advocacy_acts.csv": (_bad_date("Done On"),),
}


def spoil(seed: int, file: str, rows: list[Cells]) -> tuple[list[Cells], list[Row]]:
    """The file's rows with its mistakes among them, and the list of the mistakes by data row (first row is 1)."""
    if file not in MISTAKES or not rows:
        return rows, []
    rng = stream(seed, f"mistakes {file}")
    struck: dict[int, list[tuple[Mistake, Cells]]] = {}
    inplace: dict[int, Mistake] = {}
    id_header = next(iter(rows[0]))
    for mistake in MISTAKES[file]:
        for number in range(max(1, round(mistake.per_thousand * len(rows) / 1000))):
            at = _place(rng, rows, mistake, inplace)
            if mistake.copy:
                struck.setdefault(at, []).append((mistake, _copy(rng, rows[at], mistake, id_header, number)))
            else:
                rows[at] = rows[at] | {mistake.column: mistake.strike(rng, rows[at][mistake.column])}
                inplace[at] = mistake
    out: list[Cells] = []
    log: list[Row] = []
    for index, cells in enumerate(rows):
        out.append(cells)
        if index in inplace:
            log.append(_entry(file, len(out), inplace[index], cells))
        for mistake, wrong in struck.get(index, []):
            out.append(wrong)
            log.append(_entry(file, len(out), mistake, wrong))
    return out, log


def _place(rng: Random, rows: list[Cells], mistake: Mistake, inplace: dict[int, Mistake]) -> int:
    """A row to strike, not struck in place before, and with something in the cell where that matters."""
    for _ in range(50):
        at = rng.randrange(len(rows))
        if at not in inplace and (mistake.copy or rows[at][mistake.column]):
            return at
    return rng.randrange(len(rows))


def _copy(rng: Random, cells: Cells, mistake: Mistake, id_header: str, number: int) -> Cells:
    wrong = dict(cells)
    if mistake.fate != "same":
        wrong[id_header] = f"{cells[id_header]}-{number}{mistake.column[0]}X"
        for header in ("Email", "Other Emails", "Phone"):
            if header in wrong:
                wrong[header] = f"entry{rng.randrange(10**6)}@example.com" if header == "Email" else None
        if "First Name" in wrong:
            wrong |= {"First Name": "Import", "Last Name": f"Test {rng.randrange(10**4)}"}
    wrong[mistake.column] = mistake.strike(rng, wrong[mistake.column])
    return wrong


def _entry(file: str, row: int, mistake: Mistake, cells: Cells) -> Row:
    value = cells[mistake.column]
    return {
        "file": file,
        "row": row,
        "column": mistake.column,
        "value": "" if value is None else str(value),
        "what": mistake.what,
        "expected_fate": mistake.fate,
    }


def spoil_usage(seed: int, file: str, table: pa.Table) -> tuple[pa.Table, list[Row]]:
    """Product events with some wrong rows at the end: negative counts, no account, no feature."""
    rng = stream(seed, f"mistakes {file}")
    wrong: list[Row] = []
    kinds = (
        ("quantity", -3, "negative count"),
        ("organization_id", None, "required id missing"),
        ("feature_name", None, "required value missing"),
    )
    log: list[Row] = []
    for number in range(max(3, table.num_rows // 20_000)):
        column, value, what = kinds[number % len(kinds)]
        row = table.slice(rng.randrange(table.num_rows), 1).to_pylist()[0] | {
            "event_id": f"ev-bad-{number}",
            column: value,
        }
        wrong.append(row)
        log.append(
            {
                "file": file,
                "row": table.num_rows + number + 1,
                "column": column,
                "value": "" if value is None else str(value),
                "what": what,
                "expected_fate": "rejected",
            }
        )
    return pa.concat_tables([table, pa.Table.from_pylist(wrong, schema=table.schema)]), log
