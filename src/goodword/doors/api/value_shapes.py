"""The shapes of what records say of a person where they differ, and of what colleagues put right."""

from datetime import date, datetime
from typing import Annotated

from ninja import Field, Schema
from pydantic import BaseModel, ConfigDict

from goodword.doors.api.words import OneOf, Text
from goodword.evidence.records.values import PERSON_FIELDS
from goodword.programme.people.policies import LONGEST_REASON
from goodword.programme.people.values import LONGEST_VALUE

FieldWord = Annotated[str, OneOf(PERSON_FIELDS)]


class TellerOut(BaseModel):
    """A record that gives a value."""

    source: str = Field(description="Empty for what we know ourselves.")
    table: str
    record_id: str
    said_on: date | None


class ValueOut(BaseModel):
    """A value of a field of which several are told."""

    field: str
    value: str
    counts: bool = Field(description="Whether it is the one that counts, as of the last run.")
    verified: str = Field(description="How it is verified; empty for a mere row.")
    verified_on: date | None
    said: list[TellerOut]


class CorrectionOut(BaseModel):
    """What a colleague put right."""

    correction_id: int
    person_id: str
    field: str
    value: str
    reason: str
    at: datetime
    withdrawn: bool


class ValuesOut(BaseModel):
    """Where the records of a person differ; the value that counts stands first in its field."""

    person_id: str
    values: list[ValueOut]
    corrections: list[CorrectionOut] = Field(description="Those that nobody took back, the newest first.")


class CorrectionIn(Schema):
    """What is right, and how you know."""

    model_config = ConfigDict(extra="forbid")

    field: FieldWord
    value: Text = Field(
        min_length=1, max_length=LONGEST_VALUE, description="As records have it: `true`, `high`, a day as 2026-11-01."
    )
    reason: Text = Field(min_length=1, max_length=LONGEST_REASON)


class TakingBackIn(Schema):
    """Why a correction is taken back."""

    model_config = ConfigDict(extra="forbid")

    reason: Text = Field("", max_length=LONGEST_REASON)
