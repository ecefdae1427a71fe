"""What somebody loves, or a company's people do: themes with the newest words about each."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

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
        For each: `names`, `count` of good words, `remark_id` and `piece` of the newest, `more` pieces after it, and how
        many `complaints` and `wishes` there are about the same.
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
            "remark_id": fresh[0].remark_id,
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
        themes: of the account, as the reader sees it; see `themes_of_account`. Older generations name no words.
    """
    whose = {one["person_id"] for one in themes if one.get("person_id")}
    if not whose:
        return themes
    named = {one["remark_id"] for one in themes if "remark_id" in one}
    rows = Remark.objects.within(generation).filter(person_id__in=whose).order_by("-at", "-remark_id")
    found = sight.remarks(list(rows.filter(remark_id__in=named) if named else rows.filter(kind__in=GOOD)))
    listed = sight.people(generation).filter(person_id__in=whose).defer("employments")
    people: dict[str, ListedPerson] = {row.person_id: sight.person(row) for row in listed}
    return [one | _words(one, found, people) for one in themes]


def _words(theme: dict[str, Any], remarks: Sequence[Remark], people: dict[str, ListedPerson]) -> dict[str, Any]:
    """The words that a theme names, or the newest of its author about it."""
    person = people.get(theme.get("person_id", ""))
    theirs = [one for one in remarks if person is not None and one.person_id == person.person_id]
    if "remark_id" in theme:
        words = [one.piece for one in theirs if one.remark_id == theme["remark_id"]]
    else:
        words = [one.piece for one in theirs if theme["theme"] in one.themes]
    return {"piece": words[0] if words else None, "person": person}
