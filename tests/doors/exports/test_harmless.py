"""No cell of any export is a formula, whatever people are called and whatever they say."""

import csv
import io
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyarrow as pa
import pytest
from django.test import Client

from goodword.doors.exports.lists.loading import doubts_sheet, imports_sheet, sources_sheet
from goodword.doors.exports.sending import FORMATS
from goodword.evidence.intake import ImportSummary, plan_load
from goodword.evidence.records.doubts import DOUBTS
from goodword.kit import clock
from goodword.kit.harmless import harmless
from goodword.programme.advocates.actions.answer_moment import answer_moment
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Moment
from goodword.programme.desk.models import Notification, SavedView
from goodword.programme.needs.actions.end_need import end_need
from goodword.programme.needs.actions.file_need import file_need
from goodword.programme.needs.wanting import Wanting
from goodword.programme.people.models import Account, Person
from goodword.programme.stories.actions.approve_version import approve_version
from goodword.programme.stories.actions.write_story import write_story
from goodword.programme.stories.telling import Figure, Fit, Said, Telling
from goodword.programme.team.actions.make_token import make_token
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Assignment, User
from goodword.programme.team.roles import Role
from goodword.programme.team.trail import record
from goodword.programme.tuning.models import SettingChange
from goodword.runs.intake.loading import load_plan
from goodword.runs.intake.sources import SourceHealth, TableHealth
from goodword.runs.jobs.models import Job
from goodword.runs.settings.catalogue import SETTINGS
from goodword.runs.workspace import Workspace
from tests.cast import Cast
from tests.doors.exports.conftest import READERS, Cells, csv_rows, downloaded
from tests.formulas import FORMS
from tests.permissions import allows
from tests.team import LEILA
from tests.world import TODAY

CONSOLE = Actor.console()


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
            assert all(cell.startswith("'") or harmless(cell) == cell for cell in (*row, *row.values()))
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
def test_nor_does_any_text_of_accounts(reader: Client, ending: str) -> None:
    cast = wicked()
    texts = ("name", "industry", "segment", "country", "region", "plan", "currency", "parent_account_id")
    for number, form in enumerate(FORMS):
        cast.rows["accounts"][number].update(dict.fromkeys(texts, form), domains=[form])
        cast.said(f"free{number}", f"love-{number}", "Good.", "Good.", at="2026-11-01T09:00", themes=(form,))
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="wicked")
    rows = {row["account_id"]: row for row in planted(reader, "/accounts/export", ending)}
    for number, form in enumerate(FORMS):
        told = {rows[f"a{number}"][field].strip() for field in (*texts, "domains", "likeliest")}
        assert told == {as_kept(form, ending).strip()}
        assert as_kept(f"{form}: 1", ending).strip() in rows[f"a{number}"]["loves"].strip()


@pytest.mark.django_db
@pytest.mark.parametrize("ending", READERS)
def test_nor_does_any_text_of_themes(reader: Client, ending: str) -> None:
    cast = wicked()
    themes = [f"{form} {number}" for number, form in enumerate(FORMS)]
    for number, (form, theme) in enumerate(zip(FORMS, themes, strict=True)):
        cast.said(f"free{number}", form, form, form, at="2026-11-01T09:00", title=form, themes=(theme,))
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="wicked")
    rows = planted(reader, "/themes/export", ending)
    assert {row["theme"].strip() for row in rows} == {as_kept(theme, ending).strip() for theme in themes}
    for form, theme in zip(FORMS, themes, strict=True):
        (row,) = planted(reader, f"/themes/of/{quote(theme, safe='')}/export", ending)
        assert row["theme"].strip() == as_kept(theme, ending).strip()
        told = {row[name].strip() for name in ("words", "record_id", "person", "account")}
        assert told == {as_kept(form, ending).strip()}


@pytest.mark.django_db
@pytest.mark.parametrize("ending", READERS)
def test_nor_does_any_text_of_requests(reader: Client, ending: str) -> None:
    names = (
        "prospect",
        "deal_id",
        "industry",
        "region",
        "role",
        "product",
        "use_case",
        "competitor",
        "language",
        "text",
    )
    for form in FORMS:
        said: dict[str, Any] = dict.fromkeys(names, form)
        need = file_need(Wanting(**said), by=CONSOLE, day=TODAY)
        end_need(need, "cancelled", by=CONSOLE, reason=form)
    rows = downloaded(reader, f"/requests/export.{ending}", show="over")
    assert_no_formula(rows, ending)
    for row, form in zip(READERS[ending](rows), FORMS, strict=True):
        kept = as_kept(form.strip(), ending).strip()
        assert {" ".join(row[name].split()) for name in (*names, "reason")} == {" ".join(kept.split())}


