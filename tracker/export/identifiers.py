"""Names that other programs can tell records by, made from our identifiers and never invented.

A UUID of version 5 (RFC 9562) follows from a record's identifier, so that the same record has the
same name in every export. A text without an address is named by its hash (RFC 6920).
"""

import re
from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from hashlib import sha1

from tracker.model import Article

#: Names of this program's records lie in it: the version 5 UUID of “tracker” among DNS names.
_NAMESPACE = bytes.fromhex("80bb73a26cb059b09149763039721872")
#: What every name is hashed after; a copy of it costs a third of a new one.
_SEED = sha1(_NAMESPACE, usedforsecurity=False)
#: The digits that the variant of RFC 9562 leaves for one place (4.1).
_VARIANTS = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))

_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+", re.IGNORECASE)
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def uuid_of(kind: str, record_id: str) -> str:
    """Return the UUID of the record of a kind, always the same one."""
    # What uuid.uuid5 does, without its objects: an export asks for a million of them. A lone
    # surrogate has no UTF-8; its escape keeps names apart all the same.
    name = f"{kind}/{record_id}".encode("utf-8", "backslashreplace")
    hashed = _SEED.copy()
    hashed.update(name)
    found = hashed.hexdigest()
    return (
        f"{found[:8]}-{found[8:12]}-5{found[13:16]}-"
        f"{_VARIANTS[found[16]]}{found[17:20]}-{found[20:32]}"
    )


def urn(kind: str, record_id: str) -> str:
    """Return the URN of a record."""
    return f"urn:uuid:{uuid_of(kind, record_id)}"


def name_of_text(article: Article) -> str:
    """Return the name that an article's text has by its SHA-256 (RFC 6920)."""
    digest = urlsafe_b64encode(bytes.fromhex(article.sha256)).rstrip(b"=").decode("ascii")
    return f"ni:///sha-256;{digest}"


def web_address(url: str) -> str | None:
    """Return ``url`` where it is a whole web address, None for all else."""
    return url if _WEB.fullmatch(url) else None


def language_tag(language: str) -> str | None:
    """Return ``language`` where it is a language tag (BCP 47), None for all else."""
    return language if _TAG.fullmatch(language) else None


def zulu(time: datetime, *, milliseconds: bool = False) -> str:
    """Return a time in UTC that ends in ``Z``, as JSON-LD and STIX want it."""
    places = "milliseconds" if milliseconds else "seconds"
    return time.astimezone(UTC).isoformat(timespec=places).replace("+00:00", "Z")
