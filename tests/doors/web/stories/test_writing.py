"""Stories written in the browser: from nothing to what is shown, with nothing lost when two write at once."""

from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Remark
from goodword.programme.people.models import Account
from goodword.programme.stories.models import Story, Version
from goodword.programme.team.roles import Role
from tests.permissions import account, allows, person
from tests.team import let_in, window_of
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db

WORDS = "We closed the books four days earlier than last year, and I slept."
WISH = {
    "title": "Te Awa",
    "text": f"Before.\n{WORDS}",
    "act_kind": "case_study",
    "audience": "public",
    "language": "",
    "person_1": "hemi",
    "words_1": WORDS,
    "what_1": "days",
    "before_1": "8",
    "after_1": "4",
    "products": "A, B",
}


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


@pytest.fixture
def writer() -> Client:
    return window_of(let_in())


def wish(**changed: Any) -> dict[str, Any]:  # noqa: ANN401  # the fields of the form
    return WISH | changed


def test_a_story_is_written_once_approved_shown_and_withdrawn(writer: Client) -> None:
    for _ in range(2):
        done = writer.post("/accounts/teawa/story/", wish(), follow=True)
        assert "Nobody approved this story yet" in done.text
    story = Story.objects.get()
    assert Version.objects.count() == 1
    assert writer.get(f"/stories/{story.pk}/").status_code == 404
    writer.post(f"/stories/{story.pk}/approve/", {"version": "1"})
    assert "Te Awa" in writer.get("/stories/making/").text
    assert writer.get(f"/stories/{story.pk}/").status_code == 404  # nobody allowed it
    for key in (person("hemi"), account("teawa")):
        allows(key, "case_study")
    assert WORDS in writer.get(f"/stories/{story.pk}/").text
    writer.post(f"/stories/{story.pk}/withdraw/", {"reason": ""})
    assert writer.get(f"/stories/{story.pk}/").status_code == 200
    writer.post(f"/stories/{story.pk}/withdraw/", {"reason": "They asked for it."})
    assert writer.get(f"/stories/{story.pk}/").status_code == 404
    assert writer.get(f"/stories/{story.pk}/change/").status_code == 404


def test_a_change_after_the_approval_waits_for_one_of_its_own(writer: Client) -> None:
    writer.post("/accounts/teawa/story/", wish())
    number = Story.objects.get().pk
    for key in (person("hemi"), account("teawa")):
        allows(key, "case_study")
    writer.post(f"/stories/{number}/approve/", {"version": "1"})
    writer.post(f"/stories/{number}/change/", wish(title="Another title", version="1"))
    assert "Another title" not in writer.get(f"/stories/{number}/").text
    assert "Another title" in writer.get(f"/stories/{number}/desk/").text
    writer.post(f"/stories/{number}/approve/", {"version": "1"})
    assert "Another title" not in writer.get(f"/stories/{number}/").text
    writer.post(f"/stories/{number}/approve/", {"version": "2"})
    assert "Another title" in writer.get(f"/stories/{number}/").text


def test_of_two_who_write_at_once_the_second_sees_the_first_and_loses_nothing(writer: Client) -> None:
    writer.post("/accounts/teawa/story/", wish())
    number = Story.objects.get().pk
    writer.post(f"/stories/{number}/change/", wish(title="Theirs", version="1"))
    mine = writer.post(f"/stories/{number}/change/", wish(title="Mine", version="1"))
    assert mine.status_code == 422
    assert "newer version" in mine.text
    assert "Theirs" in mine.text
    assert 'value="Mine"' in mine.text
    assert Version.objects.count() == 2
    assert writer.post(f"/stories/{number}/change/", wish(title="Theirs", version="1")).status_code == 302
    assert Version.objects.count() == 2
    writer.post(f"/stories/{number}/change/", wish(title="Mine", version="2"))
    assert list(Version.objects.order_by("number").values_list("title", flat=True)) == ["Te Awa", "Theirs", "Mine"]


