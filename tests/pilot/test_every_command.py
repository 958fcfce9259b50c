"""Every command of the registry is pressed with each of its keys and does what it is for."""

from pathlib import Path

import pytest

from tests.pilot.command_rows import (
    asking,
    desk,
    everywhere,
    export,
    judging,
    lists,
    pages,
    review,
)
from tests.pilot.command_rows.row import Table
from tests.pilot.command_rows.trial import wrong_rows
from tracker.presenters.commands import COMMANDS

TABLES = [
    table
    for module in (asking, desk, everywhere, export, judging, lists, pages, review)
    for table in vars(module).values()
    if isinstance(table, Table)
]
TABLES += [*everywhere.LISTS, *everywhere.FINDS]


def test_every_command_has_a_row_and_every_row_a_command() -> None:
    assert {name for table in TABLES for name in table.rows} == {one.id for one in COMMANDS}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.screen)
async def test_every_key_of_a_command_does_what_the_command_is_for(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    wrong = await wrong_rows(table)
    assert not wrong, "\n".join(wrong)
