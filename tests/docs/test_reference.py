import re

from goodword.evidence.records.findings import FINDINGS
from goodword.evidence.records.known import RECORDS
from goodword.evidence.records.ledger import LEDGER
from goodword.finding.catalogue import RULES
from goodword.programme.team.roles import RIGHTS, Right, Role
from scripts import commands_page, roles_page, routes_page, settings_page
from scripts.reference import PAGE, page
from tests.architecture.tree import ROOT, modules


def test_the_reference_of_records_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make reference`"


def test_the_reference_explains_every_column_of_every_table() -> None:
    text = page()
    for table in (*RECORDS.values(), *FINDINGS.values(), *LEDGER.values()):
        section = text.split(f"\n### {table.name}\n")[1].split("\n### ")[0]
        for column in table.columns:
            assert f"| `{column.name}`" in section
            assert column.about.replace("|", "\\|") in section


def test_what_must_be_present_is_marked() -> None:
    section = page().split("\n### responses\n")[1].split("\n### ")[0]
    assert "| `score` * |" in section
    assert "| `comment` |" in section


def test_the_reference_of_settings_is_up_to_date() -> None:
    assert settings_page.PAGE.read_text(encoding="utf-8") == settings_page.page(), "run `make reference`"


def test_every_threshold_of_every_rule_can_be_looked_up() -> None:
    text = settings_page.page()
    for rule in RULES:
        for name in rule.thresholds:
            assert f"| [{rule.name}](../algorithms/{rule.page}) | `{name}` |" in text


def test_every_variable_that_is_read_is_listed() -> None:
    reading = re.compile(r"""environ(?:ment)?(?:\.get\(|\.setdefault\(|\[)\s*"([A-Z_]+)"|_truth\("([A-Z_]+)"\)""")
    read = {one or two for module in modules("src") for one, two in reading.findall(module.text)}
    # Django's own, set for it and not by the user.
    assert read - {"DJANGO_SETTINGS_MODULE"} == set(settings_page.variables())


def test_every_rule_of_the_catalogue_has_its_page() -> None:
    without = {rule.page for rule in RULES if not (ROOT / "docs" / "algorithms" / rule.page).is_file()}
    assert not without


def test_the_reference_of_commands_is_up_to_date() -> None:
    assert commands_page.PAGE.read_text(encoding="utf-8") == commands_page.page(), "run `make reference`"


def test_the_reference_of_commands_explains_every_option() -> None:
    text = commands_page.page()
    for name, command in commands_page.commands().items():
        section = text.split(f"\n## {name}\n")[1].split("\n## ")[0]
        for option in commands_page.options(command):
            assert option.help, f"{name} {option.opts}"
            assert f"`{option.opts[0]}`" in section


def test_the_reference_of_routes_is_up_to_date() -> None:
    assert routes_page.PAGE.read_text(encoding="utf-8") == routes_page.page(), "run `make reference`"


def test_the_reference_of_routes_says_what_each_shows() -> None:
    routes = routes_page.routes()
    assert {route.address for route in routes} >= {"/today/", "/people/{person_id}/", "/api/v1/people"}
    assert [route.address for route in routes if not route.about] == []


def test_methods_of_routes_are_told_as_the_router_takes_them() -> None:
    methods = {route.address: route.methods for route in routes_page.routes()}
    assert methods["/today/{person_id}/answer/"] == "POST"
    assert methods["/people/"] == "GET"
    assert methods["/api/v1/answers/{answer_id}"] == "DELETE"


def test_the_reference_of_roles_is_up_to_date() -> None:
    assert roles_page.PAGE.read_text(encoding="utf-8") == roles_page.page(), "run `make reference`"


def test_every_role_and_right_can_be_looked_up() -> None:
    text = roles_page.page()
    for right in Right:
        held = " | ".join("yes" if right in RIGHTS[role] else "" for role in Role)
        assert f"`{right.value}` | {held} |" in text
    assert all(f"| `{role.value}` |" in text for role in Role)
