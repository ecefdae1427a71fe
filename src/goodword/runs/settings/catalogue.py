"""Every setting once. Needs no database: the reference page is made from it, too."""

from goodword.kit.errors import GoodwordError
from goodword.runs.settings.of_acts import settings_of_acts
from goodword.runs.settings.of_likelihood import settings_of_likelihood
from goodword.runs.settings.of_listening import settings_of_listening
from goodword.runs.settings.of_people import settings_of_people
from goodword.runs.settings.of_rules import settings_of_rules
from goodword.runs.settings.of_workspace import settings_of_workspace
from goodword.runs.settings.setting import Setting

SETTINGS: dict[str, Setting] = {
    setting.key: setting
    for setting in (
        *settings_of_rules(),
        *settings_of_likelihood(),
        *settings_of_acts(),
        *settings_of_people(),
        *settings_of_listening(),
        *settings_of_workspace(),
    )
}
"""By key, in the order pages show them."""


def setting_named(key: str) -> Setting:
    """Return a setting.

    Raises:
        GoodwordError: there is none of that key (code `unknown-setting`).
    """
    found = SETTINGS.get(key.strip())
    if found is None:
        raise GoodwordError(
            "unknown-setting", f"There is no setting “{key}”.", "See them all with: goodword settings list"
        )
    return found


def within(group: str) -> list[Setting]:
    """The settings of a group."""
    return [setting for setting in SETTINGS.values() if setting.group == group]


def matching(words: str) -> list[Setting]:
    """Settings whose key, label, subject or meaning has all of these words."""
    wanted = words.casefold().split()
    return [
        setting
        for setting in SETTINGS.values()
        if all(
            word in f"{setting.key} {setting.subject} {setting.label} {setting.meaning}".casefold() for word in wanted
        )
    ]
