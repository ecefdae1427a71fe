"""The templates of letters that ask: by kind of act and language, each with its versions, the newest in use."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.asks.filling import Wording, refuse_wording
from goodword.programme.asks.models import LetterVersion
from goodword.programme.asks.shipped_letters import LANGUAGES, plain_letter, shipped_letter
from goodword.programme.permissions.models import ActKind

SHIPPED_NUMBER = 0
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Template:
    """A template in one of its versions.

    Attributes:
        number: of the version, 0 for the shipped one.
        wording: its subject and words, with fields.
        row: who wrote it when; None for the shipped one.
    """

    number: int
    wording: Wording
    row: LetterVersion | None = None


def letter_now(kind: ActKind, language: str) -> Template | None:
    """The template in use; None where there is none in this language."""
    newest = LetterVersion.objects.filter(act_kind=kind, language=language).first()
    return _of(newest) if newest else _shipped(kind, language)


def versions(kind: ActKind, language: str) -> list[Template]:
    """All versions, the newest first; the shipped one is last."""
    rows = LetterVersion.objects.filter(act_kind=kind, language=language)
    shipped = _shipped(kind, language)
    return [*map(_of, rows), *([shipped] if shipped else [])]


def languages_of(kind: ActKind) -> list[str]:
    """The languages in which there is a letter for a kind, those that are shipped first."""
    written = (
        LetterVersion.objects.filter(act_kind=kind).values_list("language", flat=True).distinct().order_by("language")
    )
    return list(dict.fromkeys([*(one for one in LANGUAGES if _shipped(kind, one)), *written]))


def refuse_template(kind: ActKind, language: str, wording: Wording) -> GoodwordError | None:
    """Refuse words that could not be filled, with their line; and a template that nobody would be asked with."""
    if not kind.asked_for or not kind.by_choice:
        return GoodwordError(
            "letter-of-the-lot",
            _("Nobody is chosen for this, so nobody writes a letter that asks for it."),
            _("Whoever is drawn by lot is invited with the words of that lot."),
        )
    if not _LANGUAGE.fullmatch(language):
        said = _("“%(language)s” is no language.") % {"language": language[:20]}
        return GoodwordError("unknown-language", said, _("Write its two letters, such as en or de."))
    return refuse_wording(wording)


def no_version(kind: str, language: str, number: int) -> GoodwordError:
    """There is no such version."""
    about = {"kind": kind, "language": language, "number": number}
    return GoodwordError(
        "no-letter-version",
        _("The letter for “%(kind)s” in %(language)s has no version %(number)s.") % about,
        _("See which there are: goodword letters show."),
    )


def changed_meanwhile() -> GoodwordError:
    """Somebody was first."""
    return GoodwordError(
        "letter-changed-meanwhile",
        _("Somebody changed this letter while you looked at it."),
        _("Keep your words, see theirs, then decide again."),
        retry=True,
    )


def _shipped(kind: ActKind, language: str) -> Template | None:
    found = shipped_letter(kind.pk, language)
    if found is None and kind.label and kind.asked_for:
        found = plain_letter(kind.label, language)
    return Template(SHIPPED_NUMBER, found) if found else None


def _of(row: LetterVersion) -> Template:
    return Template(row.number, Wording(row.subject, row.text), row)
