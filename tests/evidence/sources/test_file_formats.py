import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from goodword.evidence.sources.files import Sheet, list_files, open_sheets
from goodword.kit.errors import GoodwordError
from tests.evidence.rows import write

type Read = list[tuple[int, dict[str, str | None]]]


def rows_of(sheet: Sheet) -> Read:
    found: Read = []
    for rows in sheet.read():
        found += [
            (line or 0, cells) for line, cells in zip(rows.lines.to_pylist(), rows.cells.to_pylist(), strict=True)
        ]
    return found


def rows_in(path: Path) -> Read:
    (sheet,) = open_sheets(path)
    return rows_of(sheet)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_delimiter_and_encoding_gives_the_same_cells(tmp_path: Path, delimiter: str, codec: str) -> None:
    lines = [["Name", "Ort", "Notiz"], ["Müller & Söhne", "Köln", "schön, gut; ja"], ["Ångström", "Malmö", ""]]
    text = "".join(delimiter.join(f'"{cell}"' for cell in line) + "\r\n" for line in lines)
    path = tmp_path / "export.csv"
    path.write_bytes(text.encode(codec))
    assert rows_in(path) == [
        (2, {"Name": "Müller & Söhne", "Ort": "Köln", "Notiz": "schön, gut; ja"}),
        (3, {"Name": "Ångström", "Ort": "Malmö", "Notiz": None}),
    ]


def test_a_long_text_in_another_encoding_is_guessed(tmp_path: Path) -> None:
    text = "Имя;Город\n" + "Анна Петрова;Ярославль\nИлья Юдин;Нижний Новгород\n" * 30
    path = tmp_path / "export.csv"
    path.write_bytes(text.encode("cp1251"))
    assert rows_in(path)[0] == (2, {"Имя": "Анна Петрова", "Город": "Ярославль"})


