"""What of customers' people stands among the changes of themes: at most a name that a colleague wrote into one."""

from goodword.programme.personal import Nobody, Personal

DECLARED = (
    Nobody("themes.ThemeChangeWithdrawal", "That what was said of a theme was taken back."),
    Personal("themes.ThemeChange", "What a colleague said of a theme.", texts=("theme", "key", "to")),
)
