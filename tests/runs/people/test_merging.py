"""One human being under several records: merged and parted, with what is theirs."""

import pytest

from goodword.kit.errors import GoodwordError
from goodword.programme.people.actions.join_apart import join_apart
from goodword.programme.people.actions.keep_apart import keep_apart
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.actions.rejoin_record import rejoin_record
from goodword.programme.people.actions.split_record import split_record
from goodword.programme.people.actions.unmerge_people import unmerge_people
from goodword.programme.people.models import Apart, Merge, Person, Split
from goodword.programme.people.policies import LONGEST_REASON
from goodword.programme.team.models.audit import AuditEntry
from tests.runs.people.company import BY, PEOPLE, Company, published


def test_a_merge_brings_together_what_both_did_and_an_unmerge_restores_all_that_readers_see(company: Company) -> None:
    before, one, other = published(), company.id("P1"), company.id("P2")
    merge = merge_people(one, other, by=BY, reason="the same talk, twice")
    company.run()
    assert company.keys("P1") == company.keys("P2") == {"P1", "P2"}
    assert company.person("P2").ids[0] in {one, other}
    assert set(company.person("P1").ids) == {one, other}
    unmerge_people(merge, by=BY)
    company.run()
    assert (company.id("P1"), company.id("P2")) == (one, other)
    assert published() == before


def test_what_was_asked_under_one_record_rests_the_whole_person(company: Company) -> None:
    assert company.held("P1") == set()
    merge_people(company.id("P1"), company.id("P2"), by=BY)
    company.run()
    assert company.held("P1") != set()


def test_a_merge_counts_before_the_next_run(company: Company) -> None:
    one, other = company.id("P1"), company.id("P2")
    merge_people(one, other, by=BY)
    assert {row.person_id for row in Person.objects.same_as(other)} == {one, other}
    assert Person.today_of(other) == one


def test_unmerge_restores_everything_after_further_merges_and_later_edits(company: Company) -> None:
    before = published()
    first = merge_people(company.id("P1"), company.id("P2"), by=BY)
    company.run()
    second = merge_people(company.id("P1"), company.id("P3"), by=BY)
    company.run()
    assert company.keys("P3") == {"P1", "P2", "P3"}
    company.load(people=PEOPLE.replace("Ingrid Solberg", "Ingrid Berg"))
    company.run()
    unmerge_people(first, by=BY)
    company.run()
    assert company.keys("P1") == {"P1", "P3"}
    assert company.keys("P2") == {"P2"}
    unmerge_people(second, by=BY)
    company.load(people=PEOPLE)
    company.run()
    assert published() == before


def test_whom_nobody_knows_and_who_is_one_already_are_not_merged(company: Company) -> None:
    one, other = company.id("P1"), company.id("P2")
    with pytest.raises(GoodwordError, match="Nobody is known"):
        merge_people(one, "per_nobody", by=BY)
    merge_people(one, other, by=BY)
    with pytest.raises(GoodwordError, match="one person already"):
        merge_people(other, one, by=BY)
    with pytest.raises(GoodwordError, match="one person already"):
        keep_apart(other, one, by=BY)


def test_two_people_kept_apart_are_not_merged_until_that_is_taken_back(company: Company) -> None:
    apart = keep_apart(company.id("P1"), company.id("P3"), by=BY, reason="two desks")
    with pytest.raises(GoodwordError, match="two people"):
        merge_people(company.id("P3"), company.id("P1"), by=BY)
    join_apart(apart, by=BY)
    assert merge_people(company.id("P3"), company.id("P1"), by=BY).pk


def test_kept_apart_holds_for_whoever_they_are_merged_with(company: Company) -> None:
    keep_apart(company.id("P1"), company.id("P3"), by=BY)
    merge_people(company.id("P1"), company.id("P2"), by=BY)
    with pytest.raises(GoodwordError, match="two people"):
        merge_people(company.id("P3"), company.id("P2"), by=BY)


def test_a_record_that_shared_an_address_stands_alone_once_it_is_split_off(company: Company) -> None:
    company.load(people=PEOPLE + "P4,A1,Tom Pugh,rhiannon@oriel.example,\n")
    company.run()
    assert company.keys("P4") == {"P1", "P4"}
    split = split_record("crm", "P4", of=company.id("P1"), by=BY, reason="her brother")
    company.run()
    assert (company.keys("P1"), company.keys("P4")) == ({"P1"}, {"P4"})
    assert company.person("P4").today.name == "Tom Pugh"
    rejoin_record(split, by=BY)
    company.run()
    assert company.keys("P4") == {"P1", "P4"}


def test_the_id_of_somebody_stays_when_a_smaller_key_joins_them(company: Company) -> None:
    before = company.id("P1")
    company.load(people=PEOPLE + "A0,A1,Rhiannon Pugh,rhiannon@oriel.example,\n")
    company.run()
    assert company.keys("A0") == {"A0", "P1"}
    assert company.id("A0") == before


def test_two_whom_a_new_address_makes_one_keep_both_ids(company: Company) -> None:
    one, other = company.id("P1"), company.id("P3")
    company.load(people=PEOPLE.replace("ingrid@oriel.example", "rhiannon@oriel.example"))
    company.run()
    assert company.id("P1") == company.id("P3")
    assert {one, other} <= set(company.person("P1").ids)


def test_every_decision_stands_in_the_trail_with_its_reason(company: Company) -> None:
    merge = merge_people(company.id("P1"), company.id("P2"), by=BY, reason="one desk")
    unmerge_people(merge, by=BY, reason="two desks")
    unmerge_people(merge, by=BY, reason="again")
    told = AuditEntry.objects.filter(noun="person").order_by("number").values_list("verb", "reason")
    assert list(told) == [("merge", "one desk"), ("unmerge", "two desks")]


def test_nothing_is_taken_back_with_a_reason_that_nobody_would_read(company: Company) -> None:
    long = "x" * (LONGEST_REASON + 1)
    apart = keep_apart(company.id("P1"), company.id("P3"), by=BY)
    split = split_record("crm", "P2", of=company.id("P1"), by=BY)
    merge = merge_people(company.id("P1"), company.id("P2"), by=BY)
    with pytest.raises(GoodwordError, match="characters"):
        join_apart(apart, by=BY, reason=long)
    with pytest.raises(GoodwordError, match="characters"):
        rejoin_record(split, by=BY, reason=long)
    with pytest.raises(GoodwordError, match="characters"):
        unmerge_people(merge, by=BY, reason=long)
    assert (Apart.objects.standing().get(), Split.objects.standing().get()) == (apart, split)
    assert Merge.objects.standing().get() == merge
