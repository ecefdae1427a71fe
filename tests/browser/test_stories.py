"""A story from a sentence on somebody's page to what is shown, and away again; with and without a script."""

import re

import pytest
from playwright.sync_api import expect

from goodword.programme.stories.actions.want_change import want_change
from goodword.programme.stories.models import Story, Version
from goodword.programme.team.models import User
from tests.browser.visits import Theme, Visit, Visitor, nothing_wrong
from tests.permissions import CONSOLE, account, allows, person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def told(window: Visit) -> None:
    """Begin with a sentence on Hemi's page, and keep what came of it."""
    page = window.page
    window.open("/people/hemi/")
    page.get_by_role("link", name="Tell a story with these words").first.click()
    page.get_by_label("Title").fill("Te Awa closes in five days")
    page.get_by_label("What changed", exact=True).first.fill("to close the books")
    page.get_by_label("After", exact=True).first.fill("5 days")
    page.get_by_role("button", name="Keep it").click()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_sentence_becomes_a_story_that_is_shown_and_withdrawn(people: User, visit: Visitor, *, script: bool) -> None:
    window = visit(script=script)
    page = window.page
    window.come_in(people)
    told(window)
    expect(page.get_by_text("Nobody approved this story yet.")).to_be_visible()
    page.get_by_role("button", name="Approve version 1").click()
    expect(page.get_by_text("Shown to nobody")).to_be_visible()
    for key in (person("hemi"), account("teawa")):
        allows(key, "case_study")
    page.reload()
    page.get_by_role("link", name="As it is shown").click()
    expect(page.get_by_role("heading", name="Te Awa closes in five days")).to_be_visible()
    window.open(f"/stories/{Story.objects.get().pk}/desk/")
    page.get_by_label("Withdraw it, because").fill("They asked for it.")
    page.get_by_role("button", name="Withdraw it").click()
    expect(page.get_by_text("No story in the making")).to_be_visible()
    window.open("/stories/")
    expect(page.get_by_text("Te Awa closes in five days")).to_have_count(0)


def test_who_writes_beside_somebody_else_sees_their_words_and_keeps_their_own(people: User, visit: Visitor) -> None:
    window = visit()
    page = window.page
    window.come_in(people)
    told(window)
    page.get_by_role("link", name="Change it").click()
    page.wait_for_url(re.compile("/change/"))
    here = page.url
    other = page.context.new_page()
    other.goto(here)
    other.get_by_label("Title").fill("Theirs")
    other.get_by_role("button", name="Keep it").click()
    page.get_by_label("Title").fill("Mine")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("heading", name="Version 2")).to_be_visible()
    expect(page.get_by_label("Title")).to_have_value("Mine")
    window.check("story-written-meanwhile")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("heading", name="Mine", level=1)).to_be_visible()
    titles = Story.objects.get().versions.order_by("number").values_list("title", flat=True)
    assert list(titles)[1:] == ["Theirs", "Mine"]


@pytest.mark.parametrize(("width", "theme"), [(390, "light"), (1440, "light"), (1440, "dark")])
def test_the_pages_where_stories_are_written_are_sound_at_every_size(
    people: User, visit: Visitor, width: int, theme: Theme
) -> None:
    window = visit(width=width, theme=theme)
    window.come_in(people)
    with nothing_wrong(window):
        window.look(f"stories-making-empty-{theme}-{width}", "/stories/making/")
        told(window)
        number = Story.objects.get().pk
        want_change(Version.objects.newest().get(), "hemi", "It took six days,\nnot five.", by=CONSOLE)
        window.look(f"stories-{theme}-{width}", "/stories/")
        window.look(f"story-desk-{theme}-{width}", f"/stories/{number}/desk/")
        window.look(f"story-change-{theme}-{width}", f"/stories/{number}/change/")
        window.look(f"stories-making-{theme}-{width}", "/stories/making/")
        window.look(f"story-new-{theme}-{width}", "/accounts/teawa/story/")
        window.page.get_by_role("button", name="Keep it").click()
        window.check(f"story-refused-{theme}-{width}")
        window.look(f"story-person-{theme}-{width}", "/people/hemi/")
        window.look(f"story-account-{theme}-{width}", "/accounts/teawa/")
