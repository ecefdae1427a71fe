"""About what they like to speak and about what not, and how they want to be reached."""

from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goodword.doors.portal.own_words import newest_words
from goodword.doors.portal.saying.step import Step, Sure, Visit, Wish
from goodword.doors.portal.saying.wording import Words
from goodword.programme.advocates.models import Generation
from goodword.programme.terms.actions.set_reach import set_reach
from goodword.programme.terms.actions.set_topics import set_topics
from goodword.programme.terms.models import WAYS, Way, Word, key_of
from goodword.programme.terms.policies import refuse_reach, refuse_topic
from goodword.programme.terms.standing import terms_of

ON_TOPIC: dict[Word, Words] = {
    "gladly": gettext_lazy("Gladly"),
    "": gettext_lazy("Fine"),
    "not": gettext_lazy("No"),
}
"""What may be said of a topic, and how it is said."""

REACHED: dict[Way, Words] = {
    "": gettext_lazy("E-mail"),
    "phone": gettext_lazy("Phone: call me, do not write"),
    "colleague": gettext_lazy("Only by whoever of you looks after us"),
}
"""How they may want to be reached, and how it is said."""

_HEARD, _LOOKED_AT = 8, 50


@dataclass(frozen=True, slots=True)
class TopicChoice:
    """A topic on their page.

    Attributes:
        field: the name of its field.
        topic: as it is shown.
        word: what they said of it.
    """

    field: str
    topic: str
    word: Word


def topic_choices(person_id: str, generation: Generation | None = None) -> list[TopicChoice]:
    """The topics they spoke well of, the newest first, and all of which they said something."""
    terms = terms_of(person_id)
    heard = [theme for remark in newest_words(person_id, _LOOKED_AT, generation) for theme in remark.themes]
    topics = {key_of(topic): topic for topic in reversed(heard)}  # of two spellings the newest
    shown = dict.fromkeys(key_of(topic) for topic in heard)
    fresh = [topics[key] for key in shown if key not in terms.topics][:_HEARD]
    said = [topic for topic, _word in terms.topics.values()]
    return [TopicChoice(_field(topic), topic, terms.word_on(topic)) for topic in (*said, *fresh)]


def _field(topic: str) -> str:
    """The name of a topic's field, which holds whatever the topic is called."""
    return f"topic_{sha256(key_of(topic).encode()).hexdigest()[:16]}"


def _words(visit: Visit, wish: Wish) -> dict[str, str]:
    """What changes, by topic.

    Raises:
        GoodwordError: a topic of their own is no short line.
    """
    shown = topic_choices(visit.person_id)
    told: dict[str, str] = {one.topic: wish.get(one.field, one.word) for one in shown}
    told |= {" ".join(line.split()): "gladly" for line in wish["more"].split("\n") if line.strip()}
    before = terms_of(visit.person_id)
    changed = {topic: word for topic, word in told.items() if before.word_on(topic) != word}
    refusal = next(filter(None, (refuse_topic(topic, word) for topic, word in changed.items())), None)
    if refusal is not None:
        raise refusal
    return changed


def _sure_of_topics(visit: Visit, wish: Wish) -> Sure:
    lines = tuple(f"{topic}: {ON_TOPIC[word]}" for topic, word in _words(visit, wish).items())  # type: ignore[index]  # it was looked at
    sentence = _("This changes, and counts at once:") if lines else _("Nothing changes: this is what holds already.")
    return Sure(_("What you like to speak about"), sentence, _("Save it"), lines=lines)


def _set_topics(visit: Visit, wish: Wish) -> None:
    set_topics(visit.person_id, _words(visit, wish), by=visit.by)


def _sure_of_reach(_visit: Visit, wish: Wish) -> Sure:
    refusal = refuse_reach(wish["way"], wish["detail"])
    if refusal is not None:
        raise refusal
    way = next(one for one in WAYS if one == wish["way"])
    lines = (str(REACHED[way]), *([wish["detail"]] if wish["detail"] else []))
    return Sure(_("How we reach you"), _("From now on we ask you so, and in no other way:"), _("Save it"), lines=lines)


def _set_reach(visit: Visit, wish: Wish) -> None:
    set_reach(visit.person_id, wish["way"], wish["detail"], by=visit.by)


TERMS: dict[str, Step] = {
    "topics": Step(_sure_of_topics, _set_topics, ("more",), each="topic_"),
    "reach": Step(_sure_of_reach, _set_reach, ("way", "detail")),
}
"""What can be said about how they help."""
