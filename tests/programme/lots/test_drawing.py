"""Public reviews by lot: who may be drawn, who is invited when, and that nobody takes anybody's place."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from goodword.doors.mail.inviting_drawn import invite_due, write_invitation
from goodword.doors.mail.overtaking import overtaken
from goodword.doors.mail.server import read_server
from goodword.finding.drawing.lot import Fault, draw, promise
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Hold, ListedPerson
from goodword.programme.asks.actions.answer_ask import answer_ask
from goodword.programme.asks.actions.ask_person import ask_person
from goodword.programme.asks.actions.set_limit import set_limit
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.models import Ask, AskLetter, Reservation
from goodword.programme.choosing.actions.switch_lot_rule import switch_off_lot_rule, switch_on_lot_rule
from goodword.programme.lots.actions.finish_draw import finish_draw
from goodword.programme.lots.actions.invite_drawn import invite_drawn
from goodword.programme.lots.actions.keep_site import keep_site
from goodword.programme.lots.actions.promise_draw import promise_draw
from goodword.programme.lots.eligibility import eligible_for
from goodword.programme.lots.models import Draw, Drawing, Eligible, Exclusion, Invitation, Site, Wait
from goodword.programme.lots.policies import SiteRules
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.people.models import Account, Person
from goodword.programme.personal import Subject
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from goodword.runs.drawing import draw_for, faults_of, proof_of
from goodword.runs.rights.tables import erase_from_tables, left_in_tables
from goodword.runs.workspace import create_workspace, open_workspace
from tests.permissions import CONSOLE, account, forbids, person
from tests.team import let_in
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db

ANY_HOUR = {"letters": {"from": "00:00", "until": "00:00", "weekends": True}}
BASIS = "Counsel’s advice of 3 November 2026 on a closed panel of testers."
SEED = bytes(range(32))


@pytest.fixture(autouse=True)
def surroundings(db: None, settings: Settings, tmp_path: Path) -> None:
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:9")  # letters wait in the outbox; nothing is sent here
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    settings.SITE_URL = "https://goodword.northwind.example"
    settings.WORKSPACE_SETTINGS = ANY_HOUR
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def site(**rules: object) -> Site:
    told = {"name": "Peerview", "url": "https://peerview.example/northwind", "disclosure": "You were drawn by lot."}
    return keep_site(SiteRules(**(told | {"size": 100} | rules)), by=CONSOLE)  # type: ignore[arg-type]  # by name


def may_be_drawn(where: Site, day: date = TODAY) -> set[str]:
    return {one.person_id for one in eligible_for(where, day=day).candidates}


def drawn_by(where: Site, day: date = TODAY, seed: bytes = SEED) -> Draw:
    """A draw that was done, without the lake."""
    asked = promise_draw(where, seed=seed, promise=promise(seed), day=day, by=CONSOLE)
    finish_draw(asked, lot=lambda ids, size, key: draw(ids, size, seed=key), nps={}, by=CONSOLE)
    return Draw.objects.select_related("site", "done").get(pk=asked.pk)


def row_of(who: str, made: Draw) -> Eligible:
    return Eligible.objects.get(draw=made, person_id=who)


def invite(row: Eligible, day: date = TODAY) -> Invitation | Wait | Exclusion:
    return invite_drawn(row.pk, write=write_invitation, day=day, bounds=Bounds(), by=CONSOLE)


def test_everybody_at_a_customer_may_be_drawn_whatever_we_think_of_them() -> None:
    everybody = may_be_drawn(site())
    held = set(Hold.objects.values_list("person_id", flat=True))
    assert {"hemi", "rhiannon", "selin"} <= everybody
    assert held & everybody
    for one in ListedPerson.objects.all():
        Hold.objects.create(
            generation_id=one.generation_id, person_id=one.person_id, hold_id="x", code="complaint", sentence="Sour."
        )
    assert may_be_drawn(Site.objects.get()) == everybody


def left_out(who: str) -> str:
    """Why somebody may not be drawn; of the cast everybody else may be, but for those it was before."""
    where = Site.objects.first() or site()
    found = eligible_for(where, day=TODAY)
    assert who not in {one.person_id for one in found.candidates}
    assert sum(found.left_out.values()) + len(found.candidates) == ListedPerson.objects.count()
    return found.why[who]


def test_who_opted_out_is_not_drawn() -> None:
    opt_out_person("hemi", by=CONSOLE)
    assert left_out("hemi") == "opted-out"


def test_who_said_no_or_whose_company_did_is_not_drawn() -> None:
    forbids(person("hemi"), "review")
    assert left_out("hemi") == "denied"
    forbids(account(person("selin").account_id or ""))
    assert left_out("selin") == "denied"


def test_who_wants_to_be_asked_for_nothing_is_not_drawn_and_is_again_once_they_allow_it() -> None:
    set_limit("hemi", asks_a_quarter=0, days_between=None, by=CONSOLE)
    assert left_out("hemi") == "limit"
    set_limit("hemi", asks_a_quarter=1, days_between=None, by=CONSOLE)
    assert "hemi" in may_be_drawn(Site.objects.get())


def test_who_never_wants_to_review_is_not_drawn_again() -> None:
    made = drawn_by(site(days_between=1))
    came = invite(row_of("hemi", made))
    assert isinstance(came, Invitation)
    answer_ask(came.ask, "never", day=TODAY, by=CONSOLE)
    later = TODAY + timedelta(days=400)
    assert "hemi" not in may_be_drawn(made.site, later)
    assert eligible_for(made.site, day=later).left_out["never"] == 1


def test_who_left_who_has_no_address_and_who_is_no_customer_is_not_drawn() -> None:
    ListedPerson.objects.filter(person_id="hemi").update(left_on=TODAY)
    assert left_out("hemi") == "left"
    ListedPerson.objects.filter(person_id="hemi").update(left_on=None, email="")
    assert left_out("hemi") == "no-address"
    Account.objects.filter(people="selin").update(status="prospect")
    assert left_out("selin") == "no-customer"


def test_people_of_a_customer_who_left_us_may_be_drawn() -> None:
    Account.objects.filter(people="hemi").update(status="churned")
    assert "hemi" in may_be_drawn(site())


def test_nobody_is_drawn_for_a_site_again_before_its_days_are_over() -> None:
    where = site(days_between=30)
    everybody = may_be_drawn(where)
    drawn_by(where)
    assert may_be_drawn(where, TODAY + timedelta(days=29)) == set()
    assert may_be_drawn(where, TODAY + timedelta(days=30)) == everybody
    assert may_be_drawn(site(name="Another"), TODAY + timedelta(days=1)) == everybody


def test_a_draw_can_be_drawn_again_from_its_seed_and_its_proof_sees_every_change() -> None:
    made = drawn_by(site(size=3))
    ids = list(Eligible.objects.filter(draw=made).values_list("person_id", flat=True))
    told = list(Eligible.objects.drawn().filter(draw=made).values_list("person_id", flat=True))
    assert tuple(told) == draw(ids, 3, seed=bytes.fromhex(made.seed))
    assert (made.promise, faults_of(made)) == (promise(SEED), ())
    out, of = told[0], next(one for one in ids if one not in told)
    Eligible.objects.filter(draw=made, person_id=out).update(place=None)
    Eligible.objects.filter(draw=made, person_id=of).update(place=1)
    assert faults_of(made) == (Fault.OTHERS,)
    assert invite_due(day=TODAY, by=CONSOLE) == {"tampered": 3}
    assert not Invitation.objects.exists()


def test_the_seed_is_promised_first_and_an_interrupted_draw_is_gone_on_with(settings: Settings) -> None:
    where = site(size=2)
    begun = promise_draw(where, seed=SEED, promise=promise(SEED), day=TODAY, by=CONSOLE)
    assert not hasattr(begun, "done")
    assert not Eligible.objects.exists()
    workspace = open_workspace(settings.WORKSPACE)
    done = draw_for(where, workspace=workspace, day=TODAY + timedelta(days=1), by=CONSOLE)
    assert (done.draw_id, done.draw.promise, done.drawn) == (begun.pk, promise(SEED), 2)
    assert finish_draw(begun, lot=lambda *_: [], nps={}, by=CONSOLE) == done
    assert [one.verb for one in AuditEntry.objects.filter(noun="draw").order_by("number")] == ["promise", "draw"]


def test_there_is_one_draw_a_day_for_a_site_so_that_nobody_draws_until_they_like_it() -> None:
    where = site(size=1)
    drawn_by(where)
    with pytest.raises(GoodwordError) as raised:
        drawn_by(where, seed=b"another" * 8)
    assert raised.value.code == "drawn-today"
    assert Drawing.objects.count() == 1


def test_who_was_not_drawn_is_not_invited() -> None:
    made = drawn_by(site(size=1))
    other = Eligible.objects.filter(draw=made, place=None).first()
    assert other is not None
    with pytest.raises(GoodwordError) as raised:
        invite(other)
    assert (raised.value.code, Ask.objects.count()) == ("not-drawn", 0)


def test_an_invitation_is_an_ask_in_the_ledger_with_a_letter_that_discloses_and_a_way_out() -> None:
    made = drawn_by(site())
    came = invite(row_of("hemi", made))
    assert isinstance(came, Invitation)
    assert invite(row_of("hemi", made)) == came
    letter = AskLetter.objects.get().letter
    for words in ("You were drawn by lot.", "https://peerview.example/northwind", letter.unsubscribe_url):
        assert words in letter.text
    assert letter.unsubscribe_url.startswith("https://goodword.northwind.example/")
    assert "{" not in letter.text
    assert (came.ask.kind, came.ask.reservation is not None, overtaken(letter)) == ("review", True, "")
    opt_out_person("hemi", by=CONSOLE)
    assert "opted out" in overtaken(letter)


def test_the_letter_says_the_same_to_the_content_and_the_discontent() -> None:
    made = drawn_by(site())
    told = {
        re.sub(r"^(Dear|Guten Tag).*", "", wording.text)
        for one in Person.objects.filter(lots__draw=made, language="")
        if (written := write_invitation(made, one)) and (wording := written[0])
    }
    assert len(told) == 1


def test_who_rests_is_invited_on_the_first_day_that_lets_them_and_nobody_in_their_place() -> None:
    made = drawn_by(site(size=3))
    drawn = [one.person_id for one in Eligible.objects.drawn().filter(draw=made)]
    Hold.objects.all().delete()
    ask_person(drawn[0], "quote", day=TODAY - timedelta(days=5), bounds=Bounds(), by=CONSOLE)
    assert invite_due(day=TODAY, by=CONSOLE) == {"waits": 1, "invited": 2}
    wait = Wait.objects.get()
    assert (wait.opens_on, wait.why) == (TODAY + timedelta(days=40), "resting")
    assert invite_due(day=TODAY + timedelta(days=39), by=CONSOLE) == {}
    assert invite_due(day=TODAY + timedelta(days=40), by=CONSOLE) == {"invited": 1}
    assert [one.person_id for one in Eligible.objects.drawn().filter(draw=made)] == drawn
    assert set(Invitation.objects.values_list("row__person_id", flat=True)) == set(drawn)


def test_who_is_at_the_cap_waits_for_the_next_quarter() -> None:
    made = drawn_by(site())
    bounds = Bounds(asks_a_quarter=1, rest_days=1)
    Hold.objects.all().delete()
    ask_person("hemi", "quote", day=TODAY - timedelta(days=5), bounds=bounds, by=CONSOLE)
    came = invite_drawn(row_of("hemi", made).pk, write=write_invitation, day=TODAY, bounds=bounds, by=CONSOLE)
    assert isinstance(came, Wait)
    assert (came.opens_on, came.why) == (date(2027, 1, 1), "capped")


def test_who_said_not_now_waits_as_long_as_they_asked_for() -> None:
    made = drawn_by(site())
    Hold.objects.all().delete()
    asked = ask_person("hemi", "quote", day=TODAY - timedelta(days=60), bounds=Bounds(), by=CONSOLE)
    answer_ask(asked, "not_now", day=TODAY - timedelta(days=10), by=CONSOLE)
    came = invite(row_of("hemi", made))
    assert isinstance(came, Wait)
    assert (came.opens_on, came.why) == (TODAY + timedelta(days=80), "not-now")


def _opt_out() -> None:
    opt_out_person("hemi", by=CONSOLE)


def _deny() -> None:
    forbids(person("hemi"), "review")


def _want_none() -> None:
    set_limit("hemi", asks_a_quarter=0, days_between=None, by=CONSOLE)


@pytest.mark.parametrize(("word", "why"), [(_opt_out, "opted-out"), (_deny, "denied"), (_want_none, "limit")])
def test_who_says_no_after_the_draw_is_left_in_peace_and_not_replaced(word: object, why: str) -> None:
    made = drawn_by(site())
    many = Eligible.objects.drawn().count()
    assert callable(word)
    word()
    came = invite(row_of("hemi", made))
    assert isinstance(came, Exclusion)
    assert (came.why, Eligible.objects.drawn().count(), Ask.objects.count()) == (why, many, 0)
    assert invite(row_of("hemi", made)) == came


def test_a_hold_keeps_nobody_from_being_invited() -> None:
    made = drawn_by(site())
    generation = ListedPerson.objects.get(person_id="hemi").generation_id
    Hold.objects.create(generation_id=generation, person_id="hemi", hold_id="y", code="urgent_ticket", sentence="Fire.")
    assert isinstance(invite(row_of("hemi", made)), Invitation)


def test_two_who_turn_out_to_be_one_are_invited_once() -> None:
    made = drawn_by(site())
    merge_people("hemi", "selin", by=CONSOLE)
    Reservation.objects.all().delete()
    came = [type(invite(row_of(one, made))) for one in ("hemi", "selin")]
    assert came == [Invitation, Exclusion]
    assert Exclusion.objects.get().why == "same-person"


def test_a_site_that_is_put_aside_draws_and_invites_nobody() -> None:
    where = site()
    made = drawn_by(where)
    keep_site(
        SiteRules(name="Peerview", url=where.url, disclosure=where.disclosure, active=False), by=CONSOLE, site=where
    )
    assert invite_due(day=TODAY, by=CONSOLE) == {}
    with pytest.raises(GoodwordError) as raised:
        drawn_by(Site.objects.get(), day=TODAY + timedelta(days=1))
    assert (raised.value.code, made.done.drawn > 0) == ("site-inactive", True)


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ({"name": " "}, "bad-site-name"),
        ({"name": "a{b}"}, "bad-site-name"),
        ({"url": "peerview"}, "bad-site-url"),
        ({"url": "javascript:alert(1)"}, "bad-site-url"),
        ({"disclosure": ""}, "no-disclosure"),
        ({"disclosure": "{answer_link}"}, "no-disclosure"),
        ({"size": 0}, "site-out-of-bounds"),
        ({"days_between": 0}, "site-out-of-bounds"),
    ],
)
def test_a_site_without_a_way_or_a_disclosure_is_none(rules: dict[str, object], code: str) -> None:
    with pytest.raises(GoodwordError) as raised:
        site(**rules)
    assert (raised.value.code, Site.objects.count()) == (code, 0)


def test_only_an_administrator_lets_people_be_chosen_and_says_on_what_basis() -> None:
    manager, boss = let_in(role=Role.MANAGER), let_in("boss@northwind.example", role=Role.ADMINISTRATOR)
    actors = {one: Actor("user", str(one.pk), str(one), "web", user_id=str(one.pk)) for one in (manager, boss)}
    token = Actor("token", "1", "t", "api", user_id=str(boss.pk))
    for by, basis, code in (
        (actors[manager], BASIS, "administrators-only"),
        (token, BASIS, "administrators-only"),
        (Actor.system(), BASIS, "administrators-only"),
        (actors[boss], "because", "no-legal-basis"),
    ):
        with pytest.raises(GoodwordError) as raised:
            switch_off_lot_rule(legal_basis=basis, by=by)
        assert raised.value.code == code
    with pytest.raises(GoodwordError, match="by lot"):
        ask_person("hemi", "review", day=TODAY, bounds=Bounds(), by=CONSOLE)
    Hold.objects.all().delete()
    switch_off_lot_rule(legal_basis=BASIS, by=actors[boss])
    entry = AuditEntry.objects.get(noun="lot_rule")
    assert (entry.verb, entry.reason) == ("switch_off", BASIS)
    assert ask_person("hemi", "review", day=TODAY, bounds=Bounds(), by=CONSOLE).kind == "review"
    switch_on_lot_rule(by=actors[boss])
    with pytest.raises(GoodwordError, match="by lot"):
        ask_person("selin", "review", day=TODAY, bounds=Bounds(), by=CONSOLE)


def test_the_proof_holds_without_those_who_were_erased() -> None:
    made = drawn_by(site(size=3))
    for drawn in (True, False):
        Eligible.objects.filter(draw=made, place__isnull=not drawn).first().delete()  # type: ignore[union-attr]  # one is there
    proof = proof_of(made)
    assert (proof.faults, proof.erased, len(proof.rows)) == ((), 2, made.done.eligible - 2)
    assert set(proof.associations) == {"nps", "likelihood", "signals", "arr"}


def test_whoever_was_invited_and_is_erased_leaves_the_draw_and_is_counted_there() -> None:
    made = drawn_by(site())
    assert isinstance(invite(row_of("hemi", made)), Invitation)
    subject = Subject(reference="e-1", person_ids=("hemi",), pairs=(("crm", person("hemi").person_keys[0]),))
    erase_from_tables(subject)
    assert not Person.objects.filter(pk="hemi").exists()
    assert (Invitation.objects.count(), Ask.objects.count()) == (0, 0)
    assert (proof_of(made).faults, proof_of(made).erased) == ((), 1)
    assert {one["place"] for one in left_in_tables(subject) if one["found"]} <= {"table team.AuditEntry"}
