"""Bring the words of an older version of a letter back, as its newest one."""

from goodword.programme.asks.actions.change_letter import change_letter
from goodword.programme.asks.models import LetterVersion
from goodword.programme.asks.templates import no_version, versions
from goodword.programme.permissions.models import ActKind
from goodword.programme.team.actor import Actor


def restore_letter(kind: ActKind, language: str, number: int, *, by: Actor) -> LetterVersion | None:
    """Let letters be drafted from the words of a version again; None where they are already.

    Args:
        kind: for which kind of act.
        language: of the words.
        number: of the version, 0 for the shipped one.
        by: who brings it back.

    Raises:
        GoodwordError: there is no such version, or somebody changed the letter at this moment.
    """
    found = next((one for one in versions(kind, language) if one.number == number), None)
    if found is None:
        raise no_version(kind.pk, language, number)
    return change_letter(kind, language, found.wording, by=by, restored=number)
