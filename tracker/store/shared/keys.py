"""Texts as keys of tables: any text, of any length, with any character."""

import hashlib

_LONGEST = 200
_DIGEST = "sha256:"


def key_of(text: str) -> str:
    """Return the key under which ``text`` is looked up: itself, or its digest.

    A long text does not fit into an index, and PostgreSQL holds neither NUL nor half characters.
    """
    plain = (
        len(text) <= _LONGEST
        and "\0" not in text
        and not text.startswith(_DIGEST)
        and not any("\ud800" <= character <= "\udfff" for character in text)
    )
    if plain:
        return text
    return _DIGEST + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def storable(text: str) -> bool:
    """Return whether PostgreSQL can hold ``text`` at all, so that asking for it makes sense."""
    return "\0" not in text and not any("\ud800" <= c <= "\udfff" for c in text)
