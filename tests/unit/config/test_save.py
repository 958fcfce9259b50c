"""Saving one setting leaves the rest of the file as its owner wrote it."""

import stat
import tomllib
from pathlib import Path

import pytest

from tracker.config import load_settings, save_setting
from tracker.errors import SettingsError

WRITTEN = """\
# who I am
reviewer = "Rana"   # short

[keys] # mine
"review.accept" = "a"
"""


def test_a_value_is_replaced_and_comments_stay(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(WRITTEN)
    save_setting(path, "reviewer", "رنا")
    assert path.read_text(encoding="utf-8") == WRITTEN.replace("Rana", "رنا")


def test_a_new_value_lands_before_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(WRITTEN)
    save_setting(path, "rtl", "app")
    document = tomllib.loads(path.read_text())
    assert document["rtl"] == "app"
    assert document["keys"] == {"review.accept": "a"}
    assert "# who I am" in path.read_text()


def test_a_missing_file_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    save_setting(path, "reviewer", 'R"a\\na')
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert load_settings(path, {}).reviewer == 'R"a\\na'
    assert list(path.parent.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text(WRITTEN)
    link = tmp_path / "settings.toml"
    link.symlink_to(real)
    save_setting(link, "reviewer", "Omar")
    assert link.is_symlink()
    assert 'reviewer = "Omar"   # short' in real.read_text()


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("reviewer", "a\nb", "reviewer: 'a\\\\nb' holds control characters"),
        ("rtl", "left", "rtl: 'left' is not a way"),
        ("reviewers", "x", "there is no setting 'reviewers'"),
    ],
)
def test_a_bad_value_is_refused_and_nothing_is_written(
    tmp_path: Path, name: str, value: str, message: str
) -> None:
    path = tmp_path / "settings.toml"
    with pytest.raises(SettingsError, match=message):
        save_setting(path, name, value)
    assert not path.exists()


def test_a_broken_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("a = ")
    with pytest.raises(SettingsError, match="not valid TOML"):
        save_setting(path, "reviewer", "Rana")
    assert path.read_text() == "a = "


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(WRITTEN)

    def refuse(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(SettingsError, match="could not be written: no space left"):
        save_setting(path, "reviewer", "Omar")
    assert path.read_text() == WRITTEN
    assert list(tmp_path.iterdir()) == [path]
