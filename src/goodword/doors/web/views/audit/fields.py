"""What an entry of the trail says of before and after, field by field, in words; ids that say nothing are left out."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import ChoiceField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from goodword.doors.web import wording
from goodword.doors.web.views.audit.names import LISTS, PERSON_FACTS, Names
from goodword.doors.web.views.audit.sentences import VERBS, Words, label, plain
from goodword.doors.web.views.preferences import PreferencesForm
from goodword.doors.web.views.settings.shown import value_words
from goodword.programme.permissions.wording import AUDIENCE_LABELS, KIND_LABELS, PROOF_LABELS
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import LABELS
from goodword.runs.retention import KEPT
from goodword.runs.settings.catalogue import SETTINGS

_LONGEST = 160
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d:\d\d|Z)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

LEFT_OUT = frozenset({"signal", "answer", "key", "upload", "label", "change"})
"""Facts that are an id of ours and nothing else: they stand in the record as it was written."""

_IN_THE_SENTENCE = frozenset({("job", "kind"), ("generation", "as_of")})

_LABELS: dict[str, Words] = {
    "account": _l("Account"),
    "act_kind": _l("Act"),
    "active": _l("May come in"),
    "archive": _l("Backup"),
    "arguments": _l("With"),
    "as_of": _l("As of"),
    "asset": _l("Only for"),
    "at": _l("As of"),
    "attempt": _l("Attempt"),
    "audience": _l("Who may see it"),
    "by_letter": _l("With a letter"),
    "called": _l("Called"),
    "cancel_asked": _l("Asked to stop"),
    "changed": _l("Changed"),
    "channel": _l("Only on"),
    "deed": _l("What was done"),
    "expires_at": _l("Opens the door until"),
    "expires_on": _l("Ends on"),
    "factors": _l("Second factors"),
    "files": _l("Files"),
    "filters": _l("Narrowed to"),
    "format": _l("Format"),
    "given_on": _l("Said on"),
    "how": _l("By"),
    "import_id": _l("Import"),
    "kind": _l("Kind"),
    "migrations": _l("Migrations"),
    "new": _l("New"),
    "page": _l("Page"),
    "password": _l("Password"),
    "people": _l("People"),
    "person": _l("Person"),
    "person_id": _l("Person"),
    "proof": _l("How do we know"),
    "proof_sha256": _l("SHA-256 of the file"),
    "purpose": _l("Kind"),
    "question": _l("Question"),
    "q": _l("Search"),
    "reach": _l("Sees"),
    "recovery_codes": _l("With recovery codes"),
    "rejected": _l("Rejected"),
    "role": _l("Role"),
    "rows": _l("Rows"),
    "same": _l("As before"),
    "scope": _l("May"),
    "second_factors_removed": _l("Second factors removed"),
    "shared_with": _l("Shared with"),
    "state": _l("State"),
    "story": _l("Story"),
    "territory": _l("Only in"),
    "to": _l("Said to be"),
    "until": _l("Back on"),
    "urgent": _l("Urgent"),
    "user": _l("Whose"),
    "value": _l("Value"),
    "verb": _l("What was done"),
    "who": _l("Who"),
    "why": _l("What happened"),
    "yes": _l("Said yes"),
    "withdrawn_on": _l("Since when"),
    **{name: one.label for name, one in PreferencesForm.base_fields.items() if one.label},
    **{one.name: one.label for one in KEPT},
}
"""What to call each field."""


def _offered(choice: ChoiceField) -> dict[str, Words]:
    """What the values of a choice are called."""
    pairs: Any = choice.choices
    return {str(value): words for value, words in pairs}


_WORDS: dict[str, dict[str, Words]] = {
    "deed": {"rename": _l("called otherwise"), "merge": _l("counted with another"), "hide": _l("hidden")},
    "how": {
        "password": _l("password"),
        "code": _l("code"),
        "passkey": _l("passkey"),
        "oidc": _l("single sign-on"),
        "second factor": _l("second factor"),
        "again": _l("signing in again"),
        "done": _l("done"),
        "missed": _l("missed"),
        "cancelled": _l("given up"),
    },
    "kind": {"totp": _l("Authenticator app"), "webauthn": _l("Passkey"), "recovery_codes": _l("Recovery codes")},
    "password": {"made": _l("made by chance")},
    "name": {"changed": _l("changed")},
    "page": LISTS,
    "purpose": {
        "sign_in_code": _l("code to sign in"),
        "account": _l("about an account"),
        "test": _l("test"),
        "notification": _l("notification"),
        "digest": _l("digest"),
    },
    "reach": {"own": _l("own accounts"), "all": _l("all accounts")},
    "role": {role.value: words for role, words in LABELS.items()},
    "scope": {"read": _l("reads"), "write": _l("reads and changes")},
    "shared_with": {"": _l("nobody"), **{role.value: words for role, words in LABELS.items()}},
    "state": {
        "waiting": _l("waits"),
        "running": _l("under way"),
        "done": _l("done"),
        "failed": _l("failed"),
        "cancelled": _l("given up"),
        "granted": _l("Yes"),
        "denied": _l("No"),
    },
    "verb": VERBS,
    "act_kind": KIND_LABELS,
    "audience": AUDIENCE_LABELS,
    "proof": PROOF_LABELS,
    "why": {"withdrawn": _l("They took it back"), "mistake": _l("It was recorded by mistake")},
    **{
        name: _offered(one)
        for name, one in PreferencesForm.base_fields.items()
        if isinstance(one, ChoiceField) and name != "timezone"
    },
}
"""By field, what its values are called."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field before and after, in words; empty where there was nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells the fields of one entry.

    Attributes:
        entry: the entry.
        names: what things are called.
        today: the day it is for the reader: other years are named.
    """

    entry: AuditEntry
    names: Names
    today: date

    def differences(self) -> Iterator[Difference]:
        """What changed, field by field; what stayed the same is left out."""
        before, after = self.entry.facts_before, self.entry.facts_after
        for name in dict.fromkeys([*before, *after]):
            old, new = before.get(name), after.get(name)
            # Whose moment it is stands in the sentence already.
            said = (self.entry.noun, name) in _IN_THE_SENTENCE
            if old == new or said or name in LEFT_OUT or (name in PERSON_FACTS and self.entry.object_id in {old, new}):
                continue
            was, will = self._said(name, old), self._said(name, new)
            if was != will:
                yield Difference(field_label(name), was, will)

    def _said(self, name: str, value: object) -> str:
        told = self._told(name, value)
        return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"

    def _told(self, name: str, value: object) -> str:
        if value is None:
            return ""
        if name == "value" and self.entry.noun == "setting" and self.entry.object_id in SETTINGS:
            return self._setting(self.entry.object_id, value)
        if name == "user":
            return self.names.user(str(value))
        if name in PERSON_FACTS:
            return self.names.person(str(value)) if value else ""
        known = _WORDS.get(name, {})
        return str(known[str(value)]) if isinstance(value, str | int) and str(value) in known else self._plain(value)

    def _plain(self, value: object) -> str:
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, int | float):
            return wording.grouped(f"{value:,}") if isinstance(value, int) else wording.figure(value)
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, dict):
            return "; ".join(self._pair(name, one) for name, one in value.items() if name not in LEFT_OUT)
        if isinstance(value, list):
            return ", ".join(self._plain(one) for one in value)
        return json.dumps(value, ensure_ascii=False)

    def _text(self, value: str) -> str:
        try:
            if _INSTANT.fullmatch(value):
                return wording.moment(value, self.today)
            return wording.day(value, self.today) if _DAY.fullmatch(value) else value
        except ValueError:
            return value  # looks like a day and is none

    def _pair(self, name: str, value: Any) -> str:  # noqa: ANN401  # whatever JSON holds
        if name == "trial" and isinstance(value, dict):
            return "; ".join(f"{_setting_label(key)}: {self._setting(key, one)}" for key, one in value.items())
        return f"{field_label(name)}: {self._told(name, value)}"

    def _setting(self, key: str, value: Any) -> str:  # noqa: ANN401  # whatever JSON holds
        setting = SETTINGS.get(key)
        return value_words(setting, value) if setting and isinstance(value, str | int | float) else self._plain(value)


def field_label(name: str) -> str:
    """What to call a field."""
    text = label(_LABELS, name)
    return text[:1].upper() + text[1:]


def _setting_label(key: str) -> str:
    setting = SETTINGS.get(key)
    return f"{setting.subject}: {setting.label}" if setting else plain(key)
