"""A command that dies where a function ends, as by `kill -9`: `python -m tests.doors.cli.dying MODULE NAME ...`."""

import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

import django

from goodword.config.main import main


def deadly(call: Callable[..., Any]) -> Callable[..., Any]:
    """The same, and then a death that no handler sees."""

    def killed(*args: object, **named: object) -> None:
        call(*args, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    return killed


if __name__ == "__main__":
    module, name = sys.argv[1:3]
    del sys.argv[1:3]
    os.environ["GOODWORD_WORKSPACE"] = sys.argv[sys.argv.index("-w") + 1]
    os.environ["DJANGO_SETTINGS_MODULE"] = "goodword.config.settings"
    django.setup()
    there = vars(import_module(module))
    there[name] = deadly(there[name])
    main()
