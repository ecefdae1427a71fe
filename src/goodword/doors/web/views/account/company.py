"""What else an account is called, with whom it is one company, how we know, and what is wrong with its record."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodword.doors.web import wording
from goodword.programme.advocates.models import ListedAccount

KNOWN_BY: dict[str, str | Promise] = {
    "itself": _("as it stands"),
    "name": _("by its name"),
    "alias": _("by another name of it"),
    "former_name": _("by a former name"),
    "domain": _("by its domain"),
    "former_domain": _("by a former domain"),
    "owner": _("by who owns whom"),
    "same_addresses": _("by the same people at both domains"),
    "short_name": _("by its name shortened"),
    "domain_word": _("by the word of its domain"),
    "typing_error": _("by its name with a typing error"),
    "first_words": _("by the words its name begins with"),
    "initials": _("by the initials of its name"),
    "nothing": _("by nothing"),
}
"""By the word of COMPANIES: how a company was known."""

PROBLEMS: dict[str, tuple[str | Promise, str | Promise]] = {
    "own_parent": (
        _("It is named as its own owner, so nobody counts as that."),
        _("Correct the parent of this account where the accounts come from, and load them again."),
    ),
    "circular_parents": (
        _("The accounts that own it own each other in a circle, so none of them counts as its owner."),
        _("Correct one parent of the circle where the accounts come from, and load them again."),
    ),
    "ambiguous_name": (
        _("Several companies are called %(name)s, so records that say only that name are nobody’s."),
        _("Give one of the accounts another name or an alias, or name the account in those records."),
    ),
}
"""What is wrong, and how to mend it."""

type Values = list[tuple[str, str]]


def company_facts(
    account: ListedAccount, today: date, related: Mapping[str, ListedAccount]
) -> list[tuple[str | Promise, Values]]:
    """Return what is known of an account's company, each with a label; values have a page, or nothing.

    Args:
        account: with what the reader may see of it.
        today: the day that is spoken of as today.
        related: accounts that the reader sees, by id.
    """
    company = account.company
    also = [related[one] for one in company.get("also", ()) if one in related]
    how = KNOWN_BY.get(company.get("known_by", ""), "")
    return [
        (_("Also called"), [(name, "") for name in company.get("aliases", ())]),
        (_("Called before"), [(_until(one, today), "") for one in company.get("before", ())]),
        (_("In records"), [(_known(one["name"], one), "") for one in company.get("names", ())]),
        (_("Further domains"), [(_known(one["domain"], one), "") for one in company.get("domains", ())]),
        (_("One company with"), [(f"{one}, {how}", reverse("account", args=[one.account_id])) for one in also]),
    ]


def problems_of(account: ListedAccount) -> list[tuple[str, str]]:
    """Return what is wrong with the record of an account or with the names of its company, and how to mend it."""
    company = account.company
    found = [(company["problem"], str(account))] if company.get("problem") else []
    found += [(one["problem"], one["name"]) for one in company.get("names", ()) if one.get("problem")]
    return [
        (gettext(str(PROBLEMS[code][0])) % {"name": name}, str(PROBLEMS[code][1]))
        for code, name in found
        if code in PROBLEMS
    ]


def _known(called: str, one: Mapping[str, Any]) -> str:
    return gettext("%(name)s, %(how)s") % {"name": called, "how": KNOWN_BY.get(one["known_by"], one["known_by"])}


def _until(one: Mapping[str, Any], today: date) -> str:
    if not one["until"]:
        return str(one["name"])
    day = wording.day(date.fromisoformat(one["until"]), today)
    return gettext("%(name)s, until %(day)s") % {"name": one["name"], "day": day}
