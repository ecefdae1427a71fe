"""The things that addresses name: for each kind one that is the csm owner's, a foreign one, an erased one, and none."""

from datetime import datetime, timedelta
from pathlib import Path

from goodword.evidence.intake import plan_load
from goodword.finding.drawing.lot import draw, promise
from goodword.kit import clock
from goodword.programme.advocates.actions.answer_moment import answer_moment
from goodword.programme.advocates.models import Moment, MomentAnswer, Publication
from goodword.programme.asks.bounds import Bounds
from goodword.programme.desk.actions.notify_user import notify
from goodword.programme.desk.actions.remove_view import remove_view
from goodword.programme.desk.actions.save_view import save_view
from goodword.programme.desk.models import Notification
from goodword.programme.lots.actions.finish_draw import finish_draw
from goodword.programme.lots.actions.keep_site import keep_site
from goodword.programme.lots.actions.promise_draw import promise_draw
from goodword.programme.lots.policies import SiteRules
from goodword.programme.needs.actions.end_need import end_need
from goodword.programme.needs.actions.file_need import file_need
from goodword.programme.needs.wanting import Wanting
from goodword.programme.people.models import Person
from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant
from goodword.programme.permissions.proofs import ProofFile, ProofStore
from goodword.programme.permissions.saying import Evidence
from goodword.programme.stories.actions.approve_version import approve_version
from goodword.programme.stories.actions.withdraw_story import withdraw_story
from goodword.programme.stories.actions.write_story import write_story
from goodword.programme.stories.models import Story
from goodword.programme.stories.telling import Said, Telling
from goodword.programme.team.actions.make_token import make_token
from goodword.programme.team.actions.revoke_token import revoke_token
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.runs.intake.loading import load_plan, undo_import
from goodword.runs.intake.uploads import Receiving
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.running import RUN
from goodword.runs.matching import match_needs
from goodword.runs.proving import compare
from goodword.runs.workspace import Workspace
from tests.authorisation.principals import ERASED, FOREIGN, GONE_ACCOUNT, MISSING, OWN, Visitor
from tests.permissions import TODAY, allows

type Places = dict[str, tuple[str, str, str, str]]
"""By what stands in the address: an own, a foreign, an erased and a missing one."""

CONSOLE = Actor.console()
NO_NUMBER = "987654321"


def place_everything(workspace: Workspace, found: dict[str, Visitor], folder: Path) -> Places:
    """Make one of everything, and say where it is."""
    owner, other = _user(found["csm owner"]), _user(found["csm other"])
    imports = _imports(workspace, folder)
    job = ask_job(RUN, by=CONSOLE, key=RUN)
    return {
        "person": (OWN, FOREIGN, ERASED, MISSING),
        "account": ("oriel", "foreign", GONE_ACCOUNT, "nobody-at-all"),
        "answer": _answers(),
        "view": _views(owner, other),
        "notification": _notifications(owner, other),
        "token": _tokens(owner, other),
        "grant": _grants(workspace),
        "story": _stories(),
        "need": _needs(owner, other),
        "site": (site := _site(), site, site, NO_NUMBER),
        "draw": (drawn := _draw(), drawn, drawn, NO_NUMBER),
        "user": (str(owner.pk), str(other.pk), NO_NUMBER, NO_NUMBER),
        "import": imports,
        # What stands behind the csm owner's person, what stands behind the other's, what was undone, what never was.
        "record": ("t-48213", "t-900", "t-gone", "t-none"),
        "upload": _uploads(workspace),
        "job": (str(job.pk), str(job.pk), NO_NUMBER, NO_NUMBER),
        "setting": ("finders.super_user.window_days", "finders.super_user.window_days", "finders.gone", "none"),
    }


def _user(visitor: Visitor) -> User:
    assert visitor.user is not None
    return visitor.user


def _answers() -> tuple[str, str, str, str]:
    generation = Publication.current()
    assert generation is not None
    own, foreign = (
        answer_moment(Moment.objects.within(generation).about(person).get(), "thank", by=CONSOLE)
        for person in (OWN, FOREIGN)
    )
    gone = MomentAnswer.objects.create(person_id=ERASED, signal_id="s", verb="thank", at=clock.now())
    return str(own.pk), str(foreign.pk), str(gone.pk), NO_NUMBER


def _grants(workspace: Workspace) -> tuple[str, str, str, str]:
    """Words of an own, a foreign and an erased person, each with its file; one more that was taken back."""
    store, granted = ProofStore(workspace.proofs), []
    for one, word in ((OWN, "zqproof"), (FOREIGN, "theirs"), (ERASED, "gone")):
        file = ProofFile(f"{word}.eml", word.encode())
        proof = Evidence(kind="email", said_to=word, wording=word, reference=word, file=file)
        granted.append(allows(Person.objects.get(pk=one), "quote", evidence=proof, proofs=store))
    withdraw_grant(allows(Person.objects.get(pk=OWN), "talk"), by=CONSOLE, reason="zqreason")
    return str(granted[0].pk), str(granted[1].pk), str(granted[2].pk), NO_NUMBER


