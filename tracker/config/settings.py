"""What a person can set, as one frozen value."""

from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from types import MappingProxyType

from attrs import field, frozen

_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class RtlMode(Enum):
    """Who puts right-to-left text in visual order.

    ``auto`` asks what terminal it is, ``app`` and ``terminal`` say who does it, ``off`` shows
    characters in the order they are stored.
    """

    AUTO = "auto"
    APP = "app"
    TERMINAL = "terminal"
    OFF = "off"


@frozen(kw_only=True)
class Settings:
    """Everything a person set, or the defaults.

    Attributes:
        database: path of a database file or address of a shared one. An address may hold a
            password: show :attr:`shown_database`.
        reviewer: whose name changes carry; empty when nobody gave one.
        theme: name of the colour theme; empty for the standard one.
        rtl: who lays out right-to-left text.
        editor: the command that opens long notes; empty when there is none.
        tables: the newsroom's own folder of reference tables, None when there is none.
        desk: name of the newsroom, for what it hands on; empty when nobody gave one.
        checks_url: web address under which it publishes checks; empty when it has none.
        report_language: ``ar`` or ``en``, what reports are worded in; empty for the language of
            most of their claims.
        selections: filters of exports by the names they are kept under.
        keys: keys by command identifier, in place of the standard ones; an empty tuple takes a
            command's keys away. Identifiers and keys are not checked here.
        file: the settings file that was read, None where there is none.
        origins: where each of ``database``, ``reviewer``, ``theme``, ``rtl``, ``editor``,
            ``tables``, ``desk``, ``checks_url``, ``report_language`` comes from: a flag, an
            environment variable, ``file`` or ``default``.
    """

    database: str = field(repr=False)
    reviewer: str = ""
    theme: str = ""
    rtl: RtlMode = RtlMode.AUTO
    editor: str = ""
    tables: Path | None = None
    desk: str = ""
    checks_url: str = ""
    report_language: str = ""
    selections: Mapping[str, str] = _NOTHING
    keys: Mapping[str, tuple[str, ...]] = _NO_KEYS
    file: Path | None = None
    origins: Mapping[str, str] = _NOTHING

    @property
    def shown_database(self) -> str:
        """The database's path or address with the password, where it has one, hidden."""
        if "://" not in self.database:
            return self.database
        from urllib.parse import urlsplit  # plain commands on a file do without it

        address = urlsplit(self.database)
        if address.password is None:
            return self.database
        user, _, host = address.netloc.rpartition("@")
        return address._replace(netloc=f"{user.partition(':')[0]}:***@{host}").geturl()
