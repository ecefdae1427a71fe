"""Debian's chromium: one in each worker, for playwright cannot be started a second time beside itself."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser; without it these tests fail, for a page nobody looked at is not tested."""
    if not CHROMIUM.exists():
        pytest.fail("The browser tests need Debian's chromium: apt-get install chromium", pytrace=False)
    # Playwright's loop runs in this thread, and fixtures write to the database beside it: both wait for each other.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()
