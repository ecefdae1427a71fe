"""What watches the site is told ok or not, and nothing else."""

import pytest
from django.db import OperationalError, connection
from django.test import Client


@pytest.mark.django_db
def test_a_stranger_is_told_ok_and_nothing_else() -> None:
    answer = Client().get("/healthz/")
    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


@pytest.mark.django_db
def test_where_the_database_does_not_answer_it_says_so() -> None:
    def away(*_call: object) -> None:
        raise OperationalError("secret host name")

    with connection.execute_wrapper(away):
        answer = Client().get("/healthz/")
    assert answer.status_code == 503
    assert b"secret" not in answer.content


@pytest.mark.django_db
def test_nothing_can_be_posted_to_it() -> None:
    assert Client(enforce_csrf_checks=False).post("/healthz/").status_code == 405
