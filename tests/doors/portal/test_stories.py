"""Stories with somebody's words, on their own page: all of it to read before anybody sees it, a yes, a no, and back."""

from datetime import timedelta

import pytest

from goodword.kit import clock
from goodword.programme.desk.models import Notification
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.models import Account
from goodword.programme.permissions.models import Grant
from goodword.programme.stories.actions.approve_version import approve_version
from goodword.programme.stories.actions.withdraw_story import withdraw_story
from goodword.programme.stories.actions.write_story import write_story
from goodword.programme.stories.models import Story, WantedChange
from goodword.programme.stories.telling import Fit, Said, Telling
from goodword.programme.stories.wanted_changes import MOST_WISHES
from goodword.programme.team.models import User
from goodword.programme.team.roles import Role
from tests.doors.portal.linked import STORY_WORDS as WORDS
from tests.doors.portal.linked import approved_story, asked, link_to, link_to_ask, phone, say
from tests.permissions import CONSOLE, account, allows, person
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db

WAITS = "before anybody sees them"


@pytest.fixture
def people() -> User:
    """Whoever looks after the company."""
    Account.objects.filter(pk="teawa").update(owner_email="leila@northwind.example")
    return let_in("leila@northwind.example", Role.MANAGER)


def own(who: str = "hemi") -> str:
    return link_to(who, "own_page")


def wish(story: Story, do: str = "approve_story", version: int = 1) -> dict[str, str]:
    return {"do": do, "story": str(story.pk), "version": str(version)}


def may_be_shown(story: Story) -> bool:
    return Story.objects.filter(pk=story.pk).usable(clock.today()).exists()


def test_they_read_all_of_it_say_yes_and_take_it_back() -> None:
    story, url = approved_story(), own()
    allows(account("teawa"), "case_study")
    page = phone().get(url).text
    assert all(words in page for words in (WAITS, "Te Awa closes in five days", "It used to hurt.", WORDS))
    sure = phone().post(url, wish(story))
    assert ("May we show this story?" in sure.text, Grant.objects.filter(person="hemi").count()) == (True, 0)
    said = say(url, **wish(story))
    grant = Grant.objects.get(person="hemi")
    assert (grant.act_kind_id, grant.asset, grant.audience) == ("case_study", story.asset, "public")
    assert (grant.expires_on, grant.proof.kind) == (clock.today() + timedelta(days=365), "form")
    assert grant.proof.wording == f"Te Awa closes in five days\n\nIt used to hurt. {WORDS}"
    assert WAITS not in said.text
    assert may_be_shown(story)
    say(url, do="withdraw", grant=str(grant.pk))
    assert not may_be_shown(story)


def test_without_their_company_their_yes_shows_it_to_nobody() -> None:
    story = approved_story()
    say(own(), **wish(story))
    assert not may_be_shown(story)


def test_who_does_not_want_it_shown_is_not_asked_again_and_nobody_sees_it() -> None:
    story, url = approved_story(), own()
    for key in (person("hemi"), account("teawa")):
        allows(key, "quote")
    assert WAITS not in say(url, **wish(story, "refuse_story")).text
    assert WAITS not in phone().get(url).text
    denied = Grant.objects.get(person="hemi", state="denied")
    assert (denied.act_kind_id, denied.asset, denied.audience) == ("case_study", story.asset, "")
    assert not may_be_shown(story)


def test_what_changed_meanwhile_is_not_what_they_said_yes_to() -> None:
    story, url = approved_story(), own()
    approved_story(f"Something new. {WORDS}", story=story)
    assert say(url, **wish(story, version=1)).status_code == 422
    assert not Grant.objects.exists()
    assert "Something new." in phone().get(url).text
    assert say(url, **wish(story, version=2)).status_code == 200
    assert "Something new." in Grant.objects.get().proof.wording


def test_only_what_was_approved_by_us_and_still_stands_is_there_and_only_theirs() -> None:
    told = Telling(account=account("teawa"), title="A draft", text=WORDS, quotes=(Said(person("hemi"), WORDS),))
    write_story(told, by=CONSOLE)
    assert WAITS not in phone().get(own()).text
    story = approved_story()
    assert WAITS not in phone().get(own("selin")).text
    assert say(own("selin"), **wish(story)).status_code == 422
    withdraw_story(story, by=CONSOLE, reason="They asked us to.")
    assert WAITS not in phone().get(own()).text
    assert say(own(), **wish(story)).status_code == 422


def test_who_turned_out_to_be_the_same_sees_it_once() -> None:
    story = approved_story()
    merge_people("selin", "hemi", by=CONSOLE)
    url = own("selin")
    assert phone().get(url).text.count("Te Awa closes in five days</h3>") == 1
    say(url, **wish(story))
    assert Grant.objects.get().asset == story.asset


