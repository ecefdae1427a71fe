"""Write down about what somebody likes to speak, and about what not."""

from collections.abc import Mapping

from django.db import transaction

from goodword.kit import clock
from goodword.programme.people.models import Person
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record
from goodword.programme.terms.models import Term, key_of
from goodword.programme.terms.own_words import refuse_wider_topics
from goodword.programme.terms.policies import refuse_many_topics, refuse_topic
from goodword.programme.terms.standing import terms_of


def set_topics(person_id: str, words: Mapping[str, str], *, by: Actor) -> list[Term]:
    """Write what is new of it; what stands already is not written again.

    Args:
        person_id: who said it, under any id of theirs.
        words: `gladly`, `not` or empty for nothing any more, by topic.
        by: who writes it down: they themselves, or a colleague, who never widens what they said.

    Raises:
        GoodwordError: a topic is no short line, there are too many, or they refused one of them themselves.
    """
    spelled = {key_of(topic): " ".join(topic.split()) for topic in reversed(list(words))}  # of two spellings the first
    told = {spelled[key_of(topic)]: word for topic, word in words.items()}
    refusal = next(filter(None, (refuse_topic(topic, word) for topic, word in told.items())), None)
    if refusal is not None:
        raise refusal
    with transaction.atomic():
        person = Person.objects.select_for_update(no_key=True).get(pk=Person.today_of(person_id))
        before = terms_of(person.pk)
        new = {topic: word for topic, word in told.items() if before.word_on(topic) != word}
        refusal = refuse_wider_topics(person.pk, new, by=by) or refuse_many_topics(
            len(before.topics) + sum(not before.word_on(topic) for topic in new)
        )
        if refusal is not None:
            raise refusal
        rows = [
            Term(person=person, about=Term.TOPIC, topic=topic, word=word, at=clock.now(), by=by.user_id)
            for topic, word in new.items()
        ]
        Term.objects.bulk_create(rows)
        if rows:
            # Which topics these are is kept in their rows; the trail holds how many.
            record(by, "prefer", "person", person.pk, after={"changed": len(rows)})
    return rows
