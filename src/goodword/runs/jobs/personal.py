"""What of customers' people may stand with jobs: in what was asked for and what came of it."""

from goodword.programme.personal import Personal

DECLARED = (
    Personal(
        "jobs.Job",
        "What was asked for, and what came of it.",
        texts=("arguments", "key", "result", "error_sentence", "error_mend"),
    ),
)
