"""One sentence at a time: what it says, what it really is, and the manners of whoever says it."""

import zlib
from dataclasses import dataclass
from random import Random

from goodword.sample.chance import weighted
from goodword.sample.texts import measures
from goodword.sample.texts.grammar import grammar

_WINS = (("win_duration", 0.36), ("win_count", 0.2), ("win_share", 0.14), ("win_saved", 0.16), ("win_plain", 0.14))

# finer labels: advice and questions in community and tickets, talk in calls, feedback after trainings; our help desk
_TRUE = {"answer": "neutral", "question": "neutral", "spoken": "neutral", "feedback": "neutral", "desk": "ours"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its true label; a win with figures brings them."""

    text: str
    label: str
    lang: str
    metric: str | None = None
    before: str | None = None
    after: str | None = None


def sentence(rng: Random, lang: str, label: str, manner: str = "plain", *, area: str | None = None) -> Sentence:
    """A sentence of that label in that language and manner (see `manner_of`), about an area (see `area_of_talk`).

    Some labels are finer here than in the truth, so that each channel sounds like itself: see `_TRUE`.
    """
    rule = weighted(rng, _WINS) if label == "win" else label
    label = _TRUE.get(label, label)
    if rule not in grammar(lang):
        rule = label
    slots, changes = _topic(rng, lang, rule, area)
    change = changes.get(rule)
    slots |= change.slots if change else {}
    figures = f"{change.before} {change.after}".split() if change else []
    text = _mannered(rng, grammar(lang).say(rule, rng, slots), manner, label, keep=figures)
    if change is None:
        return Sentence(text, label, lang)
    return Sentence(text, label, lang, change.metric, change.before, change.after)


def area_of_talk(rng: Random, lang: str) -> str:
    """What a message is about as a whole; empty for languages whose topics are not sorted by area."""
    rules = grammar(lang)
    return rules.say("area", rng).lower() if "area" in rules else ""


def _topic(
    rng: Random, lang: str, rule: str, area: str | None = None
) -> tuple[dict[str, str], dict[str, measures.Change]]:
    """What the sentence is about, so that process, module and figures belong together."""
    rules = grammar(lang)
    chosen = area_of_talk(rng, lang) if area is None or "area" not in rules or not area else area
    suffix = f"_{chosen}" if chosen else ""
    process, _, scale = rules.say(f"process{suffix}", rng).partition(" @")
    module = _small(rules.say(f"module{suffix}", rng), lang)
    span = measures.duration(rng, lang, _small(process, lang), scale)
    number = measures.count(rng, lang, _small(rules.say(f"thing{suffix}", rng), lang))
    changes = {"win_duration": span, "win_count": number}
    if rule == "win_share":
        changes[rule] = measures.share(rng, lang, _small(rules.say(f"share{suffix}", rng), lang))
    return {"module": module} | measures.saved(rng, lang).slots | span.slots | number.slots, changes


def phrase(rng: Random, lang: str, rule: str) -> str:
    """Any rule said plainly about some topic: subject lines and the like."""
    slots, _ = _topic(rng, lang, rule)
    return grammar(lang).say(rule, rng, slots)


def _small(text: str, lang: str) -> str:
    """The rule's text as it stands inside a sentence; German nouns and names keep their capital."""
    if lang == "de" and text.split(maxsplit=1)[0] not in ("Der", "Die", "Das"):
        return text
    return text if text[1:2].isupper() else text[0].lower() + text[1:]


def manner_of(person_id: str) -> str:
    """How a person writes, always the same: plain (most), lower case, with exclamation marks, with typing errors."""
    draw = zlib.crc32(person_id.encode()) % 100
    if draw < 12:
        return "lower"
    if draw < 22:
        return "loud"
    return "hasty" if draw < 36 else "plain"


def _mannered(rng: Random, text: str, manner: str, label: str, *, keep: list[str]) -> str:
    if manner == "lower":
        text = text[0].lower() + text[1:]
        return text[:-1] if text.endswith(".") and rng.random() < 0.5 else text
    if manner == "loud" and text.endswith(".") and label not in ("neutral", "ours"):
        return text[:-1] + rng.choice(["!", "!!", "!"])
    if manner == "hasty" and rng.random() < 0.6:
        return _typing_error(rng, text, keep)
    return text


def _typing_error(rng: Random, text: str, keep: list[str]) -> str:
    """Two letters swapped, one lost or one doubled, in a word of at least five letters; figures stay right."""
    words = text.split(" ")
    long = [index for index, word in enumerate(words) if len(word) >= 5 and word.isalpha() and word not in keep]
    if not long:
        return text
    index = rng.choice(long)
    word = words[index]
    spot = rng.randrange(1, len(word) - 2)
    kind = rng.random()
    if kind < 0.45:
        word = word[:spot] + word[spot + 1] + word[spot] + word[spot + 2 :]
    elif kind < 0.75:
        word = word[:spot] + word[spot + 1 :]
    else:
        word = word[:spot] + word[spot] + word[spot:]
    words[index] = word
    return " ".join(words)
