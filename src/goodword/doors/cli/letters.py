"""`goodword letters`: the letters that ask, their versions, and how one would read to somebody."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from goodword.doors.cli.showing import Format, out, say_if_synthetic, told_programs
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.asks.templates import Template
    from goodword.programme.permissions.models import ActKind

letters = typer.Typer(
    help="The letters that ask, their versions, and how one would read to somebody.", no_args_is_help=True
)

_COLUMNS = ("act_kind", "language", "version", "subject", "written_at")
Code = Annotated[str, typer.Argument(metavar="KIND", help="A kind of act, such as reference_call.")]
Language = Annotated[str, typer.Argument(metavar="LANGUAGE", help="Its two letters, such as en.")]


@letters.command("list")
def listed(
    context: typer.Context,
    *,
    shape: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.TABLE,
) -> None:
    """List the letters in use, by kind of act and language; version 0 is the shipped one."""
    say_if_synthetic(workspace_of(context))
    from goodword.programme.asks.templates import languages_of, letter_now
    from goodword.programme.permissions.models import ActKind

    kinds = ActKind.objects.filter(asked_for=True, by_choice=True)
    found = [(kind, language, letter_now(kind, language)) for kind in kinds for language in languages_of(kind)]
    told = [_told(kind, language, one) for kind, language, one in found if one is not None]
    if told_programs(shape, _COLUMNS, told):
        return
    table = Table("Kind", "Language", "Version", "Subject", box=None, pad_edge=False)
    for row in told:
        table.add_row(row["act_kind"], row["language"], str(row["version"]), row["subject"])
    out().print(table)


@letters.command("show")
def show(
    context: typer.Context,
    code: Code,
    language: Language,
    *,
    version: Annotated[int, typer.Option("--version", metavar="N", help="Another version than the one in use.")] = -1,
    who: Annotated[str, typer.Option("--for", metavar="WHO", help="Fill it with what is known of somebody.")] = "",
) -> None:
    """Print a letter with its fields, or as it would read to somebody; and which versions there are."""
    say_if_synthetic(workspace_of(context))
    from goodword.doors.cli.ask_letters import published_person
    from goodword.doors.mail.asking import draft_ask
    from goodword.programme.asks.templates import no_version, versions

    kind = _kind(code)
    there = versions(kind, language)
    one = next((one for one in there if version in {-1, one.number}), None)
    if one is None:
        raise no_version(code, language, max(version, 0))
    wording = one.wording
    if who:
        wording = draft_ask(published_person(who), code, None, trial=(language, one.number, wording)).wording
    text = f"Subject: {wording.subject}\n\n{wording.text}"
    out().print(text, soft_wrap=True, markup=False, highlight=False)
    numbers = ", ".join(str(other.number) for other in there)
    out().print(f"Version {one.number}; there are: {numbers}. 0 is the shipped one.", soft_wrap=True)


@letters.command("change")
def change(
    context: typer.Context,
    code: Code,
    language: Language,
    file: Annotated[Path, typer.Argument(metavar="FILE.txt", help="A line “Subject: ...”, an empty one, the words.")],
) -> None:
    """Let letters be drafted from other words from now on. Those of before are kept."""
    workspace_of(context)
    from goodword.programme.asks.actions.change_letter import change_letter
    from goodword.programme.asks.filling import Wording
    from goodword.programme.team.actor import Actor

    head, _empty, text = _read(file).replace("\r\n", "\n").partition("\n\n")
    name, found, subject = head.partition(":")
    if not found or name.strip().casefold() != "subject" or "\n" in head:
        raise GoodwordError(
            "no-subject",
            f"{file.name} does not begin with its subject.",
            "Write a line “Subject: ...”, an empty line, then the words: goodword letters show prints one.",
        )
    made = change_letter(_kind(code), language, Wording(subject.strip(), text), by=Actor.console())
    _say(made.number if made else None)


@letters.command("back")
def back(
    context: typer.Context,
    code: Code,
    language: Language,
    version: Annotated[int, typer.Argument(metavar="VERSION", help="Whose words count again; 0 is the shipped one.")],
) -> None:
    """Bring the words of an older version back, as the newest one."""
    workspace_of(context)
    from goodword.programme.asks.actions.restore_letter import restore_letter
    from goodword.programme.team.actor import Actor

    made = restore_letter(_kind(code), language, version, by=Actor.console())
    _say(made.number if made else None)


def _say(number: int | None) -> None:
    if number is None:
        out().print("Nothing changed: those are its words already.")
    else:
        out().print(f"Version {number} is in use from now on. Letters that were sent stay as they are.", soft_wrap=True)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GoodwordError("unreadable", f"{file} cannot be read.", "Name a text file in UTF-8.") from error


def _kind(code: str) -> "ActKind":
    from goodword.programme.permissions.models import ActKind

    found = ActKind.objects.filter(pk=code).first()
    if found is None:
        raise GoodwordError("unknown-act-kind", f"There is no kind of act {code!r}.", "See: goodword kinds list")
    return found


def _told(kind: "ActKind", language: str, one: "Template") -> dict[str, Any]:
    return {
        "act_kind": kind.pk,
        "language": language,
        "version": one.number,
        "subject": one.wording.subject,
        "written_at": one.row.at.isoformat() if one.row else "",
    }
