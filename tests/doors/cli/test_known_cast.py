"""Eight people whose story is known, from plain files with the contract's own headers to what is found about them."""

import csv
import fcntl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.doors.cli.conftest import Console

pytestmark = pytest.mark.xdist_group("command line")

DAY = "2026-11-19"

ACCOUNTS = """account_id,name,status,plan,arr,started_on
oriel,Oriel Foods,active,pro,94000,2021-03-01
halden,Halden Health,active,pro,61000,2022-05-01
zephyr,Zephyr Mobility,active,pro,58000,2026-07-20
kestrel,Kestrel Freight,active,pro,186000,2019-02-01
"""
PEOPLE = """person_key,account_id,full_name,email,title,pays,influence,opted_out_on
rhiannon,oriel,Rhiannon Pugh,rhiannon@oriel.example,Finance Systems Lead,,,
hemi,oriel,Hemi Ngata,hemi@oriel.example,General Manager Finance,true,,
ingrid,halden,Ingrid Solberg,ingrid@halden.example,Director of Patient Flow,,,
selin,zephyr,Selin Yıldız,selin@zephyr.example,Head of Data,true,high,
joost,kestrel,Joost van der Meer,joost@kestrel.example,Head of Operations,true,high,
etienne,kestrel,Étienne Tremblay,etienne@kestrel.example,Data Analyst,,,
amara,kestrel,Amara Diallo,amara@kestrel.example,Group CFO,,,
olena,kestrel,Olena Kovalenko,olena@kestrel.example,Planner,,,2026-06-01
"""
RESPONSES = """response_id,survey,score,comment,email,answered_at
n1,nps,10,We closed the books four days earlier than last year.,HEMI@oriel.example,2026-11-10T09:00:00Z
n2,nps,4,It has been slow since the update.,olena@kestrel.example,2026-11-12T09:00:00Z
n3,nps,10,Wonderful.,amara@kestrel.example,2026-11-25T09:00:00Z
"""
INTERACTIONS = """interaction_id,at,channel,direction,person_key,account_id,text,priority,status,resolved_at
t1,2026-11-18T16:42:00Z,ticket,in,rhiannon,oriel,"The close went from six weeks to four days. Thanks.",normal,closed,
t2,2026-11-17T08:00:00Z,ticket,in,ingrid,halden,The bed board shows the census of yesterday.,urgent,open,
t3,2026-11-16T08:00:00Z,email,in,amara,kestrel,"Thanks, have a nice weekend!",,,
t4,2026-11-16T09:00:00Z,email,out,amara,kestrel,"Their month-end close went from six weeks to four days.",,,
"""
POSTS = """post_id,at,person_key,kind,parent_id,accepted,text
q1,2026-09-01T00:00:00Z,rhiannon,question,,,How do I share a metric?
q2,2026-09-02T00:00:00Z,hemi,question,,,How do I name an owner?
q3,2026-09-03T00:00:00Z,ingrid,question,,,How do I export?
a1,2026-09-04T00:00:00Z,etienne,answer,q1,true,In the library.
a2,2026-09-05T00:00:00Z,etienne,answer,q2,true,In the settings.
a3,2026-09-06T00:00:00Z,etienne,answer,q3,,In the menu.
"""
EMPLOYMENTS = """person_key,account_id,title,started_on,ended_on
selin,kestrel,Analytics Lead,2020-01-01,2026-05-31
selin,zephyr,Head of Data,2026-06-15,
"""
CONTRACTS = """contract_id,account_id,kind,signed_on,starts_on,ends_on,arr,currency
c1,oriel,new,2021-03-01,2021-03-01,2027-04-30,94000,EUR
c2,halden,new,2022-05-01,2022-05-01,2027-05-01,61000,EUR
c3,zephyr,new,2026-07-20,2026-07-20,2027-07-19,58000,EUR
c4,kestrel,new,2019-02-01,2019-02-01,2026-10-31,122000,EUR
c5,kestrel,renewal,2026-10-20,2026-11-01,2029-10-31,186000,EUR
"""
ASKS = """ask_id,person_key,kind,asked_on,answer,answered_on
k1,amara,talk,2026-10-05,accepted,2026-10-06
k2,amara,quote,2026-11-02,accepted,2026-11-03
k3,selin,logo,2026-03-02,never,2026-03-02
"""
USAGE = "at,account_id,person_key,feature\n" + "".join(
    f"2026-{month:02}-{day:02}T10:00:00Z,oriel,{person},{feature}\n"
    for person, days, features in [("rhiannon", 14, ("board", "chart")), ("hemi", 3, ("board",)), ("x", 2, ("board",))]
    for month in (10,)
    for day in range(1, days + 1)
    for feature in features
)
FILES = {
    "accounts": ACCOUNTS,
    "people": PEOPLE,
    "responses": RESPONSES,
    "interactions": INTERACTIONS,
    "posts": POSTS,
    "employments": EMPLOYMENTS,
    "contracts": CONTRACTS,
    "asks": ASKS,
    "usage": USAGE,
}


