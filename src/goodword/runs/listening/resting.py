"""Which words rest in the lake: what was heard in others is dropped when somebody is erased."""

from functools import reduce

from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.known import RECORDS
from goodword.finding.listening.again import words_of
from goodword.programme.personal import Subject
from goodword.runs.labels.words import WORDS
from goodword.runs.listening.heard import Heard
from goodword.runs.workspace import Workspace


def erase_heard(workspace: Workspace, subject: Subject) -> int:  # noqa: ARG001  # the lake knows who is gone
    """Drop what was heard in texts that rest in the lake no more, of every reading; return how many texts that were.

    To be called once the lake is without them. Whoever reads meanwhile cannot keep what they heard in such a text.
    """
    with LocalLake(workspace.lake).session() as session:
        rows = [(RECORDS[table].unbound(), column) for table, column in WORDS.items()]
        parts = [one.filter(one[column].notnull()).select(words=words_of(one[column])) for one, column in rows]
        words = session.fetch(reduce(lambda one, other: one.union(other), parts).distinct())
    return Heard(workspace.path).keep_words(words)
