"""One request to a server and its answer: bounded in time and size, to that server only.

Python's own client is used, not requests: it follows no redirect, asks no proxy, sends no password it finds in a file
and unpacks nothing; and its socket can be shut when the time is up, also while a server sends a byte a minute.
"""

import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Timer

from goodword.runs.listening.endpoint import Endpoint

MOST_BYTES = 2_000_000
"""Of an answer; the rest is not read."""
_CONNECT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back.

    Attributes:
        status: the number of HTTP.
        body: the bytes, `MOST_BYTES` at most.
        whole: whether that was all.
        retry_after: in how many seconds to come again, where the server says so.
    """

    status: int
    body: bytes
    whole: bool
    retry_after: float | None


class LineError(Exception):
    """No answer came.

    Attributes:
        sent: whether the server may have got the request, and so may have worked on it.
    """

    def __init__(self, *, sent: bool) -> None:
        super().__init__("no answer")
        self.sent = sent


def post(endpoint: Endpoint, body: bytes, *, seconds: float, now: datetime) -> Reply:
    """Send a request once and read the answer.

    Args:
        endpoint: where to.
        body: JSON.
        seconds: for all of it, from the first byte sent to the last one read.
        now: this instant, for a date the server names to come again.

    Raises:
        LineError: the server could not be reached, or did not answer whole and in time.
    """
    line = _line(endpoint, min(seconds, _CONNECT_SECONDS))
    try:
        line.connect()
    except (OSError, HTTPException) as error:
        line.close()
        raise LineError(sent=False) from error
    late: list[bool] = []
    watch = Timer(seconds, _shut, (line.sock, late))
    watch.daemon = True
    watch.start()
    try:
        line.sock.settimeout(seconds)
        reply = _exchange(line, endpoint, body, now)
    except (OSError, HTTPException, ValueError) as error:
        raise LineError(sent=True) from error
    finally:
        watch.cancel()
        line.close()
    if late:
        raise LineError(sent=True)  # what was read may be a part
    return reply


def _line(endpoint: Endpoint, seconds: float) -> HTTPConnection:
    if endpoint.encrypted:
        context = ssl.create_default_context()
        return HTTPSConnection(endpoint.host, endpoint.port, timeout=seconds, context=context)
    return HTTPConnection(endpoint.host, endpoint.port, timeout=seconds)


def _shut(line: socket.socket, late: list[bool]) -> None:
    late.append(True)
    with suppress(OSError):
        # Past TLS, whose own farewell would wait for the other side.
        socket.socket.shutdown(line, socket.SHUT_RDWR)


def _exchange(line: HTTPConnection, endpoint: Endpoint, body: bytes, now: datetime) -> Reply:
    headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    line.request("POST", endpoint.path, body, headers)
    answer = line.getresponse()
    read = answer.read(MOST_BYTES + 1)
    again = _seconds(answer.getheader("Retry-After", ""), now)
    return Reply(answer.status, read[:MOST_BYTES], len(read) <= MOST_BYTES, again)


def _seconds(said: str, now: datetime) -> float | None:
    """What `Retry-After` says, seconds or a date; None where it says nothing that makes sense."""
    if said.strip().isdecimal() and said.isascii():
        return float(said)
    try:
        day = parsedate_to_datetime(said)
    except (ValueError, TypeError):
        return None
    return max(0.0, ((day if day.tzinfo else day.replace(tzinfo=UTC)) - now).total_seconds())
