"""`python -m bench.reading`: how long hostile texts take to read and hear, at growing lengths; linear is x2."""

import sys
from collections.abc import Callable
from time import process_time

from rich.console import Console
from rich.table import Table

from goodword.finding.listening.hearing import hear

LENGTHS = (125_000, 250_000, 500_000)
MOST = 2.8  # a second's noise away from twice the time for twice the text
LEAST = 0.1  # seconds; below, the ratio says nothing

TEXTS: dict[str, Callable[[int], str]] = {
    "one line": lambda length: "great tool " * (length // 11),
    "sentences on one line": lambda length: "It works now. " * (length // 14),
    "numbered on one line": lambda length: "a 1. " * (length // 5),
    "marks, then a letter": lambda length: "!?." * (length // 3) + "x",
    "dashes": lambda length: "-" * length + ":",
    "quotation marks": lambda length: "\u201c" * length + "x",
    "blank lines": lambda length: "\n" * length,
    "nested quotes": lambda length: "".join(">" * min(depth, 60) + " a\n" for depth in range(length // 60)),
    "block quotes never closed": lambda length: "<blockquote>" * (length // 12),
    "paragraphs": lambda length: "<p>great</p>" * (length // 12),
    "scripts": lambda length: "<script>if (a < b) x</script>" * (length // 29),
    "heads of mail": lambda length: "From: a\nTo: b\nSubject: c\n" * (length // 25),
    "replies": lambda length: "On Mon, Tom wrote:\n> x\n" * (length // 23),
    "sign-offs": lambda length: "Thanks\nAnn Bell\nPS: x\n" * (length // 22),
    "speakers": lambda length: "Ann Bell: no\nTom: no\n" * (length // 21),
    "cues": lambda length: "00:01.000 --> 00:02.000\n<v Ann>no\n\n" * (length // 35),
    "fences": lambda length: "```\nx\n" * (length // 6),
    "tables": lambda length: "|a|b|\n|-|-|\n" * (length // 12),
    "links": lambda length: "[a](" * (length // 4),
    "pictures": lambda length: "\U0001f600\ufe0f" * (length // 2),
    "right to left": lambda length: "\u202e\u0646\u0639\u0645\u202c " * (length // 6),
    "marks that combine": lambda length: "e" + "\u0301" * length,
}


def main() -> int:
    """Print seconds at each length and the last ratio; 1 where a text takes more than its share."""
    told = Table("text", *(f"{length:,}" for length in LENGTHS), "ratio", header_style="bold", title="seconds")
    failed = []
    hear("We love it.")  # what is read once is read before the clock runs
    for name, make in TEXTS.items():
        spent = [_seconds(make(length)) for length in LENGTHS]
        ratio = spent[-1] / max(spent[-2], 1e-9)
        if spent[-1] > LEAST and ratio > MOST:
            failed.append(name)
        told.add_row(name, *(f"{seconds:.2f}" for seconds in spent), f"x{ratio:.1f}")
    Console().print(told)
    Console().print(f"Not linear: {', '.join(failed)}" if failed else "All linear.")
    return int(bool(failed))


def _seconds(text: str) -> float:
    started = process_time()
    hear(text, person_name="Ann Bell")
    return process_time() - started


if __name__ == "__main__":
    sys.exit(main())
