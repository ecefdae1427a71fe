"""Which listener hears a workspace's texts: the one that is shipped, until somebody chose another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pyarrow as pa

from goodword.finding.listening import MODEL_VERSION, listen
from goodword.runs.workspace import Workspace

type Hear = Callable[[pa.Table, Sequence[str]], pa.Table]
"""Takes contract TEXTS and the names of the product's features; returns contract REMARKS."""


@dataclass(frozen=True, slots=True)
class Model:
    """One listener.

    Attributes:
        version: its name; it stands on every remark of its own and in what is kept of it.
        hear: hears texts. Another process must be able to load it: a function of a module, or a partial of one.
    """

    version: str
    hear: Hear


def model_in_use(workspace: Workspace) -> Model:  # noqa: ARG001  # a workspace that chose none has the shipped one
    """The listener that hears this workspace's texts from now on."""
    return shipped()


def shipped() -> Model:
    """The listener that came with this version of Goodword."""
    return Model(MODEL_VERSION, _hear)


def _hear(texts: pa.Table, features: Sequence[str]) -> pa.Table:
    return listen(texts, features=features)
