"""Texts that would stop a careless reader, loaded and searched as people do it: an end, and exact words."""

import csv
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from goodword.evidence.lake.local.lake import LocalLake
from goodword.evidence.records.known import RECORDS, STAMPS
from tests.doors.cli.conftest import Console
from tests.hostile_texts import BROKEN

pytestmark = pytest.mark.xdist_group("command line")

SAID = "We love the new dashboard."
TEN_MEGABYTES = "ten megabytes on one line"
OTHERS = 20_000
"""Characters of the other texts: those who read them whole are asked elsewhere."""

BOMBS = {
    "html": f"<p>{SAID}</p><script>document.write('We love scripts.')</script><style>We love styles.</style>",
    "mixed scripts": f"{SAID} \u202e\u0646\u0639\u0645\u202c \u8c22\u8c22 \u0421\u043f\u0430\u0441\u0438\u0431\u043e",
    "emoji": SAID + " " + "\U0001f600\U0001f469\u200d\U0001f4bb\ufe0f" * 5_000,
    "bomb": SAID + "\n" + "a" * 50_000 + "!" + "aaaa@" * 10_000 + "((((" * 10_000,
}
"""Texts in which one sentence counts and nothing else does."""


def texts() -> dict[str, str]:
    broken = {
        name: f"{SAID}\n\n{text if name == TEN_MEGABYTES else text[:OTHERS]}"
        for name, text in BROKEN.items()
        if name != "half characters"  # no file holds them
    }
    return broken | BOMBS


def write_exports(folder: Path) -> None:
    """A company whose people write such texts, and a file in which some bytes are no characters."""
    folder.mkdir()
    (folder / "accounts.csv").write_text("account_id,name\nfir,Fir\n", encoding="utf-8")
    lines = [f"p{number},Ann Bell {number},ann{number}@fir.example,fir" for number in range(len(texts()))]
    (folder / "people.csv").write_text(
        "\n".join(["person_key,full_name,email,account_id", *lines, ""]), encoding="utf-8"
    )
    head = ["interaction_id", "at", "channel", "direction", "person_key", "account_id", "text"]
    with (folder / "interactions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        for number, (name, text) in enumerate(texts().items()):
            writer.writerow([name, "2025-03-03T10:00:00Z", "email", "in", f"p{number}", "fir", text])
    rest = b"bytes,2025-03-03T10:00:00Z,email,in,p0,fir,We love it \xff\xfe here. It saves us \xc3( ten hours a week!\n"
    (folder / "more_interactions.csv").write_bytes(",".join(head).encode() + b"\n" + rest)


def test_hostile_texts_are_loaded_and_heard_to_their_end_with_exact_words(
    new_console: Callable[[], Console], tmp_path: Path
) -> None:
    console = new_console()
    write_exports(tmp_path / "exports")
    console.out("load", str(tmp_path / "exports"), "--yes")
    assert "could be asked" in console.out("run", "--as-of", "2025-04-01")
    with LocalLake(console.workspace / "lake").session() as session:
        rows = session.fetch(RECORDS["interactions"].plus(*STAMPS).unbound().select("record_id", "text")).to_pylist()
    kept = {row["record_id"]: row["text"] for row in rows}
    assert kept.keys() == {*texts(), "bytes"}
    (path,) = (console.workspace / "derived").glob("*/themed-*.parquet")
    remarks = [row for row in pq.read_table(path).to_pylist() if row["kind"] != "neutral"]
    assert all(kept[row["id"]][row["start"] : row["end"]] == row["quote"] for row in remarks)
    heard = {row["id"] for row in remarks}
    assert heard == kept.keys()
    for name in BOMBS:
        assert [row["quote"] for row in remarks if row["id"] == name] == [SAID]
