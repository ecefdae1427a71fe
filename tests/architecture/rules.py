"""The rules of the house that no linter knows. Each takes one module and names what breaks it, line by line."""

import ast
from collections.abc import Callable, Iterator

from tests.architecture.tree import Module

type Rule = Callable[[Module], Iterator[str]]
type Function = ast.FunctionDef | ast.AsyncFunctionDef

# Ways to ask what time it is. Everything but the clock is told; `monotonic` measures a span and is free to use.
NOW = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
    ("time", "time_ns"),
    ("timezone", "now"),
}
# These ask for the time only where they are not given one.
NOW_WITHOUT_ARGUMENT = {("timezone", "localdate"), ("timezone", "localtime"), ("time", "gmtime"), ("time", "localtime")}
ENVIRONMENT = {"environ", "environb", "getenv", "getenvb", "putenv", "unsetenv"}
VAGUE = {"services.py", "service.py", "utils.py", "util.py", "helpers.py", "helper.py", "common.py", "misc.py"}

# Who may say that somebody was drawn by lot: the gate, and two doors that ask it and write nothing.
TELLS_OF_THE_LOT = {
    "src/goodword/doors/api/routes/grants.py",
    "src/goodword/doors/cli/grants.py",
    "src/goodword/programme/lots/standing.py",  # of those who were drawn, and nobody else
}
GATE = "src/goodword/programme/permissions/"


def functions(module: Module) -> list[Function]:
    """Every function and method of a module, nested ones too."""
    return [node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(function: Function) -> int:
    """Lines from `def` to the end, docstring included, decorators not."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def says_what_it_returns(module: Module) -> Iterator[str]:
    for function in functions(module):
        if function.returns is None:
            yield f"{module.path}:{function.lineno} {function.name} has no return type"


def leaves_the_environment_to_config(module: Module) -> Iterator[str]:
    if module.path.startswith("src/goodword/config/"):
        return
    for node in ast.walk(module.tree):
        names: set[str] = set()
        if isinstance(node, ast.Attribute):
            names = {node.attr}
        elif isinstance(node, ast.ImportFrom) and node.module == "os":
            names = {alias.name for alias in node.names}
        if names & ENVIRONMENT:
            yield f"{module.path} reads the environment ({', '.join(names & ENVIRONMENT)}); only goodword.config may"


def leaves_time_to_the_clock(module: Module) -> Iterator[str]:
    if module.path == "src/goodword/kit/clock.py":
        return
    for node in ast.walk(module.tree):
        asked = _name_of(node) in NOW
        bare = isinstance(node, ast.Call) and not node.args and _name_of(node.func) in NOW_WITHOUT_ARGUMENT
        if asked or bare:
            yield f"{module.path}:{getattr(node, 'lineno', 0)} asks what time it is; only goodword.kit.clock may"


def imports_at_the_top(module: Module) -> Iterator[str]:
    """An import inside a function hides a circle; only the command line and the settings load our own things late.

    Something heavy that is not ours may be loaded late anywhere, with the reason on the same line.
    """
    if module.path.startswith(("src/goodword/doors/cli/", "src/goodword/config/")):
        return
    lines = module.text.splitlines()
    for function in functions(module):
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom) and (
                _is_ours(node) or "# noqa: PLC0415 " not in lines[node.lineno - 1]
            ):
                yield f"{module.path}:{node.lineno} imports inside {function.name}"


def _is_ours(node: ast.Import | ast.ImportFrom) -> bool:
    names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
    return any(name.split(".")[0] == "goodword" for name in names)


def has_a_telling_name(module: Module) -> Iterator[str]:
    if module.path.rsplit("/", 1)[-1] in VAGUE:
        yield f"{module.path} has a name that says nothing; name it after what is in it"


def keeps_no_state_in_the_module(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Global):
            yield f"{module.path}:{node.lineno} changes a global: {', '.join(node.names)}"


def claims_nobody_was_drawn(module: Module) -> Iterator[str]:
    """Whoever may say so may ask people of their choice for a public review: docs/algorithms/lots.md."""
    if module.path in TELLS_OF_THE_LOT or module.path.startswith(GATE):
        return
    nodes = list(ast.walk(module.tree))
    if not any(isinstance(node, ast.ImportFrom) and "Deed" in {alias.name for alias in node.names} for node in nodes):
        return
    for node in nodes:
        named = isinstance(node, ast.keyword) and node.arg == "by_lot"
        if named or (isinstance(node, ast.Constant) and node.value == "by_lot"):
            yield f"{module.path}:{getattr(node, 'lineno', 0)} claims that somebody was drawn by lot"


def _name_of(node: ast.AST) -> tuple[str, str]:
    """The last two parts of a dotted name: `datetime.datetime.now` gives datetime and now."""
    if not isinstance(node, ast.Attribute):
        return ("", "")
    inner = node.value
    if isinstance(inner, ast.Name):
        return (inner.id, node.attr)
    return (inner.attr if isinstance(inner, ast.Attribute) else "", node.attr)


RULES: tuple[Rule, ...] = (
    says_what_it_returns,
    leaves_the_environment_to_config,
    leaves_time_to_the_clock,
    imports_at_the_top,
    has_a_telling_name,
    keeps_no_state_in_the_module,
    claims_nobody_was_drawn,
)
