"""Learning from labels: kept beside the listener in use, chosen by somebody, taken back; and honest figures."""

from pathlib import Path

import pytest

from goodword.kit.errors import GoodwordError
from goodword.programme.labels.actions.choose_model import choose_model, go_back
from goodword.programme.labels.actions.label_remark import label_remark
from goodword.programme.labels.models import Label, ModelChoice, TrainedModel
from goodword.programme.people.models import Person
from goodword.programme.team.models import AuditEntry
from goodword.runs.jobs.kinds import Task
from goodword.runs.labels.learning import retrained
from goodword.runs.labels.models import learnt_in_use, read_model, version_in_use, write_model
from goodword.runs.labels.queue import Whose, waiting
from goodword.runs.listening.one_record import hear_record, sentence_of
from goodword.runs.listening.quality import quality
from goodword.runs.pipeline import find_day
from goodword.runs.progress import silent
from goodword.runs.records import read_record
from goodword.runs.retraining import learn
from tests.purring import interactions, loaded, said
from tests.runs.people.company import BY, DAY, Company

ROWS = said(15)
INTERACTIONS = interactions(ROWS)


@pytest.fixture
def company(tmp_path: Path, db: None) -> Company:
    return loaded(tmp_path, ROWS)


def label(company: Company, count: int = len(ROWS), *, way: str = "random") -> None:
    for n, (words, kind) in enumerate(ROWS[:count]):
        record = read_record(company.workspace, "interactions", f"I{n}")
        assert record is not None
        heard = hear_record(company.workspace, "interactions", record)
        assert heard is not None
        one = heard.at(0, len(words))
        assert one is not None
        label_remark(sentence_of(heard, one, company.id("P1")), kind, by=BY, way=way)


def refused(company: Company) -> str:
    with pytest.raises(GoodwordError) as refusal:
        retrained(company.workspace, by=BY)
    return str(refusal.value)


def test_too_few_labels_teach_nothing_and_the_figures_say_so(company: Company) -> None:
    label(company, 19)
    assert "Don’t know yet: 20 labels of two kinds are needed, and there are 19." in refused(company)
    assert quality(company.workspace).figures is None
    assert not TrainedModel.objects.exists()


def test_what_learnt_stands_beside_the_listener_in_use_until_somebody_chooses_it(company: Company) -> None:
    label(company)
    row = retrained(company.workspace, by=BY)
    assert (row.labels, row.beside) == (30, version_in_use())
    assert row.figures["counted"] == len(ROWS)
    assert {one["kind"] for one in row.figures["kinds"]} == {"", "praise", "neutral"}
    assert learnt_in_use(company.workspace) is None
    choose_model(row, by=BY)
    assert version_in_use() == row.version
    found = learnt_in_use(company.workspace)
    assert found is not None
    assert found.version == row.version
    go_back(by=BY)
    assert learnt_in_use(company.workspace) is None
    told = AuditEntry.objects.filter(noun="listener").order_by("number").values_list("verb", "object_id")
    assert list(told) == [("train", row.version), ("choose", row.version), ("choose", "shipped")]


def test_the_listener_in_use_judges_what_the_next_run_hears(company: Company) -> None:
    label(company)
    row = retrained(company.workspace, by=BY)
    Label.objects.all().delete()
    company.load(interactions=INTERACTIONS + "I99,2026-10-21T09:00:00Z,ticket,P1,Thanks for the great ledger!\n")
    choose_model(row, by=BY)
    record = read_record(company.workspace, "interactions", "I99")
    assert record is not None
    heard = hear_record(company.workspace, "interactions", record)
    assert heard is not None
    (one,) = heard.sentences
    assert one.remark is not None
    assert one.remark["model_version"].endswith(row.version)
    found = find_day(company.workspace, DAY).remarks.to_pylist()
    assert all(remark["model_version"].endswith(row.version) for remark in found)
    assert [remark["kind"] for remark in found if remark["id"] == "I99"] == [one.kind]


def test_figures_are_counted_on_labels_the_listener_in_use_did_not_learn_from(company: Company) -> None:
    label(company)
    before = quality(company.workspace)
    assert (before.counted, before.fair) == (30, 30)
    assert before.figures is not None
    choose_model(retrained(company.workspace, by=BY), by=BY)
    after = quality(company.workspace)
    assert (after.labels, after.counted, after.figures) == (30, 0, None)


def test_only_labels_drawn_by_lot_are_counted_in_held_out_figures(company: Company) -> None:
    label(company, way="doubt")
    assert retrained(company.workspace, by=BY).figures["counted"] == 0


def test_the_job_done_twice_leaves_one_listener(company: Company) -> None:
    label(company)
    task = Task(company.workspace, {}, BY, "k", silent)
    assert learn(task) == learn(task)
    assert TrainedModel.objects.count() == 1
    assert len(list((company.workspace.path / "models").iterdir())) == 1


def test_a_file_that_is_gone_or_changed_is_never_listened_with(company: Company) -> None:
    label(company)
    row = retrained(company.workspace, by=BY)
    model = read_model(company.workspace, row.digest)
    assert write_model(company.workspace, model) == row.digest
    (file,) = (company.workspace.path / "models").iterdir()
    file.write_text(file.read_text().replace("1", "2", 1))
    ModelChoice.objects.create(model=row, at=row.at)
    other = type(company.workspace)(path=company.workspace.path / ".", settings={})
    read_model.__globals__["_read"].cache_clear()
    with pytest.raises(GoodwordError, match="is gone, or is another one"):
        learnt_in_use(other)


def test_nothing_was_before_the_first_listener(company: Company) -> None:
    with pytest.raises(GoodwordError, match="none was before it"):
        go_back(by=BY)


def test_what_waits_has_no_label_yet_and_says_how_it_was_drawn(company: Company) -> None:
    person = Person.objects.get()
    whose = Whose(person.pk, person.name, frozenset(person.person_keys), frozenset(person.emails))
    found = waiting(company.workspace, [whose], 10, seed=7)
    assert len(found) == 10
    assert {one.way for one in found} == {"random", "doubt"}
    assert all(ROWS[int(one.record_id[1:])][0][one.start : one.end] == one.words for one in found)
    label(company, 28)
    left = waiting(company.workspace, [whose], 10, seed=7)
    assert {one.record_id for one in left} == {"I28", "I29"}