@pytest.mark.django_db
@pytest.mark.parametrize("ending", READERS)
def test_nor_does_any_text_of_stories(reader: Client, ending: str) -> None:
    for number, form in enumerate(FORMS):
        fit = Fit(industry=form, region=form, role=form, products=(form,), use_cases=(form,), replaced=form)
        where = Account.objects.create(account_id=f"a{number}", name=form)
        who = Person.objects.create(person_id=f"p{number}", name=form, title=form, account=where)
        told = Telling(
            account=where,
            title=form,
            text=form,
            quotes=(Said(who, form),),
            outcomes=(Figure(form, form),),
            fit=fit,
            language=form,
        )
        approve_version(write_story(told, by=CONSOLE), by=CONSOLE)
        for key in (who, where):
            allows(key, "case_study")
    rows = downloaded(reader, f"/stories/export.{ending}")
    assert_no_formula(rows, ending)
    names = "title text language industry region role products use_cases replaced".split()
    for row, form in zip(READERS[ending](rows), reversed(FORMS), strict=True):
        assert {row[name].strip() for name in names} == {as_kept(form.strip(), ending).strip()}
        assert form.strip() in row["quotes"]
        assert form.strip() in row["outcomes"]


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


def planted(reader: Client, url: str, ending: str, **query: str) -> Cells:
    """The rows of a file in which nothing is a formula."""
    content = downloaded(reader, f"{url}.{ending}", **query)
    assert_no_formula(content, ending)
    return READERS[ending](content)


@pytest.mark.django_db
@pytest.mark.parametrize("ending", READERS)
def test_nor_does_any_text_of_those_who_were_let_in(reader: Client, ending: str) -> None:
    publish_findings(wicked().findings(), as_of=TODAY, fingerprint="wicked")
    for number, form in enumerate(FORMS):
        inviter = User.objects.create(email=f"i{number}@northwind.example", name=form)
        user = User.objects.create(email=f"u{number}@customer.example", name=form)
        Assignment.objects.create(
            user=user, role=Role.ADVOCATE, person_id=f"free{number}", given_at=clock.now(), given_by=str(inviter.pk)
        )
    rows = {row["person_id"]: row for row in planted(reader, "/team/advocates/export", ending)}
    for number, form in enumerate(FORMS):
        told = {rows[f"free{number}"][field].strip() for field in ("name", "account", "invited_by")}
        assert told == {as_kept(form, ending).strip()}


@pytest.mark.django_db
@pytest.mark.parametrize("ending", READERS)
def test_nor_does_any_text_of_answers_or_of_what_is_found(reader: Client, ending: str) -> None:
    cast = wicked()
    for number, form in enumerate(FORMS):
        cast.account(f"b{number}", f"{form} Zebra", 1.0)
        cast.person(f"found{number}", f"{form} Zebra", form, f"b{number}", language="en")
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="wicked")
    for moment in Moment.objects.filter(resting=False):
        form = FORMS[int(moment.person_id.removeprefix("free"))]
        answer_moment(moment, "thank", by=CONSOLE, note=form)
    answers = {row["person_id"]: row for row in planted(reader, "/answers/export", ending)}
    found = {(row["kind"], row["id"]): row for row in planted(reader, "/search/export", ending, q="zebra")}
    for number, form in enumerate(FORMS):
        row = answers[f"free{number}"]
        assert {row[field].strip() for field in ("name", "account", "email")} == {as_kept(form, ending).strip()}
        assert row["note"] == as_kept(form.strip(), ending)
        person = found["person", f"found{number}"]
        assert person["name"].strip() == as_kept(f"{form} Zebra", ending).strip()
        assert person["detail"].strip() == as_kept(f"{form}, {form} Zebra", ending).strip()
        assert found["account", f"b{number}"]["name"].strip() == as_kept(f"{form} Zebra", ending).strip()


