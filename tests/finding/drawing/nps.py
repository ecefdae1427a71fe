"""What the people of the sample company last answered to the NPS question."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from python_calamine import CalamineWorkbook

from goodword.sample import write_sample


@cache
def scores_of_the_sample() -> dict[str, float]:
    """The last score of everybody who answered, by their contact id, else by their address."""
    with TemporaryDirectory() as folder:
        write_sample(Path(folder), accounts=60, seed=5)
        sheet = CalamineWorkbook.from_path(f"{folder}/exports/nps_answers.xlsx").get_sheet_by_index(0)
        header, *rows = sheet.to_python()
    names = [str(name) for name in header]
    answers = [dict(zip(names, row, strict=True)) for row in rows]
    answers.sort(key=lambda answer: str(answer["Answered At"]))
    return {
        str(answer["Contact ID"] or answer["Respondent Email"]): float(answer["Score"])
        for answer in answers
        if isinstance(answer["Score"], float) and 0 <= answer["Score"] <= 10
    }
