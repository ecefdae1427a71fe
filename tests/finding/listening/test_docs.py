"""The worked table of the page is what the code does."""

from pathlib import Path

import pytest

from goodword.finding.listening.hearing import hear
from goodword.finding.listening.learning import shipped
from goodword.finding.listening.learning.verdicts import judged_batch

PAGE = Path(__file__).parents[3] / "docs" / "algorithms" / "listening.md"


LEARNING = PAGE.parent / "learning.md"


def worked() -> list[tuple[str, str, str]]:
    table = PAGE.read_text(encoding="utf-8").split("| sentence | kind | polarity |\n")[1].split("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[1:]]
    return [(sentence, kind, polarity) for sentence, kind, polarity in rows]


@pytest.mark.parametrize(("sentence", "kind", "polarity"), worked())
def test_the_page_tells_what_is_heard(sentence: str, kind: str, polarity: str) -> None:
    heard = [(remark.kind, f"{remark.polarity:.2f}") for remark in hear(sentence)]
    assert heard == ([] if kind == "nothing" else [(kind, polarity)])


def sure() -> list[tuple[str, str, str]]:
    table = LEARNING.read_text(encoding="utf-8").split("| sentence | kind | probability |\n")[1].split("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[1:]]
    return [(sentence, kind, probability) for sentence, kind, probability in rows]


@pytest.mark.parametrize(("sentence", "kind", "probability"), sure())
def test_the_page_tells_how_sure_that_is(sentence: str, kind: str, probability: str) -> None:
    (verdict,) = judged_batch(hear(sentence), [""], shipped())
    assert (verdict.kind, f"{verdict.probability:.1f}") == (kind, probability)
