"""Stories: what may be kept, who approved it, and when it may be shown; over words that the actions wrote."""

from dataclasses import replace
from typing import Any

import pytest

from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant
from goodword.programme.permissions.dependants import Concerned
from goodword.programme.personal import Subject, declared
from goodword.programme.stories.actions.approve_version import approve_version
from goodword.programme.stories.actions.withdraw_story import withdraw_story
from goodword.programme.stories.actions.write_story import write_story
from goodword.programme.stories.models import Approval, Quote, Story, Version
from goodword.programme.stories.policies import refuse_use, refuse_uses
from goodword.programme.stories.telling import Figure, Fit, Said, Telling
from goodword.programme.team.models import AuditEntry
from goodword.runs.dependants import dependants
from tests.permissions import CONSOLE, TODAY, account, allows, forbids, person
from tests.world import the_cast

pytestmark = pytest.mark.django_db

WORDS = "We closed the books four days earlier than last year, and I slept."


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def telling(**more: Any) -> Telling:  # noqa: ANN401  # the fields of a telling
    about: dict[str, Any] = {
        "account": account("teawa"),
        "title": "Te Awa Dairy closes in five days",
        "text": f"Month ends used to hurt. Hemi says: {WORDS}",
        "quotes": (Said(person("hemi"), WORDS),),
        "outcomes": (Figure("to close the books", "5 days", "9 days"),),
        "fit": Fit(industry="Food and drink", region="NZ", use_cases=("Month-end close",)),
    }
    return Telling(**about | more)


def approved(**more: Any) -> Story:  # noqa: ANN401  # as above
    version = write_story(telling(**more), by=CONSOLE)
    approve_version(version, by=CONSOLE)
    return version.story


def both_keys() -> None:
    allows(person("hemi"), "case_study")
    allows(account("teawa"), "case_study")


def shown(audience: str = "") -> list[Story]:
    """Those that may be shown; for each story that there is, the reason against it says the same."""
    usable = list(Story.objects.usable(TODAY, audience))
    assert usable == [story for story in Story.objects.all() if why_not(story, audience) == ""]
    reasons = refuse_uses(list(Story.objects.all()), day=TODAY, audience=audience)
    assert {number: one.code if one else "" for number, one in reasons.items()} == {
        story.pk: why_not(story, audience) for story in Story.objects.all()
    }
    return usable


def why_not(story: Story, audience: str = "") -> str:
    refusal = refuse_use(Story.objects.get(pk=story.pk), day=TODAY, audience=audience)
    return refusal.code if refusal else ""


def refused(call: Any, *args: Any, **named: Any) -> str:  # noqa: ANN401  # any action
    before = (Version.objects.count(), Approval.objects.count(), AuditEntry.objects.count())
    with pytest.raises(GoodwordError) as raised:
        call(*args, by=CONSOLE, **named)
    assert raised.value.mend.endswith(".")
    assert (Version.objects.count(), Approval.objects.count(), AuditEntry.objects.count()) == before
    return raised.value.code


def test_a_story_is_shown_once_it_is_approved_and_both_keys_are_there() -> None:
    version = write_story(telling(), by=CONSOLE)
    assert why_not(version.story) == "not-approved"
    approve_version(version, by=CONSOLE)
    assert why_not(version.story) == "unknown-from-person"
    allows(person("hemi"), "case_study")
    assert why_not(version.story) == "unknown-from-company"
    assert shown() == []
    allows(account("teawa"), "case_study")
    assert shown() == [version.story]


def test_a_story_goes_at_once_when_a_key_is_taken_back_or_somebody_opts_out() -> None:
    story = approved()
    grant = allows(person("hemi"), "case_study")
    allows(account("teawa"), "case_study")
    assert shown() == [story]
    withdraw_grant(grant, by=CONSOLE, why="withdrawn", on=TODAY)
    assert shown() == []
    allows(person("hemi"), "case_study")
    opt_out_person("hemi", by=CONSOLE)
    assert why_not(story) == "opted-out"


def test_everybody_quoted_must_allow_it() -> None:
    text = f"{WORDS} And Selin: It just works."
    approved(text=text, quotes=(Said(person("hemi"), WORDS), Said(person("selin"), "It just works.")))
    both_keys()
    assert shown() == []
    allows(person("selin"), "case_study")
    assert len(shown()) == 1


def test_a_no_to_one_story_leaves_the_others() -> None:
    both_keys()
    one, other = approved(), approved(title="How Te Awa forecasts")
    forbids(person("hemi"), "case_study", asset=one.asset)
    assert shown() == [other]


def test_a_private_story_is_for_whoever_we_hand_it_to_and_never_public() -> None:
    for key in (person("hemi"), account("teawa")):
        allows(key, "case_study", audience="private")
    story = approved(audience="private")
    assert shown("private") == shown("named") == shown() == [story]
    assert shown("public") == []
    assert why_not(story, "public") == "meant-for-fewer"


