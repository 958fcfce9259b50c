"""The names of the files of one database."""

from pathlib import Path

from attrs import frozen


@frozen
class Files:
    """Where the parts of the database ``snapshot`` lie: side by side in one folder."""

    snapshot: Path

    @property
    def journal(self) -> Path:
        """The append-only history."""
        return self._beside(".journal")

    @property
    def lock(self) -> Path:
        """The writer's lock and the head marker."""
        return self._beside(".lock")

    @property
    def previous(self) -> Path:
        """The snapshot before the present one."""
        return self._beside(".previous")

    @property
    def temporary(self) -> Path:
        """A snapshot that is being written."""
        return self._beside(".tmp")

    @property
    def damaged(self) -> Path:
        """A snapshot that failed its checksum, put aside."""
        return self._beside(".damaged")

    @property
    def vectors(self) -> Path:
        """Vectors of sentences: a cache, not part of the database."""
        return self._beside(".vectors")

    @property
    def originals(self) -> Path:
        """The folder of the bytes that articles came in."""
        return self._beside(".originals")

    def _beside(self, ending: str) -> Path:
        return self.snapshot.with_name(self.snapshot.name + ending)
