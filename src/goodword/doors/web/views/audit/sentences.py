"""What the page of the audit trail says was done, after the name of who did it; `%(it)s` stands for to what."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy as _p

type Words = str | Promise

SENTENCES: dict[tuple[str, str], Words] = {
    ("create", "user"): _("let %(it)s in"),
    ("deactivate", "user"): _("shut %(it)s out"),
    ("reactivate", "user"): _("let %(it)s in again"),
    ("reset", "user"): _("made a new password for %(it)s"),
    ("give", "role"): _("gave %(it)s a role"),
    ("open", "sign_in"): _("signed in"),
    ("fail", "sign_in"): _("refused a sign-in of %(it)s"),
    ("end", "session"): _("signed %(it)s out of a browser"),
    ("end", "sessions"): _("signed %(it)s out of every browser"),
    ("change", "password"): _("changed the password of %(it)s"),
    ("add", "second_factor"): _("added a second factor of %(it)s"),
    ("remove", "second_factor"): _("removed a second factor of %(it)s"),
    ("require", "second_factor"): _("began to ask a second factor of the role %(it)s"),
    ("lift", "second_factor"): _("stopped asking a second factor of the role %(it)s"),
    ("renew", "recovery_codes"): _("made new recovery codes for %(it)s"),
    ("reseal", "second_factors"): _("sealed the second factors with the new key"),
    ("invite", "person"): _("invited %(it)s to their own page"),
    ("make", "token"): _("made the token %(it)s"),
    ("revoke", "token"): _("revoked the token %(it)s"),
    ("change", "setting"): _("changed the setting %(it)s"),
    ("reset", "setting"): _("took the setting %(it)s back"),
    ("change", "preferences"): _("changed the preferences of %(it)s"),
    ("save", "view"): _("kept %(it)s"),
    ("rename", "view"): _("gave %(it)s another name"),
    ("remove", "view"): _("removed %(it)s"),
    ("restore", "view"): _("brought %(it)s back"),
    ("queue", "letter"): _("put %(it)s into the outbox"),
    ("withdraw", "letter"): _("took %(it)s back before it left"),
    ("send_again", "letter"): _("had %(it)s sent once more"),
    ("confirm", "letter"): _("noted that %(it)s arrived"),
    ("ask", "job"): _("asked for the job %(it)s"),
    ("cancel", "job"): _("gave up the job %(it)s"),
    ("load", "import"): _("loaded the import %(it)s"),
    ("undo", "import"): _("undid the import %(it)s"),
    ("publish", "generation"): _("published what was found as of %(it)s"),
    ("export", "list"): _("took a list out as a file: %(it)s"),
    ("purge", "retention"): _("deleted what is kept no longer"),
    ("restore", "workspace"): _("restored this workspace from a backup"),
    ("release", "workspace"): _("let this restored copy take the original’s place"),
    ("upgrade", "workspace"): _("brought the database up to date"),
    ("merge", "person"): _("merged %(it)s with somebody"),
    ("unmerge", "person"): _("took a merge of %(it)s back"),
    ("keep_apart", "person"): _("kept %(it)s apart from somebody alike"),
    ("join", "person"): _("keeps %(it)s apart no more"),
    ("split", "person"): _("split a record off %(it)s"),
    ("rejoin", "person"): _("gave %(it)s a split record back"),
    ("correct", "person"): _("put something about %(it)s right"),
    ("withdraw_correction", "person"): _("took a correction about %(it)s back"),
    ("label", "person"): _("said what a sentence of %(it)s means"),
    ("withdraw_label", "person"): _("took back what a sentence of %(it)s was said to mean"),
    ("train", "listener"): _("had the listener %(it)s learn from labels"),
    ("choose", "listener"): _("chose the listener %(it)s"),
    ("rename", "theme"): _("called the theme %(it)s otherwise"),
    ("merge", "theme"): _("counts the theme %(it)s with another"),
    ("hide", "theme"): _("hid the theme %(it)s"),
    ("withdraw", "theme"): _("took back what was said of the theme %(it)s"),
    ("opt_out", "person"): _("noted that nobody may ask %(it)s"),
    ("consent", "person"): _("said that one may ask them again"),
    ("export", "person"): _("put together everything held about %(it)s"),
    ("erase", "person"): _("began to erase somebody who asked for it"),
    ("finish", "erasure"): _("erased somebody everywhere: %(it)s"),
    ("later", "suggestion"): _("put off whether two people are one"),
    ("raise", "moment"): _("let words in that raised the moment of %(it)s"),
    ("thank", "moment"): _("thanked %(it)s"),
    ("later", "moment"): _("put off the moment of %(it)s"),
    ("pass", "moment"): _("let the moment of %(it)s pass"),
    ("withdraw", "answer"): _("took back the answer to the moment of %(it)s"),
    ("reserve", "place"): _("reserved %(it)s"),
    ("release", "place"): _("gave back %(it)s"),
    ("grant", "permission"): _("recorded a yes, %(it)s"),
    ("deny", "permission"): _("recorded a no, %(it)s"),
    ("withdraw", "permission"): _("took back %(it)s"),
}
"""By verb and noun of an entry."""

OTHERWISE = "{verb} {noun} %(it)s"

VERBS: dict[str, Words] = {
    "add": _p("in the trail", "add"),
    "ask": _p("in the trail", "ask"),
    "cancel": _p("in the trail", "give up"),
    "change": _p("in the trail", "change"),
    "choose": _p("in the trail", "choose"),
    "confirm": _p("in the trail", "note the arrival"),
    "consent": _p("in the trail", "consent"),
    "correct": _p("in the trail", "put right"),
    "create": _p("in the trail", "let in"),
    "deactivate": _p("in the trail", "shut out"),
    "deny": _p("in the trail", "record a no"),
    "end": _p("in the trail", "end"),
    "erase": _p("in the trail", "erase"),
    "export": _p("in the trail", "take out as a file"),
    "fail": _p("in the trail", "refuse"),
    "finish": _p("in the trail", "finish"),
    "give": _p("in the trail", "give"),
    "grant": _p("in the trail", "record a yes"),
    "hide": _p("in the trail", "hide"),
    "invite": _p("in the trail", "invite"),
    "join": _p("in the trail", "keep apart no more"),
    "keep_apart": _p("in the trail", "keep apart"),
    "label": _p("in the trail", "say what a sentence means"),
    "later": _p("in the trail", "put off"),
    "lift": _p("in the trail", "ask no more"),
    "load": _p("in the trail", "load"),
    "make": _p("in the trail", "make"),
    "merge": _p("in the trail", "merge"),
    "open": _p("in the trail", "come in"),
    "opt_out": _p("in the trail", "opt out"),
    "pass": _p("in the trail", "let pass"),
    "publish": _p("in the trail", "publish"),
    "purge": _p("in the trail", "delete"),
    "queue": _p("in the trail", "put into the outbox"),
    "raise": _p("in the trail", "raise"),
    "reactivate": _p("in the trail", "let in again"),
    "rejoin": _p("in the trail", "give back"),
    "release": _p("in the trail", "release"),
    "remove": _p("in the trail", "remove"),
    "rename": _p("in the trail", "rename"),
    "renew": _p("in the trail", "renew"),
    "require": _p("in the trail", "require"),
    "reseal": _p("in the trail", "seal anew"),
    "reserve": _p("in the trail", "reserve"),
    "reset": _p("in the trail", "reset"),
    "restore": _p("in the trail", "bring back"),
    "revoke": _p("in the trail", "revoke"),
    "save": _p("in the trail", "keep"),
    "send_again": _p("in the trail", "send again"),
    "split": _p("in the trail", "split off"),
    "thank": _p("in the trail", "thank"),
    "train": _p("in the trail", "have learn"),
    "undo": _p("in the trail", "undo"),
    "unmerge": _p("in the trail", "part again"),
    "upgrade": _p("in the trail", "upgrade"),
    "withdraw": _p("in the trail", "take back"),
    "withdraw_label": _p("in the trail", "take back what a sentence means"),
    "withdraw_correction": _p("in the trail", "take a correction back"),
}
"""What to call each verb in the filter."""

NOUNS: dict[str, Words] = {
    "answer": _("Answer to a moment"),
    "erasure": _("Erasure"),
    "generation": _("Published findings"),
    "import": _("Import"),
    "job": _("Job"),
    "letter": _("E-mail"),
    "list": _("List"),
    "listener": _("Listener"),
    "moment": _("Moment"),
    "password": _("Password"),
    "permission": _("Permission"),
    "place": _("Place for an ask"),
    "person": _("Person"),
    "preferences": _("Preferences"),
    "recovery_codes": _("Recovery codes"),
    "retention": _("What is kept no longer"),
    "role": _("Role"),
    "second_factor": _("Second factor"),
    "second_factors": _("All second factors"),
    "session": _("A session"),
    "sessions": _("All sessions of somebody"),
    "setting": _("Setting"),
    "sign_in": _("Sign-in"),
    "suggestion": _("Who may be one person"),
    "theme": _("Theme"),
    "token": _("Token"),
    "user": _("Colleague"),
    "view": _("Kept view"),
    "workspace": _("Workspace"),
}
"""What to call each noun in the filter."""

DOORS: dict[str, Words] = {
    "web": _("Web pages"),
    "cli": _("Command line"),
    "api": "API",
    "mail": _("E-mail"),
    "digest": _("Digest"),
    "portal": _("Their own page"),
    "worker": _("Worker"),
    "nightly": _("Nightly run"),
    "retention": _("Retention"),
}
"""What to call each door."""


def plain(word: str) -> str:
    """A word of the trail that nobody wrote words for."""
    return word.replace("_", " ")


def sentence(verb: str, noun: str) -> str:
    """What was done, with `%(it)s` where the thing is named."""
    known = SENTENCES.get((verb, noun))
    return str(known) if known else OTHERWISE.format(verb=plain(verb), noun=plain(noun))


def label(words: dict[str, Words], word: str) -> str:
    """What to call a verb, a noun or a door; the word itself where nobody wrote words for it."""
    return str(words.get(word) or plain(word))
