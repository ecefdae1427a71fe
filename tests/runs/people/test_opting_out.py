"""Who said that nobody may ask them stays so: whatever a file says, whoever merges, until they say otherwise."""

from datetime import date

import pytest

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.people.actions.consent_again import consent_again
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.people.actions.unmerge_people import unmerge_people
from goodword.programme.people.models import Suppression
from goodword.programme.people.suppressing import Digester, Handle, plain_address
from goodword.programme.team.actions.create_user import create_user
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.roles import Role
from tests.runs.people.company import BY, PEOPLE, Company

WORDING = "You may ask me again."


def opt_out(company: Company, key: str) -> None:
    opt_out_person(company.id(key), by=BY, note="on the phone")


def let_in(company: Company, key: str) -> tuple[User, Actor]:
    user = create_user(
        "rhiannon@oriel.example", "a long walk by the sea", role=Role.ADVOCATE, by=BY, person_id=company.id(key)
    )
    return user, Actor("user", str(user.pk), "Rhiannon", "portal", str(user.pk))


def test_it_holds_at_once_and_after_the_next_run(company: Company) -> None:
    opt_out(company, "P1")
    assert company.opted_out("P1")
    company.run(clock.today())
    assert company.opted_out("P1")
    assert "opted_out" in company.held("P1")
    assert not company.opted_out("P3")


def test_another_address_and_another_employer_change_nothing(company: Company) -> None:
    opt_out(company, "P1")
    company.run(clock.today())
    company.load(people=PEOPLE.replace("P1,A1,Rhiannon Pugh,rhiannon@oriel.example", "P1,A2,R. Pugh,pugh@new.example"))
    company.run(clock.today())
    assert company.opted_out("P1")
    company.load("newsletter", people="person_key,full_name,email\nX9,R. Pugh,Pugh+News@NEW.example\n")
    company.run(clock.today())
    assert company.opted_out("X9")


def test_what_a_file_said_once_no_later_file_takes_back(company: Company) -> None:
    company.load(people=PEOPLE.replace("ingrid@oriel.example,", "ingrid@oriel.example,2026-09-01"))
    company.run()
    company.load(people=PEOPLE)
    company.run()
    assert company.person("P3").today.opted_out_on == date(2026, 9, 1)


def test_it_holds_for_whoever_is_merged_and_for_both_after_they_are_parted(company: Company) -> None:
    merge = merge_people(company.id("P1"), company.id("P2"), by=BY)
    company.run()
    opt_out(company, "P2")
    company.run(clock.today())
    assert company.opted_out("P1")
    unmerge_people(merge, by=BY)
    company.run(clock.today())
    assert company.opted_out("P1")
    assert company.opted_out("P2")


def test_what_one_said_does_not_stay_with_the_other_of_a_wrong_merge(company: Company) -> None:
    opt_out(company, "P2")
    merge = merge_people(company.id("P1"), company.id("P2"), by=BY)
    company.run(clock.today())
    assert company.opted_out("P1")
    unmerge_people(merge, by=BY)
    company.run(clock.today())
    assert company.opted_out("P2")
    assert not company.opted_out("P1")


def test_only_they_themselves_take_it_back(company: Company) -> None:
    opt_out(company, "P1")
    user, herself = let_in(company, "P1")
    others = [BY, Actor("user", str(user.pk), "R", "web", str(user.pk)), Actor.system()]
    for somebody in others:
        with pytest.raises(GoodwordError, match="Only the person themselves"):
            consent_again(company.id("P1"), by=somebody, wording=WORDING)
    with pytest.raises(GoodwordError, match="Only the person themselves"):
        consent_again(company.id("P3"), by=herself, wording=WORDING)
    assert company.opted_out("P1")
    consent_again(company.id("P1"), by=herself, wording=WORDING)
    assert not company.opted_out("P1")
    company.run(clock.today())
    assert not company.opted_out("P1")


def test_who_says_so_again_on_the_day_of_their_consent_is_asked_no_more(company: Company) -> None:
    opt_out(company, "P1")
    _user, herself = let_in(company, "P1")
    consent_again(company.id("P1"), by=herself, wording=WORDING)
    opt_out_person(company.id("P1"), by=herself)
    assert company.opted_out("P1")
    company.run(clock.today())
    assert company.opted_out("P1")
    assert "opted_out" in company.held("P1")


