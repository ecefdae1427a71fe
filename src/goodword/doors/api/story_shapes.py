"""The shapes of stories: what comes in, what may be shown, and what is still in the making."""

from datetime import datetime
from typing import Annotated

from ninja import Field, Schema
from pydantic import BaseModel, ConfigDict

from goodword.doors.api.grant_shapes import KindWord
from goodword.doors.api.shapes import NEXT
from goodword.doors.api.words import OneOf, Text
from goodword.programme.permissions.kinds import AUDIENCES
from goodword.programme.stories.telling import LONGEST_TEXT, LONGEST_TITLE, MOST

LONGEST_ID = 200
MOST_EMPLOYEES = 2**31 - 1


class QuoteIn(Schema):
    """Words of somebody."""

    model_config = ConfigDict(extra="forbid")

    person_id: Text = Field(max_length=LONGEST_ID, description="Whose.")
    words: Text = Field(max_length=LONGEST_TEXT, description="As they stand in `text`, to the letter.")


class FigureIn(Schema):
    """What changed."""

    model_config = ConfigDict(extra="forbid")

    what: Text = Field(max_length=LONGEST_TITLE, description="Such as: to close the books.")
    before: Text = Field("", max_length=LONGEST_TITLE)
    after: Text = Field(max_length=LONGEST_TITLE)


class TellingIn(Schema):
    """What a story says."""

    model_config = ConfigDict(extra="forbid")

    title: Text = Field(max_length=LONGEST_TITLE)
    text: Text = Field(max_length=LONGEST_TEXT)
    quotes: list[QuoteIn] = Field(max_length=MOST, description="At least one.")
    outcomes: list[FigureIn] = Field(default_factory=list, max_length=MOST)
    audience: Annotated[str, OneOf(AUDIENCES)] = Field("public", description="Who is meant to see it.")
    language: Text = Field("", max_length=LONGEST_TITLE, description="Of the text, as a code.")
    industry: Text = Field("", max_length=LONGEST_TITLE, description="For whom it fits, this and what follows.")
    employees: int | None = Field(None, ge=0, le=MOST_EMPLOYEES)
    region: Text = Field("", max_length=LONGEST_TITLE)
    role: Text = Field("", max_length=LONGEST_TITLE, description="Of whom it speaks to.")
    products: list[Annotated[Text, Field(max_length=LONGEST_TITLE)]] = Field(default_factory=list, max_length=MOST)
    use_cases: list[Annotated[Text, Field(max_length=LONGEST_TITLE)]] = Field(default_factory=list, max_length=MOST)
    replaced: Text = Field("", max_length=LONGEST_TITLE, description="What they used before.")


class StoryIn(TellingIn):
    """A new story."""

    account_id: Text = Field(max_length=LONGEST_ID, description="Whose story it is.")
    act_kind: KindWord = Field("case_study", description="What it needs their permission for.")


class VersionIn(TellingIn):
    """A new version of a story."""

    follows: int = Field(ge=1, le=MOST_EMPLOYEES, description="The version you had before you.")


class ApprovalIn(Schema):
    """Which version was read."""

    model_config = ConfigDict(extra="forbid")

    version: int = Field(ge=1, le=MOST_EMPLOYEES)


class StoryWithdrawalIn(Schema):
    """Why a story is shown no more."""

    model_config = ConfigDict(extra="forbid")

    reason: Text = Field(max_length=LONGEST_TITLE, description="It stands on the audit trail. No names.")


class QuoteOut(BaseModel):
    """Words of somebody who allows them to be shown."""

    words: str
    name: str
    title: str


class FigureOut(BaseModel):
    """What changed."""

    what: str
    before: str
    after: str


class StoryOut(BaseModel):
    """A story as one version tells it."""

    story_id: int
    version: int
    account: str
    act_kind: str
    audience: str
    title: str
    text: str
    language: str
    quotes: list[QuoteOut]
    outcomes: list[FigureOut]
    industry: str
    employees: int | None
    region: str
    role: str
    products: list[str]
    use_cases: list[str]
    replaced: str
    written_at: datetime


class Stories(BaseModel):
    """A page of stories that may be shown, the newest first."""

    items: list[StoryOut]
    next_cursor: str | None = Field(description=NEXT)


class WhyNotOut(BaseModel):
    """Why a story may not be shown."""

    code: str
    sentence: str
    mend: str


class WantedChangeOut(BaseModel):
    """What somebody quoted wants changed before they allow a story."""

    name: str
    words: str
    said_at: datetime


class StoryMade(BaseModel):
    """A story in the making: its newest version, and where it stands."""

    newest: StoryOut
    approved: bool = Field(description="Whether the newest version is.")
    why_not: WhyNotOut | None = Field(description="Why nothing of it may be shown; null where something may.")
    wanted: list[WantedChangeOut] = Field(description="What those quoted want changed in the newest version.")


class StoriesMade(BaseModel):
    """A page of stories in the making, the newest first."""

    items: list[StoryMade]
    next_cursor: str | None = Field(description=NEXT)
