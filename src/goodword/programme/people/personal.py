"""What of people stands in this app: who they are."""

from goodword.programme.people.models import Person
from goodword.programme.personal import Nobody, Personal

DECLARED = (
    Personal(
        "people.Person",
        "Who they are, under every key and address of the sources.",
        lambda subject: Person.objects.filter(person_id__in=subject.person_ids),
    ),
    Nobody("people.Account", "Companies, and who of our own people cares for them."),
)
