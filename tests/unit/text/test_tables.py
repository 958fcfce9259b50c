"""Tables that people edit: look-up, and errors that name the line."""

from pathlib import Path

import pytest

from tracker.attribution.lexicon import COLUMNS as CUE_COLUMNS
from tracker.attribution.lexicon import CUE_TYPES, merge_rows, read_cues
from tracker.errors import InputError
from tracker.extraction.connectives import KINDS, POSITIONS, read_connectives
from tracker.text.tables import RowPlace
from tracker.text.wordlists import PhraseList, read_word_lists
from tracker.text.words import words_of

PLACE = RowPlace(table="lists.tsv", line=2, row="list")
HEADER = "id\tlang\tcue_type\tlemma\tverb_class\thedge_0_3\tframe\treach\tforms"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("x\tar\tverb\tقال", "line 2: 4 cells where 9 are named"),
        ("x\tar\tword\tقال\tsays\t0\t\t\tقال", "line 2: cue_type is 'word'"),
        ("x\tar\tverb\tقال\tsays\t7\t\t\tقال", "line 2: hedge_0_3 is '7'"),
        ("x\tar\tverb\tقال\tsays\t0\t\t\t", "line 2: id, lang or forms is empty"),
        ("x\tar\tverb\tقال\tsays\t0\t\tfar\tقال", "line 2: reach is 'far'"),
    ],
)
def test_a_bad_cue_is_named_by_line(line: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        read_cues(f"{HEADER}\n{line}\n", "cues.tsv")


def test_a_missing_column_is_named() -> None:
    with pytest.raises(InputError, match="the column forms is missing"):
        read_cues("id\tlang\tcue_type\tlemma\tverb_class\thedge_0_3\tframe\treach\n", "cues.tsv")


def test_a_bad_connective_is_named_by_line() -> None:
    with pytest.raises(InputError, match=r"joins\.tsv, line 3: position is 'before'"):
        read_connectives(
            "lang\twords\tposition\tkind\n# remark\nar\tفيما\tbefore\tclause\n", "joins.tsv"
        )


def test_an_empty_word_list_is_named_by_line() -> None:
    with pytest.raises(InputError, match="line 2: a cell is empty"):
        read_word_lists("lang\tlist\twords\nar\ttime\t\n", "lists.tsv")


def test_a_newsrooms_row_replaces_the_one_with_its_id() -> None:
    shipped = read_cues(f"{HEADER}\na\tar\tverb\tقال\tsays\t0\t\t\tقال\n", "cues.tsv")
    own = read_cues(f"{HEADER}\na\tar\tverb\tقال\tclaims\t3\t\t\tقال\n", "own.tsv")
    assert [row.verb_class for row in merge_rows(shipped, own)] == ["claims"]


def test_the_longest_phrase_wins_and_a_bound_preposition_is_found() -> None:
    phrases = PhraseList.of((p, PLACE) for p in ("في", "في حين", "تمهيدا ل"))
    assert phrases.at(words_of("في حين"), 0) == 2
    assert phrases.at(words_of("تمهيدا لهجوم"), 0) == 2
    assert phrases.at(words_of("في"), 0) == 1
    assert "حين" not in phrases


def test_word_lists_of_two_tables_add_up() -> None:
    one = read_word_lists("lang\tlist\twords\nar\ttime\tأمس\n", "a.tsv")
    two = read_word_lists("lang\tlist\twords\nar\ttime\tغدا\n", "b.tsv")
    merged = one.merged(two).get("ar", "time")
    assert "امس" in merged
    assert "غدا" in merged


def test_the_page_on_proposals_names_every_kind_of_row() -> None:
    page = (Path(__file__).parents[3] / "docs" / "proposals.md").read_text("utf-8")
    for name in (*CUE_TYPES, *CUE_COLUMNS, *KINDS, *POSITIONS):
        assert name in page
