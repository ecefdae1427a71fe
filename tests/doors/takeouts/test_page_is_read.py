"""The page with everything held about somebody is said to them, in their language, wherever a piece comes from."""

import pytest

from goodword.doors.takeouts.words import FILES, RECORDS, TABLES, said_of
from goodword.doors.takeouts.writing import language_of, page_of
from goodword.evidence.records.known import KNOWN
from goodword.finding.identity.known import names_people
from goodword.kit import clock
from goodword.programme.people.models import Person
from goodword.programme.personal import Subject, personal
from goodword.runs.rights.held import COLLEAGUE, Held, Section
from goodword.runs.rights.places import PLACES

ADA = Subject(person_ids=("per_ada",), names=("Ada Lovelace",), emails=("ada@oriel.example",))


def held() -> Held:
    rows = [{"comment": "Wonderful", "asked_by": COLLEAGUE, "pays": True}]
    sections = [Section("lake: responses", "An answer to a survey.", rows, 2)]
    return Held(ADA, clock.now(), sections)


def test_every_place_that_is_shown_has_words_for_its_reader() -> None:
    nobody = Subject(reference="nobody")
    assert {one.model for one in personal() if one.of(nobody) is not None} - TABLES.keys() == NOT_SHOWN
    assert {name for name in KNOWN if names_people(name)} == RECORDS.keys()
    assert {place.name for place in PLACES if place.show is not None} == FILES.keys()


NOT_SHOWN = {
    "advocates.Generation",  # counts, and texts in which they are only blacked out
    "calls.IdempotencyKey",
    "asks.LetterVersion",
    "choosing.LotRule",  # names somebody at most in what a colleague wrote, and there they are blacked out
    "desk.DigestDay",
    "permissions.KindChange",
    "tuning.SettingChange",
}


def test_the_page_speaks_german_to_who_reads_german() -> None:
    page = page_of(held(), "de")
    assert '<html lang="de">' in page
    assert "Alles, was wir über Ada Lovelace gespeichert haben" in page
    assert "Was unsere Systeme uns sagten" in page
    assert "Was Sie in Umfragen geantwortet haben." in page
    assert "jemand von uns" in page
    assert "Wonderful" in page  # what they said stays as they said it
    assert not [word for word in ("An answer", "What our", "Put together", "records of others") if word in page]


def test_in_english_it_is_said_to_them_too() -> None:
    page = page_of(held(), "en")
    assert '<html lang="en">' in page
    assert "What you answered in surveys." in page
    assert said_of("elsewhere: x", "What it is.") == ("elsewhere", "x", "What it is.")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("prefers", "reads"), [("de", "de"), ("de-AT", "de"), ("DE_ch", "de"), ("en_US", "en"), ("xx", "en"), ("", "en")]
)
def test_the_page_is_in_the_language_they_prefer_as_far_as_it_is_spoken(prefers: str, reads: str) -> None:
    Person.objects.create(person_id="per_ada", name="Ada Lovelace", language=prefers)
    assert language_of(ADA).partition("-")[0] == reads
