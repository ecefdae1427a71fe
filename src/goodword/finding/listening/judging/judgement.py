"""What a sentence is: win, praise, thanks, complaint, wish or nothing, and how warm.

The rules are described, in order, in docs/algorithms/listening.md.
"""

from math import atanh, tanh
from typing import NamedTuple

from goodword.finding.listening.judging.cues import Lexicon, cues_of
from goodword.finding.listening.judging.state import State
from goodword.finding.listening.judging.weighing import weighed

PRAISE_FROM = 1.8
COMPLAINT_FROM = -1.6
WIN_FROM = 2.0
_METRIC_FROM = -2.5  # blame down to here may be the name of what an outcome counts: "wrong figures"
_BITTER = -2.5
_RAW = -2.0
_SPOILT = -1.2
_GLOWING = 3.0
_THANKED = 1.2
_EXCLAIMED = 1.3
_FRIENDLY = 0.27
_PASSING = 1.0  # of good words that judge nothing
_NAMED = 0.7  # of a problem's weight where it is named and nothing is judged
_WARM = 1.6
_TURNS = frozenset(("but", "until", "now", "usedto", "past", "except"))


class Signs(NamedTuple):
    """What the rules saw before they judged: what a model learns from.

    Attributes:
        state: the sums and marks.
        question: whether it asks.
        exclaimed: whether it ends with an exclamation mark.
        better: whether an outcome stated is an improvement; None where there is none or that is open.
        length: number of tokens.
    """

    state: State
    question: bool
    exclaimed: bool
    better: bool | None
    length: int


class Judgement(NamedTuple):
    """What one sentence is.

    Attributes:
        kind: win, praise, thanks, complaint, wish; empty for nothing.
        polarity: -1 (bitter) to 1 (delighted): tanh of a quarter of the summed weights.
        signs: what was seen in it; None where nothing was.
    """

    kind: str
    polarity: float
    signs: Signs | None = None


TELLING = frozenset(
    "good bad problem gain picture serves tone rival bested thanks wish relapse sarcasm sarcastic".split()
)
"""Marks without one of which a sentence is nothing: all others only steer."""

_NOTHING = Judgement("", 0.0)


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
        return _NOTHING
    marks = {cue.mark for cue in cues}
    silent = better is None and marks.isdisjoint(TELLING)
    if silent:
        state = State(marks, acknowledges=acknowledges)
        state.past = "past" in marks
    else:
        state = weighed(cues, tokens, acknowledges=acknowledges)
    question = "?" in tokens[-1] or (len(tokens) > 1 and "?" in tokens[-2])
    judged = _NOTHING if silent else _decide(state, question=question, better=better)
    exclaimed = not question and ("!" in tokens[-1] or (len(tokens) > 1 and "!" in tokens[-2]))
    polarity = judged.polarity if judged.kind else _felt(judged.polarity, exclaimed=exclaimed)
    return Judgement(judged.kind, polarity, Signs(state, question, exclaimed, better, len(tokens)))


def _felt(polarity: float, *, exclaimed: bool) -> float:
    """How a neutral sentence feels that is exclaimed: stronger, and friendly where no word says how."""
    if not exclaimed:
        return polarity
    warmth = atanh(polarity) * _EXCLAIMED
    return tanh(warmth if polarity < 0 else warmth + _FRIENDLY)


def _decide(state: State, *, question: bool, better: bool | None) -> Judgement:
    marks = state.marks
    trouble = state.raw_bad + state.raw_problem
    score = _score(state, trouble, better=better)
    if _sarcastic(state, trouble):
        return Judgement("complaint", tanh((min(trouble, -1.0) - 2.0) / 4))
    if _turned(state, trouble, better=better):
        return Judgement("complaint", tanh(min(score - 2.5, -1.8) / 4))
    if question:
        return _asked(state, trouble)
    if state.wish_at >= 0 and score > _BITTER and (score < _GLOWING or "but" in marks):
        return Judgement("wish", tanh(0.3 * score / 4))
    supposed = not marks.isdisjoint(("hypothetical", "goal")) or any(pair <= marks for pair in _SUPPOSED)
    # "Fond as I am of it, it went from joy to chore": after what is conceded, only figures tell a success.
    gain = 0.0 if "goal" in marks or "conceded" in marks else state.gain
    return _plain(state, score, gain if supposed else gain + _GAINS[better])


