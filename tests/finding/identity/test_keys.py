"""Who is who by exact keys."""

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from goodword.evidence.records.known import MENTIONS
from goodword.finding.identity.keys import MOST_KEYS_OF_ONE_ADDRESS, Linked, link

type Row = tuple[str, str | None, str | None, bool]


def linked(*rows: Row) -> Linked:
    names = ("source", "person_key", "email", "listed")
    return link(pa.Table.from_pylist([dict(zip(names, row, strict=True)) for row in rows], schema=MENTIONS.arrow()))


def whose(found: Linked, source: str, key: str | None, email: str | None) -> str | None:
    for row in found.links.to_pylist():
        if (row["source"], row["person_key"], row["email"]) == (source, key, email):
            return None if row["person_id"] is None else str(row["person_id"])
    raise AssertionError("no such mention")


def test_two_keys_with_one_address_are_one_human_being() -> None:
    found = linked(("crm", "P1", "Ana@Oriel.example", True), ("crm", "P2", "ana@oriel.example ", True))
    assert whose(found, "crm", "P1", "Ana@Oriel.example") == whose(found, "crm", "P2", "ana@oriel.example ")
    assert found.humans.to_pylist()[0]["person_keys"] == ["P1", "P2"]
    assert found.humans.to_pylist()[0]["emails"] == ["ana@oriel.example"]


def test_different_addresses_stay_apart_even_where_names_would_match() -> None:
    found = linked(("crm", "P1", "ana@oriel.example", True), ("crm", "P2", "ana@halden.example", True))
    assert found.humans.num_rows == 2


def test_a_second_address_of_a_listed_person_joins_them() -> None:
    found = linked(
        ("crm", "P1", "ana@oriel.example", True),
        ("crm", "P1", "ana@home.example", True),
        ("desk", None, "ANA@home.example", False),
    )
    assert found.humans.num_rows == 1
    assert whose(found, "desk", None, "ANA@home.example") == whose(found, "crm", "P1", "ana@oriel.example")


def test_somebody_known_by_an_address_alone_is_somebody() -> None:
    found = linked(("forum", None, "kwame@sahel.example", False))
    assert found.humans.to_pylist() == [
        {
            "person_id": whose(found, "forum", None, "kwame@sahel.example"),
            "person_keys": [],
            "emails": ["kwame@sahel.example"],
        }
    ]


def test_a_shared_mailbox_is_nobody() -> None:
    found = linked(
        ("crm", "P1", "info@oriel.example", True),
        ("crm", "P2", "info@oriel.example", True),
        ("desk", None, "info@oriel.example", False),
    )
    assert found.humans.num_rows == 2
    assert whose(found, "desk", None, "info@oriel.example") is None


def test_a_function_mailbox_that_one_person_lists_is_theirs() -> None:
    found = linked(("crm", "P1", "office@oriel.example", True), ("desk", None, "office@oriel.example", False))
    assert found.humans.num_rows == 1
    assert whose(found, "desk", None, "office@oriel.example") is not None


def test_an_address_that_too_many_keys_list_joins_nobody() -> None:
    rows: list[Row] = [("crm", f"P{n}", "front.desk@oriel.example", True) for n in range(MOST_KEYS_OF_ONE_ADDRESS + 1)]
    assert linked(*rows).humans.num_rows == MOST_KEYS_OF_ONE_ADDRESS + 1


def test_a_record_with_another_address_does_not_join_a_listed_key_to_it() -> None:
    """A colleague who answers from somebody else's mailbox is not that somebody."""
    found = linked(
        ("crm", "P1", "ana@oriel.example", True),
        ("crm", "P2", "ben@oriel.example", True),
        ("desk", "P1", "ben@oriel.example", False),
    )
    assert found.humans.num_rows == 2


def test_a_key_of_one_source_is_found_from_another_that_does_not_list_it() -> None:
    found = linked(("crm", "P1", "ana@oriel.example", True), ("events", "P1", None, False))
    assert whose(found, "events", "P1", None) == whose(found, "crm", "P1", "ana@oriel.example")


def test_the_same_key_in_two_people_tables_means_two_people() -> None:
    found = linked(("crm", "7", "ana@oriel.example", True), ("desk", "7", "ben@halden.example", True))
    assert found.humans.num_rows == 2
    assert len(set(found.humans["person_id"].to_pylist())) == 2


def test_the_name_of_a_source_does_not_change_who_somebody_is() -> None:
    one = linked(("crm", "P1", "ana@oriel.example", True))
    other = linked(("files", "P1", "ana@oriel.example", True))
    assert one.humans.to_pylist() == other.humans.to_pylist()


_keys = st.sampled_from(["P1", "P2", "P3", None])
_mail = st.sampled_from(["a@x.example", "A@x.example", "b@x.example", "info@x.example", None])
_rows = st.lists(st.tuples(st.sampled_from(["crm", "desk"]), _keys, _mail, st.booleans()), max_size=12)


@given(rows=_rows, seed=st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(rows: list[Row], seed: object) -> None:
    shuffled = rows + rows[: len(rows) // 2]
    seed.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    one, other = linked(*rows), linked(*shuffled)
    assert one.links.equals(other.links)
    assert one.humans.equals(other.humans)


@given(rows=_rows)
def test_every_key_and_address_belongs_to_at_most_one_human_being(rows: list[Row]) -> None:
    humans = linked(*rows).humans.to_pylist()
    emails = [email for human in humans for email in human["emails"]]
    assert len(emails) == len(set(emails))
    assert len({human["person_id"] for human in humans}) == len(humans)
