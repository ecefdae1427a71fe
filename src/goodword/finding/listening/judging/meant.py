"""Whether a good word is meant: wished, supposed, conceded, said in greeting or as a cheer, it evaluates nothing."""

from goodword.finding.listening.judging.cues import Cue
from goodword.finding.listening.judging.state import State

_HYPOTHETICAL_REACH = 6
_FRONT = 2  # words that may stand before an opener


def unmeant(state: State, cue: Cue, tokens: list[str]) -> bool:
    """Whether a good word is no evaluation here: wished, supposed, conceded, or the front of "love how it fails"."""
    at, after = cue.at, cue.at + cue.length
    following = tokens[after : after + 2]
    wished = at - state.would_at <= _HYPOTHETICAL_REACH
    if wished and not _WISHED.isdisjoint(following):
        state.wish_at = at
    elif state.if_open or (wished and cue.length == 1):
        state.marks.add("hypothetical")
    elif _concedes(following, tokens[after + 1 : after + 3]):
        state.marks.add("conceded")
    elif following and following[0] in _HOW:
        state.marks.add("how")
        state.suspended += cue.weight if tokens[at] in _LOVED else 0.0
    else:
        return False
    return True


_LOVED = frozenset(("love", "loves", "loved", "like", "likes", "enjoy", "enjoys", "adoro", "adore"))
_HOW = frozenset(("how", "que", "quand", "cuando", "quando", "cómo", "comment"))
_WISHED = frozenset(("if", "wenn", "si", "se", "que", "when", "dass"))
_PRONOUNS = frozenset(("it", "we", "i", "they", "this", "that"))
_CONCEDED = frozenset(("was", "were", "is", "are", "am"))


def hailed(tokens: list[str], at: int) -> bool:
    """Whether a good word stands in "best release ever, only ...", which goes on to say what it is not."""
    front = tokens[at + 1 : at + 5]
    return "ever" in front and front[front.index("ever") + 1 : front.index("ever") + 3] in _ONLY


_ONLY = ([",", "only"], [",", "just"], [",", "except"])


def _concedes(following: list[str], rest: list[str]) -> bool:
    """Whether "good" stands in "good as it was"."""
    return following[:1] == ["as"] and bool(rest) and rest[0] in _PRONOUNS and not _CONCEDED.isdisjoint(rest[1:])


def wishes_well(tokens: list[str], at: int) -> bool:
    """Whether "good" stands in "have a good ..." at the front: a wish for somebody's day."""
    front = tokens[max(0, at - 4) : at]
    while front and front[-1] in {"very", "really", "a", "an", "your", "and"}:
        front.pop()
    return bool(front) and front[-1] in {"have", "enjoy"} and (len(front) == 1 or not front[-2][0].isalnum())


def opens(cue: Cue, cues: list[Cue], place: int, tokens: list[str]) -> bool:
    """Whether a good word stands alone at the front or between two stops: "Great, ..."."""
    if cue.length > 1 or any(other.mark not in {"more", "nothing", "good", "sign", "stop"} for other in cues[:place]):
        return False
    after = cue.at + 1
    if sum(1 for token in tokens[: cue.at] if token[0].isalnum()) > _FRONT:
        return False
    following = tokens[after] if after < len(tokens) else "."
    return not following[0].isalnum() or (place + 1 < len(cues) and cues[place + 1].mark in {"thanks", "courtesy"})
