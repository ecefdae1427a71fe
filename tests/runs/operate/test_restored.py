"""A copy sends nothing until somebody releases it, and in doubt it sends nothing either."""

from datetime import UTC, datetime
from pathlib import Path

from goodword.runs.operate.restored import (
    Restored,
    lift_hold,
    mark_restored,
    may_be_sent_before,
    sending_is_held,
    tokens_are_held,
)
from goodword.runs.workspace import RESTORED_NAME

RESTORED = Restored(
    at=datetime(2026, 11, 19, 9, 30, tzinfo=UTC),
    by="leila",
    archive="northwind-20261119T030000Z.tar.zst",
    backed_up_at=datetime(2026, 11, 19, 3, 0, tzinfo=UTC),
)


def test_a_workspace_that_was_never_restored_sends(tmp_path: Path) -> None:
    assert sending_is_held(tmp_path) is None
    assert tokens_are_held(tmp_path) is None
    assert may_be_sent_before(tmp_path) is None


def test_a_copy_says_since_when_it_is_one(tmp_path: Path) -> None:
    mark_restored(tmp_path, RESTORED)
    held = sending_is_held(tmp_path)
    assert held is not None
    assert held.code == "sending-held"
    assert "restored on 2026-11-19 09:30 UTC, as things were on 2026-11-19 03:00 UTC" in held.sentence
    assert "goodword release" in held.mend


def test_a_copy_takes_no_tokens(tmp_path: Path) -> None:
    mark_restored(tmp_path, RESTORED)
    refused = tokens_are_held(tmp_path)
    assert refused is not None
    assert refused.code == "tokens-held"


def test_a_mark_that_cannot_be_read_holds_as_well(tmp_path: Path) -> None:
    (tmp_path / RESTORED_NAME).write_text("{", encoding="utf-8")
    held = sending_is_held(tmp_path)
    assert held is not None
    assert held.code == "bad-restored-mark"
    lift_hold(tmp_path, by="leila", at=RESTORED.at)
    assert sending_is_held(tmp_path) is None


def test_after_the_release_it_is_still_known_what_the_original_may_have_sent(tmp_path: Path) -> None:
    mark_restored(tmp_path, RESTORED)
    assert may_be_sent_before(tmp_path) == RESTORED.at
    lift_hold(tmp_path, by="leila", at=datetime(2026, 11, 20, tzinfo=UTC))
    assert sending_is_held(tmp_path) is None
    assert tokens_are_held(tmp_path) is None
    assert may_be_sent_before(tmp_path) == RESTORED.at