def test_the_same_old_file_does_not_opt_out_again_whoever_consented(company: Company) -> None:
    said = PEOPLE.replace("rhiannon@oriel.example,", "rhiannon@oriel.example,2026-09-01")
    company.load(people=said)
    company.run()
    _user, herself = let_in(company, "P1")
    consent_again(company.id("P1"), by=herself, wording=WORDING)
    company.load("copy", people=said)
    company.run(clock.today())
    assert not company.opted_out("P1")


def test_a_consent_of_one_does_not_stay_with_the_other_of_a_wrong_merge(company: Company) -> None:
    opt_out(company, "P1")
    opt_out(company, "P2")
    merge = merge_people(company.id("P1"), company.id("P2"), by=BY)
    _user, herself = let_in(company, "P1")
    consent_again(company.id("P1"), by=herself, wording=WORDING)
    company.run(clock.today())
    assert not company.opted_out("P1")
    unmerge_people(merge, by=BY)
    company.run(clock.today())
    assert company.opted_out("P2") != company.opted_out("P1")


def test_who_says_no_again_on_the_day_of_their_consent_is_not_asked(company: Company) -> None:
    opt_out(company, "P1")
    _user, herself = let_in(company, "P1")
    consent_again(company.id("P1"), by=herself, wording=WORDING)
    opt_out(company, "P1")
    company.run(clock.today())
    assert company.opted_out("P1")


def test_a_consent_of_before_a_merge_lifts_nothing_for_the_other(company: Company) -> None:
    opt_out(company, "P1")
    opt_out(company, "P2")
    _user, herself = let_in(company, "P1")
    consent_again(company.id("P1"), by=herself, wording=WORDING)
    company.run(clock.today())
    assert not company.opted_out("P1")
    merge_people(company.id("P1"), company.id("P2"), by=BY)
    company.run(clock.today())
    assert company.opted_out("P2")


def test_another_form_of_their_address_is_not_asked_in_the_very_same_run(company: Company) -> None:
    said = "person_key,full_name,email,opted_out_on\nZ9,Ingrid,ingrid@oriel.example,2026-10-01\n"
    company.load(people=PEOPLE.replace("ingrid@", "Ingrid+Home@"))
    company.load("newsletter", people=said)
    company.run()
    assert company.opted_out("Z9")
    assert company.opted_out("P3")


def test_a_mailbox_of_several_opts_out_nobody_else(company: Company) -> None:
    shared = PEOPLE.replace("rhiannon@oriel.example", "info@oriel.example")
    company.load(people=shared.replace("ingrid@oriel.example", "info@oriel.example"))
    company.run(clock.today())
    opt_out(company, "P1")
    company.load(people=PEOPLE.replace("ingrid@oriel.example", "info@oriel.example"))
    company.run(clock.today())
    assert company.opted_out("P1")
    assert not company.opted_out("P3")


def test_nobody_opts_out_on_a_day_to_come(company: Company) -> None:
    with pytest.raises(GoodwordError, match="has not come yet"):
        opt_out_person(company.id("P1"), by=BY, said_on=date(2999, 1, 1))
    assert not company.opted_out("P1")


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (" Ana@Oriel.Example ", "ana@oriel.example"),
        ("ana+news@oriel.example", "ana@oriel.example"),
        ("a.n.a@googlemail.com", "ana@gmail.com"),
        ("ana@bücher.example", "ana@xn--bcher-kva.example"),
        ("\uff21\uff2e\uff21@oriel.example", "ana@oriel.example"),
        ("+ana@oriel.example", "+ana@oriel.example"),
        ("no address", "no address"),
    ],
)
def test_however_an_address_is_written_it_is_one(written: str, plain: str) -> None:
    assert plain_address(written) == plain


def test_the_list_does_not_tell_whom_it_names(company: Company) -> None:
    opt_out(company, "P1")
    rows = [str(value) for row in Suppression.objects.values() for value in row.values()]
    assert not any("rhiannon" in value.lower() or "oriel" in value.lower() for value in rows)
    other = Digester(b"another key")
    assert other.digest(Handle(email="rhiannon@oriel.example")) not in rows
    assert Digester.of_workspace().digest(Handle(email="RHIANNON@oriel.example")) in rows
