"""Every command of the registry is pressed with each of its keys and does what it is for."""

import pytest

from tests.pilot.command_rows.review import LONG_REVIEW, REVIEW
from tests.pilot.command_rows.row import Table
from tests.pilot.command_rows.trial import wrong_rows

TABLES = (REVIEW, LONG_REVIEW)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.screen)
async def test_every_key_of_a_command_does_what_the_command_is_for(table: Table) -> None:
    wrong = await wrong_rows(table)
    assert not wrong, "\n".join(wrong)
