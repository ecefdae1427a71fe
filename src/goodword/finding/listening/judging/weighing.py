"""Reading a sentence's cues one by one: what each adds, given what steers it."""

from collections.abc import Callable

from goodword.finding.listening.judging.cues import Cue
from goodword.finding.listening.judging.meant import hailed, opens, unmeant, wishes_well
from goodword.finding.listening.judging.state import Section, State

_STRONG = 3.0  # good words from here on survive a thank-you
_REACH = 4  # tokens that a negator governs
_THANKS_REACH = 9
_BESIDE = 2  # tokens between a word and one that makes it stronger or weaker
_BREAKAGE = -1.3  # problems from here on are never thanked for
_RIVAL = -2.6
_BESTED = 1.9
_FAILING = -1.3
_UNFELT = -0.3  # "not sorry" is a little glad


def weighed(cues: list[Cue], tokens: list[str], *, acknowledges: bool) -> State:
    """The state of a sentence after its last cue."""
    state = State(set(), acknowledges=acknowledges)
    marks = state.marks
    for place, cue in enumerate(cues):
        mark = cue.mark
        if mark in _STOPS:  # every other cue is one
            marks.add(mark)
            _stop(state)
        elif mark in _HAILED and hailed(tokens, cue.at):
            marks.update((mark, "hailed"))
        else:
            marks.add(mark)
            _take(state, cue, cues, place, tokens)
    return state


_STOPS = frozenset(("stop", "end"))
_HAILED = frozenset(("good", "gain"))


def _take(state: State, cue: Cue, cues: list[Cue], place: int, tokens: list[str]) -> None:
    mark = cue.mark
    if mark == "good":
        _take_good(state, cue, cues, place, tokens)
    elif mark in _TAKEN:
        _TAKEN[mark](state, cue)
    elif mark in _STEERS:
        _steer(state, mark, cue, tokens)


def _take_picture(state: State, cue: Cue) -> None:
    if cue.weight > 0:
        state.mild += cue.weight
    else:
        state.section.bad += cue.weight
        state.raw_bad += cue.weight


def _take_tone(state: State, cue: Cue) -> None:
    state.tone += _UNFELT * cue.weight if cue.at - state.negated_at <= _REACH else cue.weight


def _stop(state: State) -> None:
    state.negated_at = state.fewer_at = state.would_at = state.future_at = state.thanks_at = -99
    state.usedto_at = -99
    state.if_open = False
    if state.although_open:
        state.although_open = False
        state.sections.append(Section())


def _steer(state: State, mark: str, cue: Cue, tokens: list[str]) -> None:
    at = cue.at + cue.length - 1
    if mark == "usedto" and tokens[at + 1 : at + 2] in _SUFFERED:
        _past(state)
    elif mark in _PLACES:
        setattr(state, _PLACES[mark], at)
    elif mark in _FLAGS:
        setattr(state, _FLAGS[mark], True)
    elif mark == "rival":
        state.section.bad += _RIVAL
    elif mark == "bested":
        if tokens[at + 1 : at + 2] in (["you"], ["your"], ["yours"]):
            state.section.bad += _RIVAL
        else:
            state.section.good += _BESTED
    elif mark in _TURNS:
        _TURNS[mark](state, state.score())


_SUFFERED = (["get"], ["have"], ["see"], ["face"], ["fight"], ["chase"])


def _past(state: State) -> None:
    """Whatever troubles stood before "we used to get" are over: they count no more, for better or worse."""
    state.section.bad = 0.0
    state.raw_bad = state.raw_problem = 0.0


_PLACES = {
    "no": "negated_at",
    "gone": "negated_at",
    "fewer": "fewer_at",
    "would": "would_at",
    "future": "future_at",
    "more": "more_at",
    "less": "less_at",
    "usedto": "usedto_at",
    "thanks": "thanks_at",
    "wish": "wish_at",
}
_FLAGS = {"if": "if_open", "past": "past", "sarcastic": "sarcastic"}


def _but(state: State, _: float) -> None:
    for section in state.sections:
        section.scale *= 0.5
    state.sections.append(Section(1.25))
    _stop(state)


def _except(state: State, before: float) -> None:
    for section in state.sections:
        section.scale *= 0.35
    state.sections.append(Section(1.2, bad=-1.0 if before > 0 else 0.0))
    _stop(state)


def _although(state: State, _: float) -> None:
    first = not any(section.good or section.bad for section in state.sections)
    state.sections.append(Section(0.4 if first else 0.6))
    state.although_open = first


def _until(state: State, before: float) -> None:
    if before > 0 and state.past:
        state.turned = True
    elif before < 0:
        for section in state.sections:
            section.scale *= -0.5
    state.sections.append(Section())


def _now(state: State, before: float) -> None:
    state.turn_pending = before > 0 and state.past
    state.sections.append(Section(1.25))


_TURNS: dict[str, Callable[[State, float], None]] = {
    "but": _but,
    "except": _except,
    "although": _although,
    "until": _until,
    "now": _now,
}


def _strength(state: State, cue: Cue) -> float:
    weight = cue.weight
    if cue.at - state.more_at <= _BESIDE:
        weight *= 1.25
    elif cue.at - state.less_at <= _BESIDE:
        weight *= 0.6
    return weight


def _take_good(state: State, cue: Cue, cues: list[Cue], place: int, tokens: list[str]) -> None:
    at = cue.at
    state.past = state.past or tokens[at].endswith("ed")
    weight = _strength(state, cue)
    if at - state.negated_at <= _REACH:
        state.section.bad -= 0.6 * weight + 0.8
    elif at - state.fewer_at <= 1 or at - state.usedto_at <= _REACH:
        state.section.bad -= 0.5 * weight + 0.8
    elif unmeant(state, cue, tokens) or (at - state.future_at <= _REACH and cue.length == 1):
        return
    elif (at - state.thanks_at <= _THANKS_REACH and cue.weight < _STRONG) or wishes_well(tokens, at):
        state.mild += 0.5
    elif opens(cue, cues, place, tokens):
        state.opener += weight
    else:
        state.section.good += weight


def _take_bad(state: State, cue: Cue) -> None:
    at = cue.at
    weight = _strength(state, cue)
    problem = cue.mark == "problem"
    if at - state.negated_at <= _REACH or (
        at - state.fewer_at <= _REACH and (problem or at - state.fewer_at <= _BESIDE)
    ):
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
    if state.thanks_at >= 0 and at - state.thanks_at <= _REACH - 1 and (not problem or weight <= _BREAKAGE):
        state.sarcastic = True
    state.section.bad += weight


def _take_gain(state: State, cue: Cue) -> None:
    at = cue.at
    if (
        state.if_open
        or at - state.negated_at <= _BESIDE
        or at - state.would_at <= _REACH
        or at - state.future_at <= _REACH - 1
    ):
        state.marks.add("hypothetical")
        return
    state.gain = max(state.gain, cue.weight) if state.gain < cue.weight else state.gain + 0.4 * cue.weight


def _take_failing(state: State, cue: Cue) -> None:
    """What does not open or load, though no word of trouble says so."""
    if cue.at - state.negated_at <= _BESIDE and not (state.if_open or cue.at - state.would_at <= _REACH):
        state.raw_problem += _FAILING
        state.section.bad += _FAILING


_TAKEN: dict[str, Callable[[State, Cue], None]] = {
    "bad": _take_bad,
    "problem": _take_bad,
    "gain": _take_gain,
    "picture": _take_picture,
    "serves": _take_failing,
    "tone": _take_tone,
}
_STEERS = frozenset((*_PLACES, *_FLAGS, "rival", "bested", *_TURNS))
