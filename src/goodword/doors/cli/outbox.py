"""`goodword outbox`: what is in the outbox, what a person has to decide, and whether the mail server takes letters."""

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from goodword.doors.cli.showing import Shape, err, out, write_json
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit import clock
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.outbox.models import Attempt, Letter

outbox = typer.Typer(help="The outbox: every e-mail that Goodword sends.", invoke_without_command=True)

Number = Annotated[int, typer.Argument(metavar="LETTER", help="Its number in the list.")]
_BECAME = {
    "hard": "came back: the address is no good, and gets nothing more.",
    "soft": "came back: the address may be good another time.",
    "complaint": "complained: whoever has the address is opted out.",
    "same": "known already.",
    "not_ours": "ignored: about no letter that was sent from here.",
    "no_report": "ignored: no report that a letter came back.",
}
Reason = Annotated[str, typer.Option("--reason", help="Why; it is kept in the audit trail.")]


@outbox.callback()
def whole(context: typer.Context) -> None:
    """Without a command: how many letters stand where, and whether any leave."""
    if context.invoked_subcommand is None:
        workspace_of(context)
        _say_counts()


@outbox.command("list")
def listed(
    context: typer.Context,
    *,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many, the newest first.")] = 25,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the list.")] = Shape.TABLE,
) -> None:
    """List letters with where they stand. Their words are not shown: some let people in."""
    workspace_of(context)
    from goodword.programme.outbox.standing import newest, standing_of

    now = clock.now()
    rows = [(letter, *standing_of(letter, now=now)) for letter in newest(limit)]
    if shape is Shape.JSON:
        write_json([_row(*row) for row in rows])
        return
    _print(rows)
    _say_counts()


@outbox.command("held")
def held(
    context: typer.Context,
    shape: Annotated[Shape, typer.Option("--format", help="How to write the list.")] = Shape.TABLE,
) -> None:
    """List letters of which nobody can know whether they arrived: sent again only when a person says so."""
    workspace_of(context)
    from goodword.programme.outbox.models import Attempt
    from goodword.programme.outbox.standing import standing_of

    now = clock.now()
    letters = [attempt.letter for attempt in Attempt.objects.held(now).select_related("letter")]
    rows = [(letter, *standing_of(letter, now=now)) for letter in letters]
    if shape is Shape.JSON:
        write_json([_row(*row) for row in rows])
        return
    _print(rows)
    if rows:
        out().print("It arrived: goodword outbox arrived LETTER. It did not: goodword outbox retry LETTER.")
    else:
        out().print("Nothing is held.")


@outbox.command("retry")
def retry(context: typer.Context, letter: Number, reason: Reason = "") -> None:
    """Send a letter again that was refused or is held; its reader may get it twice."""
    workspace_of(context)
    from goodword.programme.outbox.actions.send_again import send_again
    from goodword.programme.team.actor import Actor

    send_again(_last_attempt(letter), by=Actor.console(), reason=reason)
    out().print(f"Letter {letter} waits to be sent again.")


@outbox.command("arrived")
def arrived(context: typer.Context, letter: Number, reason: Reason = "") -> None:
    """Say that a held letter arrived, so that it is not sent again."""
    workspace_of(context)
    from goodword.programme.outbox.actions.confirm_arrival import confirm_arrival
    from goodword.programme.team.actor import Actor

    confirm_arrival(_last_attempt(letter), by=Actor.console(), reason=reason)
    out().print(f"Letter {letter} counts as sent.")


@outbox.command("withdraw")
def withdraw(context: typer.Context, letter: Number, reason: Reason = "") -> None:
    """Take a letter back that still waits."""
    workspace_of(context)
    from goodword.programme.outbox.actions.drop_letter import withdraw_letter
    from goodword.programme.team.actor import Actor

    withdraw_letter(_letter(letter), by=Actor.console(), reason=reason)
    out().print(f"Letter {letter} is not sent.")


@outbox.command("send")
def send(
    context: typer.Context,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many letters.")] = 500,
) -> None:
    """Send what is due now. The worker does this by itself; both at once send nothing twice."""
    workspace_of(context)
    from goodword.doors.mail.sending import refuse_sending, send_due

    refusal = refuse_sending()
    if refusal is not None:
        raise refusal
    out().print(f"{send_due(limit)} attempts made.")
    _say_counts()


