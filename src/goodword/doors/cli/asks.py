"""`goodword ask`: may somebody be asked, who was asked for what, and what they answered."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from goodword.doors.cli.claims import ForNeed, claim_for
from goodword.doors.cli.find import read_day
from goodword.doors.cli.one_person import person_meant
from goodword.doors.cli.showing import Format, Shape, out, say_if_synthetic, told_programs, write_json
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.asks.models import Ask

asks = typer.Typer(help="May somebody be asked, who was asked for what, and what they answered.", no_args_is_help=True)

_COLUMNS = ("ask_id", "person_id", "name", "act_kind", "asked_on", "answer", "answered_on", "withdrawn")
_NOT_SENT = "Nothing was sent: ask them yourself, and write down what they answer."


class AnswerName(StrEnum):
    """What somebody answered."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    NOT_NOW = "not_now"
    NEVER = "never"
    NO_ANSWER = "no_answer"


Who = Annotated[str, typer.Argument(metavar="WHO", help="An id, a key, an address or a name.")]
Kind = Annotated[str, typer.Argument(metavar="KIND", help="A kind of act, such as reference_call.")]
On = Annotated[str, typer.Option("--on", metavar="D", help="The day, as 2026-11-21; today if empty.")]
AskId = Annotated[str, typer.Argument(metavar="ASK", help="Its id in the list.")]
How = Annotated[Shape, typer.Option("--format", help="How to write the result.")]


@asks.command("check")
def check(context: typer.Context, who: Who, kind: Kind, *, on: On = "", shape: How = Shape.TABLE) -> None:
    """Say whether somebody may be asked for an act, and if not why and from when; changes nothing."""
    workspace = workspace_of(context)
    from goodword.programme.asks.actions.ask_person import may_ask
    from goodword.runs.load import bounds_now

    person = person_meant(who).today
    refusal = may_ask(person, kind, day=read_day(on or None), bounds=bounds_now(workspace.settings))
    if shape is Shape.JSON:
        write_json({"person_id": person.pk, "act_kind": kind, "may": refusal is None, "refusal": _refused(refusal)})
        return
    say_if_synthetic(workspace)
    if refusal is None:
        out().print(f"{person} may be asked.", soft_wrap=True)
        return
    out().print(refusal.sentence, refusal.mend, soft_wrap=True)
    raise typer.Exit(1)


@asks.command("person")
def ask(
    context: typer.Context, who: Who, kind: Kind, *, on: On = "", need: ForNeed = 0, shape: How = Shape.TABLE
) -> None:
    """Write down that you ask somebody: it takes its place in what they bear, for all teams. Sends nothing."""
    workspace = workspace_of(context)
    from django.db import transaction

    from goodword.programme.asks.actions.ask_person import ask_person
    from goodword.programme.needs.actions.tie_ask import tie_ask
    from goodword.programme.team.actor import Actor
    from goodword.runs.load import bounds_now

    person, by = person_meant(who).today, Actor.console()
    bounds, claim = bounds_now(workspace.settings), claim_for(need, person.pk, kind) if need else None
    with transaction.atomic():
        made = ask_person(person.pk, kind, day=read_day(on or None), bounds=bounds, by=by)
        if claim is not None:
            tie_ask(claim, made, by=by)
    if shape is Shape.JSON:
        write_json(_told(made))
        return
    rests = made.reservation.rests_until if made.reservation else None
    out().print(f"Ask {made.ledger_id}: {person}, {kind}. They rest until {rests}.", soft_wrap=True)
    out().print(_NOT_SENT)


@asks.command("answer")
def answer(context: typer.Context, ident: AskId, said: AnswerName, *, on: On = "") -> None:
    """Write down what somebody answered. “Not now” and “never” hold at once."""
    workspace_of(context)
    from django.db import transaction

    from goodword.doors.mail.meetings import write
    from goodword.programme.asks.actions.answer_ask import answer_ask
    from goodword.programme.meetings.actions.hear_answer import hear_answer
    from goodword.programme.team.actor import Actor

    by = Actor.console()
    with transaction.atomic():
        row = answer_ask(_one(ident), said.value, day=read_day(on or None), by=by)
        hear_answer(row.ask, write=write, by=by)
    out().print(f"Written down: {row.answer}, {row.answered_on}.")


@asks.command("withdraw")
def withdraw(
    context: typer.Context,
    ident: AskId,
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why it never reached them; it stands on the audit trail.")],
) -> None:
    """Take an ask back that never reached the person; they may be asked again."""
    workspace_of(context)
    from goodword.programme.asks.actions.withdraw_ask import withdraw_ask
    from goodword.programme.team.actor import Actor

    withdraw_ask(_one(ident), by=Actor.console(), reason=reason)
    out().print("Taken back; its place is free again.")


@asks.command("list")
def listed(
    context: typer.Context,
    *,
    person: Annotated[str, typer.Option("--person", metavar="WHO", help="Only of this person.")] = "",
    shape: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.TABLE,
) -> None:
    """List the asks that were made here, the newest first, with what was answered."""
    workspace = workspace_of(context)
    from goodword.programme.asks.models import Ask
    from goodword.programme.people.models import Person

    rows = Ask.objects.exclude(reservation=None).order_by("-asked_on", "-pk")
    if person:
        rows = rows.filter(reservation__person__in=Person.objects.same_as(person_meant(person).today.pk))
    told = [_told(row) for row in rows.select_related("reservation__person__root", "answer", "withdrawal")]
    if told_programs(shape, _COLUMNS, told):
        return
    say_if_synthetic(workspace)
    out().print(_table(told) if told else "Nobody was asked here yet: goodword ask person WHO KIND")


def _one(ident: str) -> "Ask":
    from goodword.programme.asks.models import Ask

    found = Ask.objects.all().named([ident]).select_related("reservation").first()
    if found is None:
        raise GoodwordError("unknown-ask", f"There is no ask {ident!r}.", "See: goodword ask list")
    return found


def _told(row: "Ask") -> dict[str, Any]:
    whose = row.reservation.person if row.reservation else None
    today = (whose.root or whose) if whose else None
    said = getattr(row, "answer", None)
    return {
        "ask_id": row.ledger_id,
        "person_id": today.pk if today else "",
        "name": str(today or ""),
        "act_kind": row.kind,
        "asked_on": row.asked_on.isoformat(),
        "answer": said.answer if said else "",
        "answered_on": _iso(said.answered_on if said else None),
        "withdrawn": hasattr(row, "withdrawal"),
    }


def _refused(refusal: GoodwordError | None) -> dict[str, str] | None:
    return None if refusal is None else {"code": refusal.code, "sentence": refusal.sentence, "mend": refusal.mend}


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _table(told: list[dict[str, Any]]) -> Table:
    table = Table("Ask", "Person", "Act", "Asked", "Answer", "", box=None, pad_edge=False)
    for row in told:
        state = "taken back" if row["withdrawn"] else row["answered_on"]
        table.add_row(row["ask_id"], row["name"], row["act_kind"], row["asked_on"], row["answer"], state)
    return table
