"""From what a server answered to opinions: only what is asked for, in range, and word for word in the text survives."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from goodword.finding.listening.asking.questions import KINDS, Question
from goodword.finding.listening.asking.redaction import Redacted, squeezed
from goodword.finding.listening.outcomes.stated import Outcome

type Place = tuple[int, int]

_KEYS = frozenset(("id", "kind", "probability", "polarity", "themes", "outcome", "quote"))
_PARTS = ("metric", "before", "after", "unit")
_MOST_TOKENS = 10_000_000
_STATING = frozenset(("praise", "win", "complaint"))  # kinds that may state an outcome, as the rules have it


class Answer(NamedTuple):
    """What a server said, taken out of its envelope.

    Attributes:
        text: the JSON that the model wrote; empty where there is none.
        tokens: what it says that it cost; None where it does not say so.
        fault: why there is no text: `envelope`, `refused` or `cut`; empty where there is one.
    """

    text: str
    tokens: int | None
    fault: str = ""


class Verdict(NamedTuple):
    """An opinion about a redacted sentence, without a word of it: what is kept to spare asking again.

    Attributes:
        number: which sentence of the question, from 1.
        kind: praise, win, thanks, complaint, wish or neutral.
        probability: 0 to 1.
        polarity: -1 to 1.
        themes: of those asked about.
        quote: where the quote stands in the redacted words; an empty stretch where there is none.
        outcome: where metric, before, after and unit stand there; None where none is stated.
    """

    number: int
    kind: str
    probability: float
    polarity: float
    themes: tuple[str, ...]
    quote: Place
    outcome: tuple[Place, Place, Place, Place] | None


class Opinion(NamedTuple):
    """What a model thinks of one sentence.

    Attributes:
        sentence: which of those asked about, from 0.
        start: offset of the quote's first character in the sentence's text.
        end: offset just past its last.
        quote: the exact words, `text[start:end]`; empty for neutral ones without.
        kind: praise, win, thanks, complaint, wish or neutral.
        probability: 0 to 1, as the model says: to be calibrated by whoever decides with it.
        polarity: -1 to 1.
        themes: of those asked about, in their order.
        outcome: where one is stated in the sentence's own words.
    """

    sentence: int
    start: int
    end: int
    quote: str
    kind: str
    probability: float
    polarity: float
    themes: tuple[str, ...]
    outcome: Outcome | None


class Verdicts(NamedTuple):
    """What survived of an answer, in the order of the sentences, and how often something did not, by reason."""

    kept: tuple[Verdict, ...]
    dropped: Mapping[str, int]


def answer_in(raw: bytes) -> Answer:
    """Open the envelope of a chat completion: what the model wrote, or what it called the tool with."""
    envelope = _json(raw)
    if not isinstance(envelope, dict):
        return Answer("", None, "envelope")
    tokens = _tokens(envelope.get("usage"))
    choices = envelope.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        return Answer("", tokens, "envelope")
    if choice.get("finish_reason") == "length":
        return Answer("", tokens, "cut")
    if message.get("refusal"):
        return Answer("", tokens, "refused")
    text = _called_with(message.get("tool_calls")) or message.get("content")
    return Answer(text, tokens) if isinstance(text, str) and text.strip() else Answer("", tokens, "envelope")


def _called_with(calls: object) -> object:
    first = calls[0] if isinstance(calls, list) and calls else None
    function = first.get("function") if isinstance(first, dict) else None
    return function.get("arguments") if isinstance(function, dict) else None


def _tokens(usage: object) -> int | None:
    total = usage.get("total_tokens") if isinstance(usage, dict) else None
    return total if type(total) is int and 0 < total <= _MOST_TOKENS else None


class _TwiceError(ValueError):
    """A key stands twice in an object: which of them is meant?"""


def _json(raw: str | bytes) -> object:
    """Read JSON; None for what is none, whatever it is instead."""
    try:
        return json.loads(raw, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(told := dict(pairs)) != len(pairs):
        raise _TwiceError
    return told


def verdicts(answer: Answer, asked: Question) -> Verdicts:
    """Hold an answer against what was asked; whatever does not fit is dropped, and counted by its reason."""
    if answer.fault:
        return Verdicts((), {answer.fault: 1})
    told = _json(answer.text)
    if not isinstance(told, dict):
        return Verdicts((), {"not JSON": 1})
    if set(told) != {"opinions"} or not isinstance(told["opinions"], list):
        return Verdicts((), {"other shape": 1})
    kept: dict[int, Verdict] = {}
    dropped: Counter[str] = Counter()
    for said in told["opinions"]:
        found = _verdict(said, asked, dropped)
        if isinstance(found, str):
            dropped[found] += 1
        elif kept.setdefault(found.number, found) is not found:
            dropped["said twice"] += 1
    return Verdicts(tuple(kept[number] for number in sorted(kept)), dict(dropped))


def _verdict(said: object, asked: Question, dropped: Counter[str]) -> Verdict | str:
    """One opinion, or why it is none."""
    if not isinstance(said, dict) or set(said) != _KEYS:
        return "other keys"
    sentence = asked.asked.get(said["id"]) if type(said["id"]) is int else None
    if sentence is None:
        return "no such sentence"
    if not isinstance(said["kind"], str) or said["kind"] not in KINDS:
        return "unknown kind"
    return _judged(said, sentence, asked.themes, dropped)


def _judged(said: dict[str, Any], sentence: Redacted, known: tuple[str, ...], dropped: Counter[str]) -> Verdict | str:
    """An opinion of a known kind about a known sentence, or why it is none."""
    probability, polarity = _number(said["probability"], 0, 1), _number(said["polarity"], -1, 1)
    if probability is None or polarity is None:
        return "number out of range"
    if (said["kind"] in {"praise", "win"} and polarity < 0) or (said["kind"] == "complaint" and polarity > 0):
        return "contradicts itself"
    quote = _place(said["quote"], sentence)
    if quote is None or (quote[0] == quote[1] and said["kind"] != "neutral"):
        return "not in the text"
    themes = _themes(said["themes"], known, dropped)
    outcome = _outcome(said["outcome"], sentence, dropped) if said["kind"] in _STATING else None
    return Verdict(said["id"], said["kind"], probability, polarity, themes, quote, outcome)


def _number(value: object, low: float, high: float) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        return None  # what is not a number at all lies in no range
    return float(value)


def _place(words: object, sentence: Redacted) -> Place | None:
    """Where words stand in a redacted sentence; an empty stretch for none; None where they do not stand there.

    White space may differ in length, for models squeeze it; a placeholder is found whole or not at all.
    """
    if not isinstance(words, str) or len(words) > 2 * len(sentence.words):
        return None
    pattern = squeezed(words)
    if pattern is None:
        return (0, 0)
    for match in pattern.finditer(sentence.words):
        if sentence.back(*match.span()) is not None:
            return match.span()
    return None


def _themes(said: object, known: tuple[str, ...], dropped: Counter[str]) -> tuple[str, ...]:
    told = [one for one in said if isinstance(one, str)] if isinstance(said, list) else []
    kept = tuple(one for one in known if one in told)
    strange = len(said) - sum(one in known for one in told) if isinstance(said, list) else 1
    if strange:
        dropped["unknown theme"] += strange
    return kept


def _outcome(said: object, sentence: Redacted, dropped: Counter[str]) -> tuple[Place, Place, Place, Place] | None:
    if said is None:
        return None
    told = said if isinstance(said, dict) and set(said) == set(_PARTS) else {}
    places = [_place(told.get(name), sentence) for name in _PARTS]
    found = [place for place in places if place is not None]
    if len(found) != len(_PARTS) or found[2] == (0, 0):
        dropped["outcome not in the text"] += 1
        return None
    return found[0], found[1], found[2], found[3]


def opinions(found: Iterable[Verdict], asked: Question) -> tuple[Opinion, ...]:
    """Verdicts as opinions about the original texts; each quote is cut out of its text. What does not fit goes."""
    return tuple(one for verdict in found if (one := _placed(verdict, asked)) is not None)


def _placed(verdict: Verdict, asked: Question) -> Opinion | None:
    redacted = asked.asked.get(verdict.number)
    place = redacted.back(*verdict.quote) if redacted else None
    if redacted is None or place is None:
        return None
    sentence = asked.sentences[verdict.number - 1]
    start, end = sentence.start + place[0], sentence.start + place[1]
    outcome = Outcome(*(redacted.undone(*part) for part in verdict.outcome)) if verdict.outcome else None
    return Opinion(
        verdict.number - 1, start, end, sentence.text[start:end], verdict.kind, verdict.probability, verdict.polarity,
        verdict.themes, outcome,
    )  # fmt: skip
