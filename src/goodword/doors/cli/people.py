"""`goodword people`: who is who, and what somebody decided about it; `goodword opt-out`."""

import sys
from datetime import datetime
from typing import Annotated

import typer

from goodword.doors.cli.one_person import facts, person_meant, print_person
from goodword.doors.cli.reviewing import decide, print_suggestions, suggestion_facts
from goodword.doors.cli.showing import Shape, bars, err, out, say_if_synthetic, write_json
from goodword.doors.cli.surroundings import workspace_of
from goodword.evidence.records.values import PERSON_FIELDS
from goodword.kit import clock
from goodword.kit.errors import GoodwordError

people = typer.Typer(help="Who is who: see it, merge, take apart.", no_args_is_help=True)

_WHO = "An id of today or of before, one of your own keys, an e-mail address or a full name."
Who = Annotated[str, typer.Argument(metavar="PERSON", help=_WHO)]
Reason = Annotated[str, typer.Option("--reason", metavar="WHY", help="Why; it stands in the audit trail.")]
_FIELDS = f"One of: {', '.join(PERSON_FIELDS)}."
_FOLLOWS = "Asks go by it at once; lists and findings follow with the next run: goodword run"


@people.command("show")
def show(
    context: typer.Context,
    who: Who,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the answer.")] = Shape.TABLE,
) -> None:
    """Show one person: every record that means them, every id they had, and what was decided about it."""
    workspace = workspace_of(context)
    from goodword.runs.people.linked_records import linked_records

    person = person_meant(who)
    records = linked_records(workspace, person.keys, person.emails)
    if shape is Shape.JSON:
        write_json(facts(person, records))
        return
    say_if_synthetic(workspace)
    print_person(person, records)


@people.command("review")
def review(
    context: typer.Context,
    *,
    look: Annotated[bool, typer.Option("--look", help="Compare everybody first; the nightly run does.")] = False,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the list.")] = Shape.TABLE,
) -> None:
    """List pairs that may be one person, the surest first; on a terminal, decide about one after the other."""
    workspace = workspace_of(context)
    from goodword.programme.people.models import Suggestion

    if look:
        from goodword.programme.team.actor import Actor
        from goodword.runs.suggesting import suggest_people

        with bars({"compare": "Comparing people"}) as progress:
            looked = suggest_people(workspace, by=Actor.console(), progress=progress)
        if looked.merged:
            err().print(f"{looked.merged} pairs were merged, as the setting people.merge_from has it.")
    waiting = list(Suggestion.objects.open_on(clock.today()))
    if shape is Shape.JSON:
        write_json([suggestion_facts(one) for one in waiting])
        return
    say_if_synthetic(workspace)
    if sys.stdin.isatty() and waiting:
        decide(waiting)
    else:
        print_suggestions(waiting)


@people.command("merge")
def merge(
    context: typer.Context,
    one: Who,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Who is the same human being.")],
    reason: Reason = "",
) -> None:
    """Say that two people are one human being. What each did and said stays theirs; it can be taken back."""
    workspace_of(context)
    from goodword.programme.people.actions.merge_people import merge_people
    from goodword.programme.team.actor import Actor

    first, second = person_meant(one), person_meant(other)
    row = merge_people(first.today.person_id, second.today.person_id, by=Actor.console(), reason=reason)
    out().print(f"Merge {row.pk}: {second.today} is {first.today}.", soft_wrap=True)
    out().print(f"{_FOLLOWS}\nTake it back: goodword people unmerge {row.pk}")


@people.command("unmerge")
def unmerge(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="MERGE", help="Its number: goodword people show lists them.")],
    reason: Reason = "",
) -> None:
    """Take a merge back: the two are two people again, whatever was done in between."""
    workspace_of(context)
    from goodword.programme.people.actions.unmerge_people import merge_of, unmerge_people
    from goodword.programme.people.one_person import names_of
    from goodword.programme.team.actor import Actor

    row = merge_of(number)
    unmerge_people(row, by=Actor.console(), reason=reason)
    names = names_of([row.one_id, row.other_id])
    two = " and ".join(names.get(one, one) for one in (row.one_id, row.other_id))
    out().print(f"Merge {number} is taken back: {two} are two people.", soft_wrap=True)
    out().print("They are asked as one until the next run has parted them: goodword run")


