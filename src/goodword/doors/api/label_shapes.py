"""The shapes of what colleagues say that sentences mean."""

from datetime import datetime
from typing import Annotated

from ninja import Field, Schema
from pydantic import BaseModel, ConfigDict

from goodword.doors.api.words import OneOf, Text
from goodword.programme.labels.models import KINDS

LARGEST = 10**12
LabelKind = Annotated[str, OneOf(KINDS)]
LabelTable = Annotated[str, OneOf(("interactions", "posts", "responses"))]


class LabelOut(BaseModel):
    """What somebody said that a sentence means."""

    label_id: int
    person_id: str
    table: str
    record_id: str
    start: int
    end: int
    kind: str
    said: str = Field(description="The kind that the listener heard; empty where it heard nothing.")
    probability: float | None
    model_version: str
    way: str = Field(description="How somebody came to say it: by `hand`, or asked in `doubt` or at `random`.")
    at: datetime
    withdrawn: bool


class LabelsOut(BaseModel):
    """What colleagues said of a person's sentences."""

    person_id: str
    labels: list[LabelOut] = Field(description="The one that counts of each sentence, the newest first.")


class LabelIn(Schema):
    """What a sentence means."""

    model_config = ConfigDict(extra="forbid")

    table: LabelTable
    record_id: Text = Field(min_length=1, max_length=1_000)
    start: int = Field(ge=0, le=LARGEST, description="Offset of the sentence's first character in the record's text.")
    end: int = Field(ge=1, le=LARGEST, description="Offset just past its last.")
    kind: LabelKind
