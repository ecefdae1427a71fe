"""The examples of the how-to, run as they stand there against a server that listens."""

import os
import re
import subprocess
import sys

import pytest
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from goodword.programme.advocates.actions.publish_findings import publish_findings
from tests.architecture.tree import ROOT
from tests.doors.api.conftest import program_of
from tests.team import let_in
from tests.world import TODAY, the_cast

PAGE = (ROOT / "docs/how-to/use-the-api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```(sh|python)\n(.*?)^```\n(?:\n^```output\n(.*?)^```)?", PAGE, re.DOTALL | re.MULTILINE)


def test_the_page_has_examples_of_both_kinds() -> None:
    assert {kind for kind, _, _ in EXAMPLES} == {"sh", "python"}
    assert sum(bool(expected) for _, _, expected in EXAMPLES) >= 4
    assert PAGE.count("```") == 2 * (len(EXAMPLES) + PAGE.count("```output") + PAGE.count("```text"))


@pytest.mark.django_db(transaction=True)
def test_every_example_does_what_the_page_says(live_server: LiveServer, settings: Settings) -> None:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
    secret = program_of(let_in()).secret
    surroundings = {**os.environ, "GOODWORD_URL": live_server.url, "GOODWORD_TOKEN": secret}
    for kind, code, expected in EXAMPLES:
        command = ["sh", "-euc", code] if kind == "sh" else [sys.executable, "-W", "error", "-c", code]
        done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, f"{code}\n{done.stderr}"
        assert done.stdout, code
        if expected:
            assert done.stdout == expected
