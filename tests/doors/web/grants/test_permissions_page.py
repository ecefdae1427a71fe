"""What customers allow and forbid, as pages show it and take it down; everything works without scripts."""

import re
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.kit import clock
from goodword.programme.acts.models import Act
from goodword.programme.advocates.models import Generation
from goodword.programme.asks.models import Ask
from goodword.programme.people.models import Person
from goodword.programme.permissions.models import Grant
from goodword.programme.permissions.proofs import MOST_BYTES
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from goodword.runs.workspace import create_workspace
from tests.permissions import TODAY, account, allows, forbids, person
from tests.team import LEILA, let_in, window_of

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("published")]

RECORD = "/people/hemi/permissions/record/"


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, settings: Settings) -> Path:
    settings.WORKSPACE = tmp_path / "workspace"
    return create_workspace(settings.WORKSPACE).path


def words(**changed: str | SimpleUploadedFile) -> dict[str, str | SimpleUploadedFile]:
    """What somebody writes into the form: Hemi may be quoted by everybody, as he told Leila."""
    said: dict[str, str | SimpleUploadedFile] = {
        "key": "person",
        "state": "granted",
        "act_kind": "quote",
        "audience": "public",
        "given_on": "2026-11-09",
        "proof": "said",
        "said_to": "Leila",
        "wording": "Quote me on that.",
    }
    return said | changed


def cells(client: Client, who: str = "hemi") -> dict[str, list[str]]:
    """The table on the page of a person: by act, what each key says and what follows."""
    page = client.get(f"/people/{who}/").text
    table = re.search(r'<table class="fold permits".*?</table>', page, re.DOTALL)
    assert table is not None
    found = {}
    for row in re.findall(r"<tr role=\"row\">(.*?)</tr>", table[0], re.DOTALL)[1:]:
        head, *rest = [
            " ".join(unescape(re.sub(r"<[^>]+>", " ", cell)).split())
            for cell in re.findall(r"<t[hd] .*?>(.*?)</t[hd]>", row, re.DOTALL)
        ]
        found[head] = rest
    return found


def test_the_page_says_for_each_act_what_both_keys_say_and_what_follows(reader: Client) -> None:
    soon = clock.today() + timedelta(days=42)
    allows(person("hemi"), "reference_call", expires_on=soon)
    allows(person("hemi"), "talk")
    allows(account("teawa"), "talk")
    forbids(account("teawa"), "case_study")
    allows(person("hemi"), "beta", expires_on=TODAY - timedelta(days=5))
    said = cells(reader)
    assert said["Reference call"] == ["42 days left", "not needed", "Open Ask by letter"]
    assert said["Talk"] == ["Yes", "Yes", "Open Ask by letter"]
    assert said["Case study"][:2] == ["Not known", "No"]
    assert said["Case study"][2].startswith("Closed Their company said no on Mon 9 Nov 2026 to: Case study.")
    assert said["Beta"][0] == "Ended"
    assert said["Beta"][2].startswith("May be asked Their permission ended on Sat 14 Nov 2026")
    assert said["Logo"] == ["not needed", "Not known", said["Logo"][2]]
    assert said["Written quote"][2].startswith("May be asked Nobody knows whether they allow this")
    assert "Answer in the community" not in said


def test_whoever_opted_out_is_closed_for_everything(reader: Client) -> None:
    allows(person("hemi"), "reference_call")
    Person.objects.filter(pk="hemi").update(opted_out_on=TODAY)
    assert all(row[2].startswith("Closed They opted out") for row in cells(reader).values())


