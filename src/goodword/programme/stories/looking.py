"""The stories that may be shown, and those among them that somebody looks for."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import lru_cache, partial
from itertools import batched, islice, takewhile

from rapidfuzz import process
from rapidfuzz.distance import OSA

from goodword.programme.advocates.search.correcting import BEGUN, allowed
from goodword.programme.advocates.search.words import terms_of, words_of
from goodword.programme.stories.models import Story, StoryQuerySet, Version

type Words = dict[str, list[int]]
"""In which stories each word stands; the words in the order of their letters."""

_MORE = 8
"""How many more than are wanted the gate is asked for at once, as it may refuse some."""


def stories_to_show(
    day: date, most: int, *, text: str = "", audience: str = "", owner: str = "", older: int | None = None
) -> list[int]:
    """The stories that may be shown, the newest first, and no more of them than are wanted.

    Args:
        day: for which day.
        most: how many at most.
        text: what somebody typed: each of its words must begin a word of the title, of the text or of the account;
            where no story has them all, words that differ by a typo do as well, as in the search for people.
        audience: who would see it; as each story says where it is empty.
        owner: only of accounts this colleague cares for; empty for all.
        older: only those older than the story of this number.
    """
    there = Story.objects.cared_for_by(owner).approved().standing()
    asked = partial(_first, day=day, audience=audience, most=most, older=older)
    if not text.strip():
        return asked(there.values_list("pk", flat=True))
    wanted = [word for term in terms_of(text) for word in term.words]
    if not wanted:
        return []
    words = _words_in(there)
    return asked(_with_all(wanted, words, _begun)) or asked(_with_all(wanted, words, _alike))


def story_to_show(number: int, day: date, *, owner: str = "") -> Version | None:
    """What may be shown of one story; None where nothing may, or it is of an account of somebody else."""
    usable = Story.objects.cared_for_by(owner).filter(pk=number).usable(day)
    return Version.objects.shown().whole().filter(story__in=usable).first()


def versions_to_show(numbers: Collection[int]) -> list[Version]:
    """What stories say today, in the order of their numbers as they are given."""
    versions = {one.story_id: one for one in Version.objects.shown().whole().filter(story_id__in=numbers)}
    return [versions[number] for number in numbers if number in versions]


def _first(found: Iterable[int], *, day: date, audience: str, most: int, older: int | None) -> list[int]:
    """Ask the gate for as many at a time as are wanted: to ask it for all of them, to show one page, takes long."""
    newest = sorted((number for number in found if older is None or number < older), reverse=True)
    shown: list[int] = []
    for some in batched(newest, most + _MORE):
        usable = Story.objects.filter(pk__in=some).usable(day, audience)
        shown += usable.order_by("-pk").values_list("pk", flat=True)
        if len(shown) >= most:
            break
    return shown[:most]


def _words_in(stories: StoryQuerySet) -> Words:
    texts = Version.objects.shown().filter(story__in=stories)
    return _index(tuple(texts.order_by("story_id").values_list("story_id", "title", "text", "story__account__name")))


@lru_cache(maxsize=4)  # by the very texts, so that it can never be stale; whoever types asks again with every letter
def _index(texts: tuple[tuple[int, str, str, str], ...]) -> Words:
    words: Words = {}
    for number, *lines in texts:
        for word in set(words_of(" ".join(lines))):
            words.setdefault(word, []).append(number)
    return dict(sorted(words.items()))


def _with_all(wanted: list[str], words: Words, meant: Callable[[str, list[str]], Iterable[str]]) -> set[int]:
    """The stories in which, for each word that is wanted, one stands that it may have meant."""
    known = list(words)
    each = [{number for word in meant(typed, known) for number in words[word]} for typed in set(wanted)]
    return set.intersection(*each)


def _begun(typed: str, known: list[str]) -> list[str]:
    """Those it begins: in the order of letters they stand together."""
    return list(takewhile(lambda word: word.startswith(typed), islice(known, bisect_left(known, typed), None)))


def _alike(typed: str, known: list[str]) -> list[str]:
    """Those it begins, and those so few typos away as search forgives, also in a word just begun."""
    near = _near(typed, known, allowed(typed))
    if len(typed) >= BEGUN:
        near += _near(typed, [word[: len(typed)] for word in known], 1)
    return _begun(typed, known) + [known[place] for place in near]


def _near(typed: str, words: list[str], most: int) -> list[int]:
    """The places of the words at most so many typos away."""
    found = process.extract(typed, words, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [place for _word, _distance, place in found]
