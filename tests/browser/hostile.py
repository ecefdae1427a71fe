"""Plants hostile texts in every field that takes a text, and says where they come to light."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path

from goodword.evidence.intake import plan_load
from goodword.evidence.lake.local import LocalLake
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.answer_moment import answer_moment
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Moment, Publication
from goodword.programme.desk.actions.notify_user import notify_job_ended, notify_rows_rejected
from goodword.programme.desk.actions.save_view import save_view
from goodword.programme.team.actions.deactivate_user import deactivate_user
from goodword.programme.team.actions.give_role import give_role
from goodword.programme.team.actions.make_token import make_token
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.roles import Role
from goodword.runs.intake.loading import load_plan
from goodword.runs.intake.uploads import Receiving
from goodword.runs.jobs import queue
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.running import LOAD
from goodword.runs.settings import changing
from goodword.runs.workspace import Workspace
from tests.browser.polyglots import Polyglot, polyglots
from tests.cast import TODAY, Cast
from tests.evidence.rows import put
from tests.team import let_in

NARROW, WIDE, WIDTH = 100, 6, 50
"""So many people with one of everything, so many with much of everything, and how much that is."""

SETTING = "finders.super_user.window_days"
CONSOLE = Actor.console()


@dataclass(slots=True)
class Poison:
    """Hands out hostile texts, one after the other, each with the number of its field after its mark."""

    given: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _next: Iterator[Polyglot] = field(default_factory=lambda: cycle(polyglots()))

    def take(self, where: str, length: int = 2_000, *, without: Iterable[str] = ()) -> str:
        """Return the next text for a field, cut to what the field takes and without signs it refuses."""
        one, marks = next(self._next), self.given[where]
        mark = f"{one.mark}{list(self.given).index(where)}."
        text = one.text.replace(one.mark, mark)
        for sign in without:
            text = text.replace(sign, "")
        marks.append(mark)
        return text[:length]

    def printable(self, where: str, length: int) -> str:
        """Return the next text without what cannot be printed."""
        return "".join(sign for sign in self.take(where, length) if sign.isprintable())


@dataclass(frozen=True, slots=True)
class Planted:
    """What was planted, and where to look.

    Attributes:
        poison: which field got which texts.
        boss: the administrator.
        paths: the pages that show them, beside those that one can go to anyway.
    """

    poison: Poison
    boss: User
    paths: list[str]


def plant(workspace: Workspace, folder: Path) -> Planted:
    """Plant everything."""
    poison = Poison()
    boss = let_in("ada@northwind.example", Role.ADMINISTRATOR, name=poison.printable("name of a user", 200))
    _publish(poison, workspace)
    paths = [*_landed(poison, workspace, folder), *_asked(poison), *_team(poison)]
    _desk(poison, boss)
    return Planted(poison, boss, [*paths, *_people_pages()])


def _publish(poison: Poison, workspace: Workspace) -> None:
    cast = Cast()
    for number in range(NARROW):
        _narrow(cast, poison, f"n{number}")
    records = [row for number in range(WIDE) for row in _wide(cast, poison, f"w{number}")]
    put(LocalLake(workspace.lake), "interactions", records)
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="hostile")


def _narrow(cast: Cast, poison: Poison, person: str) -> None:
    owner = "zq{{7*191}}zq'`|@northwind.example"
    cast.account(f"a-{person}", poison.take("name of an account"), 1_000, owner_email=owner)
    title, mail = poison.take("title"), "zq'onload=alert`1`@oriel.example"
    cast.person(person, poison.take("name of a person"), title, f"a-{person}", email=mail, language="en")
    words = poison.take("words")
    span = cast.said(person, f"t-{person}", words, words, at="2026-11-18T10:00", title=poison.take("subject"))
    win = cast.signal(person, "win", "2026-11-18T10:00", span)
    cast.likely(person, {"quote": (0.3, 0.5, 0.7)}, [win])
    if int(person[1:]) % 3 == 0:
        cast.hold(person, "urgent_ticket", poison.take("sentence of a hold"))


def _wide(cast: Cast, poison: Poison, person: str) -> Iterator[dict[str, object]]:
    keys = [poison.take("key of a person") for _ in range(WIDTH)]
    cast.person(person, f"Wide {person}", poison.take("title"), None, person_keys=keys, account=poison.take("account"))
    evidence = []
    for number in range(WIDTH):
        record, words = poison.take("id of a record", without="\x00") + f"-{person}-{number}", poison.take("words")
        themes, at = (poison.take("theme"),), f"2026-10-{number % 28 + 1:02}T10:00"
        span = cast.said(person, record, words, words, at=at, themes=themes, title=poison.take("subject"))
        cast.job(person, poison.take("company"), poison.take("title of a job"), "2020-01-01")
        evidence.append(cast.signal(person, "win", at, span))
        yield _record(poison, record, at, words)
    for code in (poison.take("code of a hold"), "capped"):
        cast.hold(person, code, poison.take("sentence of a hold"), act_kind="quote")
    cast.likely(person, {"talk": (0.3, 0.5, 0.7)}, evidence[:5])


def _record(poison: Poison, record: str, at: str, words: str) -> dict[str, object]:
    return {
        "interaction_id": record,
        "record_id": record,
        "at": datetime.fromisoformat(at),
        "channel": "ticket",
        "text": words,
        "subject": poison.take("subject of a record"),
        "extra": json.dumps({poison.take("spare column"): poison.take("spare value")}),
    }


def _landed(poison: Poison, workspace: Workspace, folder: Path) -> list[str]:
    """An import with rejected rows, and an upload that waits."""
    name = _file_name(poison)
    file = folder / f"people {name}.csv"
    _write(file, poison)
    landed = load_plan(workspace, plan_load([file]), by=CONSOLE).import_id
    receiving = Receiving(workspace)
    for _ in range(3):
        _write(receiving.place_for(f"people {_file_name(poison)}.csv"), poison)
    upload = receiving.complete(CONSOLE, clock.now()).name
    sheets = [f"/data/uploads/{upload}/{number}/" for number in range(3)]
    return ["/data/", "/data/imports/", f"/data/imports/{landed}/", f"/data/uploads/{upload}/", *sheets]


def _file_name(poison: Poison) -> str:
    return poison.take("name of a file", 90, without="/\x00\n\t")


def _write(place: Path, poison: Poison) -> None:
    """People, of whom the last ones have no key and are rejected."""
    headers = ["person_key", "full_name", "email", *(poison.take("header", without="\x00") for _ in range(10))]
    rows = [[f"k{number}" if number < 10 else ""] + ["x"] * (len(headers) - 1) for number in range(30)]
    for row in rows:
        where = "cell" if row[0] else "rejected cell"
        row[1:] = [poison.take(where, without="\x00") for _ in row[1:]]
    with place.open("w", newline="", encoding="utf-8") as sheet:
        csv.writer(sheet).writerows([headers, *rows])


def _asked(poison: Poison) -> list[str]:
    """Jobs that failed with what the data said."""
    paths = []
    for number in range(5):
        job = ask_job(LOAD, {"upload": "gone"}, by=CONSOLE, key=f"hostile {number}")
        now = clock.now()
        claimed = queue.claim("anna", now)
        assert claimed == job
        error = GoodwordError("bad", poison.take("error of a job"), poison.take("way out of an error"))
        queue.fail(claimed, error, now)
        paths.append(f"/jobs/{job.pk}/")
    running = ask_job(LOAD, {"upload": "gone"}, by=CONSOLE, key="hostile, running")
    claimed = queue.claim("anna", clock.now())
    assert claimed == running
    queue.tell(claimed, stage=poison.take("stage of a job"), done=1, total=9, ready_at=None)
    return [*paths, f"/jobs/{running.pk}/"]


def _team(poison: Poison) -> list[str]:
    paths = []
    for number in range(8):
        email = f"zq{number}{{{{7*191}}}}zq'`|@northwind.example"
        user = let_in(email, Role.CSM, name=poison.printable("name of a user", 200))
        make_token(user, poison.printable("name of a token", 80), scope="read", lasts=timedelta(days=9), by=CONSOLE)
        give_role(user, Role.SALES, by=CONSOLE, reason=poison.take("reason of a role"))
        paths.append(f"/team/{user.pk}/")
        if number % 2:
            deactivate_user(user, by=CONSOLE, reason=poison.take("reason of a farewell"))
        else:
            days = 40 + number
            changing.change({}, SETTING, days, by=_actor(user), reason=poison.take("reason of a setting", 500))
    return [*paths, "/team/", "/team/tokens/", f"/settings/{SETTING}/", "/settings/groups/finders/", *_audit()]


def _audit() -> list[str]:
    return ["/audit/", "/audit/?noun=role", "/audit/?noun=user", "/audit/?noun=setting"]


def _actor(user: User) -> Actor:
    return Actor("user", str(user.pk), str(user), "web")


def _desk(poison: Poison, boss: User) -> None:
    """What the administrator is told, keeps and notes."""
    for number in range(12):
        error = GoodwordError("bad", poison.take("error in a notification"))
        notify_job_ended(boss, poison.take("name of a job"), key=f"hostile {number}", failure=error)
        notify_rows_rejected([boss], poison.take("name of an import"), 3, url="/data/")
        save_view(boss, "people", poison.printable("name of a view", 70), f"page={number}", by=CONSOLE)
    generation = Publication.current()
    assert generation is not None
    for moment in Moment.objects.within(generation).filter(person_id__startswith="n")[:12]:
        answer_moment(moment, "thank", by=_actor(boss), note=poison.take("note"))


def _people_pages() -> list[str]:
    pages = [f"/{place}/?page={number}" for place in ("today", "people") for number in range(1, 6)]
    people = [f"/people/{name}{number}/" for name, count in (("n", 12), ("w", WIDE)) for number in range(count)]
    return [*pages, *people, "/people/?sort=name", "/people/?state=resting", "/measures/", "/notifications/"]
