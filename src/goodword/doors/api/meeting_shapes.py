"""The shapes of the meeting that a need came to: its times, and the one that was picked."""

from datetime import datetime
from typing import Literal

from ninja import Field, Schema
from pydantic import BaseModel, ConfigDict

from goodword.doors.api.words import Text
from goodword.programme.meetings.policies import LONGEST_PLACE
from goodword.programme.needs.wanting import LONGEST_NAME


class TimeOut(BaseModel):
    """One time that was proposed."""

    time_id: int
    starts_at: datetime
    minutes: int
    zone: str = Field(description="By which clock they said it.")


class MeetingOut(BaseModel):
    """How the meeting of a need stands."""

    state: str = Field(
        description="none, wanted (times are to come), no_time, offered, turned_down, picked, over (its time has "
        "passed) or ended."
    )
    times: list[TimeOut] = Field(description="Those that count now, the soonest first.")
    picked: TimeOut | None
    place: str = Field(description="How to join.")
    sequence: int | None = Field(description="Of what was picked or called off last; rises with every change.")
    calendar: str = Field(description="The entry for your calendar (RFC 5545); empty where no time is agreed.")


class PickIn(Schema):
    """Which time is picked."""

    model_config = ConfigDict(extra="forbid")

    time_id: int = Field(ge=1, le=2**63 - 1, description="One of `times`.")
    place: Text = Field("", max_length=LONGEST_PLACE, description="How to join: a link or a number.")
    instead_of: int | None = Field(
        None, ge=0, le=2**31 - 1, description="`sequence` of the pick it takes the place of; empty for the first."
    )


class EndIn(Schema):
    """How a need ended."""

    model_config = ConfigDict(extra="forbid")

    how: Literal["done", "missed", "cancelled"]
    reason: Text = Field("", max_length=LONGEST_NAME, description="Why, where it is cancelled. No names.")
