"""`goodword needs times`, `pick`, `other-times`, `call-off` and `end`: the meeting of a request, and how it ended."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from goodword.doors.cli.needs import Number, match_now, need_meant
from goodword.doors.cli.showing import Shape, out, say_if_synthetic, write_json
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit import clock
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.meetings.standing import Meeting, State


meetings = typer.Typer()


class How(StrEnum):
    """How a need ends that was met, or was not."""

    DONE = "done"
    MISSED = "missed"


@meetings.command("times")
def times(
    context: typer.Context,
    number: Number,
    *,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the result.")] = Shape.TABLE,
) -> None:
    """Show the times that were proposed for a meeting, and the one that was picked."""
    say_if_synthetic(workspace_of(context))
    told = _facts(_meeting(number))
    if shape is Shape.JSON:
        write_json(told)
        return
    lines = [f"Request {number}: {_standing_told(told['state'])}."]
    lines += [f"  {one['time_id']}  {one['starts_at']}  {one['minutes']} minutes" for one in told["times"]]
    if told["picked"]:
        lines.append(f"  Picked: {told['picked']}. {told['place']}".rstrip())
    out().print("\n".join(lines), soft_wrap=True)


@meetings.command("pick")
def pick(
    context: typer.Context,
    number: Number,
    time_id: Annotated[int, typer.Argument(metavar="TIME", help="Its id, see: goodword needs times NEED.")],
    *,
    place: Annotated[str, typer.Option("--place", help="How to join: a link or a number.")] = "",
    move: Annotated[bool, typer.Option("--move", help="Instead of the time that is picked already.")] = False,
) -> None:
    """Pick a time; both sides get a letter with an entry for their calendar."""
    workspace_of(context)
    from goodword.doors.mail.meetings import write
    from goodword.programme.meetings.actions.pick_slot import pick_slot
    from goodword.programme.meetings.models import Slot
    from goodword.programme.team.actor import Actor

    meeting = _meeting(number)
    slot = Slot.objects.filter(pk=time_id, offer__claim=meeting.claim).select_related("offer").first()
    if slot is None:
        raise GoodwordError(
            "no-time", f"Request {number} has no time {time_id}.", f"See: goodword needs times {number}"
        )
    instead_of = meeting.pick.sequence if move and meeting.pick and meeting.slot else None
    pick_slot(slot, write=write, by=Actor.console(), place=place, instead_of=instead_of)
    out().print(f"The time is agreed: {slot.starts_at:%Y-%m-%d %H:%M} UTC.")


@meetings.command("other-times")
def other_times(context: typer.Context, number: Number) -> None:
    """Say that none of the times suits; they are asked for others."""
    workspace_of(context)
    from goodword.doors.mail.meetings import write
    from goodword.programme.meetings.actions.call_off import ask_other_times
    from goodword.programme.team.actor import Actor

    ask_other_times(_meeting(number).claim, write=write, by=Actor.console())
    out().print("They are asked for other times.")


@meetings.command("call-off")
def off(context: typer.Context, number: Number) -> None:
    """Call a meeting off; both sides get a letter that takes the entry back."""
    workspace_of(context)
    from goodword.doors.mail.meetings import write
    from goodword.programme.meetings.actions.call_off import call_off
    from goodword.programme.team.actor import Actor

    held = call_off(_meeting(number).claim, write=write, by=Actor.console())
    out().print("The meeting is called off." if held else "No time was agreed.")


@meetings.command("end")
def end(
    context: typer.Context, number: Number, how: Annotated[How, typer.Argument(help="Whether it took place.")]
) -> None:
    """Say that a need is done or was missed; what was done is written down as an act."""
    workspace_of(context)
    from goodword.doors.mail.meetings import write
    from goodword.programme.meetings.actions.close_need import close_need
    from goodword.programme.team.actor import Actor

    close_need(need_meant(number), how.value, write=write, by=Actor.console())
    match_now(context)
    out().print(f"Request {number}: {how.value}.")


@meetings.command("reopen")
def reopen(context: typer.Context, number: Number) -> None:
    """Open a need again that has ended; the act that it came to counts no more."""
    workspace_of(context)
    from goodword.programme.needs.actions.end_need import reopen_need
    from goodword.programme.team.actor import Actor

    reopen_need(need_meant(number), by=Actor.console())
    match_now(context)
    out().print(f"Request {number} is open again.")


def _standing_told(state: "State") -> str:
    """How a meeting stands, in words."""
    from goodword.programme.meetings.wording import STATE_LABELS

    more = {"none": "nobody said yes to a meeting yet", "ended": "it has ended"}
    return more.get(state) or str(STATE_LABELS[state])


def _meeting(number: int) -> "Meeting":
    from goodword.programme.meetings.policies import no_meeting
    from goodword.programme.meetings.standing import meeting_of

    claim = need_meant(number).standing_claim
    if claim is None:
        raise no_meeting()
    return meeting_of(claim, now=clock.now())


def _facts(meeting: "Meeting") -> dict[str, Any]:
    return {
        "need_id": meeting.claim.need_id,
        "state": meeting.state,
        "times": [
            {
                "time_id": slot.pk,
                "starts_at": slot.starts_at.isoformat(),
                "minutes": slot.offer.minutes,
                "zone": slot.offer.zone,
            }
            for slot in meeting.slots
        ],
        "picked": meeting.slot.starts_at.isoformat() if meeting.slot else None,
        "place": meeting.pick.place if meeting.pick else "",
        "sequence": meeting.pick.sequence if meeting.pick else None,
    }
