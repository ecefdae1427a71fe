"""Over two hundred draws of the sample company, being drawn has nothing to do with NPS; and a kill changes no draw."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from math import sqrt

import pytest

from tests.doors.cli.conftest import DAY, Console
from tests.doors.cli.published import publish_cast

pytestmark = pytest.mark.xdist_group("command line")

SITE = """
import django
django.setup()
from goodword.programme.lots.actions.keep_site import keep_site
from goodword.programme.lots.policies import SiteRules
from goodword.programme.team.actor import Actor
by = Actor.console()
rules = SiteRules(name="Peerview", url="https://peerview.example/us", disclosure="By lot.", days_between=1, size=20)
site = keep_site(rules, by=by)
"""
DRAWS = """
import hashlib, json, sys
from datetime import date, timedelta
from pathlib import Path
from goodword.finding.drawing.association import association
from goodword.finding.drawing.lot import draw, promise
from goodword.programme.lots.actions.finish_draw import finish_draw
from goodword.programme.lots.actions.promise_draw import promise_draw
from goodword.programme.lots.models import Eligible
from goodword.runs.drawing import latest_nps
from goodword.runs.proving import compare, faults_of
from goodword.runs.workspace import open_workspace
day = date.fromisoformat(sys.argv[1])
nps = latest_nps(open_workspace(Path(sys.argv[2])), day)
told = []
for number in range(200):
    seed = hashlib.sha256(str(number).encode()).digest()
    one = promise_draw(site, seed=seed, promise=promise(seed), day=day + timedelta(days=number), by=by)
    finish_draw(one, lot=lambda ids, size, key: draw(ids, size, seed=key), compare=compare, nps=nps, by=by)
    rows = list(Eligible.objects.filter(draw=one))
    found = association([row.place is not None for row in rows], [row.nps for row in rows], rounds=999)
    told.append([found.correlation, found.spread, found.p, found.eligible, len(faults_of(one))])
sys.stdout.write(json.dumps(told))
"""
DIES_DRAWING = """
import os, signal
from datetime import date
from goodword.finding.drawing.lot import promise
from goodword.programme.lots.actions.finish_draw import finish_draw
from goodword.programme.lots.actions.promise_draw import promise_draw
from goodword.runs.proving import compare
seed = bytes(range(32))
one = promise_draw(site, seed=seed, promise=promise(seed), day=date(2026, 11, 19), by=by)
finish_draw(one, lot=lambda *_: os.kill(os.getpid(), signal.SIGKILL), compare=compare, nps={}, by=by)
"""
DIES_INVITING = """
import django, os, signal
django.setup()
from datetime import date
from goodword.programme.asks.bounds import Bounds
from goodword.programme.lots.actions import invite_drawn
from goodword.programme.lots.models import Eligible
from goodword.doors.mail.inviting_drawn import write_invitation
from goodword.programme.team.actor import Actor
invite_drawn.queue_letter = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
rows = Eligible.objects.open()
invite_drawn.invite_drawn(
    rows[0].pk, write=write_invitation, day=date(2026, 11, 19), bounds=Bounds(), by=Actor.console()
)
"""


def told_by(console: Console, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What a program says in the workspace of a console."""
    env = {"GOODWORD_WORKSPACE": str(console.workspace), "DJANGO_SETTINGS_MODULE": "goodword.config.settings"}
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, env=os.environ | env, capture_output=True, text=True, check=False)


def test_being_drawn_has_nothing_to_do_with_nps_over_two_hundred_draws(run_console: Callable[[], Console]) -> None:
    console = run_console()
    done = told_by(console, SITE + DRAWS, DAY, str(console.workspace))
    assert done.returncode == 0, done.stderr
    draws = json.loads(done.stdout)
    assert len(draws) == 200
    assert all(known > 50 and not faults for *_, known, faults in draws)
    mean = sum(correlation for correlation, *_ in draws) / len(draws)
    spread = sum(spread for _, spread, *_ in draws) / len(draws)
    assert abs(mean) < 3 * spread / sqrt(len(draws))
    scatter = sqrt(sum(correlation**2 for correlation, *_ in draws) / len(draws))
    assert scatter == pytest.approx(spread, rel=0.2)
    assert sum(p < 0.05 for _, _, p, *_ in draws) < 20


def test_a_draw_whose_process_is_killed_is_finished_with_the_seed_it_promised_and_nobody_is_invited_twice(
    new_console: Callable[[], Console], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = publish_cast(new_console())
    assert told_by(desk, SITE + DIES_DRAWING).returncode == -signal.SIGKILL
    (begun,) = desk.json("lots", "list")
    assert (begun["drawn"], begun["eligible"]) == (0, 0)
    done = desk.json("lots", "draw", "Peerview", "--on", "2026-11-20")
    assert (done["draw"], done["promise"], done["drawn"] > 0) == (begun["draw"], begun["promise"], True)
    told = desk.json("lots", "proof", str(done["draw"]))
    assert (told["seed"], told["faults"]) == (bytes(range(32)).hex(), [])
    assert told_by(desk, DIES_INVITING).returncode == -signal.SIGKILL
    assert desk.json("ask", "list") == []
    monkeypatch.setenv("GOODWORD_SMTP_URL", "smtp://127.0.0.1:9")
    desk.out("lots", "invite", "--on", "2026-11-20")
    asked = [one["person_id"] for one in desk.json("ask", "list")]
    assert len(asked) == len(set(asked)) == desk.json("lots", "list")[0]["invited"] > 0
    desk.out("lots", "invite", "--on", "2026-11-20")
    assert [one["person_id"] for one in desk.json("ask", "list")] == asked


def test_two_who_draw_at_one_moment_draw_once(new_console: Callable[[], Console]) -> None:
    desk = publish_cast(new_console())
    desk.out("lots", "site", "Peerview", "--url", "https://peerview.example/us", "--size", "3")
    with ThreadPoolExecutor(4) as presses:
        done = list(presses.map(lambda _: desk.run("lots", "draw", "Peerview", "--on", "2026-11-19"), range(4)))
    (made,) = desk.json("lots", "list")
    assert made["drawn"] == 3
    refused = [one.stderr for one in done if one.returncode]
    assert all("There was a draw for Peerview today." in one for one in refused)
    assert len(refused) < 4
