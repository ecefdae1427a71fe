"""The page docs/reference/settings.md, from the rules' signatures and docstrings and from config's own list."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from goodword.finding.catalogue import FINDERS, HOLDS
from goodword.finding.signals.rule import Rule
from goodword.runs.schedule import DEFAULT_AT, DEFAULT_ZONE

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "settings.md"

_INTRODUCTION = f"""\
# Settings

Made from the code by `make reference`; do not edit it by hand.

Two things can be set: a workspace's numbers in its `goodword.toml`, and where things are in the environment. All of it
has a default, and a name or a value that does not exist is an error that says which ones do.

## goodword.toml

```toml
[run]
at = "{DEFAULT_AT}"             # local hour of the nightly run of `goodword serve`
timezone = "{DEFAULT_ZONE}"           # IANA name of the zone that hour is in

[workspace]
synthetic = false        # true: the data is made up, and every page says so

[finders.super_user]
window_days = 60

[holds.resting]
days = 60
```

A changed number holds from the next `find` or `run`, for every day that is asked for. Numbers are 0 or more.
"""


def _meanings(rule: Rule) -> dict[str, str]:
    """What each argument of a rule means, from its docstring."""
    text = inspect.getdoc(rule.function) or ""
    found = re.search(r"^Args:\n(.*?)(?:^\S|\Z)", text, flags=re.DOTALL | re.MULTILINE)
    arguments = re.findall(r"^    (\w+): (.*?)(?=^    \w+: |\Z)", found[1] if found else "", re.DOTALL | re.MULTILINE)
    return {name: " ".join(meaning.split()) for name, meaning in arguments}


def _default(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _rules(section: str, about: str, rules: tuple[Rule, ...]) -> Iterator[str]:
    yield f"### [{section}.*]"
    yield ""
    yield about
    yield ""
    yield "| rule | setting | default | meaning |"
    yield "| --- | --- | --- | --- |"
    for rule in rules:
        meanings = _meanings(rule)
        for name, value in rule.thresholds.items():
            yield f"| [{rule.name}](../algorithms/{rule.page}) | `{name}` | {_default(value)} | {meanings[name]} |"
    yield ""


def variables() -> dict[str, str]:
    """Every variable of the environment that is read, with its meaning; config's settings list them."""
    source = (ROOT / "src" / "goodword" / "config" / "settings.py").read_text(encoding="utf-8")
    listed = re.findall(r"^([A-Z_]+) {2,}(.+)$", ast.get_docstring(ast.parse(source)) or "", flags=re.MULTILINE)
    return dict(listed)


def _environment() -> Iterator[str]:
    yield "## Environment"
    yield ""
    yield "| variable | meaning |"
    yield "| --- | --- |"
    for name, meaning in variables().items():
        yield f"| `{name}` | {meaning} |"


def page() -> str:
    """The whole page, as it should stand in the file."""
    lines = [
        _INTRODUCTION,
        *_rules("finders", "What makes a signal, and how strong it is.", FINDERS),
        *_rules("holds", "What holds a person, and for how long.", HOLDS),
        *_environment(),
    ]
    return "\n".join(lines).rstrip() + "\n"
