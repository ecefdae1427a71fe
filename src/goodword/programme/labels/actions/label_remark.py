"""Say what a sentence means."""

from dataclasses import dataclass

from django.db import transaction

from goodword.kit import clock
from goodword.programme.labels.models import Label, digest_of
from goodword.programme.labels.policies import refuse_labelling
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and what the listener made of it.

    Attributes:
        person_id: whose words they are.
        table: the record table it stands in.
        record_id: the record.
        start: offset of its first character in the record's text.
        end: offset just past its last.
        words: the exact words.
        language: BCP 47 tag; empty where not known.
        channel: how it was said.
        said: the kind heard; empty where nothing was.
        probability: that the listener gave for it; None where it gives none.
        model_version: which listener.
    """

    person_id: str
    table: str
    record_id: str
    start: int
    end: int
    words: str
    language: str = ""
    channel: str = ""
    said: str = ""
    probability: float | None = None
    model_version: str = ""


def label_remark(sentence: Sentence, kind: str, *, by: Actor, way: str = "hand") -> Label:
    """Say what a sentence is: it counts above every listener, with the next run. Saying it again changes nothing.

    Args:
        sentence: where it stands, and what was heard in it.
        kind: what it is.
        by: who says so.
        way: how they came to be asked, one of WAYS.

    Raises:
        GoodwordError: there is no such kind, or there are no words.
    """
    refusal = refuse_labelling(kind, sentence.words)
    if refusal is not None:
        raise refusal
    place = {name: getattr(sentence, name) for name in ("table", "record_id", "start", "end")}
    with transaction.atomic():
        standing = Label.objects.counting().filter(**place).first()
        if standing is not None and (standing.kind, standing.digest) == (kind, digest_of(sentence.words)):
            return standing
        row = Label.objects.create(
            **place,
            person_id=sentence.person_id,
            digest=digest_of(sentence.words),
            language=sentence.language,
            channel=sentence.channel,
            kind=kind,
            said=sentence.said,
            probability=sentence.probability,
            model_version=sentence.model_version,
            way=way,
            at=clock.now(),
            by=by.user_id,
        )
        # The trail names neither words nor record: whoever is erased from the sources is erased from it, too.
        after = {"label": row.pk, "kind": kind, "said": sentence.said}
        record(by, "label", "person", sentence.person_id, after=after)
    return row
