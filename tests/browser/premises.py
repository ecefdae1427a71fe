"""A workspace with one of everything, and everybody who may look at it."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from goodword.doors.mail.stopping import stop_token
from goodword.doors.web.navigation import home_of
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.asks.actions.ask_person import ask_person
from goodword.programme.asks.bounds import Bounds
from goodword.programme.desk.actions.notify_user import notify_job_ended, notify_rows_rejected
from goodword.programme.desk.actions.save_view import save_view
from goodword.programme.links.actions.make_link import make_link
from goodword.programme.people.models import Suggestion
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.principal import Principal, principal_of
from goodword.runs.jobs import queue
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.models import Job
from goodword.runs.jobs.running import LOAD
from goodword.runs.previewing import PREVIEW
from goodword.runs.settings import changing
from goodword.runs.workspace import Workspace
from tests.authorisation.objects import place_everything
from tests.authorisation.principals import publish_world, visitors
from tests.browser.addresses import FRONT, NOT_IN_CARE, PAGES, policies
from tests.browser.visits import Visit

LOOKERS = ("administrator", "manager", "csm owner", "sales", "executive", "analyst", "advocate self")
"""One of each role."""

CONSOLE = Actor.console()


@dataclass(slots=True)
class Premises:
    """Where things are, and who may see them.

    Attributes:
        places: what stands in addresses, by its name there.
        users: everybody, by what tests call them.
    """

    places: dict[str, str]
    users: dict[str, User]

    def pages_for(self, who: str) -> dict[str, str]:
        """The address of every page that somebody may look at, by a name for it."""
        principal = self.principal(who)
        rules = policies()
        return {
            f"{route}-{number}" if number else route: path.format(**self.places)
            for route, paths in PAGES.items()
            if rules[route].admits(principal)
            for number, path in enumerate(paths)
            if not (principal.owner and path in NOT_IN_CARE)
        }

    def front(self) -> dict[str, str]:
        """The pages that strangers look at."""
        return {name: path.format(**self.places) for name, path in FRONT.items()}

    def sign_in(self, window: Visit, who: str) -> None:
        """Come in by the front door; some pages are for those who did so just now."""
        window.sign_in(self.users[who].email, leads_to=home_of(self.principal(who)))

    def principal(self, who: str) -> Principal:
        """What somebody may do."""
        found = principal_of(self.users[who])
        assert found is not None
        return found


def furnish(workspace: Workspace, folder: Path) -> Premises:
    """Publish people, load data, let everybody in, and do one of everything that leaves a trace on a page."""
    publish_world()
    found, failed = visitors(), _failed()
    users = {name: visitor.user for name, visitor in found.items() if visitor.user is not None}
    places = {name: four[0] for name, four in place_everything(workspace, found, folder).items()}
    boss = users["administrator"]
    save_view(boss, "people", "Wins by name", "kind=win&sort=name", by=CONSOLE)
    suggest("rhiannon", "selin")
    notify_job_ended(boss, "Load crm.csv", key="1", url="/people/")
    notify_job_ended(boss, "Back up the workspace", key="2", failure=GoodwordError("full", "The disk is full."))
    notify_rows_rejected([boss], places["import"], 12, url="/data/")
    changing.change(workspace.settings, places["setting"], 60, by=CONSOLE, reason="Half the year is harvest.")
    trial = {"trial": {places["setting"]: 45}, "day": "2026-11-19"}
    places |= {
        "failed": str(failed.pk),
        "preview": str(ask_job(PREVIEW, trial, by=CONSOLE).pk),
        "advocate": str(users["advocate self"].pk),
        "gone": str(users["deactivated"].pk),
        "digest": stop_token(boss),
        "link": _link_to_an_ask(),
    }
    return Premises(places, users)


def _link_to_an_ask() -> str:
    """What somebody finds in a letter that asks them for something."""
    today = clock.today()
    ask = ask_person("selin", "quote", day=today, bounds=Bounds(), by=CONSOLE)
    return make_link("selin", "answer", ask.ledger_id, expires_at=clock.now() + timedelta(days=9), by=CONSOLE)


def suggest(one: str, other: str) -> None:
    """Let two people look alike."""
    reasons = [
        {"field": "name", "compared": "same_name", "bits": 6.1},
        {"field": "phone", "compared": "other_number", "bits": -1.2},
    ]
    first, second = sorted((one, other))
    Suggestion.objects.create(
        one_id=first, other_id=second, probability=0.93, reasons=reasons, model_version="linkage-1"
    )


def _failed() -> Job:
    asked, now = ask_job(LOAD, {"upload": "gone"}, by=CONSOLE), clock.now()
    claimed = queue.claim("anna", now)
    assert claimed == asked
    queue.fail(claimed, GoodwordError("no-upload", "The files of this load are gone.", "Upload them again."), now)
    return claimed
