"""What each role may do. One table: pages, exports, search, API and command line all ask it."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Role(StrEnum):
    """What a colleague is here for; an advocate is the one who is no colleague."""

    ADMINISTRATOR = "administrator"
    MANAGER = "manager"
    CSM = "csm"
    SALES = "sales"
    EXECUTIVE = "executive"
    ANALYST = "analyst"
    ADVOCATE = "advocate"


class Right(StrEnum):
    """One thing that somebody may do or see.

    Of people: `see_words` is what they said to us in private, quoted; `see_comments` what they wrote in surveys;
    `see_scores` every number about them; `see_contacts` how to reach them; `see_notes` what our own people wrote;
    `see_records` whole records as they arrived, which may hold all of these. `keep_people` is to say who is who, what
    their sentences mean, and who said that nobody may ask them. `ask_people` is to ask for an act; `file_needs` to
    say what act is needed, and whom of those who fit one wants asked.
    """

    SEE_TODAY = "see_today"
    SEE_PEOPLE = "see_people"
    SEE_WORDS = "see_words"
    SEE_RECORDS = "see_records"
    SEE_CONTACTS = "see_contacts"
    SEE_SCORES = "see_scores"
    SEE_COMMENTS = "see_comments"
    SEE_NOTES = "see_notes"
    SEE_MEASURES = "see_measures"
    SEE_DATA = "see_data"
    LOAD_DATA = "load_data"
    ANSWER_MOMENTS = "answer_moments"
    INVITE_ADVOCATES = "invite_advocates"
    ASK_PEOPLE = "ask_people"
    KEEP_PEOPLE = "keep_people"
    RECORD_GRANTS = "record_grants"
    ANSWER_DATA_REQUESTS = "answer_data_requests"
    EXPORT = "export"
    SEE_SETTINGS = "see_settings"
    CHANGE_SETTINGS = "change_settings"
    MANAGE_TEAM = "manage_team"
    SEE_AUDIT = "see_audit"
    MAKE_TOKENS = "make_tokens"
    RUN_JOBS = "run_jobs"
    FILE_NEEDS = "file_needs"
    WRITE_STORIES = "write_stories"
    SEE_PORTAL = "see_portal"


_LOOK = {Right.SEE_TODAY, Right.SEE_PEOPLE, Right.SEE_WORDS, Right.SEE_SCORES, Right.SEE_COMMENTS}
_CARE = _LOOK | {
    *(Right.SEE_RECORDS, Right.SEE_CONTACTS, Right.SEE_NOTES),
    *(
        Right.ANSWER_MOMENTS,
        Right.INVITE_ADVOCATES,
        Right.ASK_PEOPLE,
        Right.FILE_NEEDS,
        Right.WRITE_STORIES,
        Right.KEEP_PEOPLE,
        Right.RECORD_GRANTS,
        Right.EXPORT,
        Right.MAKE_TOKENS,
    ),
}
_RUN = {Right.SEE_DATA, Right.LOAD_DATA, Right.RUN_JOBS, Right.SEE_SETTINGS, Right.CHANGE_SETTINGS, Right.SEE_AUDIT}

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ADMINISTRATOR: frozenset(_CARE | _RUN | {Right.SEE_MEASURES, Right.MANAGE_TEAM, Right.ANSWER_DATA_REQUESTS}),
    Role.MANAGER: frozenset(_CARE | _RUN | {Right.SEE_MEASURES}),
    Role.CSM: frozenset(_CARE | {Right.SEE_MEASURES, Right.SEE_SETTINGS}),
    # Sales sees who there is and what was said in public; never scores, comments, notes, or how to reach somebody.
    Role.SALES: frozenset({Right.SEE_PEOPLE, Right.SEE_MEASURES, Right.FILE_NEEDS}),
    Role.EXECUTIVE: frozenset(_LOOK | {Right.SEE_MEASURES}),
    # An analyst sees what is counted, and the state of the data; nobody by name.
    Role.ANALYST: frozenset({Right.SEE_MEASURES, Right.SEE_DATA, Right.SEE_SETTINGS, Right.MAKE_TOKENS}),
    Role.ADVOCATE: frozenset({Right.SEE_PORTAL}),
}
"""The rights of each role."""

CHANGING = frozenset(
    {
        *(Right.LOAD_DATA, Right.ANSWER_MOMENTS, Right.CHANGE_SETTINGS, Right.MANAGE_TEAM),
        *(Right.INVITE_ADVOCATES, Right.KEEP_PEOPLE, Right.RECORD_GRANTS, Right.MAKE_TOKENS, Right.RUN_JOBS),
        Right.ASK_PEOPLE,
        Right.FILE_NEEDS,
        Right.WRITE_STORIES,
        Right.ANSWER_DATA_REQUESTS,
    }
)
"""Rights to change something; a token that may only read has none of them."""

LABELS: dict[Role, str | Promise] = {
    Role.ADMINISTRATOR: _("Administrator"),
    Role.MANAGER: _("Advocacy manager"),
    Role.CSM: _("CSM"),
    Role.SALES: _("Sales"),
    Role.EXECUTIVE: _("Executive"),
    Role.ANALYST: _("Analyst"),
    Role.ADVOCATE: _("Advocate"),
}
"""What people call each role."""

MEANINGS: dict[Role, str | Promise] = {
    Role.ADMINISTRATOR: _("Everything, and who may sign in."),
    Role.MANAGER: _("Runs the programme: all people, data, settings and the audit trail."),
    Role.CSM: _("The people of the accounts in their care; of all accounts where that is allowed."),
    Role.SALES: _("Who there is, and what they said in public. No scores, comments, notes or contacts."),
    Role.EXECUTIVE: _("All people and what they said, to read. No contacts, no notes."),
    Role.ANALYST: _("What is counted, and the state of the data. Nobody by name."),
    Role.ADVOCATE: _("A customer’s person: their own page and nothing else."),
}
"""What each role is for, in a sentence."""
