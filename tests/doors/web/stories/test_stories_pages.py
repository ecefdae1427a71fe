"""The pages of stories: what sales may show today, found by its words, and nothing that nobody allowed."""

import re

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.kit import clock
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.people.models import Account, Person
from goodword.programme.stories.actions.approve_version import approve_version
from goodword.programme.stories.actions.withdraw_story import withdraw_story
from goodword.programme.stories.actions.write_story import write_story
from goodword.programme.stories.models import Version
from goodword.programme.stories.telling import Figure, Said, Telling
from goodword.programme.team.roles import Role
from goodword.runs.workspace import create_workspace
from tests.permissions import CONSOLE, TODAY, account, allows, person
from tests.team import let_in, window_of
from tests.world import the_cast

pytestmark = pytest.mark.django_db

WORDS = "We closed the books four days earlier, and I slept."


@pytest.fixture(autouse=True)
def cast(db: None, tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    settings.WORKSPACE = create_workspace(tmp_path_factory.mktemp("web") / "workspace").path
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


@pytest.fixture
def rep() -> Client:
    """The browser of somebody in sales."""
    return window_of(let_in("rep@northwind.example", Role.SALES))


def story(*, title: str = "Month end at Te Awa", audience: str = "public", allowed: str = "public") -> Version:
    """A story of Hemi's, approved; both keys are there unless `allowed` is empty."""
    told = Telling(
        account=account("teawa"),
        title=title,
        text=f"Hemi says: {WORDS}",
        quotes=(Said(person("hemi"), WORDS),),
        outcomes=(Figure("to close the books", "5 days", "9 days"),),
        audience=audience,
    )
    version = write_story(told, by=CONSOLE)
    approve_version(version, by=CONSOLE)
    if allowed:
        for key in (person("hemi"), account("teawa")):
            allows(key, "case_study", audience=allowed)
    return version


def test_a_rep_finds_a_story_and_reads_it(rep: Client) -> None:
    made = story()
    page = rep.get("/stories/").text
    assert "Month end at Te Awa" in page
    assert WORDS in page
    assert f'href="/stories/{made.story_id}/"' in page
    one = rep.get(f"/stories/{made.story_id}/").text
    assert WORDS in one
    assert "9 days" in one


def test_nothing_that_nobody_allowed_is_shown_to_anybody(rep: Client) -> None:
    made = story(allowed="")
    for window in (rep, window_of(let_in("root@northwind.example", Role.ADMINISTRATOR))):
        assert WORDS not in window.get("/stories/").text
        assert "No story may be shown yet" in window.get("/stories/").text
        assert window.get(f"/stories/{made.story_id}/").status_code == 404


def test_who_opts_out_takes_their_story_along_at_once(rep: Client) -> None:
    made = story()
    opt_out_person("hemi", by=CONSOLE, said_on=clock.today())
    assert WORDS not in rep.get("/stories/").text
    assert rep.get(f"/stories/{made.story_id}/").status_code == 404


def test_a_private_story_is_not_among_those_for_everybody(rep: Client) -> None:
    story(audience="private", allowed="private")
    assert "not in public" in rep.get("/stories/").text
    assert "No story fits" in rep.get("/stories/?for=public").text
    assert WORDS in rep.get("/stories/?for=private").text


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("month", True),
        ("te awa clos", True),
        ("slept", True),
        ("sletp", True),
        ("motnh te aw", True),
        ("mnothend", False),
        ("quarterly", False),
        ("month oriel", False),
        ("???", False),
    ],
)
def test_a_story_is_found_by_its_title_its_account_and_its_words(rep: Client, *, typed: str, found: bool) -> None:
    story()
    assert (WORDS in rep.get("/stories/", {"q": typed}).text) is found
    assert ("Month end at Te Awa" in rep.get("/search/", {"q": typed}).text) is found


def test_somebody_without_a_name_is_not_called_by_their_address(rep: Client) -> None:
    made = story()
    Person.objects.filter(pk="hemi").update(name="", email="hemi@teawa.example")
    for page in ("/stories/", f"/stories/{made.story_id}/"):
        assert WORDS in rep.get(page).text
        assert "hemi@teawa.example" not in rep.get(page).text


def test_what_stands_in_a_story_is_text_and_nothing_else(rep: Client) -> None:
    made = story(title="<script>alert(1)</script>")
    for page in ("/stories/", f"/stories/{made.story_id}/", "/search/?q=alert"):
        assert "&lt;script&gt;" in rep.get(page).text
        assert "<script>alert" not in rep.get(page).text


def test_who_sees_their_own_accounts_only_sees_the_stories_of_those() -> None:
    made = story()
    Account.objects.filter(pk="teawa").update(owner_email="mine@northwind.example")
    mine, other = (window_of(let_in(f"{who}@northwind.example", Role.CSM, reach="own")) for who in ("mine", "other"))
    assert [window.get(f"/stories/{made.story_id}/").status_code for window in (mine, other)] == [200, 404]
    assert [WORDS in window.get("/stories/").text for window in (mine, other)] == [True, False]
    assert [made.title in window.get("/search/?q=month").text for window in (mine, other)] == [True, False]


def test_older_stories_stand_behind_the_newer_ones_however_many_between_are_not_shown(rep: Client) -> None:
    made = [story(title=f"Story number {number}") for number in range(60)]
    hidden = [version for version in made if version.story_id % 2]
    for version in hidden:
        withdraw_story(version.story, by=CONSOLE, reason="It is old.")
    seen: list[int] = []
    address: str | None = "/stories/"
    while address:
        page = rep.get(address).text
        seen += [int(number) for number in re.findall(r'href="/stories/(\d+)/"', page)]
        older = re.search(r'href="(\?older=\d+)" rel="next"', page)
        address = f"/stories/{older[1]}" if older else None
    assert seen == sorted({version.story_id for version in made} - {one.story_id for one in hidden}, reverse=True)


def test_a_number_that_is_none_shows_the_newest(rep: Client) -> None:
    story()
    for number in ("x", "-1", "²", "9" * 40):
        assert WORDS in rep.get("/stories/", {"older": number}).text
