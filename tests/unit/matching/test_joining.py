"""Pairs found as texts arrive: each once, and those that an index finds."""

from tests.bench.matching_data import varied
from tracker.matching import MatchIndex, MatchText, open_pairs

SENTENCES = (
    "اعتقل الأمن خمسة عشر متظاهرا في تونس العاصمة",
    "غرق مركب يقل مهاجرين قبالة سواحل صفاقس",
    "أعلنت وزارة الصحة تسجيل إصابات جديدة بالكوليرا في اليمن",
    "Police arrested fifteen protesters in central Tunis",
)
TEXTS = tuple(MatchText(id=f"{at:03}", text=text) for at, text in enumerate(varied(SENTENCES, 120)))


def test_every_pair_is_found_once_and_holds_the_later_text_first() -> None:
    found = [(pair.later, pair.earlier) for pair in open_pairs(TEXTS, least=0.5)]
    assert found
    assert len(set(found)) == len(found)
    assert all(later > earlier for later, earlier in found)


def test_a_pair_scores_as_when_the_later_text_arrived() -> None:
    pairs = list(open_pairs(TEXTS, least=0.5))
    last = max(pair.later for pair in pairs)
    index = MatchIndex(text for text in TEXTS if text.id < last)
    text = next(text for text in TEXTS if text.id == last)
    expected = [(c.claim_id, c.score) for c in index.candidates(text, 5) if c.score >= 0.5]
    assert [(p.earlier, p.score) for p in pairs if p.later == last] == expected


def test_texts_of_one_article_make_no_pair() -> None:
    same = [MatchText(id=str(n), text=SENTENCES[0], article_id="art_1") for n in range(3)]
    assert list(open_pairs(same, least=0.0)) == []
