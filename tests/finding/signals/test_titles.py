from functools import cache

import ibis
import pyarrow as pa
import pytest

from goodword.finding.signals.titles import is_executive
from tests.finding.engine import run

LEADS = [
    "CEO", "Chief Revenue Officer", "cfo", "VP Customer Success", "SVP, Sales", "Vice President of Sales", "Head of IT",
    "Director, Operations", "Managing Director", "Founder & CTO", "Co-Founder", "Owner", "Business owner", "President",
    "Geschäftsführerin", "Vorstand", "Leiter Einkauf", "Bereichsleiter", "Inhaber", "Directrice générale", "Président",
    "PDG", "Fondatrice", "Director de Ventas", "Directora", "Presidenta", "Diretora Comercial", "Sócio",
    "Amministratore Delegato", "Direttrice", "Titolare", "Hoofd Inkoop", "Prezes", "Genel Müdür",
    "代表取締役社長", "技术总监",
]  # fmt: skip
FOLLOWS = [
    None, "", "Account Manager", "Engineer", "Product Owner", "Process owner", "Executive Assistant to the CEO",
    "Assistentin der Geschäftsführung", "Team Lead", "Projektleiter", "Analyst", "Overhead planner", "Coordinator",
    "Customer Success Manager", "Headhunter", "Forerunner", "Consultant", "Scolaire",
]  # fmt: skip


@cache
def verdicts() -> dict[str | None, bool]:
    table = ibis.table({"title": "string"}, name="titles")
    rows = pa.table({"title": pa.array(LEADS + FOLLOWS, pa.string())})
    answers = run(table.mutate(leads=is_executive(table.title)), {"titles": rows})
    return {row["title"]: row["leads"] for row in answers.to_pylist()}


@pytest.mark.parametrize("title", LEADS)
def test_an_executive_is_known_by_the_title(title: str) -> None:
    assert verdicts()[title] is True


@pytest.mark.parametrize("title", FOLLOWS)
def test_others_are_not_taken_for_one(title: str | None) -> None:
    assert verdicts()[title] is False
