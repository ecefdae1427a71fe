"""A text under construction that remembers where each remark stands."""

from dataclasses import dataclass, field

from goodword.sample.texts.voice import Sentence
from goodword.sample.world import Remark


@dataclass(slots=True)
class Letter:
    """Text and the spans in it. Offsets count characters of the finished text."""

    text: str = ""
    marks: list[tuple[int, int, Sentence]] = field(default_factory=list)

    @property
    def joint(self) -> str:
        """What separates the next remark: a blank, or a line break after somebody who leaves out full stops."""
        return " " if self.text[-1:] in ".!?" else "\n"

    def add(self, text: str) -> "Letter":
        """Text that is no remark: greetings, line breaks, speakers' names."""
        self.text += text
        return self

    def say(self, sentence: Sentence) -> "Letter":
        """A remark, as it stands."""
        start = len(self.text)
        self.text += sentence.text
        self.marks.append((start, len(self.text), sentence))
        return self

    def mark(self, text: str, label: str, lang: str) -> "Letter":
        """Text that as a whole is of one label: a signature, quoted mail."""
        return self.say(Sentence(text, label, lang))

    def remarks(self, table: str, row_id: str) -> list[Remark]:
        """The truth about this text, once its row has an id."""
        return [
            Remark(
                table=table,
                id=row_id,
                start=start,
                end=end,
                quote=self.text[start:end],
                label=sentence.label,
                lang=sentence.lang,
                metric=sentence.metric,
                before=sentence.before,
                after=sentence.after,
            )
            for start, end, sentence in self.marks
        ]
