"""`goodword` on the console: reads the environment, hands it to the command line, and words every error."""

import os
import sys
from pathlib import Path

import django
from rich.text import Text

from goodword.doors.cli.app import app
from goodword.doors.cli.showing import err
from goodword.doors.cli.surroundings import Surroundings
from goodword.kit.errors import GoodwordError
from goodword.runs.operate.schema import migrate_whole, read_schema, refusal

_FAILED = 2
_INTERRUPTED = 130


def set_up(workspace: Path) -> None:
    """Point Django at a workspace, however its programme database is."""
    os.environ["GOODWORD_WORKSPACE"] = str(workspace)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goodword.config.settings")
    django.setup()


def prepare(workspace: Path) -> None:
    """Point Django at a workspace. A new programme database is set up; an older or newer one is refused.

    Raises:
        GoodwordError: the database is behind this version or ahead of it.
    """
    set_up(workspace)
    schema = read_schema()
    if schema.is_new:
        migrate_whole()
    why = None if schema.is_new else refusal(schema)
    if why is not None:
        raise why


def main() -> None:
    """Run one command and leave with 0 when it did its work, 2 when a person has to mend something."""
    named = os.environ.get("GOODWORD_WORKSPACE", "")
    surroundings = Surroundings(workspace=Path(named) if named else None, prepare=prepare, set_up=set_up)
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
