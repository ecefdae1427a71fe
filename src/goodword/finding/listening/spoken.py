"""From texts to the sentences a customer's person said in them.

Texts are taken many at a time and one step after the other, not one text after the other: the same few functions on
many sentences run a quarter faster than all functions on one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from goodword.finding.listening.judging.cues import LANGUAGES, lexicon_of, tokens_of
from goodword.finding.listening.quoting.quotable import quotations, set_apart, stands_in
from goodword.finding.listening.reading import Passage, read
from goodword.finding.listening.reading.languages import language_of, sentence_language
from goodword.finding.listening.reading.markup import plain
from goodword.finding.listening.reading.sentences import sentences

LONGEST_SENTENCE = 1000
"""Characters; what is longer is no sentence and is not quoted."""


class Text(NamedTuple):
    """A text as it arrived.

    Attributes:
        text: the words, exactly.
        direction: `out` for a text of ours: nothing in it is a customer's.
        channel: where it was said; in `survey` and `review` a single word of praise counts.
        person_name: the customer's person, for telling speakers apart.
    """

    text: str
    direction: str = "in"
    channel: str = ""
    person_name: str = ""


class Spoken(NamedTuple):
    """One sentence of the customer's person.

    Attributes:
        of: the place of its text in the list.
        start: offset of its first character in that text.
        end: offset just past its last.
        speaker: who says it, where the text names a speaker.
        quoted: whether it stands in quotation marks.
        apart: whether these hold a paragraph of its own.
        words: the sentence without tags and the like.
        language: BCP 47 tag, one of `LANGUAGES`.
        tokens: the words as tokens, see `tokens_of`.
        follows: whether the sentence before it in the list stands before it in the same passage.
    """

    of: int
    start: int
    end: int
    speaker: str
    quoted: bool
    apart: bool
    words: str
    language: str
    tokens: list[str]
    follows: bool


type _Cut = tuple[int, int, int]
"""The place of a passage, and the start and end of a sentence in it."""


def spoken_in(texts: Sequence[Text]) -> tuple[list[str], list[Spoken]]:
    """The texts without tags and the like, of the same length, and the sentences of each that a lexicon reads."""
    done = [read(one.text, person_name=one.person_name, direction=one.direction, channel=one.channel) for one in texts]
    cut = [_cut(words, passages) for words, passages in done]
    tongues = [_tongue(*one, cuts) for one, cuts in zip(done, cut, strict=True)]
    marked = [quotations(words) if cuts else [] for (words, _), cuts in zip(done, cut, strict=True)]
    alone = [set_apart(words, marks) for (words, _), marks in zip(done, marked, strict=True)]
    plainly = [[plain(words[start:end]) for _, start, end in cuts] for (words, _), cuts in zip(done, cut, strict=True)]
    said: list[Spoken] = []
    for of, ((_, passages), cuts, (language, mixed), marks) in enumerate(zip(done, cut, tongues, marked, strict=True)):
        last = -1
        for (place, start, end), words in zip(cuts, plainly[of], strict=True):
            own = sentence_language(words, language) if mixed else language
            if own in LANGUAGES:
                quoted = bool(marks) and stands_in(start, end, marks)
                apart = quoted and stands_in(start, end, alone[of])
                tokens = tokens_of(words, lexicon_of(own))
                said.append(
                    Spoken(of, start, end, passages[place].speaker, quoted, apart, words, own, tokens, place == last)
                )
                last = place
    return [words for words, _ in done], said


def _cut(words: str, passages: Sequence[Passage]) -> list[_Cut]:
    """The sentences of each passage that are not too long to be one."""
    return [
        (place, start, end)
        for place, passage in enumerate(passages)
        for start, end in sentences(words, passage.start, passage.end)
        if end - start <= LONGEST_SENTENCE
    ]


def _tongue(words: str, passages: Sequence[Passage], cuts: Sequence[_Cut]) -> tuple[str, bool]:
    """The language of a text from its first sentence on, and whether another may be mixed in."""
    return language_of(words[passages[cuts[0][0]].start : passages[-1].end]) if cuts else ("", False)
