"""Publishing: readers see one generation or the next, whole; nothing is published twice; a kill leaves no trace."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import (
    Generation,
    Hold,
    Likelihood,
    ListedAccount,
    ListedPerson,
    Moment,
    Portfolio,
    Publication,
    Remark,
    RosterPart,
    SearchBlock,
    Signal,
)
from goodword.programme.advocates.search.engine import search
from tests.world import TODAY, crowd, the_cast

pytestmark = pytest.mark.django_db

TABLES = (ListedPerson, Signal, Hold, Likelihood, Remark, Moment)


def publish(fingerprint: str = "one", *, as_of: date = TODAY) -> Generation:
    return publish_findings(the_cast().findings(), as_of=as_of, fingerprint=fingerprint)


def rows_of(generation: Generation) -> dict[str, list[dict[str, object]]]:
    """Everything a generation holds, without the numbers that differ from one generation to the next."""
    found = {}
    for table in TABLES:
        fields = [field.attname for field in table._meta.fields if field.attname not in {"id", "generation_id"}]
        found[table.__name__] = list(table.objects.within(generation).order_by("id").values(*fields))
    return found


def test_before_the_first_publication_there_is_nothing_to_read() -> None:
    assert Publication.current() is None


def test_everybody_is_listed_once_with_their_numbers() -> None:
    generation = publish()
    assert Publication.current() == generation
    listed = {row.person_id: row for row in ListedPerson.objects.within(generation)}
    assert len(listed) == 12
    rhiannon = listed["rhiannon"]
    assert (rhiannon.state, rhiannon.best_act, rhiannon.best_likelihood) == ("ready", "quote", 0.64)
    assert rhiannon.words is not None
    assert rhiannon.words["quote"].startswith("this is the first month-end")
    assert {person: row.state for person, row in listed.items() if row.state != "ready"} == {
        "anjali": "unknown",
        "olena": "unknown",
        "ingrid": "resting",
        "amara": "resting",
        "meiling": "resting",
        "nobody": "silent",
    }


def test_the_list_puts_ready_before_not_known_before_resting_before_silent() -> None:
    states = list(ListedPerson.objects.within(publish()).order_by("rank").values_list("state", flat=True))
    assert states == sorted(states, key=["ready", "unknown", "resting", "silent"].index)
    best = ListedPerson.objects.filter(state="ready").order_by("rank").values_list("best_likelihood", flat=True)
    assert list(best) == sorted((number or 0.0 for number in best), reverse=True)


def test_the_same_fingerprint_publishes_nothing() -> None:
    first = publish()
    before = {table: list(table.objects.values_list("pk", flat=True)) for table in TABLES}
    assert publish() == first
    assert {table: list(table.objects.values_list("pk", flat=True)) for table in TABLES} == before


def test_the_same_findings_give_the_same_rows() -> None:
    assert rows_of(publish("one")) == rows_of(publish("two"))


def test_the_generation_before_stays_for_those_who_read_it_and_older_ones_go() -> None:
    for name in ("one", "two", "three"):
        latest = publish(name)
    assert sorted(Generation.objects.values_list("fingerprint", flat=True)) == ["three", "two"]
    assert Publication.current() == latest
    kept = set(ListedPerson.objects.values_list("generation_id", flat=True))
    assert kept == set(Generation.objects.values_list("number", flat=True))


class PulledPlugError(Exception):
    """What the progress callback throws to stop a publication at a certain step."""


@pytest.mark.parametrize("steps", [1, 2, 3, 5, 8, 20])
def test_a_failure_at_any_step_leaves_what_was_there(steps: int) -> None:
    before = publish("one")
    findings = crowd(30).findings()
    told = 0

    def pull_the_plug(_stage: str, _done: int, _total: int) -> None:
        nonlocal told
        told += 1
        if told == steps:
            raise PulledPlugError

    with pytest.raises(PulledPlugError):
        publish_findings(findings, as_of=TODAY, fingerprint="two", people_at_once=10, progress=pull_the_plug)
    assert Publication.current() == before
    assert ListedPerson.objects.within(before).count() == 12
    assert [hit.id for hit in search(before, "rhiannon")] == ["rhiannon"]

    after = publish_findings(findings, as_of=TODAY, fingerprint="two")
    assert Publication.current() == after
    assert ListedPerson.objects.exclude(generation=before).count() == 30
    assert [hit.id for hit in search(after, "person 7")] == ["p000007"]
    for table in (RosterPart, SearchBlock, Portfolio, ListedAccount):
        assert set(table.objects.values_list("generation_id", flat=True)) <= {before.number, after.number}
    assert not Generation.objects.filter(state="building").exists()


_PUBLISHER = """
import sys, time
import django
django.setup()
from django.core.management import call_command
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation, ListedPerson, Publication
from tests.world import TODAY, crowd, the_cast

