"""What the record of an account says, and what nobody knows of it yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodword.doors.web import wording
from goodword.doors.web.views.account.company import company_facts
from goodword.programme.advocates.models import ListedAccount
from goodword.programme.advocates.sight import Sight


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is known: what it is called, and what it is; each value with its page, or nothing."""

    label: str | Promise
    values: Sequence[tuple[str, str]]


def facts_of(
    account: ListedAccount, today: date, related: dict[str, ListedAccount], owned: Sequence[ListedAccount]
) -> list[Fact]:
    """Return what is known of an account that its head does not say.

    Args:
        account: with what the reader may see of it.
        today: the day that is spoken of as today.
        related: accounts that the reader sees, by id.
        owned: accounts that this one owns.
    """
    parent = related.get(account.parent_account_id)
    facts = (
        Fact(_("Customer since"), _plain(wording.month(account.started_on) if account.started_on else "")),
        Fact(_("Renews"), _plain(wording.day(account.renews_on, today))),
        Fact(_("Plan"), _plain(account.plan)),
        Fact(_("People working there"), _plain(wording.grouped(f"{account.employees:,}") if account.employees else "")),
        Fact(_("Region"), _plain(account.region)),
        Fact(_("Domains"), [(domain, "") for domain in account.domains]),
        Fact(_("Belongs to"), [_linked(parent)] if parent else _plain(account.parent_account_id)),
        Fact(_("Owns"), [_linked(one) for one in owned]),
        *(Fact(label, values) for label, values in company_facts(account, today, related)),
        Fact(_("Known as"), _plain(account.account_id)),
    )
    return [fact for fact in facts if fact.values]


def gaps_of(account: ListedAccount, sight: Sight) -> list[str]:
    """Return what nobody knows of an account, of what the reader may see."""
    asked: list[tuple[object, str]] = [
        (account.industry, gettext("its industry")),
        (account.segment, gettext("its segment")),
        (account.country, gettext("where it is")),
        (account.plan, gettext("its plan")),
        (account.started_on, gettext("since when it is a customer")),
        (account.renews_on, gettext("when it renews")),
    ]
    if sight.scores:
        asked.append((account.arr is not None, gettext("what it pays")))
    if sight.contacts:
        asked += [(account.owner_email, gettext("who cares for it")), (account.domains, gettext("its domains"))]
    return [words for value, words in asked if not value]


def _plain(value: str) -> list[tuple[str, str]]:
    return [(value, "")] if value else []


def _linked(account: ListedAccount) -> tuple[str, str]:
    return str(account), reverse("account", args=[account.account_id])
