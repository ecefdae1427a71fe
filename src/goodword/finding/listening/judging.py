"""What a sentence is: win, praise, thanks, complaint, wish or nothing, and how warm.

The rules are described, in order, in docs/algorithms/listening.md.
"""

from dataclasses import dataclass, field
from math import tanh
from typing import NamedTuple

from goodword.finding.listening.cues import Cue, Lexicon, cues_of

PRAISE_FROM = 1.8
COMPLAINT_FROM = -1.6
WIN_FROM = 2.0
_STRONG = 3.0  # good words from here on survive a thank-you and a wish
_REACH = 4  # tokens that a negator governs
_METRIC_FROM = -2.5
_HYPOTHETICAL_REACH = 6
_THANKS_REACH = 9


class Judgement(NamedTuple):
    """What one sentence is.

    Attributes:
        kind: win, praise, thanks, complaint, wish; empty for nothing.
        polarity: -1 (bitter) to 1 (delighted): tanh of a quarter of the summed weights.
    """

    kind: str
    polarity: float


@dataclass(slots=True)
class _Section:
    """A stretch between two turns of the sentence."""

    scale: float = 1.0
    good: float = 0.0
    bad: float = 0.0

    @property
    def sum(self) -> float:
        return self.good + self.bad


@dataclass(slots=True)
class _State:
    """Where the reading of a sentence stands."""

    acknowledges: bool
    sections: list[_Section] = field(default_factory=lambda: [_Section()])
    marks: set[str] = field(default_factory=set)
    gain: float = 0.0
    opener: float = 0.0  # weight of "great," at the front: an acknowledgement, no evaluation
    mild: float = 0.0  # warmth of courtesy
    raw_bad: float = 0.0
    raw_problem: float = 0.0
    strongest: float = 0.0
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

    @property
    def section(self) -> _Section:
        return self.sections[-1]

    def score(self) -> float:
        return sum(part.scale * part.sum for part in self.sections)


def judge(tokens: list[str], lexicon: Lexicon, *, better: bool | None = None, acknowledges: bool = True) -> Judgement:
    """Judge one sentence.

    Args:
        tokens: its words, see `tokens_of`.
        lexicon: the words of its language.
        better: whether an outcome stated in it is an improvement; None where there is none or that is open.
        acknowledges: whether a lone "Perfect!" only acknowledges, as in a conversation; False in surveys and reviews,
            where it evaluates.
    """
    cues = cues_of(tokens, lexicon)
    if not cues:
        return Judgement("", 0.0)
    state = _State(acknowledges)
    for place, cue in enumerate(cues):
        _take(state, cue, cues, place, tokens)
    question = "?" in tokens[-1] or (len(tokens) > 1 and "?" in tokens[-2])
    return _decide(state, question=question, better=better)


def _take(state: _State, cue: Cue, cues: list[Cue], place: int, tokens: list[str]) -> None:
    mark = cue.mark
    state.marks.add(mark)
    if mark == "good":
        _take_good(state, cue, cues, place, tokens)
    elif mark in {"bad", "problem"}:
        _take_bad(state, cue)
    elif mark == "gain":
        _take_gain(state, cue)
    elif mark == "picture":
        if cue.weight > 0:
            state.mild += cue.weight
        else:
            state.section.bad += cue.weight
            state.raw_bad += cue.weight
    elif mark in {"stop", "end"}:
        _stop(state)
    else:
        _steer(state, mark, cue, tokens)


def _stop(state: _State) -> None:
    state.negated_at = state.fewer_at = state.would_at = state.future_at = state.thanks_at = -99
    state.usedto_at = -99
    state.if_open = False
    if state.although_open:
        state.although_open = False
        state.sections.append(_Section())


def _steer(state: _State, mark: str, cue: Cue, tokens: list[str]) -> None:
    at = cue.at + cue.length - 1
    if mark in {"no", "gone"}:
        state.negated_at = at
    elif mark in {"fewer", "would", "future", "more", "less", "usedto"}:
        setattr(state, f"{mark}_at", at)
    elif mark == "thanks":
        state.thanks_at = at
    elif mark == "if":
        state.if_open = True
    elif mark == "past":
        state.past = True
    elif mark == "wish":
        state.wish_at = at
    elif mark == "rival":
        state.section.bad -= 2.6
    elif mark == "bested":
        if tokens[at + 1 : at + 2] in (["you"], ["your"], ["yours"]):
            state.section.bad -= 2.6
        else:
            state.section.good += 1.9
    elif mark == "sarcastic":
        state.sarcastic = True
    elif mark == "wellwish":
        state.marks.add("courtesy")
    else:
        _turn(state, mark)


