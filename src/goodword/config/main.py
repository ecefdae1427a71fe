"""`goodword` on the console: reads the environment, hands it to the command line, and words every error."""

import os
import sys
from pathlib import Path

import django
from django.core.management import call_command
from rich.text import Text

from goodword.doors.cli.app import app
from goodword.doors.cli.showing import err
from goodword.doors.cli.surroundings import Surroundings
from goodword.kit.errors import GoodwordError

_FAILED = 2
_INTERRUPTED = 130


def prepare(workspace: Path) -> None:
    """Point Django at a workspace and bring its programme database up to date."""
    os.environ["GOODWORD_WORKSPACE"] = str(workspace)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goodword.config.settings")
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def main() -> None:
    """Run one command and leave with 0 when it did its work, 2 when a person has to mend something."""
    named = os.environ.get("GOODWORD_WORKSPACE", "")
    surroundings = Surroundings(workspace=Path(named) if named else None, prepare=prepare)
    try:
        app(obj=surroundings)
    except GoodwordError as error:
        console = err()
        console.print(Text.assemble(("Error: ", "bold red"), error.sentence), soft_wrap=True)
        if error.mend:
            console.print(error.mend, soft_wrap=True)
        sys.exit(_FAILED)
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has had enough (`| head`); nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
