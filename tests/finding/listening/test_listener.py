"""A table of texts in, a table of remarks out."""

from collections.abc import Mapping

import pyarrow as pa

from goodword.evidence.records.findings import REMARKS, TEXTS
from goodword.finding.listening import MODEL_VERSION
from goodword.finding.listening.hearing import hear, heard
from goodword.finding.listening.listener import listen
from goodword.finding.listening.spoken import Text
from goodword.finding.listening.themes.tree import finder_of
from goodword.kit.ids import stable_id

ROWS: list[dict[str, str]] = [
    {"table": "interactions", "id": "1", "text": "We love it. You saved us 12k a month!", "direction": "in"},
    {"table": "interactions", "id": "2", "text": "We love it.", "direction": "out"},
    {"table": "responses", "id": "1", "text": "Excellent!", "channel": "survey"},
    {"table": "posts", "id": "9", "text": "The report builder is fantastic.", "channel": "community"},
    {"table": "posts", "id": "10", "text": "Nothing to see here."},
]


def table(rows: list[dict[str, str]]) -> pa.Table:
    full: list[Mapping[str, str | None]] = [{name: row.get(name) for name in TEXTS.names} for row in rows]
    return pa.Table.from_pylist(full, schema=TEXTS.arrow())


def test_remarks_come_in_the_contracts_shape_and_order() -> None:
    remarks = listen(table(ROWS))
    assert remarks.schema == REMARKS.arrow()
    places = [(row["table"], row["id"], row["start"]) for row in remarks.to_pylist()]
    assert places == sorted(places)
    assert places == [("interactions", "1", 0), ("interactions", "1", 12), ("posts", "9", 0), ("responses", "1", 0)]


def test_a_remarks_id_names_model_record_and_span() -> None:
    (first, *_) = listen(table(ROWS)).to_pylist()
    assert first["remark_id"] == stable_id("rem", MODEL_VERSION, "interactions", "1", "0", "11")
    assert first["model_version"] == MODEL_VERSION


def test_order_and_duplicates_change_nothing() -> None:
    rows = [*ROWS[::-1], *ROWS]
    assert listen(table(rows)).equals(listen(table(ROWS)))


def test_texts_heard_together_are_heard_as_each_alone() -> None:
    texts = [row["text"] for row in ROWS] + [
        "",
        "It took nine days. Now it takes two hours.",
        "Now it takes two hours.",
    ]
    told = [Text(text, channel=channel) for text in texts for channel in ("survey", "ticket")]
    finder = finder_of(())
    assert heard(told, finder) == [heard([one], finder)[0] for one in told]


def test_no_text_gives_no_remark() -> None:
    assert listen(TEXTS.empty()).num_rows == 0


def test_progress_ends_with_all_texts() -> None:
    told: list[tuple[int, int]] = []
    listen(table(ROWS), progress=lambda done, count: told.append((done, count)))
    assert told[-1] == (5, 5)


def test_an_outcome_travels_as_a_struct() -> None:
    remarks = listen(table(ROWS)).to_pylist()
    assert remarks[1]["outcome"] == {"metric": "saved", "before": "", "after": "12k a month", "unit": "k"}
    assert remarks[0]["outcome"] is None


def test_themes_are_the_users_words_and_the_trees() -> None:
    (remark,) = hear(
        "The Report Builder is fantastic and fast.", features=["report_builder"], areas={"report_builder": "Insights"}
    )
    assert {"report_builder", "Insights", "speed"} <= set(remark.themes)
    assert list(remark.themes) == sorted(remark.themes)
