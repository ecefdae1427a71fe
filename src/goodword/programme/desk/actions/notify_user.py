"""Tell a colleague something on the pages.

No audit entry: the row itself says when, and changes nothing but what its reader is told.
"""

from collections.abc import Iterable
from datetime import datetime

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.desk.models import Notification
from goodword.programme.desk.wording import KINDS, Facts
from goodword.programme.team.models import User
from goodword.programme.team.roles import Role


def notify(
    users: Iterable[User], kind: str, facts: Facts, *, key: str, url: str = "", now: datetime | None = None
) -> None:
    """Tell each of these people once; with a key that they were told under before, nothing happens.

    Args:
        users: whom.
        kind: one of `wording.KINDS`.
        facts: what its sentence is made of.
        key: what makes it the same news, such as `job 17`.
        url: where to see more: a path of ours, such as `/data/`.
        now: this instant.

    Raises:
        GoodwordError: there is no such kind, its facts are not whole, or the path leads elsewhere.
    """
    if kind not in KINDS or (url and (not url.startswith("/") or url.startswith(("//", "/\\")))):
        raise GoodwordError("bad-notice", f"Nobody can be told {kind!r} with a link to {url!r}.")
    try:
        KINDS[kind].say(facts)
    except (KeyError, TypeError, ValueError) as error:
        raise GoodwordError("bad-notice", f"The facts of {kind!r} are not whole: {error}.") from error
    at = now or clock.now()
    told = (Notification(user=user, kind=kind, facts=facts, url=url, at=at, key=key) for user in users)
    Notification.objects.bulk_create(told, ignore_conflicts=True)


def notify_job_ended(user: User, job: str, *, key: str, failure: GoodwordError | None = None, url: str = "") -> None:
    """Tell somebody that a job of theirs is done, or why it failed.

    Args:
        user: whose job it was.
        job: what it is called.
        key: what names the job.
        failure: why it failed; None where it did its work.
        url: the page of the job.
    """
    facts = {"job": job} if failure is None else {"job": job, "sentence": failure.sentence}
    notify([user], "job_finished" if failure is None else "job_failed", facts, key=f"job {key}", url=url)


def notify_rows_rejected(users: Iterable[User], name: str, count: int, *, url: str = "") -> None:
    """Tell people that an import has rejected rows."""
    if count:
        notify(users, "import_rejected", {"name": name, "count": count}, key=f"import {name}", url=url)


def notify_role_changed(user: User, role: Role, *, assignment_id: int) -> None:
    """Tell somebody that they have another role."""
    notify([user], "role_changed", {"role": role.value}, key=f"role {assignment_id}")
