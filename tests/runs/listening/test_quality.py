"""How sure the listener may be: as the settings ask, on the page of a record and in the figures on one's own labels."""

import re
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from goodword.programme.labels.actions.label_remark import label_remark
from goodword.programme.labels.models import TrainedModel
from goodword.programme.tuning.actions.change_setting import change_setting
from goodword.runs.labels.learning import retrained
from goodword.runs.listening.one_record import HeardRecord, hear_record, sentence_of
from goodword.runs.listening.quality import quality
from goodword.runs.records import read_record
from tests.purring import loaded, said
from tests.runs.people.company import BY, Company
from tests.team import let_in, window_of

LOVED = [f"We love the ledger in bay {n}." for n in range(24)]
MEANT_NOTHING = (3, 7)
"""Of these somebody says that they are no praise."""


@pytest.fixture
def company(tmp_path: Path, db: None) -> Company:
    return loaded(tmp_path, [(words, "praise") for words in LOVED])


def ask_for(one_in: int) -> None:
    change_setting("listening.wrong_at_most", one_in, check=lambda value: value, otherwise=10, by=BY)


def heard_in(company: Company, record_id: str) -> HeardRecord:
    record = read_record(company.workspace, "interactions", record_id)
    assert record is not None
    heard = hear_record(company.workspace, "interactions", record)
    assert heard is not None
    return heard


def label(company: Company, *, way: str = "random") -> None:
    for n, words in enumerate(LOVED):
        heard = heard_in(company, f"I{n}")
        one = heard.at(0, len(words))
        assert one is not None
        kind = "neutral" if n in MEANT_NOTHING else "praise"
        label_remark(sentence_of(heard, one, company.id("P1")), kind, by=BY, way=way)


def test_a_record_is_heard_as_surely_as_the_settings_ask(company: Company) -> None:
    assert [one.kind for one in heard_in(company, "I1").sentences] == ["praise"]
    ask_for(100)
    (one,) = heard_in(company, "I1").sentences
    assert one.kind == "neutral"
    assert one.remark is not None
    assert one.remark["model_version"].endswith("@0.01")


def test_figures_are_of_what_is_said_at_the_precision_asked_for(company: Company) -> None:
    label(company)
    before = quality(company.workspace)
    assert (before.one_in, before.spoken) == (10, 24)
    assert before.precise is not None
    assert before.precise[0] == pytest.approx(22 / 24, abs=1e-6)
    assert before.precise[1] < 22 / 24 < before.precise[2]
    ask_for(100)
    after = quality(company.workspace)
    assert (after.one_in, after.spoken, after.precise) == (100, 0, None)
    assert after.figures is not None
    recalls = {one["kind"]: one["new"]["recall"][0] for one in after.figures["kinds"]}
    assert (recalls["praise"], recalls["neutral"]) == (0, 1)


def test_probabilities_stand_beside_how_often_they_were_right(company: Company) -> None:
    label(company, way="doubt")
    found = quality(company.workspace)
    assert (found.spoken, found.precise) == (0, None)
    assert found.calibration is not None
    (one,) = found.calibration["bins"]
    assert one["low"] <= one["said"] <= one["high"]
    assert (one["count"], one["right"][0]) == (24, pytest.approx(22 / 24, abs=1e-6))
    assert one["right"][1] < 22 / 24 < one["right"][2]
    assert found.calibration["error"][0] == pytest.approx(abs(one["said"] - 22 / 24), abs=1e-5)


def test_labels_that_put_it_right_say_nothing_about_how_sure_it_may_be(company: Company) -> None:
    label(company, way="hand")
    assert quality(company.workspace).calibration is None


def test_held_out_figures_are_of_what_would_be_heard_at_the_precision_asked_for(tmp_path: Path, db: None) -> None:
    rows = said(15)
    purring = loaded(tmp_path, rows)
    for n, (words, kind) in enumerate(rows):
        heard = heard_in(purring, f"I{n}")
        one = heard.at(0, len(words))
        assert one is not None
        label_remark(sentence_of(heard, one, purring.id("P1")), kind, by=BY, way="random")
    praise = {one["kind"]: one for one in retrained(purring.workspace, by=BY).figures["kinds"]}["praise"]
    assert praise["new"]["recall"][0] == 1
    TrainedModel.objects.all().delete()
    ask_for(100)
    praise = {one["kind"]: one for one in retrained(purring.workspace, by=BY).figures["kinds"]}["praise"]
    assert praise["new"]["recall"][0] == 0


def test_the_page_says_at_which_precision_it_speaks_and_whether_its_probabilities_are_right(
    company: Company, settings: Settings
) -> None:
    settings.WORKSPACE = company.workspace.path
    label(company)
    reader = window_of(let_in())
    page = " ".join(reader.get("/listening/").text.split())
    assert "at most one in 10 remarks of a kind is wrong." in page
    assert "On sentences drawn by lot it said something 24 times" in page
    assert re.search(r'<th scope="row" role="rowheader">\d+–\d+ %</th><td[^>]*>24</td>', page)
    ask_for(100)
    page = reader.get("/listening/").text
    assert "at most one in 100 remarks of a kind is wrong" in page
    assert "It said nothing of any sentence drawn by lot." in page
