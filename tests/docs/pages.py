"""The pages of the documentation, and what of them is code."""

import re
import shlex
from collections.abc import Iterator

from tests.architecture.tree import ROOT, files

PAGES = tuple(path.relative_to(ROOT).as_posix() for path in files() if path.suffix == ".md")
SHELL = {"", "sh", "text"}

_BLOCK = re.compile(r"^```([a-z]*)\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


def read(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(page: str, *languages: str) -> list[str]:
    """The fenced blocks in some languages."""
    return [body for language, body in _BLOCK.findall(read(page)) if language in languages]


def prose(page: str) -> str:
    """The page without its fenced blocks."""
    return _BLOCK.sub("", read(page))


def inline(page: str) -> list[str]:
    """What stands between backticks in the text."""
    return _INLINE.findall(prose(page))


def lines(page: str) -> Iterator[list[str]]:
    """The words of each line somebody may type: those of shell blocks, joined where a line goes on."""
    for block in blocks(page, *SHELL):
        for line in block.replace("\\\n", " ").splitlines():
            yield from _said(line)


def _said(line: str) -> Iterator[list[str]]:
    for part in re.split(r"&&|\|\||\|", line):
        try:
            words = shlex.split(part, comments=True)
        except ValueError:  # a quote that goes over several lines: no command line of ours
            continue
        if words:
            yield words


def typed(page: str) -> Iterator[list[str]]:
    """The same, and what stands between backticks like a command."""
    yield from lines(page)
    for text in inline(page):
        if text.startswith(("goodword ", "make ", ".venv/bin/goodword ")):
            yield from _said(text)
