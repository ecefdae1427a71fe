"""Before anything lands: what each file seems to be, shown so that a person can agree or correct it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from goodword.evidence.intake.checking.rows import Shape
from goodword.evidence.intake.mapping.maps import Entry, map_text, read_map
from goodword.evidence.intake.mapping.recognising import Recognised, as_table, recognise
from goodword.evidence.intake.mapping.shapes import Looks
from goodword.evidence.intake.mapping.suggesting import MAP, Pair
from goodword.evidence.records.known import RECORDS
from goodword.evidence.sources.files import Sheet, list_files, open_sheets
from goodword.kit.errors import GoodwordError

DEFAULT_SOURCE = "files"
_WHY = "_why"  # what a file of rejected rows has beside the original columns; never loaded
_LINE = "_line"
_OWN_EXPORT = ("source", "received_at", "record_id")
_SAMPLE_ROWS = 1000


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a file will not be loaded."""

    code: str
    sentence: str
    mend: str

    def __str__(self) -> str:
        return f"{self.sentence} {self.mend}".strip()

    def as_dict(self) -> dict[str, str]:
        """The problem for JSON."""
        return {"code": self.code, "sentence": self.sentence, "mend": self.mend}


@dataclass(frozen=True, slots=True)
class FilePlan:
    """What is to become of one sheet of one file.

    Attributes:
        path: the file.
        sheet: the sheet's name, where the file has several.
        table: the record table; empty where it is not recognised.
        confidence: how sure that is, 0 to 1; 1 where a map says it.
        pairs: which header is which column, how that is known and how sure it is.
        constants: contract column -> the value every row has.
        spare: headers that go into `extra`.
        shape: how its cells become rows; None where there is a problem.
        dates: contract column -> the order a map gives its days.
        problem: why it will not be loaded; None where it will.
        skipped: whether a map leaves it out.
    """

    path: Path
    sheet: str = ""
    table: str = ""
    confidence: float = 0.0
    pairs: tuple[Pair, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    spare: tuple[str, ...] = ()
    shape: Shape | None = None
    dates: Mapping[str, str] = field(default_factory=dict)
    problem: Problem | None = None
    skipped: bool = False

    @property
    def label(self) -> str:
        """The file's name, with the sheet's where there are several."""
        return f"{self.path.name} [{self.sheet}]" if self.sheet else self.path.name

    def as_dict(self) -> dict[str, Any]:
        """The plan of this sheet for JSON."""
        return {
            "path": str(self.path),
            "sheet": self.sheet or None,
            "table": self.table or None,
            "confidence": self.confidence,
            "source": self.shape.source if self.shape else None,
            "columns": {pair.column: pair.header for pair in self.pairs},
            "how": {pair.column: pair.how for pair in self.pairs},
            "constants": dict(self.constants),
            "extra": list(self.spare),
            "problem": self.problem.as_dict() if self.problem else None,
            "skipped": self.skipped,
        }


@dataclass(frozen=True, slots=True)
class LoadPlan:
    """What is to become of all files; nothing has happened yet."""

    files: tuple[FilePlan, ...]

    @property
    def loadable(self) -> tuple[FilePlan, ...]:
        """The sheets that can be loaded."""
        return tuple(file for file in self.files if file.shape is not None)

    @property
    def problems(self) -> tuple[FilePlan, ...]:
        """The files and sheets that cannot."""
        return tuple(file for file in self.files if file.problem is not None)

    def as_dict(self) -> dict[str, Any]:
        """The plan for JSON."""
        return {"files": [file.as_dict() for file in self.files]}

    def as_map(self) -> str:
        """The plan as a map that can be saved, edited and given to the next load."""
        return map_text([(_as_entry(file), file.spare) for file in self.loadable])


def plan_load(paths: Iterable[Path], *, map_file: Path | None = None, source: str | None = None) -> LoadPlan:
    """Look at files and folders and say what each of them is.

    Args:
        paths: files and folders; folders are searched to any depth.
        map_file: what the user says about them, see `read_map`.
        source: the source's name, where neither the map nor a column says it; `files` if not given.

    Raises:
        GoodwordError: a path does not exist, or the map makes no sense. A single bad file is a problem of its own.
    """
    entries = read_map(map_file) if map_file else ()
    plans: list[FilePlan] = []
    for path in list_files(paths):
        if any(entry.skip and entry.fits(path, "") for entry in entries):
            plans.append(FilePlan(path, skipped=True))
            continue
        try:
            plans += [_plan_sheet(sheet, entries, source or DEFAULT_SOURCE) for sheet in open_sheets(path)]
        except GoodwordError as error:
            plans.append(FilePlan(path, problem=_problem(error)))
    return LoadPlan(tuple(plans))


def _plan_sheet(sheet: Sheet, entries: Sequence[Entry], source: str) -> FilePlan:
    entry = next((entry for entry in entries if entry.fits(sheet.path, sheet.name)), None)
    if entry is not None and entry.skip:
        return FilePlan(sheet.path, sheet.name, skipped=True)
    try:
        looks = Looks(_samples(sheet))
    except GoodwordError as error:
        return FilePlan(sheet.path, sheet.name, problem=_problem(error))
    header = _mappable(sheet.header)
    names = [sheet.path.stem, *([sheet.name] if sheet.name else [])]
    if entry is not None and entry.table:
        return _planned(sheet, entry, _mapped(entry, names, header, looks), source)
    recognised = recognise(names, header, looks)
    if recognised is None:
        return FilePlan(sheet.path, sheet.name, problem=_not_recognised(sheet))
    return _planned(sheet, entry, recognised, source)


def _mapped(entry: Entry, names: Sequence[str], header: tuple[str, ...], looks: Looks) -> Recognised:
    """What a map says, and for the columns it does not name what the headers suggest."""
    told = {column: name for column, name in entry.columns.items() if name}
    free = () if entry.complete else tuple(name for name in header if name not in told.values())
    suggested = as_table(entry.table, names, free, looks)
    pairs = [Pair(column, name, MAP, 1.0) for column, name in told.items()]
    pairs += [
        pair for pair in suggested.pairs if pair.column not in entry.columns and pair.column not in entry.constants
    ]
    have = {pair.column for pair in pairs}
    inferred = {} if entry.complete else suggested.constants
    constants = {name: value for name, value in inferred.items() if name not in have} | entry.constants
    required = (column.name for column in RECORDS[entry.table].columns if column.required)
    missing = tuple(name for name in required if name not in have and name not in constants)
    order = {name: place for place, name in enumerate(RECORDS[entry.table].names)}
    return Recognised(entry.table, 1.0, sorted(pairs, key=lambda pair: order[pair.column]), constants, missing)


def _planned(sheet: Sheet, entry: Entry | None, found: Recognised, source: str) -> FilePlan:
    headers = {pair.column: pair.header for pair in found.pairs}
    own = all(name in sheet.header for name in _OWN_EXPORT)
    used = {*headers.values(), "source", *(_OWN_EXPORT if own else ()), *(("zone", "extra") if own else ())}
    spare = tuple(name for name in _mappable(sheet.header) if name not in used)
    shape = Shape(
        table=found.table,
        headers=headers,
        constants=found.constants,
        source=(entry.source if entry else "") or source,
        source_header="source" if "source" in sheet.header and "source" not in headers.values() else "",
        zone_header="zone" if own and "zone" in sheet.header else "",
        spare=spare,
        extra_header="extra" if own and "extra" in sheet.header else "",
        timezone=entry.zone() if entry else None,
    )
    told = entry.dates if entry else {}
    problem = _faulty_map(sheet, headers) or _lacking(sheet, found)
    return FilePlan(
        path=sheet.path,
        sheet=sheet.name,
        table=found.table,
        confidence=found.confidence,
        pairs=tuple(found.pairs),
        constants=found.constants,
        spare=spare,
        shape=None if problem else shape,
        dates={column: told[header] for column, header in headers.items() if header in told},
        problem=problem,
    )


def _mappable(header: tuple[str, ...]) -> tuple[str, ...]:
    """The headers that can be columns: not what an earlier load wrote beside rejected rows."""
    ours = {_WHY, _LINE} if _WHY in header else set()
    return tuple(name for name in header if name not in ours)


def _samples(sheet: Sheet) -> dict[str, list[str | None]]:
    first = next(iter(sheet.read()), None)
    if first is None:
        return {}
    head = first.cells.slice(0, _SAMPLE_ROWS)
    return {name: head.column(place).to_pylist() for place, name in enumerate(sheet.header)}


def _as_entry(file: FilePlan) -> Entry:
    return Entry(
        match=file.path.name,
        sheet=file.sheet,
        table=file.table,
        source=file.shape.source if file.shape else "",
        timezone=file.shape.timezone.key if file.shape and file.shape.timezone else "",
        complete=True,
        columns={pair.column: pair.header for pair in file.pairs},
        constants=dict(file.constants),
        dates={file.shape.headers[column]: order for column, order in file.dates.items()} if file.shape else {},
    )


def _problem(error: GoodwordError) -> Problem:
    return Problem(error.code, error.sentence, error.mend)


def _not_recognised(sheet: Sheet) -> Problem:
    return Problem(
        "not-recognised",
        f"{sheet.label} is like no table of Goodword; its columns are: {', '.join(sheet.header[:12])}.",
        'Say what it is in a map: [[file]] match = "' + sheet.path.name + '", table = "...", or leave it out.',
    )


def _lacking(sheet: Sheet, found: Recognised) -> Problem | None:
    if not found.missing:
        return None
    lines = " ".join(f'{name} = "..."' for name in found.missing)
    return Problem(
        "columns-missing",
        f"{sheet.label} looks like {found.table}, but no column is known to be {' or '.join(found.missing)}.",
        f'Name the headers in a map: [[file]] match = "{sheet.path.name}", table = "{found.table}", '
        f"[file.columns] {lines}; or give every row the same value under [file.constants].",
    )


def _faulty_map(sheet: Sheet, headers: Mapping[str, str]) -> Problem | None:
    strange = [header for header in headers.values() if header not in sheet.header]
    if not strange:
        return None
    return Problem(
        "bad-map",
        f"The map names a column that {sheet.label} does not have: {strange[0]}.",
        f"Use one of: {', '.join(sheet.header)}.",
    )
