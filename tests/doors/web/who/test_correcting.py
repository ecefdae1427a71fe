"""Where records differ, on the pages: every value with its sources, and putting one right."""

import re
from datetime import date

import pyarrow as pa
import pytest
from django.test import Client

from goodword.evidence.records.values import TOLD_VALUES
from goodword.programme.people.actions.post_told_values import post_told_values
from goodword.programme.people.models import Correction, CorrectionWithdrawal
from goodword.programme.team.models.audit import AuditEntry
from goodword.programme.team.roles import Role
from tests.doors.web.who.test_who_pages import RHIANNON, SELIN, pages  # noqa: F401  # a fixture
from tests.team import let_in, window_of

CRM, DESK = "Finance Systems Lead", "Head of Finance"


@pytest.fixture
def differing(pages: Client) -> Client:  # noqa: F811  # the fixture of that name
    """Rhiannon, whose title is told in two ways."""
    rows = [
        {"value": CRM, "source": "crm", "said_on": date(2026, 11, 1), "place": 1, "wins": True},
        {"value": DESK, "source": "desk", "said_on": date(2026, 8, 1), "place": 2, "wins": False},
    ]
    told = [
        {"person_id": RHIANNON, "field": "title", "form": one["value"], "table": "people", "record_id": "r", **one}
        for one in rows
    ]
    post_told_values(pa.Table.from_pylist(told, schema=TOLD_VALUES.arrow()))
    return pages


def test_both_values_stand_with_their_sources_and_days_and_the_one_that_counts_says_so(differing: Client) -> None:
    page = differing.get(f"/people/{RHIANNON}/who/").text
    part = page[page.index("Where records differ") : page.index("Put something else right")]
    first, second = part.index(CRM), part.index(DESK)
    assert first < part.index("counts</span>") < second
    assert "crm" in part[first:second]
    assert "1 Nov" in part[first:second]
    assert "desk" in part[second:]
    assert "a record alone" in part


def test_a_value_is_chosen_with_a_reason_and_taken_back_from_the_toast(differing: Client) -> None:
    asked = differing.get(f"/people/{RHIANNON}/correct/title/", {"value": DESK}).text
    assert f'value="{DESK}"' in asked
    done = differing.post(
        f"/people/{RHIANNON}/correct/title/", {"value": DESK, "reason": "she signs so"}, follow=True
    ).text
    row = Correction.objects.standing().get()
    assert (row.person_id, row.field, row.value, row.reason) == (RHIANNON, "title", DESK, "she signs so")
    assert CRM in row.set_aside
    assert "counts from the next run on" in done
    undo = f"/people/{RHIANNON}/corrections/{row.pk}/undo/"
    assert undo in done
    differing.post(undo)
    assert not Correction.objects.standing().exists()
    assert CorrectionWithdrawal.objects.count() == 1
    verbs = list(AuditEntry.objects.filter(noun="person").order_by("number").values_list("verb", flat=True))
    assert verbs[-2:] == ["correct", "withdraw_correction"]
    assert DESK not in str(AuditEntry.objects.get(verb="correct").after)


@pytest.mark.parametrize(
    ("field", "value", "reason", "told"),
    [
        ("title", "Head", "", "This field is required"),
        ("title", " ", "why", "This field is required"),
        ("left_on", "soon", "why", "is no day"),
        ("pays", "maybe", "why", "Select a valid choice"),
        ("account_id", "Nowhere Ltd", "why", "No account is called"),
        ("email", "rhiannon", "why", "is no e-mail address"),
        ("timezone", "Wales", "why", "There is no time zone called"),
    ],
)
def test_what_cannot_be_is_refused_and_says_how_to_mend_it(
    differing: Client, field: str, value: str, reason: str, told: str
) -> None:
    answer = differing.post(f"/people/{RHIANNON}/correct/{field}/", {"value": value, "reason": reason})
    assert answer.status_code == 422
    assert told in answer.text
    assert not Correction.objects.exists()


def test_an_account_is_named_as_people_say_it_and_yes_is_written_as_records_have_it(differing: Client) -> None:
    differing.post(f"/people/{RHIANNON}/correct/account_id/", {"value": "zephyr", "reason": "moved"})
    differing.post(f"/people/{RHIANNON}/correct/pays/", {"value": "true", "reason": "signed the renewal"})
    assert set(Correction.objects.values_list("field", "value")) == {("account_id", "zephyr"), ("pays", "true")}


def test_a_csm_puts_nothing_right_about_somebody_of_another_account_nor_does_an_analyst(differing: Client) -> None:
    csm = let_in("csm@northwind.example", Role.CSM, reach="own")
    others = [(let_in(f"{role.value}@northwind.example", role), 403) for role in (Role.SALES, Role.ANALYST)]
    for user, status in ((csm, 404), *others):
        somebody = window_of(user)
        address = f"/people/{RHIANNON}/correct/title/"
        assert somebody.get(address).status_code == status
        assert somebody.post(address, {"value": "x", "reason": "y"}).status_code == status
        assert somebody.post(f"/people/{RHIANNON}/corrections/1/undo/").status_code == status
    assert not Correction.objects.exists()


def test_nobody_takes_back_a_correction_of_somebody_else_by_its_number(differing: Client) -> None:
    differing.post(f"/people/{SELIN}/correct/title/", {"value": "Chief of Data", "reason": "her card"})
    row = Correction.objects.get()
    assert differing.post(f"/people/{RHIANNON}/corrections/{row.pk}/undo/").status_code == 404
    assert Correction.objects.standing().exists()
    assert differing.get(f"/people/{RHIANNON}/correct/shoe_size/").status_code == 404


def test_two_people_stand_beside_each_other_field_by_field_before_a_merge(differing: Client) -> None:
    page = differing.get(f"/people/{RHIANNON}/who/{SELIN}/").text
    part = page[page.index("Where records differ") :]
    assert CRM in part
    assert DESK in part
    assert "Head of Data" in part
    assert "desk" in part
    assert "the newest verified one, else the newest; never an empty one" in part


def test_the_comparison_foretells_which_value_counts_once_they_are_one(differing: Client) -> None:
    differing.post(f"/people/{SELIN}/correct/title/", {"value": "Chief of Data", "reason": "her card"})
    page = differing.get(f"/people/{RHIANNON}/who/{SELIN}/").text
    (row,) = [one for one in re.findall(r"<tr.*?</tr>", page, re.DOTALL) if ">Title</th>" in one]
    then = row[row.index('data-label="Once they are one"') :]
    assert "Chief of Data" in then
    assert "a colleague put it right" in then
    assert CRM not in then
    # Every value stands there still, with who says so.
    assert CRM in row
    assert DESK in row
    assert "desk" in row
