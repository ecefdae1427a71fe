"""Who is told what a publication brought."""

import pytest

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Moment
from goodword.programme.desk.models import Notification
from goodword.programme.desk.wording import KINDS
from goodword.programme.team.roles import Role
from goodword.runs.announcing import announce_publication
from tests.team import let_in
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db


def test_everybody_hears_of_their_own_accounts_once() -> None:
    everything, own = let_in("ada@northwind.example"), let_in(role=Role.CSM, reach="own")
    other = let_in("femi@northwind.example", Role.CSM, reach="own")
    let_in("sam@northwind.example", Role.SALES)
    generation = publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="first")
    assert [announce_publication(generation) for _ in range(2)] == [2, 2]
    told = {one.user: one.facts["count"] for one in Notification.objects.all()}
    waiting = Moment.objects.within(generation).waiting()
    assert told == {
        everything: waiting.count(),
        own: waiting.cared_for_by(own.email).count(),
    }
    assert told[own] >= 1
    assert other not in told


def test_only_what_is_new_counts() -> None:
    let_in()
    first = the_cast()
    announce_publication(publish_findings(first.findings(), as_of=TODAY, fingerprint="first"))
    again = the_cast()
    again.signal("olena", "promoter", "2026-11-19T08:00", numbers={"score": 10}, table="responses", record="n-1")
    announce_publication(publish_findings(again.findings(), as_of=TODAY, fingerprint="second"))
    announce_publication(publish_findings(again.findings(), as_of=TODAY, fingerprint="third"))
    counts = [one.facts["count"] for one in Notification.objects.order_by("pk")]
    assert counts[1:] == [1]
    assert KINDS["run_published"].say({"count": 1}) == "One new moment to answer."
