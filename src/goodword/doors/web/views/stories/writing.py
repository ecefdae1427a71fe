"""Write a story in the browser, or a new version of one: from a sentence somebody said, or from nothing."""

from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from goodword.doors.web import toasts
from goodword.doors.web.account_listing import people_of
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.stories.forms import StoryForm, first_of
from goodword.doors.web.views.stories.seeing import account_seen, remark_seen, story_seen
from goodword.kit.errors import GoodwordError
from goodword.kit.shown_words import shown_words
from goodword.programme.advocates.models import Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.people.models import Account
from goodword.programme.stories.actions.write_story import write_story
from goodword.programme.stories.models import Version
from goodword.programme.team.roles import Right

_OFFERED = 200


@policy(may(Right.SEE_PEOPLE, Right.WRITE_STORIES))
@never_cache
def new(request: HttpRequest, account_id: str) -> HttpResponseBase:
    """Show an empty story of an account, or one begun with a sentence; with a POST keep it."""
    account = account_seen(request, account_id)
    first: dict[str, Any] = {
        "audience": "public",
        "industry": account.industry,
        "region": account.region or account.country,
        "employees": account.employees,
    }
    remark = remark_seen(request, account_id, request.GET.get("remark", ""))
    if remark is not None:
        words = shown_words(str(remark))
        first |= {"text": words, "person_1": remark.person_id, "words_1": words, "language": remark.language}
        first |= {"use_cases": ", ".join(remark.themes)}
    return _written(request, account, first, said_by=remark.person_id if remark else "")


@policy(may(Right.SEE_PEOPLE, Right.WRITE_STORIES))
@never_cache
def change(request: HttpRequest, number: int) -> HttpResponseBase:
    """Show a story to change it; with a POST keep a new version, which nobody sees before it is approved."""
    story = story_seen(request, number)
    newest = story.versions.order_by("-number").select_related("story").first()
    if newest is None or hasattr(story, "withdrawal"):
        raise Http404
    return _written(request, story.account, first_of(newest), newest=newest)


def _written(
    request: HttpRequest, account: Account, first: dict[str, Any], *, newest: Version | None = None, said_by: str = ""
) -> HttpResponseBase:
    posted = request.method == "POST"
    people = _people(request, account, said_by, newest)
    form = StoryForm(request.POST if posted else None, initial=first, people=people, newest=newest)
    meanwhile = False
    if posted and form.is_valid():
        try:
            kept = write_story(
                form.telling(account),
                by=principal_in(request).actor,
                story=newest.story if newest else None,
                follows=form.cleaned_data["version"] if newest else None,
            )
        except GoodwordError as error:
            meanwhile = error.code == "written-meanwhile"
            if not meanwhile:
                form.add_error(None, str(error))
        else:
            toasts.say(request, _("Kept: version %(number)s. Nobody sees it yet.") % {"number": kept.number})
            return redirect("story-desk", number=kept.story_id)
    if meanwhile and newest is not None:
        # What they wrote stays in the form; kept once more, it comes after what came in between.
        again = request.POST.copy()
        again["version"] = str(newest.number)
        form.data = again
    facts = {"here": "stories", "form": form, "account": account, "newest": newest, "meanwhile": meanwhile}
    return render(request, "web/stories/write.html", facts, status=422 if posted else 200)


def _people(request: HttpRequest, account: Account, said_by: str, newest: Version | None) -> list[tuple[str, str]]:
    """Who may be quoted: those of the account the reader sees, who is quoted already, and who said what it is of."""
    known = {}
    if newest is not None:
        quoted = (quote.person.root or quote.person for quote in newest.quotes.select_related("person__root"))
        known = {person.person_id: person.name or person.person_id for person in quoted}
    generation = Publication.current()
    if generation is not None:
        sight = Sight.of(principal_in(request))
        seen = sight.people(generation)
        listed = sight.accounts(generation).filter(account_id=account.pk).only("rank").first()
        # By their places: the table has no index on the account, and a million people to look through.
        places = people_of(generation, listed.rank)[:_OFFERED] if listed else ()
        for some in (seen.filter(rank__in=[int(place) for place in places]), seen.about(said_by)):
            known |= {row.person_id: sight.person(row).called for row in some}
    return sorted(known.items(), key=lambda one: one[1].casefold())
