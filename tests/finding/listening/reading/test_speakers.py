"""Chats and calls: whose line is whose."""

import pytest

from goodword.finding.listening.hearing import hear

PRAISE = "We love the new dashboards."
OURS = "This version is fantastic."

LOGS = {
    "labels": f"Tom Sayer: {OURS}\nAnn Bell: {PRAISE}\nTom Sayer: {OURS}",
    "times before": f"[10:12:03] Tom Sayer: {OURS}\n[10:13:00] Ann Bell: {PRAISE}\n[10:14:00] Tom Sayer: {OURS}",
    "phone": f"[03.03.25, 10:12:03] Tom Sayer: {OURS}\n\u200e[03.03.25, 10:13:07] Ann Bell: {PRAISE}",
    "phone, other": f"3/3/2025, 10:12 - Tom Sayer: {OURS}\n3/3/2025, 10:13 - Ann Bell: {PRAISE}",
    "beside a call": f"10:12:03 From Tom Sayer to Everyone: {OURS}\n10:12:09 From Ann Bell to Everyone: {PRAISE}",
    "name and time above": f"Tom Sayer  10:12 AM\n{OURS}\nAnn Bell  10:13 AM\n{PRAISE}\nTom Sayer, 10:14 AM\n{OURS}",
    "time and name above": f"[00:00:03] Tom Sayer\n{OURS}\n\n[00:00:09] Ann Bell\n{PRAISE}\n\n00:12 Tom Sayer\n{OURS}",
    "angles": f"[10:12] <Tom Sayer> {OURS}\n[10:13] <Ann Bell> {PRAISE}\n[10:14] <Tom Sayer> {OURS}",
    "bold": f"**Tom Sayer:** {OURS}\n**Ann Bell:** {PRAISE}\n**Tom Sayer:** {OURS}",
    "roles": f"Agent: {OURS}\nCustomer: {PRAISE}\nAgent: {OURS}",
}


@pytest.mark.parametrize("log", LOGS.values(), ids=LOGS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_the_customers_lines_are_heard(log: str, end: str) -> None:
    text = log.replace("\n", end)
    (remark,) = hear(text, person_name="Ann Bell", channel="chat")
    assert remark.quote == text[remark.start : remark.end] == PRAISE
    assert remark.speaker in {"Ann Bell", "Customer"}


def test_a_turn_goes_on_until_somebody_else_speaks() -> None:
    text = f"Ann Bell: Hm.\n{PRAISE}\n\nIt saves us hours.\nTom Sayer: {OURS}\n{OURS}"
    remarks = hear(text, person_name="Ann Bell", channel="call")
    assert [remark.quote for remark in remarks][:1] == [PRAISE]
    assert OURS not in [remark.quote for remark in remarks]


def test_a_time_at_the_end_of_a_line_names_nobody() -> None:
    (remark,) = hear(f"{PRAISE}\nSee you at 10:30\nLunch 12:30", person_name="Ann Bell", channel="email")
    assert remark.quote == PRAISE