def test_a_yes_with_its_file_is_recorded_shown_and_opened_and_can_be_undone(reader: Client, workspace: Path) -> None:
    assert f'href="{RECORD}"' in reader.get("/people/hemi/").text
    assert reader.get(RECORD).status_code == 200
    file = SimpleUploadedFile("../yes <b>.eml", b"From: Hemi\n\nYes, you may.")
    done = reader.post(RECORD, words(proof="email", file=file), follow=True)
    assert "Recorded." in done.text
    grant = Grant.objects.get()
    assert cells(reader)["Written quote"][0] == "Yes"
    page = reader.get(f"/permissions/{grant.pk}/").text
    assert "Quote me on that." in page
    assert grant.proof.file_sha256 in page
    proof = reader.get(f"/permissions/{grant.pk}/proof/")
    assert proof.getvalue() == b"From: Hemi\n\nYes, you may."
    assert proof["Content-Type"] == "application/octet-stream"
    assert proof["Content-Disposition"].startswith("attachment;")
    assert [path.name for path in (workspace / "proofs").iterdir()] == [grant.proof.file_sha256]
    undo = re.search(rf'action="/permissions/{grant.pk}/withdraw/".*?</form>', done.text, re.DOTALL)
    assert undo is not None
    assert 'name="why" value="mistake"' in undo[0]
    reader.post(f"/permissions/{grant.pk}/withdraw/", {"why": "mistake"})
    assert cells(reader)["Written quote"][0] == "Not known"


def test_a_proof_that_is_gone_or_changed_says_so(reader: Client, workspace: Path) -> None:
    reader.post(RECORD, words(proof="file", file=SimpleUploadedFile("yes.eml", b"yes")))
    grant = Grant.objects.get()
    kept = workspace / "proofs" / grant.proof.file_sha256
    kept.write_bytes(b"yes to everything")
    changed = reader.get(f"/permissions/{grant.pk}/proof/")
    assert (changed.status_code, "not the one that was handed in" in changed.text) == (409, True)
    kept.unlink()
    assert "not in the workspace any more" in reader.get(f"/permissions/{grant.pk}/proof/").text


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"said_to": ""}, "A permission needs its proof."),
        ({"audience": ""}, "Nobody said for whom the yes is."),
        ({"state": ""}, "This field is required."),
        ({"act_kind": ""}, "This field is required."),
        ({"prospect": "Acme"}, "One prospect is named"),
        ({"given_on": "2999-01-01"}, "Nobody can have said it on a day to come."),
        ({"given_on": "soon"}, "Enter a valid date."),
        ({"expires_on": "2026-11-09"}, "It would end before it began."),
        ({"proof": "file"}, "The file is missing."),
        ({"act_kind": "community_answer"}, "Select a valid choice."),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_is_kept(
    reader: Client, changed: dict[str, str], sentence: str
) -> None:
    answer = reader.post(RECORD, words(**changed))
    assert answer.status_code == 422
    assert sentence in unescape(answer.text)
    assert "Quote me on that." in answer.text, "what was written stays"
    assert not Grant.objects.exists()


def test_nothing_is_chosen_before_somebody_chooses_it(reader: Client) -> None:
    page = reader.get(RECORD).text
    assert re.findall(r'name="state"[^>]*checked', page) == []
    for name in ("act_kind", "audience"):
        select = re.search(rf'<select name="{name}".*?</select>', page, re.DOTALL)
        assert select is not None
        assert re.search(r"<option value=\"\"[^>]*>", select[0]), f"{name} begins with nothing"
        assert not re.search(r"<option value=\"[^\"]+\"[^>]* selected", select[0])


def test_a_file_that_is_too_large_is_not_held_whole(reader: Client, workspace: Path) -> None:
    answer = reader.post(RECORD, words(file=SimpleUploadedFile("film.mp4", b"x" * (MOST_BYTES + 500_000))))
    assert (answer.status_code, "The file is larger than 10 MB." in answer.text) == (422, True)
    assert not list((workspace / "proofs").glob("*"))
    assert not list((workspace / "uploads").glob("*")), "what loads data has not taken it"


