"""A console in a workspace where the cast is published."""

import os
import subprocess
import sys

from tests.doors.cli.conftest import Console

_PUBLISH = """
import django
django.setup()
from goodword.programme.advocates.actions.publish_findings import publish_findings
from tests.world import TODAY, the_cast
publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
"""


def publish_cast(console: Console, *, also: str = "") -> Console:
    """Publish the cast in the workspace of a console, and do something more there in Python."""
    env = {"GOODWORD_WORKSPACE": str(console.workspace), "DJANGO_SETTINGS_MODULE": "goodword.config.settings"}
    subprocess.run([sys.executable, "-c", _PUBLISH + also], env=os.environ | env, check=True)
    return console
