"""After a text that arrived, lists, counts, accounts, the person's page and Today tell the same, before any run."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.test import Client

from goodword.doors.web.account_listing import Chosen as ChosenAccounts
from goodword.doors.web.account_listing import list_accounts, people_of
from goodword.doors.web.listing import ORDERS, Chosen, list_people
from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.likeliest import likeliest_of
from goodword.programme.advocates.models import (
    KIND_BITS,
    STATES,
    Generation,
    Hold,
    Likelihood,
    ListedAccount,
    ListedPerson,
    Moment,
    Portfolio,
    Publication,
)
from goodword.programme.advocates.roster import counts_for
from goodword.programme.advocates.sight import Sight
from goodword.programme.people.one_person import one_person
from goodword.programme.team.actor import Actor
from goodword.programme.team.roles import Right
from goodword.runs.arriving import Said
from goodword.runs.at_once import hear_at_once
from goodword.runs.workspace import Workspace, create_workspace
from tests.world import TODAY, crowd

pytestmark = pytest.mark.django_db

WIN = "We cut onboarding from six weeks to four days."
COMPLAINT = "It was great until the last update, now nothing works."


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "workspace")


def hear(workspace: Workspace, person_id: str, text: str) -> None:
    person = one_person(person_id)
    assert person is not None
    hear_at_once(workspace, person, Said(text), by=Actor.console())


def now() -> Generation:
    generation = Publication.current()
    assert generation is not None
    return generation


def assert_lists_agree(owner: str) -> None:
    """Every way to list people names those whose lines say so, once, and is as long as the counts say."""
    generation, told = now(), counts_for(now(), owner)
    rows = list(ListedPerson.objects.within(generation).cared_for_by(owner))
    for state in STATES:
        mine = sorted(row.person_id for row in rows if row.state == state)
        assert told["states"][state] == len(mine), state
        for sort in ORDERS:
            assert sorted(list_people(generation, Chosen(state=state, sort=sort), owner=owner).ids) == mine
    speaking = [row for row in rows if row.state != "silent"]
    states = [
        {row.person_id: row.state for row in rows}[one] for one in list_people(generation, Chosen(), owner=owner).ids
    ]
    assert states == sorted(states, key=STATES.index)
    for sort in ORDERS:
        shown = list_people(generation, Chosen(sort=sort), owner=owner)
        assert sorted(shown.ids) == sorted(row.person_id for row in speaking)
    for kind, bit in KIND_BITS.items():
        mine = sorted(row.person_id for row in speaking if row.kinds & bit)
        assert told["kinds"][kind] == len(mine)
        assert sorted(list_people(generation, Chosen(kind=kind), owner=owner).ids) == mine
    held = [row.person_id for row in rows if row.state == "resting"]
    assert not Likelihood.objects.within(generation).filter(person_id__in=held).exclude(state="resting").exists()
    for act in ACT_KINDS:
        likely = Likelihood.objects.within(generation).of_kind(act).cared_for_by(owner)
        for state in STATES[:3]:
            mine = sorted(likely.standing(state).values_list("person_id", flat=True))
            assert told["acts"][act][state] == len(mine), (act, state)
            assert sorted(list_people(generation, Chosen(act=act, state=state), owner=owner).ids) == mine
    moments = Moment.objects.within(generation).cared_for_by(owner)
    assert (told["moments"]["waiting"], told["moments"]["resting"]) == (
        moments.waiting().count(),
        moments.resting().count(),
    )
    ready = {row.person_id for row in rows if row.state == "ready"}
    assert told["moments"]["ready"] == moments.waiting().filter(person_id__in=ready).count()


def assert_accounts_agree() -> None:
    generation = now()
    sight = Sight(frozenset(Right))
    rows, people = ListedAccount.objects.of(generation.number), ListedPerson.objects.within(generation)
    listed = {
        people_in: set(list_accounts(generation, ChosenAccounts(people=people_in)).ranks)
        for people_in in ("ready", "silent")
    }
    for account in rows:
        theirs = list(people.filter(account_id=account.account_id).order_by("rank"))
        states = Counter(row.state for row in theirs)
        assert {state: count for state, count in account.states.items() if count} == dict(states)
        for state in STATES:
            mine = {row.rank for row in theirs if row.state == state}
            assert set(people_of(generation, account.rank, state=state).tolist()) == mine
        assert (account.rank in listed["ready"]) == (states["ready"] > 0)
        likeliest = likeliest_of(sight, generation, [account.rank]).get(account.rank)
        ready = [row.person_id for row in theirs if row.state == "ready"]
        assert (likeliest.person_id if likeliest else None) == next(iter(ready), None)
        holds = Hold.objects.within(generation).filter(person_id__in=[row.person_id for row in theirs])
        held = Counter(code for _, code in set(holds.values_list("person_id", "code")))
        assert {one["code"]: one["people"] for one in account.holds} == dict(held)


def assert_all_agree() -> None:
    for owner in ("", *Portfolio.objects.of(now().number).values_list("owner_email", flat=True)):
        assert_lists_agree(owner)
    assert_accounts_agree()


def silent() -> str:
    return str(ListedPerson.objects.within(now()).standing("silent").values_list("person_id", flat=True)[0])


@pytest.mark.parametrize("text", [COMPLAINT, WIN, f"{WIN} {COMPLAINT}", "Hello."])
@pytest.mark.parametrize("person_id", ["rhiannon", "anjali", "olena", "ingrid", "selin", "silent"])
def test_whoever_says_whatever_everything_agrees(
    published: Generation, workspace: Workspace, person_id: str, text: str
) -> None:
    assert_all_agree()
    hear(workspace, silent() if person_id == "silent" else person_id, text)
    assert_all_agree()


def test_one_after_the_other_they_still_agree(published: Generation, workspace: Workspace) -> None:
    quiet = silent()
    for person_id, text in (
        ("rhiannon", COMPLAINT), ("hemi", WIN), ("hemi", COMPLAINT), (quiet, WIN), (quiet, COMPLAINT),
        ("rhiannon", WIN), ("etienne", WIN), ("etienne", f"{WIN} Truly."), ("anjali", COMPLAINT),
    ):  # fmt: skip
        hear(workspace, person_id, text)
        assert_all_agree()
    fresh = list(list_people(now(), Chosen(sort="fresh")).ids)
    assert fresh[:4] == ["etienne", "rhiannon", quiet, "hemi"]


def test_an_account_shows_the_likeliest_of_those_who_may_still_be_asked(db: None, workspace: Workspace) -> None:
    publish_findings(crowd(6).findings(), as_of=TODAY, fingerprint="a crowd")
    order = list(list_people(now(), Chosen(state="ready")).ids)
    for person_id in order[:2]:
        hear(workspace, person_id, COMPLAINT)
        assert_all_agree()
    assert list(list_people(now(), Chosen(state="ready")).ids) == order[2:]


def tab(page: str, label: str) -> int:
    found = re.search(rf"{label}\s*<[^>]*>\s*(\d+)", page)
    assert found is not None, label
    return int(found[1])


def test_a_reader_sees_it_on_every_page(published: Generation, workspace: Workspace, reader: Client) -> None:
    def listed(state: str) -> bool:
        return "/people/rhiannon/" in reader.get(f"/people/?state={state}").text

    assert (listed("ready"), listed("resting")) == (True, False)
    hear(workspace, "rhiannon", COMPLAINT)
    assert (listed("ready"), listed("resting")) == (False, True)
    assert "nothing works" in reader.get("/people/rhiannon/").text
    resting = Moment.objects.within(now()).resting().values_list("person_id", flat=True)
    assert "rhiannon" in resting
    counts = now().counts
    page = reader.get("/people/").text
    for state, label in (("ready", "Ready to ask"), ("resting", "Resting")):
        assert tab(page, label) == counts["states"][state]
