"""What rules read of permissions: the words that count on the day."""

from datetime import date

import pyarrow as pa
import pytest

from goodword.evidence.records.known import HUMANS
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant
from goodword.runs.ledger_grants import grants_table
from tests.permissions import CONSOLE, TODAY, account, allows, forbids, person
from tests.world import the_cast


@pytest.mark.django_db
def test_rules_read_the_words_that_count_on_the_day_under_the_id_of_today() -> None:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
    old = allows(person("hemi"), "quote", given_on=date(2026, 1, 5))
    new = forbids(person("hemi"), "quote", audience="public")
    ended = allows(person("joost"), audience="private", expires_on=date(2026, 11, 15), territory="DE")
    withdraw_grant(allows(person("selin"), "talk"), by=CONSOLE, on=TODAY)
    logo = allows(account("teawa"), "logo")
    humans = pa.Table.from_pylist([{"person_id": one} for one in ("hemi", "joost", "selin")], schema=HUMANS.arrow())
    told = grants_table(humans, day=TODAY).to_pylist()
    assert [(row["grant_id"], row["person_id"], row["account_id"], row["kind"], row["state"]) for row in told] == [
        (str(new.pk), "hemi", None, "quote", "denied"),
        (str(ended.pk), "joost", None, None, "expired"),
        (str(logo.pk), None, "teawa", "logo", "granted"),
    ]
    assert (told[1]["audience"], told[1]["territory"], told[1]["expires_on"]) == ("private", "DE", date(2026, 11, 15))
    before = grants_table(humans, day=date(2026, 6, 1)).to_pylist()
    assert [(row["grant_id"], row["state"]) for row in before] == [(str(old.pk), "granted")]
