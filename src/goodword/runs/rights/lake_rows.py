"""Which rows of the lake are about somebody, and which only name them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow as pa
import pyarrow.compute

from goodword.evidence.lake.local.rewriting import Chosen
from goodword.evidence.records.known import KNOWN, RECORDS
from goodword.evidence.records.table import TEXT
from goodword.finding.identity.keys import address
from goodword.programme.personal import Subject
from goodword.runs.rights.known import Known

_compute: Any = pyarrow.compute  # its published stubs know fewer arguments than Arrow takes

# What names rows, sources and companies is no text in which people are named.
_NO_TEXTS = {"source", "zone", "record_id", "person_key", "email", "account_id", "deal_id", "name"}
_ADDRESS_COLUMNS = ("email", "owner_email", "asked_by")


@dataclass(frozen=True)
class LakeRows:
    """Tells rows apart, for one person.

    Attributes:
        subject: whose rows.
        known: who is known here.
    """

    subject: Subject
    known: Known

    @cached_property
    def _pairs(self) -> set[tuple[str, str]]:
        return set(self.subject.pairs)

    @cached_property
    def _keys_alone(self) -> set[str]:
        """Keys that mean them whatever the source."""
        return set(self.subject.keys) - self.known.others_with(self.subject.keys, self.subject.person_ids)

    def theirs(self, table: str, rows: pa.Table) -> list[int]:
        """The places of the rows about them."""
        if "person_id" not in KNOWN[table].names:
            return []
        nothing = [None] * rows.num_rows
        columns = [
            rows[name].to_pylist() if name in rows.column_names else nothing
            for name in ("source", "person_key", "email", "emails")
        ]
        return [place for place, row in enumerate(zip(*columns, strict=True)) if self._is_theirs(*row)]

    def _is_theirs(self, source: str | None, key: str | None, email: str | None, emails: list[str] | None) -> bool:
        if key:
            return (source or "", key) in self._pairs or key in self._keys_alone
        return any(address(one) in self.subject.emails for one in (email, *(emails or [])) if one)

    def choose(self, table: str, rows: pa.Table) -> Chosen:
        """Their rows go; in the rows of others they are blacked out."""
        gone = frozenset(self.theirs(table, rows))
        changed: dict[int, dict[str, Any]] = {}
        for place, column, value in self._mentions(table, rows):
            if place not in gone:
                changed.setdefault(place, {})[column] = value
        return Chosen(gone, changed)

    def mentioning(self, table: str, rows: pa.Table) -> int:
        """How many rows of others name them."""
        return len(self.choose(table, rows).changed)

    def _mentions(self, table: str, rows: pa.Table) -> Iterator[tuple[int, str, Any]]:
        for name in _ADDRESS_COLUMNS:
            if name in rows.column_names and self.subject.emails:
                mails = pa.array(self.subject.emails, pa.string())
                same = _compute.is_in(_compute.utf8_lower(_compute.utf8_trim_whitespace(rows[name])), value_set=mails)
                yield from ((place, name, None) for place in _places(same))
        if "emails" in rows.column_names:
            for place, emails in enumerate(rows["emails"].to_pylist()):
                left = [one for one in emails or [] if address(one) not in self.subject.emails]
                if len(left) < len(emails or []):
                    yield place, "emails", left or None
        if self.subject.said:
            for name in self._texts(table, rows):
                yield from self._in_text(rows, name)

    def _in_text(self, rows: pa.Table, name: str) -> Iterator[tuple[int, str, Any]]:
        likely = _compute.match_substring_regex(rows[name], self._likely, ignore_case=True)
        for place in _places(likely):
            text = rows[name][place].as_py()
            if self.subject.within(text):
                yield place, name, self.subject.blacked_out(text)

    @cached_property
    def _likely(self) -> str:
        """What Arrow looks for first; the words' ends are looked at afterwards."""
        return "|".join(re.escape(one) for one in self.subject.spelled)

    @staticmethod
    def _texts(table: str, rows: pa.Table) -> list[str]:
        contract = RECORDS[table]
        texts = [column.name for column in contract.columns if column.type == TEXT]
        left_out = _NO_TEXTS | set(contract.identity)
        return [name for name in (*texts, "extra") if name in rows.column_names and name not in left_out]


def _places(mask: Any) -> list[int]:  # noqa: ANN401  # a column of yes and no
    found: list[int] = _compute.indices_nonzero(_compute.fill_null(mask, fill_value=False)).to_pylist()
    return found
