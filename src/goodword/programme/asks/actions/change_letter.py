"""Write a new version of a letter that asks; those of before stay as they are."""

from django.db import IntegrityError, transaction

from goodword.kit import clock
from goodword.programme.asks.filling import Wording
from goodword.programme.asks.models import LetterVersion
from goodword.programme.asks.templates import changed_meanwhile, letter_now, refuse_template
from goodword.programme.permissions.models import ActKind
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def change_letter(
    kind: ActKind, language: str, wording: Wording, *, by: Actor, seen: int | None = None, restored: int | None = None
) -> LetterVersion | None:
    """Let letters be drafted from these words from now on; None where they are already.

    Args:
        kind: for which kind of act.
        language: of the words.
        wording: subject and words, with fields.
        by: who writes them.
        seen: number of the version they looked at, 0 for the shipped one; None where they did not look.
        restored: the version whose words these are, where somebody brings it back.

    Raises:
        GoodwordError: they could not be filled, or somebody changed the letter meanwhile.
    """
    words = Wording(wording.subject.strip(), wording.text.replace("\r\n", "\n").strip() + "\n")
    refusal = refuse_template(kind, language, words)
    if refusal is not None:
        raise refusal
    with transaction.atomic():
        ActKind.objects.select_for_update().get(pk=kind.pk)  # one writer at a time
        now = letter_now(kind, language)
        number = now.number if now else 0
        if seen is not None and seen != number:
            raise changed_meanwhile()
        if now is not None and now.wording == words:
            return None
        try:
            with transaction.atomic():
                row = LetterVersion.objects.create(
                    act_kind=kind,
                    language=language,
                    number=number + 1,
                    subject=words.subject,
                    text=words.text,
                    restored=restored,
                    at=clock.now(),
                    by_kind=by.kind,
                    by_id=by.ident,
                )
        except IntegrityError as error:
            raise changed_meanwhile() from error
        told = {"kind": kind.pk, "language": language}
        before, after = told | {"version": number}, told | {"version": row.number, "restored": restored}
        record(by, "change", "letter_template", str(row.pk), before=before, after=after)
    return row
