"""Nobody is asked unless the settings say so; what is kept goes with whom it is about, and with time."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from goodword.finding.listening.asking.answers import Verdict
from goodword.finding.listening.asking.questions import Sentence, question
from goodword.finding.listening.asking.redaction import Names
from goodword.kit.errors import GoodwordError
from goodword.programme.personal import Subject
from goodword.programme.team.actor import Actor
from goodword.runs.listening.answers import FOLDER, Answers
from goodword.runs.listening.choosing import chosen_asker
from goodword.runs.retention import due_now, purge
from goodword.runs.rights.places import PLACES
from goodword.runs.settings.catalogue import setting_named
from goodword.runs.settings.changing import change
from goodword.runs.settings.setting import Value
from goodword.runs.workspace import RESTORED_NAME, Workspace, create_workspace
from tests.modelserver import opining, running

pytestmark = pytest.mark.django_db

TEXT = "It is a joy."
VERDICT = Verdict(1, "praise", 0.9, 0.8, ("reports",), (0, 12), None)
DAY = date(2026, 11, 22)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "ws")


def put(workspace: Workspace, **values: Value) -> None:
    for name, value in values.items():
        change(workspace.settings, f"listening.endpoint.{name}", value, by=Actor.console())


def asked(text: str = TEXT) -> tuple[Sentence, ...]:
    return (Sentence(text, 0, len(text), "en"),)


def test_nobody_is_asked_as_things_come(workspace: Workspace) -> None:
    assert chosen_asker(workspace) is None
    put(workspace, url="https://models.example/v1", model="small")
    assert chosen_asker(workspace, key="sk", key_host="models.example") is None


def test_who_is_named_in_the_settings_is_asked_within_their_budget(workspace: Workspace) -> None:
    with running(opining()) as server:
        put(workspace, on=True, url=server.url, model="small", requests_a_day=1)
        asker = chosen_asker(workspace)
        assert asker is not None
        assert [one.kind for one in asker.ask(asked(), Names()).opinions] == ["praise"]
        with pytest.raises(GoodwordError, match="requests_a_day"):
            asker.ask(asked("Another joy."), Names())


def test_a_copy_that_was_not_released_asks_nobody(workspace: Workspace) -> None:
    put(workspace, on=True, url="http://127.0.0.1:9/v1", model="small")
    assert chosen_asker(workspace) is not None
    (workspace.path / RESTORED_NAME).write_text("{", encoding="utf-8")
    assert chosen_asker(workspace) is None


def test_settings_that_would_let_words_or_the_key_out_are_refused(workspace: Workspace) -> None:
    put(workspace, on=True, url="http://models.example/v1", model="small")
    with pytest.raises(GoodwordError, match="in the open"):
        chosen_asker(workspace)
    put(workspace, url="https://models.example/v1")
    with pytest.raises(GoodwordError, match=r"not for models\.example"):
        chosen_asker(workspace, key="sk", key_host="other.example")


def test_names_are_taken_out_whatever_anybody_sets(workspace: Workspace) -> None:
    setting = setting_named("listening.endpoint.redaction")
    assert setting.default is True
    with pytest.raises(GoodwordError, match="cannot be changed"):
        put(workspace, redaction=False)


@pytest.mark.parametrize(
    ("typed", "fits"),
    [("https://models.example/v1", True), ("", True), ("models.example", False), ("file:///etc/passwd", False),
     ("https://u:sk-1@models.example", False), ("https://models.example/?key=sk-1", False)],
)  # fmt: skip
def test_an_address_is_checked_and_a_password_in_it_not_repeated(typed: str, fits: bool) -> None:  # noqa: FBT001  # a table's column
    setting = setting_named("listening.endpoint.url")
    if fits:
        assert setting.read(typed) == typed
    else:
        with pytest.raises(GoodwordError) as refused:
            setting.read(typed)
        assert "sk-1" not in str(refused.value)


def keep(workspace: Workspace, text: str, person_id: str, day: date = DAY) -> None:
    answers = Answers(workspace)
    put_under = answers.name("small", question(asked(text), Names()))
    answers.keep(put_under, [VERDICT], person_id=person_id, day=day)


def found(workspace: Workspace, text: str) -> bool:
    answers, one = Answers(workspace), question(asked(text), Names())
    return answers.find(answers.name("small", one), one, person_id="per_new") is not None


def test_an_erasure_takes_the_answers_about_somebody_and_leaves_the_others(workspace: Workspace) -> None:
    [place] = [place for place in PLACES if place.name == FOLDER]
    for text, person in (("It is a joy.", "per_ann"), ("It is a joy!", "per_bob"), ("It is a joy", "")):
        keep(workspace, text, person)
    keep(workspace, "It is a joy!", "per_cy")
    ann, bob = Subject(person_ids=("per_before", "per_ann")), Subject(person_ids=("per_bob",))
    assert place.show is not None
    assert place.erase is not None
    assert [row["verdicts"][0]["kind"] for row in place.show(workspace, ann)] == ["praise"]
    assert place.erase(workspace, ann) == 2  # those of which nobody knows whose they are as well
    assert list(place.show(workspace, ann)) == []
    assert len(list(place.show(workspace, bob))) == 1
    assert place.erase(workspace, bob) == 1
    assert not found(workspace, "It is a joy!")
    assert list(place.show(workspace, Subject(person_ids=("per_cy",)))) == []


def test_answers_go_when_they_are_as_old_as_the_setting_says(workspace: Workspace) -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    keep(workspace, "It is old joy.", "per_ann", DAY - timedelta(days=91))
    keep(workspace, "It is a joy.", "per_ann", DAY - timedelta(days=89))
    assert {one.what.name: one.count for one in due_now(workspace, now)}["answers"] == 1
    assert purge(workspace, now)["answers"] == 1
    assert found(workspace, "It is a joy.")
    assert not found(workspace, "It is old joy.")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"at": "2026-11-22", "who": [], "verdicts": [[1]]}'])
def test_a_kept_answer_that_cannot_be_read_is_asked_for_again_and_goes_with_an_erasure(
    workspace: Workspace, text: str
) -> None:
    keep(workspace, TEXT, "per_ann")
    [path] = (workspace.path / FOLDER).glob("*/*.json")
    path.write_text(text, encoding="utf-8")
    assert not found(workspace, TEXT)
    [place] = [place for place in PLACES if place.name == FOLDER]
    assert place.erase is not None
    assert place.erase(workspace, Subject(person_ids=("per_bob",))) == 1


def test_a_kept_answer_that_fits_no_sentence_is_asked_for_again(workspace: Workspace) -> None:
    answers, one = Answers(workspace), question(asked(), Names())
    name = answers.name("small", one)
    for wrong in (VERDICT._replace(number=2), VERDICT._replace(quote=(0, 99)), VERDICT._replace(quote=(5, 2))):
        answers.keep(name, [wrong], person_id="per_ann", day=DAY)
        assert answers.find(name, one, person_id="per_ann") is None
