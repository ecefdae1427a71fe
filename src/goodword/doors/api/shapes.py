"""The shapes of answers. What may be left out depends on the rights of the caller; null means: not known."""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, Field

NEXT = "Send it as `cursor` to get the next page; null on the last one."


class Problem(BaseModel):
    """What went wrong, as RFC 9457 has it."""

    type: str = Field(description="A name for this kind of problem; it ends with the code.")
    title: str = Field(description="What happened, a sentence.")
    status: int
    code: str = Field(description="A short name for programs.")
    detail: str = Field(description="What to do.")
    retry: bool = Field(description="Whether the same call may succeed later.")
    errors: list[dict[str, str]] | None = Field(
        default=None, description="Which parts of the request are wrong, and why."
    )


class Me(BaseModel):
    """Who you are here."""

    user_id: str
    name: str
    email: str
    role: str
    rights: list[str] = Field(description="What this token may do and see.")
    own_accounts_only: bool
    token_id: int
    token_name: str
    token_scope: str
    token_expires_at: datetime


class GenerationOut(BaseModel):
    """What was published last."""

    number: int
    as_of: date
    published_at: datetime | None
    synthetic: bool = Field(description="Whether the data is made up.")
    people: int
    states: dict[str, int] = Field(description="How many people stand where.")
    kinds: dict[str, int] = Field(description="How many people have a signal of each kind.")
    moments: dict[str, int]


class Account(BaseModel):
    account_id: str
    name: str


class Piece(BaseModel):
    """A piece of evidence: exact words, or what was counted."""

    table: str | None = None
    id: str | None = Field(default=None, description="The record; null for those who may not see records.")
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    numbers: dict[str, Any] = {}
    at: str | None = None
    channel: str | None = None
    title: str | None = None
    language: str | None = None
    before: str | None = None
    after: str | None = None


class Best(BaseModel):
    """How likely somebody accepts and completes an act if asked now."""

    act: str
    low: float
    likelihood: float
    high: float


class HoldLine(BaseModel):
    code: str
    sentence: str
    until: date | None


class PersonOut(BaseModel):
    """A person as lists show them."""

    person_id: str
    name: str
    title: str
    account: Account | None
    state: str = Field(description="ready, unknown, resting or silent; empty where it may not be told.")
    kinds: list[str] = Field(description="Kinds of signals they have.")
    pays: bool | None
    influence: str
    language: str
    left_on: date | None
    approximate: bool
    fresh_at: datetime | None = Field(description="When the newest signal was observed.")
    hold: HoldLine | None
    words: Piece | None = Field(description="Their newest good word.")
    email: str = Field(default="", description="Only with the right see_contacts.")
    owner_email: str = Field(default="", description="Who cares for their account; only with see_contacts.")
    keys: list[str] = Field(default=[], description="What sources call them; only with see_contacts.")
    account_arr: float | None = Field(default=None, description="Only with see_scores.")
    account_currency: str = Field(default="", description="Only with see_scores.")
    best: Best | None = Field(default=None, description="Only with see_scores; null where it is not known.")


class EmploymentEnd(BaseModel):
    """How it is known when somebody came or left."""

    not_before: date | None = Field(description="It was on this day or later.")
    not_after: date | None = Field(description="It was on this day or earlier.")
    by: str = Field(description="The kind of evidence; empty where you may not see it.")
    table: str = Field(description="The kind of its record.")
    id: str | None = Field(description="The record; null where there is no single one, or you may not see it.")


class EmploymentOut(BaseModel):
    """A job somebody has or had."""

    company: str
    account_id: str = Field(description="The company, where it is an account you see.")
    title: str
    started_on: date | None = Field(description="First day, where a record states it.")
    ended_on: date | None = Field(description="Last day, where a record states it.")
    started: EmploymentEnd | None = Field(description="What is known of the start; null where nothing is.")
    ended: EmploymentEnd | None = Field(description="What is known of the end; null where nothing tells of one.")
    problems: list[str] = Field(description="What is wrong with the record of it.")


class PersonDetail(PersonOut):
    employments: list[EmploymentOut] = Field(description="What goes on first, then what ended last.")


class People(BaseModel):
    """A page of people."""

    generation: int
    as_of: date
    count: int = Field(description="How many there are in all.")
    cut: bool = Field(description="Whether a search found more than it looked at.")
    items: list[PersonOut]
    next_cursor: str | None = Field(description=NEXT)


class SignalOut(BaseModel):
    signal_id: str
    kind: str
    rule: str
    rule_version: int
    observed_at: datetime
    strength: float
    approximate: bool
    evidence: list[Piece]


class HoldOut(BaseModel):
    hold_id: str | None = Field(description="Null where the reason may not be seen.")
    code: str
    act_kind: str = Field(description="The kind of act it is for; empty for all.")
    observed_at: datetime | None
    until: date | None
    sentence: str
    evidence: list[Piece]


class LikelihoodOut(BaseModel):
    act: str
    state: str
    known: bool
    low: float | None
    likelihood: float | None
    high: float | None
    reasons: list[dict[str, Any]] = Field(description="What it is made of: weights on the scale of log odds.")


class RemarkOut(BaseModel):
    remark_id: str
    kind: str
    language: str
    themes: list[str]
    at: datetime | None
    piece: Piece


class MomentOut(BaseModel):
    """Something that just happened and deserves an answer."""

    person_id: str
    name: str
    account: Account | None
    kind: str = Field(description="Of the signal that leads; empty where it may not be seen.")
    act: str = Field(description="The kind of act that follows; empty where they have left.")
    raised_at: datetime
    resting: bool
    further: int = Field(description="How many signals it bundles beyond the leading one.")
    words: Piece | None
    why: list[str] = Field(description="Why now.")


class Moments(BaseModel):
    """A page of moments."""

    generation: int
    as_of: date
    items: list[MomentOut]
    next_cursor: str | None = Field(description=NEXT)


class AnswerOut(BaseModel):
    """What was done about a moment."""

    answer_id: int
    person_id: str
    verb: str
    until: date | None
    at: datetime


class HitOut(BaseModel):
    """Something a search found."""

    kind: str = Field(description="person or account.")
    id: str
    label: str
    detail: str
    matched: str = Field(description="By what it was found.")


class Hits(BaseModel):
    """What a search found."""

    items: list[HitOut]
