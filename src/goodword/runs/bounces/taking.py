"""Take in reports: an address that is no good gets nothing more, and whoever complains is never asked again."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import timedelta

from django.db.models import TextField
from django.db.models.functions import Cast

from goodword.kit import clock
from goodword.programme.bounces.actions.take_report import About, look_at, take_report
from goodword.programme.people.actions.suppress_handles import suppress_handles
from goodword.programme.people.models import Person
from goodword.programme.people.suppressing import Handle
from goodword.programme.team.actor import Actor
from goodword.runs.bounces.mailbox import Mailbox, reports_at
from goodword.runs.opt_outs.opting_out import opt_out
from goodword.runs.opt_outs.suppressed_list import share_suppressed
from goodword.runs.workspace import Workspace

type Bounced = Callable[[About], None]
"""What else follows where an address is no good, such as that an ask by this letter gives its place back."""

LOOKED_BACK = timedelta(days=14)
"""How far back a mailbox is read: servers report within days, and a worker is seldom away for longer."""

_NOTE = "They reported a letter as unwanted."


def nothing_follows(_about: About) -> None:
    """Nothing."""


def take_reports(
    workspace: Workspace, reports: Iterable[bytes], *, by: Actor, bounced: Bounced = nothing_follows
) -> Counter[str]:
    """Take in every report once; return how many became what.

    A process that dies in between takes up again with the same reports: what follows from one is done before it is
    noted, and may be done twice.

    Args:
        workspace: where records and backups are.
        reports: messages as they came.
        by: who reads them.
        bounced: told of each letter whose address is no good.
    """
    became = Counter[str]()
    for raw in reports:
        about = look_at(raw)
        if not isinstance(about, About):
            became[about] += 1
            continue
        if about.kind == "complaint":
            _never_again(workspace, about.address, by=by)
        elif about.kind == "hard":
            bounced(about)
        became[take_report(about, by=by)] += 1
    return became


def take_from_mailbox(workspace: Workspace, mailbox: Mailbox, *, by: Actor) -> Counter[str]:
    """Take in what came into a mailbox lately; what was taken in before counts once.

    Raises:
        GoodwordError: it cannot be read.
    """
    return take_reports(workspace, reports_at(mailbox, since=clock.today() - LOOKED_BACK), by=by)


def _never_again(workspace: Workspace, address: str, *, by: Actor) -> None:
    """A complaint is an opt-out of whoever has that address; also of whom we only come to know later."""
    suppress_handles([Handle(email=address)], said_on=clock.today())
    for person in Person.objects.annotate(all=Cast("emails", TextField())).filter(all__icontains=address):
        if address in (mail.casefold() for mail in person.emails):
            opt_out(workspace, person.person_id, by=by, note=_NOTE)
    share_suppressed(workspace)
