"""Who works where: companies behind accounts, names and domains; dated spells of people there; moves between them."""

from goodword.evidence.records.table import DAY, LIST, TEXT, WHOLE, YES_NO, Column, Table

KNOWN_BY = (
    "itself",
    "name",
    "alias",
    "former_name",
    "domain",
    "former_domain",
    "owner",
    "same_addresses",
    "short_name",
    "domain_word",
    "typing_error",
    "first_words",
    "initials",
    "nothing",
)
"""How an account, a name or a domain was known as a company's, the surest first."""

COMPANIES = Table(
    name="companies",
    about="Which company an account, a name or a domain means; exactly one of the three is filled. Rows that share a "
    "company_id are one company: between them nobody moves.",
    columns=(
        Column("company_id", TEXT, "The company; empty where the name or domain says nothing about an employer."),
        Column("account_id", TEXT, "The account, if the row is about one."),
        Column("company_name", TEXT, "The name as some record writes it, if the row is about one."),
        Column("domain", TEXT, "The host people write from, if the row is about one."),
        Column("known_by", TEXT, "How it was known.", choices=KNOWN_BY),
        Column("problem", TEXT, "What is wrong with the row: `circular_parents`, `own_parent`, `ambiguous_name`."),
    ),
)

EVIDENCE_KINDS = (
    "crm_history",
    "left_on",
    "listed",
    "sign_up",
    "wrote_from",
    "posted_from",
    "seen_at",
    "bounced",
    "deal_role",
    "moved_on",
)
"""What tells of a spell's end, the surest first."""

SIGHTINGS = Table(
    name="sightings",
    about="What records say about where a person worked, once for each person, place and kind of evidence.",
    columns=(
        Column("person_id", TEXT, "Who."),
        Column("kind", TEXT, "The kind of evidence.", choices=EVIDENCE_KINDS),
        Column("account_id", TEXT, "The account, where the record names one."),
        Column("company_name", TEXT, "The company's name, where the record names one."),
        Column("email", TEXT, "The address, where it is what tells."),
        Column("title", TEXT, "Job title, where the record has one."),
        Column("started_on", DAY, "First day, where the record says it."),
        Column("ended_on", DAY, "Last day, where the record says it."),
        Column("first_on", DAY, "The day of the first record of the kind there."),
        Column("first_id", TEXT, "Its record_id."),
        Column("last_on", DAY, "The day of the last record of the kind there."),
        Column("last_id", TEXT, "Its record_id."),
        Column("table", TEXT, "The record table of both."),
    ),
)


def _end(which: str, verb: str) -> tuple[Column, ...]:
    return (
        Column(f"{which}_on", DAY, f"The day they {verb}, where a record says it; empty where only bounds are known."),
        Column(f"{which}_not_before", DAY, f"They {verb} on this day or later; the day itself where it is known."),
        Column(f"{which}_not_after", DAY, f"They {verb} on this day or earlier; the day itself where it is known."),
        Column(f"{which}_by", TEXT, "The kind of evidence for it.", choices=EVIDENCE_KINDS),
        Column(f"{which}_table", TEXT, "The record table of that evidence."),
        Column(f"{which}_id", TEXT, "Its record_id."),
    )


SPELLS = Table(
    name="spells",
    about="A person's time at a company, with the evidence for each end.",
    identity=("spell_id",),
    columns=(
        Column("spell_id", TEXT, "Stable hash: the same spell has the same id every day."),
        Column("person_id", TEXT, "Who."),
        Column("company_id", TEXT, "Where."),
        Column("account_id", TEXT, "The account, where the company is one or a record says which."),
        Column("company_name", TEXT, "The name as the record writes it, where it is no account."),
        Column("title", TEXT, "Job title in that spell."),
        Column("table", TEXT, "The record table of the record that tells of the spell."),
        Column("record_id", TEXT, "That record."),
        Column("stated", YES_NO, "True where a record states the spell, false where it is gathered from traces."),
        *_end("started", "started"),
        *_end("ended", "left"),
        Column("problems", LIST, "What is wrong with the row: see the page `employments`."),
    ),
)

MOVES = Table(
    name="moves",
    about="A person who left one company for another. Renames, acquisitions and transfers inside a company are none.",
    identity=("move_id",),
    columns=(
        Column("move_id", TEXT, "Stable hash: the same move has the same id every day."),
        Column("person_id", TEXT, "Who."),
        Column("from_company_id", TEXT, "The company before."),
        Column("from_account_id", TEXT, "Its account, where it is one."),
        Column("from_spell_id", TEXT, "The last spell there."),
        Column("to_company_id", TEXT, "The company after."),
        Column("to_account_id", TEXT, "Its account, where it is one."),
        Column("to_spell_id", TEXT, "The first spell there."),
        Column("moved_not_before", DAY, "They came on this day or later; empty where not known."),
        Column("moved_not_after", DAY, "They came on this day or earlier; empty where not known."),
        Column("approximate", YES_NO, "True where no record states the day."),
    ),
)

RISK_KINDS = ("sponsor_gone",)

RISKED = Table(
    name="risked",
    about="What a risk rule returns: one row for each person and account.",
    columns=(
        Column("account_id", TEXT, "The account at risk."),
        Column("person_id", TEXT, "The person it is about."),
        Column("kind", TEXT, "Which risk it is.", choices=RISK_KINDS),
        Column("role", TEXT, "Why they matter there, the weightiest.", choices=("pays", "influence", "advocate")),
        Column("how", TEXT, "The kind of evidence that they left.", choices=EVIDENCE_KINDS),
        Column("observed_on", DAY, "The day the fact behind it happened, or the latest it can have been."),
        Column("approximate", YES_NO, "True where no record states that day."),
        Column("evidence_table", TEXT, "The record table of the evidence."),
        Column("evidence_id", TEXT, "Its record_id."),
    ),
)

RISKS = Table(
    name="risks",
    about="Something about an account that somebody should look at.",
    identity=("risk_id",),
    happened="observed_on",
    columns=(
        Column("risk_id", TEXT, "Stable hash: the same risk has the same id every day."),
        Column("rule", TEXT, "The rule's name in the catalogue."),
        Column("rule_version", WHOLE, "Its version."),
        Column("as_of", DAY, "The day it was found for."),
        *RISKED.columns,
        Column("sentence", TEXT, "What happened, in one sentence for people."),
    ),
)

WHEREABOUTS: dict[str, Table] = {table.name: table for table in (COMPANIES, SIGHTINGS, SPELLS, MOVES, RISKED, RISKS)}
"""Every table of who works where, by name."""
