"""Who does something, and through which door."""

from dataclasses import dataclass
from typing import Literal, Self

type Kind = Literal["user", "token", "link", "console", "system"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever changes a state.

    Attributes:
        kind: a signed-in user, a token of one, a customer's person by a link of theirs, somebody at the console, or
            Goodword itself.
        ident: the id of the user, token or link; empty for the others.
        label: what to call them on a page of today. It is kept nowhere: people may be erased, the audit trail is not.
        door: web, api, cli, or the name of the job.
        user_id: the id of the user, or of the user whose token it is; empty for the others.
    """

    kind: Kind
    ident: str
    label: str
    door: str
    user_id: str = ""

    @classmethod
    def console(cls) -> Self:
        """Whoever sits at the console of the machine."""
        return cls("console", "", "console", "cli")

    @classmethod
    def system(cls, job: str = "worker") -> Self:
        """Goodword itself, in a job."""
        return cls("system", "", "Goodword", job)
