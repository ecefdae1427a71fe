"""What people call each right."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodword.programme.team.roles import Right

RIGHT_LABELS: dict[Right, str | Promise] = {
    Right.SEE_TODAY: _("See today’s moments"),
    Right.SEE_PEOPLE: _("See people and their accounts"),
    Right.SEE_RECORDS: _("Read whole records, as they arrived"),
    Right.SEE_CONTACTS: _("See how to reach somebody"),
    Right.SEE_SCORES: _("See numbers about somebody: answers, likelihoods"),
    Right.SEE_WORDS: _("Read what was said to us in private, quoted"),
    Right.SEE_COMMENTS: _("Read what people wrote in surveys"),
    Right.SEE_NOTES: _("Read colleagues’ notes"),
    Right.SEE_MEASURES: _("See the measures"),
    Right.SEE_DATA: _("See the state of the data"),
    Right.LOAD_DATA: _("Load data, and undo a load"),
    Right.ANSWER_MOMENTS: _("Answer moments: thank, set aside, follow up"),
    Right.KEEP_PEOPLE: _("Say who is who, and who said that nobody may ask them"),
    Right.ASK_PEOPLE: _("Ask customers’ people for an act"),
    Right.FILE_NEEDS: _("Say what act is needed, and whom they want asked"),
    Right.WRITE_STORIES: _("Write customers’ stories, and approve them"),
    Right.INVITE_ADVOCATES: _("Let customers’ people in to their own page"),
    Right.RECORD_GRANTS: _("Record what customers allow and forbid"),
    Right.ANSWER_DATA_REQUESTS: _("Hand over everything held about somebody, and erase them"),
    Right.EXPORT: _("Take lists out as files"),
    Right.SEE_SETTINGS: _("See the settings"),
    Right.CHANGE_SETTINGS: _("Change the settings"),
    Right.MANAGE_TEAM: _("Let people in, give roles, revoke tokens"),
    Right.SEE_AUDIT: _("Read the audit trail"),
    Right.MAKE_TOKENS: _("Make tokens for programs of their own"),
    Right.RUN_JOBS: _("Start and stop jobs"),
    Right.SEE_PORTAL: _("See their own page as a customer’s person"),
}
"""The name of each right, as a thing to do."""
