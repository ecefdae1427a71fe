"""What a file holds: the list one looks at, typed, with no more of a person than the page shows."""

import io
import zipfile
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.exports.as_csv import write_csv
from goodword.doors.exports.as_parquet import write_parquet
from goodword.doors.exports.as_xlsx import LONGEST_CELL, MOST_COLUMNS, ROWS_A_TAB, write_xlsx
from goodword.doors.exports.lists.people import people_sheet
from goodword.doors.exports.sheets import Column, Sheet
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Generation
from goodword.programme.advocates.sight import Sight
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import RIGHTS, Role
from tests.doors.exports.conftest import READERS, csv_rows, downloaded, xlsx_rows
from tests.team import LEILA, let_in, window_of

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 18, 16, 42, tzinfo=UTC)
COLUMNS = (
    Column("text"),
    Column("count", "whole"),
    Column("share", "number"),
    Column("sure", "yes_no"),
    Column("on", "day"),
    Column("at", "instant"),
)
ROW = ('Say "hi",\nthen go; é', 3, 0.25, True, date(2026, 11, 18), AT)


def sheet(*rows: tuple[object, ...], synthetic: bool = False) -> Sheet:
    return Sheet("things", COLUMNS, iter(rows), {"as_of": "2026-11-19"}, synthetic)


@pytest.mark.parametrize("ending", READERS)
def test_a_file_is_the_list_of_the_page_in_its_order(reader: Client, published: Generation, ending: str) -> None:
    rows = READERS[ending](downloaded(reader, f"/people/export.{ending}", state="ready", kind="win"))
    assert [row["person_id"] for row in rows] == ["rhiannon", "lucia"]
    rhiannon = rows[0]
    assert rhiannon["account"] == "Oriel Foods"
    assert rhiannon["signals"] == "super_user win"
    assert float(rhiannon["likelihood"]) == 0.64
    assert rhiannon["words"].startswith("this is the first month-end")
    by_act = READERS[ending](downloaded(reader, f"/people/export.{ending}", act="quote", state="ready"))
    assert [(row["person_id"], float(row["likelihood"])) for row in by_act] == [("rhiannon", 0.64), ("hemi", 0.49)]


@pytest.mark.parametrize("ending", READERS)
def test_a_file_has_its_date_in_its_name_and_its_line_in_the_trail(
    reader: Client, published: Generation, ending: str
) -> None:
    answer = reader.get(f"/people/export.{ending}", {"q": "yildiz", "state": "ready"})
    assert answer["Content-Disposition"] == f'attachment; filename="goodword-people-2026-11-19.{ending}"'
    assert answer["Cache-Control"] == "no-store"
    assert len(READERS[ending](answer.getvalue())) == 1
    entry = AuditEntry.objects.latest("number")
    assert (entry.verb, entry.noun, entry.object_id, entry.door) == ("export", "list", "people", "web")
    assert entry.facts_after == {"format": ending, "rows": 1, "filters": {"q": "…", "state": "ready"}}
    assert "yildiz" not in entry.after


def test_only_their_own_accounts_are_in_the_file_of_a_csm(published: Generation) -> None:
    csm = window_of(let_in(LEILA, Role.CSM, reach="own"))
    assert {row["person_id"] for row in csv_rows(downloaded(csm, "/people/export.csv"))} == {"hemi", "rhiannon"}
    assert {row["person_id"] for row in csv_rows(downloaded(csm, "/today/export.csv"))} == {"hemi", "rhiannon"}


def status_of(window: Client, url: str) -> int:
    answer = window.get(url)
    answer.close()
    return answer.status_code


@pytest.mark.parametrize(
    ("role", "statuses"),
    [
        (Role.ADMINISTRATOR, (200, 200, 200, 200)),
        (Role.MANAGER, (200, 200, 200, 403)),
        (Role.CSM, (200, 200, 403, 403)),
        (Role.SALES, (403, 403, 403, 403)),
        (Role.EXECUTIVE, (403, 403, 403, 403)),
        (Role.ANALYST, (403, 403, 403, 403)),
    ],
)
def test_each_role_exports_what_it_may(published: Generation, role: Role, statuses: tuple[int, ...]) -> None:
    window = window_of(let_in("rosa@northwind.example", role))
    urls = ("/people/export.csv", "/today/export.csv", "/audit/export.csv", "/team/export.csv")
    assert tuple(status_of(window, url) for url in urls) == statuses
    assert Client().get("/people/export.csv").status_code == 302


