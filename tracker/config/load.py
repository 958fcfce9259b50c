"""Settings read from where people put them, with every mistake named."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from attrs import field, frozen

from tracker.config.document import line_numbers, read_document
from tracker.config.places import default_database, default_settings_file
from tracker.config.settings import RtlMode, Settings
from tracker.config.values import SCALARS, bindings, selections, unknown_setting
from tracker.errors import SettingsError

#: Environment variables, those that come before the file's value and those that come after it.
_VARIABLES = {
    "database": "TRACKER_DB",
    "reviewer": "TRACKER_REVIEWER",
    "theme": "TRACKER_THEME",
    "rtl": "TRACKER_RTL",
    "editor": "TRACKER_EDITOR",
    "tables": "TRACKER_TABLES",
}
_FALLBACKS = (("editor", "VISUAL"), ("editor", "EDITOR"))
_PATHS = frozenset({"database", "tables"})
_FLAGS = {"database": "--db", "reviewer": "--reviewer"}


@frozen
class _Gathered:
    """Values by setting, where each came from, and what was wrong on the way."""

    values: dict[str, str | RtlMode] = field(factory=dict)
    origins: dict[str, str] = field(factory=dict)
    keys: dict[str, tuple[str, ...]] = field(factory=dict)
    selections: dict[str, str] = field(factory=dict)
    errors: list[SettingsError] = field(factory=list)

    def take(self, name: str, value: object, origin: str, where: str) -> None:
        """Keep ``value`` for ``name`` unless an earlier origin already gave one."""
        try:
            parsed = SCALARS[name](value)
        except SettingsError as error:
            self.errors.append(_placed(error, f"{where}: {name}" if where else name))
            return
        if name not in self.values:
            self.values[name] = parsed
            self.origins[name] = origin


def load_settings(
    path: Path | None,
    env: Mapping[str, str],
    *,
    database: str | None = None,
    reviewer: str | None = None,
) -> Settings:
    """Return the settings in force: flags, then ``env``, then the file, then defaults.

    Args:
        path: the file that ``--config`` named; None for ``TRACKER_CONFIG``, else the platform's
            place, where a missing file means defaults.
        env: the environment variables.
        database: what ``--db`` named, None where it was not given.
        reviewer: what ``--reviewer`` named, None where it was not given.

    Raises:
        SettingsError: at the first thing wrong, naming where it stands and the remedy.
    """
    file, gathered = _gather(path, env, {"database": database, "reviewer": reviewer})
    if gathered.errors:
        raise gathered.errors[0]
    values = gathered.values
    if "database" not in values:
        values["database"] = str(default_database())
    rtl = values.get("rtl", RtlMode.AUTO)
    return Settings(
        database=str(values["database"]),
        reviewer=str(values.get("reviewer", "")),
        theme=str(values.get("theme", "")),
        rtl=RtlMode(rtl),
        editor=str(values.get("editor", "")),
        tables=Path(str(values["tables"])) if "tables" in values else None,
        desk=str(values.get("desk", "")),
        checks_url=str(values.get("checks_url", "")),
        report_language=str(values.get("report_language", "")),
        selections=MappingProxyType(gathered.selections),
        keys=MappingProxyType(gathered.keys),
        file=file,
        origins=MappingProxyType({n: gathered.origins.get(n, "default") for n in SCALARS}),
    )


def check_settings(path: Path | None, env: Mapping[str, str]) -> tuple[SettingsError, ...]:
    """Return everything wrong with the environment and the file; nothing when all is well."""
    try:
        return tuple(_gather(path, env, {})[1].errors)
    except SettingsError as error:
        return (error,)


def _gather(
    path: Path | None, env: Mapping[str, str], flags: Mapping[str, str | None]
) -> tuple[Path | None, _Gathered]:
    gathered = _Gathered()
    for name, value in flags.items():
        if value is not None:
            gathered.take(name, value, _FLAGS[name], _FLAGS[name])
    for name, variable in _VARIABLES.items():
        if env.get(variable):
            gathered.take(name, env[variable], variable, f"Environment variable {variable}")
    file = _settings_file(path, env)
    if file is not None:
        _take_file(file, gathered)
    for name, variable in _FALLBACKS:
        if env.get(variable):
            gathered.take(name, env[variable], variable, f"Environment variable {variable}")
    return file, gathered


def _settings_file(path: Path | None, env: Mapping[str, str]) -> Path | None:
    named = path or (Path(env["TRACKER_CONFIG"]) if env.get("TRACKER_CONFIG") else None)
    if named is None:
        usual = default_settings_file()
        return usual if usual.exists() else None
    if not named.exists():
        msg = f"There is no settings file {named}."
        raise SettingsError(msg, "Check --config and TRACKER_CONFIG, or make the file.")
    return named


def _take_file(file: Path, gathered: _Gathered) -> None:
    text, document = read_document(file)
    lines = line_numbers(text)

    def place(name: str) -> str:
        return f"{file}, line {lines[name]}" if name in lines else str(file)

    for name, value in document.items():
        if name in SCALARS:
            near = _near(file, value) if name in _PATHS else value
            gathered.take(name, near, "file", place(name))
        elif name == "keys":
            for command, keys in bindings(value):
                full = f"keys.{command}".rstrip(".")
                if isinstance(keys, SettingsError):
                    gathered.errors.append(_placed(keys, f"{place(full)}: {full}"))
                else:
                    gathered.keys[command] = keys
        elif name == "selections":
            for chosen, where in selections(value):
                full = f"selections.{chosen}".rstrip(".")
                if isinstance(where, SettingsError):
                    gathered.errors.append(_placed(where, f"{place(full)}: {full}"))
                else:
                    gathered.selections[chosen] = where
        else:
            gathered.errors.append(unknown_setting(name, place(name)))


def _placed(error: SettingsError, where: str) -> SettingsError:
    return SettingsError(f"{where}: {error.message}", error.hint)


def _near(file: Path, value: object) -> object:
    """Return a path as seen from the settings file's folder, all else as it is."""
    if not isinstance(value, str) or not value.strip() or "://" in value or value[0] == "~":
        return value
    return str(file.parent / value)
