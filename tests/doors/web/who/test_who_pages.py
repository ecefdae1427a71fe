"""Who is who on the pages: the records behind somebody, merging and parting, the queue, and opting out."""

import io
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.cli.reviewing import decide
from goodword.evidence.lake.local import LocalLake
from goodword.kit import clock
from goodword.programme.advocates.models import Generation, ListedPerson
from goodword.programme.people.models import Apart, Merge, OptOut, Person, Split, Suggestion
from goodword.programme.team.actions.create_user import create_user
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.roles import Role
from goodword.runs.workspace import create_workspace
from tests.evidence.rows import put
from tests.team import let_in, window_of

RHIANNON, SELIN, HEMI = "rhiannon", "selin", "hemi"


@pytest.fixture
def pages(reader: Client, published: Generation, settings: Settings, tmp_path: Path) -> Client:
    """Leila, who sees everybody; Rhiannon stands in two records."""
    workspace = create_workspace(tmp_path / "workspace")
    rows = [
        {
            "source": "crm",
            "person_key": f"crm:{RHIANNON}",
            "full_name": "Rhiannon Pugh",
            "email": "rhiannon@oriel.example",
        },
        {"source": "crm", "person_key": "crm:second", "full_name": "R. Pugh", "email": "pugh@home.example"},
    ]
    put(LocalLake(workspace.lake), "people", rows)
    Person.objects.filter(pk=RHIANNON).update(person_keys=[f"crm:{RHIANNON}", "crm:second"])
    settings.WORKSPACE = workspace.path
    return reader


def suggested(one: str, other: str) -> Suggestion:
    first, second = sorted((one, other))
    reasons = [
        {"field": "name", "compared": "same_name", "bits": 6.1},
        {"field": "phone", "compared": "other_number", "bits": -1.2},
    ]
    return Suggestion.objects.create(
        one_id=first, other_id=second, probability=0.93, reasons=reasons, model_version="linkage-1"
    )


def test_every_record_that_means_somebody_is_shown_with_its_source(pages: Client) -> None:
    page = pages.get(f"/people/{RHIANNON}/who/").text
    assert "2 records mean this person" in page
    assert "pugh@home.example" in page
    assert page.count("Not them") == 2


def test_two_people_are_merged_beside_each_other_and_parted_again(pages: Client) -> None:
    beside = pages.get(f"/people/{RHIANNON}/who/{SELIN}/").text
    assert "They are one person" in beside
    done = pages.post(f"/people/{RHIANNON}/who/{SELIN}/merge/", {"reason": "she told me"}, follow=True)
    merge = Merge.objects.standing().get()
    assert (merge.one_id, merge.other_id, merge.reason) == (RHIANNON, SELIN, "she told me")
    assert f"/people/{RHIANNON}/merges/{merge.pk}/undo/" in done.text
    assert pages.get(f"/people/{SELIN}/who/").url == f"/people/{RHIANNON}/who/"  # type: ignore[attr-defined]
    pages.post(f"/people/{RHIANNON}/merges/{merge.pk}/undo/")
    assert not Merge.objects.standing().exists()


def test_a_record_is_split_off_and_given_back(pages: Client) -> None:
    pages.post(f"/people/{RHIANNON}/split/", {"source": "crm", "key": "crm:second"})
    split = Split.objects.standing().get()
    assert (split.source, split.person_key, split.person_id) == ("crm", "crm:second", RHIANNON)
    assert pages.post(f"/people/{RHIANNON}/split/", {"source": "crm", "key": "crm:none"}).status_code == 404
    pages.post(f"/people/{RHIANNON}/splits/{split.pk}/undo/")
    assert not Split.objects.standing().exists()


def test_the_queue_asks_about_pairs_and_each_answer_takes_the_pair_away(pages: Client) -> None:
    for other in (SELIN, HEMI):
        suggested(RHIANNON, other)
    page = pages.get("/people/review/").text
    assert "2 pairs look alike" in page
    assert "93 %" in page
    pages.post(f"/people/{RHIANNON}/who/{SELIN}/apart/", {"next": "/people/review/"})
    assert Apart.objects.standing().count() == 1
    assert "1 pair looks alike" in pages.get("/people/review/").text
    pages.post("/people/review/later/", {"suggestion": Suggestion.objects.get().pk})
    assert "No pair waits" in pages.get("/people/review/").text
    Suggestion.objects.update(until=clock.today() - timedelta(days=1))
    assert "1 pair looks alike" in pages.get("/people/review/").text


