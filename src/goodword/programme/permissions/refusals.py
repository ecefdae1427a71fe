"""Why something may not be done, each with what would mend it. No name stands in them: everybody may read them."""

from datetime import date

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.permissions.wording import day_told, kind_label
from goodword.programme.permissions.words import Answer, Word


def unknown_kind(code: str) -> GoodwordError:
    """There is no such kind of act."""
    return GoodwordError(
        "unknown-act-kind",
        _("There is no kind of act “%(kind)s”.") % {"kind": code[:60]},
        _("See which there are: goodword kinds list, or the page of a person."),
    )


def unknown_audience(word: str) -> GoodwordError:
    """There is no such audience; none at all is no yes to anybody."""
    if not word:
        return GoodwordError(
            "unknown-audience",
            _("Nobody said for whom the yes is."),
            _("Choose who may see it: named, private or public."),
        )
    return GoodwordError(
        "unknown-audience",
        _("There is no audience “%(audience)s”.") % {"audience": word[:60]},
        _("It is named, private or public."),
    )


def nobody_named() -> GoodwordError:
    """A person is needed, and none is named."""
    return GoodwordError(
        "nobody-named", _("Nobody is named whose permission it needs."), _("Say which person it is about.")
    )


def no_company() -> GoodwordError:
    """A company is needed, and none is known."""
    return GoodwordError(
        "no-company",
        _("It needs the permission of a company, and none is known."),
        _("Say which account it is about, or load the person with their account."),
    )


def opted_out() -> GoodwordError:
    """They want no part in anything."""
    return GoodwordError(
        "opted-out",
        _("They opted out: nobody writes to them, asks them, or uses what they gave."),
        _("Only a new consent of their own can change that."),
    )


def nobody_asks(code: str) -> GoodwordError:
    """Nobody is ever asked for it."""
    return GoodwordError(
        "nobody-asks", _("Nobody is asked for this: %(kind)s.") % {"kind": kind_label(code)}, _("It comes by itself.")
    )


def by_lot_only(code: str) -> GoodwordError:
    """People may not be chosen for it."""
    return GoodwordError(
        "by-lot-only",
        _("Nobody is chosen for this, people are drawn by lot: %(kind)s.") % {"kind": kind_label(code)},
        _("Asking only those who are content misleads whoever reads it. Draw from everybody: goodword lots draw."),
    )


def denied(whose: str, word: Word) -> GoodwordError:
    """One key said no."""
    about = {"day": day_told(word.given_on), "kind": kind_label(word.scope.act_kind)}
    if whose == "company":
        return GoodwordError(
            "denied-by-company",
            _("Their company said no on %(day)s to: %(kind)s.") % about,
            _("If it changed its mind, take the no back and record what it says now."),
        )
    return GoodwordError(
        "denied-by-person",
        _("They said no on %(day)s to: %(kind)s.") % about,
        _("If they changed their mind, take the no back and record what they say now."),
    )


def not_granted(whose: str, code: str, said: Answer, day: date) -> GoodwordError:
    """A key that is needed is missing: never given, ended, or taken back."""
    if said.word is not None and said.state == "expired" and said.word.expires_on is not None:
        return _ended(whose, code, said.word.expires_on)
    if said.word is not None and said.word.withdrawn(day) and said.word.withdrawn_on is not None:
        return _taken_back(whose, code, said.word.withdrawn_on)
    if whose == "company":
        return GoodwordError(
            "unknown-from-company",
            _("Nobody knows whether their company allows this: %(kind)s.") % {"kind": kind_label(code)},
            _("Ask the company, and record what it says with the proof of it."),
        )
    return GoodwordError(
        "unknown-from-person",
        _("Nobody knows whether they allow this: %(kind)s.") % {"kind": kind_label(code)},
        _("Ask them, and record what they say with the proof of it."),
    )


def _ended(whose: str, code: str, on: date) -> GoodwordError:
    about = {"day": day_told(on), "kind": kind_label(code)}
    if whose == "company":
        sentence = _("The permission of their company ended on %(day)s: %(kind)s.") % about
    else:
        sentence = _("Their permission ended on %(day)s: %(kind)s.") % about
    return GoodwordError(f"expired-from-{whose}", sentence, _("Ask whether it may go on, and record what they say."))


def _taken_back(whose: str, code: str, on: date) -> GoodwordError:
    about = {"day": day_told(on), "kind": kind_label(code)}
    if whose == "company":
        sentence = _("Their company took its permission back on %(day)s: %(kind)s.") % about
    else:
        sentence = _("They took their permission back on %(day)s: %(kind)s.") % about
    return GoodwordError(f"withdrawn-from-{whose}", sentence, _("It counts no more; only a new word of theirs does."))
