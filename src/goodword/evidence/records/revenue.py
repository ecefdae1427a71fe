"""What customers buy: contracts, deals and the outcomes they bought for."""

from goodword.evidence.records.table import DAY, NUMBER, TEXT, WHOLE, Column, Table

CONTRACTS = Table(
    name="contracts",
    about="A contract event of an account: new, renewed, grown, shrunk or ended.",
    identity=("contract_id",),
    happened="signed_on",
    columns=(
        Column("contract_id", TEXT, "The source's own id of the contract.", required=True),
        Column("account_id", TEXT, "The account that signed.", required=True),
        Column(
            "kind",
            TEXT,
            "What the contract did to the relation.",
            required=True,
            choices=("new", "renewal", "expansion", "contraction", "churn"),
        ),
        Column("signed_on", DAY, "Day of signature, or of the notice for churn and contraction.", required=True),
        Column("starts_on", DAY, "First day of the term."),
        Column("ends_on", DAY, "Last day of the term."),
        Column("arr", NUMBER, "Annual recurring revenue of the account under this contract, in `currency`."),
        Column("currency", TEXT, "ISO 4217 code of `arr`."),
        Column("product", TEXT, "The product it covers; empty means all."),
    ),
)

DEALS = Table(
    name="deals",
    about="A sales opportunity with a prospect or a customer.",
    identity=("deal_id",),
    happened="created_on",
    columns=(
        Column("deal_id", TEXT, "The source's own id of the deal.", required=True),
        Column("account_id", TEXT, "The account, where the buyer is a customer."),
        Column("prospect_name", TEXT, "The buyer's name, where it is no account."),
        Column("prospect_domain", TEXT, "The buyer's internet domain."),
        Column("person_key", TEXT, "The buyer's person we deal with, as a people table lists them."),
        Column("stage", TEXT, "Stage it is in now, in the source's words."),
        Column("outcome", TEXT, "How it ended.", choices=("open", "won", "lost")),
        Column("amount", NUMBER, "Value of the deal, in `currency`."),
        Column("currency", TEXT, "ISO 4217 code of `amount`."),
        Column("created_on", DAY, "Day it was opened.", required=True),
        Column("closed_on", DAY, "Day it was won or lost."),
        Column("owner_email", TEXT, "E-mail of the sales rep."),
        Column("industry", TEXT, "The buyer's industry."),
        Column("employees", WHOLE, "How many people work at the buyer.", low=0),
        Column("region", TEXT, "The buyer's region."),
        Column("use_case", TEXT, "What they want it for."),
        Column("product", TEXT, "Product on offer."),
        Column("competitor", TEXT, "Who else they look at."),
    ),
)

DEAL_STAGES = Table(
    name="deal_stages",
    about="The day a deal entered a stage.",
    identity=("deal_id", "stage", "entered_on"),
    happened="entered_on",
    columns=(
        Column("deal_id", TEXT, "The deal.", required=True),
        Column("stage", TEXT, "The stage entered, in the source's words.", required=True),
        Column("entered_on", DAY, "The day it was entered.", required=True),
    ),
)

OUTCOMES = Table(
    name="outcomes",
    about="A goal the customer bought for, and where it stands.",
    identity=("outcome_id",),
    happened="measured_on",
    columns=(
        Column("outcome_id", TEXT, "The source's own id of the outcome.", required=True),
        Column("account_id", TEXT, "The account whose goal it is.", required=True),
        Column("goal", TEXT, "What they want to reach, in words.", required=True),
        Column("metric", TEXT, "What is measured."),
        Column("unit", TEXT, "Unit of the numbers."),
        Column("baseline", NUMBER, "Value before."),
        Column("target", NUMBER, "Value aimed at."),
        Column("current", NUMBER, "Value last measured."),
        Column("measured_on", DAY, "Day of the last measurement."),
    ),
)
