"""What programs are told of public reviews: sites, draws, and the proof of each. Nobody is named."""

from datetime import date, datetime

from ninja import Field, Schema
from pydantic import BaseModel, ConfigDict

from goodword.doors.api.shapes import NEXT
from goodword.doors.api.words import Text
from goodword.programme.lots.models import MOST_DRAWN, REVIEW

_LONGEST_NAME, _LONGEST_URL, _LONGEST_DISCLOSURE, _LONGEST_DAYS = 80, 500, 1_000, 3_660


class SiteIn(Schema):
    """A site with all its rules."""

    model_config = ConfigDict(extra="forbid")

    name: Text = Field(max_length=_LONGEST_NAME, description="As your customers know it.")
    url: Text = Field(max_length=_LONGEST_URL, description="Where one writes the review.")
    disclosure: Text = Field(max_length=_LONGEST_DISCLOSURE, description="Stands in every invitation.")
    days_between: int = Field(365, ge=1, le=_LONGEST_DAYS, description="From one draw of a person to the next.")
    size: int = Field(20, ge=1, le=MOST_DRAWN, description="How many a draw draws; all, where fewer may be drawn.")
    active: bool = Field(default=True, description="Whether people are drawn for it.")
    act_kind: Text = Field(REVIEW, max_length=40, description="What they are drawn for; a kind that goes by lot.")


class LotIn(Schema):
    """Nothing: a lot takes no wishes."""

    model_config = ConfigDict(extra="forbid")


class SiteOut(BaseModel):
    """A site of public reviews."""

    site_id: int
    name: str
    url: str
    disclosure: str
    days_between: int
    size: int
    active: bool
    act_kind: str


class Sites(BaseModel):
    """Every site, in the order of names."""

    items: list[SiteOut]


class DrawOut(BaseModel):
    """A draw, and what became of those who were drawn."""

    draw_id: int
    site_id: int
    as_of: date
    promise: str = Field(description="The hash of its seed, written down before anybody knew who could be drawn.")
    promised_at: datetime
    done: bool
    eligible: int
    drawn: int
    invited: int
    waiting: int
    excluded: int


class Draws(BaseModel):
    """A page of draws, the newest first."""

    items: list[DrawOut]
    next_cursor: str | None = Field(description=NEXT)


class DrawAsked(BaseModel):
    """What came of asking for a draw."""

    draw: DrawOut | None = Field(description="The draw, where few people are known; null where a worker draws.")
    job_id: int | None = Field(description="The job in which a worker draws; null where it is done.")


class ComparedOut(BaseModel):
    """How the drawn differed from all who could be drawn, in one column."""

    column: str
    eligible: int
    drawn: int
    correlation: float | None
    spread: float | None = Field(description="Usual size of the correlation under a blind lot.")
    p: float = Field(description="Share of equally large groups that differ at least as much.")


class LotProofOut(BaseModel):
    """What shows that a draw was a lot."""

    draw: DrawOut
    seed: str
    left_out: dict[str, int] = Field(description="How many could not be drawn, by why.")
    erased_since: int
    faults: list[str] | None = Field(description="What does not fit; null where so many that it was not looked at.")
    compared: list[ComparedOut]
