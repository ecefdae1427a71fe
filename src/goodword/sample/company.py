"""Write a sample company: make up its world, export it, tell its truth."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from goodword.kit.errors import GoodwordError
from goodword.sample import exports, truth, writers
from goodword.sample.accounts import make_accounts, make_prospects, vendor_staff
from goodword.sample.asks import Programme
from goodword.sample.careers import make_careers
from goodword.sample.catalogue import VENDOR
from goodword.sample.community import Forum
from goodword.sample.contracts import sign_contracts
from goodword.sample.deals import Pipeline
from goodword.sample.interactions import Desk
from goodword.sample.outcomes import make_outcomes
from goodword.sample.people import make_people
from goodword.sample.surveys import make_responses
from goodword.sample.usage import Events, feature_rows, make_usage
from goodword.sample.world import Setting, World

TODAY = date(2026, 11, 1)
"""The day a sample's history ends unless told otherwise; fixed, so that the same arguments give the same bytes."""

type Progress = Callable[[str, int, int], None]

_README = """This company does not exist. Everything in this folder is synthetic.

{vendor} is a fictional vendor of finance software. Its customers, their people, their words and their figures were
made up by a random number generator (seed {seed}, {accounts} accounts, {months} months up to {today}). Names were
combined at random; all mail addresses are in domains reserved for examples. Any likeness to real companies or people
is chance.

exports/  what the vendor's tools would export: CRM, billing, help desk, mail, calls, surveys, product events, community
truth/    what is really so, for measuring how well a program finds it; no program that is measured may read it

Some rows are wrong on purpose; truth/wrong_on_purpose.csv lists each. New customers won in {vendor}'s deals stay out of
the account list: the deals come from all sales regions, the accounts from one.
"""


@dataclass(frozen=True, slots=True)
class SampleSummary:
    """What was written: the folder, rows by export file, people, remarks and wrong rows."""

    directory: Path
    rows: dict[str, int]
    people: int
    remarks: int
    wrong_on_purpose: int

    def __str__(self) -> str:
        return (
            f"Wrote a synthetic sample company to {self.directory}: {len(self.rows)} exports with"
            f" {sum(self.rows.values()):,} rows about {self.people:,} people who do not exist;"
            f" {self.wrong_on_purpose} rows are wrong on purpose."
        )


def write_sample(
    directory: Path,
    *,
    accounts: int = 300,
    seed: int = 1,
    months: int = 24,
    reference_effect: float = 0.1,
    today: date = TODAY,
    progress: Progress | None = None,
) -> SampleSummary:
    """Write a believable, synthetic B2B customer base as exports of several tools, and the truth about it.

    Args:
        directory: the folder to write; made if missing, files of an earlier sample are replaced.
        accounts: number of customer accounts, at least 5.
        seed: any whole number; another seed is another company.
        months: length of the history, at least 6.
        reference_effect: probability points (-1..1) that a reference adds to a deal's chance to be won.
        today: the last day of the history.
        progress: called with a step's name, the steps done and the steps in all.

    Raises:
        GoodwordError: `sample-arguments`, when an argument is out of its range.
    """
    _check(accounts, months, reference_effect)
    setting = Setting(accounts, seed, months, reference_effect, today, _months_before(today, months))
    report = progress or (lambda *_: None)
    world, events = make_world(setting, report)
    for name in ("exports", "truth"):
        (directory / name).mkdir(parents=True, exist_ok=True)
    report("writing exports", 9, 11)
    wrong, counts = exports.write_exports(world, events, directory / "exports")
    report("writing truth", 10, 11)
    people = _write_truth(world, events, directory / "truth")
    writers.write_rows(directory / "truth" / "wrong_on_purpose.csv", wrong)
    readme = _README.format(vendor=VENDOR, seed=seed, accounts=accounts, months=months, today=today)
    (directory / "README.txt").write_text(readme, encoding="utf-8")
    # Whoever loads the whole folder must not load the truth with it.
    (directory / "truth" / ".goodwordignore").write_text("", encoding="utf-8")
    report("done", 11, 11)
    return SampleSummary(directory, counts, people, len(world.remarks), len(wrong))


def _check(accounts: int, months: int, reference_effect: float) -> None:
    if accounts < 5 or months < 6 or not -1.0 <= reference_effect <= 1.0:
        raise GoodwordError(
            "sample-arguments",
            "A sample needs at least 5 accounts, at least 6 months and a reference effect between -1 and 1.",
            "Choose other values, for instance 300 accounts, 24 months and an effect of 0.1.",
        )


def _months_before(day: date, months: int) -> date:
    """The first day of a history of so many months that ends on `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, 28))


def make_world(setting: Setting, report: Progress) -> tuple[World, Events]:
    """The whole latent world and its tables, one subject after the other."""
    staff = vendor_staff(setting.seed, setting.accounts)
    report("accounts and contracts", 0, 11)
    world = World(setting, staff, accounts=make_accounts(setting, staff), prospects=make_prospects(setting))
    sign_contracts(world)
    report("people", 1, 11)
    make_people(world)
    make_careers(world)
    report("usage", 2, 11)
    events = make_usage(world)
    report("conversations", 3, 11)
    world.tables["interactions"] = Desk(world).run()
    report("surveys", 4, 11)
    world.tables["responses"] = make_responses(world)
    report("community", 5, 11)
    forum = Forum(world)
    world.tables["posts"] = forum.run()
    report("deals", 6, 11)
    pipeline = Pipeline(world)
    pipeline.run()
    report("asks and acts", 7, 11)
    Programme(world, pipeline.references).run()
    report("outcomes", 8, 11)
    world.tables["outcomes"] = make_outcomes(world)
    world.tables["features"] = feature_rows()
    world.tables["accounts"] = exports.account_rows(world)
    world.tables["people"] = exports.contact_rows(world) + forum.member_rows()
    return world, events


def _write_truth(world: World, events: Events, folder: Path) -> int:
    people = truth.people_truth(world, events)
    writers.write_rows(folder / "people_truth.parquet", people)
    writers.write_rows(folder / "same_person.csv", truth.same_person(world))
    writers.write_rows(folder / "moves.csv", world.moves)
    writers.write_parquet(folder / "remarks_truth.parquet", truth.remark_table(world))
    writers.write_rows(folder / "asks_truth.csv", world.asks_truth)
    writers.write_rows(folder / "deals_truth.csv", world.deals_truth)
    writers.write_json(folder / "mappings.json", exports.mappings())
    setting = asdict(world.setting)
    writers.write_json(folder / "settings.json", {name: str(value) for name, value in setting.items()})
    return len(people)
