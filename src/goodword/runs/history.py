"""What people answered and did before, as of a day."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from goodword.runs.day_findings import DayFindings


@dataclass(frozen=True, slots=True)
class Past:
    """An ask that was answered, or an act that was done.

    Attributes:
        ident: its id in the ledger.
        kind: the kind of act.
        what: the answer, or `done`.
        on: the day.
    """

    ident: str
    kind: str
    what: str
    on: date


def history(findings: DayFindings) -> dict[str, list[Past]]:
    """The past of everybody who has one, by person, the newest first."""
    asks, answers, acts = (
        findings.ledger[name].to_pylist() for name in ("ledger_asks", "ledger_answers", "ledger_acts")
    )
    asked = {ask["ask_id"]: ask for ask in asks}
    past = [(act["person_id"], Past(act["act_id"], act["kind"], "done", act["done_on"])) for act in acts]
    for answer in answers:
        ask = asked[answer["ask_id"]]
        past.append((ask["person_id"], Past(ask["ask_id"], ask["kind"], answer["answer"], answer["answered_on"])))
    found: dict[str, list[Past]] = defaultdict(list)
    for person, one in sorted(past, key=lambda item: (item[1].on, item[1].ident), reverse=True):
        if person and one.on <= findings.as_of:
            found[person].append(one)
    return dict(found)
