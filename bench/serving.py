"""`make bench`: how long pages take with a million people, ten of whom click at the same time.

Builds a made-up company of a million people and five million signals under build/ (once: some minutes and gigabytes),
serves it with the same server as `goodword serve`, and clicks. `python -m bench.serving 100000` takes fewer people.
"""

import json
import os
import random
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from http.client import HTTPConnection
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic, perf_counter, sleep
from typing import Any
from urllib.parse import urlencode

import numpy as np
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parent.parent
PEOPLE = 1_000_000
CLIENTS, EACH = 10, 40
THINKING_SECONDS = (0.2, 0.8)
"""Between two clicks of one reader: much faster than anybody reads."""
PAGE_MS, LIST_MS, FIRST_PAGE_BYTES = 300, 100, 100_000
PATIENCE_SECONDS = 60
ACCOUNT_LISTS: dict[str, dict[str, str | int]] = {
    "first page": {},
    "sort name": {"sort": "name"},
    "sort arr": {"sort": "arr"},
    "page 1,000": {"sort": "name", "page": 1_000},
}


@dataclass(frozen=True, slots=True)
class Page:
    """An address that is clicked, by whom, and how long it may take at the 95th percentile."""

    name: str
    path: str
    reader: str = "manager"
    most_ms: int = LIST_MS


@dataclass(frozen=True, slots=True)
class Timed:
    """What was measured of a page: milliseconds as a reader on this machine waits, and bytes as sent."""

    page: str
    path: str
    n: int
    p50_ms: float
    p95_ms: float
    most_ms: int
    bytes: int
    met: bool


def pages(company: dict[str, Any]) -> Iterator[Page]:
    """All pages that are clicked."""
    likely, late, mine = (company["people"][name] for name in ("likely", "late", "mine"))
    yield Page("today", "/today/", most_ms=PAGE_MS)
    yield Page("today, own accounts", "/today/", "owner", most_ms=PAGE_MS)
    yield Page("measures", "/measures/", most_ms=PAGE_MS)
    for name, one in (("person, likely", likely), ("person, late", late)):
        yield Page(name, f"/people/{one['person_id']}/", most_ms=PAGE_MS)
    for name, chosen in _lists(company["speaking"]).items():
        yield Page(f"people, {name}", f"/people/?{urlencode(chosen)}")
    for name, chosen in ACCOUNT_LISTS.items():
        yield Page(f"accounts, {name}", f"/accounts/?{urlencode(chosen)}")
    yield Page("accounts, own", "/accounts/", "owner")
    yield Page("accounts, search", f"/accounts/?{urlencode({'q': mine['account']})}")
    yield Page("account", f"/accounts/{mine['account_id']}/", most_ms=PAGE_MS)
    yield Page("people, own accounts", "/people/", "owner")
    yield Page("people, own accounts, act and kind", "/people/?act=talk&kind=win&sort=fresh", "owner")
    given, _, family = likely["name"].partition(" ")
    asked = {
        "whole name": likely["name"],
        "while typing": f"{given[:3]} {family[:3]}",
        "one letter": given[0],
        "letters swapped": f"{given[0]}{given[2]}{given[1]}{given[3:]} {family}",
        "letter missing": f"{given} {family[:2]}{family[3:]}",
        "address": late["email"],
        "domain": late["email"].partition("@")[2],
        "account": mine["account"],
        "words they said": "bed board",
        "no match": "qqqqzz wwwwxx",
    }
    for name, text in asked.items():
        yield Page(f"people, search: {name}", f"/people/?{urlencode({'q': text})}")
        yield Page(f"search: {name}", f"/search/?{urlencode({'q': text})}")
    yield from _stories(company["story"])
    yield from _others(likely["person_id"], mine["account_id"])
    yield Page("search, own accounts", f"/search/?{urlencode({'q': mine['name']})}", "owner")


