"""Stories in the making: what each says, why it may not be shown yet, who approved it; approve and withdraw."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from goodword.doors.web import toasts
from goodword.doors.web.numbers import number_in
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.stories.seeing import story_seen
from goodword.doors.web.views.stories.shown import Shown, shown
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.stories.actions.approve_version import approve_version
from goodword.programme.stories.actions.withdraw_story import withdraw_story
from goodword.programme.stories.models import Approval, Story, Version
from goodword.programme.stories.policies import refuse_uses
from goodword.programme.stories.wanted_changes import Waiting, waiting_changes
from goodword.programme.team.models import User
from goodword.programme.team.roles import Right

A_PAGE = 50
_writing = may(Right.SEE_PEOPLE, Right.WRITE_STORIES)


@dataclass(frozen=True, slots=True)
class Made:
    """A story in the making.

    Attributes:
        row: its newest version.
        approved: whether that one is approved.
        why_not: why nothing of it may be shown; None where something may.
        wanted: what is wanted of its newest version by those whose words stand in it.
    """

    row: Shown
    approved: bool
    why_not: GoodwordError | None
    wanted: list[Waiting]


@policy(_writing)
@require_safe
def making(request: HttpRequest) -> HttpResponse:
    """List the stories in the reader's care, the newest first, with where each stands."""
    rows = Story.objects.cared_for_by(principal_in(request).owner).standing()
    older = number_in(request.GET, "older")
    found = list((rows.filter(pk__lt=older) if older else rows).order_by("-pk")[: A_PAGE + 1])
    facts = {
        "here": "stories",
        "rows": made_of(found[:A_PAGE]),
        "older": found[A_PAGE - 1].pk if len(found) > A_PAGE else None,
        "newest": bool(older),
    }
    return render(request, "web/stories/making.html", facts)


@policy(_writing)
@require_safe
def desk(request: HttpRequest, number: int) -> HttpResponse:
    """Show a story with all its versions, and what has to happen before it may be shown."""
    story = story_seen(request, number)
    versions = list(story.versions.select_related("approval").order_by("-number"))
    approvals = {one.pk: one.approval for one in versions if hasattr(one, "approval")}
    called = _names([*versions, *approvals.values()])
    told = [(one, called.get(one.by, ""), called.get(getattr(approvals.get(one.pk), "by", ""), "")) for one in versions]
    facts = {"here": "stories", "story": story, "made": made_of([story])[0], "versions": told}
    return render(request, "web/stories/desk.html", facts)


@policy(_writing)
@require_POST
def approve(request: HttpRequest, number: int) -> HttpResponse:
    """Approve the version that the reader saw."""
    story = story_seen(request, number)
    version = story.versions.filter(number=number_in(request.POST, "version")).first()
    if version is None:
        raise Http404
    try:
        approve_version(version, by=principal_in(request).actor)
    except GoodwordError as error:
        toasts.say(request, str(error))
    else:
        toasts.say(request, _("Approved. It is shown while everybody quoted and their company allow it."))
    return redirect("story-desk", number=number)


@policy(_writing)
@require_POST
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Withdraw a story: from now on nobody is shown it."""
    story = story_seen(request, number)
    try:
        withdraw_story(story, by=principal_in(request).actor, reason=request.POST.get("reason", ""))
    except GoodwordError as error:
        toasts.say(request, str(error))
        return redirect("story-desk", number=number)
    toasts.say(request, _("The story is shown to nobody any more."))
    return redirect("stories-making")


def made_of(stories: list[Story]) -> list[Made]:
    """Each story with where it stands, in their order; as many questions to the database as for one."""
    rows = Version.objects.whole().newest().select_related("approval").filter(story__in=stories)
    newest = {version.story_id: version for version in rows}
    refusals = refuse_uses(stories, day=clock.today())
    told, wanted = [newest[story.pk] for story in stories], waiting_changes(list(newest))
    return [
        Made(shown(one), hasattr(one, "approval"), refusals[one.story_id], wanted.get(one.story_id, [])) for one in told
    ]


def _names(rows: Iterable[Version | Approval]) -> dict[str, str]:
    """By the id of a user, what they are called."""
    ids = {int(row.by) for row in rows if row.by}
    return {str(user.pk): str(user) for user in User.objects.filter(pk__in=ids)}
