"""The remarks that count: only texts that nobody heard yet are heard; another listener takes over once it has ended."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
from django.conf import settings

from goodword.evidence.lake.lake import Session
from goodword.evidence.records.findings import REMARKS, TEXTS
from goodword.evidence.records.known import KNOWN
from goodword.finding.listening.again import HEARD, TOLD, known_again, said_where
from goodword.kit.errors import GoodwordError
from goodword.kit.ids import stable_id
from goodword.programme.team.models import User
from goodword.runs.derived import Derived
from goodword.runs.listening.asker import Asker
from goodword.runs.listening.choosing import chosen_asker
from goodword.runs.listening.features import feature_names
from goodword.runs.listening.heard import Heard, Told
from goodword.runs.listening.hearing import MANY, Reader
from goodword.runs.listening.models import Model, model_in_use
from goodword.runs.listening.second_opinion import ask_in_doubt
from goodword.runs.progress import Progress
from goodword.runs.workspace import Workspace

_DIGITS = 12
_UNFIT = re.compile(r"[^A-Za-z0-9._-]")


@dataclass(frozen=True, slots=True)
class Listened:
    """What listening came to.

    Attributes:
        remarks: contract REMARKS, sorted by place.
        name: of what they depend on beside the texts.
    """

    remarks: pa.Table
    name: str


class Listening:
    """How a workspace is listened to. To be made before the lake is opened: see `Heard.add`."""

    def __init__(self, workspace: Workspace, *, asks: bool = False) -> None:
        self._workspace, self._asks = workspace, asks
        self.heard = Heard(workspace.path)
        self.model = model_in_use(workspace)
        self._epoch = self.heard.epoch()

    def remarks(self, session: Session, derived: Derived, progress: Progress) -> Listened:
        """Hear what nobody heard yet, and gather the remarks of all texts.

        Args:
            session: a conversation that knows TEXTS.
            derived: where the result is kept.
            progress: told how far it is.
        """
        features = feature_names(session, KNOWN["features"])
        wanted, used = reading_name(self.model, features), self.heard.in_use().now
        name = _kept_under(used, wanted)
        kept = derived.get(name)
        if kept is not None:
            return Listened(kept, name)
        reader = self._reader(session, features, progress)
        told = _told(session)
        waits = self._hear(reader, used, wanted)
        rows = self.heard.rows(wanted)
        if waits:
            newer = pc.invert(pc.is_in(rows["told"], value_set=self.heard.keys(used)["told"].combine_chunks()))
            rows = pa.concat_tables([self.heard.rows(used), rows.filter(newer)])
            self.heard.wait_for(wanted)
        else:
            self.heard.use(wanted)
        self.heard.tidy(wanted, told)
        name = _kept_under(used if waits else wanted, wanted)
        return Listened(derived.put(name, _gathered(session, rows)), name)

    def with_opinions(self, session: Session, derived: Derived, listened: Listened, progress: Progress) -> Listened:
        """The remarks with what a server says of those in doubt, where the settings name one.

        Only a run asks; others read what it was told. Where the server is away or the budget spent, what is there
        stands, and the next run goes on: `Heard.told` says so.
        """
        asker = self._asker()
        if asker is None:
            return listened
        version = hashlib.sha256(asker.version.encode()).hexdigest()[:_DIGITS]
        name = f"asked-{version}-{listened.name}"
        kept = derived.get(name)
        if self._asks:
            ours = list(User.objects.exclude(name="").values_list("name", flat=True))
            features = feature_names(session, KNOWN["features"])
            found = ask_in_doubt(session, listened.remarks, asker, ours=ours, features=features, progress=progress)
            self.heard.tell(Told(found.changed, found.waiting, found.why))
            kept = derived.put(name, found.remarks)
        if kept is None:
            return listened
        changed = pc.invert(pc.is_in(kept["remark_id"], value_set=listened.remarks["remark_id"].combine_chunks()))
        told = json.dumps(kept.filter(changed).select(["remark_id", "kind", "polarity"]).to_pylist())
        return Listened(kept, f"{listened.name}-{hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]}")

    def _asker(self) -> Asker | None:
        """Who asks; None where nobody is asked, and where the settings make no sense: then a run says so."""
        why = ""
        try:
            return chosen_asker(self._workspace, key=settings.LISTENING_KEY, key_host=settings.LISTENING_KEY_HOST)
        except GoodwordError as error:
            why = error.sentence
        finally:
            if self._asks:
                self.heard.tell(Told(why=why))
        return None

    def read_again(self, session: Session, progress: Progress) -> int:
        """Hear everything that this listener did not hear yet; from then on its remarks count. Return how many."""
        features = feature_names(session, KNOWN["features"])
        wanted = reading_name(self.model, features)
        _told(session)
        count = self._reader(session, features, progress).hear(self.heard.keys(wanted), wanted)
        self.heard.use(wanted)
        return count

    def _reader(self, session: Session, features: Sequence[str], progress: Progress) -> Reader:
        return Reader(session, self.heard, self._epoch, self.model, tuple(features), progress)

    def _hear(self, reader: Reader, used: str, wanted: str) -> bool:
        """Hear what is new; and everything, unless that takes long and there are remarks of another reading."""
        mine = self.heard.keys(wanted)
        others = self.heard.keys(used) if used and used != wanted else mine.slice(0, 0)
        waits = others.num_rows > 0 and reader.count(mine) > MANY
        reader.hear(pa.concat_tables([mine, others]) if waits else mine, wanted)
        return waits


def reading_name(model: Model, features: Sequence[str]) -> str:
    """What a reading is called: everything that remarks depend on beside the texts."""
    words = hashlib.sha256(json.dumps(sorted(features)).encode()).hexdigest()
    return f"{_UNFIT.sub('_', model.version)}+{words[:_DIGITS]}"


def _kept_under(used: str, wanted: str) -> str:
    return f"remarks-{hashlib.sha256(json.dumps([used, wanted]).encode()).hexdigest()[:_DIGITS]}"


def _told(session: Session) -> pa.Table:
    session.keep(TOLD.name, known_again(TEXTS.unbound()).select(*TOLD.names))
    return session.fetch(TOLD.unbound().select("told"))


def _gathered(session: Session, rows: pa.Table) -> pa.Table:
    """Contract REMARKS of what was heard, at every record that holds such a text."""
    session.offer(HEARD.name, rows)
    placed = session.fetch(said_where(TOLD.unbound(), HEARD.unbound()))
    parts = ("model_version", "table", "id", "start", "end")
    ids = [
        stable_id("rem", model, table, record, str(start), str(end))
        for batch in placed.select(parts).to_batches()
        for model, table, record, start, end in zip(*(column.to_pylist() for column in batch.columns), strict=True)
    ]
    remarks = placed.append_column("remark_id", pa.array(ids, pa.string())).select(REMARKS.names)
    ordered = remarks.sort_by([(name, "ascending") for name in ("table", "id", "start", "remark_id", "quote")])
    return _once(ordered).cast(REMARKS.arrow())


def _once(remarks: pa.Table) -> pa.Table:
    """Each remark once, also where two sources use the same id for different words."""
    ids = remarks["remark_id"].combine_chunks()
    if len(ids) < 2:  # noqa: PLR2004  # there are no two to compare
        return remarks
    first = pa.concat_arrays([pa.array([True]), pc.not_equal(ids.slice(1), ids.slice(0, len(ids) - 1))])
    return remarks.filter(first)
