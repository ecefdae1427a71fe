"""Settings of who is who: from when on two people are asked about, and merged without being asked about."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from goodword.runs.settings.setting import Setting

ASK_FROM, NEVER = 0.5, 1.0


def settings_of_people() -> Iterator[Setting]:
    """How sure linkage must be."""
    about = _("Who may be one person")
    later = _("Which pairs wait for somebody, from the next look on.")
    yield Setting(
        key="people.review_from",
        group="people",
        subject=about,
        label=_("Ask from"),
        meaning=_("From which probability on somebody is asked whether two people are one."),
        changes=later,
        kind="number",
        default=ASK_FROM,
        low=0.05,
        high=1.0,
    )
    yield Setting(
        key="people.merge_from",
        group="people",
        subject=about,
        label=_("Merge from"),
        meaning=_(
            "From which probability on two people are merged without asking; 1 merges nobody. Each can be undone."
        ),
        changes=_("Whom the next look merges. Who was merged before stays so."),
        kind="number",
        default=NEVER,
        low=0.9,
        high=NEVER,
    )