def _stories(story: dict[str, Any]) -> Iterator[Page]:
    number, title = story["number"], story["title"]
    word = title.split()[0]
    for name in ("", "desk/", "change/"):
        yield Page(f"story {name}".strip(" /"), f"/stories/{number}/{name}", "administrator", most_ms=PAGE_MS)
    yield Page("stories, in the making", "/stories/making/", "administrator", most_ms=PAGE_MS)
    chosen_of: dict[str, dict[str, Any]] = {"first page": {}, "last page": {"older": 25}, "for all": {"for": "public"}}
    for name, chosen in chosen_of.items():
        yield Page(f"stories, {name}", f"/stories/?{urlencode(chosen)}")
    asked = {"title": title, "typo": f"{word[0]}{word[2]}{word[1]}{word[3:]}", "many": "month", "none": "qqqqzz wwwwxx"}
    for name, text in asked.items():
        yield Page(f"stories, search: {name}", f"/stories/?{urlencode({'q': text})}")
    yield Page("search: a story", f"/search/?{urlencode({'q': title})}")
    yield Page("search: a story, typo", f"/search/?{urlencode({'q': asked['typo'] + ' wrads'})}")


def _others(person: str, account: str) -> Iterator[Page]:
    """The pages between which nobody clicks all day: they too must not let anybody wait."""
    for name in ("themes", "listening", "permissions", "people/review", "data", "data/imports", "me", "notifications"):
        yield Page(name, f"/{name}/", most_ms=PAGE_MS)
    for name in ("settings", "settings/groups/finders", "audit", "team", "team/advocates", "team/roles"):
        yield Page(name, f"/{name}/", "administrator", most_ms=PAGE_MS)
    of_person = ("who", "own-page", "ask/quote", "correct/title", "opt-out", "permissions/record", "wishes", "data")
    for name in of_person:
        yield Page(f"person: {name}", f"/people/{person}/{name}/", "administrator", most_ms=PAGE_MS)
    for name in ("permissions", "story"):
        yield Page(f"account: {name}", f"/accounts/{account}/{name}/", "administrator", most_ms=PAGE_MS)
    for name in ("requests", "requests/new", "reviews"):
        yield Page(name, f"/{name}/", "administrator", most_ms=PAGE_MS)


