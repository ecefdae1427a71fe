"""Our own people are told from customers' people."""

import pyarrow as pa

from goodword.evidence.records.known import MENTIONS
from goodword.finding.identity.colleagues import Colleagues, colleagues
from goodword.finding.identity.keys import link


def told(owning: list[str], customer: list[str], domains: list[str] = []) -> Colleagues:  # noqa: B006 - never changed
    return colleagues(pa.table({"email": owning}), pa.table({"email": pa.array(customer, pa.string())}), domains)


def test_whoever_owns_accounts_and_all_who_write_from_their_domain_are_ours() -> None:
    ours = told(["Leila@Vendor.example"], ["ana@oriel.example"])
    assert ours.has("leila@vendor.example")
    assert ours.has("somebody.else@vendor.example")
    assert not ours.has("ana@oriel.example")


def test_a_domain_that_customers_share_with_an_owner_is_not_ours_as_a_whole() -> None:
    for ours in (told(["csm@x.example"], ["ana@x.example"]), told(["csm@x.example"], [], ["x.example"])):
        assert ours.has("csm@x.example")
        assert not ours.has("ben@x.example")


def test_somebody_listed_at_an_account_is_a_customer_whatever_they_own() -> None:
    assert not told(["ana@oriel.example"], ["Ana@oriel.example"]).has("ana@oriel.example")


def test_a_colleague_is_linked_to_nobody() -> None:
    rows = [
        {"source": "forum", "person_key": None, "email": "Leila@vendor.example", "listed": False},
        {"source": "forum", "person_key": None, "email": "ana@oriel.example", "listed": False},
    ]
    found = link(pa.Table.from_pylist(rows, schema=MENTIONS.arrow()), told(["leila@vendor.example"], []))
    assert [human["emails"] for human in found.humans.to_pylist()] == [["ana@oriel.example"]]
    assert [row["person_id"] is None for row in found.links.to_pylist()] == [True, False]


def test_a_customers_key_beside_a_colleagues_address_still_means_the_customer() -> None:
    rows = [
        {"source": "crm", "person_key": "P1", "email": "ana@oriel.example", "listed": True},
        {"source": "mail", "person_key": "P1", "email": "leila@vendor.example", "listed": False},
    ]
    ours = told(["leila@vendor.example"], ["ana@oriel.example"])
    found = link(pa.Table.from_pylist(rows, schema=MENTIONS.arrow()), ours)
    assert len(set(found.links["person_id"].to_pylist())) == 1
    assert found.humans.to_pylist()[0]["emails"] == ["ana@oriel.example"]


def test_a_colleague_whom_a_people_table_lists_without_an_account_is_nobody() -> None:
    rows: list[dict[str, object]] = [
        {"source": "crm", "person_key": "U1", "email": "leila@vendor.example", "listed": True},
        {"source": "forum", "person_key": "U1", "email": None, "listed": False},
    ]
    found = link(pa.Table.from_pylist(rows, schema=MENTIONS.arrow()), told(["leila@vendor.example"], []))
    assert found.links["person_id"].to_pylist() == [None, None]
