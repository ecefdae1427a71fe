"""Whatever sends or publishes asks the one gate first: docs/algorithms/permissions.md."""

import pytest

from tests.architecture.tree import Module, modules
from tests.architecture.ways_out import GATE, WAYS_OUT, Defined, asks_the_gate, defined, ways_out


def functions_of(*some: Module) -> dict[str, Defined]:
    return {one.name: one for module in some for one in defined(module)}


def test_every_way_out_is_known() -> None:
    found = ways_out(functions_of(*modules("src")).values())
    assert found == set(WAYS_OUT), "say in WAYS_OUT that it asks the gate, or why it need not"


@pytest.mark.parametrize("name", [name for name, why in WAYS_OUT.items() if why == GATE])
def test_a_way_out_asks_the_gate(name: str) -> None:
    assert asks_the_gate(name, functions_of(*modules("src")))


ACTIONS = "goodword.programme.outbox.actions"
QUEUE = f"from {ACTIONS}.queue_letter import queue_letter\n"
MAY = "from goodword.programme.permissions.policies import may\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{QUEUE}def f() -> None:\n    queue_letter(1)\n",
        f"def f() -> None:\n    {QUEUE.rstrip()} as q\n    q(1)\n",
        f"from {ACTIONS} import queue_letter\ndef f() -> None:\n    queue_letter.queue_letter(1)\n",
        f"{QUEUE}if True:\n    def f() -> None:\n        queue_letter(1)\n",
        "from django.core import mail\ndef f() -> None:\n    mail.send_mail('a')\n",
        "import smtplib\ndef f() -> None:\n    with smtplib.SMTP('h') as s:\n        s.quit()\n",
    ],
)
def test_a_way_out_is_noticed_however_it_is_written(text: str) -> None:
    functions = functions_of(Module("src/goodword/runs/a.py", text))
    assert ways_out(functions.values()) == {"goodword.runs.a.f"}
    assert not asks_the_gate("goodword.runs.a.f", functions)


def test_one_that_asks_through_another_is_seen() -> None:
    text = f"{QUEUE}{MAY}def g() -> object:\n    return may(1)\n\ndef f() -> None:\n    g()\n    queue_letter(1)\n"
    functions = functions_of(Module("src/goodword/runs/a.py", text))
    assert asks_the_gate("goodword.runs.a.f", functions)
