"""What companies are told by: questions to the lake, whose rows `companies` reads."""

from datetime import datetime

import ibis.expr.types as ir

from goodword.finding.signals.days import day, first_day_out


def names_met(employments: ir.Table, deals: ir.Table) -> ir.Table:
    """Every company name that a record types out; one column, `company_name`."""
    typed = employments.select("company_name").union(deals.select(company_name="prospect_name"))
    return typed.filter(typed.company_name.notnull()).distinct()


def former(account_history: ir.Table, *, as_of: datetime) -> ir.Table:
    """Names and domains that accounts had before the day: account_id, field, value."""
    rows = account_history.filter(
        account_history.field.isin(["name", "domain"]),
        account_history.value.notnull(),
        account_history.valid_from < day(first_day_out(as_of)),
    )
    return rows.select("account_id", "field", "value").distinct()


def addresses(humans: ir.Table, deals: ir.Table) -> ir.Table:
    """Every address of every human being, and the domain of who they buy for: person_id, email."""
    rows = humans.select("person_id", email=humans.emails.unnest())
    rows = rows.union(deals.select("person_id", email="prospect_domain"))
    return rows.filter(rows.person_id.notnull(), rows.email.notnull()).distinct()


def account_facts(accounts: ir.Table) -> ir.Table:
    """What companies are known by: account_id, name, aliases, domains, parent_account_id."""
    return accounts.select("account_id", "name", "aliases", "domains", "parent_account_id")
