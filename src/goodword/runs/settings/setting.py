"""What a setting is, and which values it takes: one check for goodword.toml, form, command line and API."""

import re
from dataclasses import dataclass, field
from datetime import time
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError

type Value = int | float | str | bool
type Words = str | Promise
type Kind = Literal["whole", "number", "choice", "yes_no", "clock", "zone", "text", "code", "address"]

LONGEST_TEXT = 80


@dataclass(frozen=True, slots=True)
class Setting:
    """One number or choice that a user may change.

    Attributes:
        key: its path in goodword.toml, with dots.
        group: the group it is shown in.
        subject: what it belongs to within its group, such as a rule.
        label: what it is called.
        meaning: what it means, a sentence.
        changes: what changes with it, a sentence.
        kind: which values it takes.
        default: its value where nobody said otherwise.
        unit: what it counts, such as days; empty for none.
        low: the least value of a number.
        high: the greatest value of a number.
        choices: the values of a choice, with their words.
        page: the page that explains it, relative to docs.
        fixed: why it cannot be changed; empty where it can.
        in_findings: whether today's list of people depends on it.
    """

    key: str
    group: str
    subject: Words
    label: Words
    meaning: Words
    changes: Words
    kind: Kind
    default: Value
    unit: Words = ""
    low: float | None = None
    high: float | None = None
    choices: dict[str, Words] = field(default_factory=dict)
    page: str = "reference/settings.md"
    fixed: Words = ""
    in_findings: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it takes numbers."""
        return self.kind in {"whole", "number"}

    @property
    def bounds(self) -> str:
        """What it takes, in words; empty where that goes without saying."""
        if self.is_number and self.low is not None and self.high is not None:
            return _("%(low)s to %(high)s") % {"low": shown(self.low), "high": shown(self.high)}
        return ", ".join(self.choices) if self.kind == "choice" else ""

    def read(self, text: str) -> Value:
        """Understand what somebody typed.

        Raises:
            GoodwordError: it is no value of this setting (code `bad-settings`).
        """
        return self.check(self._raw(text.strip()), where=f"“{self.label}”")

    def check(self, value: object, *, where: str) -> Value:
        """Return a value as it is kept.

        Args:
            value: as a file or a form says it.
            where: what to call the place in an error.

        Raises:
            GoodwordError: it is no value of this setting (code `bad-settings`).
        """
        if self.fixed and value != self.default:
            raise _bad(where, _("cannot be changed"), str(self.fixed))
        if self.is_number:
            return self._number(value, where)
        if self.kind == "yes_no":
            if isinstance(value, bool):
                return value
            raise _bad(where, _("= %(value)r is neither yes nor no") % {"value": value}, _("Write true or false."))
        if not isinstance(value, str):
            raise _bad(where, _("= %(value)r is no text") % {"value": value}, _("Write it in quotation marks."))
        return _TEXTS[self.kind](self, value.strip(), where)

    def _raw(self, text: str) -> object:
        if self.is_number:
            try:
                return float(text.replace(",", ".", 1)) if re.search(r"[.,eE]", text) else int(text)
            except ValueError:
                return text
        if self.kind == "yes_no":
            return {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "0": False}.get(
                text.lower(), text
            )
        return text

    def _number(self, value: object, where: str) -> Value:
        whole = self.kind == "whole"
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or value != value  # noqa: PLR0124  # not a number: the one value that differs from itself
            or (whole and value % 1)
        ):
            kind = _("a whole number") if whole else _("a number")
            told = _("The default is %(default)s.") % {"default": shown(self.default)}
            raise _bad(where, _("= %(value)r is not %(kind)s") % {"value": value, "kind": kind}, told)
        words = {"value": shown(value), "low": shown(self.low or 0), "high": shown(self.high or 0)}
        if self.low is not None and value < self.low:
            raise _bad(where, _("= %(value)s is below %(low)s") % words, _("Write %(low)s to %(high)s.") % words)
        if self.high is not None and value > self.high:
            raise _bad(where, _("= %(value)s is above %(high)s") % words, _("Write %(low)s to %(high)s.") % words)
        return int(value) if whole else float(value)


def shown(value: Value) -> str:
    """Say a value the way it is typed."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _choice(setting: Setting, value: str, where: str) -> str:
    if value in setting.choices:
        return value
    there = ", ".join(setting.choices)
    raise _bad(where, _("= “%(value)s” is no choice") % {"value": value}, _("There are: %(there)s.") % {"there": there})


def _clock(_setting: Setting, value: str, where: str) -> str:
    try:
        return f"{time.fromisoformat(value):%H:%M}"
    except ValueError as error:
        mend = _("Write hours and minutes, such as 03:00.")
        raise _bad(where, _("= “%(value)s” is no time of day") % {"value": value}, mend) from error


def _zone(_setting: Setting, value: str, where: str) -> str:
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        mend = _("Write an IANA name, such as Europe/Berlin.")
        raise _bad(where, _("= “%(value)s” is no time zone") % {"value": value}, mend) from error


def _text(_setting: Setting, value: str, where: str) -> str:
    if len(value) > LONGEST_TEXT or not value.isprintable():
        raise _bad(where, _("is too long"), _("Write one line of at most %(most)s letters.") % {"most": LONGEST_TEXT})
    return value


def _code(_setting: Setting, value: str, where: str) -> str:
    if re.fullmatch(r"([A-Za-z]{3})?", value):
        return value.upper()
    raise _bad(where, _("= “%(value)s” is no currency") % {"value": value}, _("Write its three letters, such as EUR."))


def _address(setting: Setting, value: str, where: str) -> str:
    mend = _("Write it like https://models.company.example/v1, without a key in it.")
    try:
        parts = urlsplit(_text(setting, value, where))
        plain = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0 and " " not in value
    except ValueError:
        plain = False
    if not value or (plain and not (parts.username or parts.password or parts.query or parts.fragment)):
        return value
    # It is not repeated: it may hold a password.
    raise _bad(where, _("is no address of a server"), mend)


_TEXTS = {"choice": _choice, "clock": _clock, "zone": _zone, "text": _text, "code": _code, "address": _address}


def _bad(where: str, fault: str, mend: str) -> GoodwordError:
    return GoodwordError("bad-settings", f"{where} {fault}.", mend)
