"""Every error a user can cause or cure, in one tree.

::

    TrackerError              message (what happened, where) and hint (what to do next)
    ├── InputError            a file, a text or a value given to us cannot be used
    ├── NotFoundError         no article, claim, source ... answers to the name given
    ├── ConflictError         somebody else changed the record since it was read
    ├── RuleError             the edit would break a rule of the model (a span outside the text ...)
    ├── CheckError            a verification ran to its end and found something wrong
    ├── SettingsError         the configuration file or an environment variable is wrong
    ├── CancelledError        the person stopped a long task; nothing was changed
    └── StoreError            the database cannot do what was asked
        ├── NoDatabaseError   there is no database to read
        ├── UnreachableError  the server of a shared database does not answer
        ├── DatabaseHeldError another process holds the database for writing
        ├── ReadOnlyError     the database is open for reading only
        ├── DamagedError      the files of the database contradict themselves
        └── NoRoomError       the disk refused the write; the edit did not happen

Anything else that escapes is a bug and is left to crash.
"""


class TrackerError(Exception):
    """An error told to a person: what happened and where, then what to do next.

    Attributes:
        message: one sentence saying what happened, naming the file, field or record.
        hint: one sentence saying what to do next; empty when there is nothing to do.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InputError(TrackerError):
    """A file, a text or a value that was given to us cannot be used."""


class NotFoundError(TrackerError):
    """No record answers to the name or identifier that was given."""


class ConflictError(TrackerError):
    """The record was changed by somebody else since it was read; nothing was written.

    Stores raise :class:`tracker.model.StaleError`, which holds both versions.

    Attributes:
        changed_by: name of the reviewer whose change stands in the way, empty when unknown.
    """

    def __init__(self, message: str, hint: str = "", changed_by: str = "") -> None:
        super().__init__(message, hint)
        self.changed_by = changed_by


class RuleError(TrackerError):
    """The edit would break a rule of the model; nothing was written."""


class CheckError(TrackerError):
    """A verification ran to its end and found something wrong."""


class SettingsError(TrackerError):
    """The configuration file or an environment variable holds something unusable."""


class CancelledError(TrackerError):
    """The person stopped a long task; nothing of the unfinished step was kept."""


class StoreError(TrackerError):
    """The database cannot do what was asked."""


class NoDatabaseError(StoreError):
    """There is no database to read where one was named."""


class UnreachableError(StoreError):
    """The server of a shared database does not answer."""


class DatabaseHeldError(StoreError):
    """Another process holds the database for writing."""


class ReadOnlyError(StoreError):
    """The database is open for reading only."""


class DamagedError(StoreError):
    """The files of the database contradict themselves or each other."""


class NoRoomError(StoreError):
    """The disk refused the write; the edit did not happen and the database is as it was."""
