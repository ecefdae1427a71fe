"""The shapes of answers about accounts."""

from datetime import date

from pydantic import BaseModel, Field

from goodword.doors.api.shapes import NEXT, Piece


class AccountOut(BaseModel):
    """An account as lists show it. What was published before accounts had pages has names and numbers of people."""

    account_id: str
    name: str
    industry: str
    segment: str
    country: str
    region: str
    plan: str
    status: str = Field(description="active, churned or prospect; empty where it is not known.")
    employees: int | None
    started_on: date | None = Field(description="The day it became a customer.")
    renews_on: date | None = Field(description="Last day of the contract that runs longest.")
    parent_account_id: str
    people: int = Field(description="How many people of it are known.")
    states: dict[str, int] = Field(description="How many of them stand where; `ready` only with see_scores.")
    kinds: dict[str, int] = Field(description="How many of them have a signal of each kind there is.")
    sponsors_gone: int = Field(description="How many left it who paid, decided or spoke for us.")
    owner_email: str = Field(default="", description="Who cares for it; only with see_contacts.")
    domains: list[str] = Field(default=[], description="Only with see_contacts.")
    arr: float | None = Field(default=None, description="What it pays a year; only with see_scores.")
    currency: str = Field(default="", description="Only with see_scores.")


class HoldCount(BaseModel):
    code: str
    people: int = Field(description="How many people of the account it holds.")


class ThemeCount(BaseModel):
    theme: str
    count: int = Field(description="In how many of their good words it is.")
    people: int = Field(default=0, description="How many people said these good words.")
    complaints: int = Field(default=0, description="How many complaints are about the same.")
    wishes: int = Field(default=0, description="How many wishes are about the same.")


class MoveOut(BaseModel):
    """Somebody left the account, or came to it."""

    way: str = Field(description="left or came.")
    person_id: str
    on: date | None = Field(description="The day, where it is certain; null where only the two below are known.")
    not_before: date | None = Field(description="It was on this day or later.")
    not_after: date | None = Field(description="It was on this day or earlier.")
    company: str = Field(description="Where they went or came from; empty where that is not known.")
    account_id: str = Field(description="That company, where it is an account you see.")


class RiskOut(BaseModel):
    """Somebody who mattered to the account is gone from it."""

    kind: str = Field(description="sponsor_gone.")
    person_id: str = Field(description="Who, where you see them.")
    role: str = Field(description="pays, influence or advocate: the weightiest.")
    how: str = Field(description="The kind of evidence that they left.")
    observed_on: date = Field(description="The day they left, or the latest it can have been.")
    approximate: bool
    sentence: str
    table: str | None = Field(description="The table of the record that tells; null where you do not see records.")
    record_id: str | None


class KnownName(BaseModel):
    name: str
    known_by: str = Field(description="How it was known that this is the company, as in the contract `companies`.")
    problem: str = Field(default="", description="ambiguous_name where several companies are called so.")


class KnownDomain(BaseModel):
    domain: str
    known_by: str


class FormerName(BaseModel):
    name: str
    until: date | None = Field(description="The day its next name began.")


class CompanyOut(BaseModel):
    """What else the account is called, and with whom it is one company."""

    known_by: str = Field(description="How it was known that the accounts of `also` are the same company.")
    problem: str = Field(description="own_parent or circular_parents; empty where nothing is wrong.")
    also: list[str] = Field(description="Other accounts of the company, those you see.")
    aliases: list[str]
    before: list[FormerName]
    names: list[KnownName]
    domains: list[KnownDomain] = Field(description="Only with see_contacts.")


class ActOut(BaseModel):
    act_id: str
    kind: str
    done_on: date
    url: str


class AccountWords(BaseModel):
    person_id: str
    words: Piece


class AccountDetail(AccountOut):
    said: dict[str, int] = Field(description="How many remarks of theirs there are of each kind; only with see_words.")
    themes: list[ThemeCount] = Field(description="What their good words are about; only with see_words.")
    holds: list[HoldCount] = Field(description="Only with see_words and see_scores.")
    words: list[AccountWords] = Field(description="The newest good word of each who said one, the newest first.")
    risks: list[RiskOut] = Field(description="Who mattered and is gone, the newest first.")
    company: CompanyOut
    moves: list[MoveOut] = Field(description="Of people you see, the newest first.")
    acts: list[ActOut] = Field(description="What was done there, the newest first, 20 at most.")


class Accounts(BaseModel):
    """A page of accounts."""

    generation: int
    as_of: date
    count: int = Field(description="How many there are in all.")
    items: list[AccountOut]
    next_cursor: str | None = Field(description=NEXT)
