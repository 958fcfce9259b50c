"""The README tells a newcomer the truth: its commands, keys and pages exist."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_every_page_and_picture_it_points_to_exists() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README)
    assert targets
    assert [t for t in targets if not (ROOT / t).exists()] == []


def test_the_set_up_it_names_is_known_to_the_script() -> None:
    words = re.findall(r"^sh setup\.sh ?(\w*)$", README, flags=re.M)
    assert words == ["", "test"]
    refused = subprocess.run(
        ["sh", ROOT / "setup.sh", "nothing"], capture_output=True, text=True, check=False
    )
    assert refused.returncode == 2


def test_it_points_to_every_page_of_the_documentation() -> None:
    pages = {f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")}
    assert {page for page in pages if f"]({page})" not in README} == set()
