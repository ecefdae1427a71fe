"""The proof of an erasure: every place that was looked at, what was found and removed there. It names nobody."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from goodword.kit.durable import write_whole
from goodword.programme.people.suppression import key_id
from goodword.programme.rights.models import Erasure
from goodword.runs.rights.files import PROOFS

_FORMAT = 1


def write_proof(workspace: Path, erasure: Erasure, at: datetime) -> str:
    """Write the proof as JSON and as text; return the name of the first, from the workspace."""
    folder = workspace / PROOFS
    folder.mkdir(mode=0o700, exist_ok=True)
    facts = _facts(erasure, at)
    write_whole(folder / f"{erasure.reference}.json", json.dumps(facts, indent=1, ensure_ascii=False) + "\n")
    write_whole(folder / f"{erasure.reference}.txt", _text(facts))
    return f"{PROOFS}/{erasure.reference}.json"


def left_over(erasure: Erasure) -> list[dict[str, Any]]:
    """The places of the last look where something still is."""
    steps = erasure.steps.filter(name__in=("check", "clean"))
    return [place for step in steps for place in step.places if place["found"] > place["removed"]]


def _facts(erasure: Erasure, at: datetime) -> dict[str, Any]:
    return {
        "format": _FORMAT,
        "reference": erasure.reference,
        "asked_at": erasure.asked_at.isoformat(timespec="seconds"),
        "finished_at": at.isoformat(timespec="seconds"),
        "kept": {
            "what": "keyed hashes (HMAC-SHA-256) of addresses and keys; that acts happened, without whose they were",
            "key": key_id(),
            "marks": sorted(erasure.marks.values_list("mark", flat=True)),
        },
        "complete": not left_over(erasure),
        "steps": [
            {"step": step.name, "at": step.at.isoformat(timespec="seconds"), "places": step.places}
            for step in erasure.steps.order_by("pk")
        ],
    }


def _text(facts: dict[str, Any]) -> str:
    lines = [
        f"Proof of erasure {facts['reference']}",
        f"asked for {facts['asked_at']}, finished {facts['finished_at']}",
        "Nothing is left in any place that was looked at." if facts["complete"] else "SOMETHING IS LEFT, see below.",
        "",
    ]
    for step in facts["steps"]:
        lines.append(f"{step['step']} ({step['at']})")
        for place in step["places"]:
            note = f" ({place['note']})" if place["note"] else ""
            lines.append(f"  {place['place']}: found {place['found']}, removed {place['removed']}{note}")
    lines += ["", f"Kept: {facts['kept']['what']}.", *(f"  {mark}" for mark in facts["kept"]["marks"])]
    return "\n".join(lines) + "\n"
