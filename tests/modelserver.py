"""A small OpenAI-compatible server of our own on a free port of loopback: it answers as it is scripted.

Each request takes the next act of the script; the last one goes on for ever. Every request is kept: its headers, and
its body as it came.
"""

import json
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

type Act = Callable[["Handler", dict[str, Any]], None]


class Server(ThreadingHTTPServer):
    """Answers by its script."""

    daemon_threads = True

    def __init__(self, acts: Sequence[Act]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.acts = list(acts)
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def next_act(self) -> Act:
        return self.acts.pop(0) if len(self.acts) > 1 else self.acts[0]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no fault here."""


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:  # the library's name
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        act = self.server.next_act()
        self.server.asked.append(told)
        self.server.headers.append(dict(self.headers) | {"path": self.path})
        act(self, told)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
        """Say nothing."""

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True


def said(told: dict[str, Any]) -> list[dict[str, Any]]:
    """The sentences of a request."""
    [_opened, payload, *_] = told["messages"][1]["content"].split("\n")
    sentences: list[dict[str, Any]] = json.loads(payload)["sentences"]
    return sentences


def praising(told: dict[str, Any]) -> list[dict[str, Any]]:
    """An opinion of each sentence: praise, the whole sentence quoted."""
    usual = {"kind": "praise", "probability": 0.9, "polarity": 0.8, "themes": [], "outcome": None}
    return [usual | {"id": one["id"], "quote": one["text"]} for one in said(told)]


def envelope(text: str | None, *, tool: bool = False, tokens: int = 50) -> bytes:
    called = [{"id": "1", "type": "function", "function": {"name": "judge", "arguments": text}}]
    message: dict[str, Any] = {"role": "assistant", "content": None if tool else text}
    message |= {"tool_calls": called} if tool else {}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return json.dumps({"choices": [choice], "usage": {"total_tokens": tokens}}).encode()


def opining(judge: Callable[[dict[str, Any]], object] = praising, *, tokens: int = 50) -> Act:
    """Answer as asked: strict JSON, or a call of the tool."""

    def act(handler: Handler, told: dict[str, Any]) -> None:
        text = json.dumps({"opinions": judge(told)})
        handler.answer(200, envelope(text, tool="tools" in told, tokens=tokens))

    return act


def only_tools(handler: Handler, told: dict[str, Any]) -> None:
    """A server that knows no `response_format`."""
    if "response_format" in told:
        handler.answer(400, b'{"error": {"message": "response_format is not supported"}}')
    else:
        opining()(handler, told)


def status(number: int, body: bytes = b"no", **headers: str) -> Act:
    return lambda handler, _told: handler.answer(number, body, **headers)


def telling(raw: bytes) -> Act:
    return lambda handler, _told: handler.answer(200, raw)


def chatting(text: str) -> Act:
    """Write some text instead of JSON, however asked."""
    return lambda handler, _told: handler.answer(200, envelope(text))


def hanging(handler: Handler, _told: dict[str, Any]) -> None:
    """Say nothing until the server ends."""
    handler.server.over.wait(30)
    handler.close_connection = True


def dripping(handler: Handler, _told: dict[str, Any]) -> None:
    """A sign of the headers now and then, so that no single wait is long."""
    with suppress(OSError):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while not handler.server.over.wait(0.05):
            handler.wfile.write(b"a")
            handler.wfile.flush()
    handler.close_connection = True


def cutting(handler: Handler, _told: dict[str, Any]) -> None:
    """Promise more than comes, and hang up."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [{"mess')
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True


def flooding(handler: Handler, _told: dict[str, Any]) -> None:
    """Never stop."""
    handler.send_response(200)
    handler.send_header("Connection", "close")
    handler.end_headers()
    with suppress(OSError):
        while not handler.server.over.is_set():
            handler.wfile.write(b" " * 65536)
    handler.close_connection = True


@contextmanager
def running(*acts: Act) -> Iterator[Server]:
    """Run a server for the length of a block."""
    server = Server(acts)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
