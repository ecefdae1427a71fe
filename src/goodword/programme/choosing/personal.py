"""No customer's person stands in the rule of the lot, but in what somebody wrote as its basis they may."""

from goodword.programme.personal import Personal

DECLARED = (
    Personal(
        "choosing.LotRule",
        "On what legal basis people may be chosen for public reviews.",
        texts=("legal_basis",),
        colleagues=("by",),
    ),
)
