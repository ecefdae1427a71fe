"""What finders put out."""

from goodword.evidence.records.table import DAY, INSTANT, NUMBER, TEXT, WHOLE, YES_NO, Column, Table

EVIDENCE = "array<struct<table: string, id: string, quote: string, start: int64, end: int64, numbers: string>>"
REASONS = "array<struct<signal_id: string, weight: float64>>"

GOOD = ("praise", "win")
"""The kinds of remark that speak for us. Thanks alone never do."""

SIGNAL_KINDS = ("promoter", "super_user", "win", "champion", "repeat_customer", "growth")

FOUND = Table(
    name="found",
    about="What a finder returns: one row for each piece of evidence of each signal. Rows of one signal share "
    "person_id, account_id, anchor, observed_at and strength. A rule adds its own number columns after these.",
    columns=(
        Column("person_id", TEXT, "Whose signal it is."),
        Column("account_id", TEXT, "The account of that day; may be empty."),
        Column("anchor", TEXT, "What makes it the same signal on another day: an id of a record, or the account's."),
        Column("observed_at", INSTANT, "When the newest fact behind it happened."),
        Column("strength", NUMBER, "How strong it is, 0 to 1.", low=0, high=1),
        Column("approximate", YES_NO, "True where an undated latest value stood in for a dated one."),
        Column("evidence_table", TEXT, "The record table of this piece of evidence."),
        Column("evidence_id", TEXT, "Its record_id; empty where the evidence is a count over many rows."),
        Column("evidence_rank", WHOLE, "0 for the piece to show first."),
        Column("quote", TEXT, "Exact words, where there are some."),
        Column("start", WHOLE, "Offset of the first character of the quote in the record's text."),
        Column("end", WHOLE, "Offset just past its last character."),
    ),
)

SIGNALS = Table(
    name="signals",
    about="A dated indication that a person may advocate, with its evidence.",
    identity=("signal_id",),
    happened="observed_at",
    columns=(
        Column("signal_id", TEXT, "Stable hash: the same signal has the same id every day."),
        Column("rule", TEXT, "The finder's name in the catalogue."),
        Column("rule_version", WHOLE, "Its version."),
        Column("as_of", DAY, "The day it was found for."),
        Column("person_id", TEXT, "Whose signal it is."),
        Column("account_id", TEXT, "The account of that day."),
        Column("kind", TEXT, "Which of the six kinds.", choices=SIGNAL_KINDS),
        Column("observed_at", INSTANT, "When the newest fact behind it happened."),
        Column("strength", NUMBER, "How strong it is, 0 to 1.", low=0, high=1),
        Column("approximate", YES_NO, "True where an undated latest value stood in for a dated one."),
        Column("evidence", EVIDENCE, "The records behind it, the one to show first at the front; numbers as JSON."),
    ),
)

HELD = Table(
    name="held",
    about="What a hold rule returns: one row for each reason and person, or account where person_id is empty.",
    columns=(
        Column("code", TEXT, "Which hold it is, `snake_case`."),
        Column("person_id", TEXT, "Who is held; empty means everybody at the account."),
        Column("account_id", TEXT, "The account held, or the person's."),
        Column("act_kind", TEXT, "The only act kind it holds; empty means all."),
        Column("observed_at", INSTANT, "When the fact behind it happened."),
        Column("until", DAY, "The first day without it; empty where it ends with its cause."),
        Column("evidence_table", TEXT, "The record table of the evidence."),
        Column("evidence_id", TEXT, "Its record_id; may be empty."),
        Column("quote", TEXT, "Exact words, where there are some."),
        Column("start", WHOLE, "Offset of the first character of the quote."),
        Column("end", WHOLE, "Offset just past its last character."),
        Column("number", NUMBER, "The figure the sentence needs: a score, a count, a drop."),
        Column("number_before", NUMBER, "The figure to compare with."),
        Column("day", DAY, "The day the sentence needs."),
    ),
)

