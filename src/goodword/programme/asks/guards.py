"""What the database itself refuses of reservations, whoever inserts them and however many at the same moment.

A reservation is refused where its person is not one of today, where it is not the next in turn, where an ask or act
before it still lets them rest, where their own limit or ours has no room, where it would weigh too much beside those of
its quarter, and where somebody changes one afterwards.
The next in turn sees every one before it, for two cannot have the same number: so counting in a trigger is safe, also
where PostgreSQL shows each transaction only what others committed.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "asks_reservation"
NAMES = ("not_of_today", "out_of_turn", "resting", "asked_lately", "capped", "too_heavy")
"""What each refusal is called, in the order in which they are tried; it stands in the database's error."""

_SAME = "SELECT person_id FROM people_person WHERE person_id = NEW.person_id OR root_id = NEW.person_id"
_STANDING = (
    f"FROM {TABLE} r WHERE r.person_id IN ({_SAME})"
    " AND NOT EXISTS (SELECT 1 FROM asks_release x WHERE x.reservation_id = r.id)"
)
_PAST = f"FROM asks_pastload p WHERE p.person_id IN ({_SAME})"


def _refused(quarter: str) -> dict[str, str]:
    """The condition of each refusal, in SQL; `quarter` is how a day's quarter is written, with the day as `{0}`."""
    same_quarter = "{} = {}"
    said_no = (
        "EXISTS (SELECT 1 FROM asks_ask a JOIN asks_answer w ON w.ask_id = a.id"
        " WHERE a.reservation_id = r.id AND w.answer <> 'accepted')"
    )
    asked = same_quarter.format(quarter.format("r.reserved_on"), quarter.format("NEW.reserved_on"))
    past = same_quarter.format(quarter.format("p.happened_on"), quarter.format("NEW.reserved_on"))
    weight = (
        f"((SELECT COALESCE(SUM(r.load), 0) {_STANDING} AND {asked})"
        f" + (SELECT COALESCE(SUM(p.load), 0) {_PAST} AND p.kind = 'ask' AND {past}))"
    )
    return {
        "not_of_today": (
            "NOT EXISTS (SELECT 1 FROM people_person WHERE person_id = NEW.person_id AND root_id IS NULL)"
        ),
        "out_of_turn": f"NEW.nth <> 1 + (SELECT COALESCE(MAX(nth), 0) FROM {TABLE} WHERE person_id = NEW.person_id)",
        "resting": (
            f"EXISTS (SELECT 1 {_STANDING} AND COALESCE(r.rests_at_least, r.rests_until) > NEW.reserved_on)"
            f" OR EXISTS (SELECT 1 {_STANDING} AND r.rests_until > NEW.reserved_on AND NOT {said_no})"
            f" OR EXISTS (SELECT 1 {_PAST} AND p.rests_until > NEW.reserved_on)"
        ),
        "asked_lately": (
            f"EXISTS (SELECT 1 {_STANDING} AND r.reserved_on > NEW.quiet_after)"
            f" OR EXISTS (SELECT 1 {_PAST} AND p.kind = 'ask' AND p.happened_on > NEW.quiet_after)"
        ),
        "capped": (
            f"NEW.cap <= (SELECT COUNT(*) {_STANDING} AND {asked})"
            f" + (SELECT COUNT(*) {_PAST} AND p.kind = 'ask' AND {past})"
        ),
        # What alone is heavier than a quarter bears is borne by a quarter without any other.
        "too_heavy": f"{weight} > 0 AND {weight} + NEW.load > NEW.points",
    }


def _sqlite() -> list[str]:
    quarter = "(CAST(strftime('%Y', {0}) AS INTEGER) * 4 + (CAST(strftime('%m', {0}) AS INTEGER) - 1) / 3)"
    steps = " ".join(f"SELECT RAISE(ABORT, 'load: {name}') WHERE {sql};" for name, sql in _refused(quarter).items())
    return [
        f"CREATE TRIGGER IF NOT EXISTS reservation_is_borne BEFORE INSERT ON {TABLE} BEGIN {steps} END",
        (
            f"CREATE TRIGGER IF NOT EXISTS reservation_stays BEFORE UPDATE ON {TABLE}"
            " BEGIN SELECT RAISE(ABORT, 'load: reservations stay as they are'); END"
        ),
    ]


def _postgresql() -> list[str]:
    quarter = "(EXTRACT(YEAR FROM {0}) * 4 + EXTRACT(QUARTER FROM {0}))"
    steps = " ".join(
        f"IF {sql} THEN RAISE EXCEPTION 'load: {name}' USING ERRCODE = 'check_violation'; END IF;"
        for name, sql in _refused(quarter).items()
    )
    stays = "RAISE EXCEPTION 'load: reservations stay as they are' USING ERRCODE = 'check_violation';"
    return [
        (
            f"CREATE OR REPLACE FUNCTION reservation_is_borne() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN {steps} RETURN NEW; END $$"
        ),
        f"CREATE OR REPLACE FUNCTION reservation_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {stays} END $$",
        (
            f"CREATE OR REPLACE TRIGGER reservation_is_borne BEFORE INSERT ON {TABLE}"
            " FOR EACH ROW EXECUTE FUNCTION reservation_is_borne()"
        ),
        (
            f"CREATE OR REPLACE TRIGGER reservation_stays BEFORE UPDATE ON {TABLE}"
            " FOR EACH ROW EXECUTE FUNCTION reservation_stays()"
        ),
    ]


def protect(connection: BaseDatabaseWrapper) -> None:
    """Put the guards up; doing it again changes nothing."""
    with connection.cursor() as cursor:
        for statement in _sqlite() if connection.vendor == "sqlite" else _postgresql():
            cursor.execute(statement)


def unprotect(connection: BaseDatabaseWrapper) -> None:
    """Take the guards down."""
    with connection.cursor() as cursor:
        for name in ("reservation_is_borne", "reservation_stays"):
            where = "" if connection.vendor == "sqlite" else f" ON {TABLE}"
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{where}")
