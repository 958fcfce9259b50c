"""Who may come in: the browser that first brings the address's token, and nobody else."""

import hmac
import secrets
from collections.abc import Collection

#: Bytes of randomness in a token and in the key of a visit: 256 bits.
_BYTES = 32


class Door:
    """Lets in one browser, and knows it again.

    The address with the token works once. Whoever opens it is given a key, kept by the browser
    as a cookie that no script can read, and the token is spent. The names by which the browser may
    call this machine are checked as well, so that a page from elsewhere cannot reach us through a
    host name of its own that it points here (DNS rebinding).

    Attributes:
        token: what the address ends in; empty once it was used.
        port: the port we answer on; part of the cookie's name, because browsers share cookies
            between the ports of one machine.
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self.token = secrets.token_urlsafe(_BYTES)
        self._key = ""

    @property
    def cookie(self) -> str:
        """Name of the cookie that holds the key."""
        return f"tracker-{self.port}"

    @property
    def hosts(self) -> Collection[str]:
        """What the ``Host`` header may say."""
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")

    def is_ours(self, host: str, origin: str | None) -> bool:
        """Return whether a request was meant for us and comes from no other page.

        Args:
            host: the ``Host`` header.
            origin: the ``Origin`` header, None where the browser sends none.
        """
        return host in self.hosts and origin in {None, f"http://{host}"}

    def enter(self, token: str) -> str | None:
        """Return the key of the visit for the right token, and spend it; else None."""
        if not self.token or not hmac.compare_digest(token.encode(), self.token.encode()):
            return None
        self.token = ""
        self._key = secrets.token_urlsafe(_BYTES)
        return self._key

    def knows(self, key: str) -> bool:
        """Return whether ``key`` is that of the browser that was let in."""
        return bool(self._key) and hmac.compare_digest(key.encode(), self._key.encode())
