"""The shapes of permissions: what comes in, and what is told of them."""

from datetime import date
from typing import Annotated, Literal

from ninja import Field, Schema
from pydantic import BaseModel, ConfigDict

from goodword.doors.api.shapes import NEXT
from goodword.doors.api.words import OneOf, Text
from goodword.programme.permissions.deeds import Verb
from goodword.programme.permissions.kinds import AUDIENCES
from goodword.programme.permissions.saying import LONGEST_NAME, LONGEST_WORDING

KindWord = Annotated[str, Field(max_length=40, pattern=r"^[a-z0-9_]*$")]
AudienceWord = Annotated[str, OneOf(["", *AUDIENCES])]
VerbWord = Annotated[str, OneOf([verb.value for verb in Verb])]


class ProofIn(Schema):
    """How you know. Files are added on the pages and on the console."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["said", "email", "form"] = Field("said")
    said_to: Text = Field("", max_length=LONGEST_NAME, description="With `said`: whom of yours they told.")
    wording: Text = Field("", max_length=LONGEST_WORDING, description="What they were shown, or what they wrote.")
    reference: Text = Field("", max_length=LONGEST_NAME, description="Where the e-mail or form is.")


class GrantIn(Schema):
    """A word of a person or a company; empty means any."""

    model_config = ConfigDict(extra="forbid")

    state: Literal["granted", "denied"]
    act_kind: KindWord = Field("", description="Empty for every kind of act.")
    audience: AudienceWord = Field("", description="Needed to grant: named prospects, private or public.")
    prospect: Text = Field("", max_length=LONGEST_NAME, description="With `named`, the one prospect.")
    asset: Text = Field("", max_length=LONGEST_NAME, description="The id of one thing, such as a story.")
    channel: Text = Field("", max_length=LONGEST_NAME)
    territory: Text = Field("", max_length=LONGEST_NAME)
    given_on: date = Field(description="The day they said it.")
    expires_on: date | None = Field(None, description="The first day without it.")
    proof: ProofIn | None = Field(None, description="Needed to grant.")
    reason: Text = Field("", max_length=LONGEST_NAME, description="Stands on the audit trail, for good. No names.")


class WithdrawalIn(Schema):
    """Why a word counts no more."""

    model_config = ConfigDict(extra="forbid")

    why: Literal["withdrawn", "mistake"] = Field(
        "withdrawn", description="They took it back; or they never said it, and the word before counts again."
    )
    on: date | None = Field(None, description="The day they took it back; today if empty.")
    reason: Text = Field("", max_length=300, description="For your own people only.")


class MayFilter(Schema):
    """What somebody wants to do."""

    verb: VerbWord = Field(description="To contact and to ask, nothing may be denied; the others need grants.")
    act_kind: KindWord = Field("", description="Needed for everything but to contact.")
    audience: AudienceWord = Field("", description="That of the act kind if empty.")
    prospect: Text = Field("", max_length=LONGEST_NAME, description="With `named`, which one; any of them if empty.")
    asset: Text = Field("", max_length=LONGEST_NAME, description="The id of one thing; nothing in particular if empty.")
    channel: Text = Field("", max_length=LONGEST_NAME, description="Where it would appear; anywhere if empty.")
    territory: Text = Field("", max_length=LONGEST_NAME, description="For which country or region; all if empty.")
    by_lot: bool = Field(default=False, description="Whether they were drawn from everybody, not chosen.")


class ProofOut(BaseModel):
    """How we know; the kind alone for those who do not see whole records."""

    kind: str
    said_to: str | None = None
    wording: str | None = None
    reference: str | None = None
    file_name: str | None = None
    file_sha256: str | None = None


class WithdrawalOut(BaseModel):
    """That a word was taken back, or never said."""

    why: str
    withdrawn_on: date


class GrantOut(BaseModel):
    """A word."""

    grant_id: int
    person_id: str | None
    account_id: str | None
    state: str = Field(description="granted or denied; whether it counts follows from its days and its withdrawal.")
    act_kind: str | None
    audience: str
    prospect: str
    asset: str
    channel: str
    territory: str
    given_on: date
    expires_on: date | None
    proof: ProofOut
    withdrawal: WithdrawalOut | None


class Grants(BaseModel):
    """A page of words, what was recorded last first."""

    items: list[GrantOut]
    next_cursor: str | None = Field(description=NEXT)


class RefusalOut(BaseModel):
    """Why something may not be done."""

    code: str
    sentence: str
    mend: str


class MayOut(BaseModel):
    """Whether something may be done today."""

    may: bool
    refusal: RefusalOut | None


class DependantOut(BaseModel):
    """One thing that hangs on a word."""

    what: str = Field(description="act or ask.")
    id: str
    act_kind: str
    day: date
    url: str


class WithdrawnOut(BaseModel):
    """A word that counts no more, and everything that has to be looked at because of it."""

    grant_id: int
    withdrawal: WithdrawalOut
    dependants: list[DependantOut]
