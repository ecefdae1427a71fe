"""What a person and a company love, with the words about it; what they wish for and complain about stands apart."""

import re

import pytest
from django.test import Client

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation, ListedAccount
from goodword.programme.team.roles import Role
from tests.cast import Cast
from tests.team import let_in, window_of
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db


def spoken_cast() -> Cast:
    """The cast, where Joost praises the portal four times and Olena once, wishes and complains about it too."""
    cast = the_cast()
    for day in range(1, 5):
        said(cast, "joost", day, f"The portal saved us {day} days.", "win")
    said(cast, "olena", 5, "I like the portal.", "praise")
    said(cast, "olena", 6, "I wish the portal had a queue.", "wish")
    said(cast, "olena", 7, "The portal is down again.", "complaint")
    return cast


def said(cast: Cast, who: str, day: int, words: str, kind: str) -> None:
    cast.said(who, f"t-{who}-{day}", words, words, at=f"2026-11-0{day}T09:00", kind=kind, themes=("supplier portal",))


@pytest.fixture
def spoken(db: None) -> Generation:
    return publish_findings(spoken_cast().findings(), as_of=TODAY, fingerprint="spoken")


def part(page: str, name: str) -> str:
    """One section of a page; empty where it has none."""
    _, found, after = page.partition(f'<section class="block" id="{name}"')
    return found and after[: after.index("</section>")]


def test_a_person_loves_a_theme_with_their_newest_words_first_and_earlier_ones_behind(
    reader: Client, spoken: Generation
) -> None:
    loves = part(reader.get("/people/joost/").text, "loves")
    assert ">Supplier portal</a></h3>" in loves
    quotes = [loves.index(f"The portal saved us {day} days.") for day in (4, 3, 2, 1)]
    assert quotes == sorted(quotes)
    assert quotes[0] < loves.index("<details>") < quotes[1]


def test_wishes_and_complaints_of_a_person_stand_apart(reader: Client, spoken: Generation) -> None:
    page = reader.get("/people/olena/").text
    assert "I wish the portal had a queue." in part(page, "wishes")
    assert "The portal is down again." not in part(page, "wishes")
    assert "The portal is down again." in part(page, "complaints")
    assert "About the same: 1 wish, 1 complaint" in part(page, "loves")


def test_a_company_loves_a_theme_with_its_newest_words_and_how_many_say_so(reader: Client, spoken: Generation) -> None:
    loves = part(reader.get("/accounts/kestrel/").text, "loves")
    assert ">Supplier portal</a></h3>" in loves
    assert "2 people" in loves
    assert "I like the portal." in loves
    assert '<a href="/people/olena/">' in loves
    assert "About the same: 1 wish, 1 complaint" in loves


def test_who_sees_no_words_sees_no_themes(spoken: Generation) -> None:
    client = window_of(let_in("sales@northwind.example", role=Role.SALES))
    for address in ("/people/joost/", "/accounts/kestrel/"):
        page = client.get(address).text
        assert not part(page, "loves")
        assert "upplier portal" not in page


def test_a_generation_from_before_says_the_themes_without_words(reader: Client, spoken: Generation) -> None:
    ListedAccount.objects.filter(account_id="kestrel").update(themes=[{"theme": "supplier portal", "count": 5}])
    loves = part(reader.get("/accounts/kestrel/").text, "loves")
    assert ">Supplier portal</a></h3>" in loves
    assert "<figure" not in loves


def test_themes_of_the_same_words_stand_together(reader: Client) -> None:
    cast = the_cast()
    words = "The portal is fast and cheap."
    cast.said("joost", "t-9", words, words, at="2026-11-01T09:00", themes=("value", "portal", "speed"))
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="together")
    loves = part(reader.get("/people/joost/").text, "loves")
    assert "Portal, speed, value" in [re.sub("<[^>]+>", "", one) for one in re.findall("<h3>(.*?)</h3>", loves)]
    assert loves.count("is fast and cheap") == 1