@pytest.mark.django_db
@pytest.mark.parametrize("ending", READERS)
def test_nor_does_any_text_of_jobs_settings_tokens_views_and_notifications(reader: Client, ending: str) -> None:
    leila, now = User.objects.get(email=LEILA), clock.now()
    for number, (form, key) in enumerate(zip(FORMS, SETTINGS, strict=False)):
        Job.objects.create(
            kind=form, state="failed", stage=form, asked_by_kind="console", asked_door=form, asked_at=now, due_at=now,
            ended_at=now, error_code=form, error_sentence=form, error_mend=form,
        )  # fmt: skip
        by = User.objects.create(email=f"u{number}@northwind.example", name=form)
        told = {"by_kind": "user", "by_id": str(by.pk), "door": form, "reason": form}
        SettingChange.objects.create(key=key, number=1, at=now, **told)
        make_token(by, form, scope="read", lasts=timedelta(days=9), by=CONSOLE)
        make_token(leila, form, scope="read", lasts=timedelta(days=9), by=CONSOLE)
        SavedView.objects.create(user=leila, page="people", name=form, query=form, made_at=now)
        Notification.objects.create(
            user=leila, kind="job_finished", facts={"job": form}, url=form, at=now, key=str(number)
        )
    for url, fields in (
        ("/jobs/export", ("kind", "label", "stage", "door", "error_code", "error", "mend")),
        ("/settings/export", ("changed_by", "door", "reason")),
        ("/views/export", ("name", "query")),
        ("/notifications/export", ("url",)),
    ):
        rows = {tuple(row[field] for field in fields) for row in planted(reader, url, ending)}
        assert {(as_kept(form, ending),) * len(fields) for form in FORMS} <= rows, url
    texts = {row["text"] for row in planted(reader, "/notifications/export", ending)}
    assert texts == {as_kept(f"{form}: done.", ending) for form in FORMS}
    kept = {as_kept(form.strip(), ending) for form in FORMS}
    assert {row["name"] for row in planted(reader, "/me/tokens/export", ending)} == kept
    everybody = planted(reader, "/team/tokens/export", ending)
    assert {row["name"] for row in everybody} == kept
    assert {as_kept(form, ending) for form in FORMS} <= {row["user"] for row in everybody}


@pytest.mark.django_db
@pytest.mark.parametrize("ending", READERS)
def test_nor_do_the_cells_and_headers_of_rejected_rows(
    reader: Client, workspace: Workspace, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / "=interactions+1.csv"
    head = ["interaction_id", "at", "channel", "person_key", "text"]
    spare = [form for form in FORMS if form.strip() == form]
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow([*head, *spare])
        for number, form in enumerate(FORMS):
            writer.writerow([f"t{number}", form, "ticket", form, form, *([form] * len(spare))])
    name = load_plan(workspace, plan_load([file]), by=CONSOLE).import_id
    rows = planted(reader, f"/data/imports/{name}/export", ending)
    assert len(rows) == len(FORMS)
    for row, form in zip(rows, FORMS, strict=True):
        wanted = {as_kept(form, ending).strip(), as_kept(form.strip(), ending)}
        assert row["_file"] == as_kept(file.name, ending)
        assert {row[as_kept(header, ending)].strip() for header in spare} <= wanted
        assert {row["text"].strip(), row["at"].strip()} <= wanted
    imports = planted(reader, "/data/imports/export", ending)
    assert imports[0]["files"] == as_kept(file.name, ending)


@pytest.mark.django_db
@pytest.mark.parametrize("ending", READERS)
def test_nor_do_the_names_of_loaded_files_and_of_sources_and_doubtful_values(ending: str) -> None:
    landed = [ImportSummary(form, clock.now(), None, (form,), {"rows": 0}) for form in FORMS]
    table = TableHealth("usage", 1, None, None, None, "unknown", ())
    sources = [SourceHealth(form, (table,), {"usage": one}) for form, one in zip(FORMS, landed, strict=True)]
    doubts = [{"kind": "no_letters", "table": "people", "record_id": form, "value": form} for form in FORMS]
    for sheet, fields in (
        (doubts_sheet(pa.Table.from_pylist(doubts, schema=DOUBTS.arrow())), ("record_id", "value")),
        (imports_sheet(landed), ("import_id", "files")),
        (sources_sheet(sources), ("source", "last_import_id")),
    ):
        file = io.BytesIO()
        write, _media_type = FORMATS[ending]
        write(sheet, file)
        assert_no_formula(file.getvalue(), ending)
        rows = READERS[ending](file.getvalue())
        assert [tuple(row[field] for field in fields) for row in rows] == [
            (as_kept(form, ending),) * 2 for form in FORMS
        ]