HOLDS = Table(
    name="holds",
    about="A reason not to ask a person now.",
    identity=("hold_id",),
    happened="observed_at",
    columns=(
        Column("hold_id", TEXT, "Stable hash: the same hold has the same id every day."),
        Column("rule", TEXT, "The hold rule's name in the catalogue."),
        Column("rule_version", WHOLE, "Its version."),
        Column("as_of", DAY, "The day it was found for."),
        Column("person_id", TEXT, "Who is held."),
        Column("account_id", TEXT, "The account it comes from, or the person's."),
        Column("code", TEXT, "Which hold it is."),
        Column("act_kind", TEXT, "The only act kind it holds; empty means all."),
        Column("observed_at", INSTANT, "When the fact behind it happened."),
        Column("until", DAY, "The first day without it; empty where it ends with its cause."),
        Column("day", DAY, "The day the sentence names, if any."),
        Column("sentence", TEXT, "Why, in one sentence for people."),
        Column("evidence", EVIDENCE, "The records behind it."),
    ),
)

TEXTS = Table(
    name="texts",
    about="Words that somebody wrote or said, ready to be listened to.",
    identity=("table", "id"),
    happened="at",
    columns=(
        Column("table", TEXT, "The record table they stand in: interactions, responses or posts."),
        Column("id", TEXT, "The record_id."),
        Column("text", TEXT, "The words, exactly as they arrived."),
        Column("direction", TEXT, "`in` from the customer, `out` from us; empty means in."),
        Column("channel", TEXT, "The interaction's channel; `survey` or `community` for the others."),
        Column("person_id", TEXT, "The customer's person."),
        Column("account_id", TEXT, "Their account."),
        Column("at", INSTANT, "When it happened."),
        Column("email", TEXT, "Address of the customer's person."),
        Column("name", TEXT, "Name of the customer's person, for telling speakers apart."),
    ),
)

REMARKS = Table(
    name="remarks",
    about="One sentence of a customer's person that means something for advocacy.",
    identity=("remark_id",),
    happened=None,
    columns=(
        Column("remark_id", TEXT, "Stable hash of model version, record and span."),
        Column("table", TEXT, "The record table it stands in."),
        Column("id", TEXT, "The record_id."),
        Column("start", WHOLE, "Offset of its first character in the record's text."),
        Column("end", WHOLE, "Offset just past its last character."),
        Column("quote", TEXT, "The exact words: text[start:end]."),
        Column("language", TEXT, "BCP 47 tag of its language."),
        Column("polarity", NUMBER, "From -1 (bitter) to 1 (delighted).", low=-1, high=1),
        Column(
            "kind",
            TEXT,
            "What it is; neutral: nothing of these, though it shows a feeling.",
            choices=("praise", "win", "thanks", "complaint", "wish", "neutral"),
        ),
        Column("probability", NUMBER, "How likely the kind is right, as far as this listener knows.", low=0, high=1),
        Column("themes", "array<string>", "What it is about."),
        Column(
            "outcome",
            "struct<metric: string, before: string, after: string, unit: string>",
            "The outcome stated, where one is; null otherwise.",
        ),
        Column("quotable", NUMBER, "How fit its words are to be quoted, as an editor would pick them.", low=0, high=1),
        Column("speaker", TEXT, "Who said it, where the text names a speaker."),
        Column("model_version", TEXT, "Which listener said so."),
    ),
)

LIKELIHOODS = Table(
    name="likelihoods",
    about="How likely a person accepts and completes an act of a kind if asked now.",
    identity=("person_id", "act_kind"),
    columns=(
        Column("as_of", DAY, "The day it holds for."),
        Column("person_id", TEXT, "The person."),
        Column("act_kind", TEXT, "The kind of act."),
        Column("likelihood", NUMBER, "The probability, 0 to 1; empty where not known.", low=0, high=1),
        Column("low", NUMBER, "Lower end of the likely range; empty where not known.", low=0, high=1),
        Column("high", NUMBER, "Upper end of the likely range; empty where not known.", low=0, high=1),
        Column("known", YES_NO, "False means: don't know yet."),
        Column("reasons", REASONS, "What each signal adds on the scale of log odds; they sum up to the number shown."),
        Column("model_version", TEXT, "Which model said so."),
    ),
)

RENEWALS = Table(
    name="renewals",
    about="The day until which an account's contracts run.",
    identity=("account_id",),
    columns=(
        Column("account_id", TEXT, "The account."),
        Column("renews_on", DAY, "Last day of the term that ends last; what is not renewed by then has run out."),
    ),
)

FINDINGS: dict[str, Table] = {
    table.name: table for table in (FOUND, SIGNALS, HELD, HOLDS, TEXTS, REMARKS, LIKELIHOODS, RENEWALS)
}
"""Every findings table by name."""
