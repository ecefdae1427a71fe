"""What somebody loves, or a company's people do: themes with the newest words about each."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from goodword.evidence.records.findings import GOOD
from goodword.programme.advocates.models import Generation, ListedPerson, Remark
from goodword.programme.advocates.sight import Sight

THEMES_SHOWN = 6
MORE_SHOWN = 3


def loved_by(remarks: Sequence[Remark]) -> list[dict[str, Any]]:
    """What a person loves, the theme they speak of most first, each with their newest words about it.

    Themes that all share the same words stand together, so that no words are shown twice.

    Args:
        remarks: those the reader sees, the newest first.

    Returns:
        For each: `names`, `count` of good words, `piece` with the newest, `more` pieces after it, and how many
        `complaints` and `wishes` there are about the same.
    """
    good = [remark for remark in remarks if remark.kind in GOOD]
    counted = Counter(theme for remark in good for theme in set(remark.themes))
    others = Counter((theme, remark.kind) for remark in remarks for theme in set(remark.themes))
    shown: dict[str, dict[str, Any]] = {}
    stands: dict[str, str] = {}  # words that are shown, and the newest words of the theme they are shown with
    for theme, count in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        about = [remark for remark in good if theme in remark.themes]
        fresh = [remark for remark in about if remark.remark_id not in stands]
        if not fresh:
            shown[stands[about[0].remark_id]]["names"].append(theme)
            continue
        more = fresh[1 : 1 + MORE_SHOWN]
        stands |= dict.fromkeys((remark.remark_id for remark in (fresh[0], *more)), fresh[0].remark_id)
        shown[fresh[0].remark_id] = {
            "names": [theme],
            "count": count,
            "piece": fresh[0].piece,
            "more": [remark.piece for remark in more],
            "complaints": others[theme, "complaint"],
            "wishes": others[theme, "wish"],
        }
    return list(shown.values())[:THEMES_SHOWN]


def with_words(sight: Sight, generation: Generation, themes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What an account's people love, each theme with its newest words and their author, where the reader sees both.

    Args:
        sight: of the reader.
        generation: what is published.
        themes: of the account, as the reader sees it; see publishing/themes.py. Older generations name no words.
    """
    wanted = {(one["person_id"], one["remark_id"]) for one in themes if "remark_id" in one}
    if not wanted:
        return themes
    behind = Q()
    for person_id, remark_id in wanted:
        behind |= Q(person_id=person_id, remark_id=remark_id)
    found = sight.remarks(list(Remark.objects.within(generation).filter(behind)))
    words = {(one.person_id, one.remark_id): one.piece for one in found}
    rows = sight.people(generation).filter(person_id__in={person_id for person_id, _ in words}).defer("employments")
    people: dict[str, ListedPerson] = {row.person_id: sight.person(row) for row in rows}
    return [one | _words(one, words, people) for one in themes]


def _words(
    theme: dict[str, Any], words: dict[tuple[str, str], dict[str, Any]], people: dict[str, ListedPerson]
) -> dict[str, Any]:
    person = people.get(theme.get("person_id", ""))
    piece = words.get((theme.get("person_id", ""), theme.get("remark_id", ""))) if person else None
    return {"piece": piece, "person": person}
