"""The stories that may be shown, and those among them that somebody looks for."""

from collections.abc import Callable
from datetime import date

from rapidfuzz.distance import OSA

from goodword.programme.advocates.search.correcting import BEGUN, allowed
from goodword.programme.advocates.search.words import terms_of, words_of
from goodword.programme.stories.models import Story, Version


def stories_to_show(day: date, *, text: str = "", audience: str = "", owner: str = "") -> list[Version]:
    """The approved versions that may be shown, the newest story first.

    Args:
        day: for which day.
        text: what somebody typed: each of its words must begin a word of the title, of the text or of the account;
            where no story has them all, words that differ by a typo do as well, as in the search for people.
        audience: who would see it; as each story says where it is empty.
        owner: only of accounts this colleague cares for; empty for all.
    """
    wanted = [word for term in terms_of(text) for word in term.words]
    if text.strip() and not wanted:
        return []
    versions = Version.objects.shown().filter(story__in=Story.objects.cared_for_by(owner).usable(day, audience))
    found = versions.select_related("story__account").prefetch_related("quotes__person__root")
    there = [(one, _words(one) if wanted else set()) for one in found.order_by("-story__at", "-story_id")]
    return _fitting(there, wanted, str.startswith) or _fitting(there, wanted, _resembles)


def _fitting(
    there: list[tuple[Version, set[str]]], wanted: list[str], meets: Callable[[str, str], bool]
) -> list[Version]:
    """Those of whose words some meets each that is wanted."""
    return [one for one, words in there if all(any(meets(word, typed) for word in words) for typed in wanted)]


def _words(version: Version) -> set[str]:
    return set(words_of(f"{version.title} {version.text} {version.story.account.name}"))


def _resembles(word: str, typed: str) -> bool:
    """Whether one begins the other, or so few typos lie between them as search forgives, also in a word just begun."""
    if word.startswith(typed):
        return True
    most = allowed(typed)
    begun = len(typed) >= BEGUN and OSA.distance(word[: len(typed)], typed, score_cutoff=1) <= 1
    return begun or OSA.distance(word, typed, score_cutoff=most) <= most
