"""What customers do and say: answers, usage, interactions, community posts."""

from goodword.evidence.records.table import INSTANT, NUMBER, TEXT, WHOLE, YES_NO, Column, Table

RESPONSES = Table(
    name="responses",
    about="An answer to a survey.",
    identity=("response_id",),
    happened="answered_at",
    columns=(
        Column("response_id", TEXT, "The survey tool's id of the answer.", required=True),
        Column("survey", TEXT, "Which kind of survey.", required=True, choices=("nps", "csat", "ces")),
        Column(
            "score",
            NUMBER,
            "The score given: NPS 0-10, CSAT 1-5, CES 1-7.",
            required=True,
            low=0,
            high=10,
            within=(("survey", "csat", 1, 5), ("survey", "ces", 1, 7)),
        ),
        Column("comment", TEXT, "What they wrote beside it."),
        Column("person_key", TEXT, "Who answered."),
        Column("email", TEXT, "E-mail of who answered."),
        Column("account_id", TEXT, "Their account on that day."),
        Column("touchpoint", TEXT, "What the survey followed."),
        Column("answered_at", INSTANT, "When they answered.", required=True),
    ),
)

USAGE = Table(
    name="usage",
    about="A use of a feature by a person at an account; may stand for several uses of the same moment.",
    happened="at",
    columns=(
        Column("at", INSTANT, "When it happened.", required=True),
        Column("account_id", TEXT, "The account on that day.", required=True),
        Column("person_key", TEXT, "Who used it; empty means the account as a whole."),
        Column("feature", TEXT, "The feature used.", required=True),
        Column("count", NUMBER, "How many uses the row stands for; 1 if empty.", low=0),
        Column("event_id", TEXT, "The source's id of the event, where it has one."),
    ),
)

FEATURES = Table(
    name="features",
    about="A feature that a plan opens.",
    columns=(
        Column("row_id", TEXT, "The source's id of the row, where it has one."),
        Column("feature", TEXT, "The feature's name as usage has it.", required=True),
        Column("plan", TEXT, "The plan that opens it; empty means every plan."),
        Column("area", TEXT, "The product area it belongs to."),
    ),
)

INTERACTIONS = Table(
    name="interactions",
    about="One message, call, meeting or review between the customer and us.",
    identity=("interaction_id",),
    happened="at",
    columns=(
        Column("interaction_id", TEXT, "The source's id of the interaction.", required=True),
        Column("at", INSTANT, "When it happened.", required=True),
        Column(
            "channel",
            TEXT,
            "How we spoke; `ebr` is an executive business review, `review` a public one.",
            required=True,
            choices=("ticket", "email", "chat", "call", "meeting", "training", "ebr", "review"),
        ),
        Column("direction", TEXT, "`in` from the customer, `out` from us; empty means in.", choices=("in", "out")),
        Column("person_key", TEXT, "The customer's person."),
        Column("email", TEXT, "E-mail of the customer's person."),
        Column("account_id", TEXT, "Their account on that day."),
        Column("subject", TEXT, "Subject line or title."),
        Column("text", TEXT, "The words, exactly as they arrived."),
        Column("priority", TEXT, "How urgent a ticket is.", choices=("low", "normal", "high", "urgent")),
        Column(
            "status",
            TEXT,
            "Where a ticket stands; `bounced` for a mail of ours that came back for good, as nobody has the address.",
            choices=("open", "pending", "resolved", "closed", "bounced"),
        ),
        Column("resolved_at", INSTANT, "When a ticket was resolved."),
        Column("csat", NUMBER, "How content they were with it, 1-5.", low=1, high=5),
        Column("owner_email", TEXT, "E-mail of our colleague."),
        Column("thread_id", TEXT, "What ties messages of one conversation together."),
    ),
)

POSTS = Table(
    name="posts",
    about="A post in the customer community.",
    identity=("post_id",),
    happened="at",
    columns=(
        Column("post_id", TEXT, "The community's id of the post.", required=True),
        Column("at", INSTANT, "When it was posted.", required=True),
        Column("person_key", TEXT, "Who wrote it."),
        Column("email", TEXT, "E-mail of who wrote it."),
        Column(
            "kind",
            TEXT,
            "What kind of post it is.",
            required=True,
            choices=("topic", "question", "answer", "reply"),
        ),
        Column("parent_id", TEXT, "The post it answers or replies to."),
        Column("root_id", TEXT, "The first post of its thread."),
        Column("accepted", YES_NO, "Whether the asker accepted it as the answer."),
        Column("likes", WHOLE, "How many liked it."),
        Column("views", WHOLE, "How many looked at it.", low=0),
        Column("text", TEXT, "The words, exactly as posted."),
        Column("url", TEXT, "Where it can be read."),
    ),
)
