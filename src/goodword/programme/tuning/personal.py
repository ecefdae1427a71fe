"""What of customers' people stands with the settings: at most a name in a reason."""

from goodword.programme.personal import Personal

DECLARED = (Personal("tuning.SettingChange", "Why somebody changed a setting.", texts=("reason",)),)