def _stories() -> tuple[str, str, str, str]:
    """A story of an own and one of a foreign person that everybody may show, and one that was withdrawn."""
    made: list[Story] = []
    for one in (OWN, FOREIGN, OWN):
        person = Person.objects.select_related("account").get(pk=one)
        assert person.account is not None
        for key in (person, person.account):
            allows(key, "case_study")
        text = f"Story {len(made)}: it works."
        told = Telling(account=person.account, title=text, text=text, quotes=(Said(person, "it works."),))
        version = write_story(told, by=CONSOLE)
        approve_version(version, by=CONSOLE)
        made.append(version.story)
    withdraw_story(made[2], by=CONSOLE, reason="They asked us to.")
    return str(made[0].pk), str(made[1].pk), str(made[2].pk), NO_NUMBER


def _needs(owner: User, other: User) -> tuple[str, str, str, str]:
    """What the csm owner needs and what the other does, matched; and one that is over."""
    made = []
    for user in (owner, other, other):
        by = Actor("user", str(user.pk), str(user), "web", user_id=str(user.pk))
        wanted = Wanting(role="Finance Systems Lead", use_case="harvest", prospect="Hallam Breweries")
        made.append(file_need(wanted, by=by, day=clock.today()))
    end_need(made[2], "cancelled", by=CONSOLE, reason="The deal is lost.")
    match_needs(day=clock.today(), bounds=Bounds(), by=CONSOLE)
    return str(made[0].pk), str(made[1].pk), str(made[2].pk), NO_NUMBER


def _site() -> str:
    """A site of reviews; it is about nobody, so everybody who sees sites sees it."""
    told = SiteRules(name="Peerview", url="https://peerview.example/us", disclosure="By lot.")
    return str(keep_site(told, by=CONSOLE).pk)


def _draw() -> str:
    """A draw for another site that was done."""
    told = SiteRules(name="Otherview", url="https://otherview.example/us", disclosure="By lot.", size=2)
    seed = bytes(range(32))
    made = promise_draw(keep_site(told, by=CONSOLE), seed=seed, promise=promise(seed), day=TODAY, by=CONSOLE)
    finish_draw(made, lot=lambda ids, size, key: draw(ids, size, seed=key), compare=compare, nps={}, by=CONSOLE)
    return str(made.pk)


def _views(owner: User, other: User) -> tuple[str, str, str, str]:
    own, removed = (save_view(owner, "people", name, "kind=win", by=CONSOLE) for name in ("mine", "old"))
    remove_view(removed, by=CONSOLE)
    foreign = save_view(other, "people", "theirs", "kind=win", by=CONSOLE)
    return str(own.pk), str(foreign.pk), str(removed.pk), NO_NUMBER


def _notifications(owner: User, other: User) -> tuple[str, str, str, str]:
    for user in (owner, other):
        notify([user], "role_changed", {"role": "csm"}, key="for the table")
    own, foreign = (Notification.objects.get(user=user).pk for user in (owner, other))
    return str(own), str(foreign), NO_NUMBER, NO_NUMBER


def _tokens(owner: User, other: User) -> tuple[str, str, str, str]:
    own, revoked = (
        make_token(owner, name, scope="read", lasts=timedelta(days=9), by=CONSOLE)[0] for name in ("mine", "old")
    )
    revoke_token(revoked, by=CONSOLE)
    foreign, _ = make_token(other, "theirs", scope="read", lasts=timedelta(days=9), by=CONSOLE)
    return str(own.pk), str(foreign.pk), str(revoked.pk), NO_NUMBER


def _imports(workspace: Workspace, folder: Path) -> tuple[str, str, str, str]:
    """Records of what two people said, an import of them, and one that was undone."""
    names = []
    for name, words in (("now", ("t-48213", "t-900")), ("before", ("t-gone",))):
        file = folder / name / "interactions.csv"
        file.parent.mkdir()
        lines = ["interaction_id,at,channel,person_key,text"]
        lines += [
            f"{one},2026-11-18 09:00:00,ticket,crm:{OWN},{'zqrecord' if one == 't-48213' else 'other words'}"
            for one in words
        ]
        lines.append("t-bad,no day at all,ticket,crm:x,zqrejected")
        file.write_text("\n".join(lines), encoding="utf-8")
        names.append(load_plan(workspace, plan_load([file]), by=CONSOLE).import_id)
    undo_import(workspace, names[1], by=CONSOLE)
    return names[0], names[0], names[1], "none"


def _uploads(workspace: Workspace) -> tuple[str, str, str, str]:
    receiving = Receiving(workspace)
    receiving.place_for("people.csv").write_text("person_key,email\nx,zqupload@oriel.example\n", encoding="utf-8")
    at: datetime = clock.now()
    name = receiving.complete(CONSOLE, at).name
    return name, name, "0" * 24, "none"