def test_there_is_no_column_for_what_may_not_be_seen(published: Generation) -> None:
    ids = ["rhiannon", "lucia", "amara"]
    seen = people_sheet(published, Sight(RIGHTS[Role.SALES]), ids)
    names = {column.name for column in seen.columns}
    assert not names & {"email", "keys", "owner_email", "act", "likelihood", "low", "high", "account_arr"}
    rows = {str(row[0]): dict(zip((column.name for column in seen.columns), row, strict=True)) for row in seen.rows}
    assert rows["rhiannon"]["words"] is None
    assert rows["lucia"]["words"] == "Por fin discutimos qué hacer"
    assert (rows["rhiannon"]["state"], rows["amara"]["state"], rows["amara"]["hold"]) == ("", "resting", "resting")


def test_an_unknown_format_or_a_list_before_the_first_run_is_missing(reader: Client) -> None:
    assert reader.get("/people/export.csv").status_code == 404
    assert reader.get("/audit/export.pdf").status_code == 404
    assert reader.post("/audit/export.csv").status_code == 405


def test_csv_is_what_rfc_4180_says() -> None:
    file = io.BytesIO()
    assert write_csv(sheet(ROW, (None,) * 6), file) == 2
    assert (
        file.getvalue()
        == (
            "text,count,share,sure,on,at\r\n"
            '"Say ""hi"",\nthen go; é",3,0.25,true,2026-11-18,2026-11-18T16:42:00Z\r\n'
            ",,,,,\r\n"
        ).encode()
    )
    marked = io.BytesIO()
    write_csv(sheet(ROW), marked, mark=True)
    assert marked.getvalue().startswith(b"\xef\xbb\xbftext,")


def test_excel_gets_types_and_is_told_that_times_are_utc() -> None:
    file = io.BytesIO()
    write_xlsx(sheet(ROW, ("x" * 40_000, None, float("nan"), False, date(1850, 1, 1), None)), file)
    first, second = xlsx_rows(file.getvalue())
    assert first["text"] == ROW[0]
    assert (first["count"], first["share"], first["sure"]) == (3.0, 0.25, True)
    assert first["on"] == date(2026, 11, 18)
    assert first["at (UTC)"] == datetime(2026, 11, 18, 16, 42)
    assert len(second["text"]) == LONGEST_CELL
    assert second["text"].endswith("x…")
    assert second["on"] == "1850-01-01", "a day before Excel's first is told as text"
    assert second["sure"] is False


def test_a_list_too_wide_for_excel_is_refused_and_never_cut() -> None:
    columns = tuple(Column(f"c{number}") for number in range(MOST_COLUMNS + 1))
    file = io.BytesIO()
    with pytest.raises(GoodwordError, match="16,385 columns, and Excel takes 16,384"):
        write_xlsx(Sheet("wide", columns, iter([("x",) * len(columns)])), file)
    assert file.getvalue() == b""


def test_parquet_gets_types() -> None:
    file = io.BytesIO()
    write_parquet(sheet(ROW, (None,) * 6), file)
    table = pq.read_table(io.BytesIO(file.getvalue()))
    assert table.schema.types == [
        *(pa.string(), pa.int64(), pa.float64(), pa.bool_(), pa.date32(), pa.timestamp("us", tz="UTC"))
    ]
    assert table.to_pylist()[0] == dict(zip((column.name for column in COLUMNS), ROW, strict=True))
    assert set(table.to_pylist()[1].values()) == {None}


@pytest.mark.parametrize("ending", READERS)
def test_made_up_data_says_so_in_every_file(
    reader: Client, published: Generation, settings: Settings, ending: str
) -> None:
    def says_so(content: bytes) -> bool:
        if ending == "csv":
            return all(row.get("synthetic") == "true" for row in csv_rows(content))
        if ending == "parquet":
            return pq.read_schema(io.BytesIO(content)).metadata[b"goodword.synthetic"] == b"true"
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return b"synthetic data" in book.read("docProps/core.xml")

    assert not says_so(downloaded(reader, f"/people/export.{ending}"))
    settings.WORKSPACE_SETTINGS = {"workspace": {"synthetic": True}}
    content = downloaded(reader, f"/people/export.{ending}")
    assert says_so(content)
    if ending == "csv":
        assert list(csv_rows(content)[0])[-1] == "synthetic"


def test_a_list_without_rows_is_a_file_with_a_head(reader: Client, published: Generation) -> None:
    for ending, read in READERS.items():
        content = downloaded(reader, f"/people/export.{ending}", q="no such words at all")
        assert read(content) == []
    assert ROWS_A_TAB < 1_048_576
