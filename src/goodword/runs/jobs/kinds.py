"""What kinds of job there are.

A further kind is a function with a line above it:

    @job("backup", label=_("Back up the workspace"))
    def backup(task: Task) -> Result: ...

A handler is called again after its worker was killed, at whatever point that was. So it must be **idempotent**: done
twice it leaves what it leaves when done once. Three ways that work here: results under names that say all they depend
on (`run`), one step that makes everything count, with the job's key in it (`load`), or asking first whether it is done
(`undo`, `sample`).

A handler tells how far it is by `task.progress`; that call raises when the job was cancelled or the worker is asked to
stop, so it stands where stopping is safe. An error that may pass is a `GoodwordError` with `retry=True`; every other
error ends the job.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.module_loading import import_string

from goodword.kit.errors import GoodwordError
from goodword.programme.team.actor import Actor
from goodword.runs.progress import Progress
from goodword.runs.workspace import Workspace

type Result = dict[str, Any]
"""What came of a job, as JSON can hold it."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a handler is given.

    Attributes:
        workspace: where it works.
        arguments: what was asked for.
        by: who asked.
        key: the same in every attempt of this job, and in no other job.
        progress: to be told how far it is.
    """

    workspace: Workspace
    arguments: dict[str, Any]
    by: Actor
    key: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of job.

    Attributes:
        name: a short word.
        label: what people call it.
        handler: what does it.
        quiet: nobody is told how it ended, because its page is what they look at.
    """

    name: str
    label: Any
    handler: Callable[[Task], Result]
    quiet: bool = False


@dataclass(slots=True)
class _Registry:
    kinds: dict[str, Kind] = field(default_factory=dict)


_registry = _Registry()


def job(
    name: str, *, label: object = "", quiet: bool = False
) -> Callable[[Callable[[Task], Result]], Callable[[Task], Result]]:
    """Declare a function to be what does a kind of job.

    Args:
        name: the kind.
        label: what people call such a job; the name if empty. May be translated lazily.
        quiet: whether nobody is told how it ended.
    """

    def declare(handler: Callable[[Task], Result]) -> Callable[[Task], Result]:
        known = _registry.kinds.get(name)
        if known is not None and known.handler is not handler:
            raise ValueError(f"two handlers for jobs of kind {name}")
        _registry.kinds[name] = Kind(name, label or name, handler, quiet)
        return handler

    return declare


def job_at(name: str, place: str, *, label: object = "") -> None:
    """Declare what does a kind of job by where it is: it is loaded with the first such job, for it loads for long.

    Args:
        name: the kind.
        place: the function, as `package.module.function`.
        label: as above.
    """

    def handler(task: Task) -> Result:
        found: Callable[[Task], Result] = import_string(place)
        return found(task)

    job(name, label=label)(handler)


def kind_named(name: str) -> Kind:
    """Return a kind of job.

    Raises:
        GoodwordError: there is none of that name (code `unknown-job`).
    """
    found = _registry.kinds.get(name)
    if found is None:
        known = ", ".join(sorted(_registry.kinds)) or "none"
        raise GoodwordError("unknown-job", f"There is no kind of job “{name}”.", f"There are: {known}.")
    return found


def known_kind(name: str) -> Kind | None:
    """Return a kind of job; None where nobody declares it any more."""
    return _registry.kinds.get(name)


def label_of(name: str) -> str:
    """What people call jobs of a kind; the kind itself where nobody declares it any more."""
    known = _registry.kinds.get(name)
    return str(known.label) if known else name