PEOPLE = ["Müller;Köln", "Ångström;Malmö", "Çelik;İzmir", "Nowak;Łódź", "Smith;Leeds"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_one_bad_byte_costs_its_row_and_no_umlaut_of_the_others(tmp_path: Path, mark: bytes) -> None:
    lines = [line.encode() for line in ["Name;Ort", *PEOPLE]]
    lines.insert(3, "Schröder;Köln".encode("cp1252"))
    path = tmp_path / "export.csv"
    path.write_bytes(mark + b"\r\n".join(lines))
    (sheet,) = open_sheets(path)
    (rows,) = sheet.read()
    assert [";".join(map(str, row.values())) for row in rows.cells.to_pylist()] == PEOPLE
    (broken,) = rows.broken
    assert (broken.line, broken.cells) == (4, {"Name": "Schröder", "Ort": "Köln"})
    assert "no UTF-8 (F6)" in broken.why
    assert "“Schröder”" in broken.why


@pytest.mark.parametrize("shape", ["lines", "array"])
def test_one_bad_byte_in_json_costs_its_object(tmp_path: Path, shape: str) -> None:
    objects = [json.dumps({"name": line}, ensure_ascii=False).encode() for line in PEOPLE]
    objects.insert(1, json.dumps({"name": "Jürgen"}, ensure_ascii=False).encode("cp1252"))
    path = tmp_path / "export.json"
    path.write_bytes(b"\n".join(objects) if shape == "lines" else b"[" + b", ".join(objects) + b"]")
    (sheet,) = open_sheets(path)
    (rows,) = sheet.read()
    assert rows.cells.column("name").to_pylist() == PEOPLE
    (broken,) = rows.broken
    assert (broken.line, broken.cells) == (2, {"name": "Jürgen"})


def test_a_file_in_another_encoding_stays_in_it_whatever_two_of_its_bytes_look_like(tmp_path: Path) -> None:
    text = "Name;Ort\n" + "Müller;Köln\nÅngström;Malmö\n" * 20 + "Ã¼;Ort\n"  # the last is UTF-8 by chance
    path = tmp_path / "export.csv"
    path.write_bytes(text.encode("cp1252"))
    assert rows_in(path)[0] == (2, {"Name": "Müller", "Ort": "Köln"})
    for codec, word in (("cp1251", "Ярославль"), ("shift_jis", "東京都千代田区"), ("gbk", "北京市朝阳区建国路")):
        path.write_bytes(f"id;text\n{f'1;{word}{chr(10)}' * 40}".encode(codec))
        assert rows_in(path)[0][1]["text"] == word, codec


@pytest.mark.parametrize("codec", ["utf-16", "utf-32"])
def test_a_wide_file_that_lost_a_byte_is_refused(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes("Name;Ort\nMüller;Köln\n".encode(codec)[:-1])
    with pytest.raises(GoodwordError) as refused:
        open_sheets(path)
    assert refused.value.code == "bad-encoding"


def test_a_row_is_named_by_the_line_it_starts_on_whatever_stands_in_quotes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", 'id,text\n1,"two\nlines"\n\n2,"he said ""hi"""\r\n3,plain')
    assert rows_in(path) == [
        (2, {"id": "1", "text": "two\nlines"}),
        (5, {"id": "2", "text": 'he said "hi"'}),
        (6, {"id": "3", "text": "plain"}),
    ]


def test_short_rows_end_in_empty_cells_and_wide_ones_are_broken(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "id,name\n1\n2,b,,\n3,c,d\n,,\n")
    (sheet,) = open_sheets(path)
    (rows,) = sheet.read()
    assert rows.cells.to_pylist() == [{"id": "1", "name": None}, {"id": "2", "name": "b"}]
    assert [(broken.line, broken.cells) for broken in rows.broken] == [(4, {"id": "3", "name": "c"})]
    assert "'d'" in rows.broken[0].why


@pytest.mark.parametrize("text", ['id,name\n1,"open\n2,b\n', 'id,name\n1,a\n2,"b', 'id,"name\n1,a\n'])
def test_a_quote_that_nothing_closes_is_an_error_and_swallows_no_rows(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "a.csv", text)
    with pytest.raises(GoodwordError) as refused:
        rows_in(path)
    assert refused.value.code == "damaged-file"


@pytest.mark.parametrize("text", ['id,name\n1,"a\nb"', 'id,name\n1,"a ""b"""', 'id,name\n1,a"b', 'id,name\n1,"a" b"c'])
def test_quotes_that_close_or_mean_nothing_are_no_error(tmp_path: Path, text: str) -> None:
    assert len(rows_in(write(tmp_path / "a.csv", text))) == 1


def test_headers_without_a_name_or_with_the_same_one_are_told_apart(tmp_path: Path) -> None:
    (sheet,) = open_sheets(write(tmp_path / "a.csv", "Name,,Name\nx,y,z\n"))
    assert sheet.header == ("Name", "column 2", "Name (2)")


def test_parquet_cells_are_exact_text_and_rows_are_numbered(tmp_path: Path) -> None:
    table = pa.table(
        {
            "n": pa.array([0.1, None]),
            "i": pa.array([2**53 + 1, 1]),
            "when": pa.array([datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC), None], pa.timestamp("us", "UTC")),
            "wall": pa.array([datetime(2026, 1, 2, 3, 4), None], pa.timestamp("ns")),
            "day": pa.array([date(2026, 1, 2), None]),
            "tags": pa.array([["a", "b"], None]),
            "kind": pa.array(["x", ""]).dictionary_encode(),
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    (first, second) = rows_in(tmp_path / "a.parquet")
    assert first == (
        1,
        {
            "n": "0.1",
            "i": "9007199254740993",
            "when": "2026-01-02T03:04:05.678901Z",
            "wall": "2026-01-02T03:04:00.000000",
            "day": "2026-01-02",
            "tags": '["a", "b"]',
            "kind": "x",
        },
    )
    assert set(second[1].values()) == {None, "1"}


def test_every_sheet_with_rows_is_found_and_its_cells_are_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd hh:mm"}) as book:
        first = book.add_worksheet("Contacts")
        first.write_row(1, 0, ["ID", "Score", "When", "Ok"])
        first.write_row(2, 0, [17, 9.5])
        first.write_datetime(2, 2, datetime(2026, 1, 2, 3, 4))
        first.write_boolean(2, 3, True)  # noqa: FBT003 - xlsxwriter's own signature
        first.write_row(4, 0, ["18"])
        book.add_worksheet("Nothing")
        book.add_worksheet("More").write_row(0, 0, ["x"])
    sheets = open_sheets(path)
    assert [sheet.name for sheet in sheets] == ["Contacts", "More"]
    assert rows_of(sheets[0]) == [
        (3, {"ID": "17", "Score": "9.5", "When": "2026-01-02T03:04:00", "Ok": "true"}),
        (5, {"ID": "18", "Score": None, "When": None, "Ok": None}),
    ]


def as_lines(items: list[object]) -> str:
    return "\n".join(json.dumps(item) for item in items) + "\n"


@pytest.mark.parametrize("form", [as_lines, json.dumps])
def test_json_lines_and_arrays_become_columns_with_nested_keys_dotted(
    tmp_path: Path, form: Callable[[list[object]], str]
) -> None:
    items: list[object] = [{"id": 1, "who": {"name": "Ada"}, "tags": ["a"]}, {"id": 2.50, "ok": True, "who": None}]
    assert rows_in(write(tmp_path / "a.json", form(items))) == [
        (1, {"id": "1", "who.name": "Ada", "tags": '["a"]', "ok": None, "who": None}),
        (2, {"id": "2.5", "who.name": None, "tags": None, "ok": "true", "who": None}),
    ]


def test_lines_that_are_no_json_object_are_broken_rows_and_the_others_go_on(tmp_path: Path) -> None:
    (sheet,) = open_sheets(write(tmp_path / "a.jsonl", '{"id": 1}\n{"id": 2\n[1]\n{"id": 3}\n'))
    (rows,) = sheet.read()
    assert rows.cells.column(0).to_pylist() == ["1", "3"]
    assert [broken.line for broken in rows.broken] == [2, 3]


def test_half_a_character_is_marked_as_lost_and_the_rest_of_the_file_is_read(tmp_path: Path) -> None:
    broken = r'{"id": 1, "text": "We love it \ud83d now", "\udc80": ["\udc80"]}'
    sound = r'{"id": 2, "text": "\ud83d\ude00"}'
    (sheet,) = open_sheets(write(tmp_path / "a.jsonl", f"{broken}\n{sound}\n"))
    (rows,) = sheet.read()
    assert rows.cells.column("text").to_pylist() == ["We love it \ufffd now", "\U0001f600"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"%PDF", "unknown-format"),
        ("a.csv", b"", "empty-file"),
        ("a.parquet", b"PAR1torn", "damaged-file"),
        ("a.xlsx", b"PK\x03\x04torn", "damaged-file"),
        ("a.json", b"[{", "damaged-file"),
        ("a.jsonl", b"\n", "empty-file"),
    ],
)
def test_a_file_that_cannot_be_used_says_so(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(GoodwordError) as refused:
        open_sheets(path)
    assert refused.value.code == code
    assert name in refused.value.sentence


def test_folders_are_searched_to_any_depth_and_hidden_files_left_out(tmp_path: Path) -> None:
    for name in (
        "b.csv",
        "deep/er/a.csv",
        ".hidden.csv",
        ".git/x.csv",
        "~$open.xlsx",
        "no/.goodwordignore",
        "no/c.csv",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [path.name for path in list_files([tmp_path, tmp_path / "b.csv"])] == ["b.csv", "a.csv"]


def test_what_a_list_names_is_left_out_and_what_stands_beside_it_is_not(tmp_path: Path) -> None:
    for name in ("exports/people.csv", "lake/people.parquet", "old-1.csv", "new.csv", "deep/lake/usage.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / ".goodwordignore").write_text("# ours\n\nlake\nold-*\n", encoding="utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in list_files([tmp_path])]
    assert found == ["deep/lake/usage.csv", "exports/people.csv", "new.csv"]
    assert list_files([tmp_path / "lake"]) == [tmp_path / "lake" / "people.parquet"]


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoodwordError, match="no file or folder"):
        list_files([tmp_path / "gone"])
