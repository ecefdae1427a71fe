"""Kinds of acts, for programs: what each takes, what it needs, and who may ask."""

from django.http import HttpRequest
from pydantic import BaseModel, Field

from goodword.doors.api.operations import Operations
from goodword.doors.web.policies import may
from goodword.programme.permissions.facts import policies_of_kinds
from goodword.programme.permissions.wording import kind_label
from goodword.programme.team.roles import Right

kinds = Operations("kinds")


class KindOut(BaseModel):
    """A kind of act."""

    code: str = Field(description="Its name in data.")
    name: str = Field(description="What it is called, in the language asked for.")
    minutes: int = Field(description="Of their time, all in all.")
    load: int = Field(description="What it weighs of what a person bears in a quarter.")
    rest_days: int = Field(description="How long they are left in peace at least, unless they say no to it.")
    audience: str = Field(description="Who sees it, where nobody says otherwise.")
    by_choice: bool = Field(description="Whether people may be chosen for it; otherwise they are drawn by lot.")
    asked_for: bool = Field(description="Whether anybody is ever asked for it.")
    public_review: bool = Field(description="Whether it is a review on a site of others.")
    needs_person: bool = Field(description="Whether the person must have granted it before it is done or published.")
    needs_company: bool = Field(description="Whether their company must have granted it as well.")
    company_first: bool = Field(description="Whether the company must have granted it before the person is asked.")
    needs_qualified: bool = Field(description="Whether nobody is asked who is known to have neither budget nor say.")
    at_a_time: bool = Field(description="Whether it is a meeting, for which both sides agree on a time.")
    needs_story: bool = Field(description="Whether their company must have an approved story before they are asked.")
    asked_by: list[str] = Field(description="The roles that may ask; empty for all that may ask at all.")


class Kinds(BaseModel):
    """Every kind of act, in the order of lists."""

    items: list[KindOut]


@kinds.operation("GET", "/kinds", may(Right.SEE_SETTINGS), Kinds)
def list_kinds(request: HttpRequest) -> Kinds:  # noqa: ARG001  # Django hands it over
    """The kinds of acts with what each takes and needs."""
    names = [name for name in KindOut.model_fields if name not in {"name", "asked_by"}]
    return Kinds(
        items=[
            KindOut(
                name=kind_label(kind.code),
                asked_by=list(kind.asked_by),
                **{name: getattr(kind, name) for name in names},
            )
            for kind in policies_of_kinds().values()
        ]
    )
