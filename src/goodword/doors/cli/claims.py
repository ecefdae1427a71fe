"""`goodword needs claim`, `unclaim`, `pass`, `propose-again` and `refuse`: who is chosen for a request."""

from typing import TYPE_CHECKING, Annotated

import typer

from goodword.doors.cli.need_answers import answers_of, answers_told
from goodword.doors.cli.needs import Number, match_now, need_meant
from goodword.doors.cli.one_person import person_meant
from goodword.doors.cli.showing import out
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit import clock
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.needs.models import Claim, Decline, Need, Proposal

claims = typer.Typer()

Chosen = Annotated[str, typer.Argument(metavar="WHO", help="One of those who fit, or `story` and its id: story-7.")]
Why = Annotated[str, typer.Option("--reason", help="Why; it stands on the audit trail. No names.")]

ForNeed = Annotated[int, typer.Option("--need", metavar="NEED", help="The request they were chosen for.")]

_STORY = "story-"


@claims.command("claim")
def claim(context: typer.Context, number: Number, who: Chosen) -> None:
    """Choose somebody who fits, or a story, in the place of any chosen before. The customer hears nothing yet."""
    workspace = workspace_of(context)
    from goodword.programme.needs.actions.swap_claim import claim_instead
    from goodword.programme.team.actor import Actor
    from goodword.runs.load import bounds_now

    need = need_meant(number)
    row = need.claims.standing().filter(**_meant(who)).select_related("person", "need").first()
    if row is None:  # one that is claimed already is proposed no more
        bounds = bounds_now(workspace.settings)
        row = claim_instead(_proposed(need, who), day=clock.today(), bounds=bounds, by=Actor.console())
        match_now(context)
    if row.person is None:
        out().print(f"Request {number} takes story {row.story_id}.")
        return
    out().print(f"Request {number}: {row.person} is chosen. Whoever cares for them is told.", soft_wrap=True)
    kind = row.need.act_kind_id
    out().print(f"Ask them: goodword ask send {row.person.pk} {kind} --need {number} --from EMAIL", soft_wrap=True)


@claims.command("unclaim")
def unclaim(context: typer.Context, number: Number) -> None:
    """Take back who or what was chosen, until they were asked."""
    workspace_of(context)
    from goodword.programme.needs.actions.end_claim import take_back_claim
    from goodword.programme.team.actor import Actor

    take_back_claim(_standing(number), by=Actor.console())
    match_now(context)
    out().print(f"Nobody is chosen for request {number}.")


@claims.command("pass")
def pass_over(context: typer.Context, number: Number, who: Chosen, *, reason: Why) -> None:
    """Say that somebody or a story does not fit; they are not proposed for it again."""
    workspace_of(context)
    from goodword.programme.needs.actions.decline_proposal import decline_proposal
    from goodword.programme.team.actor import Actor

    need = need_meant(number)
    decline_proposal(_proposed(need, who), by=Actor.console(), reason=reason)
    match_now(context)
    out().print(answers_told(answers_of(need)), soft_wrap=True)


@claims.command("propose-again")
def propose_again(context: typer.Context, number: Number, who: Chosen) -> None:
    """Let somebody or a story be proposed again who was passed over."""
    workspace_of(context)
    from goodword.programme.needs.actions.decline_proposal import take_back_decline
    from goodword.programme.team.actor import Actor

    need = need_meant(number)
    take_back_decline(_passed(need, who), by=Actor.console())
    match_now(context)
    out().print(answers_told(answers_of(need)), soft_wrap=True)


@claims.command("refuse")
def refuse(context: typer.Context, number: Number, *, reason: Why) -> None:
    """Say that whoever was chosen is not asked; whoever needed them is told."""
    workspace_of(context)
    from goodword.programme.needs.actions.end_claim import decline_claim
    from goodword.programme.team.actor import Actor

    decline_claim(_standing(number), by=Actor.console(), reason=reason)
    match_now(context)
    out().print("They are not asked. Whoever needed them is told.")


def claim_for(number: int, person_id: str, kind: str) -> "Claim":
    """The claim of a request, which must be for this person and this kind of act.

    Raises:
        GoodwordError: there is no such request, or somebody or something else is chosen for it.
    """
    from goodword.programme.people.models import Person

    need = need_meant(number)
    claim = need.standing_claim
    there = Person.objects.same_as(person_id)
    if claim is None or need.act_kind_id != kind or not there.filter(pk=claim.person_id).exists():
        called = there.get(pk=Person.today_of(person_id))
        raise GoodwordError(
            "not-chosen-for-it",
            f"{called} is not chosen for request {number}, or not for this.",
            f"Choose them first: goodword needs claim {number} {person_id}",
        )
    return claim


def _standing(number: int) -> "Claim":
    found = need_meant(number).standing_claim
    if found is None:
        raise GoodwordError(
            "nothing-claimed", f"Nobody is chosen for request {number}.", f"See: goodword needs show {number}"
        )
    return found


def _proposed(need: "Need", who: str) -> "Proposal":
    from goodword.programme.needs.models import Matching
    from goodword.programme.needs.policies import not_proposed

    found = need.proposals.filter(matching=Matching.current(), **_meant(who)).select_related("person", "story", "need")
    row = found.first()
    if row is None:
        raise not_proposed()
    return row


def _passed(need: "Need", who: str) -> "Decline":
    found = need.declines.filter(**_meant(who)).first()
    if found is None:
        raise GoodwordError("nothing-passed", f"“{who}” was not passed over.", f"See: goodword needs show {need.pk}")
    return found


def _meant(who: str) -> dict[str, object]:
    """Which row is meant, by its fields: a story by its number, anybody else as the console always takes people."""
    from goodword.programme.people.models import Person

    number = who.removeprefix(_STORY)
    if who.startswith(_STORY) and number.isascii() and number.isdecimal():
        return {"story_id": int(number)}
    return {"person__in": Person.objects.same_as(person_meant(who).today.pk)}