def _lists(speaking: int) -> dict[str, dict[str, str | int]]:
    last = speaking // 25
    lists: dict[str, dict[str, str | int]] = {"first page": {}}
    lists |= {f"state {state}": {"state": state} for state in ("ready", "unknown", "resting", "silent")}
    lists |= {f"kind {kind}": {"kind": kind} for kind in ("win", "champion")}
    lists |= {f"sort {sort}": {"sort": sort} for sort in ("name", "fresh")}
    lists |= {
        "page 20,000": {"page": min(20_000, last)},
        "last page": {"page": last},
        "kind, page 10,000": {"kind": "win", "page": min(10_000, last // 2)},
        "name, page 20,000": {"sort": "name", "page": min(20_000, last)},
        "act": {"act": "talk"},
        "act, kind and state": {"act": "talk", "kind": "win", "state": "ready"},
        "act by name, kind": {"act": "quote", "kind": "growth", "sort": "name"},
        "act, page 10,000": {"act": "quote", "page": min(10_000, last // 2)},
    }
    return lists


def prepared(folder: Path, people: int) -> dict[str, Any]:
    """Return the company, built if it is not."""
    command = [sys.executable, "-m", "bench.serving_company", str(folder), str(people)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, env=_surroundings(folder))  # noqa: S603  # our own command
    company: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return company


def _surroundings(folder: Path) -> dict[str, str]:
    given = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    ours = {"GOODWORD_WORKSPACE": str(folder), "DJANGO_SETTINGS_MODULE": "goodword.config.settings"}
    return given | ours


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """Serve the company as `goodword serve` does, and give the port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "goodword.config.main", "--workspace", str(folder)]
    command += ["serve", "--port", str(port), "--no-nightly"]
    with subprocess.Popen(command, cwd=ROOT, env=_surroundings(folder), stdout=subprocess.DEVNULL) as server:  # noqa: S603  # our own
        try:
            _wait_for(port, server)
            yield port
        finally:
            server.terminate()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    started = monotonic()
    while monotonic() - started < PATIENCE_SECONDS and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            sleep(0.2)
        else:
            return
    raise SystemExit("The server did not start.")


def fetch(connection: HTTPConnection, page: Page, cookies: dict[str, str]) -> tuple[int, float, int]:
    """Return the status, how many milliseconds it took, and how many bytes came."""
    started = perf_counter()
    connection.request("GET", page.path, headers={"Cookie": f"sessionid={cookies[page.reader]}"})
    answer = connection.getresponse()
    content = answer.read()
    return answer.status, (perf_counter() - started) * 1_000, len(content)


def come_in(port: int, wanted: list[Page], cookies: dict[str, str]) -> list[HTTPConnection]:
    """Let CLIENTS readers look at every page once before the clock counts, and return their connections.

    Each process of the server reads the roster and the index when it is first asked for them, once a publication; one
    reader alone would meet one process only.
    """
    readers = [HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS) for _ in range(CLIENTS)]
    for page in wanted:
        for reader in readers:
            fetch(reader, page, cookies)
    return readers


def click(port: int, wanted: list[Page], cookies: dict[str, str]) -> dict[str, list[tuple[float, int]]]:
    """Let CLIENTS readers click through all pages, each page EACH times, in any order."""
    connections = come_in(port, wanted, cookies)
    jobs: Queue[Page] = Queue()
    clicks = [page for page in wanted for _ in range(EACH)]
    random.Random(1).shuffle(clicks)  # noqa: S311  # an order, not a secret
    for page in clicks:
        jobs.put(page)
    found: dict[str, list[tuple[float, int]]] = {page.name: [] for page in wanted}
    readers = [
        Thread(target=_read, args=(connection, jobs, cookies, found, number))
        for number, connection in enumerate(connections)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return found


def _read(
    connection: HTTPConnection, jobs: "Queue[Page]", cookies: dict[str, str], found: dict[str, Any], number: int
) -> None:
    pauses = random.Random(number)  # noqa: S311  # a pause, not a secret
    while True:
        try:
            page = jobs.get_nowait()
        except Empty:
            return
        status, taken, size = fetch(connection, page, cookies)
        assert status == 200, f"{page.path} answered {status}"
        found[page.name].append((taken, size))
        sleep(pauses.uniform(*THINKING_SECONDS))


def measured(page: Page, samples: list[tuple[float, int]]) -> Timed:
    """Return what was measured of a page."""
    taken = [milliseconds for milliseconds, _ in samples]
    p50, p95 = (round(float(np.percentile(taken, share)), 1) for share in (50, 95))
    size = max(size for _, size in samples)
    met = p95 <= page.most_ms and size <= FIRST_PAGE_BYTES
    return Timed(page.name, page.path, len(taken), p50, p95, page.most_ms, size, met)


def show(timed: list[Timed], absent: list[str], built: dict[str, Any]) -> None:
    """Print a table, and what there was no page for."""
    people = f"{built['people']:,} people"
    table = Table("page", "p50 ms", "p95 ms", "may take", "KB", "", header_style="bold", title=f"{people}, 10 readers")
    for one in timed:
        mark = "" if one.met else "over"
        table.add_row(one.page, str(one.p50_ms), str(one.p95_ms), str(one.most_ms), f"{one.bytes / 1_000:.0f}", mark)
    Console().print(table)
    Console().print(f"Published at {built['people_a_second']:,} people a second ({built['publish_seconds']} s).")
    if absent:
        Console().print(f"No such page: {', '.join(absent)}")


def main(people: int = PEOPLE) -> int:
    """Measure all pages once."""
    folder = ROOT / "build" / f"bench-serving-{people}"
    company = prepared(folder, people)
    built = {"people": people, **company["built"]}
    with served(folder) as port:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
        first = {page: fetch(connection, page, company["cookies"])[0] for page in pages(company)}
        broken = [f"{page.path} ({status})" for page, status in first.items() if status not in {200, 404}]
        if broken:
            raise SystemExit(f"Not measured, for these pages fail: {', '.join(broken)}")
        absent = [page.name for page, status in first.items() if status == 404]
        wanted = [page for page in first if page.name not in absent]
        found = click(port, wanted, company["cookies"])
    timed = [measured(page, found[page.name]) for page in wanted]
    show(timed, absent, built)
    result = {"built": built, "clients": CLIENTS, "thinking_seconds": THINKING_SECONDS, "absent": absent}
    path = ROOT / "build" / "bench-serving.json"
    path.write_text(json.dumps(result | {"pages": [asdict(one) for one in timed]}, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*(int(given.replace("_", "")) for given in sys.argv[1:2])))
