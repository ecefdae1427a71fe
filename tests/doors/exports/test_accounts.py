"""The list of accounts as a file: the rows of the page, in its order, and no column that somebody may not see."""

import pytest
from django.test import Client

from goodword.programme.advocates.models import Generation
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from tests.doors.exports.conftest import READERS, downloaded
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("ending", READERS)
def test_the_file_has_the_accounts_of_the_page_in_its_order(reader: Client, published: Generation, ending: str) -> None:
    rows = READERS[ending](downloaded(reader, f"/accounts/export.{ending}", people="ready", sort="arr"))
    assert [row["account_id"] for row in rows] == ["kestrel", "teawa", "oriel", "zephyr", "maple"]
    oriel = rows[2]
    assert (oriel["name"], oriel["owner_email"], oriel["likeliest"]) == (
        "Oriel Foods",
        "leila@northwind.example",
        "Rhiannon Pugh",
    )
    assert float(oriel["arr"]) == 94_000
    assert [float(oriel[name]) for name in ("low", "likelihood", "high")] == [0.45, 0.64, 0.79]
    assert [int(rows[0][state]) for state in ("ready", "unknown", "resting", "silent")] == [1, 1, 0, 0]
    assert oriel["signals"] == "super_user:1 win:1"
    assert oriel["loves"] == "month-end close: 1; speed: 1"


def test_a_csm_takes_along_the_accounts_in_their_care_and_no_other(published: Generation) -> None:
    leila = window_of(let_in(role=Role.CSM, reach="own"))
    rows = READERS["csv"](downloaded(leila, "/accounts/export.csv"))
    assert [row["account_id"] for row in rows] == ["teawa", "oriel"]
    assert READERS["csv"](downloaded(leila, "/accounts/export.csv", owner="noor@northwind.example")) == []


def test_the_trail_says_which_list_left_but_names_nobody(reader: Client, published: Generation) -> None:
    downloaded(reader, "/accounts/export.csv", owner="leila@northwind.example", q="oriel", sort="arr")
    entry = AuditEntry.objects.filter(verb="export").latest("number")
    assert entry.object_id == "accounts"
    assert entry.facts_after is not None
    assert entry.facts_after["filters"] == {"q": "…", "owner": "…", "sort": "arr"}


@pytest.mark.parametrize("role", [Role.SALES, Role.EXECUTIVE, Role.ANALYST])
def test_who_may_not_export_gets_no_file(published: Generation, role: Role) -> None:
    window = window_of(let_in(f"{role}@northwind.example", role))
    assert window.get("/accounts/export.csv").status_code == 403
