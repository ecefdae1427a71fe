"""The rows of one generation, person by person."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pyarrow as pa

from goodword.programme.advocates.models import STATES
from goodword.programme.advocates.publishing.evidence import (
    Piece,
    Texts,
    piece_of_evidence,
    piece_of_remark,
)
from goodword.programme.advocates.publishing.grouping import Grouped, Row
from goodword.programme.advocates.publishing.standing import RESTING, Standing, instant
from goodword.programme.advocates.publishing.why import why_now
from goodword.programme.bulk import Values
from goodword.programme.people.names import fold

GOOD_REMARKS = ("praise", "win")
SEARCHED = 400
"""How many characters of a person's texts a search sees; indexes of PostgreSQL have a limit too."""

_FIRST_HOLDS = ("opted_out", "never")  # what ends by nobody's waiting is said first

LISTED = (
    *("generation", "person_id", "name", "email", "title", "person_keys", "account_id", "account", "account_arr"),
    *("account_currency", "owner_email", "pays", "influence", "language", "left_on", "approximate", "employments"),
    *("state", "kinds", "best_act", "best_likelihood", "best_low", "best_high", "words", "hold_code"),
    *("hold_sentence", "hold_until", "fresh_at", "search", "rank", "name_rank", "fresh_rank"),
)
SIGNAL = (
    *("generation", "person_id", "signal_id", "account_id", "kind", "rule", "rule_version", "observed_at"),
    *("strength", "approximate", "evidence"),
)
HOLD = (
    *("generation", "person_id", "hold_id", "account_id", "code", "act_kind", "observed_at", "until", "sentence"),
    "evidence",
)
LIKELIHOOD = (
    *("generation", "person_id", "act_kind", "likelihood", "low", "high", "known", "reasons", "state", "rank", "kinds"),
)
REMARK = ("generation", "person_id", "remark_id", "kind", "language", "themes", "at", "piece")
MOMENT = (
    *("generation", "person_id", "moment_id", "raised_at", "urgency", "rank", "resting", "kind", "signal_id"),
    *("words", "why", "further"),
)


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of some people, ready to be inserted, by table."""

    listed: list[Values] = field(default_factory=list)
    signals: list[Values] = field(default_factory=list)
    holds: list[Values] = field(default_factory=list)
    likelihoods: list[Values] = field(default_factory=list)
    remarks: list[Values] = field(default_factory=list)
    moments: list[Values] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything about everybody, laid out by person.

    Attributes:
        generation: number of the generation being written.
        persons: contract PERSONS, sorted by person_id.
        accounts: known accounts by account_id.
        since: first instant of the moments' window.
    """

    generation: int
    persons: pa.Table
    accounts: dict[str, Row]
    signals: Grouped
    holds: Grouped
    likelihoods: Grouped
    remarks: Grouped
    employments: Grouped
    texts: Texts
    standing: Standing
    since: datetime

    def batches(self, people: int) -> Iterator[tuple[int, Batch]]:
        """Yield how many people are done, and the rows of the next `people`."""
        total = self.persons.num_rows
        for low in range(0, total, people):
            high = min(low + people, total)
            yield high, self._batch(low, high)

    def _batch(self, low: int, high: int) -> Batch:
        batch = Batch()
        tables = (self.signals, self.holds, self.likelihoods, self.remarks, self.employments)
        signals, holds, likelihoods, remarks, employments = (table.rows(low, high) for table in tables)
        for place, person in enumerate(self.persons.slice(low, high - low).to_pylist(), start=low):
            one = _Person(
                sheet=self,
                place=place,
                person=person,
                signals=self._with_pieces(signals.get(place, [])),
                holds=sorted(holds.get(place, []), key=_hold_order),
                likelihoods=likelihoods.get(place, []),
                remarks=self._placed(remarks.get(place, [])),
                employments=employments.get(place, []),
            )
            one.write(batch)
        return batch

    def _with_pieces(self, signals: list[Row]) -> list[Row]:
        for signal in signals:
            signal["evidence"] = [piece_of_evidence(piece, self.texts) for piece in signal["evidence"] or []]
            signal["observed_at"] = signal["observed_at"].replace(tzinfo=UTC)
        return sorted(signals, key=lambda signal: (-signal["observed_at"].timestamp(), signal["signal_id"]))

    def _placed(self, remarks: list[Row]) -> list[Row]:
        for remark in remarks:
            text = self.texts.find(remark["table"], remark["id"]) or {}
            remark["piece"] = piece_of_remark(remark, text)
            remark["at"] = text["at"].replace(tzinfo=UTC) if text.get("at") else None
        return sorted(remarks, key=lambda remark: (remark["piece"]["at"] or "", remark["remark_id"]), reverse=True)


