"""Which file holds what: every export with its table, its format, and its headers for our columns."""

from collections.abc import Callable
from dataclasses import dataclass, field

from goodword.sample.world import Row


def _every(_: Row) -> bool:
    return True


def _channels(*names: str) -> Callable[[Row], bool]:
    return lambda row: row["channel"] in names


@dataclass(frozen=True, slots=True)
class Export:
    """One file as a tool would export it.

    Attributes:
        file: its name inside `exports/`.
        table: the record table its rows belong to.
        headers: header in the file -> column of the record table.
        extra: headers the contract does not know, filled with something plausible.
        delimiter: for text files.
        bom: whether the file begins with a byte-order mark.
        stamp: how instants are written: "space" (2026-10-01 08:00:00), "z" (ISO with Z) or "offset" (ISO at +02:00).
        keep: which rows of the table stand in this file.
    """

    file: str
    table: str
    headers: dict[str, str]
    extra: tuple[str, ...] = ()
    delimiter: str = ","
    bom: bool = False
    stamp: str = "space"
    keep: Callable[[Row], bool] = field(default=_every)


EXPORTS: tuple[Export, ...] = (
    Export(
        "crm_accounts.csv",
        "accounts",
        {
            "Account ID": "account_id",
            "Account Name": "name",
            "Website Domains": "domains",
            "Industry": "industry",
            "Segment": "segment",
            "Billing Country": "country",
            "Sales Region": "region",
            "Employees": "employees",
            "Plan": "plan",
            "ARR": "arr",
            "Currency": "currency",
            "Account Status": "status",
            "Customer Since": "started_on",
            "CSM Email": "owner_email",
            "Parent Account ID": "parent_account_id",
            "Health Score": "health",
        },
        extra=("Territory Code",),
    ),
    Export(
        "crm_account_history.csv",
        "account_history",
        {"Account ID": "account_id", "Field": "field", "New Value": "value", "Valid From": "valid_from"},
    ),
    Export(
        "crm_contacts.csv",
        "people",
        {
            "Contact ID": "person_key",
            "Account ID": "account_id",
            "First Name": "given_name",
            "Last Name": "family_name",
            "Email": "email",
            "Other Emails": "emails",
            "Phone": "phone",
            "Job Title": "title",
            "Department": "department",
            "Decision Maker": "pays",
            "Influence": "influence",
            "Preferred Language": "language",
            "Time Zone": "timezone",
            "Left Company On": "left_on",
            "Opted Out On": "opted_out_on",
        },
        extra=("Lead Source",),
        keep=lambda row: "given_name" in row,
    ),
    Export(
        "community_members.tsv",
        "people",
        {"Member ID": "person_key", "Display Name": "full_name", "Email": "email"},
        extra=("Badge",),
        delimiter="\t",
        keep=lambda row: "given_name" not in row,
    ),
    Export(
        "employment_history.csv",
        "employments",
        {
            "Contact ID": "person_key",
            "Account ID": "account_id",
            "Company": "company_name",
            "Job Title": "title",
            "From": "started_on",
            "To": "ended_on",
        },
    ),
    Export(
        "billing_contracts.csv",
        "contracts",
        {
            "Contract No": "contract_id",
            "Customer No": "account_id",
            "Contract Type": "kind",
            "Signed On": "signed_on",
            "Term Start": "starts_on",
            "Term End": "ends_on",
            "Annual Value": "arr",
            "Currency": "currency",
            "Product": "product",
        },
        delimiter=";",
        bom=True,
    ),
    Export(
        "crm_opportunities.csv",
        "deals",
        {
            "Opportunity ID": "deal_id",
            "Account ID": "account_id",
            "Prospect Name": "prospect_name",
            "Prospect Domain": "prospect_domain",
            "Stage": "stage",
            "Outcome": "outcome",
            "Amount": "amount",
            "Currency": "currency",
            "Created Date": "created_on",
            "Close Date": "closed_on",
            "Owner Email": "owner_email",
            "Industry": "industry",
            "Employees": "employees",
            "Region": "region",
            "Use Case": "use_case",
            "Product": "product",
            "Competitor": "competitor",
        },
    ),
    Export(
        "crm_opportunity_stages.csv",
        "deal_stages",
        {"Opportunity ID": "deal_id", "Stage": "stage", "Entered On": "entered_on"},
    ),
    Export(
        "nps_answers.xlsx",
        "responses",
        {
            "Response ID": "response_id",
            "Survey": "survey",
            "Score": "score",
            "Comment": "comment",
            "Contact ID": "person_key",
            "Respondent Email": "email",
            "Account ID": "account_id",
            "Touchpoint": "touchpoint",
            "Answered At": "answered_at",
        },
        keep=lambda row: row["survey"] == "nps",
    ),
    Export(
        "csat_survey_responses.csv",
        "responses",
        {
            "Answer ID": "response_id",
            "Survey Type": "survey",
            "Rating": "score",
            "Feedback": "comment",
            "Respondent Email": "email",
            "Account ID": "account_id",
            "Sent After": "touchpoint",
            "Submitted At": "answered_at",
        },
        stamp="z",
        keep=lambda row: row["survey"] != "nps",
    ),
    Export(
        "product_events.parquet",
        "usage",
        {
            "event_id": "event_id",
            "timestamp": "at",
            "organization_id": "account_id",
            "user_id": "person_key",
            "feature_name": "feature",
            "quantity": "count",
        },
    ),
    Export("product_features.csv", "features", {"Feature": "feature", "Plan": "plan", "Product Area": "area"}),
    Export(
        "helpdesk_tickets.jsonl",
        "interactions",
        {
            "Ticket ID": "interaction_id",
            "Created At": "at",
            "Channel": "channel",
            "Direction": "direction",
            "Requester Email": "email",
            "Account ID": "account_id",
            "Subject": "subject",
            "Description": "text",
            "Priority": "priority",
            "Status": "status",
            "Solved At": "resolved_at",
            "Satisfaction Rating": "csat",
            "Assignee Email": "owner_email",
        },
        extra=("Via",),
        stamp="z",
        keep=_channels("ticket"),
    ),
    Export(
        "mailbox_emails.jsonl",
        "interactions",
        {
            "message_id": "interaction_id",
            "sent_at": "at",
            "channel": "channel",
            "direction": "direction",
            "contact_email": "email",
            "subject": "subject",
            "body": "text",
            "owner_email": "owner_email",
            "thread_id": "thread_id",
        },
        stamp="offset",
        keep=_channels("email"),
    ),
    Export(
        "calls_and_meetings.jsonl",
        "interactions",
        {
            "activity_id": "interaction_id",
            "start_time": "at",
            "channel": "channel",
            "attendee_email": "email",
            "account_id": "account_id",
            "title": "subject",
            "transcript": "text",
            "host_email": "owner_email",
        },
        stamp="z",
        keep=_channels("call", "meeting", "training", "ebr"),
    ),
    Export(
        "chat_messages.csv",
        "interactions",
        {
            "Message ID": "interaction_id",
            "Sent At": "at",
            "Channel": "channel",
            "Direction": "direction",
            "Contact ID": "person_key",
            "Account ID": "account_id",
            "Message": "text",
        },
        keep=_channels("chat"),
    ),
    Export(
        "public_reviews.csv",
        "interactions",
        {
            "Review ID": "interaction_id",
            "Published At": "at",
            "Channel": "channel",
            "Reviewer Email": "email",
            "Headline": "subject",
            "Review Text": "text",
        },
        stamp="z",
        keep=_channels("review"),
    ),
    Export(
        "community_posts.tsv",
        "posts",
        {
            "Post ID": "post_id",
            "Posted At": "at",
            "Author Email": "email",
            "Post Type": "kind",
            "Parent Post ID": "parent_id",
            "Topic ID": "root_id",
            "Accepted Answer": "accepted",
            "Likes": "likes",
            "Views": "views",
            "Body": "text",
            "URL": "url",
        },
        delimiter="\t",
        stamp="z",
    ),
    Export(
        "advocacy_asks.csv",
        "asks",
        {
            "Ask ID": "ask_id",
            "Contact ID": "person_key",
            "Ask Type": "kind",
            "Asked On": "asked_on",
            "Answer": "answer",
            "Answered On": "answered_on",
            "Asked By": "asked_by",
        },
    ),
    Export(
        "advocacy_acts.csv",
        "acts",
        {
            "Act ID": "act_id",
            "Act Type": "kind",
            "Done On": "done_on",
            "Contact ID": "person_key",
            "Account ID": "account_id",
            "Link": "url",
            "Opportunity ID": "deal_id",
            "Note": "note",
        },
    ),
    Export(
        "success_plan_outcomes.csv",
        "outcomes",
        {
            "Outcome ID": "outcome_id",
            "Account ID": "account_id",
            "Goal": "goal",
            "Metric": "metric",
            "Unit": "unit",
            "Baseline": "baseline",
            "Target": "target",
            "Current Value": "current",
            "Measured On": "measured_on",
        },
    ),
)
