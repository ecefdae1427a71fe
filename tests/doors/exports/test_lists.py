"""Every list of the pages beside people, as a file: what it holds, for whom, and what it never holds."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.exports.lists.grants import grants_sheet
from goodword.doors.exports.lists.moments import answers_sheet
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.answer_moment import answer_moment
from goodword.programme.advocates.actions.invite_person import invite_person
from goodword.programme.advocates.actions.withdraw_answer import withdraw_answer
from goodword.programme.advocates.answering import MomentAnswer, Verb
from goodword.programme.advocates.models import Generation, ListedPerson, Moment
from goodword.programme.advocates.sight import Sight
from goodword.programme.desk.actions.mark_read import mark_read
from goodword.programme.desk.actions.notify_user import notify_job_ended
from goodword.programme.desk.actions.remove_view import remove_view
from goodword.programme.desk.actions.save_view import save_view
from goodword.programme.desk.models import Notification
from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant
from goodword.programme.permissions.models import Grant
from goodword.programme.permissions.saying import Evidence
from goodword.programme.team.actions.make_token import make_token
from goodword.programme.team.actions.revoke_token import revoke_token
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry, User
from goodword.programme.team.roles import RIGHTS, Role
from goodword.programme.team.trail import record
from goodword.runs.jobs import queue
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.running import LOAD, RUN
from goodword.runs.settings import changing
from goodword.runs.settings.catalogue import SETTINGS
from goodword.runs.workspace import Workspace
from tests.doors.exports.conftest import READERS, Cells, csv_rows, downloaded
from tests.permissions import account, allows
from tests.permissions import person as somebody
from tests.team import LEILA, let_in, window_of

pytestmark = pytest.mark.django_db

CONSOLE = Actor.console()
REST = "holds.resting.days"
every_format = pytest.mark.parametrize("ending", READERS)


def read(window: Client, url: str, ending: str, **query: str) -> Cells:
    """The rows of a file, alike whatever its format."""
    rows = READERS[ending](downloaded(window, f"{url}.{ending}", **query))
    return [{name.removesuffix(" (UTC)"): told(cell) for name, cell in row.items()} for row in rows]


def told(cell: object) -> object:
    """What stands in a cell: nothing is None, a truth a truth, everything else is text."""
    if cell in ("", None):
        return None
    whole = int(cell) if isinstance(cell, float) and cell.is_integer() else cell
    return {"True": True, "False": False, "true": True, "false": False}.get(str(whole), str(whole))


def actor_of(user: User) -> Actor:
    return Actor("user", str(user.pk), str(user), "web", user_id=str(user.pk))


def answered(generation: Generation, person: str, verb: Verb, *, by: Actor = CONSOLE, note: str = "") -> MomentAnswer:
    return answer_moment(Moment.objects.within(generation).about(person).get(), verb, by=by, note=note)


@every_format
def test_answers_say_who_did_what_about_whom(published: Generation, ending: str) -> None:
    leila = let_in()
    answered(published, "hemi", "later")
    answered(published, "rhiannon", "thank", by=actor_of(leila), note="Called her at once.")
    withdraw_answer(answered(published, "joost", "pass"), by=CONSOLE)
    first, second = read(window_of(leila), "/answers/export", ending)
    assert [first["person_id"], second["person_id"]] == ["rhiannon", "hemi"], "the newest first, none taken back"
    assert (first["name"], first["account"], first["answer"]) == ("Rhiannon Pugh", "Oriel Foods", "thank")
    assert (first["answered_by_id"], first["answered_by"]) == (str(leila.pk), "Leila Haddad")
    assert (first["kind"], first["note"], first["until"]) == ("win", "Called her at once.", None)
    week = clock.today() + timedelta(days=7)
    assert (second["answer"], second["until"], second["answered_by"]) == ("later", week.isoformat(), None)


def test_answers_are_of_the_people_one_sees_and_notes_for_those_who_see_notes(published: Generation) -> None:
    for person in ("rhiannon", "joost"):
        answered(published, person, "thank", note=f"about {person}")
    MomentAnswer.objects.create(person_id="gone", signal_id="s", verb="thank", at=clock.now())
    csm = window_of(let_in(LEILA, Role.CSM, reach="own"))
    assert [row["person_id"] for row in csv_rows(downloaded(csm, "/answers/export.csv"))] == ["rhiannon"]
    seen = {role: answers_sheet(published, Sight(RIGHTS[role])) for role in (Role.EXECUTIVE, Role.SALES)}
    columns = {role: {column.name for column in sheet.columns} for role, sheet in seen.items()}
    assert not columns[Role.EXECUTIVE] & {"note", "email"}
    assert not columns[Role.SALES] & {"note", "email", "kind", "signal_id"}
    assert all("about" not in str(cell) for sheet in seen.values() for row in sheet.rows for cell in row)


@every_format
def test_jobs_say_who_asked_and_how_they_ended(reader: Client, ending: str) -> None:
    ask_job(LOAD, {"upload": "secret-folder"}, by=CONSOLE)
    claimed = queue.claim("anna", clock.now())
    assert claimed is not None
    queue.fail(claimed, GoodwordError("no-upload", "The files are gone.", "Upload them again."), clock.now())
    leila = User.objects.get(email=LEILA)
    ask_job(RUN, by=actor_of(leila), key=RUN)
    waiting, failed = read(reader, "/jobs/export", ending)
    assert (waiting["kind"], waiting["state"], waiting["asked_by"]) == ("run", "waiting", "Leila Haddad")
    assert (failed["kind"], failed["state"], failed["asked_by"]) == ("load", "failed", "Console")
    assert (failed["error_code"], failed["error"], failed["mend"]) == (
        *("no-upload", "The files are gone.", "Upload them again."),
    )
    assert failed["job_id"] == str(claimed.pk)
    assert "secret-folder" not in str((waiting, failed))


@every_format
def test_tokens_are_ones_own_and_open_a_door_and_no_secret_is_told(ending: str) -> None:
    leila, rosa = let_in(), let_in("rosa@northwind.example", Role.CSM, name="Rosa Ek")
    made = [
        make_token(user, name, scope="read", lasts=timedelta(days=9), by=CONSOLE)
        for user, name in ((leila, "Nightly sync"), (leila, "Old"), (rosa, "Sheet of Rosa"))
    ]
    revoke_token(made[1][0], by=CONSOLE)
    own, of_all = (read(window_of(leila), f"/{place}/tokens/export", ending) for place in ("me", "team"))
    assert [row["name"] for row in own] == ["Nightly sync"]
    assert [(row["name"], row["email"]) for row in of_all] == [
        ("Nightly sync", LEILA),
        ("Sheet of Rosa", "rosa@northwind.example"),
    ]
    for token, secret in made:
        assert not any(piece in str((own, of_all)) for piece in (secret, token.shown, token.digest))
    assert [row["name"] for row in read(window_of(rosa), "/me/tokens/export", ending)] == ["Sheet of Rosa"]


@every_format
def test_customers_people_are_those_one_sees_with_who_invited_them(published: Generation, ending: str) -> None:
    leila, rosa = let_in(), let_in("rosa@northwind.example", Role.CSM, name="Rosa Ek", reach="own")
    for person in ("rhiannon", "hemi"):
        invite_person(ListedPerson.objects.within(published).about(person).get(), by=actor_of(leila), write=None)
    hemi, rhiannon = read(window_of(leila), "/team/advocates/export", ending)
    assert (hemi["person_id"], hemi["name"], hemi["account"]) == ("hemi", "Hemi Ngata", "Te Awa Dairy")
    assert (hemi["email"], hemi["invited_by"], hemi["last_sign_in"], hemi["may_come_in"]) == (
        *("hemi@teawa.example", "Leila Haddad", None, True),
    )
    assert rhiannon["person_id"] == "rhiannon"
    assert read(window_of(rosa), "/team/advocates/export", ending) == [], "nobody is in her care"


@every_format
def test_settings_say_what_holds_by_default_and_who_said_otherwise(
    reader: Client, workspace: Workspace, ending: str
) -> None:
    leila = User.objects.get(email=LEILA)
    changing.change(workspace.settings, REST, 60, by=actor_of(leila), reason="people are tired")
    rows = {row["key"]: row for row in read(reader, "/settings/export", ending)}
    assert set(rows) == set(SETTINGS)
    changed, other = rows[REST], rows["retention.jobs_days"]
    assert (changed["value"], changed["default"], changed["differs"]) == ("60", "45", True)
    assert (changed["set_in"], changed["changed_by"], changed["reason"]) == ("app", "Leila Haddad", "people are tired")
    assert (other["value"], other["set_in"], other["differs"]) == ("90", "default", False)
    assert {other[name] for name in ("changed_at", "changed_by", "reason")} == {None}
    found = read(reader, "/settings/export", ending, q="left in peace after an ask")
    assert [row["key"] for row in found] == [REST]
    group = read(reader, "/settings/groups/retention/export", ending)
    assert {row["group"] for row in group} == {"retention"}


def test_settings_that_cannot_be_read_are_told_and_no_file_is_made(reader: Client, workspace: Workspace) -> None:
    (workspace.path / "goodword.toml").write_text("[holds.resting]\ndays = 'much'\n", encoding="utf-8")
    answer = reader.get("/settings/export.csv")
    assert answer.status_code == 409
    assert "[holds.resting] days" in answer.text
    assert not AuditEntry.objects.filter(verb="export").exists()
    assert reader.get("/settings/groups/nothing/export.csv").status_code == 404


@every_format
def test_a_search_is_taken_along_as_whoever_searches_sees_it(published: Generation, ending: str) -> None:
    manager, csm = window_of(let_in()), window_of(let_in("sam@northwind.example", Role.CSM, reach="own"))
    rows = read(manager, "/search/export", ending, q="rhianon")
    assert [(row["kind"], row["id"], row["name"]) for row in rows] == [("person", "rhiannon", "Rhiannon Pugh")]
    assert rows[0]["detail"] == "Finance Systems Lead, Oriel Foods"
    assert {row["kind"] for row in read(manager, "/search/export", ending, q="oriel")} == {"account", "person"}
    assert read(csm, "/search/export", ending, q="rhianon") == []
    assert read(manager, "/search/export", ending, q="") == []


@every_format
def test_saved_views_and_notifications_are_the_readers(ending: str) -> None:
    leila, rosa = let_in(), let_in("rosa@northwind.example", name="Rosa Ek")
    mine = save_view(leila, "people", "Who won", "kind=win", by=CONSOLE)
    save_view(rosa, "people", "Shared", "state=ready", by=CONSOLE, shared_with=Role.ADMINISTRATOR)
    save_view(rosa, "people", "Rosa’s own", "state=ready", by=CONSOLE)
    remove_view(save_view(leila, "people", "Removed", "q=x", by=CONSOLE), by=CONSOLE)
    rows = read(window_of(leila), "/views/export", ending)
    assert [(row["name"], row["query"], row["own"]) for row in rows] == [
        ("Shared", "state=ready", False),
        (mine.name, "kind=win", True),
    ]
    notify_job_ended(leila, "Load crm.csv", key="1", url="/data/")
    notify_job_ended(rosa, "Load hers.csv", key="2")
    mark_read(Notification.objects.get(user=leila))
    notify_job_ended(leila, "Undo", key="3")
    new, old = read(window_of(leila), "/notifications/export", ending)
    assert (new["text"], new["read_at"]) == ("Undo: done.", None)
    assert (old["text"], old["url"]) == ("Load crm.csv: done.", "/data/")
    assert old["read_at"] is not None


@every_format
def test_the_trail_is_narrowed_to_the_days_of_its_page(
    reader: Client, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    for number in range(4):
        at = datetime(2026, 11, 16 + number, 9, tzinfo=UTC)
        monkeypatch.setattr("goodword.kit.clock.now", lambda at=at: at)
        record(CONSOLE, "change", "setting", f"day-{at.day}")
    monkeypatch.undo()
    days = {"noun": "setting", "since": "2026-11-17", "until": "2026-11-18"}
    rows = read(reader, "/audit/export", ending, **days)
    assert [row["object_id"] for row in rows] == ["day-17", "day-18"]
    assert AuditEntry.objects.latest("number").facts_after["filters"] == days
    unclear = read(reader, "/audit/export", ending, noun="setting", verb="nonsense", since="soon")
    assert len(unclear) == 4, "as on the page, what is unknown narrows nothing"
    page = reader.get("/audit/", {**days, "older": "9999"}).text
    assert f"/audit/export.{ending}?noun=setting&amp;since=2026-11-17&amp;until=2026-11-18" in page


def test_the_days_of_the_trail_are_the_readers(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    User.objects.filter(email=LEILA).update(timezone="Pacific/Auckland")
    monkeypatch.setattr("goodword.kit.clock.now", lambda: datetime(2026, 11, 16, 20, tzinfo=UTC))
    record(CONSOLE, "change", "setting", "late in London, the next morning in Auckland")
    monkeypatch.undo()
    for since, count in (("2026-11-17", 1), ("2026-11-18", 0)):
        assert len(csv_rows(downloaded(reader, "/audit/export.csv", noun="setting", since=since))) == count


LISTS = {
    "answers": "/answers/export",
    "search": "/search/export",
    "views": "/views/export",
    "notifications": "/notifications/export",
    "tokens": "/me/tokens/export",
    "sources": "/data/sources/export",
    "imports": "/data/imports/export",
    "jobs": "/jobs/export",
    "settings": "/settings/export",
    "team-tokens": "/team/tokens/export",
}


@every_format
@pytest.mark.parametrize("name", LISTS)
def test_each_file_has_its_name_and_its_line_in_the_trail(
    reader: Client, published: Generation, workspace: Workspace, name: str, ending: str
) -> None:
    answer = reader.get(f"{LISTS[name]}.{ending}", {"q": "pugh"})
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith(f'attachment; filename="goodword-{name}-')
    rows = READERS[ending](answer.getvalue())
    entry = AuditEntry.objects.latest("number")
    assert (entry.verb, entry.noun, entry.object_id, entry.door) == ("export", "list", name, "web")
    narrowed = {"q": "…"} if name in {"search", "settings"} else {}
    assert entry.facts_after == {"format": ending, "rows": len(rows), "filters": narrowed}
    assert "pugh" not in entry.after
    assert reader.get(f"{LISTS[name]}.pdf").status_code == 404
    assert reader.post(f"{LISTS[name]}.{ending}").status_code == 405


def test_what_is_made_up_is_called_so_from_the_moment_it_is_loaded(
    reader: Client, workspace: Workspace, settings: Settings
) -> None:
    assert "synthetic" not in csv_rows(downloaded(reader, "/settings/export.csv"))[0]
    with (workspace.path / "goodword.toml").open("a", encoding="utf-8") as file:
        file.write("\n[workspace]\nsynthetic = true\n")
    settings.WORKSPACE_SETTINGS = {}
    assert csv_rows(downloaded(reader, "/settings/export.csv"))[0]["synthetic"] == "true"


@every_format
def test_permissions_say_whose_word_it_is_and_how_we_know(published: Generation, ending: str) -> None:
    proof = Evidence(kind="email", reference="<1@teawa.example>", wording="=HYPERLINK(1)")
    given = allows(somebody("hemi"), "quote", evidence=proof, expires_on=datetime(2999, 1, 1, tzinfo=UTC).date())
    withdraw_grant(allows(account("kestrel"), "logo", channel="website"), by=CONSOLE, reason="They rebrand.")
    logo, quote = read(window_of(let_in()), "/permissions/export", ending)
    assert (quote["permission_id"], quote["person_id"], quote["person"]) == (str(given.pk), "hemi", "Hemi Ngata")
    assert (quote["state"], quote["act_kind"], quote["expires_on"]) == ("granted", "quote", "2999-01-01")
    assert (quote["proof"], quote["reference"]) == ("email", "<1@teawa.example>")
    assert quote["wording"] == ("'=HYPERLINK(1)" if ending == "csv" else "=HYPERLINK(1)")
    assert (logo["account"], logo["channel"], logo["withdrawn_why"], logo["withdrawn_reason"]) == (
        *("Kestrel Freight", "website", "withdrawn", "They rebrand."),
    )
    csm = window_of(let_in("leila.csm@northwind.example", Role.CSM, reach="own"))
    assert read(csm, "/permissions/export", ending) == [], "nobody is in her care"


def test_how_we_know_of_a_permission_has_no_column_for_those_who_may_not_see_it(published: Generation) -> None:
    allows(somebody("hemi"), "quote")
    for role in (Role.EXECUTIVE, Role.SALES):
        sheet = grants_sheet(Sight(RIGHTS[role]), Grant.objects.told())
        assert not {column.name for column in sheet.columns} & {"wording", "said_to", "file_sha256", "withdrawn_reason"}
        assert "You may quote me." not in str(list(sheet.rows))