def _turn(state: _State, mark: str) -> None:
    before = state.score()
    if mark == "but":
        for section in state.sections:
            section.scale *= 0.5
        state.sections.append(_Section(1.25))
        _stop(state)
    elif mark == "except":
        for section in state.sections:
            section.scale *= 0.35
        state.sections.append(_Section(1.2, bad=-1.0 if before > 0 else 0.0))
        _stop(state)
    elif mark == "although":
        first = not any(section.good or section.bad for section in state.sections)
        state.sections.append(_Section(0.4 if first else 0.6))
        state.although_open = first
    elif mark == "until":
        if before > 0 and state.past:
            state.turned = True
        elif before < 0:
            for section in state.sections:
                section.scale *= -0.5
        state.sections.append(_Section())
    elif mark == "now":
        state.turn_pending = before > 0 and state.past
        state.sections.append(_Section(1.25))


def _strength(state: _State, cue: Cue) -> float:
    weight = cue.weight
    if cue.at - state.more_at <= 2:
        weight *= 1.25
    elif cue.at - state.less_at <= 2:
        weight *= 0.6
    return weight


def _take_good(state: _State, cue: Cue, cues: list[Cue], place: int, tokens: list[str]) -> None:
    at = cue.at
    if tokens[at][-2:] == "ed" or cue.length > 1:
        state.past = state.past or tokens[at][-2:] == "ed"
    weight = _strength(state, cue)
    if at - state.negated_at <= _REACH:
        state.section.bad -= 0.6 * weight + 0.8
        return
    if at - state.fewer_at <= 1 or at - state.usedto_at <= _REACH:
        state.section.bad -= 0.5 * weight + 0.8
        return
    following = tokens[at + cue.length : at + cue.length + 2]
    if at - state.would_at <= _HYPOTHETICAL_REACH and not _WISHED.isdisjoint(following):
        state.wish_at = at
        return
    if state.if_open or (at - state.would_at <= _HYPOTHETICAL_REACH and cue.length == 1):
        state.marks.add("hypothetical")
        return
    if _concedes(following, tokens[at + cue.length + 1 : at + cue.length + 3]):
        state.marks.add("conceded")
        return
    if (
        following[:1] and following[0] in _HOW
    ):  # "love how it forgets the filter": what follows says whether it is meant
        state.marks.add("how")
        return
    if _wishes_well(tokens, at):
        state.mild += 0.5
        return
    if at - state.future_at <= _REACH and cue.length == 1:
        return
    if at - state.thanks_at <= _THANKS_REACH and cue.weight < _STRONG:
        state.mild += 0.5
        return
    if _opens(cue, cues, place, tokens):
        state.opener += weight
        return
    state.strongest = max(state.strongest, weight)
    state.section.good += weight


_TURNS = frozenset(("but", "until", "now", "usedto", "past", "except"))
_HOW = frozenset(("how", "que", "quand", "cuando", "quando", "cómo", "comment"))
_WISHED = frozenset(("if", "wenn", "si", "se", "que", "when", "dass"))
_PRONOUNS = frozenset(("it", "we", "i", "they", "this", "that"))
_CONCEDED = frozenset(("was", "were", "is", "are", "am"))


def _concedes(following: list[str], rest: list[str]) -> bool:
    """Whether "good" stands in "good as it was"."""
    return following[:1] == ["as"] and bool(rest) and rest[0] in _PRONOUNS and not _CONCEDED.isdisjoint(rest[1:])


def _wishes_well(tokens: list[str], at: int) -> bool:
    """Whether "good" stands in "have a good ..." at the front: a wish for somebody's day."""
    front = tokens[max(0, at - 4) : at]
    while front and front[-1] in {"very", "really", "a", "an", "your", "and"}:
        front.pop()
    return bool(front) and front[-1] in {"have", "enjoy"} and (len(front) == 1 or not front[-2][0].isalnum())


def _opens(cue: Cue, cues: list[Cue], place: int, tokens: list[str]) -> bool:
    """Whether a good word stands alone at the front or between two stops: "Great, ..."."""
    if cue.length > 1 or any(other.mark not in {"more", "nothing", "good", "sign", "stop"} for other in cues[:place]):
        return False
    after = cue.at + 1
    if sum(1 for token in tokens[: cue.at] if token[0].isalnum()) > 2:
        return False
    following = tokens[after] if after < len(tokens) else "."
    return not following[0].isalnum() or (place + 1 < len(cues) and cues[place + 1].mark in {"thanks", "courtesy"})


