"""`goodword grant`: what customers allow and forbid, and whether something may be done."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from goodword.doors.cli.find import read_day
from goodword.doors.cli.granting import (
    Asset,
    AudienceName,
    Channel,
    Company,
    Kind,
    Prospect,
    Territory,
    Typed,
    Who,
    key_of,
    known_account,
    known_person,
)
from goodword.doors.cli.options import sharing_options
from goodword.doors.cli.showing import Format, Shape, out, say_if_synthetic, told_programs, write_json
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.permissions.models import Grant

grants = typer.Typer(
    help="What customers’ people and their companies allow and forbid, with its proof.", no_args_is_help=True
)
_COLUMNS = (
    *("permission_id", "person_id", "account_id", "whose", "state", "act_kind", "audience", "prospect", "asset"),
    *("channel", "territory", "given_on", "expires_on", "withdrawn_on", "withdrawn_why", "proof", "proof_sha256"),
)


class VerbName(StrEnum):
    """What somebody wants to do."""

    CONTACT = "contact"
    ASK = "ask"
    DO = "do"
    PUBLISH = "publish"
    HAND_OVER = "hand_over"


class Why(StrEnum):
    """Why a word counts no more."""

    WITHDRAWN = "withdrawn"
    MISTAKE = "mistake"


@grants.command("list")
def listed(
    context: typer.Context,
    *,
    person: Who = "",
    account: Company = "",
    shape: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.TABLE,
) -> None:
    """List every word, the newest first, taken back ones too; of one person or one company, or of all."""
    say_if_synthetic(workspace_of(context))
    from goodword.programme.permissions.models import Grant

    rows = Grant.objects.told()
    if person or account:
        key = key_of(person, account)
        rows = rows.of_keys([key.pk], []) if person else rows.of_keys([], [key.pk])
    told = [_told(row) for row in rows]
    if told_programs(shape, _COLUMNS, told):
        return
    if not told:
        out().print("Nobody has said anything yet: everything is unknown.")
    else:
        out().print(_table(told))


@grants.command("give")
@sharing_options
def give(
    context: typer.Context,
    typed: Typed,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the result.")] = Shape.TABLE,
) -> None:
    """Record that somebody allowed something, with the proof of it."""
    _record(context, typed, shape, granted=True)


@grants.command("deny")
@sharing_options
def deny(
    context: typer.Context,
    typed: Typed,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the result.")] = Shape.TABLE,
) -> None:
    """Record that somebody forbade something. A company’s no counts for all its people."""
    _record(context, typed, shape, granted=False)


@grants.command("withdraw")
def withdraw(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="PERMISSION", help="Its id in the list.")],
    *,
    why: Annotated[
        Why, typer.Option("--why", help="They took it back; or they never said it, and the word before counts again.")
    ] = Why.WITHDRAWN,
    on: Annotated[str, typer.Option("--on", metavar="D", help="The day they took it back; today if empty.")] = "",
    reason: Annotated[str, typer.Option("--reason", help="Why, for your own people.")] = "",
) -> None:
    """Take a word back, and list everything that hangs on it."""
    workspace_of(context)
    from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant
    from goodword.programme.permissions.dependants import Concerned
    from goodword.programme.permissions.models import Grant
    from goodword.programme.team.actor import Actor
    from goodword.runs.dependants import dependants

    grant = Grant.objects.filter(pk=number).first()
    if grant is None:
        raise GoodwordError("no-permission", f"There is no permission {number}.", "See: goodword grant list")
    withdraw_grant(grant, by=Actor.console(), why=why.value, on=read_day(on) if on else None, reason=reason)
    out().print(f"Permission {number} counts no more.")
    hanging = dependants(Concerned.by(grant))
    out().print("What hangs on it:" if hanging else "Nothing that we know of hangs on it.")
    for one in hanging:
        out().print(f"  {one.what} {one.ident}: {one.act_kind}, {one.day} {one.url}".rstrip(), soft_wrap=True)


@grants.command("check")
def check(
    context: typer.Context,
    verb: Annotated[VerbName, typer.Argument(help="What somebody wants to do.")],
    *,
    person: Who = "",
    account: Company = "",
    act: Kind = "",
    audience: Annotated[
        AudienceName | None, typer.Option("--audience", help="Who would see it; as is usual for the kind if empty.")
    ] = None,
    prospect: Prospect = "",
    asset: Asset = "",
    channel: Channel = "",
    territory: Territory = "",
    on: Annotated[str, typer.Option("--on", metavar="D", help="On which day; today if empty.")] = "",
    by_lot: Annotated[bool, typer.Option("--by-lot", help="They were drawn from everybody, not chosen.")] = False,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the answer.")] = Shape.TABLE,
) -> None:
    """Say whether something may be done, and if not why; leaves with 1 where it may not."""
    workspace_of(context)
    from goodword.programme.permissions.deeds import Deed, Verb
    from goodword.programme.permissions.policies import may

    deed = Deed(
        verb=Verb(verb.value),
        act_kind=act,
        person_id=known_person(person).pk if person else "",
        account_id=known_account(account).pk if account else "",
        asset=asset,
        audience=audience.value if audience else "",
        prospect=prospect,
        channel=channel,
        territory=territory,
        by_lot=by_lot,
    )
    refusal = may(deed, day=read_day(on or None))
    if shape is Shape.JSON:
        said = {"code": refusal.code, "sentence": refusal.sentence, "mend": refusal.mend} if refusal else None
        write_json({"may": refusal is None, "refusal": said})
    else:
        out().print("Yes." if refusal is None else f"No. {refusal}", soft_wrap=True)
    if refusal is not None:
        raise typer.Exit(1)


def _record(context: typer.Context, typed: Typed, shape: Shape, *, granted: bool) -> None:
    workspace = workspace_of(context)
    from goodword.programme.permissions.actions.deny_permission import deny_permission
    from goodword.programme.permissions.actions.grant_permission import grant_permission
    from goodword.programme.permissions.proofs import ProofStore
    from goodword.programme.team.actor import Actor

    say_if_synthetic(workspace)
    write = grant_permission if granted else deny_permission
    grant = write(typed.saying(granted=granted), by=Actor.console(), proofs=ProofStore(workspace.proofs))
    if shape is Shape.JSON:
        write_json(_told(grant))
        return
    told = _told(grant)
    out().print(f"Permission {grant.pk}: {told['whose']} said {'yes' if granted else 'no'} to {_about(told)}.")


def _told(row: "Grant") -> dict[str, Any]:
    withdrawal = getattr(row, "withdrawal", None)
    return {
        "permission_id": row.pk,
        "person_id": row.person_id,
        "account_id": row.account_id,
        "whose": str(row.person or row.account),
        "state": row.state,
        "act_kind": row.act_kind_id,
        **{name: getattr(row, name) for name in ("audience", "prospect", "asset", "channel", "territory")},
        "given_on": row.given_on.isoformat(),
        "expires_on": _day(row.expires_on),
        "withdrawn_on": _day(withdrawal.withdrawn_on if withdrawal else None),
        "withdrawn_why": withdrawal.why if withdrawal else None,
        "proof": row.proof.kind,
        "proof_sha256": row.proof.file_sha256,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _about(told: dict[str, Any]) -> str:
    return str(told["act_kind"] or "everything").replace("_", " ")


def _table(told: list[dict[str, Any]]) -> Table:
    table = Table("Id", "Whose", "Said", "To", "For whom", "On", "Until", "Proof")
    for row in told:
        limits = [row[name] for name in ("audience", "prospect", "asset", "channel", "territory") if row[name]]
        until = f"taken back {row['withdrawn_on']}" if row["withdrawn_on"] else row["expires_on"] or "no end"
        said = "yes" if row["state"] == "granted" else "no"
        table.add_row(
            *(str(row["permission_id"]), row["whose"], said, _about(row), ", ".join(limits) or "all"),
            *(row["given_on"], until, row["proof"]),
        )
    return table
