"""What somebody chooses about a sheet is kept, however they go on; what makes no sense stands there to be corrected."""

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest
from django.test import Client

from goodword.evidence.intake.mapping.maps import Entry
from goodword.runs.intake.uploads import list_uploads
from goodword.runs.workspace import Workspace
from tests.doors.web.data.test_loading_page import PEOPLE, Work, file, form, upload

pytestmark = pytest.mark.django_db

RENEWALS = "Contact ID,Full Name,Joined\nC1,Ana Lima,03/04/2026\nC2,Bo Ek,05/06/2026\n"


def first_sheet(reader: Client) -> str:
    """The address of the first of two files."""
    return upload(reader, file("crm contacts.csv", PEOPLE), file("more contacts.csv", RENEWALS)) + "0/"


def way_back(page: str) -> dict[str, str]:
    """What the link back to the files sends: it is a button of the same form, so that it works without a script."""
    button = re.search(r'<nav class="crumbs.*?<button[^>]* form="sheet" name="(\w+)" value="(\w+)">', page)
    assert button
    assert '<form class="stack loose" id="sheet" method="post"' in page
    return {button[1]: button[2]}


def test_going_back_to_the_files_keeps_what_was_chosen(reader: Client, workspace: Workspace) -> None:
    where = first_sheet(reader)
    page = reader.get(where).text
    assert form(page)["column-3"] == ""
    chosen = {**form(page), "column-3": "title", "source": "crm", "timezone": "Europe/Berlin"}
    gone_on = reader.post(where, {**chosen, **way_back(page)})
    assert gone_on["Location"] == where.removesuffix("0/")
    assert form(reader.get(where).text) == chosen


def test_with_a_script_a_choice_is_kept_as_soon_as_it_is_made(reader: Client, workspace: Workspace, work: Work) -> None:
    where = first_sheet(reader)
    page = reader.get(where).text
    assert re.search(r'<form[^>]* id="sheet"[^>]* hx-trigger="change" hx-vals=\'{"do": "keep"}\'', page)
    kept = reader.post(where, {**form(page), "column-3": "title", "do": "keep"})
    assert kept.status_code == 200
    assert "Your choices are kept." in kept.text
    assert form(reader.get(where).text)["column-3"] == "title"
    reader.post(where.removesuffix("0/"), {"do": "load"})
    assert work().state == "done"


def test_what_cannot_be_kept_is_said_and_stands_there(reader: Client, workspace: Workspace) -> None:
    where = first_sheet(reader)
    before = form(reader.get(where).text)
    wrong = {**before, "column-3": "full_name", "source": "crm & more", "timezone": "Europe/Berlin"}
    for do, status in (("keep", 200), ("check", 422)):
        answer = reader.post(where, {**wrong, "do": do})
        assert answer.status_code == status
        assert "“Full Name” and “T-shirt” both go to full name." in answer.text
        assert "Your choices are kept." not in answer.text
        assert {name: unescape(value) for name, value in form(answer.text).items()} == wrong
    assert form(reader.get(where).text) == before


def test_a_value_for_every_row_and_the_order_of_days_are_kept_too(reader: Client, workspace: Workspace) -> None:
    where = first_sheet(reader).removesuffix("0/") + "1/"
    page = reader.get(where).text
    said = {**form(page), "column-0": "", "column-2": "opted_out_on", "do": "keep"}
    asked = reader.post(where, said).text
    assert "constant-person_key" in form(asked)
    chosen = {**form(asked), "constant-person_key": "C9", "dates-2": "month-first"}
    reader.post(where, {**chosen, "do": "keep"})
    assert form(reader.get(where).text) == chosen


def test_a_file_that_is_left_out_and_comes_back_is_matched_as_before(reader: Client, workspace: Workspace) -> None:
    where = first_sheet(reader)
    chosen = {**form(reader.get(where).text), "column-3": "title", "source": "crm"}
    left_out = reader.post(where, {**chosen, "skip": "1", "do": "keep"}).text
    assert "Left out, as you said." in left_out
    assert form(left_out)["table"] == "people"
    back = reader.post(where, {**form(left_out), "do": "keep"}).text
    assert form(back) == chosen
    (kept,) = list_uploads(workspace)
    assert not any(plan.skipped for plan in kept.plan().files)


def test_a_file_with_choices_that_make_no_sense_can_be_left_out(reader: Client, workspace: Workspace) -> None:
    where = first_sheet(reader)
    wrong = {**form(reader.get(where).text), "column-3": "full_name", "skip": "1", "do": "back"}
    assert reader.post(where, wrong).status_code == 302
    assert "left out" in reader.get(where.removesuffix("0/")).text


def test_what_a_file_holds_stays_said_where_it_is_left_out_before_its_columns_are_there(
    reader: Client, workspace: Workspace
) -> None:
    where = first_sheet(reader)
    chosen = form(reader.get(where).text)
    reader.post(where, {**chosen, "table": "deals", "do": "keep"})
    # The page still showed the columns of people, of which deals know some not.
    left_out = reader.post(where, {**chosen, "table": "deals", "skip": "1", "do": "keep"}).text
    assert "Left out, as you said." in left_out
    assert form(left_out)["table"] == "deals"
    assert form(reader.post(where, {**form(left_out), "do": "keep"}).text)["table"] == "deals"


def test_choices_about_several_files_at_the_same_moment_are_all_kept(reader: Client, workspace: Workspace) -> None:
    files = [f"part {number}.csv" for number in range(12)]
    upload(reader, *(file(name, PEOPLE) for name in files))
    (waiting,) = list_uploads(workspace)
    with ThreadPoolExecutor(max_workers=12) as several:
        list(several.map(lambda name: waiting.choose(Entry(name, source=name)), waiting.files))
    assert {entry.match: entry.source for entry in waiting.choices()} == {name: name for name in waiting.files}
