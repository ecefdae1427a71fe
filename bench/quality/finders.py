"""Precision and recall of each finder on the sample companies.

Promoter, super user, champion, repeat customer and growth are counted in people: a person that was found is right when
a real person behind them is one; a real one is found when any person behind whom they stand was. Wins are counted in
records, because a person may have many: a signal is right when the words it shows first are praise or a win of the
customer's; a record is found when a signal shows words of it. Only what lies in the finder's window is asked for.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pyarrow.parquet as pq

from bench.quality.company import ACCOUNTS, Company, Row
from bench.quality.figures import Figure, share, wilson
from goodword.evidence.lake.local.lake import LocalLake
from goodword.evidence.records.known import RECORDS, STAMPS

BY_PERSON = ("promoter", "super_user", "champion", "repeat_customer", "growth")
GOOD = {"win", "praise"}
WIN_DAYS = 365
HEARD_IN = {"interactions": "at", "responses": "answered_at"}

type Place = tuple[str, str]


def figures(companies: tuple[Company, ...]) -> list[Figure]:
    """Two figures a finder, over all companies together."""
    note = f"sample, {len(companies)} seeds, {ACCOUNTS} accounts"
    found: list[Figure] = []
    for kind in BY_PERSON:
        precise = [right for company in companies for right in _found_people(company, kind)]
        recalled = [seen for company in companies for seen in _real_people(company, kind)]
        found += _both(kind, note, precise, recalled)
    precise = [right for company in companies for right in _found_wins(company)]
    recalled = [seen for company in companies for seen in _real_wins(company)]
    return [*found, *_both("win", note, precise, recalled), _staff(note, companies)]


def _staff(note: str, companies: tuple[Company, ...]) -> Figure:
    """Colleagues of ours who were found: they answer in the community too, and are nobody's customers."""
    found = [
        (person["email"] or "").endswith(f"@{company.vendor}")
        for company in companies
        for person in company.people
        if person["signals"]
    ]
    interval = wilson(sum(found), len(found))
    value, low, high = (interval.value, interval.low, interval.high) if interval else (None, None, None)
    return Figure(
        "our own colleagues among people found", note, len(found), value, low, high, None, "0", met=not any(found)
    )


def _both(kind: str, note: str, precise: list[bool], recalled: list[bool]) -> list[Figure]:
    name = kind.replace("_", " ")
    return [
        share(f"{name}: precision", note, sum(precise), len(precise)),
        share(f"{name}: recall", note, sum(recalled), len(recalled)),
    ]


def _has(person: Row, kind: str) -> bool:
    return any(signal["kind"] == kind for signal in person["signals"])


def _found_people(company: Company, kind: str) -> Iterator[bool]:
    for person in company.people:
        if _has(person, kind):
            yield any(company.humans[human][f"is_{kind}"] for human in company.humans_of(person))


def _real_people(company: Company, kind: str) -> Iterator[bool]:
    seen = {human for person in company.people if _has(person, kind) for human in company.humans_of(person)}
    for position, human in enumerate(company.humans):
        if human[f"is_{kind}"]:
            yield position in seen


def remarks_of(company: Company) -> dict[Place, list[Row]]:
    """What each remark really is, by the record it stands in."""
    found: dict[Place, list[Row]] = {}
    for remark in pq.read_table(company.truth / "remarks_truth.parquet").to_pylist():
        found.setdefault((remark["table"], remark["id"]), []).append(remark)
    return found


def label_at(remarks: list[Row], start: int, end: int) -> str:
    """The label of the remark that shares most characters with a span; `none` where no remark does."""
    shared = [(min(end, remark["end"]) - max(start, remark["start"]), str(remark["label"])) for remark in remarks]
    most, label = max(shared, default=(0, "none"))
    return label if most > 0 else "none"


def _wins(company: Company) -> Iterator[Row]:
    for person in company.people:
        for signal in person["signals"]:
            if signal["kind"] == "win":
                yield signal["evidence"][0]


def _found_wins(company: Company) -> Iterator[bool]:
    remarks = remarks_of(company)
    for first in _wins(company):
        yield label_at(remarks.get((first["table"], first["id"]), []), first["start"], first["end"]) in GOOD


def _real_wins(company: Company) -> Iterator[bool]:
    shown = {(first["table"], first["id"]) for first in _wins(company)}
    oldest = date.fromisoformat(company.day) - timedelta(days=WIN_DAYS)
    days = days_of_records(company)
    for place, remarks in remarks_of(company).items():
        if any(remark["label"] in GOOD for remark in remarks) and days.get(place, date.min) > oldest:
            yield place in shown


def days_of_records(company: Company) -> dict[Place, date]:
    """When each interaction and answer happened, as the lake has it."""
    found: dict[Place, date] = {}
    with LocalLake(company.workspace / "lake").session() as session:
        for table, at in HEARD_IN.items():
            records = RECORDS[table].plus(*STAMPS).unbound()
            rows = session.fetch(records.select("record_id", happened=at)).to_pydict()
            pairs: Iterator[tuple[str, datetime]] = zip(rows["record_id"], rows["happened"], strict=True)
            found |= {(table, record): happened.date() for record, happened in pairs}
    return found
