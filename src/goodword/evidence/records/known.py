"""Records once it is known whose they are: the tables that finders read.

`runs` builds them from the record tables and the links of `finding.identity`; a rule never sees a raw key.
"""

from goodword.evidence.records import advocacy, behaviour, customers, revenue
from goodword.evidence.records.table import DAY, INSTANT, LIST, TEXT, YES_NO, Column, Table

RECORDS: dict[str, Table] = {
    table.name: table
    for table in (
        customers.ACCOUNTS,
        customers.PEOPLE,
        customers.ACCOUNT_HISTORY,
        customers.EMPLOYMENTS,
        revenue.CONTRACTS,
        revenue.DEALS,
        revenue.DEAL_STAGES,
        behaviour.RESPONSES,
        behaviour.USAGE,
        behaviour.FEATURES,
        behaviour.INTERACTIONS,
        behaviour.POSTS,
        advocacy.ASKS,
        advocacy.ACTS,
        revenue.OUTCOMES,
    )
}
"""Every record table by name, in the order of the contract."""

STAMPS: tuple[Column, ...] = (
    Column("source", TEXT, "The source the row came from."),
    Column("received_at", INSTANT, "When Goodword first received the row as it is now."),
    Column("zone", TEXT, "The time zone or offset the source wrote, where it wrote one."),
    Column("extra", TEXT, "Columns of the source that the contract does not know, as a JSON object."),
    Column(
        "record_id", TEXT, "The id that evidence uses for the row: the source's own, else the hash that stands for it."
    ),
)
"""What intake adds to every record."""

_PERSON = Column("person_id", TEXT, "The human being the row is about; empty where nobody is named.")
_NAMES_A_PERSON = {"people", "employments", "deals", "responses", "usage", "interactions", "posts", "asks", "acts"}


def known(name: str) -> Table:
    """The contract of a record table as finders read it: stamped, and with `person_id` where it names a person."""
    record = RECORDS[name]
    columns = (*STAMPS, _PERSON) if name in _NAMES_A_PERSON else STAMPS
    return record.plus(*columns, name=f"known_{name}")


KNOWN: dict[str, Table] = {name: known(name) for name in RECORDS}
"""Every table as finders read it, by the record table's name."""

MENTIONS = Table(
    name="mentions",
    about="A key or an address by which some record names a person, once per distinct combination.",
    columns=(
        Column("source", TEXT, "The source that used it."),
        Column("person_key", TEXT, "The source's key; may be empty."),
        Column("email", TEXT, "The address; may be empty."),
        Column("listed", YES_NO, "True where it stands in a people table, false where a record merely mentions it."),
    ),
)

LINKS = Table(
    name="links",
    about="Which human being a mention means.",
    columns=(
        Column("source", TEXT, "The source of the mention."),
        Column("person_key", TEXT, "Its key; may be empty."),
        Column("email", TEXT, "Its address as the record writes it; may be empty."),
        Column("person_id", TEXT, "The human being; empty where the mention names no single one, as a shared mailbox."),
        Column("recorded_id", TEXT, "Whom it would mean if nobody had merged anybody."),
    ),
)

HUMANS = Table(
    name="humans",
    about="Every key and address of one human being.",
    identity=("person_id",),
    columns=(
        Column("person_id", TEXT, "Stable id of the human being."),
        Column("person_keys", LIST, "Every key of theirs, sorted."),
        Column("emails", LIST, "Every address of theirs, lower case, sorted."),
    ),
)

PERSONS = Table(
    name="persons",
    about="A human being, under every key and address the sources use for them.",
    columns=(
        Column("person_id", TEXT, "Stable id of the human being."),
        Column("person_keys", LIST, "Every key of theirs, sorted."),
        Column("emails", LIST, "Every address of theirs, sorted."),
        Column("name", TEXT, "Their name; empty where no source has one."),
        Column("email", TEXT, "The address to show; empty where there is none."),
        Column("account_id", TEXT, "The account they are at on the day; empty where not known."),
        Column("account", TEXT, "That account's name."),
        Column("title", TEXT, "Job title on the day."),
        Column("pays", YES_NO, "Whether they hold the budget."),
        Column("influence", TEXT, "Their say in decisions: low, medium, high."),
        Column("language", TEXT, "Language they prefer."),
        Column("timezone", TEXT, "IANA time zone they live in."),
        Column("left_on", DAY, "The day they left that account."),
        Column("opted_out_on", DAY, "The day they opted out."),
        Column("approximate", YES_NO, "True where the day's account or title is taken from latest values."),
    ),
)
