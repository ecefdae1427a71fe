"""The shapes of answers about data, work, settings, the team and the audit trail."""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, Field

from goodword.doors.api.shapes import NEXT


class SheetOut(BaseModel):
    """What became of one sheet of an import."""

    file: str
    sheet: str
    table: str
    source: str
    rows: int
    new: int
    changed: int
    same: int
    rejected: int
    problem: str


class ImportOut(BaseModel):
    """One import."""

    import_id: str
    at: datetime
    undone_at: datetime | None
    files: list[str]
    totals: dict[str, int]
    sheets: list[SheetOut]


class Imports(BaseModel):
    """A page of imports, the newest first."""

    items: list[ImportOut]
    next_cursor: str | None = Field(description=NEXT)


class JobOut(BaseModel):
    """A job: work that goes on after the call that asked for it."""

    job_id: int
    kind: str
    state: str = Field(description="waiting, running, done, failed or cancelled.")
    asked_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    stage: str
    done: int
    total: int
    error: dict[str, str] | None


class AuditOut(BaseModel):
    """One change of state."""

    number: int
    at: datetime
    actor_kind: str
    actor_id: str
    door: str
    verb: str
    noun: str
    object_id: str
    before: dict[str, Any]
    after: dict[str, Any]
    reason: str
    digest: str


class Audit(BaseModel):
    """A page of the audit trail, the newest first."""

    items: list[AuditOut]
    next_cursor: str | None = Field(description=NEXT)


class SettingOut(BaseModel):
    """One number or choice that can be set."""

    key: str
    label: str
    meaning: str
    value: bool | int | float | str
    default: bool | int | float | str
    origin: str = Field(description="Who said so: default, file or app.")


class Settings(BaseModel):
    items: list[SettingOut]


class MemberOut(BaseModel):
    """A colleague."""

    user_id: str
    name: str
    email: str
    role: str | None
    reach: str | None
    active: bool
    joined_at: datetime


class Team(BaseModel):
    items: list[MemberOut]


class TokenOut(BaseModel):
    """A token of yours."""

    token_id: int
    name: str
    scope: str
    begins_with: str
    made_at: datetime
    expires_at: datetime
    used_on: date | None
    revoked_at: datetime | None


class Tokens(BaseModel):
    items: list[TokenOut]
