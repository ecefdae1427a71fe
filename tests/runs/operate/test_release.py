"""Releasing a restored copy: from then on it sends, but never what the original may have sent meanwhile."""

from datetime import timedelta
from pathlib import Path

import pytest

from goodword.programme.outbox.models import Letter, Waiting
from goodword.programme.team.actor import Actor
from goodword.runs.operate.release import release
from goodword.runs.operate.restored import mark_restored
from tests.letters import queued
from tests.runs.operate.test_restored import RESTORED

pytestmark = pytest.mark.django_db


def test_letters_from_before_the_restore_are_never_sent_and_later_ones_are(tmp_path: Path) -> None:
    before = queued(dedupe_key="before", now=RESTORED.at - timedelta(hours=1))
    after = queued(dedupe_key="after", now=RESTORED.at + timedelta(hours=1))
    mark_restored(tmp_path, RESTORED)
    release(tmp_path, by=Actor.console(), account="leila")
    assert set(Waiting.objects.values_list("letter_id", flat=True)) == {after.pk}
    assert list(Letter.objects.dropped()) == [before]