def _take_bad(state: _State, cue: Cue) -> None:
    at = cue.at
    weight = _strength(state, cue)
    problem = cue.mark == "problem"
    if at - state.negated_at <= _REACH or (at - state.fewer_at <= _REACH and (problem or at - state.fewer_at <= 2)):
        state.section.good += 0.45 * -weight
        return
    if at - state.usedto_at <= _REACH:
        state.section.good += 0.4 * -weight
        return
    if state.if_open or at - state.would_at <= _REACH:
        state.section.bad += 0.3 * weight
        return
    if problem:
        state.raw_problem += weight
    else:
        state.raw_bad += weight
    if state.thanks_at >= 0 and at - state.thanks_at <= 3 and (not problem or weight <= -1.3):
        state.sarcastic = True
    state.section.bad += weight


def _take_gain(state: _State, cue: Cue) -> None:
    at = cue.at
    if state.if_open or at - state.negated_at <= 2 or at - state.would_at <= _REACH or at - state.future_at <= 3:
        state.marks.add("hypothetical")
        return
    state.gain = max(state.gain, cue.weight) if state.gain < cue.weight else state.gain + 0.4 * cue.weight


def _decide(state: _State, *, question: bool, better: bool | None) -> Judgement:
    marks = state.marks
    trouble = state.raw_bad + state.raw_problem
    score = state.score()
    if better and state.raw_bad > _METRIC_FROM:  # "wrong figures fell from 30 to 2" is no complaint
        score -= trouble
    if ("again" in marks and state.raw_problem < 0) or _broken_again(state):
        score += 0.8 * min(trouble, -1.0)
    if _sarcastic(state, trouble):
        return Judgement("complaint", tanh((min(trouble, -1.0) - 2.0) / 4))
    if ("conceded" in marks and trouble < 0) or ("relapse" in marks and _TURNS & marks):
        state.turned = True
    if state.turned or (state.turn_pending and state.section.sum <= 0 and state.gain < WIN_FROM and not better):
        return Judgement("complaint", tanh(min(score - 2.5, -1.8) / 4))
    if question:
        return _asked(state, trouble)
    if state.wish_at >= 0 and score > -2.6 and (score < _STRONG or "but" in marks):
        return Judgement("wish", tanh(0.3 * score / 4))
    if not marks.isdisjoint(("hypothetical", "goal")) or {"if", "would"} <= marks:
        better = None
    gain = state.gain + {True: 2.0, False: -3.0, None: 0.0}[better]
    if "goal" in marks:
        gain = 0.0
    return _plain(state, score, gain)


def _broken_again(state: _State) -> bool:
    return "again" in state.marks and state.score() <= -1.0


def _sarcastic(state: _State, trouble: float) -> bool:
    if state.sarcastic:
        return True
    if "sarcasm" in state.marks and (trouble < 0 or "again" in state.marks):
        return True
    if "how" in state.marks and trouble < 0:
        return True
    if state.opener >= 1.6 and "another" in state.marks:
        return True
    turned = state.marks & {"but", "except", "although", "fewer", "until", "gone"}
    warm = state.opener >= 1.6 and state.section.good < 1.0
    return warm and not turned and (trouble <= -2.0 or (trouble < 0 and "again" in state.marks))


def _asked(state: _State, trouble: float) -> Judgement:
    if state.wish_at >= 0:
        return Judgement("wish", 0.0)
    if trouble <= -2.4:
        return Judgement("complaint", tanh(trouble / 4))
    return Judgement("", 0.0)


def _plain(state: _State, score: float, gain: float) -> Judgement:
    marks = state.marks
    warmth = score + state.mild + 0.6 * state.opener + (0.8 if "thanks" in state.marks else 0.0)
    if gain >= WIN_FROM and score > -1.2:
        return Judgement("win", max(tanh((warmth + 0.6 * gain) / 4), 0.3))
    if gain <= -1.0 or score <= COMPLAINT_FROM:
        return Judgement("complaint", min(tanh((score + min(gain, 0.0)) / 4), -0.2))
    courteous = state.acknowledges or not marks.isdisjoint(("thanks", "courtesy"))
    evaluation = score if courteous else score + state.opener
    mixed = sum(part.bad for part in state.sections) < -0.6 * sum(part.good for part in state.sections)
    if evaluation >= PRAISE_FROM and not (mixed and score < PRAISE_FROM + 1):
        return Judgement("praise", tanh(warmth / 4))
    if "thanks" in state.marks and score > -1.0:
        return Judgement("thanks", tanh(warmth / 4))
    return Judgement("", tanh(warmth / 4))
