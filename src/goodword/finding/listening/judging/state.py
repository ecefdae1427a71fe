"""Where the reading of a sentence stands: what its cues have added up to so far."""

from dataclasses import dataclass


@dataclass(slots=True)
class Section:
    """A stretch between two turns of the sentence."""

    scale: float = 1.0
    good: float = 0.0
    bad: float = 0.0

    @property
    def sum(self) -> float:
        return self.good + self.bad


@dataclass(init=False)
class State:
    """Where the reading of a sentence stands.

    What it begins with stands on the class: a sentence changes few of these, and there is a state for each.
    """

    acknowledges: bool
    marks: set[str]
    sections: list[Section]
    gain: float = 0.0
    opener: float = 0.0  # weight of "great," at the front: an acknowledgement, no evaluation
    suspended: float = 0.0  # weight of "love how ...", until what follows shows whether it is meant
    mild: float = 0.0  # warmth of courtesy
    tone: float = 0.0  # feeling shown, which judges nothing
    raw_bad: float = 0.0
    raw_problem: float = 0.0
    wish_at: int = -1
    negated_at: int = -99
    fewer_at: int = -99
    would_at: int = -99
    future_at: int = -99
    thanks_at: int = -99
    more_at: int = -99
    less_at: int = -99
    usedto_at: int = -99
    if_open: bool = False
    although_open: bool = False
    past: bool = False
    turned: bool = False
    turn_pending: bool = False
    sarcastic: bool = False

    def __init__(self, marks: set[str], *, acknowledges: bool) -> None:
        self.acknowledges = acknowledges
        self.marks = marks
        self.sections = [Section()]

    @property
    def section(self) -> Section:
        return self.sections[-1]

    def score(self) -> float:
        return sum(part.scale * part.sum for part in self.sections)