def test_a_long_story_is_kept_by_their_words_in_it() -> None:
    story = approved_story(f"{WORDS} {'Long. ' * 2000}")
    say(own(), **wish(story))
    assert Grant.objects.get().proof.wording == f"Te Awa closes in five days\n\n{WORDS}"


def test_what_is_handed_to_some_is_not_allowed_for_everybody() -> None:
    story = approved_story(audience="private")
    assert "For those we hand it to" in phone().get(own()).text
    say(own(), **wish(story))
    assert Grant.objects.get().audience == "private"


def test_the_link_of_an_ask_opens_no_story() -> None:
    story = approved_story()
    assert phone().post(link_to_ask(asked()), wish(story)).status_code == 422
    assert not Grant.objects.exists()


def test_other_words_need_another_yes_and_nobody_sees_them_before_it() -> None:
    story, url = approved_story(), own()
    allows(account("teawa"), "case_study")
    say(url, **wish(story))
    assert may_be_shown(story)
    approved_story(f"It was never hard. {WORDS}", story=story)
    assert not may_be_shown(story)
    assert "It was never hard." in phone().get(url).text
    say(url, **wish(story, version=2))
    assert may_be_shown(story)


def test_the_same_words_for_somebody_else_keep_their_yes() -> None:
    story, url = approved_story(), own()
    allows(account("teawa"), "case_study")
    say(url, **wish(story))
    told = Telling(
        account=account("teawa"),
        title="Te Awa closes in five days",
        text=f"It used to hurt. {WORDS}",
        quotes=(Said(person("hemi"), WORDS),),
        fit=Fit(industry="Food"),
    )
    approve_version(write_story(told, by=CONSOLE, story=story), by=CONSOLE)
    assert may_be_shown(story)
    assert WAITS not in phone().get(url).text


def test_what_a_colleague_wrote_down_for_all_case_studies_is_not_ended_by_other_words() -> None:
    story = approved_story()
    for key in (person("hemi"), account("teawa")):
        allows(key, "case_study")
    approved_story(f"It was never hard. {WORDS}", story=story)
    assert may_be_shown(story)


def test_they_ask_for_a_change_and_read_the_next_version_before_anybody_sees_it(people: User) -> None:
    story, url = approved_story(), own()
    allows(account("teawa"), "case_study")
    said = {**wish(story, "change_story"), "words": "It took six days,\nnot five."}
    assert "Shall we change this in the story?" in phone().post(url, said).text
    assert not WantedChange.objects.exists()
    page = say(url, **said).text
    assert "You asked us for a change on" in page
    say(url, **said)
    row = WantedChange.objects.get()
    assert (row.words, row.person_id, row.version.number) == ("It took six days,\nnot five.", "hemi", 1)
    assert not may_be_shown(story)
    notice = Notification.objects.get()
    assert (notice.user, notice.kind, notice.url) == (people, "story_answered", f"/stories/{story.pk}/desk/")
    desk = window_of(people)
    assert "It took six days,<br>not five." in desk.get(f"/stories/{story.pk}/desk/").text
    assert "A change is wanted" in desk.get("/stories/making/").text
    approved_story(f"It took six days. {WORDS}", story=story)
    assert "It took six days,<br>not five." not in desk.get(f"/stories/{story.pk}/desk/").text
    assert "You asked us for a change on" not in phone().get(url).text
    assert say(url, **said).status_code == 422
    say(url, **wish(story, version=2))
    assert may_be_shown(story)


def test_who_wrote_it_is_told_of_a_yes_and_of_a_no(people: User) -> None:
    story, url = approved_story(), own()
    allows(account("teawa"), "case_study")
    say(url, **wish(story))
    say(url, do="withdraw", grant=str(Grant.objects.get(person="hemi").pk))
    say(url, **wish(story, "refuse_story"))
    told = Notification.objects.filter(user=people).order_by("pk").values_list("facts__answer", flat=True)
    assert list(told) == ["approved", "refused"]


@pytest.mark.parametrize("words", ["", " \n ", "x" * 2001])
def test_a_wish_that_says_nothing_or_too_much_is_refused_and_nothing_is_lost(words: str) -> None:
    story = approved_story()
    answer = say(own(), **wish(story, "change_story"), words=words)
    assert (answer.status_code, WantedChange.objects.count()) == (422, 0)


def test_wishes_of_one_person_for_one_version_come_to_an_end() -> None:
    story, url = approved_story(), own()
    for number in range(MOST_WISHES):
        assert say(url, **wish(story, "change_story"), words=f"Wish {number}").status_code == 200
    assert say(url, **wish(story, "change_story"), words="One more").status_code == 422
    assert WantedChange.objects.count() == MOST_WISHES


def test_nobody_asks_for_a_change_of_a_story_without_their_words() -> None:
    story = approved_story()
    assert say(own("selin"), **wish(story, "change_story"), words="Praise me").status_code == 422
    assert not WantedChange.objects.exists()
