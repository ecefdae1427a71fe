"""Stories: those that may be shown, and those in the making, which somebody writes, approves and withdraws."""

from django.http import Http404, HttpRequest
from ninja import Field, Query

from goodword.doors.api.cursors import cursor_to, place_in
from goodword.doors.api.grant_shapes import AudienceWord
from goodword.doors.api.operations import Operations
from goodword.doors.api.routes.data import PageOnly
from goodword.doors.api.routes.seeing import seen_person
from goodword.doors.api.story_shapes import (
    LONGEST_ID,
    ApprovalIn,
    FigureOut,
    QuoteIn,
    QuoteOut,
    Stories,
    StoriesMade,
    StoryIn,
    StoryMade,
    StoryOut,
    StoryWithdrawalIn,
    TellingIn,
    VersionIn,
    WantedChangeOut,
    WhyNotOut,
)
from goodword.doors.api.words import RowId, Text
from goodword.doors.web.policies import may, principal_in
from goodword.doors.web.views.stories.keeping import Made, made_of
from goodword.doors.web.views.stories.seeing import account_seen, story_seen
from goodword.doors.web.views.stories.shown import Shown, shown
from goodword.kit import clock
from goodword.programme.people.models import Account, Person
from goodword.programme.stories.actions.approve_version import approve_version
from goodword.programme.stories.actions.withdraw_story import withdraw_story
from goodword.programme.stories.actions.write_story import write_story
from goodword.programme.stories.looking import stories_to_show, story_to_show, versions_to_show
from goodword.programme.stories.models import Story
from goodword.programme.stories.telling import Figure, Fit, Said, Telling
from goodword.programme.team.roles import Right

stories = Operations("stories")

_seeing = may(Right.SEE_PEOPLE)
_writing = may(Right.SEE_PEOPLE, Right.WRITE_STORIES)
_SHOWN, _MADE = {"list": "stories"}, {"list": "stories in the making"}


class WhichStories(PageOnly):
    """Which stories, and which page."""

    q: Text = Field("", max_length=LONGEST_ID, description="Words of the title, the text or the account.")
    audience: AudienceWord = Field("", description="Who would see it; as each story says if empty.")


@stories.operation("GET", "/stories", _seeing, Stories)
def list_stories(request: HttpRequest, narrowed: Query[WhichStories]) -> Stories:
    """The stories that may be shown today, the newest first."""
    place = _SHOWN | {"q": narrowed.q, "audience": narrowed.audience}
    numbers = stories_to_show(
        clock.today(),
        narrowed.limit + 1,
        text=narrowed.q,
        audience=narrowed.audience,
        owner=principal_in(request).owner,
        older=place_in(narrowed.cursor, place) or None,
    )
    more = len(numbers) > narrowed.limit
    return Stories(
        items=[_told(shown(one)) for one in versions_to_show(numbers[: narrowed.limit])],
        next_cursor=cursor_to(numbers[narrowed.limit - 1], place) if more else None,
    )


@stories.operation("POST", "/stories", _writing, StoryMade)
def post_story(request: HttpRequest, payload: StoryIn) -> StoryMade:
    """Write a story; nobody is shown it before it is approved. What says the same as one that is there is that one."""
    account = account_seen(request, payload.account_id)
    told = _telling(request, payload, account, payload.act_kind)
    return _made(write_story(told, by=principal_in(request).actor).story)


@stories.operation("GET", "/stories/making", _writing, StoriesMade)
def list_stories_in_the_making(request: HttpRequest, page: Query[PageOnly]) -> StoriesMade:
    """The stories in your care, the newest first, each with why it may not be shown."""
    rows = Story.objects.cared_for_by(principal_in(request).owner).standing()
    start = place_in(page.cursor, _MADE)
    found = list((rows.filter(pk__lte=start) if start else rows).order_by("-pk")[: page.limit + 1])
    more = found[page.limit :]
    return StoriesMade(
        items=[_made_told(one) for one in made_of(found[: page.limit])],
        next_cursor=cursor_to(more[0].pk, _MADE) if more else None,
    )


