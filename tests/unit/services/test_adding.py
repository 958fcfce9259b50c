"""Articles come in once, with their proposals, and one bad file never stops the rest."""

from datetime import date
from pathlib import Path

import pytest

from tests.desk import make_session
from tracker.errors import CancelledError, InputError
from tracker.intake import read_text
from tracker.model import Article, Claim, ClaimState, Source, SourceKind
from tracker.services.adding import Details, add_article, add_paths
from tracker.services.reading import claims_of
from tracker.services.sampling import add_sample, sample_paths


def test_the_sample_comes_in_with_its_claims_sources_and_date() -> None:
    session = make_session()
    (added,) = add_sample(session).results
    article = session.store.get(Article, added.article_id)
    assert article.published == date(2020, 11, 10)
    assert article.text == sample_paths()[0].read_bytes().decode("utf-8")
    claims = claims_of(session.store, article.id)
    assert added.claims == len(claims) == session.store.count(Claim)
    assert all(c.state is ClaimState.PROPOSED and c.fits(article.text) for c in claims)
    kinds = [source.kind for source in session.store.scan(Source)]
    assert kinds.count(SourceKind.OUTLET) == 1
    assert {session.store.get(Source, c.source_id).id for c in claims}


def test_importing_is_one_change_set_and_undoable_as_one() -> None:
    session = make_session()
    add_sample(session)
    assert session.store.sequence == 1


def test_the_same_text_again_changes_nothing() -> None:
    session = make_session()
    (first,) = add_sample(session).results
    article = session.store.get(Article, first.article_id)
    again = add_article(session, read_text(article.text, "another name.txt"))
    assert not again.new
    assert again.article == article
    assert again.claims == first.claims
    assert session.store.sequence == 1


def test_what_a_person_states_is_no_guess() -> None:
    session = make_session()
    text = sample_paths()[0].read_text(encoding="utf-8")
    stated = Details(
        outlet="شبكة شام", published=date(2020, 11, 11), url="https://example.org/1", language="ar"
    )
    article = add_article(session, read_text(text, "-"), stated).article
    assert article.guesses == ("title",)
    assert article.published == date(2020, 11, 11)
    assert session.store.get(Source, article.outlet_id).label == "شبكة شام"


def test_an_outlet_met_again_is_the_same_source_and_an_anonymous_voice_never_is() -> None:
    session = make_session()
    text = sample_paths()[0].read_text(encoding="utf-8")
    add_article(session, read_text(text, "one"))
    other = 'قصف جديد\n\nقال مصدر لـ"العربي الجديد" إن القصف تجدد. وأضافت المصادر أن المدينة خلت.'
    add_article(session, read_text(other, "two"))
    sources = list(session.store.scan(Source))
    assert [s.kind for s in sources].count(SourceKind.OUTLET) == 1
    voices = [s for s in sources if s.label == "المصادر"]
    assert len({s.article_id for s in voices}) == 2


def test_one_bad_file_never_stops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("قال مصدر إن الهجوم وقع في المدينة ليلاً.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text("Police said two men were arrested.", encoding="utf-8")
    session = make_session()
    batch = add_paths(session, [tmp_path])
    assert [session.store.get(Article, r.article_id).origin for r in batch.results] == [
        "a.txt",
        "c.txt",
    ]
    assert len(batch.refused) == 1
    assert "b.txt" in batch.refused[0].message


def test_a_missing_path_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    session = make_session()
    batch = add_paths(session, [tmp_path / "nowhere.txt"])
    assert [type(error) for error in batch.refused] == [InputError]
    assert "nowhere.txt" in batch.refused[0].message
    assert session.store.count(Article) == 0


class StopAfter:
    """A progress sink that asks to stop after some steps."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def report(self, done: int, total: int, label: str) -> None:
        self.left -= 1

    @property
    def cancelled(self) -> bool:
        return self.left < 0


def test_stopping_keeps_whole_articles_and_says_how_far_it_came(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Police said {name} was arrested.", encoding="utf-8")
    session = make_session()
    with pytest.raises(CancelledError, match="2 of 3 files"):
        add_paths(session, [tmp_path], progress=StopAfter(2))
    assert session.store.count(Article) == 2
