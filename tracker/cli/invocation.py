"""What the options before the command said, and what they open."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.messages import tell

if TYPE_CHECKING:
    from tracker.config import Settings
    from tracker.model import Reviewer
    from tracker.services.session import Session
    from tracker.store import Store


class Invocation:
    """One run of the program: its global options, and the database they lead to.

    Attributes:
        database: what ``--db`` named, None where it was not given.
        reviewer: what ``--reviewer`` named, None where it was not given.
        config: the settings file that ``--config`` named.
        as_json: whether data is written as JSON.
        colour: whether colours may be used.
        yes: whether questions are taken as answered with yes.
        dry_run: whether to say what would happen and change nothing.
    """

    def __init__(
        self,
        *,
        database: str | None = None,
        reviewer: str | None = None,
        config: Path | None = None,
    ) -> None:
        self.database = database
        self.reviewer = reviewer
        self.config = config
        self.as_json = False
        self.colour = True
        self.yes = False
        self.dry_run = False

    @cached_property
    def settings(self) -> Settings:
        """The settings in force.

        Raises:
            SettingsError: when the file or the environment holds something unusable.
        """
        from tracker.config import load_settings

        return load_settings(
            self.config, os.environ, database=self.database, reviewer=self.reviewer
        )

    def act_as(self, reviewer: str) -> None:
        """Take ``reviewer`` for the person at the keyboard from now on."""
        self.reviewer = reviewer
        self.__dict__.pop("settings", None)

    def environment(self) -> dict[str, str]:
        """Return the settings in force as variables for another process of this program.

        Variables, because a command line, and a password in it, can be read by everybody.
        """
        settings = self.settings
        found = {"TRACKER_DB": settings.database}
        if settings.reviewer:  # else the screens ask
            found["TRACKER_REVIEWER"] = settings.reviewer
        if settings.file is not None:
            found["TRACKER_CONFIG"] = str(settings.file)
        return found

    def acting_reviewer(self) -> Reviewer:
        """Return whose name changes carry: as set, else the login name.

        Raises:
            SettingsError: when nobody is named and the system knows no login name.
        """
        from tracker.model import Reviewer

        return Reviewer(self.settings.reviewer or login_name())

    def agrees(self, question: str) -> bool:
        """Return whether the person says yes; also where nobody can be asked, and with --yes."""
        if self.yes or self.dry_run or not sys.stdin.isatty():
            return True
        return click.confirm(question, err=True)

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """Open the database for reading; commands that only look never hold it."""
        from tracker.store import open_store

        store = open_store(self.settings.database, readonly=True)
        _pass_on(store)
        try:
            yield store
        finally:
            store.close()

    @contextmanager
    def editing(self) -> Iterator[Session]:
        """Open the database for the acting reviewer; on a dry run nothing reaches it."""
        from tracker.services.session import Session

        reviewer = self.acting_reviewer()
        store = self._rehearsal() if self.dry_run else self._open()
        _pass_on(store)
        try:
            yield Session(store=store, reviewer=reviewer, tables=self.settings.tables)
        finally:
            store.close()

    def _open(self) -> Store:
        from tracker.store import open_store

        return open_store(self.settings.database)

    def _rehearsal(self) -> Store:
        """Return a store over the database, or over an empty one where there is none yet."""
        from tracker.errors import NoDatabaseError
        from tracker.store import open_store
        from tracker.store.rehearsal import Rehearsal

        try:
            return Rehearsal(open_store(self.settings.database, readonly=True))
        except NoDatabaseError:
            return Rehearsal(open_store("memory:"))


def _pass_on(store: Store) -> None:
    """Tell the person what the database has to say about itself."""
    for notice in store.notices:
        tell(notice)


#: Hands the invocation to a command as its first argument.
pass_invocation = click.make_pass_decorator(Invocation, ensure=True)


def login_name() -> str:
    """Return the name that the system knows the person by.

    Raises:
        SettingsError: when it knows none.
    """
    import getpass

    from tracker.errors import SettingsError

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        msg = "Nobody is named as the reviewer, and the system knows no login name."
        raise SettingsError(msg, "Give one with --reviewer NAME.") from None
