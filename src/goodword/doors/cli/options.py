"""Options that several commands share, written down once: the fields of a dataclass."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, get_type_hints


def sharing_options(command: Callable[..., None]) -> Callable[..., None]:
    """Let a parameter that is a dataclass stand for an option a field; the command is handed the dataclass.

    Each field is annotated with its option as a parameter would be, and has a default.
    """
    hints = get_type_hints(command, include_extras=True)
    shared = {name: kind for name, kind in hints.items() if isinstance(kind, type) and is_dataclass(kind)}
    options = {name: _options_of(kind) for name, kind in shared.items()}

    @wraps(command)
    def told(**given: Any) -> None:  # noqa: ANN401  # whatever typer read
        for name, kind in shared.items():
            given[name] = kind(**{option.name: given.pop(option.name) for option in options[name]})
        command(**given)

    parameters: list[Parameter] = []
    for one in signature(command).parameters.values():
        own = one.replace(kind=Parameter.KEYWORD_ONLY, annotation=hints[one.name])
        parameters += options.get(one.name, [own])
    # typer asks both for what it hands over: the signature and the annotations.
    told.__signature__ = Signature(parameters)  # type: ignore[attr-defined]  # mypy knows functions without it
    told.__annotations__ = {one.name: one.annotation for one in parameters}
    return told


def _options_of(kind: type) -> list[Parameter]:
    hints = get_type_hints(kind, include_extras=True)
    return [
        Parameter(one.name, Parameter.KEYWORD_ONLY, default=one.default, annotation=hints[one.name])
        for one in fields(kind)
    ]
