"""Lists, counts and searches by owner say what the rows say."""

from itertools import product

import pytest

from goodword.doors.web import listing as listing_by
from goodword.doors.web.listing import ORDERS, Chosen, list_people
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import KIND_BITS, Generation, Likelihood, ListedPerson, Moment, Portfolio
from goodword.programme.advocates.roster import ARRAYS, counts_for, read_array
from goodword.programme.people.models import Account, Person
from tests.world import TODAY, Cast, the_cast

pytestmark = pytest.mark.django_db

LEILA, NOOR = "leila@northwind.example", "noor@northwind.example"


def shared() -> Cast:
    """The cast, with what Noor cares for written in capitals."""
    cast = the_cast()
    for row in cast.rows["accounts"]:
        if row["account_id"] in {"halden", "kestrel", "sahel"}:
            row["owner_email"] = " Noor@Northwind.EXAMPLE"
    return cast


@pytest.fixture
def published() -> Generation:
    return publish_findings(shared().findings(), as_of=TODAY, fingerprint="shared")


def slowly(generation: Generation, chosen: Chosen, owner: str) -> list[str]:
    """Who fits, row by row."""
    people = list(ListedPerson.objects.within(generation).cared_for_by(owner).order_by(chosen.order))
    if chosen.kind:
        people = [person for person in people if person.kinds & KIND_BITS[chosen.kind]]
    if not chosen.act:
        fits = {chosen.state} if chosen.state else {"ready", "unknown", "resting"}
        return [person.person_id for person in people if person.state in fits]
    rows = Likelihood.objects.within(generation).of_kind(chosen.act).order_by("rank")
    state = {row.person_id: row.state for row in rows}
    told = [person.person_id for person in people if person.person_id in state]
    if chosen.order == "rank":
        told.sort(key=list(state).index)
    return [person for person in told if not chosen.state or state[person] == chosen.state]


@pytest.mark.parametrize("few", [0, 1_000], ids=["asked where they stand", "walked through"])
@pytest.mark.parametrize("owner", ["", LEILA, NOOR.upper(), "nobody@northwind.example"])
def test_every_filter_and_order_gives_the_rows_that_fit(
    published: Generation, owner: str, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing_by, "FEW", few)  # both ways through a list, whatever its size
    states = ("", "ready", "unknown", "resting", "silent")
    for act, kind, state, sort in product(("", "quote", "logo"), ("", "win", "champion"), states, ORDERS):
        chosen = Chosen(act=act, kind=kind, state=state, sort=sort)
        listing = list_people(published, chosen, owner=owner)
        expected = slowly(published, chosen, owner)
        assert (list(listing.ids), listing.count) == (expected, len(expected)), chosen
        assert listing.ids[1:3] == expected[1:3]


def test_a_search_narrows_the_list_and_keeps_its_order(published: Generation) -> None:
    everybody = list(list_people(published, Chosen(sort="name")).ids)
    found = list(list_people(published, Chosen(q="data", sort="name")).ids)
    assert found == [person for person in everybody if person in {"etienne", "meiling", "selin"}]
    assert list(list_people(published, Chosen(q="data"), owner=NOOR).ids) == []
    assert list(list_people(published, Chosen(q="someone@example.org", state="silent")).ids) == ["nobody"]
    assert list(list_people(published, Chosen(q="someone", state="silent"), contacts=False).ids) == []
    assert list(list_people(published, Chosen(q="weekend"), words=False).ids) == []


def test_a_colleague_sees_the_people_of_her_accounts_whatever_the_case(published: Generation) -> None:
    assert set(ListedPerson.objects.within(published).cared_for_by(LEILA).values_list("person_id", flat=True)) == {
        *("rhiannon", "hemi"),
    }
    noors = {"ingrid", "amara", "joost", "olena"}
    for model in (ListedPerson, Likelihood):
        rows = model.objects.within(published).cared_for_by(NOOR.upper())
        assert set(rows.values_list("person_id", flat=True)) == noors
    moments = Moment.objects.within(published).cared_for_by(NOOR)
    assert set(moments.values_list("person_id", flat=True)) == noors - {"olena"}
    assert set(Account.objects.cared_for_by(NOOR).values_list("account_id", flat=True)) == {
        "halden",
        "kestrel",
        "sahel",
    }
    assert set(Person.objects.cared_for_by(NOOR).values_list("person_id", flat=True)) == noors
    assert Person.objects.cared_for_by("").count() == 12


def test_counts_of_an_owner_are_counts_of_their_people(published: Generation) -> None:
    told = counts_for(published, NOOR.upper())
    listed = ListedPerson.objects.within(published).cared_for_by(NOOR)
    moments = Moment.objects.within(published).cared_for_by(NOOR)
    assert told["people"] == listed.count()
    assert told["states"] == {state: listed.filter(state=state).count() for state in told["states"]}
    assert told["kinds"] == {kind: listed.showing(bit).count() for kind, bit in KIND_BITS.items()}
    assert told["moments"]["waiting"] == moments.waiting().count()
    assert told["moments"]["resting"] == moments.resting().count() == 2
    likely = Likelihood.objects.within(published).cared_for_by(NOOR)
    for act, states in told["acts"].items():
        assert states == {state: likely.of_kind(act).standing(state).count() for state in states}
    assert [fire["account"] for fire in told["fires"]] == ["Halden Health"]
    assert counts_for(published, LEILA)["fires_in_all"] == 0
    assert (told["accounts"], published.counts["accounts"]) == (3, 9)


def test_counts_of_everybody_and_of_nobody_have_the_same_shape(published: Generation) -> None:
    everybody, nobody = counts_for(published, ""), counts_for(published, "nobody@northwind.example")
    assert everybody == published.counts
    assert set(nobody) == set(everybody)
    assert (nobody["people"], nobody["fires"], set(nobody["states"].values())) == (0, [], {0})
    for portfolio in Portfolio.objects.of(published.number):
        assert set(portfolio.counts) | {"figures", "segments", "themes"} == set(everybody)


def test_arrays_hold_everybody_once_in_each_order(published: Generation) -> None:
    for name in ("name", "fresh"):
        assert sorted(read_array(published, name).tolist()) == list(range(12))
    for_everybody = ("kinds", "owner", "name", "fresh", "account")
    assert {len(read_array(published, name)) for name in for_everybody} == {12}
    assert {len(read_array(published, name)) for name in ARRAYS if name.startswith("account:")} == {9}
    assert not read_array(published, "kinds").flags.writeable


def test_generations_with_the_same_number_are_told_apart(published: Generation) -> None:
    before = list(list_people(published, Chosen()).ids)
    Portfolio.objects.all().delete()
    cast = Cast()
    cast.person("p", "P", "", None)
    later = publish_findings(cast.findings(), as_of=TODAY, fingerprint="later")
    later.number, number = published.number, later.number
    assert len(before) > 1
    later.number = number
    assert list(list_people(later, Chosen(state="silent")).ids) == ["p"]