@stories.operation("GET", "/stories/{story_id}", _seeing, StoryOut)
def get_story(request: HttpRequest, story_id: RowId) -> StoryOut:
    """A story as it was approved; one that may not be shown is as if it were not there."""
    version = story_to_show(story_id, clock.today(), owner=principal_in(request).owner)
    if version is None:
        raise Http404
    return _told(shown(version))


@stories.operation("GET", "/stories/{story_id}/making", _writing, StoryMade)
def get_story_in_the_making(request: HttpRequest, story_id: RowId) -> StoryMade:
    """A story in the making, with its newest version and why it may not be shown."""
    return _made(story_seen(request, story_id))


@stories.operation("POST", "/stories/{story_id}/versions", _writing, StoryMade)
def post_story_version(request: HttpRequest, story_id: RowId, payload: VersionIn) -> StoryMade:
    """Write a new version; the approved one is shown until somebody approves this."""
    story = story_seen(request, story_id)
    told = _telling(request, payload, story.account, story.act_kind_id)
    write_story(told, by=principal_in(request).actor, story=story, follows=payload.follows)
    return _made(story)


@stories.operation("POST", "/stories/{story_id}/approve", _writing, StoryMade)
def post_story_approval(request: HttpRequest, story_id: RowId, payload: ApprovalIn) -> StoryMade:
    """Approve the version that was read, as it is to the letter."""
    story = story_seen(request, story_id)
    version = story.versions.filter(number=payload.version).first()
    if version is None:
        raise Http404
    approve_version(version, by=principal_in(request).actor)
    return _made(story)


@stories.operation("POST", "/stories/{story_id}/withdraw", _writing, StoryMade)
def post_story_withdrawal(request: HttpRequest, story_id: RowId, payload: StoryWithdrawalIn) -> StoryMade:
    """Withdraw a story: from now on nobody is shown it."""
    story = story_seen(request, story_id)
    withdraw_story(story, by=principal_in(request).actor, reason=payload.reason)
    return _made(story)


def _telling(request: HttpRequest, told: TellingIn, account: Account, act_kind: str) -> Telling:
    return Telling(
        account=account,
        title=told.title,
        text=told.text,
        quotes=tuple(Said(_speaker(request, one), one.words) for one in told.quotes),
        outcomes=tuple(Figure(one.what, one.after, one.before) for one in told.outcomes),
        fit=Fit(
            industry=told.industry,
            employees=told.employees,
            region=told.region,
            role=told.role,
            products=tuple(told.products),
            use_cases=tuple(told.use_cases),
            replaced=told.replaced,
        ),
        act_kind=act_kind,
        audience=told.audience,
        language=told.language,
    )


def _speaker(request: HttpRequest, quote: QuoteIn) -> Person:
    row = seen_person(request, quote.person_id)
    found = Person.objects.filter(pk=row.person_id).first()
    if found is None:
        raise Http404
    return found


def _made(story: Story) -> StoryMade:
    return _made_told(made_of([story])[0])


def _made_told(made: Made) -> StoryMade:
    reason = made.why_not
    why_not = WhyNotOut(code=reason.code, sentence=reason.sentence, mend=reason.mend) if reason else None
    wanted = [WantedChangeOut(name=one.name, words=one.row.words, said_at=one.row.at) for one in made.wanted]
    return StoryMade(newest=_told(made.row), approved=made.approved, why_not=why_not, wanted=wanted)


def _told(row: Shown) -> StoryOut:
    version = row.version
    plain = "title text audience language industry employees region role products use_cases replaced".split()
    return StoryOut(
        story_id=version.story_id,
        version=version.number,
        account=row.account,
        act_kind=version.story.act_kind_id,
        quotes=[QuoteOut(words=one.words, name=one.name, title=one.title) for one in row.quotes],
        outcomes=[FigureOut(what=one.what, before=one.before, after=one.after) for one in row.outcomes],
        written_at=version.at,
        **{name: getattr(version, name) for name in plain},
    )
