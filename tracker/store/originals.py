"""The bytes that articles came in, each kept once under its SHA-256 beside the database."""

import hashlib
import os
import re
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path

from tracker.errors import DamagedError, NotFoundError
from tracker.store.disk import make_folder, refusal, sync_folder
from tracker.store.protocol import Kept

_DIGEST = re.compile(r"[0-9a-f]{64}")


class Originals:
    """A folder of files named by their content: ``ab/abcd…``, readable for their owner alone.

    Args:
        folder: where they lie; made when the first is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, data: bytes) -> str:
        """Write ``data`` durably unless it is there, and return its hexadecimal SHA-256.

        Raises:
            NoRoomError: when the disk has no room; nothing is left behind.
            StoreError: when the disk refused otherwise.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        path = self._path(sha256)
        try:
            if path.exists() and path.read_bytes() == data:
                return sha256
            make_folder(path.parent)
            self._write(path, data)
        except OSError as error:
            raise refusal(error, path) from error
        return sha256

    def read(self, sha256: str) -> bytes:
        """Return the bytes kept under ``sha256``.

        Raises:
            NotFoundError: when there are none.
            DamagedError: when they are not what was kept.
        """
        if not _DIGEST.fullmatch(sha256):
            raise no_original(sha256)
        path = self._path(sha256)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise no_original(sha256) from None
        except OSError as error:
            raise refusal(error, path) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            msg = f"{path} is no longer what came in: its SHA-256 is another."
            raise DamagedError(msg, "Put it back from a backup.")
        return data

    def kept(self) -> tuple[Kept, ...]:
        """Return everything kept, in the order of its SHA-256.

        Raises:
            StoreError: when the disk refuses.
        """
        try:
            return tuple(
                Kept(path.name, path.stat().st_size)
                for path in sorted(self._folder.glob("??/*"))
                if _DIGEST.fullmatch(path.name)
            )
        except OSError as error:
            raise refusal(error, self._folder) from error

    def drop(self, sha256: str) -> None:
        """Delete the bytes kept under ``sha256``; nothing where there are none.

        Raises:
            StoreError: when the disk refuses.
        """
        path = self._path(sha256)
        if not _DIGEST.fullmatch(sha256) or not path.is_file():
            return
        try:
            path.unlink()
            sync_folder(path.parent)
        except OSError as error:
            raise refusal(error, path) from error

    def copy_sound(self, target: "Originals") -> None:
        """Keep everything here that still has its SHA-256 in ``target``, too."""
        for path in sorted(self._folder.glob("??/*")):
            with suppress(NotFoundError, DamagedError):
                target.keep(self.read(path.name))

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256

    def _write(self, path: Path, data: bytes) -> None:
        temporary = path.with_name(f"{path.name}.tmp")
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        sync_folder(path.parent)


def keep(kept: MutableMapping[str, bytes], data: bytes) -> str:
    """Keep ``data`` in memory under its hexadecimal SHA-256, and return that."""
    sha256 = hashlib.sha256(data).hexdigest()
    kept[sha256] = data
    return sha256


def no_original(sha256: str) -> NotFoundError:
    """Return the error for a digest that nothing is kept under."""
    msg = f"No original is kept under {sha256[:64] or 'an empty digest'}."
    return NotFoundError(msg, "Put the folder of originals back from a backup.")
