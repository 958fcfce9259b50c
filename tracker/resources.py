"""Where the files that ship with the package lie: reference tables and sample articles."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent / name


def data_folder() -> Path:
    """Return the folder of the shipped reference tables (cues, aliases, scales)."""
    return _shipped("data")


def seeds_folder() -> Path:
    """Return the folder of the sample articles, each exactly as it was received."""
    return _shipped("seeds")
