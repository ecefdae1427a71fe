"""Send what is due. The worker calls this; it is the only place that speaks to a mail server."""

import os
import socket
from email.errors import MessageError

from django.conf import settings

from goodword.doors.mail.composing import compose
from goodword.doors.mail.connection import Connection
from goodword.doors.mail.opening import opening
from goodword.doors.mail.overtaking import overtaken
from goodword.doors.mail.server import Server
from goodword.doors.mail.signing import Signer
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.bounces.unwanted import unwanted
from goodword.programme.outbox.actions.claim_letter import Suppressed, claim_letter, claim_one
from goodword.programme.outbox.actions.drop_letter import wipe_late_secrets
from goodword.programme.outbox.actions.record_outcome import Result, record_outcome
from goodword.programme.outbox.models import Attempt, Letter, Waiting
from goodword.programme.outbox.policies import bare_address
from goodword.runs.operate.restored import sending_is_held

A_ROUND = 50
NO_SERVER = GoodwordError(
    "no-mail-server",
    "Letters stay here: no mail server is set.",
    "Set GOODWORD_SMTP_URL and start Goodword again; see docs/how-to/send-mail.md.",
)


def refuse_sending() -> GoodwordError | None:
    """Why nothing is sent at all: no mail server is set, or the workspace is a restored copy; None where letters go."""
    if settings.SMTP_SERVER is None:
        return NO_SERVER
    return sending_is_held(settings.WORKSPACE)


def send_due(limit: int = A_ROUND, *, suppressed: Suppressed = unwanted) -> int:
    """Send letters that are due, the most urgent first, and return how many attempts were made.

    Each is claimed, on the disk, before the line is used. A process that dies in between leaves it held for a person.
    Must not be called inside a transaction.

    Args:
        limit: how many at most, so that whoever calls can do other work in between.
        suppressed: says why an address must get nothing; where letters came back from, if nobody says otherwise.
    """
    server = _server()
    if server is None or not Waiting.objects.due(clock.now()).exists():
        return 0
    wipe_late_secrets(now=clock.now())
    with Connection(server) as connection:
        for made in range(limit):
            attempt = claim_letter(
                _worker(), now=clock.now(), suppressed=suppressed, overtaken=overtaken, opening=opening
            )
            if attempt is None:
                return made
            _make(attempt, connection)
    return limit


def send_letter(letter: Letter) -> None:
    """Send this one letter now, if it waits; for tests of the mail server."""
    server = _server()
    attempt = None
    if server is not None:
        attempt = claim_one(letter.pk, _worker(), now=clock.now(), suppressed=unwanted, overtaken=overtaken)
    if server is not None and attempt is not None:
        with Connection(server) as connection:
            _make(attempt, connection)


def _server() -> Server | None:
    """The mail server; None where nothing may be sent."""
    server: Server | None = settings.SMTP_SERVER
    return server if refuse_sending() is None else None


def _make(attempt: Attempt, connection: Connection) -> None:
    letter = attempt.letter
    try:
        message = _signed(compose(letter, now=clock.now()), letter)
    except (ValueError, MessageError) as error:
        result: Result = "refused"
        answer = f"It cannot be written as an e-mail: {error}"
    else:
        result, answer = connection.send(bare_address(letter.sender), bare_address(letter.to), message)
    record_outcome(attempt, result, answer, now=clock.now())


def _signed(message: bytes, letter: Letter) -> bytes:
    signer: Signer | None = settings.DKIM
    return signer.signed(message, bare_address(letter.sender).rpartition("@")[2]) if signer is not None else message


def _worker() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"
