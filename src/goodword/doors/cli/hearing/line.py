"""The line to the processes that serve a workspace: they have everything loaded, a console has to load it first.

It is a socket in the workspace's folder that only the user who serves can open; who can, can write the programme
database as well. Where nobody serves, nothing listens, and the console does the work itself.
"""

import json
import logging
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from goodword.kit.errors import GoodwordError

NAME = "hear.sock"
LONGEST_REQUEST = 1_000_000
"""Bytes: a text has at most 100,000 characters."""

_LONGEST_PATH = 100  # bytes: the system takes 104 to 108
_CONNECT_SECONDS = 0.5
_ANSWER_SECONDS = 10.0
_WAITING = 16
_CHUNK = 65_536
_OWNER_ALONE = 0o177

_log = logging.getLogger(__name__)

_NONSENSE = GoodwordError("bad-request", "This is no request of ours.")

type Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Request:
    """A text that is to be kept, as somebody told it on the console.

    Attributes:
        text: the words.
        person: whose; an id, a key, an address or a name.
        channel: how they were said.
        account: what they are about; empty for that of the person.
        at: when, as typed; empty for now.
    """

    text: str
    person: str
    channel: str
    account: str
    at: str


def ask(folder: Path, request: Request) -> Facts | None:
    """What a process that serves the workspace answers; None where none does, or it is of another version.

    A line that breaks after the request was sent is None too: a text that is told again changes nothing.

    Raises:
        GoodwordError: the one that was raised there.
    """
    if not (folder / NAME).exists():
        return None
    try:
        with _way_to(folder) as path:
            answer = json.loads(_exchange(path, json.dumps({"version": version("goodword"), **asdict(request)})))
    except (OSError, ValueError):
        return None
    if "error" in answer:
        raise GoodwordError(**answer["error"])
    facts: Facts | None = answer.get("facts")
    return facts


def open_line(folder: Path) -> socket.socket | None:
    """Open the line, so that processes that are forked afterwards can answer; None where it cannot be, or one is open.

    What a killed server left behind is taken away.
    """
    try:
        with _way_to(folder) as path:
            return None if _answers(path) else _opened(path)
    except OSError:
        return None


def close_line(folder: Path, line: socket.socket | None) -> None:
    """Close the line that was opened, and take it away."""
    if line is not None:
        line.close()
        (folder / NAME).unlink(missing_ok=True)


def answer_all(line: socket.socket, keep: Callable[[Request], Facts]) -> None:
    """Answer whoever asks, one after the other, until the line is closed."""
    while True:
        try:
            one, _ = line.accept()
        except OSError:
            return
        with one, suppress(OSError):  # who hung up wants no answer
            one.settimeout(_ANSWER_SECONDS)
            one.sendall(json.dumps(_answer(_read(one), keep)).encode())


def _answer(said: bytes, keep: Callable[[Request], Facts]) -> Facts:
    try:
        told = json.loads(said)
        same = told.pop("version") == version("goodword")
        request = Request(**told)
    except (ValueError, TypeError, KeyError, AttributeError):
        return {"error": asdict(_NONSENSE)}
    try:
        return {"facts": keep(request) if same else None}  # another version keeps it with its own code
    except GoodwordError as error:
        return {"error": asdict(error)}
    except Exception:  # noqa: BLE001  # a mistake of ours ends one answer, not the line
        _log.exception("A text told on the console could not be kept here; the console tries it itself.")
        return {"facts": None}


def _exchange(path: str, said: str) -> bytes:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(_CONNECT_SECONDS)
        line.connect(path)
        line.settimeout(_ANSWER_SECONDS)
        line.sendall(said.encode())
        line.shutdown(socket.SHUT_WR)
        return _read(line)


def _read(line: socket.socket) -> bytes:
    parts, size = [], 0
    while part := line.recv(_CHUNK):
        size += len(part)
        if size > LONGEST_REQUEST:
            return b""
        parts.append(part)
    return b"".join(parts)


def _answers(path: str) -> bool:
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(_CONNECT_SECONDS)
            line.connect(path)
    except OSError:
        return False
    return True


def _opened(path: str) -> socket.socket:
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    others = os.umask(_OWNER_ALONE)
    try:
        Path(path).unlink(missing_ok=True)
        line.bind(path)
        line.listen(_WAITING)
    except OSError:
        line.close()
        raise
    finally:
        os.umask(others)
    return line


@contextmanager
def _way_to(folder: Path) -> Iterator[str]:
    """A path to the line that is short enough for a socket.

    Raises:
        OSError: there is none, or the system has no such sockets.
    """
    path = folder / NAME
    if not hasattr(socket, "AF_UNIX"):
        raise OSError("no such sockets here")
    if len(os.fsencode(path)) <= _LONGEST_PATH:
        yield str(path)
        return
    there = os.open(folder, os.O_RDONLY)
    try:
        yield f"/proc/self/fd/{there}/{NAME}"
    finally:
        os.close(there)
