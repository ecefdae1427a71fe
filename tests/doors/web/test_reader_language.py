"""What holds somebody and why now, on every page and in the digest: in the language of the reader."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape

import pyarrow as pa
import pytest
from django.test import Client

from goodword.doors.mail.digest import next_digest, write_digest
from goodword.evidence.records.findings import SIGNAL_KINDS
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation, Hold, Moment
from goodword.programme.advocates.why_not import CODES
from goodword.programme.advocates.why_now import in_one_line
from goodword.programme.desk.models import Preference
from tests.held import everybody_held
from tests.team import let_in, window_of
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db

GERMAN = {"accept-language": "de"}
SENTENCE = re.compile(r"asks open again|nobody asks for it again|nobody asks until")
"""How every English sentence of a hold ends."""
FACTS = "|".join(
    (
        *("is their latest answer", "promoter answer", "read it before", "features open to them", "active days"),
        *("in their own words", "Names the outcome", "said it", "Said in a business", "Praised us", "different people"),
        *("helped in the community", "accepted answers", "to questions of", "Brought us along", "With us again"),
        *("customer at", "Grew by", "Renewed", "with the last contract", r"\d years", "a customer"),
    )
)
"""Every English fact."""


@pytest.fixture
def everybody(db: None) -> Generation:
    """The cast with every kind of signal, and beside it somebody for every hold."""
    cast, held = the_cast().findings(), everybody_held()
    tables = {
        name: pa.concat_tables([getattr(cast, name), getattr(held, name)])
        for name in ("persons", "accounts", "signals", "holds", "likelihoods", "remarks", "texts")
    }
    return publish_findings(replace(cast, **tables), as_of=TODAY, fingerprint="everybody")


def text(page: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


def english(told: str) -> list[str]:
    return SENTENCE.findall(told) + re.findall(FACTS, told)


def pages(reader: Client, language: str) -> dict[str, str]:
    people = {*Hold.objects.values_list("person_id", flat=True), *Moment.objects.values_list("person_id", flat=True)}
    urls = ["/today/", "/people/", "/people/?state=resting", *(f"/people/{person}/" for person in sorted(people))]
    return {url: text(reader.get(url, headers={"accept-language": language}).text) for url in urls}


def test_the_cast_has_every_kind_and_every_code(everybody: Generation) -> None:
    assert set(Moment.objects.values_list("kind", flat=True)) == set(SIGNAL_KINDS)
    assert set(Hold.objects.values_list("code", flat=True)) == CODES


def test_a_german_reader_reads_no_english_sentence_on_any_page(reader: Client, everybody: Generation) -> None:
    told = pages(reader, "de")
    assert {url: found for url, page in told.items() if (found := english(page))} == {}
    assert "Halden Health hat ein offenes dringendes Ticket" in told["/today/"]
    assert "Nennt das Ergebnis in eigenen Worten" in told["/today/"]
    assert "sagte am Mo, 2. Mär „nie“ zu dieser Art von Tat: Logo" in told["/people/selin/"]


def test_an_english_reader_reads_the_same_in_english(reader: Client, everybody: Generation) -> None:
    told = pages(reader, "en")
    assert "Halden Health has an open urgent ticket" in told["/today/"]
    assert "Names the outcome in their own words" in told["/today/"]
    for hold in Hold.objects.exclude(code="never"):
        assert hold.sentence in told[f"/people/{hold.person_id}/"]


def test_the_digest_is_german_for_a_german(everybody: Generation) -> None:
    user = let_in("rosa@northwind.example")
    Preference.objects.create(user=user, language="de")
    facts = [in_one_line(fact) for moment in Moment.objects.filter(resting=False) for fact in moment.why_now]
    assert english("; ".join(facts))
    now = datetime(2026, 11, 20, 7, tzinfo=UTC)
    content = next_digest(user, now=now)
    assert content is not None
    draft = write_digest(content)
    for part in (draft.text, text(draft.html)):
        assert english(part) == []
        assert "Warum jetzt: " in part


def test_what_is_taken_along_is_in_the_language_of_who_takes_it(everybody: Generation) -> None:
    window = window_of(let_in("rosa@northwind.example"))
    for url in ("/people/export.csv", "/today/export.csv"):
        german = b"".join(window.get(url, headers=GERMAN).streaming_content).decode()  # type: ignore[attr-defined]  # a file
        told = b"".join(window.get(url).streaming_content).decode()  # type: ignore[attr-defined]  # as above
        assert english(told)
        assert english(german) == []