def test_what_a_company_says_is_recorded_on_its_own_page_and_counts_for_its_people(reader: Client) -> None:
    assert "/accounts/teawa/permissions/" in reader.get("/people/hemi/").text
    reader.post(
        "/accounts/teawa/permissions/record/", words(key="company", state="denied", act_kind="everything", audience="")
    )
    assert (Grant.objects.get().account_id, Grant.objects.get().person_id) == ("teawa", None)
    assert "Everything: No" in reader.get("/accounts/teawa/permissions/").text
    assert all(row[1] == "No" for row in cells(reader).values())


def test_taking_back_shows_everything_that_hangs_on_it(reader: Client) -> None:
    grant = allows(person("hemi"), "quote")
    Ask.objects.create(kind="quote", person_key="crm:hemi", asked_on=TODAY, record_source="crm", record_id="A-1")
    Act.objects.create(kind="quote", person_key="crm:hemi", done_on=TODAY - timedelta(days=3))
    Act.objects.create(kind="talk", person_key="crm:hemi", done_on=TODAY - timedelta(days=9))
    page = reader.get(f"/permissions/{grant.pk}/").text
    assert re.search(r"What hangs on it <span class=\"count\">2</span>", page)
    assert "Written quote, an ask" in page
    back = {"why": "withdrawn", "on": TODAY.isoformat(), "reason": "He wrote to us."}
    wrong = reader.post(f"/permissions/{grant.pk}/withdraw/", back | {"on": "2026-11-01"})
    assert wrong.status_code == 422
    after = reader.post(f"/permissions/{grant.pk}/withdraw/", back, follow=True).text
    assert "Taken back. It counts no more." in after
    assert "He wrote to us." in after
    assert "What hangs on it" in after
    assert AuditEntry.objects.latest("number").verb == "withdraw"


def look(window: Client, number: int) -> "Answer":
    return window.get(f"/permissions/{number}/")


def test_sales_sees_whether_and_not_how_we_know(reader: Client) -> None:
    reader.post(RECORD, words(file=SimpleUploadedFile("yes.eml", b"yes"), reference="https://mail.example/7"))
    grant = Grant.objects.get()
    for role in (Role.SALES, Role.EXECUTIVE):
        window = window_of(let_in(f"{role.value}@northwind.example", role))
        assert cells(window)["Written quote"][0] == "Yes"
        page = look(window, grant.pk).text
        assert "They told one of us" in page
        for private in ("Quote me on that.", "Leila</p>", "yes.eml", "mail.example", grant.proof.file_sha256):
            assert private not in page
        assert window.get(f"/permissions/{grant.pk}/proof/").status_code == 403
        assert window.get(RECORD).status_code == 403
        assert window.post(RECORD, words()).status_code == 403
        assert window.post(f"/permissions/{grant.pk}/withdraw/", {"why": "withdrawn"}).status_code == 403
    assert window_of(let_in("a@northwind.example", Role.ANALYST)).get("/permissions/").status_code == 403


def test_a_csm_records_for_their_own_accounts_and_others_are_not_there(published: Generation) -> None:
    foreign = allows(person("selin"), "quote"), allows(account("zephyr"), "logo")
    window = window_of(let_in(LEILA, Role.CSM, reach="own"))
    assert window.post(RECORD, words()).status_code == 302
    own = Grant.objects.get(person="hemi")
    assert look(window, own.pk).status_code == 200
    missing = look(window, 987654321)
    for grant in foreign:
        assert (look(window, grant.pk).status_code, look(window, grant.pk).content) == (404, missing.content)
        assert window.post(f"/permissions/{grant.pk}/withdraw/", {"why": "withdrawn"}).status_code == 404
    for address in ("/people/selin/permissions/record/", "/accounts/zephyr/permissions/record/"):
        assert window.post(address, words()).status_code == 404
    assert Grant.objects.standing().count() == 3
    listed = window.get("/permissions/").text
    assert [str(one.pk) in re.findall(r'href="/permissions/(\d+)/"', listed) for one in (own, *foreign)] == [
        *(True, False, False),
    ]
