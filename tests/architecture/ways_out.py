"""Every way by which something leaves to customers' people or to third parties, and whether it asks the gate.

What leaves is found by what it calls: functions that send, queue or hand over. Each function that calls one of them is
a way out and must stand in the table, with `GATE` or with the reason why it need not ask. Whatever stands there with
`GATE` must come to `may` or `may_many` of the permissions, itself or through a function it calls.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.architecture.tree import Module

Function = ast.FunctionDef | ast.AsyncFunctionDef

GATE = "asks the gate"
GATES = frozenset({"goodword.programme.permissions.policies.may", "goodword.programme.permissions.policies.may_many"})
LEAVING = frozenset(
    {
        "goodword.programme.outbox.actions.queue_letter.queue_letter",
        "goodword.doors.exports.sending.send",
        "django.core.mail.send_mail",
        "django.core.mail.send_mass_mail",
        "django.core.mail.mail_admins",
        "django.core.mail.mail_managers",
        "django.core.mail.EmailMessage",
        "django.core.mail.EmailMultiAlternatives",
        "smtplib.SMTP",
        "smtplib.SMTP_SSL",
        "urllib.request.urlopen",
        "http.client.HTTPConnection",
        "http.client.HTTPSConnection",
    }
)
"""What sends, queues or hands over. What is added to send by another way belongs here."""

WAYS_OUT: dict[str, str] = {
    "goodword.programme.advocates.actions.invite_person.invite_person": GATE,
    "goodword.programme.advocates.actions.renew_invitation.renew_invitation": GATE,
    "goodword.programme.asks.actions.send_ask.send_ask": GATE,
    "goodword.programme.lots.actions.invite_drawn.invite_drawn": GATE,
    "goodword.programme.meetings.telling.post": GATE,
    "goodword.programme.meetings.telling._write_to_rep": "to a colleague, who wants letters, about their own request",
    "goodword.doors.web.views.sign_in.letters._queue": "to a colleague: let in, or given a new password",
    "goodword.doors.mail.backend._queue": "letters of signing in: whoever gets one asked for it",
    "goodword.doors.mail.connection.Connection._opened": "sends what waits in the outbox: who queued it asked",
    "goodword.doors.mail.digest._settle": "to colleagues, who chose it",
    "goodword.runs.listening.calling._line": "to the server the settings name: sentences without names, asking nobody",
    "goodword.doors.cli.outbox.test": "to whom somebody at the console names, with no word about anybody",
    "goodword.doors.web.views.export.taking.as_file.view": "to a colleague with the right to export, into their hands",
}
"""By function: that it asks the gate, or why it need not."""


@dataclass(frozen=True, slots=True)
class Defined:
    """A function, and the full names of what it calls."""

    name: str
    calls: frozenset[str]


def dotted(path: str) -> str:
    """The name under which a file of ours is imported."""
    return path.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def defined(module: Module) -> Iterator[Defined]:
    """Every function of a module, also methods and what stands in others."""
    known = _imported(module.tree) | {
        node.name: f"{dotted(module.path)}.{node.name}"
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    for name, function in _functions(module.tree, dotted(module.path)):
        calls = (node for node in _own(function) if isinstance(node, ast.Call))
        yield Defined(name, frozenset(filter(None, (_called(node.func, known) for node in calls))))


def _functions(node: ast.AST, name: str) -> Iterator[tuple[str, ast.AST]]:
    """A module and every function in it, each with its full name."""
    if isinstance(node, ast.Module | Function):
        yield name, node
    for inner in ast.iter_child_nodes(node):
        called = f"{name}.{inner.name}" if isinstance(inner, ast.ClassDef | Function) else name
        yield from _functions(inner, called)


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in a function or module, without what stands in functions of its own."""
    for inner in ast.iter_child_nodes(node):
        if not isinstance(inner, Function):
            yield inner
            yield from _own(inner)


def _imported(tree: ast.Module) -> dict[str, str]:
    """The full name of everything a module imports, wherever it does so, by what it calls it."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
        elif isinstance(node, ast.Import):
            names |= {one.asname or one.name.split(".")[0]: one.name if one.asname else one.name.split(".")[0]
                      for one in node.names}  # fmt: skip
    return names


def _called(function: ast.expr, known: dict[str, str]) -> str:
    """The full name of what is called; empty where it cannot be told."""
    if isinstance(function, ast.Name):
        return known.get(function.id, "")
    if isinstance(function, ast.Attribute):
        owner = _called(function.value, known)
        return f"{owner}.{function.attr}" if owner else ""
    return ""


def ways_out(functions: Iterable[Defined]) -> set[str]:
    """The functions by which something leaves."""
    return {one.name for one in functions if one.calls & LEAVING}


def asks_the_gate(name: str, functions: dict[str, Defined], seen: frozenset[str] = frozenset()) -> bool:
    """Whether a function comes to the gate, itself or through one it calls."""
    one = functions.get(name)
    if one is None or name in seen:
        return False
    return bool(one.calls & GATES) or any(asks_the_gate(call, functions, seen | {name}) for call in one.calls)