_SUPPOSED = ({"if", "would"}, {"until", "would"})  # "I would have signed before the move"
_GAINS = {True: 2.0, False: -3.0, None: 0.0}  # what an outcome adds, by whether it is for the better


def _score(state: State, trouble: float, *, better: bool | None) -> float:
    score = state.score()
    if better and state.raw_bad > _METRIC_FROM:  # "wrong figures fell from 30 to 2" is no complaint
        score -= trouble
    if ("again" in state.marks and state.raw_problem < 0) or _broken_again(state):
        score += 0.8 * min(trouble, -1.0)
    if trouble == 0.0 and state.suspended and state.section.good > 0:  # "love how easy it is" is meant
        score += state.suspended
    return score


def _turned(state: State, trouble: float, *, better: bool | None) -> bool:
    """Whether it was good once: "great until", "good as it was", "back to eight hours"."""
    if state.turned or ("conceded" in state.marks and trouble < 0):
        return True
    if "relapse" in state.marks and _TURNS & state.marks:
        return True
    return state.turn_pending and state.section.sum <= 0 and state.gain < WIN_FROM and not better


def _broken_again(state: State) -> bool:
    return "again" in state.marks and state.score() <= -1.0


def _sarcastic(state: State, trouble: float) -> bool:
    if state.sarcastic:
        return True
    if "sarcasm" in state.marks and (trouble < 0 or "again" in state.marks):
        return True
    if not state.marks.isdisjoint(("how", "hailed")) and trouble < 0:
        return True
    if state.opener >= _WARM and "another" in state.marks:
        return True
    turned = state.marks & {"but", "except", "although", "fewer", "until", "gone"}
    warm = state.opener >= _WARM and state.section.good < 1.0
    return warm and not turned and (trouble <= _RAW or (trouble < 0 and "again" in state.marks))


def _asked(state: State, trouble: float) -> Judgement:
    if state.wish_at >= 0:
        return Judgement("wish", 0.0)
    if trouble <= _BITTER:
        return Judgement("complaint", tanh(trouble / 4))
    return Judgement("", 0.0)


def _plain(state: State, score: float, gain: float) -> Judgement:
    marks = state.marks
    warmth = score + state.mild + state.tone + 0.6 * state.opener + (_THANKED if "thanks" in state.marks else 0.0)
    if gain >= WIN_FROM and score > _SPOILT:
        return Judgement("win", max(tanh((warmth + 0.6 * gain) / 4), 0.3))
    if gain <= -1.0 or score <= COMPLAINT_FROM:
        return Judgement("complaint", min(tanh((score + min(gain, 0.0)) / 4), -0.2))
    courteous = state.acknowledges or not marks.isdisjoint(("thanks", "courtesy"))
    evaluation = score if courteous else score + state.opener
    mixed = sum(part.bad for part in state.sections) < -0.6 * sum(part.good for part in state.sections)
    enough = _GLOWING + 0.1 if "thanks" in marks else PRAISE_FROM  # "very helpful, thanks" is courtesy
    if evaluation >= enough and not (mixed and score < PRAISE_FROM + 1):
        return Judgement("praise", tanh(warmth / 4))
    if "thanks" in state.marks and score > -1.0:
        return Judgement("thanks", tanh(warmth / 4))
    # "Works for me", said in passing, is not felt; in a review it is.
    passing = min(sum(part.scale * part.good for part in state.sections), _PASSING) if state.acknowledges else 0.0
    return Judgement("", tanh((warmth - passing - _NAMED * state.raw_problem) / 4))
