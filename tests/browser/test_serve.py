"""``tracker serve`` as a colleague without a terminal meets it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.visiting import chromium, require_chromium
from tests.terminals.rig import recognised, require, share_in_order
from tracker.model import Claim, ClaimState
from tracker.resources import seeds_folder
from tracker.store import open_store

pytestmark = pytest.mark.slow

#: Claims of the sample. Accepted ones are not underlined; readers of print take lines for letters.
CLAIMS = 43
_TRACKER = (sys.executable, "-m", "tracker")


def own_world(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "HOME": str(folder),
        "TRACKER_DB": str(folder / "desk.tracker"),
        "TRACKER_REVIEWER": "Nour",
    }


@contextmanager
def served(environment: dict[str, str]) -> Iterator[str]:
    """Serve the screens and yield the address that was printed."""
    command = [*_TRACKER, "serve", "--port", "0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


def open_page(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("body.-first-byte")
    page.wait_for_selector(".xterm-helper-textarea:focus", state="attached")


def decided(database: Path) -> int:
    """Return how many claims the database holds as accepted."""
    with closing(open_store(str(database), readonly=True)) as store:
        return sum(claim.state is ClaimState.ACCEPTED for claim in store.scan(Claim))


def accept_every_claim(page: Page, database: Path) -> None:
    """Review the sample by keys, then go back to its first claim."""
    while not decided(database):
        page.keyboard.press("Enter")
        page.wait_for_timeout(300)
    for _ in range(CLAIMS):
        page.keyboard.press("Enter")
    while decided(database) < CLAIMS:
        page.wait_for_timeout(100)
    page.keyboard.type("gg")
    page.wait_for_timeout(500)  # a terminal does not say when it has drawn


def test_a_claim_is_reviewed_in_a_browser_by_keys_and_the_arabic_reads_correctly(
    tmp_path: Path,
) -> None:
    require_chromium()
    require("tesseract")
    environment = own_world(tmp_path)
    article = seeds_folder() / "000_bc49b2d15d858a07.txt"
    subprocess.run([*_TRACKER, "add", article], env=environment, check=True, capture_output=True)
    asked: list[str] = []
    sharp = ("--force-device-scale-factor=2", "--window-size=1500,1400")
    with served(environment) as address, chromium(*sharp) as browser:
        page = browser.new_context(no_viewport=True).new_page()
        page.on("request", lambda request: asked.append(request.url))
        open_page(page, address)
        accept_every_claim(page, tmp_path / "desk.tracker")
        picture = tmp_path / "page.png"
        page.screenshot(path=picture, clip={"x": 4, "y": 38, "width": 876, "height": 1190})
        other = browser.new_context().new_page()
        refused = other.goto(address)
        assert refused is not None
        assert refused.status == 403
        assert "terminal" not in other.content()
    share = share_in_order(article.read_text("utf-8"), recognised(picture, enlarged=200))
    print(f"browser: {share:.1%} of the article's words right and in order")
    assert share >= 0.9
    assert {url.split("/")[2] for url in asked} == {address.split("/")[2]}
    done = subprocess.run([*_TRACKER, "check"], env=environment, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr


def test_a_page_that_is_loaded_again_goes_on_with_the_same_database(tmp_path: Path) -> None:
    environment = own_world(tmp_path)
    with served(environment) as address, chromium() as browser:
        page = browser.new_context().new_page()
        open_page(page, address)
        page.reload()
        page.wait_for_selector("body.-first-byte")
        page.wait_for_selector(".xterm-helper-textarea:focus", state="attached")
        assert not page.locator(".ended").is_visible()
        page.keyboard.press("Control+q")
        page.wait_for_selector("body.-closed .ended")
