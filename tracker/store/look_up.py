"""Which records hold a value: one secondary look-up of a table."""

from collections.abc import Iterable


class LookUp:
    """Identifiers by value. Most values are held by one record, which then needs no set."""

    def __init__(self) -> None:
        self._held: dict[str, str | set[str]] = {}

    def add(self, record_id: str, values: Iterable[str]) -> None:
        """Note that a record holds ``values``."""
        for value in values:
            held = self._held.setdefault(value, record_id)
            if isinstance(held, set):
                held.add(record_id)
            elif held != record_id:
                self._held[value] = {held, record_id}

    def discard(self, record_id: str, values: Iterable[str]) -> None:
        """Note that a record no longer holds ``values``."""
        for value in values:
            held = self._held.get(value)
            if isinstance(held, set):
                held.discard(record_id)
                if not held:
                    del self._held[value]
            elif held == record_id:
                del self._held[value]

    def holders(self, value: str) -> Iterable[str]:
        """Return the identifiers of the records that hold ``value``, in no order."""
        held = self._held.get(value, ())
        return (held,) if isinstance(held, str) else held
