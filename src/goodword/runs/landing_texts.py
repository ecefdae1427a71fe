"""Texts that arrived go into the lake, many as one import, and into what is published: none is lost, none comes twice.

A batch has its name before it lands, and the import is known by that name. So whoever is killed in between leaves a
batch that the next one finds in the lake, or lands.
"""

import json
import secrets
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from goodword.evidence.intake import plan_load
from goodword.evidence.records.behaviour import INTERACTIONS
from goodword.kit.errors import GoodwordError
from goodword.kit.lock import only_one
from goodword.programme.advocates.arrivals import ArrivedText
from goodword.programme.team.actor import Actor
from goodword.runs.arriving import OURS
from goodword.runs.intake.loading import import_with, load_plan
from goodword.runs.workspace import Workspace

AT_ONCE = 5_000
"""So many texts are one import at most."""

_PATIENCE_SECONDS = 60.0
_NAME_BYTES = 8
_SOURCE = "source"
_BUSY = GoodwordError(
    code="texts-busy",
    sentence="Another process is putting texts that arrived into the lake.",
    mend="Wait until it has ended, then do this again.",
    retry=True,
)


def land_texts(workspace: Workspace) -> int:
    """Put what arrived by now into the lake; return how many texts went.

    Raises:
        GoodwordError: another writer is at work (may pass).
    """
    count = 0
    with only_one(workspace.path / "texts.lock", patience_seconds=_PATIENCE_SECONDS, busy=_BUSY):
        while batch := _next_batch():
            count += _land(workspace, batch)
    return count


def _next_batch() -> str:
    """The name of the texts that go next: those that a killed process had begun with, else what is there now."""
    waiting = ArrivedText.objects.outside_the_lake()
    begun = waiting.exclude(batch="").values_list("batch", flat=True).first()
    if begun:
        return begun
    ids = list(waiting.filter(batch="").values_list("pk", flat=True)[:AT_ONCE])
    name = f"texts-{secrets.token_hex(_NAME_BYTES)}"
    return name if ids and ArrivedText.objects.filter(pk__in=ids, batch="").update(batch=name) else ""


def _land(workspace: Workspace, batch: str) -> int:
    texts = list(ArrivedText.objects.outside_the_lake().filter(batch=batch))
    if import_with(workspace, batch) is None:
        with TemporaryDirectory(prefix="goodword-texts-") as folder:
            path, names = Path(folder) / f"{OURS}.jsonl", Path(folder) / "map.toml"
            path.write_text("".join(_line(text) for text in texts), encoding="utf-8")
            names.write_text(_map(texts), encoding="utf-8")
            plan = plan_load([path], map_file=names, source=OURS)
            load_plan(workspace, plan, by=Actor.system(), key=batch)
    return ArrivedText.objects.filter(pk__in=[text.pk for text in texts]).update(landed=True)


def _line(text: ArrivedText) -> str:
    return json.dumps({**text.cells, _SOURCE: text.source}, ensure_ascii=False) + "\n"


def _map(texts: Sequence[ArrivedText]) -> str:
    columns = sorted({name for text in texts for name in text.cells})
    named = "".join(f'{name} = "{name}"\n' for name in columns)
    return f'[[file]]\nmatch = "*.jsonl"\ntable = "{INTERACTIONS.name}"\ncomplete = true\n[file.columns]\n{named}'
