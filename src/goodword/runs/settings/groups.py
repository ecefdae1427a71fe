"""The groups that settings are shown in."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from goodword.runs.settings.setting import Words


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that belong together.

    Attributes:
        name: a short word, part of addresses.
        label: what it is called.
        meaning: what is set there, a sentence.
        icon: its picture.
    """

    name: str
    label: Words
    meaning: Words
    icon: str


GROUPS: dict[str, Group] = {
    group.name: group
    for group in (
        Group("finders", _("Finders"), _("What makes a signal, and how strong it is."), "search"),
        Group("holds", _("Holds, rest and caps"), _("Who is left in peace, and for how long."), "rest"),
        Group("risks", _("Risks"), _("When an account is noted because somebody who mattered has left."), "flame"),
        Group("likelihood", _("Likelihood"), _("How likely a yes is: base rates, weights, half-lives."), "measures"),
        Group("acts", _("Kinds of acts"), _("What each kind of act takes, needs and asks of a person."), "kit"),
        Group("people", _("Who is who"), _("From when on two people count as one."), "people"),
        Group("listening", _("Listening"), _("Whether a server is asked as well, and what that may cost."), "quote"),
        Group("roles", _("Roles"), _("How much a role sees."), "team"),
        Group("retention", _("Retention"), _("How long what nobody needs any more is kept."), "trash"),
        Group("workspace", _("Workspace and run"), _("Name, currency, language, and when the run is."), "settings"),
    )
}
"""By name, in the order pages show them."""
