"""Public reviews by lot: who may be drawn, how the lot is promised and drawn, and that nobody is chosen."""

from datetime import timedelta

import pytest
from pytest_django.fixtures import Settings

from goodword.doors.mail.inviting_drawn import invite_due
from goodword.finding.drawing.lot import Fault, draw, promise
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Hold, ListedPerson
from goodword.programme.asks.actions.answer_ask import answer_ask
from goodword.programme.asks.actions.ask_person import ask_person
from goodword.programme.asks.actions.set_limit import set_limit
from goodword.programme.asks.bounds import Bounds
from goodword.programme.choosing.actions.switch_lot_rule import switch_off_lot_rule, switch_on_lot_rule
from goodword.programme.lots.actions.finish_draw import finish_draw
from goodword.programme.lots.actions.keep_site import keep_site
from goodword.programme.lots.actions.promise_draw import promise_draw
from goodword.programme.lots.eligibility import eligible_for
from goodword.programme.lots.models import Drawing, Eligible, Invitation, Site
from goodword.programme.lots.policies import SiteRules
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.people.models import Account
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from goodword.runs.drawing import draw_for
from goodword.runs.proving import compare, faults_of
from goodword.runs.workspace import open_workspace
from tests.permissions import CONSOLE, account, forbids, person
from tests.programme.lots.drawn import SEED, drawn_by, invite, may_be_drawn, row_of, site
from tests.team import let_in
from tests.world import TODAY

pytestmark = pytest.mark.django_db

BASIS = "Counsel’s advice of 3 November 2026 on a closed panel of testers."


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
    assert finish_draw(begun, lot=lambda *_: [], compare=compare, nps={}, by=CONSOLE) == done
    assert [one.verb for one in AuditEntry.objects.filter(noun="draw").order_by("number")] == ["promise", "draw"]


def test_there_is_one_draw_a_day_for_a_site_so_that_nobody_draws_until_they_like_it() -> None:
    where = site(size=1)
    drawn_by(where)
    with pytest.raises(GoodwordError) as raised:
        drawn_by(where, seed=b"another" * 8)
    assert raised.value.code == "drawn-today"
    assert Drawing.objects.count() == 1


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