def test_a_public_story_may_be_handed_over_where_only_that_is_allowed() -> None:
    for key in (person("hemi"), account("teawa")):
        allows(key, "case_study", audience="private")
    story = approved()
    assert shown() == []
    assert shown("private") == [story]


def test_what_is_shown_is_what_somebody_approved_and_not_what_was_written_since() -> None:
    both_keys()
    story = approved()
    newer = write_story(telling(title="Te Awa Dairy sleeps"), by=CONSOLE, story=story)
    assert newer.number == 2
    assert [version.number for version in Version.objects.shown()] == [1]
    approve_version(newer, by=CONSOLE)
    assert [version.title for version in Version.objects.shown()] == ["Te Awa Dairy sleeps"]
    assert refused(approve_version, story.versions.get(number=1)) == "newer-version"


def test_nothing_is_done_twice() -> None:
    version = write_story(telling(), by=CONSOLE)
    assert write_story(telling(), by=CONSOLE) == version
    assert write_story(telling(), by=CONSOLE, story=version.story) == version
    assert approve_version(version, by=CONSOLE) == approve_version(version, by=CONSOLE)
    once = withdraw_story(version.story, by=CONSOLE, reason="They asked us to.")
    assert withdraw_story(version.story, by=CONSOLE, reason="Again.") == once
    told = list(AuditEntry.objects.filter(noun="story").order_by("number").values_list("verb", flat=True))
    assert told == ["write", "approve", "withdraw"]


def test_a_withdrawn_story_is_shown_to_nobody_and_gets_no_version() -> None:
    both_keys()
    story = approved()
    withdraw_story(story, by=CONSOLE, reason="They asked us to.")
    assert why_not(story) == "story-withdrawn"
    assert shown() == []
    story.refresh_from_db()
    assert refused(write_story, telling(title="Anew"), story=story) == "story-withdrawn"
    assert refused(approve_version, story.versions.get()) == "story-withdrawn"
    assert refused(withdraw_story, approved(title="Another"), reason=" ") == "reason-needed"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"title": " "}, "story-incomplete"),
        ({"quotes": ()}, "story-incomplete"),
        ({"text": "Hemi slept better."}, "quote-not-in-text"),
        ({"title": "x" * 201}, "story-too-long"),
        ({"text": WORDS + "x" * 20_000}, "story-too-long"),
        ({"act_kind": "anthem"}, "unknown-act-kind"),
        ({"audience": "friends"}, "unknown-audience"),
    ],
)
def test_what_makes_no_story_is_refused(more: dict[str, Any], code: str) -> None:
    assert refused(write_story, telling(**more)) == code
    assert not Story.objects.exists()


def test_a_version_stays_with_its_company() -> None:
    story = approved()
    assert refused(write_story, replace(telling(), account=account("oriel")), story=story) == "another-story"


def test_a_story_is_among_what_hangs_on_a_word() -> None:
    story = approved()
    grant = allows(person("hemi"), "case_study")
    of_company = allows(account("teawa"), "case_study")
    of_another = allows(person("rhiannon"), "case_study")
    assert [one.ident for one in dependants(Concerned.by(grant)) if one.what == "story"] == [story.asset]
    assert [one.ident for one in dependants(Concerned.by(of_company)) if one.what == "story"] == [story.asset]
    assert [one.ident for one in dependants(Concerned.by(of_another)) if one.what == "story"] == []


def test_a_quote_says_where_in_the_text_it_stands() -> None:
    version = write_story(telling(), by=CONSOLE)
    begin, end = Quote.objects.get().span
    assert version.text[begin:end] == WORDS


def test_who_is_erased_is_quoted_no_more_and_other_stories_stay() -> None:
    approved()
    other = approved(title="Selin", text="It just works.", quotes=(Said(person("selin"), "It just works."),))
    [quotes] = [one for one in declared() if one.model == "stories.Quote"]
    assert quotes.erase(Subject(person_ids=("hemi",))) == 1  # type: ignore[union-attr, misc]  # it is a Personal that erases
    assert list(Story.objects.all()) == [other]
    assert not Version.objects.filter(text__contains=WORDS).exists()


@pytest.mark.parametrize("figure", [Figure("", "5 days"), Figure("to close the books", " "), Figure("", "", "9 days")])
def test_half_a_figure_is_refused(figure: Figure) -> None:
    assert refused(write_story, telling(outcomes=(figure,))) == "figure-incomplete"


def test_whoever_writes_upon_an_older_version_is_told_of_the_newer_one() -> None:
    first = write_story(telling(), by=CONSOLE)
    theirs = write_story(telling(title="Theirs"), by=CONSOLE, story=first.story, follows=1)
    assert refused(write_story, telling(title="Mine"), story=first.story, follows=1) == "written-meanwhile"
    again = write_story(telling(title="Theirs"), by=CONSOLE, story=first.story, follows=1)
    assert again == theirs, "the same words twice are one version"
    assert write_story(telling(title="Mine"), by=CONSOLE, story=first.story, follows=2).number == 3
    assert write_story(telling(title="Anything"), by=CONSOLE, story=first.story).number == 4
