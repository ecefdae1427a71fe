"""Measures: what is counted about many people, for those who may see it, in every form."""

import csv
import io

import pytest
from django.test import Client

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation
from goodword.programme.asks.models import Answer, Ask
from goodword.programme.team.roles import RIGHTS, Right, Role
from tests.cast import Cast
from tests.team import let_in, window_of
from tests.world import TODAY, crowd

pytestmark = pytest.mark.django_db

CHARTS = ("standing", "likelihood", "signals", "segments")


def spread() -> Cast:
    """Thirty people in two segments, and three in a third."""
    cast = crowd(30)
    cast.account("a-1", "Small Company", 1_000, segment="SMB")
    cast.rows["accounts"][0]["segment"] = "Enterprise"
    for number in range(3):
        cast.person(f"few{number}", f"Few {number}", "Analyst", "a-1")
        span = cast.said(f"few{number}", f"f-{number}", "It saved us days.", "It saved us days.", at=f"{TODAY}T09:00")
        cast.signal(f"few{number}", "win", f"{TODAY}T09:00", span)
    return cast


@pytest.fixture
def generation(db: None) -> Generation:
    return publish_findings(spread().findings(), as_of=TODAY, fingerprint="spread")


def test_the_page_shows_where_people_stand(reader: Client, generation: Generation) -> None:
    ask = Ask.objects.create(kind="quote", person_key="crm:p1", asked_on=TODAY, record_source="crm", record_id="A-1")
    Answer.objects.create(ask=ask, answer="accepted", answered_on=TODAY)
    page = reader.get("/measures/").text
    table = page[page.index('aria-label="From signal to done"') :]
    cells = [part.split("</td>")[0] for part in table.split("</table>")[0].split('class="num">')[2:]]
    assert cells == ["33", "33", "30", "1", "1", "0"]


def test_a_middle_half_is_shown_only_of_enough_people(reader: Client, generation: Generation) -> None:
    numbers = generation.counts["figures"]["likelihood"]
    assert numbers["quote"]["people"] == 30
    assert numbers["quote"]["low"] < numbers["quote"]["median"] < numbers["quote"]["high"]
    assert numbers["talk"] == {"people": None}
    assert "30 people" in reader.get("/measures/").text


def test_fewer_than_five_people_are_told_nowhere(reader: Client, generation: Generation) -> None:
    small = next(row for row in generation.counts["figures"]["segments"] if row["name"] == "SMB")
    assert small["people"] is None
    assert small["kinds"]["win"] is None
    told = {row["about"]: row["SMB"] for row in csv.DictReader(io.StringIO(reader.get("/measures/segments.csv/").text))}
    assert (told["People"], told["People with a win"], told["Promoters"]) == ("", "", "0")
    assert "not told" in reader.get("/measures/").text


def test_nobody_is_named(reader: Client, generation: Generation) -> None:
    for url in ("/measures/", *(f"/measures/{name}.csv/" for name in CHARTS)):
        text = reader.get(url).text
        assert "Person 1" not in text
        assert "Crowded Company" not in text


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_can_be_taken_along(reader: Client, generation: Generation, name: str) -> None:
    page = reader.get("/measures/").text
    for ending, kind in (("svg", "image/svg+xml"), ("png", "image/png"), ("csv", "text/csv")):
        assert f'href="/measures/{name}.{ending}/"' in page
        answer = reader.get(f"/measures/{name}.{ending}/")
        assert answer.status_code == 200
        assert answer["Content-Type"].startswith(kind)
        assert answer["Content-Disposition"] == f'attachment; filename="goodword-{name}-2026-11-19.{ending}"'


@pytest.mark.parametrize("place", ["nothing.svg", "signals.exe", "signals.html"])
def test_what_does_not_exist_is_a_plain_404(reader: Client, generation: Generation, place: str) -> None:
    assert reader.get(f"/measures/{place}/").status_code == 404


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADVOCATE])
def test_page_and_files_are_for_the_same_people(generation: Generation, role: Role) -> None:
    window = window_of(let_in(f"{role}@northwind.example", role))
    expected = 200 if Right.SEE_MEASURES in RIGHTS[role] else 403
    assert window.get("/measures/").status_code == expected
    assert window.get("/measures/signals.csv/").status_code == expected


def test_before_the_first_run_there_is_a_way_to_begin(reader: Client) -> None:
    assert reader.get("/measures/").status_code == 200
    assert reader.get("/measures/signals.csv/").status_code == 404


def test_an_old_publication_without_figures_shows_empty_charts(reader: Client, generation: Generation) -> None:
    generation.counts.pop("figures")
    generation.save()
    assert "Nothing to count yet" in reader.get("/measures/").text
