"""Ask about sentences: from what is kept, or from the server; each text by itself, within the budget."""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from goodword.finding.listening.asking.answers import Opinion, Verdict, Verdicts, answer_in, opinions, verdicts
from goodword.finding.listening.asking.questions import (
    MOST_SENTENCES,
    PROMPT_VERSION,
    Question,
    Sentence,
    Way,
    body,
    question,
    tokens_wanted,
)
from goodword.finding.listening.asking.redaction import Names
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.runs.listening.answers import Answers
from goodword.runs.listening.budget import Budget
from goodword.runs.listening.calling import LineError, Reply, post
from goodword.runs.listening.endpoint import Endpoint

ATTEMPTS = 4
LONGEST_PAUSE_SECONDS = 60.0
_FIRST_PAUSE_SECONDS = 1.0
_OK, _REDIRECTS = 200, range(300, 400)
_LATER = frozenset((408, 425, 429, 500, 502, 503, 504, 529))
_UNKNOWN_WAY = frozenset((400, 404, 415, 422, 501))
_UNREADABLE = frozenset(("not JSON", "other shape", "envelope"))  # what a server says that knows no schema


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking about the sentences of one text.

    Attributes:
        opinions: in the order of the sentences; none for those nobody has an opinion of.
        dropped: how often something in an answer was dropped, by reason; of answers that came now.
        requests: how many requests that took, attempts included; 0 where everything was kept.
    """

    opinions: tuple[Opinion, ...]
    dropped: Mapping[str, int]
    requests: int


class Asker:
    """Asks one server. Not for several threads at once; several processes may share budget and answers."""

    def __init__(
        self,
        endpoint: Endpoint,
        budget: Budget,
        answers: Answers,
        *,
        seconds: float,
        pause: Callable[[float], object] = time.sleep,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        """Take what is needed to ask.

        Args:
            endpoint: whom.
            budget: what it may cost.
            answers: what was answered before.
            seconds: how long one attempt may take.
            pause: waits between attempts.
            now: what time it is.
        """
        self._endpoint, self._budget, self._answers = endpoint, budget, answers
        self._seconds, self._pause, self._now = seconds, pause, now
        self._way: Way = "schema"
        self._requests = 0

    @property
    def version(self) -> str:
        """The name of this listener, for the remarks that come of it: prompt version and model."""
        return f"{PROMPT_VERSION}/{self._endpoint.model}"

    def ask(
        self, sentences: Sequence[Sentence], names: Names, *, themes: Sequence[str] = (), person_id: str = ""
    ) -> Asked:
        """Ask about the sentences of one text: another text never stands beside it, so it cannot speak for others.

        Args:
            sentences: of one text, in order.
            names: what is known of whom it may name; taken out before anything leaves, as what looks like it.
            themes: those an opinion may name.
            person_id: whose words they are, for an erasure; empty where nobody knows.

        Raises:
            GoodwordError: the budget is spent (`endpoint-budget`), the server is away (`endpoint-away`) or wants
                nothing of us (`endpoint-refused`, `endpoint-redirects`). What was answered up to then is kept.
        """
        before = self._requests
        found: list[Opinion] = []
        dropped: Counter[str] = Counter()
        for start in range(0, len(sentences), MOST_SENTENCES):
            asked = question(sentences[start : start + MOST_SENTENCES], names, themes)
            if asked.asked:
                kept = self._verdicts(asked, person_id, dropped)
                found += [one._replace(sentence=one.sentence + start) for one in opinions(kept, asked)]
        return Asked(tuple(found), dict(dropped), self._requests - before)

    def _verdicts(self, asked: Question, person_id: str, dropped: Counter[str]) -> tuple[Verdict, ...]:
        name = self._answers.name(self._endpoint.model, asked)
        kept = self._answers.find(name, asked, person_id=person_id)
        if kept is not None:
            return kept
        answer = self._answered(asked)
        dropped.update(answer.dropped)
        if not _UNREADABLE & set(answer.dropped):
            # What else was dropped would be so tomorrow, at the same price. No opinion is an answer as well.
            self._answers.keep(name, answer.kept, person_id=person_id, day=self._now().date())
        return answer.kept

    def _answered(self, asked: Question) -> Verdicts:
        """Ask, with a call of a tool where the server knows no schema, and from then on always so."""
        answer = Verdicts((), {})
        for way in self._ways():
            reply = self._sent(body(asked, self._endpoint.model, way))
            if reply.status in _UNKNOWN_WAY and way == "schema":
                continue
            if reply.status != _OK:
                raise self._refused(reply.status)
            answer = verdicts(answer_in(reply.body), asked) if reply.whole else Verdicts((), {"too long": 1})
            if not _UNREADABLE & set(answer.dropped):
                self._way = way
                break
        return answer

    def _ways(self) -> tuple[Way, ...]:
        return ("schema", "tool") if self._way == "schema" else ("tool",)

    def _sent(self, told: dict[str, Any]) -> Reply:
        """Send until there is an answer that counts, each attempt within the budget."""
        wanted, raw = tokens_wanted(told), json.dumps(told).encode()
        for last, wait in _waits():
            reply = self._once(raw, wanted)
            if reply is not None and reply.status not in _LATER:
                return reply
            pause = reply.retry_after if reply is not None and reply.retry_after is not None else wait
            if last or pause > LONGEST_PAUSE_SECONDS:
                break
            self._pause(max(pause, wait))
        raise GoodwordError(
            "endpoint-away", f"{self._endpoint.host} does not answer just now.", "Try again later.", retry=True
        )

    def _once(self, raw: bytes, wanted: int) -> Reply | None:
        """One attempt; None where no answer came. What it may have cost stays reserved where nobody can know."""
        reserved = self._budget.reserve(wanted, self._now().date())
        self._requests += 1
        try:
            reply = post(self._endpoint, raw, seconds=self._seconds, now=self._now())
        except LineError as error:
            if not error.sent:
                self._budget.settle(reserved, 0)
            return None
        if reply.status != _OK:
            self._budget.settle(reserved, 0)
            return reply
        said = answer_in(reply.body).tokens if reply.whole else None
        if said is not None:
            self._budget.settle(reserved, said)
        return reply

    def _refused(self, status: int) -> GoodwordError:
        host = self._endpoint.host  # never what it answered: it may repeat our words, or the key
        if status in _REDIRECTS:
            return GoodwordError(
                "endpoint-redirects",
                f"{host} sends us elsewhere (HTTP {status}); words of customers do not follow.",
                "Set listening.endpoint.url to the address it really has.",
            )
        return GoodwordError(
            "endpoint-refused",
            f"{host} refused to answer (HTTP {status}).",
            "See whether the key, the model and the address in listening.endpoint are right.",
        )


def _waits() -> Iterator[tuple[bool, float]]:
    """For each attempt: whether it is the last, and how long to wait after it, twice as long each time."""
    for attempt in range(ATTEMPTS):
        yield attempt == ATTEMPTS - 1, _FIRST_PAUSE_SECONDS * 2**attempt
