"""Texts that arrive by themselves: as many as there may be, whatever else is at work, whoever is killed."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from goodword.evidence.lake.local import LocalLake, session
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.arrivals import ArrivedText
from goodword.programme.advocates.models import Hold, ListedPerson, Moment, Publication, Remark, Signal
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.team.models import AuditEntry
from goodword.runs import landing_texts, late_texts
from goodword.runs.arriving import Said
from goodword.runs.at_once import Heard, get_ready, hear_at_once
from goodword.runs.intake.loading import all_imports, undo_import
from goodword.runs.landing_texts import land_texts
from goodword.runs.publication import run_day
from goodword.runs.records import read_record
from tests.runs.people.company import ACCOUNTS, BY, PEOPLE, RESPONSES, Company

pytestmark = pytest.mark.django_db

WIN = "We cut onboarding from six weeks to four days, case {}."
COMPLAINT = "It was great until the last update, now nothing works."


@pytest.fixture
def company(tmp_path: Path) -> Company:
    """Rhiannon, whom records know under two employers, and Ingrid; published today."""
    made = Company(tmp_path)
    made.load(accounts=ACCOUNTS, people=PEOPLE, responses=RESPONSES)
    made.run(clock.today())
    return made


def hear(company: Company, text: str, key: str = "P3", **said: Any) -> Heard:  # noqa: ANN401  # whatever `Said` takes
    return hear_at_once(company.workspace, company.person(key), Said(text, **said), by=BY)


def landed(company: Company) -> list[dict[str, Any]]:
    """Every interaction that rests in the lake, as often as it does."""
    return [row for rows in LocalLake(company.workspace.lake).stored("interactions") for row in rows.to_pylist()]


def quotes(company: Company, key: str = "P3") -> list[str]:
    """What readers see that somebody said, as often as they see it."""
    generation = Publication.current()
    assert generation is not None
    rows = Remark.objects.within(generation).about(company.id(key))
    return sorted(str(row.piece["quote"]) for row in rows)


def files(company: Company) -> set[Path]:
    return {path for path in company.workspace.path.rglob("*") if path.is_file()}


class Opened:
    """Counts the files that this process opens in a folder."""

    def __init__(self) -> None:
        self.folder, self.names = "", list[str]()
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and self.folder and str(arguments[0]).startswith(self.folder):
            self.names.append(str(arguments[0]))


OPENED = Opened()


def test_two_thousand_texts_leave_the_next_one_no_more_to_do_than_the_first(
    company: Company, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    """Counted is what the lake opens and holds, what the database is asked, and what an import is."""

    def one(number: int) -> tuple[int, int, int]:
        before, OPENED.folder = files(company), str(company.workspace.path)
        OPENED.names.clear()
        try:
            with django_assert_max_num_queries(200) as asked:
                hear(company, WIN.format(number), "P3" if number % 2 else "P1")
        finally:
            OPENED.folder = ""
        lake = sum("programme.sqlite3" not in name for name in OPENED.names)
        return len(files(company) - before), lake, len(asked.captured_queries)

    assert hear(company, WIN.format("nought")).moment
    first = one(1)
    imports = len(all_imports(company.workspace))
    texts = [
        ArrivedText(
            source="crm", record_id=f"t-{number}", person_id=company.id("P3"), name="Ingrid Solberg",
            arrived_at=clock.now(),
            cells={
                "interaction_id": f"t-{number}", "at": clock.now().isoformat(), "channel": "email", "direction": "in",
                "person_key": "P3", "account_id": "A1", "text": WIN.format(number),
            },
        )
        for number in range(2_000)
    ]  # fmt: skip
    ArrivedText.objects.bulk_create(texts)
    assert one(2_001) == first
    assert first[0] == 0
    assert len(all_imports(company.workspace)) == imports
    company.run(clock.today())
    assert len(all_imports(company.workspace)) == imports + 1
    assert len(landed(company)) == 2_003
    assert ArrivedText.objects.count() == 0
    assert len(quotes(company)) == 2_003
    before = one(2_003)
    assert before[0] == 0
    assert before[2] <= first[2]


def test_texts_are_one_import_and_go_with_it(company: Company) -> None:
    ids = [hear(company, WIN.format(number), text_id=f"c{number}").arrived.record_id for number in range(3)]
    assert land_texts(company.workspace) == 3
    assert land_texts(company.workspace) == 0
    last = all_imports(company.workspace)[-1]
    assert (last.totals["new"], last.files) == (3, ("heard.jsonl",))
    assert [row["interaction_id"] for row in landed(company)] == ids
    assert {row["source"] for row in landed(company)} == {"crm"}
    company.run(clock.today())
    assert len(quotes(company)) == 3
    assert undo_import(company.workspace, last.import_id, by=BY).withdrawn == {"interactions": 3}
    company.run(clock.today())
    assert quotes(company) == []


def test_a_text_is_known_again_on_its_way_in_the_lake_and_after_a_run(company: Company) -> None:
    first = hear(company, WIN.format(1), text_id="c1")
    land_texts(company.workspace)
    second = hear(company, WIN.format(1), text_id="c1")
    company.run(clock.today())
    third = hear(company, WIN.format(1), text_id="c1")
    assert [one.arrived.new for one in (first, second, third)] == [True, False, False]
    assert ArrivedText.objects.count() == 0
    assert len(landed(company)) == len(quotes(company)) == 1
    assert AuditEntry.objects.filter(verb="receive", noun="text").count() == 1
    assert Signal.objects.filter(signal_id=first.moment.signal_id if first.moment else "").count() == 2  # a generation


def test_other_words_under_the_same_name_replace_those_before(company: Company) -> None:
    hear(company, WIN.format(1), text_id="c1")
    land_texts(company.workspace)
    assert hear(company, WIN.format(2), text_id="c1").arrived.new
    record = read_record(company.workspace, "interactions", "c1")
    assert record is not None
    assert record["text"] == WIN.format(2)
    company.run(clock.today())
    assert quotes(company) == [WIN.format(2)]
    record = read_record(company.workspace, "interactions", "c1")
    assert record is not None
    assert (record["text"], record["source"]) == (WIN.format(2), "crm")


def test_a_record_can_be_opened_before_it_is_in_the_lake(company: Company) -> None:
    arrived = hear(company, WIN.format(1), channel="call").arrived
    record = read_record(company.workspace, "interactions", arrived.record_id)
    assert record is not None
    assert (record["text"], record["channel"], record["person_key"]) == (WIN.format(1), "call", "P3")
    land_texts(company.workspace)
    later = read_record(company.workspace, "interactions", arrived.record_id)
    assert later is not None
    assert {name for name in record if record[name] != later[name]} == {"received_at"}


def test_a_text_arrives_while_another_process_writes_to_the_lake(company: Company) -> None:
    with LocalLake(company.workspace.lake).landing(clock.now()):
        assert hear(company, WIN.format(1)).moment
        run_day(company.workspace, clock.today(), by=BY)  # it waits for nobody; the text stays a late one
    assert quotes(company) == [WIN.format(1)]
    assert (len(landed(company)), ArrivedText.objects.count()) == (0, 1)
    company.run(clock.today())
    assert quotes(company) == [WIN.format(1)]
    assert (len(landed(company)), ArrivedText.objects.count()) == (1, 0)


STAGES = ("know", "listen", "find", "rank", "publish")


@pytest.mark.parametrize("stage", STAGES)
def test_what_arrives_while_a_run_is_at_work_does_not_vanish(company: Company, stage: str) -> None:
    """The run is paused at each of its stages; in between, Ingrid praises us, and Rhiannon complains."""
    company.load(source="more", people="person_key,account_id,full_name,email\nP9,A1,Nia Rees,nia@oriel.example\n")
    before, said = Publication.current(), list[Heard]()

    def pause(step: str, _done: int, _total: int) -> None:
        if step == stage and not said:
            said.append(hear(company, WIN.format(stage)))
            hear(company, COMPLAINT, "P1")

    generation = run_day(company.workspace, clock.today(), by=BY, progress=pause)
    assert before is not None
    assert generation.number == before.number + 1
    (praise,) = said
    assert praise.moment is not None
    moment = Moment.objects.within(generation).about(company.id("P3")).get()
    assert moment.signal_id == praise.moment.signal_id
    assert Signal.objects.within(generation).filter(signal_id=moment.signal_id).count() == 1
    assert quotes(company) == [WIN.format(stage)]
    assert Hold.objects.within(generation).about(company.id("P1")).filter(code="complaint").count() == 1
    assert ListedPerson.objects.within(generation).about(company.id("P1")).get().state == "resting"
    assert AuditEntry.objects.filter(verb="raise", noun="moment").count() == 1
    company.run(clock.today())
    now = Publication.current()
    assert now is not None
    assert now.number == generation.number + 1
    assert Moment.objects.within(now).about(company.id("P3")).get().signal_id == moment.signal_id
    assert (quotes(company), ArrivedText.objects.count()) == ([WIN.format(stage)], 0)
    assert sorted(row["text"] for row in landed(company)) == sorted([WIN.format(stage), COMPLAINT])


def test_what_arrives_while_late_texts_are_heard_is_heard_too(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    company.load(source="more", people="person_key,account_id,full_name,email\nP9,A1,Nia Rees,nia@oriel.example\n")
    found_of, said = vars(late_texts)["found_of"], list[str]()

    def busy(*arguments: Any) -> Any:  # noqa: ANN401  # whatever it takes
        if len(said) < 3:
            said.append(WIN.format(len(said)))
            hear(company, said[-1])
        return found_of(*arguments)

    monkeypatch.setattr(late_texts, "found_of", busy)

    def pause(step: str, _done: int, _total: int) -> None:
        if step == "rank" and not said:
            said.append(WIN.format("first"))
            hear(company, said[-1])

    run_day(company.workspace, clock.today(), by=BY, progress=pause)
    assert len(said) == 3
    assert quotes(company) == sorted(said)


def test_who_opts_out_while_a_run_is_at_work_gets_no_moment(company: Company) -> None:
    company.load(source="more", people="person_key,account_id,full_name,email\nP9,A1,Nia Rees,nia@oriel.example\n")
    said = list[Heard]()

    def pause(step: str, _done: int, _total: int) -> None:
        if step == "rank" and not said:
            said.append(hear(company, WIN.format(1)))
            opt_out_person(company.id("P3"), by=BY)

    generation = run_day(company.workspace, clock.today(), by=BY, progress=pause)
    assert said[0].moment is not None
    assert not Moment.objects.within(generation).about(company.id("P3")).filter(kind="win").exists()


def test_a_batch_that_a_killed_process_landed_lands_no_second_time(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2):
        hear(company, WIN.format(number), text_id=f"c{number}")
    load_plan = vars(landing_texts)["load_plan"]

    def dying(*arguments: Any, **named: Any) -> None:  # noqa: ANN401  # whatever it takes
        load_plan(*arguments, **named)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(landing_texts, "load_plan", dying)
        with pytest.raises(KeyboardInterrupt):
            land_texts(company.workspace)
    hear(company, WIN.format(2), text_id="c2")
    imports = len(all_imports(company.workspace))
    assert land_texts(company.workspace) == 3
    assert len(all_imports(company.workspace)) == imports + 1
    assert [row["interaction_id"] for row in landed(company)] == ["c0", "c1", "c2"]


def test_a_process_that_got_ready_finds_its_questions_worded(company: Company) -> None:
    """All but the one that names the person: to word these takes longer than to ask them."""
    worded = vars(session)["_sql"]
    worded.cache_clear()
    get_ready(company.workspace)
    ready = worded.cache_info().misses
    assert ready >= 3
    hear(company, WIN.format(1))
    assert worded.cache_info().misses == ready + 1


def test_what_no_import_would_take_is_refused(company: Company) -> None:
    with pytest.raises(GoodwordError) as refused:
        hear(company, WIN.format(1), channel="fax")
    assert refused.value.code == "text-rejected"
    assert "channel 'fax'" in refused.value.sentence
    assert ArrivedText.objects.count() == 0
