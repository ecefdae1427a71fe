"""The shapes of themes: who speaks of what, and how colleagues have that shown."""

from datetime import date, datetime
from typing import Annotated

from ninja import Field, Schema
from pydantic import BaseModel, ConfigDict

from goodword.doors.api.shapes import NEXT, Piece, RemarkOut
from goodword.doors.api.words import OneOf, Text
from goodword.programme.themes.models import DEEDS

DeedWord = Annotated[str, OneOf(DEEDS)]


class ShareOut(BaseModel):
    """A share with the interval that 95 of 100 comparable counts would have (Wilson)."""

    point: float
    low: float
    high: float


class ThemeOut(BaseModel):
    """What some people speak of."""

    theme: str = Field(description="As it was heard; what other operations name it by.")
    name: str = Field(description="What it is called.")
    people: int
    share: ShareOut | None = Field(description="Of everybody who praised, wished or complained.")
    accounts: int
    good_words: int
    wishes: int
    complaints: int
    newest: Piece | None = Field(description="The newest good words about it; the newest words if none are good.")
    person_id: str = Field(description="Who said them.")


class Themes(BaseModel):
    """A page of themes."""

    generation: int
    as_of: date
    count: int
    people: int = Field(description="How many people praised, wished or complained at all.")
    items: list[ThemeOut] = Field(description="Those of most people first.")
    next_cursor: str | None = Field(description=NEXT)


class SpeakerOut(BaseModel):
    """Somebody who speaks of a theme."""

    person_id: str
    remarks: list[RemarkOut] = Field(description="Their three newest words about it.")
    more: int = Field(description="How many more there are.")


class Speakers(BaseModel):
    """A page of those who speak of a theme."""

    generation: int
    as_of: date
    theme: str
    name: str
    count: int
    items: list[SpeakerOut] = Field(description="Who spoke of it last stands first.")
    next_cursor: str | None = Field(description=NEXT)


class ThemeChangeOut(BaseModel):
    """What a colleague said of a theme."""

    change_id: int
    theme: str = Field(description="As it was heard.")
    deed: str
    to: str = Field(description="What it is called, or the theme that it is counted with, as that was heard.")
    at: datetime
    withdrawn: bool


class ThemeChanges(BaseModel):
    """What stands of what colleagues said of themes."""

    items: list[ThemeChangeOut] = Field(description="The newest first.")


class ThemeChangeIn(Schema):
    """What to say of a theme."""

    model_config = ConfigDict(extra="forbid")

    theme: Text = Field(min_length=1, max_length=500, description="As it was heard.")
    deed: DeedWord = Field(
        description="rename: call it otherwise; merge: count it with another; hide: show it nowhere."
    )
    to: Text = Field("", max_length=500, description="The name, or the other theme as it was heard; empty for hide.")
