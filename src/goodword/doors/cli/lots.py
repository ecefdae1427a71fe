"""`goodword lots`: draw by lot who is invited to public reviews, invite them, and prove that it was a lot."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from goodword.doors.cli.find import read_day
from goodword.doors.cli.showing import Format, Shape, out, say_if_synthetic, told_programs, write_json, write_sheet
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.lots.models import Draw, Site

lots = typer.Typer(
    help="Public reviews: draw by lot who is invited, and prove that it was a lot.", no_args_is_help=True
)

_SITE_COLUMNS = ("site", "url", "act_kind", "days_between", "size", "active", "disclosure")
_DRAW_COLUMNS = ("draw", "site", "as_of", "eligible", "drawn", "invited", "waiting", "excluded", "promise")

SiteName = Annotated[str, typer.Argument(metavar="SITE", help="Its name in the list: goodword lots sites.")]
Number = Annotated[int, typer.Argument(metavar="DRAW", help="Its number in the list: goodword lots list.")]
On = Annotated[str, typer.Option("--on", metavar="D", help="The day, as 2026-11-21; today if empty.")]
How = Annotated[Shape, typer.Option("--format", help="How to write the result.")]
Listing = Annotated[Format, typer.Option("--format", help="How to write the list.")]


@lots.command("sites")
def sites(context: typer.Context, *, shape: Listing = Format.TABLE) -> None:
    """List the sites for which people are drawn, with their rules."""
    say_if_synthetic(workspace_of(context))
    from goodword.programme.lots.models import Site

    told = [_site(row) for row in Site.objects.all()]
    if told_programs(shape, _SITE_COLUMNS, told):
        return
    table = Table("Site", "Address", "Days between", "A draw", "", box=None, pad_edge=False)
    for one in told:
        state = "" if one["active"] else "put aside"
        table.add_row(one["site"], one["url"], str(one["days_between"]), str(one["size"]), state)
    out().print(table if told else "No site yet: goodword lots site NAME --url ADDRESS")


@lots.command("site")
def site(
    context: typer.Context,
    name: SiteName,
    *,
    url: Annotated[str, typer.Option("--url", help="Where one writes the review.")] = "",
    disclosure: Annotated[str, typer.Option("--disclosure", help="Stands in every invitation.")] = "",
    days_between: Annotated[int, typer.Option("--days-between", help="From one draw of a person to the next.")] = 0,
    size: Annotated[int, typer.Option("--size", help="How many a draw draws.")] = 0,
    kind: Annotated[str, typer.Option("--kind", metavar="K", help="The kind of act they are drawn for.")] = "",
    active: Annotated[bool | None, typer.Option("--active/--aside", help="Whether people are drawn for it.")] = None,
) -> None:
    """Add a site, or change its rules; what you leave out stays as it is."""
    workspace_of(context)
    from goodword.programme.lots.actions.keep_site import keep_site
    from goodword.programme.lots.letters import EXAMPLE_DISCLOSURE
    from goodword.programme.lots.models import REVIEW, Site
    from goodword.programme.lots.policies import SiteRules
    from goodword.programme.team.actor import Actor

    there = Site.objects.filter(name=name.strip()).first()
    before = there or SiteRules(name=name, url="", disclosure=EXAMPLE_DISCLOSURE)
    rules = SiteRules(
        name=name,
        url=url or before.url,
        disclosure=disclosure or before.disclosure,
        days_between=days_between or before.days_between,
        size=size or before.size,
        active=before.active if active is None else active,
        act_kind=kind or (there.act_kind_id if there else REVIEW),
    )
    row = keep_site(rules, by=Actor.console(), site=there)
    out().print(f"{row.name}: {row.size} a draw, {row.days_between} days between two draws of a person.")


@lots.command("preview")
def preview(context: typer.Context, name: SiteName, *, on: On = "", shape: How = Shape.TABLE) -> None:
    """Say how many could be drawn, and what keeps out how many; draws nobody."""
    say_if_synthetic(workspace_of(context))
    from goodword.programme.lots.eligibility import eligible_for

    found = eligible_for(_one_site(name), day=read_day(on or None))
    if shape is Shape.JSON:
        write_json({"eligible": len(found.candidates), "left_out": dict(found.left_out)})
        return
    out().print(f"{len(found.candidates)} could be drawn.")
    for why, many in found.left_out.items():
        out().print(f"{many} not: {why}")


@lots.command("draw")
def draw(context: typer.Context, name: SiteName, *, on: On = "", shape: How = Shape.TABLE) -> None:
    """Draw for a site from everybody who is eligible; one that was begun and interrupted is finished."""
    workspace = workspace_of(context)
    from goodword.programme.team.actor import Actor
    from goodword.runs.drawing import draw_for

    done = draw_for(_one_site(name), workspace=workspace, day=read_day(on or None), by=Actor.console())
    if shape is Shape.JSON:
        write_json(_draw(done.draw))
        return
    say_if_synthetic(workspace)
    out().print(f"Draw {done.draw_id}: {done.drawn} of {done.eligible} who could be drawn.")
    out().print("The worker invites them, or do it now: goodword lots invite")


@lots.command("list")
def listed(context: typer.Context, *, shape: Listing = Format.TABLE) -> None:
    """List the draws, the newest first, with what became of those who were drawn."""
    say_if_synthetic(workspace_of(context))
    from goodword.programme.lots.models import Draw

    told = [_draw(row) for row in Draw.objects.select_related("site", "done")]
    if told_programs(shape, _DRAW_COLUMNS, told):
        return
    table = Table("Draw", "Site", "Day", "Eligible", "Drawn", "Invited", "Wait", "Want none", box=None)
    names = ("draw", "site", "as_of", "eligible", "drawn", "invited", "waiting", "excluded")
    for one in told:
        table.add_row(*(str(one[column]) for column in names))
    out().print(table if told else "No draw yet: goodword lots draw SITE")


@lots.command("proof")
def proof(context: typer.Context, number: Number, *, shape: Listing = Format.TABLE) -> None:
    """Prove that a draw was a lot: the seed, who was eligible, who was drawn, and a permutation test of each score."""
    say_if_synthetic(workspace_of(context))
    from goodword.doors.exports.lot_proof import PROOF_COLUMNS, proof_told
    from goodword.runs.proving import proof_of

    told = proof_told(proof_of(one_draw(number)))
    if shape is Format.JSON:
        write_json(told)
    elif shape is Format.CSV:
        write_sheet(PROOF_COLUMNS, told["people"])
    else:
        _show_proof(told)


@lots.command("invite")
def invite(context: typer.Context, *, on: On = "") -> None:
    """Invite those who were drawn and may be invited now. The worker does the same every minute."""
    say_if_synthetic(workspace_of(context))
    from goodword.doors.mail.inviting_drawn import invite_due
    from goodword.programme.team.actor import Actor

    came = invite_due(day=read_day(on or None), by=Actor.console(), limit=10_000)
    told = ", ".join(f"{many} {what}" for what, many in sorted(came.items()))
    out().print(f"{told}." if told else "Nobody is to be invited now.")


@lots.command("off")
def off(
    context: typer.Context,
    *,
    legal_basis: Annotated[str, typer.Option("--legal-basis", help="The law or the advice you rely on; it is logged.")],
) -> None:
    """Let people be chosen for public reviews. Only who administers this machine may, and says on what legal basis."""
    workspace_of(context)
    from goodword.programme.choosing.actions.switch_lot_rule import switch_off_lot_rule
    from goodword.programme.team.actor import Actor

    switch_off_lot_rule(legal_basis=legal_basis, by=Actor.console())
    out().print("People may be chosen for public reviews from now on. Back to the lot: goodword lots on")


@lots.command("on")
def on(context: typer.Context) -> None:
    """Let public reviews go by lot again, and refuse whoever would choose people for them."""
    workspace_of(context)
    from goodword.programme.choosing.actions.switch_lot_rule import switch_on_lot_rule
    from goodword.programme.team.actor import Actor

    switch_on_lot_rule(by=Actor.console())
    out().print("Public reviews go by lot.")


def _show_proof(told: dict[str, Any]) -> None:
    fits = "The seed gives those who were drawn." if not told["faults"] else f"It does not fit: {told['faults']}."
    lines = (
        f"Draw {told['draw']} for {told['site']}, {told['as_of']}: {told['drawn']} of {told['eligible']}.",
        f"Promised {told['promised_at']}: {told['promise']}",
        f"Drawn {told['drawn_at']} with the seed {told['seed']}",
        fits,
        f"Erased since: {told['erased_since']}.",
    )
    out().print("\n".join(lines), soft_wrap=True, highlight=False)
    table = Table("Compared in", "Known of", "Drawn", "Correlation", "By chance", "p", box=None, pad_edge=False)
    for name, one in told["associations"].items():
        numbers = ("" if value is None else f"{value:.3f}" for value in (one["correlation"], one["spread"], one["p"]))
        table.add_row(name, str(one["eligible"]), str(one["drawn"]), *numbers)
    out().print(table)


def _one_site(name: str) -> "Site":
    from goodword.programme.lots.models import Site

    found = Site.objects.filter(name__iexact=name.strip()).first()
    if found is None:
        raise GoodwordError("unknown-site", f"There is no site {name!r}.", "See: goodword lots sites")
    return found


def one_draw(number: int) -> "Draw":
    """The draw of a number that was done.

    Raises:
        GoodwordError: there is none.
    """
    from goodword.programme.lots.models import Draw

    found = Draw.objects.filter(pk=number, done__isnull=False).select_related("site", "done").first()
    if found is None:
        raise GoodwordError("unknown-draw", f"There is no draw {number} that was done.", "See: goodword lots list")
    return found


def _site(row: "Site") -> dict[str, Any]:
    names = ("url", "days_between", "size", "active", "disclosure")
    return {"site": row.name, "act_kind": row.act_kind_id} | {name: getattr(row, name) for name in names}


def _draw(row: "Draw") -> dict[str, Any]:
    from goodword.programme.lots.models import Eligible

    done, drawn = getattr(row, "done", None), Eligible.objects.drawn().filter(draw=row)
    return {
        "draw": row.pk,
        "site": row.site.name,
        "as_of": row.as_of.isoformat(),
        "eligible": done.eligible if done else 0,
        "drawn": done.drawn if done else 0,
        "invited": drawn.filter(invitation__isnull=False).count(),
        "waiting": drawn.open().count(),
        "excluded": drawn.filter(exclusion__isnull=False).count(),
        "promise": row.promise,
    }
