import json
from pathlib import Path

import pytest

from goodword.evidence.intake import plan_load
from goodword.evidence.intake.mapping.maps import read_map
from goodword.evidence.intake.planning import FilePlan
from goodword.evidence.lake.local import LocalLake
from goodword.kit.errors import GoodwordError
from goodword.sample import write_sample
from tests.evidence.rows import live, load, write


def planned(path: Path, map_file: Path | None = None) -> FilePlan:
    (plan,) = plan_load([path], map_file=map_file).files
    return plan


def columns(plan: FilePlan) -> dict[str, str]:
    return {pair.column: pair.header for pair in plan.pairs}


CONTACTS = """Record ID,First Name,Last Name,Email,Job Title,Associated Company IDs,Lead Status
7,Ada,Li,a@example.com,CTO,3,x
"""


def test_a_crm_export_of_contacts_is_known_by_its_headers_alone(tmp_path: Path) -> None:
    plan = planned(write(tmp_path / "export-2026.csv", CONTACTS))
    assert plan.table == "people"
    assert columns(plan) == {
        "person_key": "Record ID",
        "account_id": "Associated Company IDs",
        "given_name": "First Name",
        "family_name": "Last Name",
        "email": "Email",
        "title": "Job Title",
    }
    assert plan.spare == ("Lead Status",)


def test_every_file_of_the_sample_company_is_recognised_and_mapped_right(tmp_path: Path) -> None:
    write_sample(tmp_path, accounts=20, seed=5, months=12)
    truth = json.loads((tmp_path / "truth" / "mappings.json").read_text(encoding="utf-8"))
    plans = {plan.path.name: plan for plan in plan_load([tmp_path / "exports"]).files}
    assert {name: plan.table for name, plan in plans.items()} == {name: told["table"] for name, told in truth.items()}
    for name, told in truth.items():
        assert columns(plans[name]) == {column: header for header, column in told["columns"].items()}
        assert sorted(plans[name].spare) == sorted(told["extra"])


@pytest.mark.parametrize(
    ("name", "header", "constants"),
    [
        ("nps_2026.csv", "id,score,email,answered at", {"survey": "nps"}),
        ("answers.csv", "response id,CSAT score,email,submitted at", {"survey": "csat"}),
        ("support_cases.csv", "case number,created date,subject,description", {"channel": "ticket"}),
        ("training sessions.csv", "session id,start time,title,notes", {"channel": "training"}),
    ],
)
def test_what_a_name_says_about_every_row_fills_the_required_column(
    tmp_path: Path, name: str, header: str, constants: dict[str, str]
) -> None:
    row = "1,5,a@example.com,2026-01-02" if "score" in header else "1,2026-01-02,Hello,World"
    plan = planned(write(tmp_path / name, f"{header}\n{row}\n"))
    assert plan.problem is None
    assert dict(plan.constants) == constants


def test_values_that_do_not_fit_overrule_a_name_and_land_in_extra(tmp_path: Path) -> None:
    text = "Account ID,Account Name,Employees,Status\nA1,Acme,many,seasonal\nA2,Beta,few,odd\n"
    plan = planned(write(tmp_path / "accounts.csv", text))
    assert columns(plan) == {"account_id": "Account ID", "name": "Account Name"}
    assert plan.spare == ("Employees", "Status")


def test_nearly_right_names_are_understood(tmp_path: Path) -> None:
    plan = planned(write(tmp_path / "contacts.csv", "Contact ID,Job Titel,E-mail Adress\n1,CTO,a@example.com\n"))
    assert columns(plan) == {"person_key": "Contact ID", "title": "Job Titel", "email": "E-mail Adress"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ticket_tags.csv", "ticket_id,tag,_synced\n1,a,2026-01-01\n"),
        ("contact_lists.csv", "contact_id,list_id\n1,2\n"),
        ("holidays.csv", "id,name,created_at\n1,May Day,2026-05-01\n"),
    ],
)
def test_lists_of_links_between_other_things_are_not_taken_for_records(tmp_path: Path, name: str, text: str) -> None:
    problem = planned(write(tmp_path / name, text)).problem
    assert problem is not None
    assert problem.code == "not-recognised"


def test_a_missing_required_column_is_named_with_the_way_to_mend_it(tmp_path: Path) -> None:
    path = write(tmp_path / "contracts.csv", "contract id,account id,signed on\n1,A1,2026-01-02\n")
    problem = planned(path).problem
    assert problem is not None
    assert problem.code == "columns-missing"
    assert "kind" in problem.sentence
    assert "[file.constants]" in problem.mend


def map_of(folder: Path, text: str) -> Path:
    return write(folder / "map.toml", text)


def test_a_map_says_what_recognition_cannot_and_suggestions_fill_the_rest(tmp_path: Path) -> None:
    path = write(tmp_path / "x1.csv", "Ref,Kunde,Signed On,Wann\n1,A1,2026-01-02,n\n")
    told = map_of(
        tmp_path,
        '[[file]]\nmatch = "x?.csv"\ntable = "contracts"\nsource = "billing"\n'
        '[file.columns]\ncontract_id = "Ref"\naccount_id = "Kunde"\n[file.constants]\nkind = "renewal"\n',
    )
    lake = LocalLake(tmp_path / "lake")
    assert load(lake, path, map_file=told).totals["new"] == 1
    (row,) = live(lake, "contracts")
    assert (row["source"], row["kind"], row["contract_id"], str(row["signed_on"])) == (
        "billing",
        "renewal",
        "1",
        "2026-01-02",
    )
    assert json.loads(row["extra"]) == {"Wann": "n"}


