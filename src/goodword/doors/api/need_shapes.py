"""The shapes of needs: what comes in, and what is told of them and of who fits."""

from datetime import date, datetime
from typing import Self

from ninja import Field, Schema
from pydantic import BaseModel, ConfigDict, model_validator

from goodword.doors.api.grant_shapes import KindWord
from goodword.doors.api.shapes import NEXT
from goodword.doors.api.words import Text
from goodword.programme.needs.wanting import LONGEST_NAME, LONGEST_TEXT, MOST_EMPLOYEES


class NeedIn(Schema):
    """What is needed; empty where anybody will do."""

    model_config = ConfigDict(extra="forbid")

    act_kind: KindWord = Field("reference_call", description="What for.")
    prospect: Text = Field("", max_length=LONGEST_NAME, description="Who it is for.")
    deal_id: Text = Field("", max_length=LONGEST_NAME, description="The deal, as your CRM calls it.")
    industry: Text = Field("", max_length=LONGEST_NAME, description="Of the company that would speak.")
    employees: int | None = Field(None, ge=0, le=MOST_EMPLOYEES, description="About how many people it has.")
    region: Text = Field("", max_length=LONGEST_NAME, description="Where it is.")
    role: Text = Field("", max_length=LONGEST_NAME, description="Of whom is wanted.")
    product: Text = Field("", max_length=LONGEST_NAME, description="What they use of ours.")
    use_case: Text = Field("", max_length=LONGEST_NAME, description="What for.")
    competitor: Text = Field("", max_length=LONGEST_NAME, description="What they used before.")
    language: Text = Field("", max_length=LONGEST_NAME, description="They speak, as a code.")
    text: Text = Field("", max_length=LONGEST_TEXT, description="In your own words. Customers never read it.")
    needed_by: date | None = Field(None, description="The last day on which it helps.")
    urgent: bool = Field(default=False, description="Whether it goes before others.")


class NeedOut(BaseModel):
    """A need."""

    need_id: int
    standing: str = Field(description="open, claimed, asked, agreed, refused, story, done, missed or cancelled.")
    act_kind: str
    prospect: str
    deal_id: str
    industry: str
    employees: int | None
    region: str
    role: str
    product: str
    use_case: str
    competitor: str
    language: str
    text: str
    needed_by: date | None
    urgent: bool
    filed_at: datetime


class Needs(BaseModel):
    """A page of needs, what was filed last first."""

    items: list[NeedOut]
    next_cursor: str | None = Field(description=NEXT)


class PointOut(BaseModel):
    """One point of a fit."""

    name: str
    state: str = Field(description="same, near, different or unknown.")
    wanted: str
    there: str = Field(description="What is known; empty where you may not read how we know.")


class MatchOut(BaseModel):
    """Somebody, or a story, who fits and is free."""

    person_id: str | None
    story_id: int | None
    chosen: bool = Field(description="Whether all open needs together leave them to this one.")
    fit_low: float = Field(description="If nothing that is not known fits.")
    fit_high: float = Field(description="If all of it does.")
    points: list[PointOut]


class ObstacleOut(BaseModel):
    """What stands in the way, as a count: nobody is named."""

    code: str
    people: int
    opens_on: date | None
    sentence: str
    mend: str


class ClaimOut(BaseModel):
    """Who or what was chosen for a need."""

    person_id: str | None = Field(description="Null where it is a story, or somebody in the care of others.")
    story_id: int | None
    standing: str = Field(description="claimed, asked, agreed or story.")


class ChosenIn(Schema):
    """One of the matches: a person or a story."""

    model_config = ConfigDict(extra="forbid")

    person_id: Text = Field("", max_length=LONGEST_NAME)
    story_id: int | None = Field(None, ge=1, le=2**63 - 1)

    @model_validator(mode="after")
    def _one(self) -> Self:
        if bool(self.person_id) == (self.story_id is not None):
            raise ValueError("name a person or a story, one of the two")
        return self


class PassIn(ChosenIn):
    """Who or what does not fit."""

    reason: Text = Field(max_length=LONGEST_NAME, description="Why; it stands on the audit trail. No names.")


class RefusalIn(Schema):
    """Why somebody is not asked."""

    model_config = ConfigDict(extra="forbid")

    reason: Text = Field(max_length=LONGEST_NAME, description="Why; it stands on the audit trail. No names.")


class NeedMatches(BaseModel):
    """A need with who and what fits it, the best first."""

    need: NeedOut
    claimed: ClaimOut | None = Field(description="Who or what was chosen for it; null where nobody was.")
    matched_as_of: date | None
    matches: list[MatchOut]
    obstacles: list[ObstacleOut]
