"""Circles and layers. The layers are contracts in .importlinter; here they are held against real breaches."""

import subprocess
import sys
from pathlib import Path

import grimp
import pytest

from tests.architecture.tree import ROOT


def circles(graph: grimp.ImportGraph) -> set[tuple[str, str]]:
    """One import of every circle among the modules and packages that stand side by side."""
    packages = [name for name in graph.modules if graph.find_children(name)]
    return {breaker for name in packages for breaker in graph.nominate_cycle_breakers(name)}


def test_no_circle_when_the_program_runs() -> None:
    assert not circles(grimp.build_graph("goodword", cache_dir=None, exclude_type_checking_imports=True))


def test_no_circle_between_packages_even_for_types() -> None:
    graph = grimp.build_graph("goodword", cache_dir=None)
    # Two modules of one package may name each other's types.
    between = {
        (importer, imported)
        for importer, imported in circles(graph)
        if importer.rpartition(".")[0] != imported.rpartition(".")[0]
    }
    assert not between


def lint(house: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache"]
    return subprocess.run(
        command, cwd=house, env={"PYTHONPATH": str(house)}, capture_output=True, text=True, check=False
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """An empty house of the same plan: the packages, nothing in them, and the contracts."""
    (tmp_path / ".importlinter").write_text((ROOT / ".importlinter").read_text(encoding="utf-8"), encoding="utf-8")
    rooms = "config doors runs measuring finding programme sample kit evidence"
    evidence = "evidence/intake evidence/sources evidence/lake evidence/records"
    for room in (*rooms.split(), *evidence.split(), "programme/people", "programme/acts", "programme/team"):
        folder = tmp_path / "goodword" / room
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").touch()
    (tmp_path / "goodword" / "__init__.py").touch()
    return tmp_path


def test_an_empty_house_keeps_every_contract(house: Path) -> None:
    done = lint(house)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("finding", "import goodword.evidence.lake"),
        ("finding", "import goodword.programme"),
        ("finding", "import django.db"),
        ("finding", "import duckdb"),
        ("measuring", "import goodword.runs"),
        ("kit", "import goodword.evidence.records"),
        ("evidence/records", "import goodword.evidence.lake"),
        ("evidence/lake", "import goodword.evidence.sources"),
        ("evidence/intake", "import goodword.finding"),
        ("evidence/lake", "import django.db"),
        ("evidence/intake", "import duckdb"),
        ("programme/people", "import goodword.finding"),
        ("programme/people", "import goodword.programme.acts"),
        ("programme/team", "import goodword.programme.people"),
        ("programme/acts", "import ibis"),
        ("runs", "import goodword.doors"),
        ("runs", "import goodword.sample"),
        ("runs", "import ibis"),
        ("doors", "import goodword.config"),
        ("doors", "import duckdb"),
        ("sample", "import goodword.finding"),
        ("sample", "import goodword.evidence.intake"),
    ],
)
def test_a_breach_of_the_layers_is_caught(house: Path, room: str, line: str) -> None:
    (house / "goodword" / room / "__init__.py").write_text(f"{line}\n", encoding="utf-8")
    done = lint(house)
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout
