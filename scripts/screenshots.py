"""Takes the pictures of docs/pictures from a sample company in build/: `make screenshots`."""

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.error import URLError

from playwright.sync_api import Browser, Page, StorageState, sync_playwright

from goodword.kit import clock
from scripts.smaller_png import smaller

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
COMPANY = ROOT / "build" / "pictures"
CHROMIUM = "/usr/bin/chromium"

# The company of `make demo`: a reader of the README sees the people of its pictures.
SAMPLE = ("--accounts", "60", "--seed", "7", "--months", "18")
READER = "robin@goodword.example"
ARGUMENTS = ("--no-sandbox", "--disable-quic", "--disable-background-networking", "--enable-features=OverlayScrollbar")
PHONE = 600
_START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture.

    Attributes:
        name: of the file, without its ending.
        path: the page; `{first}` is the first person of the list.
        theme: light or dark.
        width: of the window.
        height: of the window; the picture ends there.
        before: what is done on the page first.
    """

    name: str
    path: str
    theme: Literal["light", "dark"] = "light"
    width: int = 1440
    height: int = 900
    before: Callable[[Page], object] = Page.content


def try_out(page: Page) -> None:
    """Ask what another value would do."""
    page.get_by_label("Rest", exact=True).fill("14")
    page.get_by_role("button", name="See what it would do").click()
    page.get_by_role("table").first.wait_for()


ALL = (
    Picture("today", "/today/", height=1000),
    Picture("today-dark", "/today/", theme="dark", height=1000),
    Picture("today-phone", "/today/", width=390, height=1500),
    Picture("person", "/people/{first}/", height=1100),
    Picture("people", "/people/"),
    Picture("measures", "/measures/"),
    Picture("data", "/data/"),
    Picture("settings", "/settings/holds.resting.days/", height=850, before=try_out),
    Picture("sign-in", "", height=760),
)


def goodword(*words: str) -> str:
    """What the program says."""
    command = [sys.executable, "-m", "goodword.config.main", *words]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL)  # noqa: S603 - our own program
    return done.stdout


def company() -> Path:
    """The workspace of the sample company: today's is used again, an older one is made anew."""
    workspace, made = COMPANY / "workspace", COMPANY / "made"
    today = clock.today().isoformat()
    if not made.is_file() or made.read_text(encoding="utf-8") != today:
        shutil.rmtree(COMPANY, ignore_errors=True)
        COMPANY.mkdir(parents=True)
        goodword("sample", str(COMPANY / "sample"), *SAMPLE)
        goodword("init", "--synthetic", str(workspace))
        goodword("--workspace", str(workspace), "load", str(COMPANY / "sample" / "exports"), "--yes")
        goodword("--workspace", str(workspace), "run")
        made.write_text(today, encoding="utf-8")
    return workspace


def with_reader(workspace: Path) -> tuple[Path, str]:
    """A copy of the workspace, with a reader who may see every page, and the reader's password."""
    copy = COMPANY / "served"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(workspace, copy)
    said = goodword(
        *("--workspace", str(copy), "user", "add", READER),
        *("--name", "Robin Ashdown", "--role", "administrator", "--generate"),
    )
    return copy, re.findall(r"this once: (\S+)", said)[0]


@contextmanager
def served(workspace: Path) -> Iterator[str]:
    """The pages of a workspace, on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "goodword.config.main", "--workspace", str(workspace)]
    server = subprocess.Popen([*command, "serve", "--port", str(port), "--no-nightly"], stdout=subprocess.DEVNULL)  # noqa: S603 - our own program
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/healthz/", server)
        yield address
    finally:
        server.terminate()
        server.wait()


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _START_SECONDS
    while server.poll() is None and time.monotonic() < until:
        try:
            urllib.request.urlopen(address)  # noqa: S310 - this machine, over http
        except URLError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"{address} does not answer")


def take(browser: Browser, server: str, state: StorageState, picture: Picture) -> bytes:
    """One picture, as the browser writes it."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.theme,
        reduced_motion="reduce",
        locale="en-GB",
        is_mobile=picture.width < PHONE,
        storage_state=state if picture.path else None,
    )
    page = context.new_page()
    page.goto(f"{server}{_path(page, server, picture.path or '/sign-in/')}")
    picture.before(page)
    page.wait_for_load_state("networkidle")
    taken = page.screenshot(animations="disabled")
    context.close()
    return taken


def sign_in(browser: Browser, server: str, password: str) -> StorageState:
    """What a browser keeps of somebody who signed in."""
    page = browser.new_page()
    page.goto(f"{server}/sign-in/")
    page.locator("input[type=email]").first.fill(READER)
    page.locator("input[type=password]").first.fill(password)
    page.locator("input[type=password]").first.press("Enter")
    page.wait_for_url("**/today/")
    return page.context.storage_state()


def _path(page: Page, server: str, path: str) -> str:
    if "{first}" not in path:
        return path
    page.goto(f"{server}/people/")
    leads = page.locator("main a[href^='/people/']").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    return next(str(lead) for lead in leads if re.fullmatch(r"/people/[^/?]+/", str(lead)))


def main() -> None:
    """Take every picture."""
    workspace, password = with_reader(company())
    PICTURES.mkdir(parents=True, exist_ok=True)
    with served(workspace) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        state = sign_in(browser, server, password)
        for picture in ALL:
            small = smaller(take(browser, server, state, picture))
            (PICTURES / f"{picture.name}.png").write_bytes(small)
            sys.stdout.write(f"docs/pictures/{picture.name}.png {len(small) // 1000} kB\n")
        browser.close()


if __name__ == "__main__":
    main()
