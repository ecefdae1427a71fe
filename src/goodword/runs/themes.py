"""What remarks are about: themes learned from all of them, and given to them without hearing a text again."""

from zlib import crc32

import pyarrow as pa

from goodword.evidence.lake.lake import Session
from goodword.evidence.records.findings import TEXTS
from goodword.evidence.records.known import KNOWN, PERSONS, RECORDS, STAMPS
from goodword.finding.identity.colleagues import owners
from goodword.finding.listening.texts import PLACES
from goodword.finding.listening.themes.giving import THEMES_VERSION, about, known_phrases, said_in, said_in_passing
from goodword.finding.listening.themes.learning import Theme, learned
from goodword.kit.ids import stable_id
from goodword.runs.derived import Derived

_REMARKS_READ = 50_000
_TEXTS_READ = 10_000
_SAID = ["remark_id", "table", "id", "language", "kind", "quote"]


def with_themes(session: Session, derived: Derived, remarks: pa.Table, heard: str) -> pa.Table:
    """Return the remarks with all that their words name.

    Args:
        session: knows contract TEXTS, PERSONS and the known tables by name.
        derived: where the outcome is kept, under a name that says all it depends on beside the lake.
        remarks: contract REMARKS.
        heard: what the remarks' content depends on.
    """
    features, names = areas(session), _names(session)
    own = (f"{feature}={area}" for feature, area in sorted(features.items()))
    name = f"themed-{heard}-{stable_id('words', THEMES_VERSION, *own, '', *sorted(names))}"
    given = derived.get(name)
    if given is not None:
        return given
    return derived.put(name, about(remarks, learned_themes(session, remarks, features, names), features))


def areas(session: Session) -> dict[str, str]:
    """Return the product's features, each with its area; empty where nobody names one."""
    rows = session.fetch(KNOWN["features"].unbound().select("feature", "area").distinct()).to_pylist()
    named = sorted((row["feature"], row["area"] or "") for row in rows if row["feature"])
    return dict(named)  # of two areas the last by name


def learned_themes(session: Session, remarks: pa.Table, features: dict[str, str], names: set[str]) -> list[Theme]:
    """Return what customers keep coming back to, the surest first; see finding/listening/themes/learning.py."""
    told = with_authors(session, _some(remarks, "remark_id", _REMARKS_READ))
    whose = session.fetch(TEXTS.unbound().select("table", "id"))
    places = _some(whose, "id", _TEXTS_READ)
    session.offer(PLACES.name, places.rename_columns(list(PLACES.names)))
    texts, chosen = TEXTS.unbound(), PLACES.unbound()
    at = [texts["table"] == chosen["place_table"], texts["id"] == chosen["place_id"]]
    return learned(
        said_in(told),
        said_in_passing(session.fetch(texts.semi_join(chosen, at)), remarks),
        names=names,
        known=known_phrases(features),
    )


def with_authors(session: Session, remarks: pa.Table) -> pa.Table:
    """Return what was said with `person_id` and `account_id` beside, in the order of the remarks' ids."""
    whose = session.fetch(TEXTS.unbound().select("table", "id", "person_id", "account_id"))
    told = remarks.select(_SAID).join(whose, keys=["table", "id"], join_type="left outer")
    return told.sort_by("remark_id")


def _some(rows: pa.Table, column: str, most: int) -> pa.Table:
    """As many of the rows, the same ones however they are ordered: those whose ids have the least checksums."""
    if rows.num_rows <= most:
        return rows
    ids = [one or "" for one in rows.column(column).to_pylist()]
    ranked = sorted(range(len(ids)), key=lambda place: (crc32(ids[place].encode()), ids[place]))
    return rows.take(pa.array(sorted(ranked[:most])))


def _names(session: Session) -> set[str]:
    """Names of people, companies and our own house: none of them is what a remark is about."""
    names = {
        name
        for table in (PERSONS, KNOWN["accounts"])
        for name in session.fetch(table.unbound().select("name")).column("name").to_pylist()
        if name
    }
    ours = session.fetch(owners({name: table.plus(*STAMPS).unbound() for name, table in RECORDS.items()}))
    for address in ours.column("email").to_pylist():
        local, _, domain = (address or "").lower().partition("@")
        names |= {local, domain.partition(".")[0]}
    return names - {""}
