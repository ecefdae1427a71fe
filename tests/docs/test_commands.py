"""Every command that a page shows is one: with its options, its arguments and its values."""

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import PurePosixPath

import pytest
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from goodword.doors.cli.app import app
from scripts.commands_page import kind, options
from tests.docs.pages import PAGES, lines, read, typed

ROOT_COMMAND = get_command(app)
# A word that stands for something: PERSON, FILE.toml, MY_EXPORTS, ...
STANDS_FOR = re.compile(r"[A-Z][A-Z_]*(\.[a-z]+)?(\.\.\.)?|\.\.\.|D|…")


# These start it by the name of an image or a service.
STARTERS = {"docker", "podman"}


def call(words: list[str]) -> list[str] | None:
    """What follows the program in a line, whatever starts it; None where the line runs something else."""
    named = [at for at, word in enumerate(words) if PurePosixPath(word).name == "goodword"]
    places = [at for at in named if at == 0 or words[at].endswith("bin/goodword") or words[0] in STARTERS]
    after = words[places[-1] + 1 :] if places else []
    return after if after and re.match(r"[a-z]|-", after[0]) else None


def faults(words: list[str], *, whole: bool) -> Iterator[str]:
    """What is wrong with a call: no such command, option or value, or an argument too many or too few."""
    rest = list(words)
    assert isinstance(ROOT_COMMAND, TyperGroup)
    while rest and rest[0].startswith("-"):
        yield from _option(ROOT_COMMAND, rest, whole=whole)
    if not rest or STANDS_FOR.fullmatch(rest[0]):
        return
    command: TyperCommand | TyperGroup = ROOT_COMMAND
    while isinstance(command, TyperGroup) and rest and not rest[0].startswith("-"):
        found = command.commands.get(rest.pop(0))
        if not isinstance(found, TyperCommand | TyperGroup):
            yield "no such command"
            return
        command = found
    yield from _parameters(command, rest, whole=whole)


def _parameters(command: TyperCommand | TyperGroup, rest: list[str], *, whole: bool) -> Iterator[str]:
    given = 0
    while rest:
        if rest[0].startswith("-") and rest[0] != "-":
            yield from _option(command, rest, whole=whole)
        else:
            rest.pop(0)
            given += 1
    wanted = [one for one in command.params if isinstance(one, TyperArgument)]
    if given > len(wanted) and not any(one.nargs == -1 for one in wanted):
        yield "an argument too many"
    if whole and given < sum(one.required for one in wanted):
        yield "an argument is missing"


def _option(command: TyperCommand | TyperGroup, rest: list[str], *, whole: bool) -> Iterator[str]:
    """Take an option and its value from the front of what is left."""
    name, equals, value = rest.pop(0).partition("=")
    if name == "--help":
        return
    option = next((one for one in options(command) if name in {*one.opts, *one.secondary_opts}), None)
    if option is None:
        yield f"no option {name}"
        return
    if not option.is_flag and (whole or equals or rest):
        value = value if equals else (rest.pop(0) if rest else "")
        yield from _value(option, name, value)


def _value(option: TyperOption, name: str, value: str) -> Iterator[str]:
    wanted = kind(option)
    if not value:
        yield f"{name} has no value"
    elif issubclass(wanted, Enum) and not STANDS_FOR.fullmatch(value) and value not in [one.value for one in wanted]:
        yield f"{name} takes no {value}"


@pytest.mark.parametrize("page", PAGES)
def test_every_call_of_goodword_is_one_that_it_takes(page: str) -> None:
    whole = list(lines(page))
    wrong = [
        f"{' '.join(words)}: {fault}"
        for words in typed(page)
        if (after := call(words)) is not None
        for fault in faults(after, whole=words in whole)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("goodword fnid", "no such command"),
        ("goodword settings put holds.resting.days 1", "no such command"),
        ("goodword find --limits 3", "no option --limits"),
        ("goodword find --format yaml", "--format takes no yaml"),
        ("goodword --workspace x why", "an argument is missing"),
        ("goodword undo 2026-11-21-3 2026-11-21-4", "an argument too many"),
        ("docker compose exec goodword goodword backup --too /backups", "no option --too"),
    ],
)
def test_a_call_that_it_does_not_take_is_seen(said: str, fault: str) -> None:
    after = call(said.split())
    assert after is not None
    assert fault in list(faults(after, whole=True))


def test_calls_are_found_in_the_pages() -> None:
    shown = {" ".join(after) for page in PAGES for words in lines(page) if (after := call(words)) is not None}
    assert len(shown) > 30
    assert {"outbox test you@company.example", "upgrade --to /backups"} <= shown


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_that_is_named_exists(page: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), flags=re.MULTILINE))
    named = {
        word for words in typed(page) if words[0] == "make" for word in words[1:] if re.fullmatch(r"[a-z-]+", word)
    }
    assert named <= targets
    variables = {word.partition("=")[0] for words in typed(page) if words[0] == "make" for word in words if "=" in word}
    assert variables <= set(re.findall(r"\$\(([A-Z_]+)\)", read("Makefile")))
