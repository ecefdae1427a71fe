"""Passes in which senders are killed at random instants, against a real mail server that fails as well.

`python -m tests.doors.mail.passes [--kills 1000] [VARIANT ...]` makes them by hand, and prints a line for each variant.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.mailserver import MailServer, running

CALM = tuple(f"slow-{milliseconds}" for milliseconds in (0, 10, 20, 30))
DROPS = ("close-end", "drop-before", "slow-0", "slow-30")
TROUBLE = (
    *("once-rcpt", "once-data", "once-end", "never-rcpt", "never-data", "never-end"),
    *("close-data", "close-end", "drop-before", "nonsense", "slow-20"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """What is different about a pass.

    Attributes:
        senders: how many live at the same time.
        people: the first parts of addresses, in turn: they say what the server does.
        hours: how far clocks of senders are off; each has one of these.
        pauses: whether senders are stopped and let go on before they die.
        copies: whether copies of the workspace are restored in between and try to send, too.
    """

    senders: int = 1
    people: tuple[str, ...] = CALM
    hours: tuple[int, ...] = (0,)
    pauses: bool = False
    copies: bool = False


VARIANTS = {
    "one sender": Variant(),
    "two senders": Variant(senders=2),
    "paused and let go on": Variant(senders=2, pauses=True),
    "restored copies": Variant(copies=True),
    "clocks two hours ahead": Variant(senders=2, hours=(0, 2)),
    "clocks two hours behind": Variant(senders=2, hours=(0, -2)),
    "a server that drops after the words": Variant(people=DROPS),
    "a server with every trouble": Variant(senders=2, people=TROUBLE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What became of the letters of one variant.

    Attributes:
        killed: senders that were killed while they were at work.
        planned: letters that were queued.
        arrived: different Message-IDs that the server kept.
        twice: Message-IDs that it kept more than once.
        stands: how many letters stand where in the end.
        lost: letters of which the server has nothing, though the outbox says they were sent.
        strange: letters that the server has, though the outbox says that they surely did not arrive.
        from_copies: bytes that restored copies sent.
        seconds: how long it took.
    """

    killed: int
    planned: int
    arrived: int
    twice: int
    stands: dict[str, int]
    lost: int
    strange: int
    from_copies: int
    seconds: float


def make_passes(names: Iterable[str], kills: int, folder: Path) -> Iterator[tuple[str, Figures]]:
    """Make a pass of each variant, one after the other, in one workspace; return each as it ends."""
    (folder / "goodword.toml").write_text("", encoding="utf-8")
    (folder / "lake").mkdir()
    with running(folder) as server:
        surroundings = os.environ | {
            "GOODWORD_WORKSPACE": str(folder),
            "DJANGO_SETTINGS_MODULE": "goodword.config.settings",
            "GOODWORD_SMTP_URL": server.url,
        }
        inside = "import django; django.setup(); from tests.doors.mail.dying import main; main()"
        command = [sys.executable, "-c", inside, str(kills), *names]
        began = time.monotonic()
        with subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for line in process.stdout:
                told = json.loads(line)
                yield told["variant"], _figures(told, server, round(time.monotonic() - began, 1))
                began = time.monotonic()
        assert process.returncode == 0, "the process that forks senders failed: see above"


def _figures(told: dict[str, object], server: MailServer, seconds: float) -> Figures:
    stood = told["stood"]
    assert isinstance(stood, dict)  # Message-ID: where the letter stands
    copies = Counter(message_id for message in server.messages if (message_id := str(message["Message-ID"])) in stood)
    return Figures(
        killed=int(str(told["killed"])),
        planned=len(stood),
        arrived=len(copies),
        twice=sum(count > 1 for count in copies.values()),
        stands=dict(Counter(stood.values())),
        lost=sum(place == "sent" and message_id not in copies for message_id, place in stood.items()),
        strange=sum(stood[message_id] not in {"sent", "held"} for message_id in copies),
        from_copies=int(str(told["from_copies"])),
        seconds=seconds,
    )


def main() -> None:
    """Make passes by hand."""
    parser = argparse.ArgumentParser(description="Kill senders at random instants.")
    parser.add_argument("--kills", type=int, default=1_000, help="so many of each variant")
    parser.add_argument("variants", nargs="*", metavar="VARIANT", help=", ".join(VARIANTS))
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name, figures in make_passes(told.variants or VARIANTS, told.kills, Path(folder)):
            sys.stdout.write(f"{name}: {json.dumps(asdict(figures))}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