@outbox.command("test")
def test(
    context: typer.Context, to: Annotated[str, typer.Argument(metavar="EMAIL", help="Where the test goes.")]
) -> None:
    """Send one letter to an address, to see that the mail server takes letters."""
    workspace_of(context)
    from django.conf import settings

    from goodword.doors.mail.sending import refuse_sending, send_letter
    from goodword.doors.mail.testing import test_draft
    from goodword.programme.outbox.actions.queue_letter import queue_letter
    from goodword.programme.outbox.standing import standing_of
    from goodword.programme.team.actor import Actor

    refusal = refuse_sending()
    if refusal is not None:
        raise refusal
    letter = queue_letter(test_draft(to, settings.DEFAULT_FROM_EMAIL, settings.SITE_URL), by=Actor.console())
    send_letter(letter)
    standing, answer = standing_of(_letter(letter.pk), now=clock.now())
    if standing != "sent":
        raise GoodwordError("test-not-sent", f"The test did not leave ({standing}): {answer}", "Check the mail server.")
    out().print(f"The mail server took it: {answer}", soft_wrap=True)


@outbox.command("bounces")
def bounces(
    context: typer.Context,
    places: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PLACE...]",
            help="A message, an mbox file, a Maildir or a folder; the mailbox in GOODWORD_BOUNCES_URL if none.",
        ),
    ] = None,
) -> None:
    """Read what came back: reports that a letter did not arrive, and complaints. Nothing there is changed."""
    workspace = workspace_of(context)
    from django.conf import settings

    from goodword.programme.team.actor import Actor
    from goodword.runs.bounces.places import reports_in
    from goodword.runs.bounces.taking import take_from_mailbox, take_reports

    mailbox = settings.BOUNCES_MAILBOX
    if not places and mailbox is None:
        raise GoodwordError(
            "no-place",
            "Nothing says where reports are.",
            "Name a file or folder, or set GOODWORD_BOUNCES_URL to a mailbox.",
        )
    found = [take_from_mailbox(workspace, mailbox, by=Actor.console())] if mailbox and not places else []
    became = sum(
        (take_reports(workspace, reports_in(place), by=Actor.console()) for place in places or ()),
        sum(found, Counter[str]()),
    )
    for kind, meaning in _BECAME.items():
        if became[kind]:
            out().print(f"{became[kind]} {meaning}")
    if not became:
        out().print("There is no message.")


def _letter(number: int) -> "Letter":
    from goodword.programme.outbox.models import Letter

    found = Letter.objects.select_related("waiting", "drop").filter(pk=number).first()
    if found is None:
        raise GoodwordError("no-letter", f"There is no letter {number}.", "See: goodword outbox list")
    return found


def _last_attempt(number: int) -> "Attempt":
    last = _letter(number).attempts.order_by("-number").first()
    if last is None:
        raise GoodwordError("never-tried", f"Letter {number} was not tried yet.", "It goes when its turn comes.")
    return last


def _row(letter: "Letter", standing: str, answer: str) -> dict[str, object]:
    return {
        "letter": letter.pk,
        "purpose": letter.purpose,
        "to": letter.to,
        "subject": letter.subject,
        "queued_at": letter.queued_at.isoformat(),
        "standing": standing,
        "answer": answer,
    }


def _print(rows: list[tuple["Letter", str, str]]) -> None:
    table = Table("Letter", "Queued (UTC)", "For", "To", "Subject", "Stands", "Answer")
    for letter, standing, answer in rows:
        queued: datetime = letter.queued_at
        table.add_row(
            str(letter.pk), f"{queued:%Y-%m-%d %H:%M}", letter.purpose, letter.to, letter.subject, standing, answer
        )
    if rows:
        out().print(table)


def _say_counts() -> None:
    from goodword.doors.mail.sending import refuse_sending
    from goodword.programme.outbox.standing import counts

    told = ", ".join(f"{count} {standing}" for standing, count in counts(clock.now()).items() if count)
    out().print(f"Letters: {told or 'none'}.")
    refusal = refuse_sending()
    if refusal is not None:
        err().print(str(refusal), soft_wrap=True)