def test_the_map_in_the_how_to_is_one_that_can_be_read(tmp_path: Path) -> None:
    page = Path(__file__).parents[3] / "docs" / "how-to" / "load-your-exports.md"
    text = page.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    entries = read_map(map_of(tmp_path, text))
    assert [entry.match for entry in entries] == ["crm/contacts*.csv", "survey_2026.xlsx", "*.pdf"]
    assert entries[0].fits(Path("/exports/crm/contacts-2026.csv"), "")
    assert not entries[0].fits(Path("/exports/contacts-2026.csv"), "")


def test_an_empty_header_in_a_map_leaves_the_column_out(tmp_path: Path) -> None:
    told = map_of(tmp_path, '[[file]]\nmatch = "*"\ntable = "people"\n[file.columns]\ntitle = ""\n')
    plan = planned(write(tmp_path / "contacts.csv", CONTACTS), told)
    assert "title" not in columns(plan)
    assert "Job Title" in plan.spare


def test_a_map_says_which_comes_first_day_or_month_and_which_zone_holds(tmp_path: Path) -> None:
    path = write(tmp_path / "nps.csv", "response_id,score,answered_at\n1,9,03/04/2026 10:00\n")
    text = '[[file]]\nmatch = "nps.csv"\ntable = "responses"\ntimezone = "Europe/Berlin"\n[file.dates]\n'
    lake = LocalLake(tmp_path / "lake")
    assert load(lake, path).totals["rejected"] == 1
    load(lake, path, map_file=map_of(tmp_path, text + 'answered_at = "day-first"\n'))
    (row,) = live(lake, "responses")
    assert row["answered_at"].isoformat() == "2026-04-03T08:00:00"


def test_a_suggestion_saved_as_a_map_gives_the_same_plan(tmp_path: Path) -> None:
    path = write(
        tmp_path / 'csat "odd" name.csv',
        'Answer ID,Rating,E-mail,Submitted At,"What, ""else""?"\n1,4,a@example.com,2026-01-02,x\n',
    )
    plan = plan_load([path], source="surveys")
    again = plan_load([path], map_file=map_of(tmp_path, plan.as_map()))
    (first,), (second,) = plan.files, again.files
    assert columns(first) == columns(second)
    assert (first.shape, first.constants, first.spare) == (second.shape, second.constants, second.spare)
    assert 'What, "else"?' in plan.as_map()


def test_a_complete_map_maps_nothing_beside_what_it_says(tmp_path: Path) -> None:
    text = '[[file]]\nmatch = "*"\ntable = "people"\ncomplete = true\n[file.columns]\nperson_key = "Record ID"\n'
    plan = planned(write(tmp_path / "contacts.csv", CONTACTS), map_of(tmp_path, text))
    assert columns(plan) == {"person_key": "Record ID"}


def test_a_map_may_leave_files_out(tmp_path: Path) -> None:
    write(tmp_path / "contacts.csv", CONTACTS)
    write(tmp_path / "old.pdf", "x")
    told = write(tmp_path / ".map.toml", '[[file]]\nmatch = "*.pdf"\nskip = true\n')
    plan = plan_load([tmp_path], map_file=told)
    assert [(file.path.name, file.skipped) for file in plan.files] == [("contacts.csv", False), ("old.pdf", True)]
    assert not plan.problems


@pytest.mark.parametrize(
    "text",
    [
        "[[file]\n",
        '[[file]]\ntable = "people"\n',
        '[[file]]\nmatch = "*"\ntable = "persons"\n',
        '[[file]]\nmatch = "*"\ntabel = "people"\n',
        '[[file]]\nmatch = "*"\n[file.columns]\nemail = "E"\n',
        '[[file]]\nmatch = "*"\ntable = "people"\n[file.columns]\nmail = "E"\n',
        '[[file]]\nmatch = "*"\ntable = "responses"\n[file.constants]\nsurvey = "xyz"\n',
        '[[file]]\nmatch = "*"\ntable = "people"\ntimezone = "Mars/Base"\n',
        '[[file]]\nmatch = "*"\ntable = "people"\n[file.dates]\nleft_on = "us"\n',
        '[file]\nmatch = "*"\n',
    ],
)
def test_a_map_that_makes_no_sense_is_refused_before_anything_is_read(tmp_path: Path, text: str) -> None:
    with pytest.raises(GoodwordError) as refused:
        plan_load([write(tmp_path / "contacts.csv", CONTACTS)], map_file=map_of(tmp_path, text))
    assert refused.value.code == "bad-map"
    assert refused.value.mend


def test_a_header_that_a_map_names_and_the_file_has_not_is_a_problem_of_that_file(tmp_path: Path) -> None:
    text = '[[file]]\nmatch = "*"\ntable = "people"\n[file.columns]\nemail = "Mail"\n'
    problem = planned(write(tmp_path / "contacts.csv", CONTACTS), map_of(tmp_path, text)).problem
    assert problem is not None
    assert "Mail" in problem.sentence


def test_a_plan_can_be_written_as_json(tmp_path: Path) -> None:
    write(tmp_path / "contacts.csv", CONTACTS)
    write(tmp_path / "x.pdf", "")
    data = json.loads(json.dumps(plan_load([tmp_path]).as_dict()))
    assert [file["table"] for file in data["files"]] == ["people", None]
