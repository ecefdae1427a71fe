"""The page docs/reference/commands.md, from the command line's own description of itself."""

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import get_args

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from goodword.doors.cli.app import app

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "commands.md"

_INTRODUCTION = """\
# Commands

Made from the code by `make reference`; do not edit it by hand. `goodword COMMAND --help` says the same on the console.

In a checkout the program is `.venv/bin/goodword`. A command works in the folder that `--workspace` names, else in the
one that `GOODWORD_WORKSPACE` names, else in the current one.

A command leaves with 0 when it did its work, with 1 when somebody answered no (`doctor`: when something deviates), and
with 2 when a person has to mend something; then it says what happened and how to mend it.
"""

_TYPES = {"Path": "path", "int": "number", "float": "number", "str": "text"}


def commands() -> dict[str, TyperCommand | TyperGroup]:
    """Every command by what one types after `goodword`, in the order of the help."""
    root = get_command(app)
    if not isinstance(root, TyperGroup):
        raise TypeError("the command line has lost its commands")
    return dict(_below(root, ""))


def _below(group: TyperGroup, before: str) -> Iterator[tuple[str, TyperCommand | TyperGroup]]:
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            if command.invoke_without_command:
                yield f"{before}{name}", command
            yield from _below(command, f"{before}{name} ")
        elif isinstance(command, TyperCommand) and not command.hidden:
            yield f"{before}{name}", command


def options(command: TyperCommand | TyperGroup) -> list[TyperOption]:
    """The options of a command that its help shows."""
    return [one for one in command.params if isinstance(one, TyperOption) and not one.hidden]


def _arguments(command: TyperCommand | TyperGroup) -> list[TyperArgument]:
    return [one for one in command.params if isinstance(one, TyperArgument)]


def _written(argument: TyperArgument) -> str:
    name = (argument.metavar or (argument.name or "").upper()) + ("..." if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def kind(one: TyperArgument | TyperOption) -> type[object]:
    """The type of a value; of a list, that of its parts."""
    told = one.type_descriptor.annotation
    return next((part for part in (*get_args(told), told) if isinstance(part, type) and part is not type(None)), str)


def _takes(one: TyperArgument | TyperOption) -> str:
    told = kind(one)
    if issubclass(told, Enum):
        return ", ".join(f"`{choice.value}`" for choice in told)
    low, high = one.min, one.max
    if low is not None:
        return f"{low:g} to {high:g}" if high is not None else f"{low:g} or more"
    return (f"`{one.metavar}`" if one.metavar else None) or _TYPES.get(told.__name__, told.__name__)


def _default(option: TyperOption) -> str:
    value = option.default
    if option.required:
        return "must be given"
    if option.is_flag:
        return f"`{option.opts[0] if value else option.secondary_opts[0]}`" if option.secondary_opts else ""
    if value is None or value in ("", [], ()) or callable(value):
        return ""
    return f"`{value.value if isinstance(value, Enum) else value}`"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _options(listed: list[TyperOption]) -> Iterator[str]:
    if not listed:
        return
    yield "| option | takes | default | meaning |"
    yield "| --- | --- | --- | --- |"
    for one in listed:
        names = ", ".join(f"`{name}`" for name in (*one.opts, *one.secondary_opts))
        takes = "" if one.is_flag else _takes(one)
        yield f"| {names} | {takes} | {_default(one)} | {_cell(one.help or '')} |"
    yield ""


def _command(name: str, command: TyperCommand | TyperGroup) -> Iterator[str]:
    arguments = _arguments(command)
    yield f"## {name}"
    yield ""
    yield f"`{' '.join(['goodword', name, *(_written(one) for one in arguments)])}`"
    yield ""
    yield " ".join((command.help or "").split())
    yield ""
    for one in arguments:
        yield f"- `{_written(one)}`: {_cell(one.help or '')}"
    if arguments:
        yield ""
    yield from _options(options(command))


def page() -> str:
    """The whole page, as it should stand in the file."""
    root = get_command(app)
    if not isinstance(root, TyperGroup):
        raise TypeError("the command line has lost its commands")
    lines = [_INTRODUCTION, "Before the command may stand:", "", *_options(options(root))]
    for name, command in commands().items():
        lines += _command(name, command)
    return "\n".join(lines).rstrip() + "\n"
