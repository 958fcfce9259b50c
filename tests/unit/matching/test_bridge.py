"""Arabic and English reports of one event are brought together without any model."""

import pytest

from tests.cases import matching_traps, reports_in_two_languages
from tracker.matching import MatchIndex, MatchText, compare
from tracker.matching.anchors import anchor_keys
from tracker.model import Relation
from tracker.text.stems import stems

REPORTS = reports_in_two_languages()
OTHERS = [trap for name in ("matching_traps.toml",) for trap in matching_traps(name)]


def noise() -> list[MatchText]:
    return [MatchText(id=f"other {at}", text=trap.ours) for at, trap in enumerate(OTHERS)]


@pytest.fixture(scope="module")
def index() -> MatchIndex:
    told = [
        MatchText(id=f"{language} {at}", text=text)
        for at, pair in enumerate(REPORTS)
        for language, text in zip(("ar", "en"), pair, strict=True)
    ]
    return MatchIndex([*noise(), *told])


@pytest.mark.parametrize("at", range(len(REPORTS)))
def test_the_other_languages_report_of_an_event_is_among_the_first(
    index: MatchIndex, at: int
) -> None:
    for asked, sought in (("ar", "en"), ("en", "ar")):
        claim = index.get(f"{asked} {at}")
        assert claim is not None
        found = index.candidates(claim, 3, least=0.3)
        assert f"{sought} {at}" in {candidate.claim_id for candidate in found}


def test_nearly_all_are_taken_to_corroborate(index: MatchIndex) -> None:
    seen = [
        index.compare(MatchText(id="?", text=arabic), f"en {at}")
        for at, (arabic, _) in enumerate(REPORTS)
    ]
    assert sum(found.suggestion is Relation.CORROBORATES for found in seen) >= len(REPORTS) - 1


def test_reports_of_other_events_in_the_other_language_are_related_at_most(
    index: MatchIndex,
) -> None:
    for at, (arabic, english) in enumerate(REPORTS):
        other = REPORTS[(at + 1) % len(REPORTS)][1]
        found = compare(MatchText(id="a", text=arabic), MatchText(id="b", text=other))
        assert found.suggestion is Relation.RELATED, (arabic, other)
        assert (
            found.score
            < compare(MatchText(id="a", text=arabic), MatchText(id="b", text=english)).score
        )


def test_what_was_met_is_named_on_both_sides() -> None:
    found = compare(
        MatchText(id="a", text="انفجار قرب الميادين يقتل 15 جندياً"),
        MatchText(id="b", text="Blast near Mayadeen kills 15 soldiers"),
    )
    words = next(signal for signal in found.signals if signal.name == "words")
    assert words.ours == "انفجار · الميادين · يقتل · 15 · جندياً"
    assert words.theirs == "Blast · Mayadeen · kills · 15 · soldiers"


def test_numbers_clash_across_languages() -> None:
    found = compare(
        MatchText(id="a", text="مقتل 15 جندياً في انفجار في دير الزور"),
        MatchText(id="b", text="20 soldiers killed in a blast in Deir ez-Zor"),
    )
    assert found.suggestion is Relation.CONTRADICTS


def test_an_index_answers_alike_however_it_came_to_hold_its_texts(index: MatchIndex) -> None:
    claim = MatchText(id="?", text=REPORTS[0][0])
    grown = MatchIndex(noise())
    grown.candidates(claim)
    for at, pair in enumerate(REPORTS):
        grown.add(MatchText(id=f"en {at}", text=pair[1]))
        grown.add(MatchText(id=f"ar {at}", text=pair[1]))
        grown.candidates(claim)
        grown.add(MatchText(id=f"ar {at}", text=pair[0]))
    expected = [(c.claim_id, c.score) for c in index.candidates(claim, 5)]
    assert [(c.claim_id, c.score) for c in grown.candidates(claim, 5)] == expected


def test_digits_words_and_names_in_either_language_are_one_anchor() -> None:
    ours, theirs = (
        frozenset().union(*anchor_keys(stems(text)))
        for text in ("خمسة آلاف لاجئ في بنغازي", "5 thousand refugees in Benghazi")
    )
    assert len(ours & theirs) >= 4


def test_a_common_word_of_no_table_is_no_name() -> None:
    assert anchor_keys(stems("the of and")) == []
