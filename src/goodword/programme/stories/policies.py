"""Whether a story may be kept, approved or shown, and if not why."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.permissions.kinds import AUDIENCES
from goodword.programme.permissions.models import ActKind
from goodword.programme.permissions.policies import may_many
from goodword.programme.permissions.refusals import unknown_audience, unknown_kind
from goodword.programme.stories.models import Story, StoryWithdrawal, Version
from goodword.programme.stories.telling import LONGEST_TEXT, LONGEST_TITLE, MOST, Telling


def refuse_telling(told: Telling) -> GoodwordError | None:
    """Refuse a story that says nothing, says too much, or puts words into somebody's mouth."""
    if not ActKind.objects.filter(pk=told.act_kind).exists():
        return unknown_kind(told.act_kind)
    if told.audience not in AUDIENCES:
        return unknown_audience(told.audience)
    return _empty(told) or _half_a_figure(told) or _too_long(told) or _not_verbatim(told)


def refuse_version(story: Story, told: Telling) -> GoodwordError | None:
    """Refuse a new version of a story that was withdrawn, or that would be another story."""
    if hasattr(story, "withdrawal"):
        return withdrawn()
    if (story.account_id, story.act_kind_id) != (told.account.pk, told.act_kind):
        return GoodwordError(
            "another-story",
            _("A version cannot be of another company or another kind of act."),
            _("Write it as a story of its own."),
        )
    return None


def refuse_approval(version: Version) -> GoodwordError | None:
    """Refuse to approve what was withdrawn, or what a newer version replaces."""
    if hasattr(version.story, "withdrawal"):
        return withdrawn()
    if version.story.versions.filter(number__gt=version.number).exists():
        return GoodwordError(
            "newer-version", _("There is a newer version of this story."), _("Read that one and approve it.")
        )
    return None


def refuse_written_meanwhile(newest: Version, follows: int | None) -> GoodwordError | None:
    """Refuse a version that was written upon an older one than the newest; None says upon whatever is the newest."""
    if follows in {None, newest.number}:
        return None
    return GoodwordError(
        "written-meanwhile",
        _("Somebody wrote version %(number)s meanwhile.") % {"number": newest.number},
        _("Read it first. Kept once more, yours comes after it."),
    )


def refuse_use(story: Story, *, day: date, audience: str = "") -> GoodwordError | None:
    """Refuse to show a story, with the reason and what would mend it; None where it may be shown.

    `StoryQuerySet.usable` is the same for many, without the reasons.
    """
    return refuse_uses([story], day=day, audience=audience)[story.pk]


def refuse_uses(stories: Collection[Story], *, day: date, audience: str = "") -> dict[int, GoodwordError | None]:
    """Why each of several stories may not be shown, by its number; None where it may. As few questions as for one."""
    if audience and audience not in AUDIENCES:
        return {story.pk: unknown_audience(audience) for story in stories}
    said = Version.objects.shown().filter(story__in=stories).prefetch_related("quotes")
    versions = {version.story_id: version for version in said}
    gone = set(StoryWithdrawal.objects.filter(story__in=stories).values_list("story_id", flat=True))
    found = {
        story.pk: withdrawn() if story.pk in gone else _unfit(versions.get(story.pk), audience) for story in stories
    }
    deeds = [
        (number, deed)
        for number, version in versions.items()
        if found[number] is None
        for deed in version.deeds(audience)
    ]
    refusals = may_many([deed for _number, deed in deeds], day=day)
    for (number, _deed), refusal in zip(deeds, refusals, strict=True):
        found[number] = found[number] or refusal
    return found


def refuse_reason(reason: str) -> GoodwordError | None:
    """Refuse a withdrawal that does not say why."""
    if not reason.strip() or len(reason) > LONGEST_TITLE:
        return GoodwordError(
            "reason-needed",
            _("It needs a reason, and a short one."),
            _("Say why in at most %(most)s characters.") % {"most": LONGEST_TITLE},
        )
    return None


def withdrawn() -> GoodwordError:
    """It was withdrawn."""
    return GoodwordError("story-withdrawn", _("This story was withdrawn."), _("Write it anew if it may be told again."))


def _unfit(version: Version | None, audience: str) -> GoodwordError | None:
    """What of the story itself forbids to show it, whatever anybody allows."""
    if version is None:
        return GoodwordError("not-approved", _("Nobody approved this story yet."), _("Read it and approve it."))
    if not version.reaches(audience):
        return GoodwordError(
            "meant-for-fewer", _("This story is meant for fewer."), _("Show it only to whom it is meant for.")
        )
    return None


def _empty(told: Telling) -> GoodwordError | None:
    if told.title.strip() and told.text.strip() and told.quotes and all(one.words.strip() for one in told.quotes):
        return None
    return GoodwordError(
        "story-incomplete",
        _("A story needs a title, a text, and somebody whose words stand in it."),
        _("Add what is missing."),
    )


def _half_a_figure(told: Telling) -> GoodwordError | None:
    if all(one.what.strip() and one.after.strip() for one in told.outcomes):
        return None
    return GoodwordError(
        "figure-incomplete",
        _("A figure needs what changed, and what it is now."),
        _("Add what is missing, or leave the figure out."),
    )


def _too_long(told: Telling) -> GoodwordError | None:
    fit = told.fit
    names = (told.title, told.language, fit.industry, fit.region, fit.role, fit.replaced, *fit.products, *fit.use_cases)
    figures = (part for one in told.outcomes for part in (one.what, one.before, one.after))
    most = max(map(len, (told.quotes, told.outcomes, fit.products, fit.use_cases)))
    if max(map(len, (*names, *figures))) <= LONGEST_TITLE and len(told.text) <= LONGEST_TEXT and most <= MOST:
        return None
    return GoodwordError(
        "story-too-long",
        _("Something of the story is too long to be kept."),
        _("The text may have %(text)s characters, each name %(name)s, and there may be %(most)s of each list.")
        % {"text": LONGEST_TEXT, "name": LONGEST_TITLE, "most": MOST},
    )


def _not_verbatim(told: Telling) -> GoodwordError | None:
    for said in told.quotes:
        if said.words.strip() not in told.text.strip():
            return GoodwordError(
                "quote-not-in-text",
                _("The words “%(words)s” do not stand in the text.") % {"words": said.words.strip()[:60]},
                _("Quote them to the letter, as they stand in the text."),
            )
    return None
