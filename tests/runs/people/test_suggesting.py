"""Who looks like one person waits for somebody; kept apart they stay; merged unasked only where a setting says so."""

from goodword.programme.people.actions.keep_apart import keep_apart
from goodword.programme.people.models import Merge, Suggestion
from goodword.runs.settings import changing
from goodword.runs.suggesting import suggest_people
from tests.finding.identity.linkage.crowd import crowd
from tests.runs.people.company import BY, Company

ALIKE = """\
person_key,account_id,full_name,email,phone,title
P1,A1,Rhiannon Pugh,rhiannon@oriel.example,+44 20 7946 0001,Finance Systems Lead
P2,A2,Rhiannon Pugh,r.pugh@halden.example,+44 20 7946 0002,Buyer
P3,A1,Ingrid Solberg,ingrid@oriel.example,+47 22 12 34 56,Director of Patient Flow
P5,A1,Ingrid Solberg,i.solberg@oriel.example,+47 22 12 34 56,Director of Patient Flow
"""


def look(company: Company) -> set[frozenset[str]]:
    suggest_people(company.workspace, by=BY)
    return {frozenset((row.one_id, row.other_id)) for row in Suggestion.objects.all()}


def test_two_alike_wait_until_somebody_keeps_them_apart_for_good(company: Company) -> None:
    company.load(people=ALIKE)
    company.run()
    pair = frozenset((company.id("P3"), company.id("P5")))
    assert pair in look(company)
    assert pair in look(company)
    assert not Merge.objects.exists()
    keep_apart(*pair, by=BY)
    assert pair not in look(company)


def test_a_setting_merges_who_is_sure_and_says_how_sure(company: Company) -> None:
    company.load(people=ALIKE)
    company.run()
    changing.change(company.workspace.settings, "people.merge_from", 0.9, by=BY)
    looked = suggest_people(company.workspace, by=BY)
    merges = list(Merge.objects.all())
    assert looked.merged == len(merges) > 0
    assert all(merge.probability is not None and merge.probability >= 0.9 for merge in merges)
    assert suggest_people(company.workspace, by=BY).merged == 0


def test_one_who_left_as_their_namesake_came_elsewhere_waits_with_that_reason(company: Company) -> None:
    others = "".join(
        f"{one['person_id']},A3,{one['given_name']} {one['family_name']},{one['email']},\n" for one in crowd(150)
    )
    company.load(
        accounts="account_id,name\nA1,Oriel Foods\nA2,Halden Health\nA3,Sahel Water\n",
        people="person_key,account_id,full_name,email,left_on\n"
        "P1,A1,Rhiannon Pugh,rhiannon@oriel.example,2026-08-31\n"
        f"P2,A2,Rhiannon Pugh,r.pugh@halden.example,\n{others}",
        employments="person_key,account_id,started_on\nP2,A2,2026-09-07\n",
    )
    company.run()
    assert look(company) == {frozenset((company.id("P1"), company.id("P2")))}
    compared = {reason["field"]: reason["compared"] for reason in Suggestion.objects.get().reasons}
    assert compared["career"] == "one_left_as_the_other_came"
