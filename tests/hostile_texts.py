"""Texts that nobody writes and systems send all the same, by what is wrong with them."""

BROKEN = {
    "ten megabytes on one line": "great tool " * 950_000,
    "marks": "!?." * 300_000 + "x",
    "dashes": "-" * 1_000_000 + ":",
    "dots between words": "a 1. " * 200_000,
    "quotation marks": "“" * 200_000 + "x",
    "nested block quotes": "<blockquote>" * 100_000 + "great",
    "nested quoted mail": '<div class="gmail_quote">' * 100_000 + "great",
    "nested marks of quotes": "".join(">" * min(depth, 60) + " great\n" for depth in range(100_000)),
    "tags never closed": "<div " * 200_000,
    "scripts never closed": "<script>" * 100_000 + "great",
    "voices never closed": "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v Ann " * 100_000,
    "brackets": "[" * 500_000 + "](" * 100_000,
    "bars": "|" * 300_000 + "\n|-|\n" + "|" * 300_000,
    "fences": "```\n" * 100_000,
    "stars": "*a **b " * 50_000 + "_" * 200_000,
    "pictures": "😀👩\u200d💻\ufe0f" * 50_000,
    "right to left": "\u202eنعم\u202c " * 30_000,
    "marks that combine": "e" + "\u0301" * 500_000,
    "half characters": "\ud83d " * 50_000,
    "heads of mail": "From: a\nTo: b\nSubject: c\n" * 20_000,
    "replies": "On Mon, Tom wrote:\n> x\n" * 20_000,
    "names": "Ann Bell: no\nTom: no\n" * 15_000,
}
"""Each begins without a word that means anything; what is heard in it is nothing."""
