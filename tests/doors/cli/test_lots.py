"""Public reviews on the console: a site, a draw, its proof; and every way to choose somebody instead is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from goodword.finding.drawing.lot import draw, faults
from tests.doors.cli.conftest import DAY, Console
from tests.doors.cli.published import publish_cast

pytestmark = pytest.mark.xdist_group("command line")


@pytest.fixture(scope="module")
def desk(new_console: Callable[[], Console]) -> Console:
    """A console in a workspace where the cast is published."""
    return publish_cast(new_console())


def test_a_site_is_added_drawn_for_and_the_draw_proven_to_be_a_lot(desk: Console) -> None:
    assert "No site yet" in desk.out("lots", "sites")
    desk.out("lots", "site", "Peerview", "--url", "https://peerview.example/us", "--size", "3")
    desk.out("lots", "site", "Peerview", "--days-between", "200")
    (site,) = desk.json("lots", "sites")
    assert (site["size"], site["days_between"], "by lot" in site["disclosure"]) == (3, 200, True)
    assert site["act_kind"] == "review"
    before = desk.json("lots", "preview", "peerview", "--on", "2026-11-19")
    made = desk.json("lots", "draw", "Peerview", "--on", "2026-11-19")
    assert (made["eligible"], made["drawn"], made["waiting"]) == (before["eligible"], 3, 3)
    again = desk.run("lots", "draw", "Peerview", "--on", "2026-11-19")
    assert (again.returncode, "There was a draw for Peerview today." in again.stderr) == (2, True)
    told = desk.json("lots", "proof", str(made["draw"]))
    ids = [one["person_id"] for one in told["people"]]
    chosen = [one["person_id"] for one in told["people"] if one["drawn"]]
    seed = bytes.fromhex(told["seed"])
    assert set(chosen) == set(draw(ids, 3, seed=seed))
    assert (faults(ids, chosen, size=3, seed=seed, promised=told["promise"]), told["faults"]) == ((), [])
    assert "The seed gives those who were drawn." in desk.out("lots", "proof", str(made["draw"]))
    sheet = desk.out("lots", "proof", str(made["draw"]), "--format", "csv").splitlines()
    assert (sheet[0].split(",")[:3], len(sheet)) == (["person_id", "ticket", "drawn"], len(ids) + 1)
    assert desk.json("lots", "preview", "Peerview", "--on", "2026-11-20")["left_out"]["drawn-lately"] == 3
    assert "Peerview" in desk.out("lots", "list")


def test_nothing_is_sent_where_no_letter_leaves_and_what_is_not_there_is_told(desk: Console) -> None:
    for words, said in (
        (("invite",), "no mail server is set"),
        (("draw", "Nowhere"), "There is no site"),
        (("proof", "999"), "There is no draw 999"),
        (("site", "Elsewhere", "--url", "https://e.example", "--kind", "talk"), "People are not drawn for “talk”."),
        (("off", "--legal-basis", "no"), "on what legal basis"),
    ):
        no = desk.run("lots", *words)
        assert (no.returncode, said in " ".join(no.stderr.split())) == (2, True), no.stderr


def test_switched_off_with_a_legal_basis_people_may_be_chosen_until_it_is_on_again(desk: Console) -> None:
    refused = desk.run("ask", "check", "hemi", "review")
    assert (refused.returncode, "goodword lots draw" in " ".join(refused.stdout.split())) == (1, True)
    desk.out("lots", "off", "--legal-basis", "Counsel’s advice of 3 November 2026.")
    assert "may be asked" in desk.out("ask", "check", "hemi", "review")
    desk.out("lots", "on")
    assert desk.run("ask", "check", "hemi", "review").returncode == 1


ACCOUNTS = "account_id,name,status,plan,arr,started_on\noriel,Oriel Capital,active,pro,94000,2021-03-01\n"
PEOPLE = """person_key,account_id,full_name,email
rhiannon,oriel,Rhiannon Pugh,rhiannon@oriel.example
hemi,oriel,Hemi Ngata,hemi@oriel.example
amara,oriel,Amara Diallo,amara@oriel.example
"""
RESPONSES = """response_id,survey,score,comment,email,answered_at
n1,nps,10,Wonderful.,hemi@oriel.example,2026-10-10T09:00:00Z
n2,nps,2,Slow.,amara@oriel.example,2026-10-12T09:00:00Z
"""
ASKS = "ask_id,person_key,kind,asked_on,answer,answered_on\nr1,hemi,review,2026-10-20,accepted,2026-10-22\n"


def test_an_import_that_asked_only_the_content_for_reviews_is_history_and_routes_nobody(
    new_console: Callable[[], Console], tmp_path: Path
) -> None:
    console = new_console()
    for name, content in (("accounts", ACCOUNTS), ("people", PEOPLE), ("responses", RESPONSES)):
        (tmp_path / f"{name}.csv").write_text(content, encoding="utf-8")
    console.out("load", str(tmp_path), "--yes")
    console.out("run", "--as-of", DAY)
    console.out("lots", "site", "Peerview", "--url", "https://peerview.example/us", "--size", "3")
    before = console.json("lots", "preview", "Peerview", "--on", DAY)
    (tmp_path / "asks.csv").write_text(ASKS, encoding="utf-8")
    console.out("load", str(tmp_path / "asks.csv"), "--yes")
    console.out("run", "--as-of", DAY)
    hemi = console.json("why", "hemi@oriel.example", "--as-of", DAY)["history"]
    assert [(past["kind"], past["what"]) for past in hemi] == [("review", "accepted")]
    assert console.json("lots", "preview", "Peerview", "--on", DAY) == before
    assert before["eligible"] == 3
    made = console.json("lots", "draw", "Peerview", "--on", DAY)
    assert (made["eligible"], made["drawn"]) == (3, 3), "the one who was asked before is drawn with all others"
    assert (console.json("ask", "list"), console.json("outbox", "list")) == ([], [])
