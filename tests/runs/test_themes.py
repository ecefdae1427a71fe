"""Themes are learned once for the same words, and anew when a name or a word is another one."""

from pathlib import Path

import pytest

from tests.runs.people.company import Company

ACCOUNTS = "account_id,name\nA1,Oriel Foods\n"
PEOPLE = "person_key,account_id,full_name,email\nP1,A1,Rhiannon Pugh,rhiannon@oriel.example\n"
SAID = "interaction_id,at,channel,person_key,text\nI1,2026-10-20T09:00:00Z,ticket,P1,We love the new dashboards.\n"


def kept(company: Company) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in company.workspace.derived.rglob("themed-*")}


@pytest.mark.django_db
def test_a_second_run_over_the_same_words_learns_no_themes(tmp_path: Path) -> None:
    company = Company(tmp_path)
    company.load(accounts=ACCOUNTS, people=PEOPLE, interactions=SAID)
    company.run()
    before = kept(company)
    assert len(before) == 1
    company.run()
    assert kept(company) == before
    company.load(people=PEOPLE.replace("Rhiannon Pugh", "Rhiannon Dashboards"))
    company.run()
    assert set(kept(company)) != set(before)
