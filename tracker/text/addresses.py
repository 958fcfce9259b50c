"""Web addresses that mean the same page."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

#: Parameters that say how somebody came to a page, never which page.
_TRACKING = frozenset({"fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "yclid", "ref_src", "amp"})


def plain_address(url: str) -> str:
    """Return ``url`` without its fragment and tracking parameters, host in lower case.

    What is no address that can be taken apart comes back as it was.
    """
    try:
        parts = urlsplit(url.strip())
        host = parts.netloc.lower()
    except ValueError:
        return url
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return url
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name.lower() not in _TRACKING and not name.lower().startswith("utm_")
    ]
    query = parts.query
    if len(kept) != len(parse_qsl(parts.query, keep_blank_values=True)):
        query = urlencode(kept)
    return urlunsplit((parts.scheme.lower(), host, parts.path, query, ""))
