"""What of customers' people stands with calls by programs: answers that are kept for a day."""

from goodword.programme.personal import Nobody, Personal

DECLARED = (
    Personal("calls.IdempotencyKey", "Answers to programs' calls, kept for a day.", texts=("route", "key", "body")),
    Nobody("calls.CallWindow", "How often a token or a hashed address called."),
)
