"""`goodword export-person` and `goodword erase-person`: what somebody may ask of whoever keeps data about them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from goodword.doors.cli.showing import Shape, bars, err, out, write_json
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.personal import Subject
    from goodword.programme.rights.models import Erasure
    from goodword.runs.rights.held import Held
    from goodword.runs.workspace import Workspace

Person = Annotated[str, typer.Argument(metavar="PERSON", help="An id, an e-mail address, or a key of your own data.")]
_LABELS = {"erase": "Erasing", "know": "Knowing people", "listen": "Listening", "publish": "Publishing"}


def export_person(
    context: typer.Context,
    person: Person,
    *,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FOLDER", help="Where both files go; a folder named after today if empty."),
    ] = None,
    language: Annotated[
        str, typer.Option("--language", help="Language of the page, such as de; the person's own if empty.")
    ] = "",
    shape: Annotated[Shape, typer.Option("--format", help="How to write the result.")] = Shape.TABLE,
) -> None:
    """Write everything held about one person: JSON for programs, and a page for people."""
    workspace = workspace_of(context)
    from goodword.doors.takeouts.writing import write_takeout
    from goodword.kit import clock
    from goodword.programme.team.actor import Actor
    from goodword.programme.team.trail import record
    from goodword.runs.rights.held import everything_held
    from goodword.runs.rights.who import find_person

    subject, known = find_person(workspace, person)
    held = everything_held(workspace, subject, known)
    folder = to or Path(f"goodword-person-{clock.today().isoformat()}")
    told, page = write_takeout(held, folder, language=_spoken(language))
    record(Actor.console(), "export", "person", min(subject.person_ids), after={"records": held.pieces})
    if shape is Shape.JSON:
        write_json({"json": str(told), "page": str(page), "records": held.pieces})
        return
    out().print(f"{held.pieces:,} records from {len(held.sections):,} places, in {told} and {page}.", soft_wrap=True)


def _spoken(language: str) -> str:
    from django.conf import settings

    from goodword.doors.takeouts.writing import spoken

    if language and not spoken(language):
        known = ", ".join(code for code, _name in settings.LANGUAGES)
        raise GoodwordError("unknown-language", f"There are no words in “{language}”.", f"One of: {known}.")
    return spoken(language)


def erase_person(
    context: typer.Context,
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help="An id, an e-mail address, or a key of your own data.")
    ] = "",
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List what would go, and change nothing.")] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Finish what was begun and not finished; name nobody.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do it without being asked.")] = False,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the result.")] = Shape.TABLE,
) -> None:
    """Remove a person from everywhere, for good, with a proof. A restored backup removes them again."""
    workspace = workspace_of(context)
    from goodword.programme.team.actor import Actor
    from goodword.runs.rights.erasing import begin, unfinished
    from goodword.runs.rights.held import everything_held
    from goodword.runs.rights.who import find_person

    if bool(person) == resume:
        raise GoodwordError("one-of-both", "Name a person, or use --resume.", "See: goodword erase-person --help")
    if resume:
        for erasure in unfinished():
            _carry_out(workspace, erasure, shape)
        return
    subject, known = find_person(workspace, person)
    if dry_run or not yes:
        _show(everything_held(workspace, subject, known), shape)
    if dry_run:
        return
    if not yes:
        _ask_name(subject)
    _carry_out(workspace, begin(workspace, subject, by=Actor.console()), shape)


def _show(held: "Held", shape: Shape) -> None:
    places = [{"where": one.where, "records": len(one.rows), "mentions": one.mentions} for one in held.sections]
    if shape is Shape.JSON:
        write_json(places)
        return
    out().print("This goes:")
    for place in places:
        more = f", and {place['mentions']} of others in which they are blacked out" if place["mentions"] else ""
        out().print(f"  {place['where']}: {place['records']}{more}", soft_wrap=True)
    out().print("Kept: keyed hashes that know them again, and that acts happened, without whose they were.")


def _ask_name(subject: "Subject") -> None:
    if not sys.stdin.isatty():
        raise GoodwordError("no-console", "Nobody is here to confirm.", "Use --yes; nothing brings them back.")
    name = next(iter(subject.names), "") or next(iter(subject.emails), "") or min(subject.person_ids)
    typed = typer.prompt(f"Nothing brings them back. To erase them, type: {name}")
    if typed.strip() != name:
        raise GoodwordError("not-confirmed", "That is not the name; nothing was changed.")


def _carry_out(workspace: "Workspace", erasure: "Erasure", shape: Shape) -> None:
    from goodword.programme.team.actor import Actor
    from goodword.runs.rights.erasing import carry_out
    from goodword.runs.rights.proof import left_over

    with bars(_LABELS) as progress:
        proof = carry_out(workspace, erasure, by=Actor.console(), progress=progress)
    left = left_over(erasure)
    if shape is Shape.JSON:
        write_json({"reference": erasure.reference, "proof": str(proof), "complete": not left})
    else:
        out().print(f"Erased. The proof, which names nobody: {proof}", soft_wrap=True)
    for place in left:
        err().print(f"Still there: {place['place']} ({place['note']})", style="yellow", soft_wrap=True)
    if left:
        raise typer.Exit(1)
