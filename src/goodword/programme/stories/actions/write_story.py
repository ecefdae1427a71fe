"""Write a story, or a new version of one. Nobody sees it before somebody approves it."""

from typing import Any

from django.db import transaction

from goodword.kit import clock
from goodword.programme.people.models import Account
from goodword.programme.stories.models import Outcome, Quote, Story, Version
from goodword.programme.stories.policies import refuse_telling, refuse_version, refuse_written_meanwhile
from goodword.programme.stories.telling import Telling
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def write_story(told: Telling, *, by: Actor, story: Story | None = None, follows: int | None = None) -> Version:
    """Keep what a story says as its newest version; what says the same as the newest is that one.

    Args:
        told: what it says.
        by: who writes it.
        story: of which it is a new version; None for a new story.
        follows: number of the version that its writer had before them; None where they had none.

    Raises:
        GoodwordError: it makes no sense, the story was withdrawn, or somebody wrote a newer version meanwhile.
    """
    refusal = refuse_telling(told)
    if refusal is not None:
        raise refusal
    with transaction.atomic():
        # One writer at a time for a company: two at once would both write the next version.
        Account.objects.select_for_update().filter(pk=told.account.pk).first()
        story = story or _same_story(told)
        refusal = refuse_version(story, told) if story is not None else None
        if refusal is not None:
            raise refusal
        newest = story.versions.order_by("-number").first() if story is not None else None
        if newest is not None and _facts(newest) == _wanted(told):
            return newest
        refusal = refuse_written_meanwhile(newest, follows) if newest is not None else None
        if refusal is not None:
            raise refusal
        return _written(told, story, newest.number + 1 if newest else 1, by)


def _same_story(told: Telling) -> Story | None:
    """The standing story that says just this, if somebody hands it in a second time."""
    alike = Story.objects.standing().filter(account=told.account, act_kind=told.act_kind)
    alike = alike.filter(versions__title=told.title.strip()).distinct().order_by("-pk")
    newest = ((story, story.versions.order_by("-number").first()) for story in alike)
    return next((story for story, last in newest if last is not None and _facts(last) == _wanted(told)), None)


def _written(told: Telling, story: Story | None, number: int, by: Actor) -> Version:
    now = clock.now()
    if story is None:
        story = Story.objects.create(account=told.account, act_kind_id=told.act_kind, at=now, by=by.user_id)
    wanted = _wanted(told)
    quotes, outcomes = wanted.pop("quotes"), wanted.pop("outcomes")
    version = Version.objects.create(story=story, number=number, at=now, by=by.user_id, **wanted)
    Quote.objects.bulk_create(Quote(version=version, person_id=person, words=words) for person, words in quotes)
    Outcome.objects.bulk_create(Outcome(version=version, what=w, before=b, after=a) for w, b, a in outcomes)
    after = {"account": story.account_id, "act_kind": story.act_kind_id, "version": number}
    record(by, "write", "story", str(story.pk), after=after)
    return version


_LINES = ("title", "text", "language")
_FIT_LINES = ("industry", "region", "role", "replaced")
_FIT_LISTS = ("products", "use_cases")


def _wanted(told: Telling) -> dict[str, Any]:
    return {
        **{name: getattr(told, name).strip() for name in _LINES},
        **{name: getattr(told.fit, name).strip() for name in _FIT_LINES},
        **{name: [one.strip() for one in getattr(told.fit, name) if one.strip()] for name in _FIT_LISTS},
        "audience": told.audience,
        "employees": told.fit.employees,
        "quotes": [(said.person.pk, said.words.strip()) for said in told.quotes],
        "outcomes": [(one.what.strip(), one.before.strip(), one.after.strip()) for one in told.outcomes],
    }


def _facts(version: Version) -> dict[str, Any]:
    return {
        **{name: getattr(version, name) for name in (*_LINES, *_FIT_LINES, *_FIT_LISTS, "audience", "employees")},
        "quotes": list(version.quotes.values_list("person_id", "words")),
        "outcomes": list(version.outcomes.values_list("what", "before", "after")),
    }