@dataclass(frozen=True, slots=True)
class _Person:
    """One person and everything found about them; newest first."""

    sheet: Sheet
    place: int
    person: Row
    signals: list[Row]
    holds: list[Row]
    likelihoods: list[Row]
    remarks: list[Row]
    employments: list[Row]

    def write(self, batch: Batch) -> None:
        """Add this person's rows to a batch."""
        number, person_id = self.sheet.generation, self.person["person_id"]
        batch.listed.append((number, person_id, *self._listed()))
        batch.signals.extend((number, person_id, *_signal(row)) for row in self.signals)
        batch.holds.extend((number, person_id, *_hold(row)) for row in self.holds)
        batch.likelihoods.extend((number, person_id, *row) for row in self._likelihoods())
        batch.remarks.extend((number, person_id, *_remark(row)) for row in self.remarks if row["kind"] != "thanks")
        moment = self._moment()
        if moment:
            batch.moments.append((number, person_id, *moment))

    def _listed(self) -> Values:
        person, standing, place = self.person, self.sheet.standing, self.place
        account = self.sheet.accounts.get(person["account_id"] or "", {})
        company = person["account"] or account.get("name") or ""
        words = self._words()
        said = words["quote"] if words else ""
        hold: Row = self.holds[0] if self.holds and not self.holds[0]["act_kind"] else {}
        texts = (person["name"], person["email"], person["title"], company, said)
        return (
            *(person["name"] or "", person["email"] or "", person["title"] or "", person["person_keys"] or []),
            *(person["account_id"] or "", company, account.get("arr"), account.get("currency") or ""),
            *(account.get("owner_email") or "", person["pays"], person["influence"] or ""),
            *(person["language"] or "", person["left_on"], bool(person["approximate"])),
            [_employment(row, self.sheet.accounts) for row in _spells(self.employments)],
            *(STATES[standing.state[place]], int(standing.kinds[place]), *self._best(), words),
            *(hold.get("code", ""), hold.get("sentence", ""), hold.get("until")),
            *(instant(int(standing.fresh[place])), fold(" ".join(text or "" for text in texts))[:SEARCHED]),
            *(int(standing.rank[place]), int(standing.name_rank[place]), int(standing.fresh_rank[place])),
        )

    def _best(self) -> Values:
        row = int(self.sheet.standing.best[self.place])
        if row < 0:
            return ("", None, None, None)
        best = self.likelihoods[row - int(self.sheet.likelihoods.starts[self.place])]
        return (best["act_kind"], best["likelihood"], best["low"], best["high"])

    def _words(self) -> Piece | None:
        """The newest good words: a remark, or else what a signal quotes."""
        said = [remark["piece"] for remark in self.remarks if remark["kind"] in GOOD_REMARKS]
        quoted = [piece for signal in self.signals for piece in signal["evidence"] if piece["quote"]]
        return max([*said, *quoted], key=lambda piece: piece["at"] or "", default=None)

    def _likelihoods(self) -> Iterator[Values]:
        standing, first = self.sheet.standing, int(self.sheet.likelihoods.starts[self.place])
        kinds = int(standing.kinds[self.place])
        for row, one in enumerate(self.likelihoods, start=first):
            numbers = (one["likelihood"], one["low"], one["high"]) if one["known"] else (None, None, None)
            state, rank = STATES[standing.act_state[row]], int(standing.act_rank[row])
            yield (one["act_kind"], *numbers, bool(one["known"]), one["reasons"] or [], state, rank, kinds)

    def _moment(self) -> Values | None:
        urgency = float(self.sheet.standing.urgency[self.place])
        recent = [row for row in self.signals if row["observed_at"] >= self.sheet.since]
        if urgency <= 0 or not recent:
            return None
        with_words = [row for row in recent if any(piece["quote"] for piece in row["evidence"])]
        lead = (with_words or recent)[0]
        bundle = [lead, *(row for row in recent if row is not lead)]
        rank, resting = int(self.sheet.standing.moment_rank[self.place]), self._state() == RESTING
        # The leading signal names the moment: raised once, it keeps its name from day to day.
        return (
            *(lead["signal_id"], lead["observed_at"], urgency, rank, resting, lead["kind"], lead["signal_id"]),
            *(self._words_of(lead) or self._words(), why_now(bundle), len(bundle) - 1),
        )

    def _state(self) -> int:
        return int(self.sheet.standing.state[self.place])

    def _words_of(self, signal: Row) -> Piece | None:
        """The words of a signal; where the listener marked a part of the same record, that part."""
        quoted: Piece | None = next((piece for piece in signal["evidence"] if piece["quote"]), None)
        if quoted is None:
            return None
        for remark in self.remarks:
            marked: Piece = remark["piece"]
            same = (marked["table"], marked["id"]) == (quoted["table"], quoted["id"])
            if same and remark["kind"] in GOOD_REMARKS and len(marked["quote"]) < len(quoted["quote"]):
                return marked
        return quoted


def _signal(row: Row) -> Values:
    return (
        *(row["signal_id"], row["account_id"] or "", row["kind"], row["rule"], row["rule_version"]),
        *(row["observed_at"], row["strength"], bool(row["approximate"]), row["evidence"]),
    )


def _hold(row: Row) -> Values:
    observed = row["observed_at"].replace(tzinfo=UTC) if row["observed_at"] else None
    return (
        *(row["hold_id"], row["account_id"] or "", row["code"], row["act_kind"] or "", observed, row["until"]),
        *(row["sentence"], row["evidence"] or []),
    )


def _remark(row: Row) -> Values:
    return (row["remark_id"], row["kind"], row["language"] or "", row["themes"] or [], row["at"], row["piece"])


def _hold_order(hold: Row) -> tuple[Any, ...]:
    """Holds for everything before those for one kind of act; what lasts for ever, then what lasts longest, first."""
    until = hold["until"].toordinal() if hold["until"] else 0
    return (bool(hold["act_kind"]), hold["code"] not in _FIRST_HOLDS, bool(until), -until, hold["hold_id"])


def _spells(employments: list[Row]) -> list[Row]:
    """Each spell once, the newest first."""
    spells = {(row["account_id"], row["company_name"], row["started_on"]): row for row in employments}
    dated = sorted(spells.values(), key=lambda row: row["started_on"] or datetime.min.date(), reverse=True)  # noqa: DTZ901  # a day, not an instant
    return [row for row in dated if row["account_id"] or row["company_name"]]


def _employment(row: Row, accounts: dict[str, Row]) -> Row:
    company = accounts.get(row["account_id"] or "", {}).get("name") or row["company_name"] or row["account_id"]
    days = {name: row[name].isoformat() if row[name] else None for name in ("started_on", "ended_on")}
    return {"company": company, "title": row["title"] or "", **days}
