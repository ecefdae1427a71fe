"""Take somebody out of what is published, at once: no list, page or search shows them any more.

Everybody has a place in the arrays of a generation, so their line stays as an empty one until the next publication,
which has no trace of it.
"""

import numpy as np
import numpy.typing as npt
from django.db import transaction

from goodword.programme.advocates.models import Generation, ListedPerson, SearchBlock
from goodword.programme.personal import Subject

type Places = npt.NDArray[np.int32]

_EMPTY = {
    **dict.fromkeys(("name", "email", "title", "account_id", "account", "account_currency", "owner_email"), ""),
    **dict.fromkeys(("influence", "language", "best_act", "hold_code", "hold_sentence"), ""),
    **dict.fromkeys(("account_arr", "pays", "left_on", "best_likelihood", "best_low", "best_high"), None),
    **dict.fromkeys(("words", "hold_until", "fresh_at"), None),
}


def hide_listed(subject: Subject) -> int:
    """Empty their lines, and take their places out of the index; doing it again changes nothing.

    Returns:
        how many lines there were.
    """
    rows = list(ListedPerson.objects.filter(person_id__in=subject.person_ids).values_list("pk", "generation", "rank"))
    if not rows:
        return 0
    with transaction.atomic():
        for number in {generation for _, generation, _ in rows}:
            _out_of_index(number, {rank for _, generation, rank in rows if generation == number})
        for place, (pk, _, _) in enumerate(sorted(rows)):
            emptied = {**_EMPTY, "person_id": f"{subject.reference}-{place}"}
            ListedPerson.objects.filter(pk=pk).update(
                **emptied, person_keys=[], employments=[], kinds=0, approximate=False, state="silent"
            )
        # Another fingerprint: what processes remember of the generation is not read again, and the next run publishes.
        Generation.objects.filter(number__in={generation for _, generation, _ in rows}).update(
            fingerprint=f"hidden {subject.reference}"
        )
    return len(rows)


def _out_of_index(generation: int, places: set[int]) -> None:
    gone = np.array(sorted(places), dtype="<i4")
    blocks = SearchBlock.objects.of(generation).filter(field__startswith="person.")
    for pk in list(blocks.values_list("pk", flat=True)):
        block = SearchBlock.objects.get(pk=pk)
        postings = np.frombuffer(bytes(block.postings), dtype="<i4")
        if np.isin(postings, gone).any():
            _rewrite(block, postings, gone)


def _rewrite(block: SearchBlock, postings: Places, gone: Places) -> None:
    """Leave out places, and words that stand nowhere else."""
    ends = np.frombuffer(bytes(block.ends), dtype="<i4")
    kept = ~np.isin(postings, gone)
    left = np.concatenate([[0], np.cumsum(kept)])[ends]
    stays = np.diff(left, prepend=0) > 0
    words = [word for word, is_there in zip(block.words.split("\n"), stays, strict=True) if is_there]
    if not words:
        block.delete()
        return
    block.first_word, block.words = words[0], "\n".join(words)
    block.ends = left[stays].astype("<i4").tobytes()
    block.postings = postings[kept].astype("<i4").tobytes()
    block.save(update_fields=["first_word", "words", "ends", "postings"])
