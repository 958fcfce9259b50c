"""A browser without a window, kept from the network."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

_QUIET = (
    "--no-sandbox", "--disable-quic", "--disable-gpu", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip

__all__ = ["chromium", "require_chromium"]


def require_chromium() -> Path:
    """Return the browser's path, or skip the test, saying why."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("Chromium is not installed (Debian: apt install chromium).")
    return Path(found)


@contextmanager
def chromium(*switches: str) -> Iterator[Browser]:
    """Start the browser with further command-line switches, and end it."""
    path = require_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*_QUIET, *switches])
        try:
            yield browser
        finally:
            browser.close()
