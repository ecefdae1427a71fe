"""Exports as they should not be: circles, swapped days, one mailbox for everybody, names in any script and worse."""

import csv
from pathlib import Path
from typing import Any

NAMES = {
    "n00": "María José García-López",
    "n01": "Mari\u0301a Jose\u0301 Garci\u0301a-Lo\u0301pez",  # the same, its accents apart
    "n02": "山田 太郎",
    "n03": "محمد بن سلمان",
    "n04": "O'Neill, Shaun",
    "n05": "van der Berg",
    "n06": "Anna \U0001f469\u200d\U0001f4bb Schmidt",  # the joiner belongs into the emoji
    "n07": "\u200fנועה כהן\u200f",  # noqa: RUF001  # a name; so do marks of direction beside letters that need them
    "n08": "می\u200cخواهم رضا",  # noqa: RUF001  # a name
    "n09": "Prince",
    "odd-bidi": "\u202eevil\u202c Twin",
    "odd-width": "Zero\u200bWidth Jo\u200diner",
    "odd-emoji": "\U0001f984\U0001f308",
    "odd-number": "12345",
    "odd-encoding": "JosÃ© PÃ©rez",
    "odd-lost": "Jos\ufffd Herrera",
    "odd-long": "x" * 150 + " " + "y" * 149,
}
"""Names by the key of who has them; whoever has a key that begins with `odd` is doubted."""

MANY = [f"mona{number}@fir.example" for number in range(300)]
SHARED, SHARERS = "info@oak.example", 10_000

ACCOUNTS = [
    {"account_id": "alder", "name": "Alder", "parent_account_id": "birch"},
    {"account_id": "birch", "name": "Birch", "parent_account_id": "cedar"},
    {"account_id": "cedar", "name": "Cedar", "parent_account_id": "alder"},
    {"account_id": "dogwood", "name": "Dogwood", "parent_account_id": "dogwood"},
    {"account_id": "elm", "name": "Elm", "parent_account_id": "alder"},
    {"account_id": "fir", "name": "Fir", "parent_account_id": ""},
]
_DAYS = (
    ("swapped", "n00", "elm", "2024-05-01", "2023-01-01"),
    ("after", "n00", "fir", "2023-06-01", ""),
    ("two-1", "n02", "elm", "2020-01-01", "2023-01-01"),
    ("two-2", "n02", "fir", "2021-01-01", "2022-06-30"),
    ("unknown", "n03", "yew", "2022-01-01", ""),
)
EMPLOYMENTS = [
    *(dict(zip(("row_id", "person_key", "account_id", "started_on", "ended_on"), row, strict=True)) for row in _DAYS),
    {"row_id": "nobody", "person_key": "n04", "company_name": "self employed", "started_on": "2022-01-01"},
]


def write_odd(folder: Path) -> None:
    """Everything but the shared mailbox."""
    people = [
        {"person_key": key, "full_name": name, "email": f"{key}@elm.example", "account_id": "elm"}
        for key, name in NAMES.items()
    ]
    people.append({"person_key": "mona", "full_name": "Mona Many", "email": MANY[0], "emails": ";".join(MANY[1:])})
    write(folder / "accounts.csv", ACCOUNTS)
    write(folder / "people.csv", people)
    write(folder / "employments.csv", EMPLOYMENTS)


def write_shared(folder: Path) -> None:
    """Ten thousand people who share one mailbox."""
    row = {"email": SHARED, "account_id": "oak"}
    people = [{"person_key": f"k{n}", "full_name": f"Person {n}", **row} for n in range(SHARERS)]
    write(folder / "accounts.csv", [{"account_id": "oak", "name": "Oak"}])
    write(folder / "people.csv", people)


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    """Write a CSV whose columns are those of all rows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, dict.fromkeys(name for row in rows for name in row))
        writer.writeheader()
        writer.writerows(rows)
