"""What was spent stays spent, whatever dies in between and however many spend at once."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from goodword.kit.errors import GoodwordError
from goodword.runs.listening.budget import NAME, Budget, Limits, Spent

DAY = date(2026, 11, 22)
LIMITS = Limits(requests_a_day=3, requests_a_month=5, tokens_a_day=1000, tokens_a_month=1500)


def refusal(budget: Budget, tokens: int, day: date) -> str:
    with pytest.raises(GoodwordError) as refused:
        budget.reserve(tokens, day)
    assert refused.value.code == "endpoint-budget"
    return refused.value.sentence


def test_what_is_reserved_counts_until_it_is_settled(tmp_path: Path) -> None:
    budget = Budget(tmp_path, LIMITS)
    reserved = budget.reserve(900, DAY)
    assert "tokens_a_day" in refusal(budget, 101, DAY)
    budget.settle(reserved, 40)
    assert budget.spent(DAY) == (Spent(1, 40), Spent(1, 40))
    budget.reserve(101, DAY)


def test_what_cost_more_than_reserved_counts_in_full(tmp_path: Path) -> None:
    budget = Budget(tmp_path, LIMITS)
    budget.settle(budget.reserve(10, DAY), 5000)
    assert budget.spent(DAY)[0] == Spent(1, 5000)
    assert "tokens_a_day" in refusal(budget, 1, DAY)


def test_each_limit_holds_by_itself(tmp_path: Path) -> None:
    budget = Budget(tmp_path, LIMITS)
    for _ in range(3):
        budget.reserve(1, DAY)
    assert "requests_a_day" in refusal(budget, 1, DAY)
    tomorrow = date(2026, 11, 23)
    budget.reserve(900, tomorrow)
    budget.reserve(1, tomorrow)
    assert "requests_a_month" in refusal(budget, 1, tomorrow)
    assert "tokens_a_month" in refusal(Budget(tmp_path, Limits(9, 99, 1000, 1500)), 999, date(2026, 11, 24))
    budget.reserve(900, date(2026, 12, 1))


def test_a_request_settles_on_the_day_it_was_reserved_for(tmp_path: Path) -> None:
    budget = Budget(tmp_path, LIMITS)
    before = budget.reserve(900, DAY)
    budget.reserve(10, date(2026, 11, 23))
    budget.settle(before, 5)
    assert budget.spent(DAY)[0] == Spent(1, 5)
    assert budget.spent(date(2026, 11, 23))[0] == Spent(1, 10)


def test_months_that_are_over_are_forgotten(tmp_path: Path) -> None:
    budget = Budget(tmp_path, LIMITS)
    budget.reserve(10, DAY)
    budget.reserve(10, date(2027, 3, 1))
    assert "2026" not in (tmp_path / NAME).read_text(encoding="utf-8")


def test_many_at_once_never_spend_more_than_there_is(tmp_path: Path) -> None:
    limits = Limits(20, 20, 10**6, 10**6)

    def one(_number: int) -> bool:
        try:
            Budget(tmp_path, limits).reserve(1, DAY)
        except GoodwordError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(one, range(40))) == 20


def test_what_a_killed_process_reserved_stays_spent(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys; from datetime import date; from pathlib import Path\n"
        "from goodword.runs.listening.budget import Budget, Limits\n"
        "Budget(Path(sys.argv[1]), Limits(3, 5, 1000, 1500)).reserve(900, date(2026, 11, 22))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, env=dict(os.environ))
    assert done.returncode == -9
    assert Budget(tmp_path, LIMITS).spent(DAY)[0] == Spent(1, 900)
    assert "tokens_a_day" in refusal(Budget(tmp_path, LIMITS), 101, DAY)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"2026-11-22": 3}', '{"soon": [1, 2]}', '{"2026-11-22": [1]}'])
def test_nothing_is_spent_while_nobody_knows_what_was(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(GoodwordError, match="cannot be read") as bad:
        Budget(tmp_path, LIMITS).reserve(1, DAY)
    assert "Remove it" in bad.value.mend
