"""Served as the how-tos say: behind a proxy that speaks TLS, and as a restored copy."""

import http.client
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest

from tests.architecture.tree import ROOT
from tests.doors.cli.conftest import Console
from tests.doors.cli.test_serve import eventually, free_port, serving

pytestmark = pytest.mark.xdist_group("operate")

SITE = "goodword.northwind.example"
PROXY = {"Host": SITE, "X-Forwarded-Proto": "https"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    body: str
    cookies: dict[str, str]


@dataclass(frozen=True, slots=True)
class Site:
    """A copy, restored and served; asked as a proxy would ask."""

    port: int
    password: str

    def ask(self, method: str, path: str, headers: dict[str, str], form: dict[str, str] | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        sent = {**headers, **({"Content-Type": "application/x-www-form-urlencoded"} if form else {})}
        connection.request(method, path, urlencode(form) if form else None, sent)
        answer = connection.getresponse()
        body = answer.read().decode()
        said = [value for name, value in answer.getheaders() if name.lower() == "set-cookie"]
        connection.close()
        return Answer(answer.status, body, {line.split("=", 1)[0]: line for line in said})

    def sign_in(self, **more: str) -> Answer:
        page = self.ask("GET", "/sign-in/", PROXY)
        token = page.cookies["csrftoken"].split("=", 1)[1].split(";")[0]
        hidden = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.body)
        assert hidden
        fields = dict.fromkeys(
            re.findall(r'<input[^>]+name="(email|username|login)"', page.body), "leila@vendor.example"
        )
        form = {**fields, "password": self.password, "csrfmiddlewaretoken": hidden[1]}
        headers = {**PROXY, "Cookie": f"csrftoken={token}", "Origin": f"https://{SITE}", **more}
        return self.ask("POST", "/sign-in/", {name: value for name, value in headers.items() if value}, form)


@pytest.fixture(scope="module")
def site(new_console: Callable[[], Console], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A workspace with Leila, backed up, restored, and served behind a proxy."""
    console, folder = new_console(), tmp_path_factory.mktemp("served")
    said = console.out("user", "add", "leila@vendor.example", "--generate")
    archive = console.json("backup")["archive"]
    copy = Console(folder / "copy")
    copy.out("restore", archive, "--to", str(copy.workspace))
    port, log = free_port(), folder / "log"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOODWORD_SECURE", "1")
        patch.setenv("GOODWORD_ALLOWED_HOSTS", SITE)
        patch.setenv("GOODWORD_SITE_URL", f"https://{SITE}")
        with serving(copy, port, log):
            found = Site(port, said.strip().rpartition(": ")[2])
            eventually(lambda: up(found), log)
            yield found


def up(site: Site) -> bool | None:
    try:
        return site.ask("GET", "/healthz/", PROXY).status == 200 or None
    except OSError:
        return None


def test_cookies_travel_encrypted_only(site: Site) -> None:
    page = site.ask("GET", "/sign-in/", PROXY)
    assert page.status == 200
    assert page.cookies
    assert all("secure" in line.lower() for line in page.cookies.values())


def test_another_host_name_is_not_answered(site: Site) -> None:
    assert site.ask("GET", "/sign-in/", {**PROXY, "Host": "elsewhere.example"}).status == 400
    assert site.ask("GET", "/healthz/", {**PROXY, "Host": "elsewhere.example"}).status == 400


def test_forms_pass_behind_the_proxy_and_fail_where_it_does_not_say_https(site: Site) -> None:
    assert site.sign_in().status == 302
    assert site.sign_in(**{"X-Forwarded-Proto": ""}).status == 403
    assert site.sign_in(Origin="https://elsewhere.example").status == 403


def test_attempts_are_counted_where_the_proxy_says_they_come_from_and_not_where_a_browser_says(site: Site) -> None:
    page = site.ask("GET", "/sign-in/code/", PROXY)
    hidden = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.body)
    assert hidden
    cookie = page.cookies["csrftoken"].split(";")[0]

    def ask_code(number: int, told: str) -> int:
        headers = {**PROXY, "Cookie": cookie, "Origin": f"https://{SITE}", "X-Forwarded-For": told}
        form = {"email": f"person{number}@vendor.example", "csrfmiddlewaretoken": hidden[1]}
        return site.ask("POST", "/sign-in/code/", headers, form).status

    tries = [ask_code(number, f"192.0.2.{number}, 203.0.113.66") for number in range(31)]
    assert tries == [302] * 30 + [429]
    assert ask_code(31, "203.0.113.66, 198.51.100.7") == 302


def test_every_page_of_a_restored_copy_says_that_it_sends_nothing(site: Site) -> None:
    signed_in = site.sign_in()
    cookie = signed_in.cookies["sessionid"].split(";")[0]
    page = site.ask("GET", "/people/", {**PROXY, "Cookie": cookie})
    assert page.status == 200
    assert "it sends nothing" in page.body


def test_the_health_check_of_the_image_asks_by_the_sites_own_name(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    check = [sys.executable, str(ROOT / "deploy" / "healthcheck.py")]
    monkeypatch.setenv("PORT", str(site.port))
    monkeypatch.setenv("GOODWORD_ALLOWED_HOSTS", SITE)
    assert subprocess.run(check, check=False, timeout=60).returncode == 0
    monkeypatch.setenv("GOODWORD_ALLOWED_HOSTS", "elsewhere.example")
    assert subprocess.run(check, check=False, timeout=60).returncode == 1
