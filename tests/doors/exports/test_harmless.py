"""No cell of any export is a formula, whatever people are called and whatever they say."""

import io
import zipfile

import pytest
from django.test import Client

from goodword.kit.harmless import harmless
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.trail import record
from tests.cast import Cast
from tests.doors.exports.conftest import READERS, csv_rows, downloaded
from tests.formulas import FORMS
from tests.world import TODAY


def wicked() -> Cast:
    """For each form two people of whom every text is this form; one of them rests."""
    cast = Cast()
    for number, form in enumerate(FORMS):
        account = f"a{number}"
        cast.account(account, form, 1.0, owner_email="leila@northwind.example")
        for who in (f"held{number}", f"free{number}"):
            cast.person(who, form, form, account, email=form, person_keys=[form], language="en")
            span = cast.said(who, f"t-{who}", form, form, at="2026-11-18T09:00", title=form)
            win = cast.signal(who, "win", "2026-11-18T09:00", span)
            cast.likely(who, {"quote": (0.1, 0.2, 0.3)}, [win])
        cast.hold(f"held{number}", "odd", form)
    return cast


def assert_no_formula(content: bytes, ending: str) -> None:
    if ending == "csv":
        for row in csv_rows(content):
            assert all(cell.startswith("'") or harmless(cell) == cell for cell in row.values())
    if ending == "xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        assert sheets
        assert not any(b"<f>" in sheet or b"hyperlink" in sheet for sheet in sheets)


def as_kept(form: str, ending: str) -> str:
    """What a reader of the file finds: everything, and in CSV the guard before it."""
    return f"'{form}" if ending == "csv" else form


@pytest.mark.django_db
@pytest.mark.parametrize("ending", READERS)
def test_no_text_of_any_list_becomes_a_formula_in_any_file(reader: Client, ending: str) -> None:
    publish_findings(wicked().findings(), as_of=TODAY, fingerprint="wicked")
    for url, whose, fields in (
        ("/people/export", "held", ("name", "title", "account", "hold_reason", "words", "email", "keys")),
        ("/people/export", "free", ("name", "title", "account", "words", "email", "keys")),
        ("/today/export", "free", ("name", "account", "words", "email")),
    ):
        content = downloaded(reader, f"{url}.{ending}")
        assert_no_formula(content, ending)
        rows = {row["person_id"]: row for row in READERS[ending](content)}
        for number, form in enumerate(FORMS):
            row = rows[f"{whose}{number}"]
            assert {row[field].strip() for field in fields} == {as_kept(form, ending).strip()}


@pytest.mark.django_db
@pytest.mark.parametrize("ending", READERS)
def test_nor_does_any_text_of_the_trail_or_the_team(reader: Client, ending: str) -> None:
    for number, form in enumerate(FORMS):
        record(Actor("system", form, "", form), form, form, form, reason=form)
        User.objects.create(email=f"u{number}@northwind.example", name=form)
    team, audit = downloaded(reader, f"/team/export.{ending}"), downloaded(reader, f"/audit/export.{ending}")
    for content in (team, audit):
        assert_no_formula(content, ending)
    fields = ("actor_id", "door", "verb", "noun", "object_id", "reason")
    planted = [row for row in READERS[ending](audit) if row["actor_kind"] == "system"]
    assert [[row[name] for name in fields] for row in planted] == [[as_kept(form, ending)] * 6 for form in FORMS]
    names = {row["name"] for row in READERS[ending](team)}
    assert {as_kept(form, ending) for form in FORMS} <= names