def wait_to_be_killed(stage, done, total):
    if sys.argv[1] == "dies" and done:
        print("half way", flush=True)
        time.sleep(60)

if sys.argv[1] == "first":
    call_command("migrate", verbosity=0)
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="one")
elif sys.argv[1] in {"dies", "again"}:
    publish_findings(crowd(30).findings(), as_of=TODAY, fingerprint="two", people_at_once=20,
                     progress=wait_to_be_killed)
current = Publication.current()
print(current.fingerprint, ListedPerson.objects.within(current).count(), ListedPerson.objects.count(),
      Generation.objects.filter(state="building").count())
"""


def test_a_kill_half_way_is_invisible_and_the_next_run_tidies_up(tmp_path: Path) -> None:
    (tmp_path / "goodword.toml").touch()
    environment = {
        **os.environ,
        "GOODWORD_WORKSPACE": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "goodword.config.settings",
        "PYTHONPATH": str(Path(__file__).parents[3]),
    }
    environment.pop("DATABASE_URL", None)

    def start(act: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", _PUBLISHER, act]
        return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)

    def last_line(act: str) -> str:
        with start(act) as process:
            told, _ = process.communicate(timeout=60)
        return told.strip().splitlines()[-1]

    assert last_line("first") == "one 12 12 0"
    with start("dies") as victim:
        assert victim.stdout is not None
        assert victim.stdout.readline().strip() == "half way"
        victim.send_signal(signal.SIGKILL)
    with closing(sqlite3.connect(tmp_path / "programme.sqlite3")) as database:
        pointer = "SELECT fingerprint FROM advocates_generation JOIN advocates_publication ON generation_id = number"
        assert database.execute(pointer).fetchall() == [("one",)]
        assert database.execute("SELECT count(*) FROM advocates_listedperson").fetchone() == (12 + 20,)
    assert last_line("again") == f"two 30 {12 + 30} 0"


def test_the_database_refuses_a_number_without_its_range() -> None:
    generation = publish()
    known = Likelihood.objects.within(generation).filter(known=True)
    for broken in ({"low": None}, {"low": 0.99, "likelihood": 0.5}, {"known": False}, {"high": 1.2}):
        with pytest.raises(IntegrityError), transaction.atomic():
            known.update(**broken)


def test_the_database_keeps_one_pointer_and_one_row_a_person() -> None:
    generation = publish()
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.create(id=2, generation=generation)
    twin = ListedPerson.objects.within(generation).get(person_id="selin")
    twin.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Generation.objects.update(state="published", published_at=None)


def test_pages_get_their_counts_ready_made() -> None:
    told = publish().counts
    assert told["states"] == {"ready": 6, "unknown": 2, "resting": 3, "silent": 1}
    assert told["moments"] == {"waiting": 6, "ready": 5, "resting": 3}
    assert told["kinds"]["super_user"] == 3
    assert [fire["account"] for fire in told["fires"]] == ["Halden Health"]


def test_rows_about_nobody_known_are_left_out() -> None:
    cast = the_cast()
    cast.signal("stranger", "promoter", "2026-11-18T10:00", numbers={"score": 10})
    generation = publish_findings(cast.findings(), as_of=TODAY, fingerprint="x")
    assert not Signal.objects.within(generation).about("stranger").exists()


def test_findings_without_a_column_of_their_contract_are_refused() -> None:
    findings = the_cast().findings()
    with pytest.raises(ValueError, match="signals lacks strength"):
        type(findings)(
            persons=findings.persons,
            accounts=findings.accounts,
            signals=findings.signals.drop_columns(["strength"]),
            holds=findings.holds,
            likelihoods=findings.likelihoods,
        )
