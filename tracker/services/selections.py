"""Filters that a person keeps under names, in the settings file."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from attrs import define, field

from tracker.config import save_selection
from tracker.errors import InputError, NotFoundError
from tracker.export import parse_filter

_LONGEST = 60


@define
class Selections:
    """The filters of one person by their names.

    Attributes:
        file: the settings file they are kept in; None keeps them for as long as the program runs.
    """

    file: Path | None = None
    _kept: dict[str, str] = field(factory=dict)

    @classmethod
    def of(cls, kept: Mapping[str, str], file: Path | None) -> "Selections":
        """Return the selections that the settings hold."""
        return cls(file, dict(kept))

    @property
    def kept(self) -> Mapping[str, str]:
        """The filters by name, in the order in which they were kept."""
        return MappingProxyType(self._kept)

    def named(self, name: str) -> str:
        """Return the filter kept under ``name``.

        Raises:
            NotFoundError: when there is none.
        """
        try:
            return self._kept[name]
        except KeyError:
            known = ", ".join(self._kept) or "none is kept yet"
            msg = f"There is no selection “{name}”."
            raise NotFoundError(msg, f"There are: {known}.") from None

    def save(self, name: str, where: str) -> None:
        """Keep a filter under a name; another one of that name is replaced.

        Raises:
            InputError: when the name is empty, too long or holds what is not visible, or the
                filter cannot be read.
            SettingsError: when the settings file cannot be written.
        """
        name, where = name.strip(), where.strip()
        if not name or len(name) > _LONGEST or not name.isprintable():
            msg = f"A selection's name has 1 to {_LONGEST} visible characters."
            raise InputError(msg, "Give it a short name.")
        if not parse_filter(where).terms:
            msg = "An empty filter takes everything and needs no name."
            raise InputError(msg, "Give a filter such as verdict=verified.")
        if self.file is not None:
            save_selection(self.file, name, where)
        self._kept[name] = where

    def delete(self, name: str) -> None:
        """Forget a name.

        Raises:
            NotFoundError: when there is none.
            SettingsError: when the settings file cannot be written.
        """
        self.named(name)
        if self.file is not None:
            save_selection(self.file, name, None)
        del self._kept[name]
