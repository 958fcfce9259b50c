"""Flags before environment before file before defaults, and every mistake is named."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tracker.config import RtlMode, Settings, check_settings, load_settings
from tracker.errors import SettingsError

WHOLE = """\
# my desk
reviewer = "Rana"
database = "desk/a.tracker"
theme = "nord"
rtl = "app"
editor = "nano -w"
tables = "words"

[keys]
"review.accept" = "a"
next = ["j", "down"]
review.reject = "x, delete"

[keys.desk]
open = []
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Send the platform's folders into the test's own folder."""
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable.lower()))
    return tmp_path


def _load(tmp_path: Path, text: str, env: Mapping[str, str] | None = None) -> Settings:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path, env or {})


def test_defaults_need_no_file(home: Path) -> None:
    settings = load_settings(None, {})
    assert settings.database == str(home / "xdg_data_home" / "tracker" / "desk.tracker")
    assert settings == Settings(database=settings.database, origins=settings.origins)
    assert set(settings.origins.values()) == {"default"}
    assert check_settings(None, {}) == ()


def test_a_file_sets_everything(tmp_path: Path) -> None:
    settings = _load(tmp_path, WHOLE)
    assert settings.reviewer == "Rana"
    assert settings.database == str(tmp_path / "desk" / "a.tracker")
    assert (settings.theme, settings.rtl, settings.editor) == ("nord", RtlMode.APP, "nano -w")
    assert settings.tables == tmp_path / "words"
    assert dict(settings.keys) == {
        "review.accept": ("a",),
        "next": ("j", "down"),
        "review.reject": ("x", "delete"),
        "desk.open": (),
    }
    assert settings.file == tmp_path / "settings.toml"
    assert settings.origins["reviewer"] == "file"


def test_the_usual_place_and_the_named_place_are_read(home: Path) -> None:
    usual = home / "xdg_config_home" / "tracker" / "settings.toml"
    usual.parent.mkdir(parents=True)
    usual.write_text('reviewer = "usual"')
    other = home / "other.toml"
    other.write_text('reviewer = "other"')
    assert load_settings(None, {}).reviewer == "usual"
    assert load_settings(None, {"TRACKER_CONFIG": str(other)}).reviewer == "other"
    assert load_settings(usual, {"TRACKER_CONFIG": str(other)}).reviewer == "usual"


def test_flags_come_before_the_environment_and_that_before_the_file(tmp_path: Path) -> None:
    env = {"TRACKER_DB": "env.db", "TRACKER_REVIEWER": "Env", "TRACKER_RTL": "off", "EDITOR": "ed"}
    settings = _load(tmp_path, WHOLE, env)
    assert (settings.database, settings.reviewer) == ("env.db", "Env")
    assert (settings.rtl, settings.editor) == (RtlMode.OFF, "nano -w")
    path = tmp_path / "settings.toml"
    settings = load_settings(path, env, database="postgresql://u@h/d", reviewer="Flag")
    assert (settings.database, settings.reviewer) == ("postgresql://u@h/d", "Flag")
    assert settings.origins["database"] == "--db"
    assert settings.origins["rtl"] == "TRACKER_RTL"


@pytest.mark.parametrize(
    ("env", "editor"),
    [
        ({"TRACKER_EDITOR": "a", "VISUAL": "b", "EDITOR": "c"}, "a"),
        ({"VISUAL": "b", "EDITOR": "c"}, "b"),
        ({"VISUAL": "", "EDITOR": "c"}, "c"),
        ({}, ""),
    ],
)
def test_the_usual_editor_variables_count_last(env: Mapping[str, str], editor: str) -> None:
    assert load_settings(None, env).editor == editor


def test_a_home_folder_is_written_with_a_tilde(home: Path) -> None:
    assert _load(home, 'database = "~/a.db"').database == str(home / "home" / "a.db")
    assert load_settings(None, {}, database="~/b.db").database == str(home / "home" / "b.db")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("a = \n", "not valid TOML: Invalid value (at line 1", "Correct that line"),
        ("\nreviewr = 'x'", "line 2: there is no setting 'reviewr'", "Did you mean reviewer?"),
        ("zzz = 1", "there is no setting 'zzz'", "Known settings: database"),
        ("# x\nrtl = 'left'", "line 2: rtl: 'left' is not a way", "auto, app, terminal, off"),
        ("rtl = []", "line 1: rtl: [] is not a way", "auto"),
        ("reviewer = 7", "line 1: reviewer: 7 is not text", "quotation marks"),
        ("reviewer = ' '", "line 1: reviewer: A reviewer's name has 1 to 80", "reviewer ="),
        ('theme = "a\\u001b[31m"', "line 1: theme: 'a\\x1b[31m' holds control", "one line"),
        ("database = ''", "line 1: database: It is empty", "leave it out"),
        ("database = '~nobody-at-all/x'", "begins with a home folder", "whole path"),
        ("keys = 3", "line 1: keys: It is not a table", "[keys]"),
        ("[keys]\nnext = 3", "line 2: keys.next: 3 is no key", "Write one key"),
        ("[keys]\nnext = ['j', 1]", "line 2: keys.next: 1 is not text", "quotation marks"),
        ("[keys.review]\n'accept' = ''", "line 2: keys.review.accept: It is empty", "leave"),
        ("a = " + "[" * 5000, "nested too deeply", "--config"),
    ],
)
def test_mistakes_in_the_file_are_named(tmp_path: Path, text: str, message: str, hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        _load(tmp_path, text)
    assert caught.value.message.startswith(str(tmp_path / "settings.toml"))
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_mistakes_in_flags_and_environment_are_named() -> None:
    with pytest.raises(SettingsError, match="Environment variable TRACKER_RTL: rtl: 'x'"):
        load_settings(None, {"TRACKER_RTL": "x"})
    with pytest.raises(SettingsError, match="--reviewer: reviewer: A reviewer's name"):
        load_settings(None, {}, reviewer="")


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    with pytest.raises(SettingsError, match="There is no settings file"):
        load_settings(path, {})
    with pytest.raises(SettingsError, match="could not be read: is a directory"):
        load_settings(tmp_path, {})
    path.write_bytes("reviewer = 'رنا'".encode("cp1256"))
    with pytest.raises(SettingsError, match="is not UTF-8"):
        load_settings(path, {})
    path.write_bytes(b"#" * 1_000_001)
    with pytest.raises(SettingsError, match="too large"):
        load_settings(path, {})


def test_a_check_finds_all_mistakes_at_once(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("rtl = 'x'\nreviewer = 1\nnope = 2\n[keys]\nnext = 3\n")
    errors = check_settings(path, {"TRACKER_REVIEWER": "\x1b"})
    assert len(errors) == 5
    assert all(error.hint for error in errors)
    assert check_settings(tmp_path / "gone", {})[0].message.startswith("There is no")


@pytest.mark.parametrize(
    ("database", "shown"),
    [
        (
            "postgresql://rana:se:cr@et@db.example:5432/desk",
            "postgresql://rana:***@db.example:5432/desk",
        ),
        ("postgresql://rana@db.example/desk", "postgresql://rana@db.example/desk"),
        ("/home/rana/a:b@c.tracker", "/home/rana/a:b@c.tracker"),
    ],
)
def test_a_password_is_never_shown(database: str, shown: str) -> None:
    settings = Settings(database=database)
    assert settings.shown_database == shown
    assert "se:cr" not in repr(settings)
