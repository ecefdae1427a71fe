"""Everything that may hold people is declared: every table, and every file a workspace makes."""

from pathlib import Path

from django.apps import apps

from goodword.programme.personal import Nobody, Personal, declared
from goodword.runs.rights.places import PLACES
from goodword.runs.workspace import create_workspace


def undeclared(models: set[str]) -> set[str]:
    return models - {one.model for one in declared()}


def places_of(workspace: Path) -> set[str]:
    """What a workspace says is its own."""
    lines = (workspace / ".goodwordignore").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def test_every_table_says_what_of_people_is_in_it() -> None:
    assert undeclared({model._meta.label for model in apps.get_models()}) == set()


def test_a_table_that_nobody_declared_is_noticed() -> None:
    assert undeclared({"people.Person", "gossip.Rumour"}) == {"gossip.Rumour"}


def test_nothing_is_declared_twice_and_nothing_that_is_not_there() -> None:
    told = [one.model for one in declared()]
    assert len(told) == len(set(told))
    assert set(told) == {model._meta.label for model in apps.get_models()}


def test_every_declaration_says_why_in_words() -> None:
    for one in declared():
        assert (one.why if isinstance(one, Nobody) else one.about).endswith("."), one.model


def test_every_column_that_is_named_exists() -> None:
    for one in declared():
        if isinstance(one, Personal):
            columns = {field.name for field in one.kind._meta.concrete_fields}
            assert {*one.texts, *one.colleagues, *one.secret} <= columns, one.model


def test_every_file_of_a_workspace_says_what_of_people_is_in_it(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "ws")
    assert places_of(workspace.path) == {place.name for place in PLACES}
    made = {path.name for path in workspace.path.iterdir()} - {".goodwordignore"}
    assert made <= {place.name for place in PLACES}
