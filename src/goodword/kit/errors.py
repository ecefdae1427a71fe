"""The one shape of an error that a person will read."""

from dataclasses import dataclass


@dataclass(eq=False)
class GoodwordError(Exception):
    """Something a user can understand and mend.

    Attributes:
        code: short stable name for programs, in `kebab-case`.
        sentence: what happened and where, one plain sentence.
        mend: what to do next; empty where nothing can be done.
        retry: whether the same call may succeed later without a change.
    """

    code: str
    sentence: str
    mend: str = ""
    retry: bool = False

    def __str__(self) -> str:
        return f"{self.sentence} {self.mend}".strip()
