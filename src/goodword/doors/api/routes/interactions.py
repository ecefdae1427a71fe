"""Interactions: what somebody said just now, kept like any load, heard, and on Today within a second; or only heard."""

from datetime import UTC, datetime
from typing import Annotated, Any

from django.conf import settings
from django.http import Http404, HttpRequest
from ninja import Field, Schema
from pydantic import BaseModel, ConfigDict

from goodword.doors.api.operations import Operations
from goodword.doors.api.routes.seeing import seen_person
from goodword.doors.api.words import Instant, OneOf, Text
from goodword.doors.web.policies import may, principal_in
from goodword.programme.people.one_person import one_person
from goodword.programme.team.roles import Right
from goodword.programme.themes.shaping import Shape, shape_now
from goodword.runs.arriving import CHANNELS, LONGEST, Said, account_meant
from goodword.runs.at_once import Heard, hear_at_once, hear_only
from goodword.runs.workspace import open_workspace

interactions = Operations("interactions")

_LONGEST_NAME = 200
LONGEST_HEARD = 20_000
"""Characters of a text that is only heard; the caller waits for it."""


class InteractionIn(Schema):
    """What somebody said."""

    model_config = ConfigDict(extra="forbid")

    text: Text = Field(min_length=1, max_length=LONGEST, description="The words, exactly as they were said.")
    channel: Annotated[str, OneOf(CHANNELS)] = Field("email", description="How.")
    at: Instant | None = Field(None, description="When; now if empty. UTC where it names no zone.")
    interaction_id: Text = Field(
        "", max_length=_LONGEST_NAME, description="Your name of it: sent again, it is the same one."
    )
    account_id: Text = Field("", max_length=_LONGEST_NAME, description="The account it is about; theirs if empty.")
    subject: Text = Field("", max_length=1000, description="Its title.")


class HeardOut(BaseModel):
    """One sentence that means something for advocacy."""

    kind: str = Field(description="praise, win, thanks, complaint, wish or neutral.")
    quote: str = Field(description="The exact words.")
    start: int = Field(description="Where they begin in the text.")
    end: int = Field(description="Where they end.")
    probability: float = Field(description="How likely the kind is right, 0 to 1.")
    polarity: float = Field(description="From -1, bitter, to 1, delighted.")
    themes: list[str]
    outcome: dict[str, str | None] | None = Field(description="What changed, where figures say so.")
    model_version: str = Field(description="Who heard it.")


class TextIn(Schema):
    """A text that is heard and not kept."""

    model_config = ConfigDict(extra="forbid")

    text: Text = Field(min_length=1, max_length=LONGEST_HEARD, description="The words.")
    channel: Annotated[str, OneOf(CHANNELS)] = Field("email", description="How they were said.")


class HearingOut(BaseModel):
    """What is heard in a text."""

    remarks: list[HeardOut]


class InteractionOut(BaseModel):
    """What came of it."""

    interaction_id: str
    person_id: str
    new: bool = Field(description="False where it was there already.")
    remarks: list[HeardOut]
    signal_id: str | None = Field(description="The signal that leads their moment now; null where it raised none.")
    resting: bool = Field(description="Their moment waits until they may be asked again.")
    why_not: str | None = Field(description="Why it raised none: nothing, opted_out or old.")
    at: datetime


@interactions.operation(
    "POST", "/people/{person_id}/interactions", may(Right.LOAD_DATA, Right.SEE_WORDS), InteractionOut
)
def post_interaction(request: HttpRequest, person_id: str, payload: InteractionIn) -> InteractionOut:
    """Keep what somebody said, hear it, and raise their moment at once; sent again, it changes nothing."""
    listed = seen_person(request, person_id)
    person = one_person(listed.person_id)
    if person is None:
        raise Http404
    said = Said(
        text=payload.text,
        channel=payload.channel,
        at=payload.at,
        account_id=account_meant(payload.account_id) if payload.account_id else "",
        subject=payload.subject,
        text_id=payload.interaction_id,
    )
    workspace = open_workspace(settings.WORKSPACE)
    return _told(hear_at_once(workspace, person, said, by=principal_in(request).actor), person.today.person_id)


@interactions.operation("POST", "/hearing", may(Right.SEE_WORDS), HearingOut, keeps=False)
def post_hearing(request: HttpRequest, payload: TextIn) -> HearingOut:  # noqa: ARG001  # ninja hands it in
    """Hear a text as the next run would; nothing of it is kept, and an Idempotency-Key is not looked at."""
    heard = hear_only(open_workspace(settings.WORKSPACE), payload.text, channel=payload.channel)
    return HearingOut(remarks=[HeardOut.model_validate(row) for row in heard.to_pylist()])


def _told(heard: Heard, person_id: str) -> InteractionOut:
    moment, shape = heard.moment, shape_now()
    return InteractionOut(
        interaction_id=heard.arrived.record_id,
        person_id=person_id,
        new=heard.arrived.new,
        remarks=[_heard(row, shape) for row in heard.remarks.to_pylist()],
        signal_id=moment.signal_id if moment else None,
        resting=moment.resting if moment else False,
        why_not=heard.why_not or None,
        at=heard.arrived.row["at"].replace(tzinfo=UTC),
    )


def _heard(row: dict[str, Any], shape: Shape) -> HeardOut:
    """A remark, with its themes as colleagues want them shown."""
    return HeardOut.model_validate(row | {"themes": shape.of(row["themes"] or ())})
