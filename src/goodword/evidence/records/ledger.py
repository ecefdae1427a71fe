"""What the programme hands to pure code: the ledger of asks, answers and acts, and what hangs on them."""

from goodword.evidence.records.table import DAY, INSTANT, NUMBER, TEXT, YES_NO, Column, Table

LEDGER_ASKS = Table(
    name="ledger_asks",
    about="A request to one person for one act; the programme's ledger is the only truth about asks.",
    identity=("ask_id",),
    happened="asked_on",
    columns=(
        Column("ask_id", TEXT, "The ledger's id; that of the record where the ask arrived as one."),
        Column("person_id", TEXT, "Who was asked."),
        Column("account_id", TEXT, "Their account on that day."),
        Column("kind", TEXT, "Which kind of act was asked for."),
        Column("asked_on", DAY, "The day it was asked."),
        Column("asked_by", TEXT, "Our colleague who asked."),
        Column("rests_until", DAY, "The first day on which what its kind takes no longer lets them rest; or empty."),
    ),
)

LEDGER_ANSWERS = Table(
    name="ledger_answers",
    about="What a person answered to an ask.",
    identity=("ask_id",),
    happened="answered_on",
    columns=(
        Column("ask_id", TEXT, "The ask."),
        Column("answer", TEXT, "The answer.", choices=("accepted", "declined", "not_now", "never", "no_answer")),
        Column("answered_on", DAY, "The day they answered; the day of the ask where it is not known."),
    ),
)

LEDGER_ACTS = Table(
    name="ledger_acts",
    about="An advocacy act that happened.",
    identity=("act_id",),
    happened="done_on",
    columns=(
        Column("act_id", TEXT, "The ledger's id; that of the record where the act arrived as one."),
        Column("person_id", TEXT, "Who did it; empty for an act of the company alone."),
        Column("account_id", TEXT, "Their account on that day."),
        Column("kind", TEXT, "Which kind of act it was."),
        Column("done_on", DAY, "The day it was done."),
        Column("deal_id", TEXT, "The deal it helped."),
        Column("rests_until", DAY, "The first day on which what its kind takes no longer lets them rest; or empty."),
    ),
)

LEDGER_GRANTS = Table(
    name="ledger_grants",
    about="A permission or denial of a person or a company: the newest word of each key and scope, not taken back.",
    identity=("grant_id",),
    happened="given_on",
    columns=(
        Column("grant_id", TEXT, "The ledger's id."),
        Column("person_id", TEXT, "The person whose key it is; empty where it is the company's."),
        Column("account_id", TEXT, "The company whose key it is; empty where it is the person's."),
        Column("kind", TEXT, "The act kind it is for; empty for every kind."),
        Column("state", TEXT, "Where it stands.", choices=("granted", "denied", "unknown", "expired")),
        Column("given_on", DAY, "The day it was given or denied."),
        Column("expires_on", DAY, "The first day without it."),
        Column("asset", TEXT, "The one thing it is about; empty for any."),
        Column("audience", TEXT, "Who may see it; empty for a denial to all.", choices=("named", "private", "public")),
        Column("prospect", TEXT, "With `named`, the one prospect; empty for any of them."),
        Column("channel", TEXT, "Where it may appear; empty for everywhere."),
        Column("territory", TEXT, "For which country or region; empty for all."),
    ),
)

LEDGER_QUALIFICATIONS = Table(
    name="ledger_qualifications",
    about="One of the five dimensions of one person: yes, no or unknown.",
    identity=("person_id", "dimension"),
    happened="noted_on",
    columns=(
        Column("person_id", TEXT, "The person."),
        Column(
            "dimension",
            TEXT,
            "Which of the five.",
            choices=("pays", "influence", "willing", "stories", "credible"),
        ),
        Column("value", YES_NO, "True, false, or empty for unknown."),
        Column("noted_on", DAY, "The day it was noted."),
    ),
)

LEDGER_MOMENTS = Table(
    name="ledger_moments",
    about="Something that just happened and deserves an answer.",
    identity=("moment_id",),
    happened="raised_at",
    columns=(
        Column("moment_id", TEXT, "The ledger's id."),
        Column("person_id", TEXT, "Whose moment it is."),
        Column("signal_id", TEXT, "The signal that raised it."),
        Column("raised_at", INSTANT, "When it was raised."),
        Column("urgency", NUMBER, "What puts it before others today; larger comes first."),
    ),
)

LEDGER_OPT_OUTS = Table(
    name="ledger_opt_outs",
    about="A person who said that nobody may ask them, under whichever of their keys and addresses, and still says so.",
    identity=("person_id",),
    happened="opted_out_on",
    columns=(
        Column("person_id", TEXT, "The person."),
        Column("opted_out_on", DAY, "The first day on which they said so, since they last consented."),
    ),
)

LEDGER: dict[str, Table] = {
    table.name: table
    for table in (
        LEDGER_ASKS,
        LEDGER_ANSWERS,
        LEDGER_ACTS,
        LEDGER_GRANTS,
        LEDGER_QUALIFICATIONS,
        LEDGER_MOMENTS,
        LEDGER_OPT_OUTS,
    )
}
"""Every ledger table by name."""
