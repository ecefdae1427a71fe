"""Pairs that may be one person, listed or asked about one after the other."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import typer
from rich.table import Table

from goodword.doors.cli.showing import out
from goodword.kit import clock
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.people.models import Suggestion

_LATER = timedelta(days=30)
_ASKED = "m one person, s two people, l later, q stop"  # the keys of the page, where K moves up as in every list


def suggestion_facts(one: "Suggestion") -> dict[str, Any]:
    """Return a pair for programs."""
    return {
        "one": one.one_id,
        "other": one.other_id,
        "probability": one.probability,
        "reasons": one.reasons,
        "model_version": one.model_version,
    }


def print_suggestions(waiting: "list[Suggestion]") -> None:
    """Print pairs with what speaks for and against them."""
    from goodword.programme.people.one_person import names_of

    if not waiting:
        out().print("No pair waits. Look again with: goodword people review --look")
        return
    names = names_of({person for one in waiting for person in (one.one_id, one.other_id)})
    table = Table("One", "Other", "Likely one", "For it and against it", expand=True)
    for one in waiting:
        pair = (f"{names.get(person, '')}\n{person}" for person in (one.one_id, one.other_id))
        table.add_row(*pair, f"{one.percent}%", _told(one))
    out().print(table)
    out().print("Decide: goodword people merge ONE OTHER, or goodword people apart ONE OTHER")


def decide(waiting: "list[Suggestion]") -> None:
    """Ask about one pair after the other; each answer counts at once."""
    from goodword.programme.people.actions.keep_apart import keep_apart
    from goodword.programme.people.actions.merge_people import merge_people
    from goodword.programme.people.actions.put_off_suggestion import put_off_suggestion
    from goodword.programme.people.one_person import names_of
    from goodword.programme.team.actor import Actor

    by = Actor.console()
    for number, one in enumerate(waiting, start=1):
        names = names_of([one.one_id, one.other_id])
        out().print(f"\n{number} of {len(waiting)}: {names.get(one.one_id)} and {names.get(one.other_id)}, ", end="")
        out().print(f"{one.percent}% likely one. {_told(one)}", soft_wrap=True)
        answer = typer.prompt(_ASKED, default="l").strip().lower()[:1]
        try:
            if answer == "m":
                merge = merge_people(one.one_id, one.other_id, by=by)
                out().print(f"Merge {merge.pk}; take it back: goodword people unmerge {merge.pk}")
            elif answer == "s":
                keep_apart(one.one_id, one.other_id, by=by)
            elif answer == "q":
                return
            else:
                put_off_suggestion(one, until=clock.today() + _LATER, by=by)
        except GoodwordError as error:
            out().print(str(error), soft_wrap=True)


def _told(one: "Suggestion") -> str:
    return ", ".join(f"{reason['compared'].replace('_', ' ')} {reason['bits']:+.1f}" for reason in one.reasons)
