"""Which listener hears a workspace's texts: the one that is shipped, until somebody chose another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pyarrow as pa

from goodword.finding.listening import MODEL_VERSION, listen
from goodword.finding.listening.learning import Model as Learnt
from goodword.finding.listening.learning import shipped as model_shipped
from goodword.finding.listening.learning.sureness import WRONG_AT_MOST
from goodword.finding.listening.learning.verdicts import version_of
from goodword.runs.labels.models import learnt_in_use, wrong_at_most
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


def model_in_use(workspace: Workspace) -> Model:
    """The listener that hears this workspace's texts from now on, as sure of itself as the settings ask.

    Raises:
        GoodwordError: somebody chose one, and its file is gone or is not what it was.
    """
    asked = wrong_at_most(workspace)
    learnt = learnt_in_use(workspace)
    if learnt is None and asked == WRONG_AT_MOST:
        return shipped()
    model = learnt or model_shipped()
    return Model(version_of(model, asked), partial(_hear_as_surely, model, asked))


def shipped() -> Model:
    """The listener that came with this version of Goodword."""
    return Model(MODEL_VERSION, _hear)


def _hear_as_surely(model: Learnt, asked: float, texts: pa.Table, features: Sequence[str]) -> pa.Table:
    return listen(texts, features=features, model=model, wrong_at_most=asked)


def _hear(texts: pa.Table, features: Sequence[str]) -> pa.Table:
    return listen(texts, features=features)
