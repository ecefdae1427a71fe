"""Splink in the lake: quiet, and gone when it is done."""

import logging
import tempfile
from pathlib import Path

import pyarrow as pa
import pytest

from goodword.evidence.lake.local.linking import compare, learn
from goodword.evidence.records.linkage import LINKABLE
from goodword.finding.identity.linkage.comparable import comparable
from goodword.finding.identity.linkage.comparisons import MAIL
from goodword.finding.identity.linkage.model import model
from tests.finding.identity.linkage.crowd import crowd, row


@pytest.fixture
def rows() -> pa.Table:
    twice = [
        row(f"d{n}", **{name: value for name, value in one.items() if name != "person_id"})
        for n, one in enumerate(crowd(40))
    ]
    return comparable(pa.Table.from_pylist([*crowd(300), *twice], schema=LINKABLE.arrow()))


def test_shares_are_learned_for_what_was_seen_and_for_nothing_else(rows: pa.Table) -> None:
    used = model(rows)
    learned = learn(rows, used.settings(), used.learn_from)
    same_number, _strangers = learned["phone"]["same_number"]
    assert same_number is not None
    assert same_number > 0.5
    assert learned["email"]["similar_address"][1] in {None, *(one.u for one in MAIL.outcomes)}
    assert learn(rows, used.settings(), used.learn_from) == learned


def test_rows_that_share_a_key_are_compared_and_others_are_not(rows: pa.Table) -> None:
    pairs = compare(rows, model(rows).settings(), least_bits=-100)
    compared = {frozenset((one["person_id_l"], one["person_id_r"])) for one in pairs.to_pylist()}
    assert {frozenset((f"c{n:05}", f"d{n}")) for n in range(40)} <= compared
    assert len(compared) < rows.num_rows * 60
    heavy = compare(rows, model(rows).settings(), least_bits=20)
    assert 0 < heavy.num_rows < pairs.num_rows


def test_nothing_is_said_and_nothing_stays_behind(
    rows: pa.Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = logging.getLogger("splink").level
    used = model(rows)
    learn(rows, used.settings(), used.learn_from)
    compare(rows, used.settings(), least_bits=0)
    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []
    assert logging.getLogger("splink").level == before