def test_a_story_begins_with_a_sentence_and_its_exact_words(writer: Client) -> None:
    remark = Remark.objects.filter(person_id="hemi", kind__in=("praise", "win")).first()
    assert remark is not None
    page = writer.get(f"/accounts/teawa/story/?remark={remark.remark_id}").text
    assert str(remark) in page
    assert '<option value="hemi" selected>' in page
    assert writer.get("/accounts/oriel/story/?remark=" + remark.remark_id).status_code == 404


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"words_1": "I never said this."}, "do not stand in the text"),
        ({"person_1": "", "words_1": ""}, "somebody whose words stand in it"),
        ({"title": ""}, "This field is required"),
        ({"person_1": "selin"}, "Select a valid choice"),
        ({"person_1": ""}, "Say whose words these are."),
        ({"words_1": " "}, "Copy their words from the story"),
        ({"after_1": ""}, "Say what it is now."),
        ({"what_1": ""}, "Say what changed."),
    ],
)
def test_what_makes_no_story_is_said_and_kept_in_the_form(writer: Client, changed: dict[str, str], said: str) -> None:
    answer = writer.post("/accounts/teawa/story/", wish(**changed))
    assert answer.status_code == 422
    assert said in answer.text
    assert "Before." in answer.text
    assert not Story.objects.exists()


def test_nobody_writes_about_accounts_that_others_care_for() -> None:
    Account.objects.filter(pk="teawa").update(owner_email="leila@northwind.example")
    other = window_of(let_in("joe@northwind.example", Role.CSM, reach="own"))
    assert other.get("/accounts/teawa/story/").status_code == 404
    reader = window_of(let_in("ceo@northwind.example", Role.EXECUTIVE))
    assert reader.get("/accounts/teawa/story/").status_code in {403, 404}


def test_a_story_with_many_words_and_figures_keeps_all_of_them_and_is_offered_one_more(writer: Client) -> None:
    lines = [f"Line {n} of what I said." for n in range(1, 6)]
    words = {f"words_{n}": line for n, line in enumerate(lines, 1)} | {f"person_{n}": "hemi" for n in range(1, 6)}
    figures = {f"{name}_{n}": f"{name} {n}" for n in range(1, 6) for name in ("what", "before", "after")}
    writer.post("/accounts/teawa/story/", wish(text="\n".join(lines), **words, **figures))
    story = Story.objects.get()
    page = writer.get(f"/stories/{story.pk}/change/").text
    assert all(f">\n{line}</textarea>" in page for line in lines)
    assert 'name="words_6"' in page
    assert 'name="words_7"' not in page
    assert 'name="what_6"' in page
    newest = story.versions.get()
    assert (newest.quotes.count(), newest.outcomes.count()) == (5, 5)


def test_the_list_of_stories_in_the_making_asks_as_little_for_many_as_for_one(
    writer: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(12):
        writer.post("/accounts/teawa/story/", wish(title=f"Story {n}"))
        writer.post(f"/stories/{Story.objects.latest('pk').pk}/approve/", {"version": "1"})
    writer.get("/stories/making/")
    with django_assert_max_num_queries(20):
        page = writer.get("/stories/making/").text
    assert page.count("Story 1") == 3
    assert "allow" in page
    older = Story.objects.order_by("-pk")[9].pk
    page = writer.get(f"/stories/making/?older={older}").text
    assert "Story 1" in page
    assert "Story 11" not in page


def test_from_a_person_an_account_and_the_list_it_is_one_press_to_a_story(writer: Client) -> None:
    remark = next(one for one in Remark.objects.filter(person_id="hemi", kind__in=("praise", "win")) if one.themes)
    assert f"/accounts/teawa/story/?remark={remark.remark_id}" in writer.get("/people/hemi/").text
    assert "/accounts/teawa/story/" in writer.get("/accounts/teawa/").text
    assert "/stories/making/" in writer.get("/stories/").text
    reader = window_of(let_in("ceo@northwind.example", Role.EXECUTIVE))
    assert "/accounts/teawa/story/" not in reader.get("/accounts/teawa/").text
    assert "/stories/making/" not in reader.get("/stories/").text
