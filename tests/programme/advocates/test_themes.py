"""Who speaks of what: counted from what is published, as colleagues want themes shown."""

import pytest

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation, ListedAccount, ListedPerson
from goodword.programme.advocates.themes import (
    WISH,
    Narrowed,
    Theme,
    heard_themes,
    said_in,
    speakers_of,
    themes_of_account,
    themes_told,
)
from goodword.programme.themes.shaping import Shape
from tests.cast import Cast
from tests.world import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def generation(db: None) -> Generation:
    """Two people of Kestrel and one of Halden; the portal is praised, missed and blamed."""
    cast = Cast()
    for account, segment, owner in (("kestrel", "Enterprise", "leila@x.example"), ("halden", "Small", "tom@x.example")):
        cast.account(account, account.title(), 1000, segment=segment, owner_email=owner)
    for person, account in (("joost", "kestrel"), ("olena", "kestrel"), ("ingrid", "halden")):
        cast.person(person, person.title(), "Planner", account)
    said(cast, "joost", "2026-11-10", "win", "portal", "speed")
    said(cast, "joost", "2026-11-11", "praise", "portal")
    said(cast, "olena", "2026-01-05", "wish", "Portale")
    said(cast, "olena", "2026-11-12", "praise", "portal", "Portale")
    said(cast, "ingrid", "2026-11-13", "complaint", "speed")
    said(cast, "ingrid", "2026-11-14", "praise")
    return publish_findings(cast.findings(), as_of=TODAY, fingerprint="spoken")


def said(cast: Cast, who: str, day: str, kind: str, *themes: str) -> None:
    words = f"{who} {day} {kind}"
    cast.said(who, f"t-{words}", words, words, at=f"{day}T09:00", kind=kind, themes=themes)


def told(generation: Generation, shape: Shape | None = None, **narrowed: str | int) -> dict[str, Theme]:
    found = said_in(generation, shape or Shape(), Narrowed(**narrowed))  # type: ignore[arg-type]  # words and days
    return {one.name: one for one in themes_told(generation, found)}


def test_a_theme_counts_different_people_and_accounts_and_each_side(generation: Generation) -> None:
    assert heard_themes(generation) == ["Portale", "portal", "speed"]
    themes = told(generation)
    assert list(themes) == ["portal", "speed", "Portale"]
    portal, speed = themes["portal"], themes["speed"]
    assert (portal.people, portal.accounts, portal.good, portal.complaints, portal.wishes) == (2, 1, 3, 0, 0)
    assert (speed.people, speed.accounts, speed.good, speed.complaints) == (2, 2, 1, 1)
    assert said_in(generation, Shape(), Narrowed()).people == 3


def test_the_newest_good_words_lead_to_who_said_them(generation: Generation) -> None:
    speed = told(generation)["speed"]
    assert ListedPerson.objects.within(generation).get(rank=speed.newest).person_id == "joost"
    assert speed.newest_is_good


def test_what_is_merged_counts_a_remark_once_and_goes_by_the_name_it_was_given(generation: Generation) -> None:
    shape = Shape(into={"portale": "portal"}, names={"portal": "Supplier portal"})
    portal = told(generation, shape)["Supplier portal"]
    assert (portal.theme, portal.people, portal.good, portal.wishes) == ("portal", 2, 3, 1)


def test_what_is_hidden_is_told_nowhere_and_who_said_it_still_said_something(generation: Generation) -> None:
    shape = Shape(hidden=frozenset({"portal", "portale"}))
    assert list(told(generation, shape)) == ["speed"]
    assert said_in(generation, shape, Narrowed()).people == 3


def test_it_narrows_to_an_owner_a_segment_and_the_last_days(generation: Generation) -> None:
    assert list(told(generation, owner="tom@x.example")) == ["speed"]
    assert list(told(generation, segment="Small")) == ["speed"]
    assert told(generation, segment="No such one") == {}
    assert told(generation, days=90)["Portale"].wishes == 0
    assert told(generation)["Portale"].wishes == 1


def test_who_spoke_of_it_last_stands_first(generation: Generation) -> None:
    people = dict(ListedPerson.objects.within(generation).values_list("rank", "person_id"))
    found = said_in(generation, Shape(into={"portale": "portal"}), Narrowed())
    assert [people[int(place)] for place in speakers_of(found, "Portal")] == ["olena", "joost"]
    assert [people[int(place)] for place in speakers_of(found, "portal", WISH)] == ["olena"]
    assert len(speakers_of(found, "no such one")) == 0


def test_an_accounts_themes_are_counted_anew_where_colleagues_shaped_them(generation: Generation) -> None:
    row = ListedAccount.objects.get(account_id="kestrel")
    assert [one["theme"] for one in themes_of_account(generation, row, Shape())] == ["portal", "Portale", "speed"]
    shape = Shape(into={"portale": "portal"}, hidden=frozenset({"speed"}))
    (portal,) = themes_of_account(generation, row, shape)
    assert portal == {
        "theme": "portal", "count": 3, "people": 2, "complaints": 0, "wishes": 1, "person_id": "olena"
    }  # fmt: skip


def test_a_generation_from_before_says_what_it_was_published_with(generation: Generation) -> None:
    del generation.counts["themes"]
    row = ListedAccount.objects.get(account_id="kestrel")
    assert themes_of_account(generation, row, Shape(hidden=frozenset({"speed"}))) == row.themes
    assert told(generation) == {}
