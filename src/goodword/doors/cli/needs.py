"""`goodword needs`: what colleagues need of customers, and what became of it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from goodword.doors.cli.find import read_day
from goodword.doors.cli.need_answers import answers_of, answers_told
from goodword.doors.cli.showing import Format, Shape, out, say_if_synthetic, told_programs, write_json
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit import clock
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.needs.models import Need

needs = typer.Typer(help="What colleagues need of customers, and what became of it.", no_args_is_help=True)

COLUMNS = (
    *("need_id", "standing", "act_kind", "prospect", "deal_id", "industry", "employees", "region", "role", "product"),
    *("use_case", "competitor", "language", "text", "needed_by", "urgent", "filed_at"),
)

Number = Annotated[int, typer.Argument(metavar="NEED", help="Its id in the list, such as 7.")]


@needs.command("list")
def listed(
    context: typer.Context,
    *,
    every: Annotated[bool, typer.Option("--all", help="Those that are over as well.")] = False,
    shape: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.TABLE,
) -> None:
    """List the open needs, the urgent first, then by the day on which they are needed."""
    say_if_synthetic(workspace_of(context))
    from goodword.programme.needs.models import Need

    rows = Need.objects.all() if every else Need.objects.open()
    told = [facts_of(row) for row in rows.select_related("ending").in_order()]
    if told_programs(shape, COLUMNS, told):
        return
    out().print(_table(told) if told else "No request is open. File one: goodword needs file --industry …")


@needs.command("file")
def file(  # one option a field
    context: typer.Context,
    *,
    act: Annotated[str, typer.Option("--act", help="The kind of act.")] = "reference_call",
    prospect: Annotated[str, typer.Option("--for", help="Who it is for.")] = "",
    deal: Annotated[str, typer.Option("--deal", help="The id of the deal.")] = "",
    industry: Annotated[str, typer.Option("--industry", help="Of the company that would speak.")] = "",
    employees: Annotated[int, typer.Option("--employees", min=0, help="About how many people it has.")] = 0,
    region: Annotated[str, typer.Option("--region", help="Where it is.")] = "",
    role: Annotated[str, typer.Option("--role", help="Of whom is wanted.")] = "",
    product: Annotated[str, typer.Option("--product", help="What they use of ours.")] = "",
    use_case: Annotated[str, typer.Option("--use-case", help="What for.")] = "",
    competitor: Annotated[str, typer.Option("--replaced", help="What they used before.")] = "",
    language: Annotated[str, typer.Option("--language", help="They speak, as a code such as de.")] = "",
    text: Annotated[str, typer.Option("--text", help="In your own words.")] = "",
    by: Annotated[str, typer.Option("--by", metavar="D", help="The last day on which it helps.")] = "",
    urgent: Annotated[bool, typer.Option("--urgent", help="It goes before others.")] = False,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the result.")] = Shape.TABLE,
) -> None:
    """File a need, and match it at once with all that are open."""
    workspace_of(context)
    from goodword.programme.needs.actions.file_need import file_need
    from goodword.programme.needs.wanting import Wanting
    from goodword.programme.team.actor import Actor

    wanted = Wanting(
        act_kind=act, prospect=prospect, deal_id=deal, industry=industry, employees=employees or None, region=region,
        role=role, product=product, use_case=use_case, competitor=competitor, language=language, text=text,
        needed_by=read_day(by) if by else None, urgent=urgent,
    )  # fmt: skip
    need = file_need(wanted, by=Actor.console(), day=clock.today())
    match_now(context)
    if shape is Shape.JSON:
        write_json(facts_of(need))
        return
    out().print(f"Request {need.pk} is filed. See who fits: goodword needs show {need.pk}")


@needs.command("show")
def show(
    context: typer.Context,
    number: Number,
    *,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the result.")] = Shape.TABLE,
) -> None:
    """Show a need with who and what fits it, point by point, and what stands in the way."""
    say_if_synthetic(workspace_of(context))
    told = answers_of(need_meant(number))
    if shape is Shape.JSON:
        write_json(told)
    else:
        out().print(answers_told(told), soft_wrap=True)


@needs.command("cancel")
def cancel(
    context: typer.Context,
    number: Number,
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why; it stands on the audit trail. No names.")],
) -> None:
    """Cancel a need: nobody is proposed for it any more."""
    workspace_of(context)
    from goodword.doors.mail.meetings import write
    from goodword.programme.meetings.actions.close_need import close_need
    from goodword.programme.team.actor import Actor

    close_need(need_meant(number), "cancelled", write=write, by=Actor.console(), reason=reason)
    out().print(f"Request {number} is cancelled.")


def match(
    context: typer.Context,
    *,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the result.")] = Shape.TABLE,
) -> None:
    """Match all open needs together; for each: who and what fits, point by point, and what stands in the way."""
    say_if_synthetic(workspace_of(context))
    match_now(context)
    from goodword.programme.needs.models import Need

    told = [answers_of(row) for row in Need.objects.open().in_order()]
    if shape is Shape.JSON:
        write_json(told)
    else:
        out().print("\n\n".join(map(answers_told, told)) or "No request is open.", soft_wrap=True)


def match_now(context: typer.Context) -> None:
    """Match all open needs."""
    workspace = workspace_of(context)
    from goodword.programme.team.actor import Actor
    from goodword.runs.load import bounds_now
    from goodword.runs.matching import match_needs

    match_needs(day=clock.today(), bounds=bounds_now(workspace.settings), by=Actor.console())


def need_meant(number: int) -> "Need":
    """The need with this number.

    Raises:
        GoodwordError: there is none.
    """
    from goodword.programme.needs.models import Need

    found = Need.objects.select_related("ending").filter(pk=number).first()
    if found is None:
        raise GoodwordError("no-need", f"There is no request {number}.", "See: goodword needs list --all")
    return found


def facts_of(need: "Need") -> dict[str, Any]:
    """A need as JSON and CSV tell it."""
    from goodword.programme.needs.standing import standing_of

    plain = [name for name in COLUMNS if name not in {"need_id", "standing", "act_kind", "needed_by", "filed_at"}]
    return {
        "need_id": need.pk,
        "standing": standing_of(need),
        "act_kind": need.act_kind_id,
        **{name: getattr(need, name) for name in plain},
        "needed_by": need.needed_by.isoformat() if need.needed_by else None,
        "filed_at": need.at.isoformat(),
    }


def _table(told: list[dict[str, Any]]) -> Table:
    table = Table("Id", "For", "Act", "Wants", "By", "Stands")
    for row in told:
        wants = ", ".join(row[name] for name in ("role", "industry", "use_case", "region") if row[name]) or row["text"]
        day = f"{row['needed_by'] or ''}{' urgent' if row['urgent'] else ''}".strip()
        table.add_row(str(row["need_id"]), row["prospect"], row["act_kind"], wants, day, row["standing"])
    return table
