"""The company of these tests."""

from pathlib import Path

import pytest

from tests.runs.who_is_who.company import ACCOUNTS, ASKS, PEOPLE, RESPONSES, Company


@pytest.fixture
def company(db: None, tmp_path: Path) -> Company:
    """Rhiannon, whom records know under two employers, and Ingrid; published."""
    made = Company(tmp_path)
    made.load(accounts=ACCOUNTS, people=PEOPLE, responses=RESPONSES, asks=ASKS)
    made.run()
    return made
