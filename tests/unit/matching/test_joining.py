"""Pairs found as texts arrive: each once, and those that an index finds."""

from collections.abc import Iterator

from tests.bench.matching_data import varied
from tracker.matching import MatchIndex, MatchText, open_pairs

SENTENCES = (
    "اعتقل الأمن خمسة عشر متظاهرا في تونس العاصمة",
    "غرق مركب يقل مهاجرين قبالة سواحل صفاقس",
    "أعلنت وزارة الصحة تسجيل إصابات جديدة بالكوليرا في اليمن",
    "Police arrested fifteen protesters in central Tunis",
)
TEXTS = tuple(MatchText(id=f"{at:03}", text=text) for at, text in enumerate(varied(SENTENCES, 120)))


def test_as_arrivals_are_joined_every_pair_is_found_once() -> None:
    index = MatchIndex()
    found = []
    for text in TEXTS:
        found += [(pair.ours, pair.theirs) for pair in open_pairs(index, [text], least=0.5)]
        index.add(text)
    assert found
    assert len(set(found)) == len(found)
    assert all(later > earlier for later, earlier in found)


def test_a_pair_scores_as_among_the_candidates() -> None:
    index = MatchIndex(TEXTS)
    for text in TEXTS[::10]:
        expected = [(c.claim_id, c.score) for c in index.candidates(text, 5, least=0.5)]
        assert [(p.theirs, p.score) for p in open_pairs(index, [text], least=0.5)] == expected


def test_excluded_texts_make_room_for_others() -> None:
    index = MatchIndex(TEXTS)
    first, second = [p.theirs for p in open_pairs(index, TEXTS[:1], least=0.5, per_text=2)]
    (found,) = open_pairs(
        index, TEXTS[:1], least=0.5, per_text=1, exclude=lambda _: frozenset({first})
    )
    assert found.theirs == second


def test_texts_of_one_article_make_no_pair() -> None:
    same = [MatchText(id=str(n), text=SENTENCES[0], article_id="art_1") for n in range(3)]
    assert list(open_pairs(MatchIndex(same), same, least=0.0)) == []


def test_texts_are_drawn_one_by_one_so_that_a_search_may_stop_at_any() -> None:
    drawn = []

    def arriving() -> Iterator[MatchText]:
        for text in TEXTS:
            drawn.append(text.id)
            yield text

    next(open_pairs(MatchIndex(TEXTS), arriving(), least=0.5))
    assert len(drawn) < 5
