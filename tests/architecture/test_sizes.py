"""The numbers the house keeps: docs/architecture.md."""

from collections.abc import Sequence

import pytest

from tests.architecture.rules import functions, length
from tests.architecture.tree import modules

FOLDERS = ("src", "tests", "bench", "scripts")


def share_under(sizes: Sequence[int], limit: int) -> float:
    return sum(size < limit for size in sizes) / len(sizes) if sizes else 1.0


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_module_is_longer_than_400_lines(folder: str) -> None:
    long = {module.path: module.lines for module in modules(folder) if module.lines > 400}
    assert not long


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_function_is_longer_than_50_lines(folder: str) -> None:
    long = {
        f"{module.path}:{function.lineno} {function.name}": length(function)
        for module in modules(folder)
        for function in functions(module)
        if length(function) > 50
    }
    assert not long


def test_nine_modules_of_ten_are_under_250_lines() -> None:
    sizes = {module.path: module.lines for module in modules("src")}
    longest = sorted(sizes, key=lambda path: -sizes[path])[:10]
    assert share_under(list(sizes.values()), 250) >= 0.9, longest


def test_nine_functions_of_ten_are_under_25_lines() -> None:
    sizes = {f"{m.path}:{f.lineno} {f.name}": length(f) for m in modules("src") for f in functions(m)}
    long = sorted((name for name, size in sizes.items() if size >= 25), key=lambda name: -sizes[name])
    assert share_under(list(sizes.values()), 25) >= 0.9, "\n".join(long)