@pytest.fixture(scope="module")
def cast(new_console: Callable[[], Console], tmp_path_factory: pytest.TempPathFactory) -> Console:
    folder = tmp_path_factory.mktemp("cast")
    for name, text in FILES.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    console = new_console()
    report = console.json("load", str(folder), "--yes")
    assert report["totals"]["rejected"] == 0
    return console


@pytest.fixture(scope="module")
def found(cast: Console) -> dict[str, dict[str, Any]]:
    people = cast.json("find", "--as-of", DAY, "--limit", "0")
    return {person["name"]: person for person in people if person["name"]}


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Rhiannon Pugh", {"win", "super_user"}),
        ("Hemi Ngata", {"promoter", "win"}),
        ("Selin Yıldız", {"repeat_customer"}),
        ("Joost van der Meer", {"growth"}),
        ("Étienne Tremblay", {"champion"}),
    ],
)
def test_each_story_is_found_as_what_it_is(found: dict[str, dict[str, Any]], name: str, kinds: set[str]) -> None:
    assert {signal["kind"] for signal in found[name]["signals"]} == kinds


def test_thanks_our_own_words_and_tomorrow_are_no_signal(found: dict[str, dict[str, Any]]) -> None:
    assert found["Amara Diallo"]["signals"] == []


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Ingrid Solberg", {"urgent_ticket"}),
        ("Amara Diallo", {"capped", "resting"}),
        ("Olena Kovalenko", {"opted_out", "low_nps", "complaint"}),
    ],
)
def test_each_hold_is_told_with_a_sentence(found: dict[str, dict[str, Any]], name: str, codes: set[str]) -> None:
    person = found[name]
    assert person["held"]
    assert {hold["code"] for hold in person["holds"]} == codes
    assert all(hold["sentence"].endswith(".") for hold in person["holds"])


def test_never_holds_that_kind_of_act_alone(found: dict[str, dict[str, Any]]) -> None:
    selin = found["Selin Yıldız"]
    assert not selin["held"]
    assert [(hold["code"], hold["act_kind"]) for hold in selin["holds"]] == [("never", "logo")]


def test_two_asks_in_a_quarter_rest_a_person_until_the_next_one(found: dict[str, dict[str, Any]]) -> None:
    until = {hold["code"]: hold["until"] for hold in found["Amara Diallo"]["holds"]}
    assert until == {"capped": "2027-01-01", "resting": "2026-12-17"}


def test_the_exact_words_are_the_evidence(found: dict[str, dict[str, Any]]) -> None:
    win = next(signal for signal in found["Rhiannon Pugh"]["signals"] if signal["kind"] == "win")
    (piece,) = win["evidence"]
    assert (piece["table"], piece["id"]) == ("interactions", "t1")
    text = next(row["text"] for row in csv.DictReader(INTERACTIONS.splitlines()) if row["interaction_id"] == "t1")
    assert text[piece["start"] : piece["end"]] == piece["quote"]
    assert "from six weeks to four days" in piece["quote"]


def test_the_person_is_at_the_account_of_the_day(cast: Console) -> None:
    then, now = (cast.json("why", "selin", "--as-of", day)["account"] for day in ("2026-03-01", DAY))
    assert (then, now) == ("Kestrel Freight", "Zephyr Mobility")


def test_a_second_run_at_the_same_time_is_turned_away(cast: Console) -> None:
    with (cast.workspace / "run.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = cast.run("run", "--as-of", DAY)
    assert done.returncode == 2
    assert "Another run is at work" in done.stderr


def test_an_undone_import_takes_its_asks_out_of_the_ledger(new_console: Callable[[], Console], tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    console = new_console()
    console.json("load", str(tmp_path), "--yes")
    (tmp_path / "asks.csv").write_text(ASKS, encoding="utf-8")
    second = console.json("load", str(tmp_path / "asks.csv"), "--yes")["import_id"]
    assert [past["what"] for past in console.json("why", "amara", "--as-of", DAY)["history"]] == ["accepted"] * 2
    console.out("undo", second)
    assert console.json("why", "amara", "--as-of", DAY)["history"] == []
