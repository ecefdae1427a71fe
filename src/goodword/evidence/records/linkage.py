"""Who may be whom: what linkage compares, and what it suggests."""

from goodword.evidence.records.table import DAY, NUMBER, TEXT, Column, Table

LINKABLE = Table(
    name="linkable",
    about="One way in which a source describes a human being, after exact keys were followed.",
    columns=(
        Column("person_id", TEXT, "The human being, as exact keys left them; the same id may stand in several rows."),
        Column("given_name", TEXT, "Given name, where the source splits names."),
        Column("family_name", TEXT, "Family name, where the source splits names."),
        Column("full_name", TEXT, "The whole name as one text, in any script."),
        Column("email", TEXT, "Main address, as written."),
        Column("phone", TEXT, "Telephone number as written."),
        Column("account_id", TEXT, "The account they are at in this source."),
        Column("company", TEXT, "Name of that account, or of another company they are at."),
        Column("title", TEXT, "Job title."),
        Column("language", TEXT, "Language they prefer, a BCP 47 tag."),
        Column("born_on", DAY, "Day of birth; most data has none."),
        Column("city", TEXT, "City they live in; most data has none."),
        Column("came_on", DAY, "The day they came to that account; empty where no record states it."),
        Column("there_by", DAY, "The first day on which they are known to have been there: they came then or before."),
        Column("left_on", DAY, "The day they left it, or the latest it can have been; empty where they did not."),
    ),
)

REASON = "struct<field: string, compared: string, bits: float64>"
"""What was compared, how it came out in a word-code, and for how many bits that speaks; negative bits speak against."""

SUGGESTIONS = Table(
    name="suggestions",
    about="Two human beings who may be one, with the reasons.",
    identity=("person_a", "person_b"),
    columns=(
        Column("person_a", TEXT, "The smaller of the two ids."),
        Column("person_b", TEXT, "The greater of the two ids."),
        Column("probability", NUMBER, "How likely they are one human being, from 0 to 1.", low=0, high=1),
        Column("reasons", f"array<{REASON}>", "Field by field, the heaviest first; fields without a value are absent."),
        Column("model_version", TEXT, "The rule that compared them."),
    ),
)

KEPT_APART = Table(
    name="kept_apart",
    about="Two ids of which somebody said that they are two people; in either order.",
    columns=(
        Column("person_a", TEXT, "One of the two."),
        Column("person_b", TEXT, "The other."),
    ),
)
