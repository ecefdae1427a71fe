"""What the customer's person said here: the passages that remain when quotes, signatures and our own words are gone."""

from collections.abc import Iterator
from typing import NamedTuple

from goodword.finding.listening.reading.captions import Said, captions
from goodword.finding.listening.reading.lines import Line, lines_of
from goodword.finding.listening.reading.markdown import unmarked
from goodword.finding.listening.reading.markup import masked
from goodword.finding.listening.reading.quoting import own_lines
from goodword.finding.listening.reading.signatures import unsigned
from goodword.finding.listening.reading.speakers import Turn, name_in, theirs, transcript


class Passage(NamedTuple):
    """A stretch of the original text that is theirs.

    Attributes:
        start: offset of its first character.
        end: offset just past its last.
        speaker: who the text says is speaking; empty where it names nobody.
    """

    start: int
    end: int
    speaker: str


_SPOKEN = frozenset(("call", "meeting", "training", "ebr"))  # where words before the first speaker are our notes


def read(text: str, *, person_name: str = "", direction: str = "in", channel: str = "") -> tuple[str, list[Passage]]:
    """What the customer's person said in this text, and the masked text to read it in.

    The masked text has the original's length; a passage's offsets hold in both. Nothing is theirs in a text of ours.
    """
    if direction == "out":
        return text, []
    recorded = captions(text)
    if recorded is not None:
        words, told = recorded
        return words, _heard(told, person_name, channel)
    words = unmarked(masked(text))
    if "\n" not in words and "\r" not in words and ":" not in words:
        return words, [Passage(0, len(words), "")]
    lines = lines_of(words)
    turns = transcript([line.text for line in lines], person_name) if ":" in words or "---" in words else None
    if turns is None:
        return words, _merged(unsigned(own_lines(lines, person_name), person_name), "")
    passages: list[Passage] = []
    for speaker, said in _said(lines, turns, person_name, opening=channel not in _SPOKEN):
        passages.extend(_merged(unsigned(own_lines(said, person_name), person_name), name_in(speaker)))
    return words, passages


def _said(lines: list[Line], turns: list[Turn], person_name: str, *, opening: bool) -> Iterator[tuple[str, list[Line]]]:
    """Each turn of the customer's person; in a written thread the words before the first label are theirs too."""
    mine = theirs(turns, person_name) | ({""} if opening else set())
    speaker = ""
    said: list[Line] = []
    for line, turn in zip(lines, turns, strict=True):
        if (turn.skip or turn.speaker != speaker) and said:
            yield speaker, said
            said = []
        speaker = turn.speaker
        if speaker in mine:
            said.append(line.without(turn.skip))
    if said:
        yield speaker, said


def _heard(told: list[Said], person_name: str, channel: str) -> list[Passage]:
    """Each turn of the customer's person in a recording; where it names nobody, nobody is credited."""
    named = any(said.speaker for said in told)
    if not named and channel in _SPOKEN:
        return []
    mine = theirs([Turn(said.speaker, 0) for said in told], person_name) if named else {""}
    return [Passage(said.start, said.end, name_in(said.speaker)) for said in told if said.speaker in mine]


def _merged(lines: list[Line], speaker: str) -> list[Passage]:
    """Neighbouring lines as one passage, so that a sentence may run over a line's end."""
    passages: list[Passage] = []
    after = -1
    for line in lines:
        if line.first == after:
            passages[-1] = passages[-1]._replace(end=line.end)
        else:
            passages.append(Passage(line.start, line.end, speaker))
        after = line.after
    return passages
