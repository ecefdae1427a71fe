"""The stories that may be shown, and those among them that somebody looks for."""

from datetime import date

from goodword.programme.advocates.search.words import terms_of, words_of
from goodword.programme.stories.models import Story, Version


def stories_to_show(day: date, *, text: str = "", audience: str = "", owner: str = "") -> list[Version]:
    """The approved versions that may be shown, the newest story first.

    Args:
        day: for which day.
        text: what somebody typed: each of its words must begin a word of the title, of the text or of the account.
        audience: who would see it; as each story says where it is empty.
        owner: only of accounts this colleague cares for; empty for all.
    """
    wanted = [word for term in terms_of(text) for word in term.words]
    if text.strip() and not wanted:
        return []
    versions = Version.objects.shown().filter(story__in=Story.objects.cared_for_by(owner).usable(day, audience))
    found = versions.select_related("story__account").prefetch_related("quotes__person__root")
    return [one for one in found.order_by("-story__at", "-story_id") if _fits(one, wanted)]


def _fits(version: Version, wanted: list[str]) -> bool:
    there = set(words_of(f"{version.title} {version.text} {version.story.account.name}")) if wanted else set()
    return all(any(word.startswith(one) for word in there) for one in wanted)
