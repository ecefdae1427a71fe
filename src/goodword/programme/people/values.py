"""The fields of a person that somebody may put right: what they are called, and how a value is written."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from goodword.evidence.records.values import PERSON_FIELDS
from goodword.kit.errors import GoodwordError
from goodword.programme.people.models import Account

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LONGEST_VALUE = 500
INFLUENCES = ("low", "medium", "high")

FIELD_WORDS: "Mapping[str, StrOrPromise]" = {
    "name": gettext_lazy("Name"),
    "email": gettext_lazy("E-mail"),
    "account_id": gettext_lazy("Account"),
    "title": gettext_lazy("Title"),
    "pays": gettext_lazy("Holds the budget"),
    "influence": gettext_lazy("Say in decisions"),
    "language": gettext_lazy("Language"),
    "timezone": gettext_lazy("Time zone"),
    "left_on": gettext_lazy("Left on"),
}
"""What each of PERSON_FIELDS is called."""

VERIFIED_WORDS: "Mapping[str, StrOrPromise]" = {
    "correction": gettext_lazy("a colleague put it right"),
    "own_word": gettext_lazy("their own word"),
    "dated": gettext_lazy("an employment with its day"),
    "wrote_from": gettext_lazy("they wrote from it"),
    "seen_there": gettext_lazy("they were seen there"),
    "two_sources": gettext_lazy("two sources say so"),
}
"""How a value is verified, in words."""

_YES, _NO = ("true", "yes", "ja", "1"), ("false", "no", "nein", "0")
_VALUE_WORDS: "Mapping[str, StrOrPromise]" = {
    "true": pgettext_lazy("holds the budget", "yes"),
    "false": pgettext_lazy("holds the budget", "no"),
    "low": pgettext_lazy("say in decisions", "low"),
    "medium": pgettext_lazy("say in decisions", "medium"),
    "high": pgettext_lazy("say in decisions", "high"),
}


def source_words(table: str, source: str, verified: str) -> str:
    """Return what to call who told a value: the source of a record, or how we know it ourselves."""
    if source:
        return source
    if table == "ledger_values":
        return _("a colleague") if verified == "correction" else _("they themselves")
    return _("employments")


def value_words(field: str, value: str) -> str:
    """Return what to call a value on a page; an account by its name, where it is known."""
    if field in {"pays", "influence"}:
        return str(_VALUE_WORDS.get(value, value))
    if field == "account_id":
        found = Account.objects.filter(pk=value).values_list("name", flat=True).first()
        return f"{found} ({value})" if found and found != value else value
    return value


def read_value(field: str, text: str) -> str:
    """Read what somebody typed into the form that records have.

    Raises:
        GoodwordError: there is no such field (`unknown-field`), or it cannot have that value (`bad-value`).
    """
    said = " ".join(text.split())
    if field not in PERSON_FIELDS:
        told = _("People have no field “%(field)s” that can be put right.") % {"field": field}
        raise GoodwordError("unknown-field", told, _("Choose one of: %(names)s.") % {"names": ", ".join(PERSON_FIELDS)})
    if not said:
        raise _bad(_("A correction is never empty."), _("Say what is right; if nobody knows, leave it as it is."))
    if len(said) > LONGEST_VALUE:
        raise _bad(
            _("The value has %(count)s characters.") % {"count": len(said)},
            _("Write %(most)s at most.") % {"most": LONGEST_VALUE},
        )
    match field:
        case "pays":
            return _yes_or_no(said)
        case "influence":
            return _influence(said)
        case "left_on":
            return _day(said)
        case "account_id":
            return _account(said)
        case "email" if said.count("@") != 1 or " " in said or said.startswith("@") or said.endswith("@"):
            raise _bad(_("“%(said)s” is no e-mail address.") % {"said": said}, _("Write it like ana@example.com."))
        case "timezone" if said not in available_timezones():
            told = _("There is no time zone called “%(said)s”.") % {"said": said}
            raise _bad(told, _("Write it like Europe/Berlin."))
        case _:
            return said


def _yes_or_no(said: str) -> str:
    word = said.casefold()
    if word in _YES:
        return "true"
    if word in _NO:
        return "false"
    raise _bad(_("“%(said)s” is neither yes nor no.") % {"said": said}, _("Write yes or no."))


def _influence(said: str) -> str:
    if said.casefold() in INFLUENCES:
        return said.casefold()
    told = _("“%(said)s” is no say in decisions.") % {"said": said}
    raise _bad(told, _("Choose one of: %(names)s.") % {"names": ", ".join(INFLUENCES)})


def _day(said: str) -> str:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        raise _bad(_("“%(said)s” is no day.") % {"said": said}, _("Write it like 2026-11-01.")) from None


def _account(said: str) -> str:
    found = list(Account.objects.filter(pk=said)[:1]) or list(Account.objects.filter(name__iexact=said)[:2])
    if len(found) == 1:
        return str(found[0].pk)
    if found:
        raise _bad(_("Several accounts are called “%(said)s”.") % {"said": said}, _("Give the id of the one you mean."))
    raise _bad(
        _("No account is called “%(said)s”.") % {"said": said},
        _("Give its name, or its id; the page of accounts has both."),
    )


def _bad(sentence: str, mend: str) -> GoodwordError:
    return GoodwordError("bad-value", sentence, mend)
