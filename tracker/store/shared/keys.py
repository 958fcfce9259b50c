"""Texts as keys of tables: any text, of any length, with any character."""

import hashlib
import re

_LONGEST = 200
_DIGEST = "sha256:"
#: PostgreSQL holds neither NUL nor half characters.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def key_of(text: str) -> str:
    """Return the key under which ``text`` is looked up: itself, or its digest.

    A long text does not fit into an index, and PostgreSQL holds neither NUL nor half characters.
    """
    if len(text) <= _LONGEST and not text.startswith(_DIGEST) and storable(text):
        return text
    return _DIGEST + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def storable(text: str) -> bool:
    """Return whether PostgreSQL can hold ``text`` at all, so that asking for it makes sense."""
    return _UNSTORABLE.search(text) is None
