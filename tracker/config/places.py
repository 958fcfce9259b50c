"""Where settings and the database live when nobody says otherwise."""

from pathlib import Path

_APPLICATION = "tracker"


def default_settings_file() -> Path:
    """Return the platform's place for the settings file, whether or not it exists."""
    from platformdirs import user_config_path

    return user_config_path(_APPLICATION) / "settings.toml"


def default_database() -> Path:
    """Return the platform's place for the database, whether or not it exists."""
    from platformdirs import user_data_path

    return user_data_path(_APPLICATION) / "desk.tracker"


def terminal_answers_file() -> Path:
    """Return the platform's place for what was answered about terminals."""
    from platformdirs import user_state_path

    return user_state_path(_APPLICATION) / "terminals.toml"


def pane_sizes_file() -> Path:
    """Return the platform's place for how much room a person gave to panes."""
    from platformdirs import user_state_path

    return user_state_path(_APPLICATION) / "panes.json"


def sittings_folder() -> Path:
    """Return the platform's place for where each reviewer left off."""
    from platformdirs import user_state_path

    return user_state_path(_APPLICATION) / "sittings"
