"""Answers about terminals are kept apart from the settings, one for each terminal."""

import stat
from pathlib import Path

from tracker.config import save_terminal_answer, terminal_answers


def test_answers_are_kept_by_terminal_and_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "state" / "terminals.toml"
    assert terminal_answers(path) == {}
    save_terminal_answer(path, "XTerm(379)", "app")
    save_terminal_answer(path, 'odd "name"\x1b', "told")
    save_terminal_answer(path, "XTerm(379)", "terminal")
    assert terminal_answers(path) == {"XTerm(379)": "terminal", 'odd "name"\x1b': "told"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    save_terminal_answer(path, "XTerm(379)", None)
    assert terminal_answers(path) == {'odd "name"\x1b': "told"}


def test_a_file_that_cannot_be_read_holds_no_answers_and_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "terminals.toml"
    for spoilt in ("terminals = 3", "[terminals]\nx = 1", "not toml", "\x00"):
        path.write_text(spoilt)
        assert terminal_answers(path) == {}
    save_terminal_answer(path, "x", "app")
    assert terminal_answers(path) == {"x": "app"}
