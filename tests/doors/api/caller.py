"""One call of one program, in a process of its own that may be killed: `python -m tests.doors.api.caller`.

Arguments: the secret, the path, the key, and when to die: never, before the commit or after it.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.test import Client  # noqa: E402  # models need Django set up

from goodword.doors.api import repeating  # noqa: E402  # as above
from goodword.programme.calls.actions.keep_answer import keep_answer  # noqa: E402  # as above


def dying(call: Callable[..., Any]) -> Callable[..., Any]:
    """The same, and then a death that no handler sees."""

    def killed(*args: object, **named: object) -> None:
        call(*args, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    return killed


def main(secret: str, path: str, key: str, death: str) -> None:
    if death == "before the commit":
        vars(repeating)["keep_answer"] = dying(keep_answer)
    if death == "after the commit":
        vars(repeating)["_claimed"] = dying(repeating._claimed)
    client = Client(headers={"authorization": f"Bearer {secret}", "host": "localhost"})
    body = {"verb": "thank"}
    answer = client.post(path, body, content_type="application/json", headers={"idempotency-key": key})
    told = {"status": answer.status_code, "body": answer.text, "again": answer.headers.get("Idempotent-Replayed")}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:5])
