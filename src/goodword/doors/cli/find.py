"""`goodword find` and `goodword why`: who would put in a good word, and why we think so."""

from datetime import date
from typing import Annotated

import typer

from goodword.doors.cli.showing import Format, Shape, bars, out, say_if_synthetic, write_csv, write_json
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit import clock
from goodword.kit.errors import GoodwordError

LABELS = {
    "know": "Knowing who is who",
    "listen": "Listening to what they wrote",
    "ask": "Asking a model about what is in doubt",
    "find": "Finding signals and holds",
    "rank": "Ranking",
    "publish": "Publishing",
}

AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="D", help="The day to find for, as 2026-11-21; today if empty.")
]


def read_day(text: str | None) -> date:
    """Read a day as people type it.

    Raises:
        GoodwordError: it is none.
    """
    if text is None:
        return clock.today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise GoodwordError("bad-day", f"“{text}” is no day.", "Write it as year-month-day: 2026-11-21.") from error


def find(
    context: typer.Context,
    *,
    as_of: AsOf = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="K", help="A signal kind to keep, or an act kind to rank by."),
    ] = None,
    account: Annotated[
        str | None, typer.Option("--account", metavar="A", help="Only people of this account, by id or name.")
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            metavar="N",
            min=0,
            help="At most so many; 0 means all. A table shows so many of those who rest, too.",
        ),
    ] = 25,
    shape: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.TABLE,
) -> None:
    """List the people who would put in a good word, likeliest first; who must rest stands apart, with the reason."""
    workspace = workspace_of(context)
    # Models can be imported only once the workspace is open; the rest is heavy and would slow every other command.
    from goodword.doors.cli.listed import CSV_HEADER, flat, people_table
    from goodword.evidence.records.advocacy import ACT_KINDS
    from goodword.runs.history import history
    from goodword.runs.listing import list_people
    from goodword.runs.pipeline import find_day

    with bars(LABELS) as progress:
        findings = find_day(workspace, read_day(as_of), progress=progress)
    people = list_people(findings, kind=kind, account=account)
    first = people[: limit or None]
    act_kind = kind if kind in ACT_KINDS else None
    say_if_synthetic(workspace)
    if shape is Format.JSON:
        write_json(first)
    elif shape is Format.CSV:
        write_csv(CSV_HEADER, (flat(person, act_kind) for person in first))
    else:
        out().print(people_table(people, act_kind, findings.as_of, limit=limit, pasts=history(findings)))


def why(
    context: typer.Context,
    person: Annotated[str, typer.Argument(help="An id, one of your own keys, an e-mail address or a full name.")],
    as_of: AsOf = None,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the answer.")] = Shape.TABLE,
) -> None:
    """Say everything that speaks for and against asking one person, with the evidence."""
    workspace = workspace_of(context)
    from goodword.doors.cli.listed import explanation
    from goodword.runs.listing import explain_person
    from goodword.runs.pipeline import find_day

    with bars(LABELS) as progress:
        findings = find_day(workspace, read_day(as_of), progress=progress)
    answer = explain_person(findings, person)
    say_if_synthetic(workspace)
    if shape is Shape.JSON:
        write_json(answer)
    else:
        out().print(explanation(answer))
