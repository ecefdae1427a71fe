"""Stories with their words, before anybody sees them: all of it, to read; approve, have it changed, or refuse."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from goodword.doors.portal.saying.step import Step, Sure, Visit, Wish
from goodword.doors.portal.saying.words import LASTS
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.people.models import Person
from goodword.programme.permissions.actions.deny_permission import deny_permission
from goodword.programme.permissions.actions.grant_permission import grant_permission
from goodword.programme.permissions.deeds import Deed
from goodword.programme.permissions.facts import known_facts
from goodword.programme.permissions.saying import Evidence, Saying
from goodword.programme.permissions.scope import Scope
from goodword.programme.permissions.wording import day_told
from goodword.programme.permissions.words import answer
from goodword.programme.stories.actions.want_change import want_change
from goodword.programme.stories.models import Version, WantedChange
from goodword.programme.stories.showing import READ_BY_THEM, deeds_of, read_wording
from goodword.programme.stories.wanted_changes import APPROVED, REFUSED, refuse_change, tell_writers

_DECIDED = frozenset({"granted", "denied"})


@dataclass(frozen=True, slots=True)
class PendingStory:
    """A story that waits for their yes.

    Attributes:
        version: as our people approved it.
        quotes: the words of theirs in it, to the letter.
        public: whether everybody would see it; otherwise those to whom it is handed.
        wanted: what they asked to have changed in it, the newest last.
    """

    version: Version
    quotes: list[str]
    public: bool
    wanted: list[WantedChange]


def pending_stories(person_id: str) -> list[PendingStory]:
    """The approved stories that quote them, of which they neither said yes nor no; the newest first."""
    theirs = Person.objects.same_as(person_id)
    ids = set(theirs.values_list("pk", flat=True))
    shown = Version.objects.shown().whole().filter(story__withdrawal__isnull=True, quotes__person__in=theirs)
    versions = {version.pk: version for version in shown.prefetch_related("wanted_changes").order_by("-story_id")}
    deeds = {pk: _deed(version, person_id) for pk, version in versions.items()}
    facts, today = known_facts(list(deeds.values())), clock.today()
    found = []
    for pk, version in versions.items():
        deed = deeds[pk]
        wanted = deed.scope(facts.kinds[deed.act_kind].audience)
        if answer(facts.of_person(deed), wanted, today).state not in _DECIDED:
            quotes = [quote.words for quote in version.quotes.all() if quote.person_id in ids]
            wishes = [one for one in version.wanted_changes.all() if one.person_id in ids]
            found.append(PendingStory(version, quotes, version.audience == "public", wishes))
    return found


def _deed(version: Version, person_id: str) -> Deed:
    story = version.story
    (deed,) = deeds_of(story.pk, story.act_kind_id, story.account_id, [person_id], version.audience)
    return deed


def _story(visit: Visit, wish: Wish) -> PendingStory:
    """The story, in the version that they read."""
    named = (wish["story"], wish["version"])
    found = next(
        (
            one
            for one in pending_stories(visit.person_id)
            if (str(one.version.story_id), str(one.version.number)) == named
        ),
        None,
    )
    if found is None:
        raise GoodwordError(
            "story-gone",
            _("This story was changed or withdrawn meanwhile. Nothing was changed."),
            _("Go back and read it again."),
        )
    return found


def _scope(version: Version) -> Scope:
    return Scope(act_kind=version.story.act_kind_id, asset=version.story.asset, audience=version.audience)


def _evidence(story: PendingStory) -> Evidence:
    version = story.version
    wording = read_wording(version.title, version.text, story.quotes)
    return Evidence(kind="form", wording=wording, reference=f"{READ_BY_THEM}{version.number}")


def _sure_to_approve(visit: Visit, wish: Wish) -> Sure:
    story = _story(visit, wish)
    until = day_told(clock.today() + LASTS)
    told = (
        _("All of it as it stands, with your name and role, for everybody to see, until %(day)s; then we ask again.")
        if story.public
        else _("All of it as it stands, with your name and role, for those we hand it to, until %(day)s.")
    )
    more = _("Your company has to agree as well. You can take it back here at any time.")
    return Sure(
        _("May we show this story?"), f"{told % {'day': until}} {more}", _("Approve the story"),
        words="\n\n".join(story.quotes), lines=(story.version.title,),
    )  # fmt: skip


def _approve(visit: Visit, wish: Wish) -> None:
    story, today = _story(visit, wish), clock.today()
    person = Person.objects.get(pk=visit.person_id)
    saying = Saying(
        key=person,
        scope=_scope(story.version),
        given_on=today,
        expires_on=today + LASTS,
        evidence=_evidence(story),
    )
    with transaction.atomic():
        grant = grant_permission(saying, by=visit.by)
        tell_writers(story.version, APPROVED, key=f"grant {grant.pk}")


def _sure_to_refuse(visit: Visit, wish: Wish) -> Sure:
    story = _story(visit, wish)
    return Sure(
        _("Shall this story not be shown?"),
        _("Nobody asks why, and nobody sees it. Other words of yours are not touched."),
        _("Do not show it"),
        lines=(story.version.title,),
    )


def _refuse(visit: Visit, wish: Wish) -> None:
    story = _story(visit, wish)
    person = Person.objects.get(pk=visit.person_id)
    scope = Scope(act_kind=story.version.story.act_kind_id, asset=story.version.story.asset)
    said = Saying(key=person, scope=scope, given_on=clock.today(), evidence=_evidence(story))
    with transaction.atomic():
        denial = deny_permission(said, by=visit.by)
        tell_writers(story.version, REFUSED, key=f"grant {denial.pk}")


def _sure_to_change(visit: Visit, wish: Wish) -> Sure:
    story = _story(visit, wish)
    refusal = refuse_change(story.version, visit.person_id, wish["words"])
    if refusal is not None:
        raise refusal
    return Sure(
        _("Shall we change this in the story?"),
        _("Whoever wrote it reads your words, and you read the next version here. Until you say yes nobody sees it."),
        _("Ask for the change"),
        lines=(story.version.title, wish["words"]),
    )


def _change(visit: Visit, wish: Wish) -> None:
    want_change(_story(visit, wish).version, visit.person_id, wish["words"], by=visit.by)


STORIES: dict[str, Step] = {
    "approve_story": Step(_sure_to_approve, _approve, ("story", "version")),
    "change_story": Step(_sure_to_change, _change, ("story", "version", "words")),
    "refuse_story": Step(_sure_to_refuse, _refuse, ("story", "version")),
}
"""What can be said about stories with one's words in them."""
