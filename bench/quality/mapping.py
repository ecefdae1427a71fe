"""What the suggested mapping makes of exports, held against what their columns really are."""

import json
from pathlib import Path

from bench.quality.company import ACCOUNTS, Company
from bench.quality.figures import Figure, share
from goodword.evidence.intake.planning import plan_load

type Pairs = set[tuple[str, str, str]]  # file, header, column


def figures(companies: tuple[Company, ...]) -> list[Figure]:
    """Files whose table was recognised, and columns paired as they are. One company: all are exported alike."""
    company = companies[0]
    note = f"sample, exports of {ACCOUNTS} accounts"
    truth = json.loads((company.truth / "mappings.json").read_text(encoding="utf-8"))
    plan = plan_load([company.exports]).as_dict()["files"]
    tables = {Path(file["path"]).name: file["table"] for file in plan}
    suggested: Pairs = {
        (Path(file["path"]).name, header, column) for file in plan for column, header in file["columns"].items()
    }
    really: Pairs = {
        (name, header, column) for name, about in truth.items() for header, column in about["columns"].items()
    }
    known = sum(tables.get(name) == about["table"] for name, about in truth.items())
    return [
        share("mapping: files recognised", note, known, len(truth), at_least=1.0),
        share("mapping: columns suggested are right: precision", note, len(suggested & really), len(suggested)),
        share("mapping: columns that are there were suggested: recall", note, len(suggested & really), len(really)),
    ]
