import pytest

from tests.architecture.rules import RULES, Rule
from tests.architecture.tree import Module, modules

DEED = "from goodword.programme.permissions.deeds import Deed\n"
BROKEN = {
    "says_what_it_returns": "def f():\n    pass\n",
    "leaves_the_environment_to_config": "import os\n\nHOME = os.environ['HOME']\n",
    "leaves_time_to_the_clock": "import datetime\n\nNOW = datetime.datetime.now(datetime.UTC)\n",
    "imports_at_the_top": "def f() -> None:\n    import json\n",
    "has_a_telling_name": "",
    "keeps_no_state_in_the_module": "N = 0\n\ndef f() -> None:\n    global N\n    N = 1\n",
    "claims_nobody_was_drawn": f"{DEED}D = Deed(verb=1, by_lot=True)\n",
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_source_keeps_the_rule(rule: Rule) -> None:
    broken = [line for module in modules("src") for line in rule(module)]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_rule_notices_what_breaks_it(rule: Rule) -> None:
    assert list(rule(Module("src/goodword/runs/utils.py", BROKEN[rule.__name__])))


@pytest.mark.parametrize(
    "text",
    [
        "from os import environ\n",
        "from os import getenv\n",
        "import os\n\nos.getenv('A')\n",
    ],
)
def test_every_way_to_read_the_environment_is_noticed(text: str) -> None:
    rule = next(rule for rule in RULES if rule.__name__ == "leaves_the_environment_to_config")
    assert list(rule(Module("src/goodword/runs/a.py", text)))
    assert not list(rule(Module("src/goodword/config/a.py", text)))


@pytest.mark.parametrize(
    "text", ["date.today()", "datetime.now(UTC)", "time.time()", "timezone.now()", "timezone.localtime()"]
)
def test_every_way_to_ask_for_the_time_is_noticed(text: str) -> None:
    rule = next(rule for rule in RULES if rule.__name__ == "leaves_time_to_the_clock")
    assert list(rule(Module("src/goodword/runs/a.py", text)))
    assert not list(rule(Module("src/goodword/kit/clock.py", text)))


def test_telling_a_given_time_in_a_zone_is_no_question() -> None:
    rule = next(rule for rule in RULES if rule.__name__ == "leaves_time_to_the_clock")
    assert not list(rule(Module("src/goodword/runs/a.py", "timezone.localtime(at)")))


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        ("import heavy  # noqa: PLC0415 takes 2 s", False),
        ("import heavy  # noqa: PLC0415", True),
        ("import goodword.runs  # noqa: PLC0415 takes 2 s", True),
    ],
)
def test_only_what_is_not_ours_is_imported_late_and_with_a_reason(*, line: str, broken: bool) -> None:
    rule = next(rule for rule in RULES if rule.__name__ == "imports_at_the_top")
    assert bool(list(rule(Module("src/goodword/runs/a.py", f"def f() -> None:\n    {line}\n")))) == broken


def test_a_claim_that_somebody_was_drawn_is_noticed_however_it_is_written() -> None:
    rule = next(rule for rule in RULES if rule.__name__ == "claims_nobody_was_drawn")
    for claim in ("D = Deed(**{'by_lot': True})", "D = replace(Deed(verb=1), by_lot=True)"):
        assert list(rule(Module("src/goodword/programme/asks/a.py", f"{DEED}{claim}\n")))
    assert not list(rule(Module("src/goodword/programme/asks/a.py", f"{DEED}D = Deed(verb=1)\n")))