@people.command("split")
def split(
    context: typer.Context,
    who: Who,
    key: Annotated[str, typer.Argument(metavar="KEY", help="The key of the record that is somebody else.")],
    *,
    source: Annotated[str, typer.Option("--source", metavar="S", help="Its source, where several use the key.")] = "",
    reason: Reason = "",
) -> None:
    """Say that a record was taken for somebody else's: it stands on its own from the next run on."""
    workspace = workspace_of(context)
    from goodword.programme.people.actions.split_record import split_record
    from goodword.programme.team.actor import Actor
    from goodword.runs.people.linked_records import linked_records

    person = person_meant(who)
    fits = [
        one
        for one in linked_records(workspace, person.keys, person.emails)
        if one.person_key == key and source in {"", one.source}
    ]
    if len(fits) != 1:
        told = f"{len(fits)} records" if fits else "No record"
        raise GoodwordError(
            "which-record", f"{told} of {person.today} with the key {key}.", "goodword people show lists them."
        )
    row = split_record(fits[0].source, key, of=person.today.person_id, by=Actor.console(), reason=reason)
    out().print(f"Split {row.pk}: {key} of {fits[0].source} is somebody else than {person.today}.", soft_wrap=True)
    out().print(f"It follows with the next run: goodword run\nTake it back: goodword people rejoin {row.pk}")


@people.command("rejoin")
def rejoin(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="SPLIT", help="Its number: goodword people show lists them.")],
    reason: Reason = "",
) -> None:
    """Take a split back."""
    workspace_of(context)
    from goodword.programme.people.actions.rejoin_record import rejoin_record
    from goodword.programme.people.models import Split
    from goodword.programme.team.actor import Actor

    row = Split.objects.filter(pk=number).first()
    if row is None:
        raise GoodwordError("no-such-split", f"There is no split {number}.", "goodword people show lists them.")
    rejoin_record(row, by=Actor.console(), reason=reason)
    out().print(f"Split {number} is taken back; it follows with the next run: goodword run")


@people.command("apart")
def apart(
    context: typer.Context,
    one: Who,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Who only looks like them.")],
    *,
    back: Annotated[bool, typer.Option("--back", help="Take it back.")] = False,
    reason: Reason = "",
) -> None:
    """Say that two people who look alike are two people: nobody is asked about them again."""
    workspace_of(context)
    from goodword.programme.people.actions.join_apart import join_apart
    from goodword.programme.people.actions.keep_apart import apart_of, keep_apart
    from goodword.programme.team.actor import Actor

    first, second = person_meant(one), person_meant(other)
    if not back:
        keep_apart(first.today.person_id, second.today.person_id, by=Actor.console(), reason=reason)
        out().print(f"{first.today} and {second.today} are kept apart.", soft_wrap=True)
        return
    pairs = (apart_of(here, there) for here in first.ids for there in second.ids)
    row = next((pair for pair in pairs if pair is not None), None)
    if row is None:
        raise GoodwordError("not-apart", f"{first.today} and {second.today} are not kept apart.", "")
    join_apart(row, by=Actor.console(), reason=reason)
    out().print(f"{first.today} and {second.today} may be merged again.", soft_wrap=True)


@people.command("correct")
def correct(
    context: typer.Context,
    who: Who,
    field: Annotated[str, typer.Argument(metavar="FIELD", help=_FIELDS)],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What is right.")],
    *,
    reason: Annotated[str, typer.Option("--reason", metavar="WHY", help="How you know; it is asked for.")] = "",
) -> None:
    """Put a value right: it counts from the next run on, until something newer is verified."""
    workspace_of(context)
    from goodword.programme.people.actions.correct_value import correct_value
    from goodword.programme.team.actor import Actor

    person = person_meant(who)
    row = correct_value(person.today.person_id, field, value, by=Actor.console(), reason=reason)
    out().print(f"Correction {row.pk}: {row.field} of {person.today} is {row.value}.", soft_wrap=True)
    out().print(f"It counts with the next run: goodword run\nTake it back: goodword people uncorrect {row.pk}")


@people.command("uncorrect")
def uncorrect(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="CORRECTION", help="Its number: goodword people show lists them.")],
    reason: Reason = "",
) -> None:
    """Take a correction back: what records say decides again, with the next run."""
    workspace_of(context)
    from goodword.programme.people.actions.withdraw_correction import correction_of, withdraw_correction
    from goodword.programme.team.actor import Actor

    withdraw_correction(correction_of(number), by=Actor.console(), reason=reason)
    out().print(f"Correction {number} is taken back; it follows with the next run: goodword run")


def opt_out(
    context: typer.Context,
    who: Who,
    *,
    on: Annotated[
        datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="The day they said so; today if empty.")
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="HOW", help="How they said it, for your own people.")] = "",
) -> None:
    """Note that somebody said nobody may ask them. Only they themselves can say otherwise, on their own page."""
    workspace = workspace_of(context)
    from goodword.programme.team.actor import Actor
    from goodword.runs.opt_outs.opting_out import opt_out as note_it

    person = person_meant(who)
    row = note_it(workspace, person.today.person_id, by=Actor.console(), said_on=on.date() if on else None, note=note)
    out().print(f"{person.today} opted out on {row.said_on}: nobody asks them from now on.", soft_wrap=True)
