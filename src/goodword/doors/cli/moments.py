"""`goodword moments`: who said or did something good and waits for an answer, and answering it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from goodword.doors.cli.find import read_day
from goodword.doors.cli.one_person import person_meant
from goodword.doors.cli.showing import Format, err, out, say_if_synthetic, told_programs
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit import clock
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.advocates.answering import MomentAnswer, Verb
    from goodword.programme.advocates.models import Generation, Moment

moments = typer.Typer(help="Who said or did something good, and what was done about it.", no_args_is_help=True)

_COLUMNS = (
    *("person_id", "name", "account", "owner", "kind"),
    *("act_kind", "raised_at", "further", "words", "step", "held"),
)
_PAST = {"thank": "Thanks to {} noted.", "later": "{} comes back on {}.", "pass": "The moment of {} was let pass."}

Who = Annotated[str, typer.Argument(metavar="WHO", help="An id, a key, an address or a name.")]
Note = Annotated[str, typer.Option("--note", help="For our own people only.")]


@moments.command("list")
def listed(
    context: typer.Context,
    *,
    owner: Annotated[str, typer.Option("--owner", metavar="E", help="Only accounts that this address cares for.")] = "",
    resting: Annotated[bool, typer.Option("--resting", help="Those whose person rests, instead.")] = False,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=0, help="At most so many; 0 means all.")] = 25,
    shape: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.TABLE,
) -> None:
    """List the moments that wait for an answer, the most urgent first, with what to do."""
    workspace = workspace_of(context)
    from goodword.programme.advocates.answering import unanswered
    from goodword.programme.advocates.models import Moment

    generation = _published()
    rows = Moment.objects.within(generation)
    if owner:
        rows = rows.filter(owner_email=owner.strip().lower())
    chosen = rows.resting() if resting else unanswered(rows.waiting(), clock.today())
    told = _told(list(chosen[: limit or None]), generation)
    if told_programs(shape, _COLUMNS, told):
        return
    say_if_synthetic(workspace)
    out().print(_table(told) if told else "Nobody waits for an answer.")
    if len(told) < (in_all := chosen.count()):
        err().print(f"{len(told)} of {in_all}; all of them: --limit 0")


@moments.command("thank")
def thank(context: typer.Context, who: Who, *, note: Note = "") -> None:
    """Note that somebody was thanked; nothing is sent."""
    _answer(context, who, "thank", note)


@moments.command("later")
def later(
    context: typer.Context,
    who: Who,
    *,
    until: Annotated[str, typer.Option("--until", metavar="D", help="The day it comes back; in a week if empty.")] = "",
    note: Note = "",
) -> None:
    """Put a moment off."""
    _answer(context, who, "later", note, until)


@moments.command("pass")
def let_pass(context: typer.Context, who: Who, *, note: Note = "") -> None:
    """Let a moment pass: not this one."""
    _answer(context, who, "pass", note)


@moments.command("undo")
def undo(context: typer.Context, who: Who) -> None:
    """Take the last answer to somebody's moment back: it waits again."""
    workspace_of(context)
    from goodword.programme.advocates.actions.withdraw_answer import withdraw_answer
    from goodword.programme.advocates.answering import MomentAnswer
    from goodword.programme.team.actor import Actor

    moment = _moment(who)
    given: MomentAnswer | None = MomentAnswer.objects.standing().of(moment).order_by("-at", "-pk").first()
    if given is None:
        raise GoodwordError("no-answer", "Nobody answered their moment.", "See: goodword moments list")
    withdraw_answer(given, by=Actor.console())
    out().print("Taken back: it waits for an answer again.")


def _answer(context: typer.Context, who: str, verb: "Verb", note: str, until: str = "") -> None:
    workspace_of(context)
    from goodword.programme.advocates.actions.answer_moment import answer_moment
    from goodword.programme.team.actor import Actor

    moment = _moment(who)
    day = read_day(until) if until else None
    given: MomentAnswer = answer_moment(moment, verb, by=Actor.console(), note=note, until=day)
    if given.verb != verb:
        raise GoodwordError(
            "answered-already", f"It was answered before: {given.verb}.", f"Take that back: goodword moments undo {who}"
        )
    out().print(_PAST[verb].format(person_meant(who).today, given.until), soft_wrap=True)


def _moment(who: str) -> "Moment":
    from goodword.programme.advocates.models import Moment

    person = person_meant(who).today
    found: Moment | None = Moment.objects.within(_published()).about(person.pk).first()
    if found is None:
        raise GoodwordError("no-moment", f"{person} has no moment.", "See who has: goodword moments list")
    return found


def _published() -> "Generation":
    from goodword.programme.advocates.models import Publication

    generation = Publication.current()
    if generation is None:
        raise GoodwordError("nothing-published", "Nobody is known yet.", "Load your data and run: goodword run")
    return generation


def _told(rows: "list[Moment]", generation: "Generation") -> list[dict[str, Any]]:
    """Each moment as lists and programs read it."""
    from goodword.programme.advocates.models import Likelihood, ListedPerson
    from goodword.programme.advocates.next_steps import step_after
    from goodword.programme.advocates.sight import Sight
    from goodword.programme.advocates.wording import SIGNALS
    from goodword.programme.team.roles import Right

    ids = [row.person_id for row in rows]
    people = {one.person_id: one for one in ListedPerson.objects.within(generation).filter(person_id__in=ids)}
    ready = set(
        Likelihood.objects.within(generation)
        .filter(person_id__in=ids, state="ready")
        .values_list("person_id", "act_kind")
    )
    sight, told = Sight(frozenset(Right)), []
    for row in rows:
        person, likely = people[row.person_id], (row.person_id, SIGNALS[row.kind].act) in ready
        step = step_after(row.kind, person, generation, sight, ready=likely)
        told.append(
            {
                "person_id": row.person_id,
                "name": person.called,
                "account": person.account,
                "owner": row.owner_email,
                "kind": row.kind,
                "act_kind": step.act,
                "raised_at": row.raised_at.isoformat(),
                "further": row.further,
                "words": (row.words or {}).get("quote", ""),
                "step": str(step.whole),
                "held": person.hold_sentence if row.resting else "",
            }
        )
    return told


def _table(rows: list[dict[str, Any]]) -> Table:
    table = Table("Who", "Account", "Since", "What", "Their words", "What to do", box=None, pad_edge=False)
    for row in rows:
        what = row["kind"] + (f" and {row['further']} more" if row["further"] else "")
        told = row["held"] or row["step"]
        cells = row["name"], row["account"], row["raised_at"][:10], what, row["words"], told
        table.add_row(*(Text(cell) for cell in cells))
    return table
