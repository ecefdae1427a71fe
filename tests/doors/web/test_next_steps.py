"""What to do next about whoever has left: not what their signals there would have had us do."""

import re
from datetime import date

import pytest
from django.test import Client

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.team.roles import Role
from tests.cast import Cast
from tests.doors.exports.conftest import csv_rows, downloaded
from tests.team import let_in, window_of
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db

NOT_KNOWN = "Find out where they went"
KNOWN = "Congratulate at Polder Rail, ask whether they bring us along"
ASKED = "Thank, then ask for the quote"


def leaving(person_id: str, left_on: date | None) -> Cast:
    """The cast, of whom one left their account on that day."""
    cast = the_cast()
    (row,) = [one for one in cast.rows["persons"] if one["person_id"] == person_id]
    row["left_on"] = left_on
    return cast


def publish(cast: Cast) -> None:
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="who left")


def row_of(page: str, person_id: str) -> str:
    """Their row of the list, without its tags."""
    (row,) = [one for one in re.findall(r"<tr.*?</tr>", page, re.DOTALL) if f'href="/people/{person_id}/"' in one]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row))


def card_of(page: str, person_id: str) -> str:
    """The card of their moment."""
    (card,) = [one for one in page.split('<details class="card moment"')[1:] if f'"/people/{person_id}/"' in one]
    return card


def test_of_whoever_stays_the_next_step_follows_from_their_signals(reader: Client) -> None:
    publish(leaving("rhiannon", None))
    assert ASKED in row_of(reader.get("/people/").text, "rhiannon")
    assert ASKED in card_of(reader.get("/today/").text, "rhiannon")


def test_whoever_left_for_nobody_knows_where_is_looked_for_first(reader: Client) -> None:
    publish(leaving("rhiannon", date(2026, 11, 18)))
    row = row_of(reader.get("/people/").text, "rhiannon")
    assert NOT_KNOWN in row
    assert ASKED not in row
    card = card_of(reader.get("/today/").text, "rhiannon")
    assert "Rhiannon has left. Find out where they went" in card
    assert "become a quote" not in card
    assert NOT_KNOWN in row_of(reader.get("/accounts/oriel/").text, "rhiannon")


def test_whoever_is_at_a_new_company_is_congratulated_and_asked_to_bring_us_along(reader: Client) -> None:
    cast = leaving("rhiannon", date(2026, 11, 1))
    cast.job("rhiannon", "Polder Rail", "Head of Finance", "2026-11-02")
    publish(cast)
    assert KNOWN in row_of(reader.get("/people/").text, "rhiannon")
    assert "Congratulate Rhiannon on the new job at Polder Rail" in card_of(reader.get("/today/").text, "rhiannon")


def test_a_job_that_is_over_or_has_not_begun_is_not_where_they_are(reader: Client) -> None:
    cast = leaving("rhiannon", date(2026, 11, 1))
    cast.job("rhiannon", "Polder Rail", "Analyst", "2017-01-01", "2020-02-28")
    cast.job("rhiannon", "Kestrel Freight", "Head of Finance", "2027-01-01")
    publish(cast)
    assert NOT_KNOWN in row_of(reader.get("/people/").text, "rhiannon")


def test_whoever_will_leave_is_still_there_and_whose_job_there_ended_is_not(reader: Client) -> None:
    publish(leaving("rhiannon", date(2026, 12, 31)))
    assert ASKED in row_of(reader.get("/people/").text, "rhiannon")
    cast = the_cast()
    cast.job("rhiannon", "Oriel Foods", "Finance Systems Lead", "2020-01-01", "2026-11-10", account_id="oriel")
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="a job that ended")
    assert NOT_KNOWN in row_of(reader.get("/people/").text, "rhiannon")


def test_whoever_may_not_be_asked_now_is_left_alone_wherever_they_are(reader: Client) -> None:
    publish(leaving("ingrid", date(2026, 11, 1)))
    row = row_of(reader.get("/people/").text, "ingrid")
    assert "Urgent ticket" in row
    assert NOT_KNOWN not in row


def test_nobody_learns_from_the_step_what_they_may_not_know_of_the_new_company() -> None:
    cast = leaving("rhiannon", date(2026, 11, 1))
    cast.seen("rhiannon", "wrote_from", table="interactions", on="2026-11-10", host="polder-rail.example")
    publish(cast)
    sales = window_of(let_in("sales@northwind.example", Role.SALES))
    assert "polder-rail" not in sales.get("/people/").text


def test_a_file_of_moments_names_no_act_for_whoever_left(reader: Client) -> None:
    publish(leaving("rhiannon", date(2026, 11, 18)))
    told = {row["person_id"]: row["next_act"] for row in csv_rows(downloaded(reader, "/today/export.csv"))}
    assert (told["rhiannon"], told["hemi"]) == ("", "reference_call")
