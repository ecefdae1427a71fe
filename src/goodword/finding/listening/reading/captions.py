"""Captions of recordings, WebVTT and SRT: whose cue is whose, and the words without numbers and times."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from goodword.finding.listening.reading.lines import Line, lines_of
from goodword.finding.listening.reading.speakers import label_of

_TIME = r"\d{1,4}(?::\d{1,2}){1,2}(?:[.,]\d{1,3})?"
_TIMING = re.compile(rf"\s{{0,3}}{_TIME}\s{{0,3}}-->\s{{0,3}}{_TIME}(?:\s|$)")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*+)?\s([^<>\n]*+)>")
_SYNTAX = re.compile(
    r"</?(?:v|c|i|b|u|ruby|rt|lang|font)\b[^<>\n]*+>|<\d[\d:.,]*+>|\{\\[^{}\n]*+\}|\[[^\[\]\n]*+\]|[\u266a\u266b\u200e]",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s{0,3}(?:[-\u2013]\s{0,2}|>>\s{0,3})(?=\S)")
_SOMEBODY = "\0"  # a speaker who is not the one before, and whose name nobody says
_BLOCKS = ("NOTE", "STYLE", "REGION")
_HEAD = 400  # characters in which the first cue is announced


class Said(NamedTuple):
    """A stretch of a recording said by one speaker.

    Attributes:
        speaker: the label; empty where none was given yet.
        start: offset of its first character.
        end: offset just past its last.
    """

    speaker: str
    start: int
    end: int


def captions(text: str) -> tuple[str, list[Said]] | None:
    """The words of a caption file, blanks where there is syntax, and who says them; None where it is no such file.

    The words have the length of the text. A speaker is told by a voice tag or a label ("Ann Bell: ...") and goes on
    speaking until another one is told; so a sentence may run over cues.
    """
    if "-->" not in text or not _announced(text):
        return None
    voiced = _VOICE.search(text) is not None
    parts: list[str] = []
    told: list[Said] = []
    at, speaker = 0, ""
    for line in _spoken(lines_of(text)):
        for who, start, end in _turns(text, line, voiced=voiced):
            speaker = who or speaker
            parts.append(" " * (start - at))
            parts.append(_SYNTAX.sub(_blanks, text[start:end]))
            at = end
            if told and told[-1].speaker == speaker:
                told[-1] = told[-1]._replace(end=end)
            else:
                told.append(Said(speaker, start, end))
    parts.append(" " * (len(text) - at))
    return "".join(parts), [said._replace(speaker=said.speaker.strip(_SOMEBODY)) for said in told]


def _announced(text: str) -> bool:
    """Whether a text begins as captions do: with the word WEBVTT, or with a time, a number before it or none."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if head.startswith("WEBVTT"):
        return True
    first, _, rest = head.partition("\n")
    return bool(_TIMING.match(first)) or (first.strip().isdigit() and bool(_TIMING.match(rest)))


def _spoken(lines: list[Line]) -> Iterator[Line]:
    """The lines that are words: those after a time, up to a blank line."""
    inside = False
    for line in lines:
        if "-->" in line.text and _TIMING.match(line.text):
            inside = True
        elif not line.text or (not inside and line.text.startswith(_BLOCKS)):
            inside = False
        elif inside:
            yield line


def _turns(text: str, line: Line, *, voiced: bool) -> Iterator[tuple[str, int, int]]:
    """Who says which part of a line; empty for who spoke before."""
    if not voiced:
        name, skip = label_of(line.text)
        dash = _DASH.match(line.text) if not name else None
        yield (name, line.start + skip, line.end) if dash is None else (_SOMEBODY, line.start + dash.end(), line.end)
        return
    at, speaker = line.start, ""
    for match in _VOICE.finditer(text, line.start, line.end):
        if text[at : match.start()].strip():
            yield speaker, at, match.start()
        at, speaker = match.end(), " ".join(match.group(1).split())
    yield speaker, at, line.end


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match.group())
