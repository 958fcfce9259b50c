"""Where a server is, without ever telling the password."""

from collections.abc import Mapping
from itertools import cycle
from typing import cast
from urllib.parse import quote

from attrs import field, frozen
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from tracker.errors import InputError

_HIDDEN = ("password", "sslpassword")

#: What the URL may set otherwise: a server that has gone is noticed within ten seconds.
_DEFAULTS: Mapping[str, str] = {
    "application_name": "tracker",
    "connect_timeout": "5",
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
}


@frozen
class Address:
    """The parameters that a URL gives, in the words of libpq; never shown whole.

    Attributes:
        parameters: as libpq takes them.
    """

    parameters: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, url: str) -> "Address":
        """Return what ``url`` says.

        Raises:
            InputError: when libpq cannot read it. The message does not repeat it: a password
                with a forgotten percent sign is what is unreadable most often.
        """
        try:
            given = conninfo_to_dict(url)
        except ProgrammingError:
            raise InputError(
                "The address of the database cannot be read.",
                "Write postgresql://NAME@HOST/DATABASE; signs such as @ : / # in a password "
                "are written %40 %3A %2F %23.",
            ) from None
        return cls({**_DEFAULTS, **{k: str(v) for k, v in given.items() if v is not None}})

    @property
    def shown(self) -> str:
        """The address as a person may see it: who, where, which database and schema."""
        found = self.parameters
        user = f"{found['user']}@" if "user" in found else ""
        hosts = (found.get("host") or found.get("hostaddr") or "").split(",")
        name = found.get("dbname", "")
        options = f"options={quote(found['options'])}" if "options" in found else ""
        if hosts[0].startswith("/"):
            more = f"&{options}" if options else ""
            return f"postgresql://{user}/{name}?host={','.join(hosts)}{more}"
        # One port stands for every host.
        ports = cycle(found.get("port", "").split(","))
        places = [f"{h}:{p}" if p else h for h, p in zip(hosts, ports, strict=False)]
        return f"postgresql://{user}{','.join(places)}/{name}{'?' if options else ''}{options}"

    @property
    def local(self) -> bool:
        """Whether nothing leaves this machine: a socket in a folder, or the loopback."""
        host = self.parameters.get("host") or self.parameters.get("hostaddr") or "/"
        return all(
            one.startswith(("/", "@", "127.")) or one in {"localhost", "::1"}
            for one in host.split(",")
        )

    def censored(self, text: str) -> str:
        """Return ``text``, perhaps of the server or of libpq, without the passwords given."""
        for name in _HIDDEN:
            secret = self.parameters.get(name)
            if secret:
                text = text.replace(secret, "***")
        return text


def as_parameters(address: Address) -> dict[str, object]:
    """Return the parameters as :func:`psycopg.connect` takes them."""
    return cast("dict[str, object]", dict(address.parameters))
