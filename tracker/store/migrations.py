"""Documents of earlier formats brought up to date, step by step, before they are decoded."""

from collections.abc import Callable, Mapping

from tracker.codec import Document
from tracker.errors import StoreError

#: The version of the documents that this program writes.
FORMAT = 5

Migration = Callable[[str, Document], Document]


def _name_the_matcher(kind: str, document: Document) -> Document:
    """Format 2 keeps with a judgement on two claims which matcher had suggested it."""
    return {**document, "matcher": ""} if kind == "corroborations" else document


def _say_where_articles_come_from(kind: str, document: Document) -> Document:
    """Format 3 keeps with an article its original, where its details were found, its versions."""
    if kind != "articles":
        return document
    from tracker.matching.fingerprints import WholeText  # only old articles need it

    text = document.get("text")
    return {
        **document,
        "byline": "",
        "provenance": [],
        "original": "",
        "media_type": "",
        "encoding": "",
        "check_original": False,
        "previous_id": None,
        "fingerprints": list(WholeText.of(text).fingerprints) if isinstance(text, str) else [],
    }


def _describe_sources(kind: str, document: Document) -> Document:
    """Format 4 holds profiles of sources, likelihoods, evidence, and what a link rests on."""
    match kind:
        case "sources":
            return {**document, "profile": dict(_BLANK_PROFILE), "candidate_ids": []}
        case "source_links":
            return {**document, "basis": "reviewer_inference"}
        case "assessments":
            return {**document, "likelihood": None, "likelihood_at": None}
        case "assertions" if isinstance(ruling := document.get("ruling"), dict):
            return {**document, "ruling": {**ruling, "evidence": []}}
    return document


def _share_words(kind: str, document: Document) -> Document:
    """Format 5 keeps with a claim the words of others it is read with, and holds fact-checks."""
    return {**document, "shared": [], "shared_quote": ""} if kind == "claims" else document


_BLANK_PROFILE: Document = {
    "number": None,
    "role": "",
    "place": "",
    "beat": "",
    "reporter": "",
    "distance": "unstated",
    "position_to_know": "",
    "anonymity_reason": "",
    "motive": "",
    "known_to": "nobody_stated",
}

#: From the version that is the key to the next one: kind, document -> document.
MIGRATIONS: Mapping[int, Migration] = {
    1: _name_the_matcher,
    2: _say_where_articles_come_from,
    3: _describe_sources,
    4: _share_words,
}


def migrate(
    kind: str,
    document: Document,
    version: int,
    *,
    target: int = FORMAT,
    migrations: Mapping[int, Migration] = MIGRATIONS,
) -> Document:
    """Return ``document`` of table ``kind`` as format ``target`` writes it."""
    for step in range(version, target):
        document = migrations[step](kind, document)
    return document


def readable(version: object, where: str) -> int:
    """Return ``version`` when this program can read documents of it.

    Raises:
        StoreError: when a newer program wrote it, or it is no version at all.
    """
    if type(version) is int and 1 <= version <= FORMAT:
        return version
    msg = f"{where} has format {version!r}; this program reads 1 to {FORMAT}."
    raise StoreError(msg, "Install a newer version of tracker.")
