"""Settings of one person: from flags, then the environment, then a TOML file, then defaults."""

from tracker.config.load import check_settings, load_settings
from tracker.config.pane_sizes import read_pane_sizes, save_pane_sizes
from tracker.config.places import (
    default_database,
    default_settings_file,
    pane_sizes_file,
    terminal_answers_file,
)
from tracker.config.save import save_selection, save_setting
from tracker.config.settings import RtlMode, Settings
from tracker.config.sittings import read_sitting, save_sitting, sitting_file
from tracker.config.terminals import save_terminal_answer, terminal_answers

__all__ = [
    "RtlMode",
    "Settings",
    "check_settings",
    "default_database",
    "default_settings_file",
    "load_settings",
    "pane_sizes_file",
    "read_pane_sizes",
    "read_sitting",
    "save_pane_sizes",
    "save_selection",
    "save_setting",
    "save_sitting",
    "save_terminal_answer",
    "sitting_file",
    "terminal_answers",
    "terminal_answers_file",
]
