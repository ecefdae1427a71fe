"""Exports with the real columns of well-known tools; the data stays outside the repository."""

import os
from pathlib import Path

import pytest

from goodword.evidence.intake import FilePlan, plan_load
from goodword.evidence.lake.local import LocalLake
from tests.evidence.rows import load

DATA = Path(os.environ.get("GOODWORD_EVAL_DATA", Path(__file__).parents[4] / "shared" / "data"))
TOOLS = DATA / "crm_export_formats" / "fivetran"

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason=f"the public data sets are not in {DATA}; GOODWORD_EVAL_DATA names another folder"
)


def planned(path: Path) -> FilePlan:
    (plan,) = plan_load([path]).files
    return plan


@pytest.mark.parametrize(
    ("name", "table", "columns"),
    [
        ("dbt_hubspot/contact_data.csv", "people", {"person_key": "id", "given_name": "property_firstname"}),
        ("dbt_hubspot/company_data.csv", "accounts", {"account_id": "id", "name": "property_name"}),
        ("dbt_hubspot/deal_data.csv", "deals", {"deal_id": "deal_id", "closed_on": "property_closedate"}),
        ("dbt_hubspot/ticket_data.csv", "interactions", {"interaction_id": "id", "text": "property_content"}),
        ("dbt_salesforce/sf_account_data.csv", "accounts", {"account_id": "id", "employees": "number_of_employees"}),
        ("dbt_salesforce/sf_contact_data.csv", "people", {"person_key": "id", "family_name": "last_name"}),
        ("dbt_salesforce/sf_opportunity_data.csv", "deals", {"deal_id": "id", "stage": "stage_name"}),
        ("dbt_zendesk/ticket_data.csv", "interactions", {"interaction_id": "id", "person_key": "requester_id"}),
        ("dbt_zendesk/ticket_comment_data.csv", "interactions", {"interaction_id": "id", "thread_id": "ticket_id"}),
        ("dbt_zendesk/user_data.csv", "people", {"person_key": "id", "account_id": "organization_id"}),
        ("dbt_zendesk/organization_data.csv", "accounts", {"account_id": "id", "name": "name"}),
        (
            "dbt_intercom/conversation_part_history_data.csv",
            "interactions",
            {"text": "body", "direction": "author_type"},
        ),
        ("dbt_pendo/feature_event.csv", "usage", {"feature": "feature_id", "person_key": "visitor_id"}),
        ("dbt_qualtrics/core_contact.csv", "people", {"person_key": "id", "given_name": "first_name"}),
    ],
)
def test_the_exports_of_well_known_tools_are_recognised(name: str, table: str, columns: dict[str, str]) -> None:
    plan = planned(TOOLS / name)
    assert (plan.table, plan.problem) == (table, None)
    mapped = {pair.column: pair.header for pair in plan.pairs}
    assert {column: mapped.get(column) for column in columns} == columns


@pytest.mark.parametrize(
    "name", ["dbt_zendesk/ticket_tag_data.csv", "dbt_hubspot/deal_contact_data.csv", "dbt_hubspot/owner_data.csv"]
)
def test_lists_of_links_and_of_our_own_staff_are_left_alone(name: str) -> None:
    assert planned(TOOLS / name).problem is not None


def test_made_up_companies_with_their_traps_add_up(tmp_path: Path) -> None:
    report = load(LocalLake(tmp_path / "lake"), DATA / "ravenstack_saas", DATA / "maven_crm")
    for file in report.files:
        assert file.rows == file.new + file.changed + file.same + file.rejected
    tables = {file.path.name: file.table for file in report.files if file.problem is None}
    assert tables == {
        "ravenstack_accounts.csv": "accounts",
        "ravenstack_churn_events.csv": "contracts",
        "ravenstack_feature_usage.csv": "usage",
        "ravenstack_supports_ticket.csv": "interactions",
        "sales_pipeline.csv": "deals",
    }
