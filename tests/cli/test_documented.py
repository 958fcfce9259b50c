"""Help, docs and commands say the same."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.cli.conftest import Cli
from tests.cli.test_matching import two_reports
from tests.desk import TEXT
from tests.write_cli import PAGE
from tracker.cli.command import Command
from tracker.cli.reference import reference
from tracker.cli.root import root
from tracker.cli.running import run

__all__ = ["two_reports"]

JSON_PAGE = (PAGE.parent / "json.md").read_text("utf-8")


def commands(group: click.Group = root, *path: str) -> Iterator[tuple[str, Command]]:
    """Yield every command that does something, with the words that call it."""
    context = click.Context(group, info_name="tracker")
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if isinstance(found, click.Group):
            yield from commands(found, *path, name)
        elif isinstance(found, Command):
            yield " ".join((*path, name)), found


EVERY = dict(commands())


def test_the_page_of_commands_is_current() -> None:
    page = PAGE.read_text("utf-8")
    assert page == reference(), "write it anew with: python -m tests.write_cli"


@pytest.mark.parametrize("name", EVERY)
def test_help_shows_examples_that_the_command_understands(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = EVERY[name]
    assert command.examples
    assert run([*name.split(), "--help"]) == 0
    shown = capsys.readouterr().out
    called: list[str] = []
    monkeypatch.setattr(command, "callback", lambda **_: called.append(name))
    for example in command.examples:
        assert example in shown
        typed = re.split(r" [|<>] |\)", example[example.index("tracker ") :])[0]
        assert run(shlex.split(typed)[1:]) == 0, example
    assert len(called) == len(command.examples)


def test_every_command_has_a_line_of_help() -> None:
    for name, command in EVERY.items():
        assert command.get_short_help_str(limit=200).endswith("."), name


def keys_of(value: object) -> object:
    """Return the skeleton of a JSON value: its keys, with the first element of lists."""
    if isinstance(value, dict):
        return {key: keys_of(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [keys_of(value[0])] if value else []
    return None


def skeleton_without_signals(value: object) -> object:
    """Return the skeleton of what match prints; which signals there are is the matcher's."""
    shape = keys_of(value)
    text = json.dumps(shape)
    return json.loads(re.sub(r'"signals": \{[^{}]*(\{[^{}]*\}[^{}]*)*\}', '"signals": {}', text))


def agree(documented: object, printed: object) -> bool:
    """Return whether two skeletons agree wherever both have something to show."""
    if isinstance(documented, dict) and isinstance(printed, dict):
        return documented.keys() == printed.keys() and all(
            agree(documented[key], printed[key]) for key in documented
        )
    if isinstance(documented, list) and isinstance(printed, list):
        return not documented or not printed or agree(documented[0], printed[0])
    return documented is None or printed is None


def documented(heading: str) -> object:
    """Return the first JSON example below a heading of the page."""
    section = JSON_PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return json.loads(section.split("```json\n")[1].split("```")[0])


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("tracker articles", "articles"),
        ("tracker claims", "claims"),
        ("tracker sources", "sources --kind anonymous_single"),
        ("tracker record ID", "record src_voice"),
        ("tracker assertions", "assertions"),
        ("tracker assessments", "assessments"),
        ("tracker agreement", "agreement"),
        ("tracker disagreements", "disagreements"),
        ("tracker history", "history"),
        ("Edits", "rate clm_3 --reliability B"),
    ],
)
def test_the_page_of_json_shows_what_is_printed(desk: Cli, heading: str, line: str) -> None:
    desk.done("verdict clm_2 likely")
    desk.done("claim note clm_1 x")
    desk.done("--reviewer Sami rate clm_2 --credibility 4 --reliability B --likelihood likely")
    printed = desk.done(f"{line} --json").json
    assert agree(keys_of(documented(heading)), keys_of(printed)), printed


def test_the_page_of_json_shows_what_fact_checks_prints(desk: Cli, tmp_path: Path) -> None:
    (tmp_path / "checks.json").write_text('{"@type": "ClaimReview", "claimReviewed": "x"}')
    desk.done(f"fact-checks add {tmp_path}/checks.json")
    printed = desk.done("fact-checks --json").json
    assert agree(keys_of(documented("tracker fact-checks")), keys_of(printed)), printed


def test_the_page_of_json_shows_what_match_prints(two_reports: Cli, tmp_path: Path) -> None:
    (tmp_path / "list.jsonl").write_text('{"id": "a", "text": "fifteen men were arrested"}\n')
    options = f"--claims {tmp_path}/list.jsonl --queries {tmp_path}/list.jsonl"
    for heading, line in (
        ("tracker match CLAIM", "match clm_2 --json"),
        ("tracker match", "match --json"),
        ("tracker match --claims FILE --queries FILE", f"match {options}"),
    ):
        shape, wanted = (
            skeleton_without_signals(j) for j in (two_reports.done(line).json, documented(heading))
        )
        assert shape == wanted


def test_the_page_of_json_shows_what_add_and_propose_print(empty: Cli, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    (tmp_path / "none.txt").write_bytes(b"")
    proposal = keys_of(empty.done(f"propose {tmp_path}/one.txt --json").json)
    wanted = documented("tracker propose PATH")
    assert isinstance(wanted, dict)
    assert isinstance(proposal, dict)
    assert proposal.keys() == wanted.keys()
    added = empty(f"add {tmp_path} --json").json
    shape = documented("tracker add PATH")
    assert isinstance(shape, dict)
    assert added.keys() == shape.keys()
    assert added["added"][0].keys() == shape["added"][0].keys()
    assert added["refused"][0].keys() == shape["refused"][0].keys()
