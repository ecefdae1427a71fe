"""Settings of the workspace: its name and money, when the run is, what roles see, how long things are kept."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from goodword.runs.schedule import DEFAULT_AT, DEFAULT_ZONE
from goodword.runs.settings.setting import Kind, Setting, Value, Words

RETAINED: dict[str, tuple[Words, Words, int]] = {
    "answers_days": (
        _("Answers of the server asked"),
        _("How long we keep what a server thought of a text, so as not to ask again. Numbers only, no words."),
        90,
    ),
    "failed_sign_ins_days": (
        _("Failed sign-ins"),
        _("How long we remember that somebody could not sign in. Addresses are kept as hashes only."),
        1,
    ),
    "jobs_days": (_("Finished jobs"), _("How long finished jobs stay on the page of jobs."), 90),
    "notifications_days": (_("Notifications"), _("How long notifications stay."), 90),
    "uploads_days": (_("Abandoned uploads"), _("How long a file waits that was uploaded and never loaded."), 1),
}
"""What is deleted by itself: label, meaning, days."""


def settings_of_workspace() -> Iterator[Setting]:
    """Everything that belongs to the workspace as a whole."""
    yield Setting(
        key="roles.csm.reach",
        group="roles",
        subject=_("CSM"),
        label=_("Accounts a new CSM sees"),
        meaning=_("What somebody sees who is made a CSM, unless something else is chosen for them."),
        changes=_("What holds when the role is given the next time; roles that were given stay as they are."),
        kind="choice",
        default="own",
        choices={"own": _("accounts in their care"), "all": _("all accounts")},
    )
    for name, (label, meaning, days) in RETAINED.items():
        yield Setting(
            key=f"retention.{name}",
            group="retention",
            subject=_("Kept for"),
            label=label,
            meaning=meaning,
            changes=_("What is deleted every day, for good."),
            kind="whole",
            default=days,
            unit=_("days"),
            low=1,
            high=3650,
        )
    yield from _run()
    yield from _letters()
    yield from _meetings()
    yield from _names()


def _run() -> Iterator[Setting]:
    run, night = _("Run"), _("When the list is made anew.")
    hour = _("The local hour of the nightly run.")
    yield _one("run.at", run, (_("Hour"), hour, night), "clock", DEFAULT_AT)
    zone = _("The time zone of that hour: an IANA name, such as Europe/Berlin.")
    yield _one("run.timezone", run, (_("Time zone"), zone, night), "zone", DEFAULT_ZONE)


def _letters() -> Iterator[Setting]:
    letters, when = _("Letters that ask"), _("When a letter that asks a customer’s person may reach them.")
    begin = _("From this hour on, by the clock where they live.")
    yield _one("letters.from", letters, (_("Not before"), begin, when), "clock", "08:00")
    end = _("Up to this hour; one that is not after the first means midnight.")
    yield _one("letters.until", letters, (_("Not after"), end, when), "clock", "18:00")
    weekend = _("Whether Saturdays and Sundays are days for it.")
    yield _one("letters.weekends", letters, (_("On weekends"), weekend, when), "yes_no", default=False)


def _meetings() -> Iterator[Setting]:
    yield Setting(
        key="letters.reminder_hours",
        group="workspace",
        subject=_("Meetings"),
        label=_("Reminder"),
        meaning=_("How long before a meeting both sides are reminded of it, once; 0 for never."),
        changes=_("Reminders of meetings that were picked longer before."),
        kind="whole",
        default=24,
        unit=_("hours"),
        low=0,
        high=168,
    )


def _names() -> Iterator[Setting]:
    about, seen = _("Workspace"), _("What readers see.")
    name = _("What this workspace is called where people sign in.")
    yield _one("workspace.name", about, (_("Name"), name, seen), "text", "")
    money = _("The currency of amounts that do not say theirs, as its three letters; empty to say none.")
    later = _("What readers see from the next run on.")
    yield _one("workspace.currency", about, (_("Currency"), money, later), "code", "")
    yield Setting(
        key="workspace.language",
        group="workspace",
        subject=about,
        label=_("Language"),
        meaning=_("The language of e-mails and of pages whose reader asks for none that we speak."),
        changes=seen,
        kind="choice",
        default="en-gb",
        choices={"en-gb": "English", "de": "Deutsch"},
    )


def _one(key: str, subject: Words, words: tuple[Words, Words, Words], kind: Kind, default: Value) -> Setting:
    label, meaning, changes = words
    return Setting(
        key=key,
        group="workspace",
        subject=subject,
        label=label,
        meaning=meaning,
        changes=changes,
        kind=kind,
        default=default,
    )
