"""What is kept of a sitting comes back as it was, whatever is written in it."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InputError
from tracker.presenters.sitting import Sitting, Spot, cursor_view, cursor_viewed
from tracker.presenters.trail import Place, Trail
from tracker.presenters.word_cursor import WordCursor, words_of

TEXTS = st.text(max_size=12)
PLACES = st.builds(Place, TEXTS, TEXTS, TEXTS)
SPOTS = st.builds(Spot, PLACES, st.dictionaries(TEXTS, TEXTS, max_size=4))
LISTS = st.lists(PLACES, max_size=4).map(tuple)
SITTINGS = st.builds(
    Sitting,
    spots=st.lists(SPOTS, max_size=3).map(tuple),
    trail=st.builds(Trail, LISTS, st.none() | PLACES, LISTS),
    drafts=st.dictionaries(st.just("note ") | st.just("path"), TEXTS, max_size=2),
)


@given(SITTINGS)
def test_a_sitting_comes_back_as_it_was(sitting: Sitting) -> None:
    assert Sitting.read(json.loads(json.dumps(sitting.document()))) == sitting


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(["format", "spots", "behind", "here", "ahead", "drafts"]), JSON)
def test_anything_else_is_refused_in_words_or_read(name: str, value: object) -> None:
    document = Sitting().document() | {name: value}
    with contextlib.suppress(InputError):
        assert isinstance(Sitting.read(document), Sitting)


@pytest.mark.parametrize("document", [None, [], "x", {}, {"format": 1}])
def test_what_is_no_sitting_is_refused(document: object) -> None:
    with pytest.raises(InputError):
        Sitting.read(document)


def test_what_is_known_in_confidence_is_not_kept() -> None:
    drafts = {"source.confidential src_1": "name", "note clm_1": "note"}
    kept = Sitting.read(Sitting(drafts=drafts).document())
    assert kept.drafts == {"note clm_1": "note"}


@given(TEXTS, st.integers(0, 20), st.none() | st.integers(0, 20))
def test_a_word_cursor_comes_back_where_it_stood(text: str, at: int, anchor: int | None) -> None:
    words = words_of(f"{text} قال مصدر إن said a source {text}")
    last = len(words) - 1
    anchored = None if anchor is None else min(anchor, last)
    cursor = WordCursor(words=words, at=min(at, last), anchor=anchored)
    assert cursor_viewed(WordCursor(words=words), cursor_view(cursor)) == cursor
