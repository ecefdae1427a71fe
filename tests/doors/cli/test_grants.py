"""What customers allow and forbid, on the console: recorded with its proof, checked, listed and taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.doors.cli.conftest import Console
from tests.doors.cli.published import publish_cast

pytestmark = pytest.mark.xdist_group("command line")

AN_ACT = """
from goodword.programme.acts.models import Act
Act.objects.create(kind="quote", person_key="crm:hemi", done_on=TODAY, url="https://example.com/said")
"""


@pytest.fixture(scope="module")
def desk(new_console: Callable[[], Console]) -> Console:
    """A console in a workspace where the cast is published."""
    return publish_cast(new_console(), also=AN_ACT)


def refused(console: Console, *command: str) -> str:
    done = console.run("grant", *command)
    assert done.returncode == 2, done.stdout
    return " ".join(done.stderr.split())


def test_a_quote_needs_both_keys_until_one_is_taken_back(desk: Console, tmp_path: Path) -> None:
    mail = tmp_path / "yes.eml"
    mail.write_bytes(b"Yes, you may quote me.")
    publish = ("grant", "check", "publish", "--person", "hemi", "--act", "quote")
    no = desk.run(*publish)
    assert (no.returncode, no.stdout.split(".")[:2]) == (
        *(1, ["No", " Nobody knows whether they allow this: Written quote"]),
    )
    person = desk.json("grant", "give", "--person", "crm:hemi", "--act", "quote", "--proof", str(mail))
    assert (person["person_id"], person["proof"], len(person["proof_sha256"])) == ("hemi", "file", 64)
    assert (desk.workspace / "proofs" / person["proof_sha256"]).read_bytes() == mail.read_bytes()
    said = ("--account", "Te Awa Dairy", "--act", "quote", "--said-to", "Leila", "--until", "2999-01-01")
    assert "Te Awa Dairy said yes to quote." in desk.out("grant", "give", *said)
    assert desk.out(*publish) == "Yes.\n"
    assert desk.json(*publish) == {"may": True, "refusal": None}
    back = desk.out("grant", "withdraw", str(person["permission_id"]), "--reason", "He wrote to us.")
    assert "What hangs on it:" in back
    assert "quote" in back
    assert "https://example.com/said" in back
    told = desk.run(*publish, "--format", "json")
    assert (told.returncode, '"withdrawn-from-person"' in told.stdout) == (1, True)
    listed = desk.json("grant", "list", "--person", "hemi")
    assert [(row["permission_id"], row["withdrawn_why"]) for row in listed] == [(person["permission_id"], "withdrawn")]
    assert desk.out("grant", "list", "--format", "csv").count("\n") == 3
    assert "taken back" in desk.out("grant", "list")
    verbs = [(entry["verb"], entry["actor"]) for entry in desk.json("audit", "list", "--noun", "permission")]
    assert verbs == [("withdraw", "console:"), ("grant", "console:"), ("grant", "console:")]


def test_a_company_that_says_no_closes_everything_for_its_people(desk: Console) -> None:
    desk.out("grant", "deny", "--account", "zephyr", "--wording", "=no publicity")
    asked = desk.run("grant", "check", "ask", "--person", "Selin Yıldız", "--act", "talk")
    assert asked.returncode == 1
    assert "Their company said no" in asked.stdout
    assert desk.out("grant", "check", "ask", "--person", "joost", "--act", "talk") == "Yes.\n"


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("give --act quote --said-to x", "A word is a person’s or a company’s. Name one of them"),
        ("give --person hemi --account teawa", "A word is a person’s or a company’s."),
        ("give --person zznobody --act quote", "Nobody is known by “zznobody”."),
        ("give --account nobody --act quote", "No company is known by “nobody”."),
        ("give --person hemi --act poem --said-to x", "There is no kind of act “poem”."),
        ("give --person hemi --act quote", "A permission needs its proof."),
        ("give --person hemi --act quote --proof no/such.eml", "no/such.eml cannot be read: No such file"),
        ("give --person hemi --act quote --said-to x --until soon", "“soon” is no day."),
        ("withdraw 987654321", "There is no permission 987654321. See: goodword grant list"),
    ],
)
def test_what_cannot_be_done_says_how_to_mend_it(desk: Console, command: str, sentence: str) -> None:
    assert sentence in refused(desk, *command.split())
