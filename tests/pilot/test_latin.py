"""A desk that reads only Latin letters pays nothing for those that read the other way."""

from unittest.mock import Mock

import pytest

from tests.desk import article, claim, make_session, outlet, voice
from tests.pilot.desk_app import driven
from tracker.model import Change
from tracker.rtl import paragraphs
from tracker.tui.widgets import bidi_filter

TEXT = "A new attack in the countryside\n\nA source told the Herald that 15 people died (HRW)."


async def test_no_line_of_a_latin_review_is_put_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    ordered = {name: Mock() for name in ("levels", "isolated_levels")}
    for name, calls in ordered.items():
        monkeypatch.setattr(paragraphs, name, calls)
    by_filter = Mock()
    monkeypatch.setattr(bidi_filter, "one_line", by_filter)
    session = make_session()
    entities = (
        outlet("Herald"),
        voice("A source"),
        article(TEXT),
        claim("15 people died", "clm_1", text=TEXT),
        claim("A new attack", "clm_2", text=TEXT),
    )
    session.commit("Add", *(Change(after=entity) for entity in entities))
    async with driven(session, size=(120, 30)) as driver:
        await driver.press("enter", "j", "right", "e", *"note", "escape", "k", "l", "escape")
    assert not any(calls.called for calls in (*ordered.values(), by_filter))
