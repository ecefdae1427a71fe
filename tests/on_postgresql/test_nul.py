"""PostgreSQL keeps no text with the letter NUL in it: whoever sends one finds nothing, and no error."""

import json
from pathlib import Path

import pytest

from tests.on_postgresql.server import Database

pytestmark = [pytest.mark.engines, pytest.mark.xdist_group("postgresql")]

ASK = """
import json
import django
django.setup()
from django.test import Client
from goodword.programme.advocates.actions.publish_findings import publish_findings
from tests.team import let_in
from tests.world import TODAY, the_cast
publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
window = Client(headers={"host": "localhost"})
window.force_login(let_in())
print(json.dumps([
    window.get("/people/%00/").status_code,
    window.get("/people/?q=a%00b").status_code,
    window.get("/audit/?who=a%00b").status_code,
    window.post("/people/answers/", {"person": "rhian\\0non", "verb": "thank"}).status_code,
    window.post("/people/rhiannon/own-page/take-back/", {"reason": "a\\0b"}).status_code,
    window.get("/people/rhiannon/").status_code,
]))
"""


def test_whoever_sends_it_finds_nothing_and_everybody_else_goes_on(database: Database, workspace: Path) -> None:
    answers = json.loads(database.run(workspace, "-c", ASK).splitlines()[-1])
    assert all(status < 500 for status in answers), answers
    assert (answers[0], answers[3], answers[-1]) == (404, 404, 200)
