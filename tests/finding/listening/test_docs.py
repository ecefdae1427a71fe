"""The worked table of the page is what the code does."""

from pathlib import Path

import pytest

from goodword.finding.listening.hearing import hear

PAGE = Path(__file__).parents[3] / "docs" / "algorithms" / "listening.md"


def worked() -> list[tuple[str, str, str]]:
    table = PAGE.read_text(encoding="utf-8").split("| sentence | kind | polarity |\n")[1].split("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[1:]]
    return [(sentence, kind, polarity) for sentence, kind, polarity in rows]


@pytest.mark.parametrize(("sentence", "kind", "polarity"), worked())
def test_the_page_tells_what_is_heard(sentence: str, kind: str, polarity: str) -> None:
    heard = [(remark.kind, f"{remark.polarity:.2f}") for remark in hear(sentence)]
    assert heard == ([] if kind == "nothing" else [(kind, polarity)])
