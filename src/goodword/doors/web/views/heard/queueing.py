"""What to label next, sentence after sentence, with one key each."""

import secrets
from random import Random

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goodword.doors.web.policies import policy, principal_in
from goodword.doors.web.views.heard.shown import LABELS, is_offset
from goodword.doors.web.views.heard.wording import KINDS
from goodword.programme.advocates.models import Generation, Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.wording import source_words
from goodword.programme.labels.models import Label
from goodword.programme.people.models import Person
from goodword.runs.labels.queue import Whose, waiting
from goodword.runs.workspace import open_workspace

BATCH = 10
PEOPLE = 60
"""Of so many people, drawn by lot, words are looked at for one batch."""

_SEEDS = 10**9


@policy(LABELS)
def next_ones(request: HttpRequest) -> HttpResponse:
    """Show a batch of sentences to label; its number in the address, so that a reload shows what is left of it."""
    wanted = request.GET.get("batch", "")
    if not is_offset(wanted):
        return redirect(f"{reverse('label-next')}?batch={secrets.randbelow(_SEEDS)}")
    generation, seed = Publication.current(), int(wanted)
    people = _people(Sight.of(principal_in(request)), generation, seed) if generation else []
    found = waiting(open_workspace(settings.WORKSPACE), people, BATCH, seed=seed) if people else []
    facts = {
        "here": "measures",
        "generation": generation,
        "waiting": [{"it": one, "about": source_words(one.table, one.channel)} for one in found],
        "choices": list(KINDS.values()),
        "labels_so_far": Label.objects.counting().count(),
        "back": request.get_full_path(),
    }
    return render(request, "web/heard/next.html", facts)


def _people(sight: Sight, generation: Generation, seed: int) -> list[Whose]:
    """People whom whoever asks sees, drawn by lot."""
    lot = Random(seed)  # noqa: S311  # what is drawn is no secret
    seen = sight.people(generation)
    count = seen.count()
    if sight.owner:
        ids = sorted(seen.values_list("person_id", flat=True))
        rows = seen.filter(person_id__in=lot.sample(ids, min(PEOPLE, count)))
    else:
        rows = seen.filter(rank__in=lot.sample(range(count), min(PEOPLE, count)))
    people = {row.person_id: row for row in rows}
    return [
        Whose(
            row.person_id,
            people[row.person_id].name,
            frozenset(row.person_keys),
            frozenset(email.strip().lower() for email in (row.email, *row.emails) if email),
        )
        for row in Person.objects.filter(pk__in=people).order_by("pk")
    ]
