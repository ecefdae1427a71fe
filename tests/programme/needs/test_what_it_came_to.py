"""A request that is done is an act of whoever did it: once, tied to the deal and the account of that day."""

import pyarrow as pa
import pytest

from goodword.evidence.records.known import LINKS
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.acts.actions.post_acts import post_acts
from goodword.programme.acts.models import Act, ActWithdrawal
from goodword.programme.acts.theirs import acts_of, is_done
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.asks.actions.answer_ask import answer_ask
from goodword.programme.asks.actions.ask_person import ask_person
from goodword.programme.asks.bounds import Bounds, load_of
from goodword.programme.asks.models import Ask, PastLoad
from goodword.programme.needs.actions.claim_proposal import claim_proposal
from goodword.programme.needs.actions.end_need import end_need, reopen_need
from goodword.programme.needs.actions.swap_claim import swap_claim
from goodword.programme.needs.actions.tie_ask import tie_ask
from goodword.programme.needs.models import Need, NeedAct
from goodword.programme.people.models import Person
from goodword.programme.personal import Subject
from goodword.programme.team.models import AuditEntry
from goodword.runs.ledger import ledger_tables
from goodword.runs.load import post_past_load
from goodword.runs.rights.tables import erase_from_tables
from tests.permissions import CONSOLE, TODAY
from tests.programme.needs.wanted import filed, proposed
from tests.world import the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cast(db: None) -> None:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def agreed(answer: str = "accepted") -> tuple[Need, Ask]:
    """A need for which Hemi was asked, and answered."""
    need = filed(deal_id="D-7")
    claim = claim_proposal(proposed(need, "hemi", "selin")[0], day=clock.today(), bounds=Bounds(), by=CONSOLE)
    ask = ask_person("hemi", "reference_call", day=clock.today(), bounds=Bounds(), by=CONSOLE)
    tie_ask(claim, ask, by=CONSOLE)
    answer_ask(ask, answer, day=clock.today(), by=CONSOLE)
    return need, ask


def ledger() -> dict[str, pa.Table]:
    return ledger_tables(pa.Table.from_pylist([], schema=LINKS.arrow()))


def test_done_is_one_act_of_the_person_for_the_deal_at_the_account_of_that_day() -> None:
    need, ask = agreed()
    end_need(need, "done", by=CONSOLE)
    end_need(need, "done", by=CONSOLE)
    act = Act.objects.get()
    hemi = Person.objects.get(pk="hemi")
    assert (act.kind, act.deal_id, act.person, act.ask) == ("reference_call", "D-7", hemi, ask)
    assert (act.account_id, act.done_on) == (hemi.account_id, clock.today())
    assert NeedAct.objects.get().need == need
    assert list(acts_of("hemi")) == [act]
    assert is_done(ask)
    assert AuditEntry.objects.filter(verb="do", noun="person", object_id="hemi").count() == 1


def test_the_ledger_hands_the_act_on_under_the_id_of_today_and_no_import_takes_it_away() -> None:
    need, _ask = agreed()
    end_need(need, "done", by=CONSOLE)
    post_acts([], at=clock.now())  # what every run does
    [row] = ledger()["ledger_acts"].to_pylist()
    assert (row["person_id"], row["kind"], row["deal_id"]) == ("hemi", "reference_call", "D-7")
    Person.objects.filter(pk="hemi").update(root_id="selin")
    assert ledger()["ledger_acts"].to_pylist()[0]["person_id"] == "selin"


def test_what_the_act_weighs_is_not_counted_beside_its_ask() -> None:
    need, _ask = agreed()
    before = load_of("hemi")
    end_need(need, "done", by=CONSOLE)
    post_past_load(ledger(), day=clock.today(), rest_days=45)
    after = load_of("hemi")
    assert (after.asked, after.points) == (before.asked, before.points)
    assert [row.kind for row in PastLoad.objects.all()] == ["act"]


def test_opened_again_it_is_no_act_and_done_again_it_is_the_same_one() -> None:
    need, ask = agreed()
    end_need(need, "done", by=CONSOLE)
    reopen_need(need, by=CONSOLE)
    reopen_need(need, by=CONSOLE)
    assert ActWithdrawal.objects.count() == 1
    assert not acts_of("hemi").exists()
    assert not is_done(ask)
    end_need(need, "done", by=CONSOLE)
    assert acts_of("hemi").count() == Act.objects.count() == 1


def test_missed_and_cancelled_are_no_act() -> None:
    need, _ask = agreed()
    end_need(need, "missed", by=CONSOLE)
    reopen_need(need, by=CONSOLE)
    end_need(need, "cancelled", by=CONSOLE, reason="The deal is lost.")
    assert not Act.objects.exists()


def test_whoever_said_no_cannot_have_done_it() -> None:
    need, _ask = agreed("declined")
    with pytest.raises(GoodwordError) as raised:
        end_need(need, "done", by=CONSOLE)
    assert raised.value.code == "said-no"
    assert not Act.objects.exists()


def test_somebody_else_who_did_it_in_the_end_has_the_act_and_the_first_has_none() -> None:
    need = filed()
    hemi, selin = proposed(need, "hemi", "selin")
    first = claim_proposal(hemi, day=clock.today(), bounds=Bounds(), by=CONSOLE)
    end_need(need, "done", by=CONSOLE)
    reopen_need(need, by=CONSOLE)
    swap_claim(first, selin, day=clock.today(), bounds=Bounds(), by=CONSOLE)
    end_need(need, "done", by=CONSOLE)
    assert not acts_of("hemi").exists()
    assert NeedAct.objects.get().act == acts_of("selin").get()


def test_whoever_is_erased_leaves_the_count_of_the_act_and_nothing_of_themselves() -> None:
    need, _ask = agreed()
    end_need(need, "done", by=CONSOLE)
    erase_from_tables(Subject(reference="erased-1", person_ids=("hemi",), pairs=(("crm", "crm:hemi"),)))
    act = Act.objects.get()
    assert (act.person_id, act.ask_id, act.person_key, act.deal_id) == (None, None, "", "")
    assert not NeedAct.objects.exists()
    assert not Person.objects.filter(pk="hemi").exists()
