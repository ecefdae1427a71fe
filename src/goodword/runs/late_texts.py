"""Texts that arrive while a run is at work: what they raised is in the generation that the run publishes, too."""

import secrets
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.arrivals import ArrivedText
from goodword.programme.advocates.findings import Findings
from goodword.programme.people.actions.settle_opt_outs import settle_opt_outs
from goodword.programme.people.opted_out import opted_out
from goodword.runs.arriving import Arrived, row_of, words_of
from goodword.runs.at_once import found_of
from goodword.runs.landing_texts import land_texts
from goodword.runs.workspace import Workspace

_NAME_BYTES = 8


class LateTexts:
    """What a run does not know of; what `publish_findings` asks for."""

    def __init__(self, workspace: Workspace, run: str) -> None:
        self._workspace, self._run = workspace, run
        self._persons, self._accounts = pa.table({}), pa.table({})
        self._heard: dict[int, Findings | None] = {}

    @classmethod
    def begin(cls, workspace: Workspace) -> "LateTexts":
        """To be called by a run before it opens the lake: what arrived by now goes there first.

        Where another writer holds the lake, the run goes on without: then these texts are late ones.
        """
        try:
            land_texts(workspace)
        except GoodwordError as error:
            if not error.retry:
                raise
        run = secrets.token_hex(_NAME_BYTES)
        ArrivedText.objects.filter(landed=True).update(run=run)
        return cls(workspace, run)

    def know(self, persons: pa.Table, accounts: pa.Table) -> None:
        """Tell who everybody is by now; contract PERSONS, and what is known of accounts."""
        self._persons, self._accounts = persons, accounts

    def findings(self) -> Sequence[Findings]:
        """What was found of each late text, the oldest first; those that nobody heard yet are heard."""
        late = list(ArrivedText.objects.missed_by(self._run))
        for text in late:
            if text.pk not in self._heard:
                self._heard[text.pk] = self._found(text)
        return [found for text in late if (found := self._heard[text.pk]) is not None]

    def complete(self) -> bool:
        """Whether everything that arrived by now was heard."""
        late = ArrivedText.objects.missed_by(self._run).values_list("pk", flat=True)
        return all(pk in self._heard for pk in late)

    def settle(self) -> None:
        """Let go of what this run found in the lake."""
        ArrivedText.objects.filter(run=self._run).delete()

    def _found(self, text: ArrivedText) -> Findings | None:
        """What is in a text; None where it may raise nothing, or nobody is it any more: then the next run decides."""
        place = self._place(text)
        if place < 0:
            return None
        person = self._persons.slice(place, 1)
        person_id = person["person_id"][0].as_py()
        settle_opt_outs(person_id, lifts=False)  # who said so since the run began: it published people without that
        if opted_out(person_id) is not None:
            return None
        try:
            words = words_of(text)
            arrived = Arrived(words, new=True, row=row_of(words))
        except GoodwordError:
            return None  # they were erased in the meantime
        account = self._accounts.filter(pc.equal(self._accounts["account_id"], person["account_id"][0]))
        return found_of(self._workspace, arrived, person, account)

    def _place(self, text: ArrivedText) -> int:
        """Where among the people of the run the one is who said it; who was merged is found by their key."""
        place = int(pc.index(self._persons["person_id"], text.person_id).as_py())
        key = text.cells.get("person_key")
        if place >= 0 or not key:
            return place
        keys = self._persons["person_keys"].combine_chunks()
        at = int(pc.index(pc.list_flatten(keys), key).as_py())
        return int(pc.list_parent_indices(keys)[at].as_py()) if at >= 0 else -1
