"""Who the customers are: accounts, people, and what both were before."""

from goodword.evidence.records.table import DAY, LIST, NUMBER, TEXT, WHOLE, YES_NO, Column, Table

ACCOUNTS = Table(
    name="accounts",
    about="A customer company, as it stands in the source now.",
    identity=("account_id",),
    columns=(
        Column("account_id", TEXT, "The source's own id of the account.", required=True),
        Column("name", TEXT, "The company's name as people say it.", required=True),
        Column("aliases", LIST, "Other names people use for the company."),
        Column("domains", LIST, "Internet domains the company's people write from."),
        Column("industry", TEXT, "Its industry, in the source's words."),
        Column("segment", TEXT, "The vendor's segment, such as enterprise or small business."),
        Column("country", TEXT, "Its country, name or ISO code."),
        Column("region", TEXT, "Its sales region."),
        Column("employees", WHOLE, "How many people work there.", low=0),
        Column("plan", TEXT, "The plan it pays for; opens features, see the features table."),
        Column("arr", NUMBER, "Annual recurring revenue now, in `currency`."),
        Column("currency", TEXT, "ISO 4217 code of `arr`."),
        Column("status", TEXT, "Where the relation stands.", choices=("active", "churned", "prospect")),
        Column("started_on", DAY, "The day it became a customer."),
        Column("owner_email", TEXT, "E-mail of the CSM who owns the account."),
        Column("parent_account_id", TEXT, "The account that owns this one."),
        Column("health", NUMBER, "The source's health score, in its own unit."),
    ),
)

PEOPLE = Table(
    name="people",
    about="A person as one source knows them; the same human being may stand in several rows.",
    identity=("person_key",),
    columns=(
        Column("person_key", TEXT, "The source's own id of the person.", required=True),
        Column("account_id", TEXT, "The account they belong to in this source now."),
        Column("full_name", TEXT, "The whole name as one text."),
        Column("given_name", TEXT, "Given name, where the source splits names."),
        Column("family_name", TEXT, "Family name, where the source splits names."),
        Column("email", TEXT, "Main e-mail address."),
        Column("emails", LIST, "Further e-mail addresses of the same person."),
        Column("phone", TEXT, "Telephone number as written."),
        Column("title", TEXT, "Job title."),
        Column("department", TEXT, "Department."),
        Column("pays", YES_NO, "Whether they hold the budget; empty means not known."),
        Column("influence", TEXT, "Their say in decisions; empty means not known.", choices=("low", "medium", "high")),
        Column("language", TEXT, "Language they prefer, a BCP 47 tag such as `de`."),
        Column("timezone", TEXT, "IANA time zone they live in."),
        Column("left_on", DAY, "The day they left the account."),
        Column("opted_out_on", DAY, "The day they said that nobody may ask them."),
    ),
)

ACCOUNT_HISTORY = Table(
    name="account_history",
    about="A value that one field of an account had from a day on.",
    identity=("account_id", "field", "valid_from"),
    happened="valid_from",
    columns=(
        Column("account_id", TEXT, "The account.", required=True),
        Column(
            "field",
            TEXT,
            "Which field of the account changed.",
            required=True,
            choices=("plan", "arr", "status", "owner_email", "name", "domain"),
        ),
        Column("value", TEXT, "The value from that day on; empty means none."),
        Column("valid_from", DAY, "The first day on which the value held.", required=True),
    ),
)

EMPLOYMENTS = Table(
    name="employments",
    about="A dated spell of a person at an account or another company.",
    happened="started_on",
    columns=(
        Column("row_id", TEXT, "The source's id of the row, where it has one."),
        Column("person_key", TEXT, "The person.", required=True),
        Column("account_id", TEXT, "The account they worked at, where it is one."),
        Column("company_name", TEXT, "The company's name, where it is no account."),
        Column("title", TEXT, "Job title in that spell."),
        Column("started_on", DAY, "First day; empty means not known."),
        Column("ended_on", DAY, "Last day; empty means still there or not known."),
    ),
)
