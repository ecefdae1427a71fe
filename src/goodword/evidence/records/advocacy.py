"""What was asked of people before, and what they did: posted once into the programme's ledger."""

from goodword.evidence.records.table import DAY, TEXT, Column, Table

ACT_KINDS = (
    "logo",
    "quote",
    "review",
    "reference_call",
    "case_study",
    "talk",
    "referral",
    "beta",
    "introduction",
    "advisory_board",
)

ASKS = Table(
    name="asks",
    about="A request to one person for one act, made before or beside Goodword.",
    identity=("ask_id",),
    happened="asked_on",
    columns=(
        Column("ask_id", TEXT, "The source's id of the ask.", required=True),
        Column("person_key", TEXT, "Who was asked.", required=True),
        Column("kind", TEXT, "Which kind of act was asked for.", required=True),
        Column("asked_on", DAY, "The day it was asked.", required=True),
        Column(
            "answer",
            TEXT,
            "What they answered.",
            choices=("accepted", "declined", "not_now", "never", "no_answer"),
        ),
        Column("answered_on", DAY, "The day they answered."),
        Column("asked_by", TEXT, "E-mail of our colleague who asked."),
    ),
)

ACTS = Table(
    name="acts",
    about="An advocacy act that happened.",
    identity=("act_id",),
    happened="done_on",
    columns=(
        Column("act_id", TEXT, "The source's id of the act.", required=True),
        Column("kind", TEXT, "Which kind of act it was.", required=True),
        Column("done_on", DAY, "The day it was done.", required=True),
        Column("person_key", TEXT, "Who did it."),
        Column("account_id", TEXT, "Their account on that day."),
        Column("url", TEXT, "Where it can be seen."),
        Column("deal_id", TEXT, "The deal it helped."),
        Column("note", TEXT, "What else is known of it."),
    ),
)
