"""The page about the sample company says what the generator does."""

from pathlib import Path

from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.sample.layout import EXPORTS
from goodword.sample.world import KIND_ODDS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "sample-company.md").read_text(encoding="utf-8")


def test_the_page_lists_every_file_with_its_table_and_headers() -> None:
    sections = dict(part.split("\n", 1) for part in PAGE.split("\n### ")[1:])
    assert set(sections) == {export.file for export in EXPORTS}
    for export in EXPORTS:
        section = sections[export.file]
        assert f"Table `{export.table}`" in section
        rows = [line for line in section.splitlines() if line.startswith("| ")][2:]
        mapped = [f"| {header} | `{column}` |" for header, column in export.headers.items()]
        assert rows == mapped + [f"| {header} | none: kept in `extra` |" for header in export.extra]


def test_the_kinds_of_acts_are_those_of_the_records() -> None:
    assert set(KIND_ODDS) == set(ACT_KINDS)
