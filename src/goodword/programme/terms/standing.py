"""Which terms of somebody hold now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from goodword.programme.terms.models import Term, Way, Word, key_of


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms somebody helps.

    Attributes:
        topics: what they said of topics, by key: the topic as it is written, and the word.
        way: how they want to be reached; empty for by e-mail.
        detail: which number, which hours; empty where they said none.
    """

    topics: Mapping[str, tuple[str, Word]] = field(default_factory=dict)
    way: Way = ""
    detail: str = ""

    def __bool__(self) -> bool:
        return bool(self.topics or self.way or self.detail)

    def word_on(self, topic: str) -> Word:
        """What they said of a topic; empty where they said nothing of it."""
        return self.topics.get(key_of(topic), ("", ""))[1]

    @property
    def gladly(self) -> Sequence[str]:
        """The topics they like to speak about."""
        return [topic for topic, word in self.topics.values() if word == "gladly"]

    @property
    def not_about(self) -> Sequence[str]:
        """The topics they do not want to speak about."""
        return [topic for topic, word in self.topics.values() if word == "not"]


def terms_of(person_id: str) -> Terms:
    """The terms of a human being by their id of today; one question to the database."""
    return _newest(Term.objects.of(person_id))


def terms_of_all() -> dict[str, Terms]:
    """The terms of everybody who said any, by the id of today; one question to the database."""
    rows: dict[str, list[Term]] = {}
    for row in Term.objects.select_related("person").order_by("at", "pk"):
        rows.setdefault(row.person.root_id or row.person_id, []).append(row)
    return {person: terms for person, said in rows.items() if (terms := _newest(said))}


def _newest(rows: Iterable[Term]) -> Terms:
    topics: dict[str, tuple[str, Word]] = {}
    way: Way = ""
    detail = ""
    for row in rows:
        if row.about == Term.TOPIC:
            topics[key_of(row.topic)] = (row.topic, cast("Word", row.word))
        else:
            way, detail = cast("Way", row.word), row.detail
    return Terms({key: said for key, said in topics.items() if said[1]}, way, detail)
