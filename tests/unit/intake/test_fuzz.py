"""Bytes changed anywhere: an importer gives an article or a sentence, and never anything else.

The short form runs with the suite; ``HYPOTHESIS_FUZZ=5000 pytest tests/unit/intake/test_fuzz.py``
runs as many examples for each importer as one has time for.
"""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.articles import FOLDER
from tracker.errors import InputError
from tracker.intake import Limits, Received, read_articles

#: A real file for each importer; the PDF's own process makes its examples dear.
SEEDS = {
    "pages/wordpress.html": 1.0,
    "pages/windows1256.html": 1.0,
    "pages/feed.rss": 1.0,
    "pages/feed.atom": 1.0,
    "python.eml": 1.0,
    "chromium.mhtml": 1.0,
    "libreoffice.docx": 0.5,
    "wget.warc.gz": 0.5,
    "capture.wacz": 0.5,
    "libreoffice.pdf": 0.05,
    "chromium_columns.pdf": 0.05,
}
_EXAMPLES = int(os.environ.get("HYPOTHESIS_FUZZ", "40"))
_LIMITS = Limits(seconds=10)

#: One change: where (as a share of the file), how many bytes go, what comes in their place.
_changes = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 64), st.binary(max_size=32)),
    min_size=1,
    max_size=8,
)


def _changed(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for share, gone, come in changes:
        at = int(share * len(data))
        data = data[:at] + come + data[at + gone :]
    return data


@pytest.mark.parametrize("name", SEEDS)
def test_changed_bytes_give_an_article_or_a_sentence(name: str) -> None:
    original = (FOLDER / name).read_bytes()

    @settings(
        max_examples=max(2, int(_EXAMPLES * SEEDS[name])),
        suppress_health_check=list(HealthCheck),
        deadline=None,
        database=None,
    )
    @given(_changes)
    def changed(changes: list[tuple[float, int, bytes]]) -> None:
        try:
            outcomes = list(read_articles(_changed(original, changes), name, _LIMITS))
        except InputError as error:
            outcomes = [error]
        for outcome in outcomes:
            if isinstance(outcome, Received):
                assert "\0" not in outcome.text
                outcome.text.encode("utf-8")
                assert outcome.text.strip()
            else:
                assert outcome.message

    changed()
