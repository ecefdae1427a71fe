"""The page docs/reference/settings.md, from the catalogue of settings and from config's own list."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings as django_settings
from django.utils.translation import override

from goodword.finding.catalogue import FINDERS, HOLDS, RISK_RULES
from goodword.finding.signals.rule import Rule
from goodword.runs.schedule import DEFAULT_AT, DEFAULT_ZONE
from goodword.runs.settings.catalogue import SETTINGS
from goodword.runs.settings.file import SECTIONS
from goodword.runs.settings.groups import GROUPS
from goodword.runs.settings.setting import Setting

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "settings.md"

_INTRODUCTION = f"""\
# Settings

Made from the code by `make reference`; do not edit it by hand.

Numbers and choices of a workspace can be set in two places: on the pages (Settings) or with `goodword settings set`,
and in its `goodword.toml`. Where both say something, the app holds; without either, the default. Where things are, and
what is secret, stands in the environment. A name or a value that does not exist is an error that says which ones do.

How to try a change before it counts: [change what Goodword looks for](../how-to/change-what-goodword-looks-for.md).

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

A changed number holds from the next `find` or `run`, for every day that is asked for. The key of a setting is its path
in this file: `holds.resting.days`.
"""


_ABOUT = {
    "run": "When `goodword serve` makes the list anew.",
    "workspace": "What readers see. `synthetic` is set by the sample company and cannot be changed in the app.",
    "load": "What somebody bears in a calendar quarter, over all kinds of acts.",
}
_NAMES = {"roles": "[roles.*]", "likelihood": "[likelihood]"}


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|")


def _default(setting: Setting) -> str:
    if setting.default == "":
        return "empty"
    return f"{setting.default:.4g}" if isinstance(setting.default, float) else str(setting.default)


def _takes(setting: Setting) -> str:
    """Which values it takes, with what they count."""
    if setting.fixed:
        return "fixed"
    unit = str(setting.unit) if setting.unit and "0 to 1" not in str(setting.unit) else ""
    return _cell(f"{setting.bounds} {unit}".strip() or setting.kind)


def _rules(section: str, about: str, rules: tuple[Rule, ...]) -> Iterator[str]:
    yield f"### [{section}.*]"
    yield ""
    yield about
    yield ""
    yield "| rule | setting | default | takes | meaning |"
    yield "| --- | --- | --- | --- | --- |"
    for rule in rules:
        for name in rule.thresholds:
            setting = SETTINGS[f"{section}.{rule.name}.{name}"]
            start = f"| [{rule.name}](../algorithms/{rule.page}) | `{name}` |"
            yield f"{start} {_default(setting)} | {_takes(setting)} | {_cell(setting.meaning)} |"
    yield ""


def _section(section: str) -> Iterator[str]:
    """The settings of one table of the file that is about no rule."""
    group = GROUPS.get(section)
    yield f"### {_NAMES.get(section, f'[{section}]')}"
    yield ""
    yield _ABOUT.get(section) or str(group.meaning if group else "")
    yield ""
    yield "| setting | default | takes | meaning |"
    yield "| --- | --- | --- | --- |"
    for key, setting in SETTINGS.items():
        if key.startswith(f"{section}."):
            told = (
                setting.meaning
                if section in {"run", "workspace"}
                else f"{setting.subject}, {setting.label}: {setting.meaning}"
            )
            fixed = f" {setting.fixed}" if setting.fixed else ""
            yield f"| `{key}` | {_default(setting)} | {_takes(setting)} | {_cell(f'{told}{fixed}')} |"
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
    if not django_settings.configured:
        django_settings.configure(USE_I18N=False)
    others = [section for section in SECTIONS if section not in {"finders", "holds", "risks"}]
    with override("en-gb"):
        lines = [
            _INTRODUCTION,
            *_rules("finders", "What makes a signal, and how strong it is.", FINDERS),
            *_rules("holds", "What holds a person, and for how long.", HOLDS),
            *_rules("risks", "When an account is noted because somebody who mattered has left.", RISK_RULES),
            *(line for section in others for line in _section(section)),
            *_environment(),
        ]
    return "\n".join(lines).rstrip() + "\n"
