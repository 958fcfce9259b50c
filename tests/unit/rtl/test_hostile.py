"""Long hostile texts are shown and never hang; Latin texts pay nothing."""

import pytest

from tests.unit.rtl.texts import CONTROLS
from tracker.rtl import Layout, fit, layout, levels, paragraphs, reorder_line, visual

LENGTH = 100_000
HOSTILE = {
    "one line": "قال " * (LENGTH // 4),
    "one word": "ق" * LENGTH,
    "zero-width": "\u200b" * LENGTH,
    "marks": "\u064b" * LENGTH,
    "nested embeddings": "\u202b" * 10_000 + "قال" + "\u202c" * 10_000,
    "embeddings left open": "\u202e\u202a" * (LENGTH // 2) + "ق",
    "isolates left open": "\u2068" * LENGTH,
    "closed isolates": "\u2067ق\u2069" * (LENGTH // 3),
    "brackets": "(" * LENGTH,
    "bracket pairs": "(ق)a" * (LENGTH // 4),
    "terminators": "$" * LENGTH + "١",
    "separators": "1," * (LENGTH // 2) + "ق",
    "blanks": " " * LENGTH + "ق",
    "tabs": "ق" + "\t" * LENGTH,
    "line ends": "\n" * LENGTH,
    "surrogates": "\ud800" * LENGTH,
    "lams": "ل" * LENGTH,
    "rising and falling": ("\u202b\u202a" * 62 + "ق" + "\u202c" * 124) * (LENGTH // 250),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_long_hostile_text_is_shown(name: str) -> None:
    text = HOSTILE[name]
    lines = layout(text, 80)
    assert lines[0].start == 0
    assert lines[-1].end == len(text)
    assert max(line.width for line in lines) <= 80
    assert len(levels(text)[1]) == len(text)
    assert len(reorder_line(text)) <= len(text)
    assert not set(visual(text)) & set(CONTROLS)
    assert len(fit(text, 20)) >= 1


def test_latin_lines_are_laid_out_without_bidi_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        message = "no levels are needed for Latin text"
        raise AssertionError(message)

    monkeypatch.setattr(paragraphs, "levels", refuse)
    assert [line.text for line in Layout("He said – “no”.\n漢字", 9).lines()] == [
        "He said –",
        "“no”.",
        "漢字",
    ]
    with pytest.raises(AssertionError, match="no levels"):
        layout("قال", 9)