def test_the_console_asks_by_the_keys_of_the_page(pages: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    one = suggested(RHIANNON, SELIN)
    keys = set(re.findall(r'<button[^>]*data-key="(.)"', pages.get("/people/review/").text))
    assert keys == {"m", "s", "l"}
    for key, rows in (("l", Suggestion.objects.filter(state="later")), ("s", Apart.objects.all())):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{key}\n"))
        decide([one])
        assert rows.count() == 1, key
    assert not Merge.objects.exists()


def test_what_is_refused_says_why_and_changes_nothing(pages: Client) -> None:
    pages.post(f"/people/{RHIANNON}/who/{SELIN}/apart/")
    refused = pages.post(f"/people/{RHIANNON}/who/{SELIN}/merge/")
    assert refused.status_code == 422
    assert "Somebody said that these are two people" in refused.text
    assert not Merge.objects.exists()


def test_a_csm_sees_no_pair_with_somebody_of_another_account(pages: Client) -> None:
    suggested(RHIANNON, SELIN)
    csm = window_of(let_in("csm@northwind.example", Role.CSM, reach="own"))
    assert "No pair waits" in csm.get("/people/review/").text
    assert csm.post(f"/people/{RHIANNON}/who/{SELIN}/merge/").status_code == 404
    assert not Merge.objects.exists()


def test_opting_out_is_asked_once_and_noted_with_its_author(pages: Client) -> None:
    page = pages.get(f"/people/{RHIANNON}/opt-out/").text
    assert "Nobody of us can take it back" in page
    assert not OptOut.objects.exists()
    done = pages.post(f"/people/{RHIANNON}/opt-out/", {"said_on": clock.today(), "note": "on the phone"}, follow=True)
    assert "Nobody asks Rhiannon" in done.text
    row = OptOut.objects.get()
    assert (row.person_id, row.note, row.by) == (RHIANNON, "on the phone", str(User.objects.get().pk))
    assert Person.objects.get(pk=RHIANNON).opted_out_on == clock.today()


def test_a_day_to_come_is_no_day_on_which_they_said_it(pages: Client) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    answer = pages.post(f"/people/{RHIANNON}/opt-out/", {"said_on": tomorrow})
    assert answer.status_code == 422
    assert "has not come yet" in answer.text
    assert not OptOut.objects.exists()


def test_an_advocate_opts_out_on_their_own_page_and_only_they_take_it_back(
    published: Generation, settings: Settings, tmp_path: Path
) -> None:
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    user = create_user(
        "rhiannon@oriel.example", "a long walk by the sea", role=Role.ADVOCATE, by=Actor.console(), person_id=RHIANNON
    )
    herself = window_of(user)
    herself.post("/portal/say/", {"do": "stop"})
    assert Person.objects.get(pk=RHIANNON).opted_out_on == clock.today()
    assert "Only you can change it" in herself.get("/portal/").text
    herself.post("/portal/say/", {"do": "welcome"})
    assert Person.objects.get(pk=RHIANNON).opted_out_on is None
    assert "You may be asked" in herself.get("/portal/").text


def test_two_of_one_name_are_told_apart_where_they_stand_beside_each_other(pages: Client) -> None:
    ListedPerson.objects.filter(person_id=SELIN).update(name="Rhiannon Pugh")
    page = pages.get(f"/people/{RHIANNON}/who/{SELIN}/").text
    assert 'data-label="Rhiannon Pugh, first"' in page
    assert 'data-label="Rhiannon Pugh, second"' in page


def test_until_a_run_has_put_two_together_nobody_says_that_their_records_agree(pages: Client) -> None:
    assert "Their records say the same" in pages.get(f"/people/{RHIANNON}/who/").text
    done = pages.post(f"/people/{RHIANNON}/who/{SELIN}/merge/", follow=True).text
    assert "Merged since the last run" in done
    assert "The next run compares them" in done
    assert "Their records say the same" not in done
    ListedPerson.objects.filter(person_id=SELIN).delete()  # as the next run publishes it
    assert "Merged since the last run" not in pages.get(f"/people/{RHIANNON}/who/").text


def test_a_pair_that_is_all_but_sure_is_never_said_to_be_certain(pages: Client) -> None:
    Suggestion.objects.filter(pk=suggested(RHIANNON, SELIN).pk).update(probability=0.9999)
    page = pages.get("/people/review/").text
    assert "99 %" in page
    assert "100 %" not in page
