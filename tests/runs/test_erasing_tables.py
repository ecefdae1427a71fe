"""Somebody goes from every table, in an order in which nothing that hangs on them stands in the way."""

import pytest

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.people.models import Person
from goodword.programme.permissions.models import Grant
from goodword.programme.personal import Subject
from goodword.runs.rights.tables import erase_from_tables, left_in_tables
from tests.permissions import account, allows, person
from tests.world import TODAY, the_cast

RHIANNON = "rhiannon"


@pytest.mark.django_db
def test_whoever_gave_permissions_goes_with_them_and_what_the_company_said_stays() -> None:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
    allows(person(RHIANNON), "quote")
    company = allows(account("oriel"), "logo")
    subject = Subject(reference="e-1", person_ids=(RHIANNON,))
    erase_from_tables(subject)
    assert not Person.objects.filter(person_id=RHIANNON).exists()
    assert list(Grant.objects.all()) == [company]
    left = {one["place"] for one in left_in_tables(subject) if one["found"]}
    assert left <= {"table team.AuditEntry"}
