"""What stands where about somebody, said to them: for the page that they read, in their language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_SAID_BY_OTHERS = _("Words of others that name you are blacked out.")
_OWN_PAGE = _("Belongs to the account of your own page.")

KINDS: dict[str, Promise] = {
    "programme database": _("What we noted"),
    "lake": _("What our systems told us"),
    "workspace": _("Files"),
}
"""By what a place is called in front of its name."""

TABLES: dict[str, Promise] = {
    "jobs.Job": _("What was asked of the machine for you or about you, and what came of it."),
    "acts.ActWithdrawal": _("Things you did for us that no longer count."),
    "acts.Act": _("What you did for us."),
    "asks.AskLetter": _("The letters in which you were asked."),
    "asks.AskWithdrawal": _("Requests to you that no longer count."),
    "asks.EarlierAnswer": _("What you answered before you answered otherwise."),
    "asks.Answer": _("What you answered."),
    "asks.Ask": _("What you were asked for."),
    "asks.Release": _("Plans to ask you that came to nothing."),
    "asks.Reservation": _("When somebody planned to ask you, so that nobody asks too often."),
    "asks.PastLoad": _("What you were asked and did before, so that nobody asks too often."),
    "asks.Thank": _("When one of us thanked you."),
    "asks.Limit": _("How often you want to be asked at most."),
    "meetings.MeetingLetter": _("That a letter about a meeting with you was written."),
    "meetings.Pick": _("When a meeting with you takes place, or that it was called off."),
    "meetings.OtherTimes": _("That times you gave did not suit."),
    "meetings.Slot": _("A time that you gave for a meeting."),
    "meetings.Offer": _("That you gave times for a meeting, and by which clock."),
    "needs.NeedAct": _("That what you did was for something a colleague of ours needed."),
    "needs.ClaimAsk": _("That you were asked because a colleague of ours needed somebody."),
    "needs.ClaimEnd": _("That you were not asked after all."),
    "needs.Claim": _("That a colleague of ours needed somebody, and thought of you."),
    "needs.Decline": _("That you are not asked for something a colleague of ours needs."),
    "needs.Proposal": _("How well you fit what a colleague of ours needs."),
    "needs.Feedback": _("What was said afterwards of something you did."),
    "needs.NeedEnding": _("How a request of a colleague of ours ended."),
    "needs.Need": _("What colleagues of ours need of customers."),
    "terms.Term": _("What you like to speak about, and how you want to be reached."),
    "lots.Invitation": _("That the lot fell on you and you were asked for a public review."),
    "lots.Wait": _("That the lot fell on you, and until when we let you rest first."),
    "lots.Exclusion": _("That the lot fell on you, and why you are not asked."),
    "lots.Eligible": _("Draws by lot for public reviews in which you could be drawn, and what we knew that day."),
    "stories.Quote": _("What you are quoted with in stories."),
    "stories.WantedChange": _("What you wanted changed in a story."),
    "stories.Outcome": _("Figures that stories tell."),
    "stories.Version": _("Stories that name you."),
    "stories.StoryWithdrawal": _("Why a story is not told any more."),
    "advocates.MomentAnswerWithdrawal": _("What colleagues did around you and took back."),
    "advocates.MomentAnswer": _("What colleagues did and noted when something happened around you."),
    "advocates.ArrivedText": _("What you said a moment ago, on its way to our records."),
    "advocates.SearchBlock": _("The words by which our search finds you."),
    "advocates.Signal": _("Signs that you may speak well of us, found in what you did and said."),
    "advocates.Hold": _("Reasons not to ask you now."),
    "advocates.Likelihood": _("How likely we think you say yes."),
    "advocates.Remark": _("Sentences of yours."),
    "advocates.Moment": _("Something happened around you that deserves an answer."),
    "advocates.ListedPerson": _("Your line in our list of people."),
    "labels.LabelWithdrawal": _("That a colleague took such a word back."),
    "labels.Label": _("What a colleague says that a sentence of yours means."),
    "themes.ThemeChange": _("What a colleague called a theme that customers speak of."),
    "links.LinkEnd": _("That a link to your pages was ended."),
    "links.Link": _("Links to your own pages that our letters brought you."),
    "permissions.Withdrawal": _("Permissions you took back."),
    "permissions.Proof": _("How we know what you allowed and forbade."),
    "permissions.Grant": _("What you allowed and forbade."),
    "people.CorrectionWithdrawal": _("That a correction of what we know of you was taken back."),
    "people.Correction": _("What a colleague put right of what we know of you."),
    "people.ToldValue": _("Where records about you differ, and which value counts."),
    "people.Unmerge": _("That two records are not both you after all."),
    "people.Merge": _("That two records are both you."),
    "people.Rejoin": _("That a record is yours after all."),
    "people.Split": _("That a record was taken for yours and is not, or is."),
    "people.Join": _("That somebody may be you after all."),
    "people.Apart": _("That you are not somebody you look like."),
    "people.Suggestion": _("That you may be somebody else as well."),
    "people.OptOut": _("That you said nobody may ask you."),
    "people.Consent": _("That you said you may be asked again."),
    "people.Person": _("Who you are, under every key and address."),
    "outbox.Drop": _("Letters to you that never left, and why."),
    "outbox.Ruling": _("What a colleague decided about a letter to you."),
    "outbox.Outcome": _("What your mail server said of a letter to you."),
    "outbox.Attempt": _("When a letter to you was sent."),
    "outbox.Waiting": _("Letters to you that wait."),
    "bounces.Bounce": _("Letters to you that came back, or of which you complained."),
    "outbox.Letter": _("Letters to you, and letters to others that name you."),
    "desk.Preference": _("How you like your page."),
    "desk.Notification": _("What colleagues and you were told on the pages."),
    "desk.SavedView": _("Lists that colleagues keep, with what they searched for."),
    "sessions.Session": _("Browsers signed in to your own page."),
    "team.OpenSession": _("When and with which browser you signed in to your own page."),
    "team.FailedSignIn": _("Attempts to sign in with your address that failed."),
    "team.Deactivation": _("When somebody took back that you may see your own page."),
    "team.Assignment": _("That you were let in to your own page."),
    "team.User": _("The account with which you sign in to your own page."),
    "team.AuditEntry": _("The audit trail: what was done for you or about you."),
    **dict.fromkeys(("team.UsedCode", "team.TokenRevocation", "team.Token"), _OWN_PAGE),
    **dict.fromkeys(("account.EmailConfirmation", "account.EmailAddress", "mfa.Authenticator"), _OWN_PAGE),
    **dict.fromkeys(("socialaccount.SocialToken", "socialaccount.SocialAccount"), _OWN_PAGE),
}
"""By the name of a model."""

RECORDS: dict[str, Promise] = {
    "people": _("You, as one of our systems knows you."),
    "employments": _("Where you worked, and when."),
    "deals": _("Purchases in which you had a part."),
    "responses": _("What you answered in surveys."),
    "usage": _("How you used what you bought from us."),
    "interactions": _("Messages, calls and meetings between you and us."),
    "posts": _("What you wrote in the customer community."),
    "asks": _("What you were asked for, as our systems have it."),
    "acts": _("What you did for us, as our systems have it."),
}
"""By the name of a record table."""

FILES: dict[str, Promise] = {
    "rejected": _("Rows about you that could not be read, as they arrived."),
    "uploads": _("Files that name you and wait to be read."),
    "takeouts": _("Copies of everything we hold about you that were made before."),
    "answers": _("What another program made of your words: numbers, without the words themselves."),
    "proofs": _("Files that prove what you allowed."),
}
"""By the name of a folder."""

_QUOTING = {"advocates.Signal", "advocates.Hold", "advocates.Remark", "advocates.Moment", "advocates.ListedPerson"}
_BY_KIND = {"programme database": TABLES, "lake": RECORDS, "workspace": FILES}


def said_of(where: str, about: str) -> tuple[str, str, str]:
    """Say a section to whom it is about: its heading, its name and one sentence; `about` where nobody wrote one."""
    kind, _colon, name = where.partition(": ")
    sentence = str(_BY_KIND.get(kind, {}).get(name, about))
    more = f" {_SAID_BY_OTHERS}" if name in _QUOTING else ""
    return str(KINDS.get(kind, kind)), name, sentence + more
