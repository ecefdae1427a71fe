"""`goodword run` and `goodword find` count the same people, and say so in the same words."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from goodword.evidence.records.advocacy import ACT_KINDS
from tests.doors.cli.conftest import DAY, Console

pytestmark = pytest.mark.xdist_group("command line")

PEOPLE = """person_key,full_name,email,opted_out_on
rhiannon,Rhiannon Pugh,rhiannon@oriel.example,
amara,Amara Diallo,amara@kestrel.example,
selin,Selin Yıldız,selin@zephyr.example,
joost,Joost van der Meer,joost@kestrel.example,
olena,Olena Kovalenko,olena@kestrel.example,2026-06-01
etienne,Étienne Tremblay,etienne@kestrel.example,
"""
RESPONSES = """response_id,survey,score,comment,email,answered_at
n1,nps,10,We closed the books four days earlier.,rhiannon@oriel.example,2026-10-20T09:00:00Z
"""
# Amara answered long ago and gave no sign since. Selin said never to every kind of act, Joost to one of them.
ASKS = "ask_id,person_key,kind,asked_on,answer,answered_on\nk,amara,talk,2025-01-05,accepted,2025-01-06\n" + "".join(
    f"n{number},{person},{kind},2025-02-{number + 1:02},never,2025-02-{number + 1:02}\n"
    for person, kinds in (("selin", ACT_KINDS), ("joost", ("logo",)))
    for number, kind in enumerate(kinds)
).replace("n0,joost", "n99,joost")
SENTENCE = re.compile(r": (\d+) could be asked, (\d+) not known well enough yet, (\d+) resting\.")


@pytest.fixture(scope="module")
def cast(new_console: Callable[[], Console], tmp_path_factory: pytest.TempPathFactory) -> Console:
    folder = tmp_path_factory.mktemp("six people")
    for name, text in {"people": PEOPLE, "responses": RESPONSES, "asks": ASKS}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    console = new_console()
    assert console.json("load", str(folder), "--yes")["totals"]["rejected"] == 0
    return console


def told(text: str) -> list[int]:
    found = SENTENCE.search(text)
    assert found, text
    return [int(number) for number in found.groups()]


def people(console: Console, *more: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = console.json("find", "--as-of", DAY, "--limit", "0", *more)
    return found


def states(console: Console, *more: str) -> dict[str, str]:
    return {person["name"]: person["state"] for person in people(console, *more)}


def counted(console: Console) -> list[int]:
    found = Counter(person["state"] for person in people(console))
    return [found[state] for state in ("ready", "unknown", "resting")]


def test_who_is_only_known_from_a_history_and_who_said_never_to_everything_are_counted_once(cast: Console) -> None:
    found = states(cast)
    assert found["Amara Diallo"] in {"ready", "unknown"}
    assert found["Selin Yıldız"] == found["Olena Kovalenko"] == "resting"
    assert found["Joost van der Meer"] in {"ready", "unknown"}
    assert "Étienne Tremblay" not in found  # nothing is known about him
    assert told(cast.out("run", "--as-of", DAY)) == told(cast.out("find", "--as-of", DAY)) == counted(cast)


def test_somebody_who_said_never_to_everything_stands_among_those_who_rest_with_the_reason(cast: Console) -> None:
    listed = cast.out("find", "--as-of", DAY)
    assert "Selin Yıldız" in listed.partition("Resting:")[2]


def test_for_one_kind_of_act_those_who_said_never_to_it_rest(cast: Console) -> None:
    assert states(cast, "--kind", "logo")["Joost van der Meer"] == "resting"
    assert states(cast, "--kind", "talk")["Joost van der Meer"] != "resting"


def test_in_a_whole_company_both_say_the_same(loaded_console: Callable[[], Console]) -> None:
    console = loaded_console()
    numbers = told(console.out("run", "--as-of", DAY))
    assert told(console.out("find", "--as-of", DAY)) == numbers == counted(console)
    assert all(numbers)
