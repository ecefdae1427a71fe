"""Answers to the NPS question: what the drawn are compared in afterwards, and what no lot is handed."""

from datetime import datetime

import ibis.expr.types as ir

from goodword.finding.signals.days import instant


def nps_answers(responses: ir.Table, *, as_of: datetime) -> ir.Table:
    """Every answer of somebody known up to a day, the oldest first.

    Args:
        responses: known responses.
        as_of: first instant after the day.

    Returns:
        person_id and score, neither ever empty.
    """
    told = responses.filter(responses["survey"] == "nps", responses["answered_at"] < instant(as_of))
    said = told.filter(told["person_id"].nullif("").notnull(), told["score"].notnull())
    return said.order_by("answered_at", "person_id").select("person_id", "score")
